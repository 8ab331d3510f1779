"""The projector: large, by keyboard, through the door, and without the name of any juror."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from PySide6.QtCore import QObject, Qt
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from jury_desktop.domain.call import Round
from jury_desktop.domain.decision import DecisionKind, MotivationLine, Stage
from jury_desktop.services.projector import Bar, CardSlide, DoorSlide, Line, RankingSlide
from jury_desktop.services.talk import agree, ask_second_look
from jury_desktop.ui.operations import EVERYTHING
from jury_desktop.ui.pages.deliberation import DeliberationPage
from jury_desktop.ui.pages.deliberation.projector.slides import slide_widget
from jury_desktop.ui.pages.deliberation.projector.window import Projector
from tests.services.scenario import after_the_written_round
from tests.services.test_projector import JURY, table
from tests.ui.pages.driving import can_press, opened, press, texts


@pytest.fixture
def projector(qtbot: QtBot, dutch: object) -> Iterator[tuple[DeliberationPage, Projector]]:
    """A deliberation with two conflicts of the same juror, on the projector."""
    dossier = table(conflicts=2)
    agree(dossier, "c1", Stage.SHORTLIST, MotivationLine("outreach", "Els Maes overtuigde iedereen.", ()))
    page, _ = opened(qtbot, DeliberationPage, dossier)
    press(page, "deliberation.project")
    made = page.projecting.projector
    assert made is not None
    yield page, made
    page.projecting.close()


def where(made: Projector) -> str:
    """What is on show, in short."""
    slide = made.slide
    match slide:
        case CardSlide():
            return f"{slide.reference}{' again' if slide.again else ''}"
        case DoorSlide():
            return f"door {slide.reference}".strip()
        case RankingSlide():
            return "ranking"
    return ""


def everything(made: QObject) -> Iterator[str]:
    """Every word of a widget and all in it: what it shows, says on hover and tells a screen reader."""
    for part in (made, *made.findChildren(QWidget)):
        for word in ("windowTitle", "toolTip", "statusTip", "whatsThis", "accessibleName", "text"):
            yield str(getattr(part, word, str)())
        yield getattr(part, "accessibleDescription", str)()
        yield part.objectName()


def through(qtbot: QtBot, made: Projector, key: Qt.Key, times: int = 1) -> str:
    for _ in range(times):
        qtbot.keyClick(made, key)
    return where(made)


def test_the_keyboard_goes_through_the_order(
    qtbot: QtBot, projector: tuple[DeliberationPage, Projector]
) -> None:
    _, made = projector
    seen = [where(made)]
    for _ in range(8):
        seen.append(through(qtbot, made, Qt.Key.Key_Right))
    assert seen == [
        *("ranking", "K-01", "door K-02", "K-02", "door K-03", "K-03", "door", "ranking", "ranking"),
    ]


def test_back_and_forth_a_conflict_is_only_come_upon_through_its_door(
    qtbot: QtBot, projector: tuple[DeliberationPage, Projector]
) -> None:
    _, made = projector
    assert through(qtbot, made, Qt.Key.Key_Space, 6) == "door"
    assert [through(qtbot, made, Qt.Key.Key_Left) for _ in range(4)] == [
        *("door K-03", "door K-02", "K-01", "ranking"),
    ]
    assert through(qtbot, made, Qt.Key.Key_End) == "ranking"
    assert through(qtbot, made, Qt.Key.Key_Home) == "ranking"


def test_it_follows_the_candidacy_that_is_chosen_on_the_page(
    projector: tuple[DeliberationPage, Projector],
) -> None:
    page, made = projector
    page.discussing.table.choose("c3")
    assert where(made) == "door K-03"
    page.discussing.table.choose("c1")
    assert where(made) == "K-01"


def test_a_long_name_leaves_the_decision_whole_on_the_ranking(qtbot: QtBot, dutch: object) -> None:
    name = "Samenwerkingsverband voor gezonde buurten, welzijn en zorg in de Kempen en de Rupelstreek vzw"
    line = Line("K-01", name, (1,), "12–14", 4.42, DecisionKind.NOT_SELECTED, withheld=False)
    made = slide_widget(RankingSlide((line,) * 12, 5), "nl", 900)
    qtbot.addWidget(made)
    made.show()
    assert made.minimumSizeHint().width() <= 1440
    assert "Niet geselecteerd" in texts(made)


def test_a_comment_says_in_which_round_it_was_given(qtbot: QtBot, dutch: object) -> None:
    given = (("Jurylid A", Round.WRITTEN, "4", "Sterk"), ("Jurylid A", Round.PITCH, "3", "Minder"))
    bar = Bar("Bereik", 3.5, given, "")
    slide = CardSlide("c1", "K-01", "Ankerpunt", (1,), "1", 3.5, None, None, (bar,), 1, 5, False, False)
    made = slide_widget(slide, "nl", 900, comments=True)
    qtbot.addWidget(made)
    made.show()
    assert "Jurylid A, schriftelijk (4): Sterk\nJurylid A, pitch (3): Minder" in texts(made)


def test_no_name_of_a_juror_is_in_it_however_one_looks(
    qtbot: QtBot, projector: tuple[DeliberationPage, Projector]
) -> None:
    _, made = projector
    words: list[str] = []
    for comments in (False, True):
        through(qtbot, made, Qt.Key.Key_Home)
        made.comments = comments
        for _ in range(8):
            QApplication.processEvents()
            words += everything(made)
            through(qtbot, made, Qt.Key.Key_Right)
    said = "\n".join(words)
    assert [part for juror in JURY for part in (*juror.name.split(), juror.email) if part in said] == []
    assert "Jurylid A" in said
    assert "overtuigde iedereen." in said


def test_comments_show_by_letter_when_they_are_asked_for(
    qtbot: QtBot, projector: tuple[DeliberationPage, Projector]
) -> None:
    _, made = projector
    through(qtbot, made, Qt.Key.Key_Right)
    assert not any("knikt" in text for text in texts(made))
    qtbot.keyClick(made, Qt.Key.Key_C)
    assert any("(5): Jurylid" in text and "knikt" in text for text in texts(made))


def test_escape_leaves_and_the_window_is_freed(
    qtbot: QtBot, projector: tuple[DeliberationPage, Projector]
) -> None:
    page, made = projector
    with qtbot.waitSignal(made.destroyed):
        qtbot.keyClick(made, Qt.Key.Key_Escape)
    assert page.projecting.projector is None


def test_a_second_look_that_is_asked_meanwhile_comes_at_the_end(
    qtbot: QtBot, projector: tuple[DeliberationPage, Projector]
) -> None:
    page, made = projector
    through(qtbot, made, Qt.Key.Key_Right)
    assert page.shell.dossier is not None
    ask_second_look(page.shell.dossier, "c1", Stage.SHORTLIST, "Nalezen")
    page.refresh(EVERYTHING)
    assert where(made) == "K-01"
    assert through(qtbot, made, Qt.Key.Key_Right, 6) == "K-01 again"


def test_nothing_of_the_regisseur_is_on_it(projector: tuple[DeliberationPage, Projector]) -> None:
    page, made = projector
    assert made.isWindow()
    assert not any(made.isAncestorOf(part) for part in (page.discussing, page.discussing.panel.talk))
    assert not any("Notities" in word for word in everything(made))


def test_it_can_be_opened_once_there_is_something_to_show(qtbot: QtBot) -> None:
    page, _ = opened(qtbot, DeliberationPage, after_the_written_round())
    assert can_press(page, "deliberation.project")
