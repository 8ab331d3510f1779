"""Overzicht: where the selection stands, and one button per next step that goes to the exact spot."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import datetime

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QLabel, QPushButton
from pytestqt.qtbot import QtBot

from jury_desktop.domain.call import BRUSSELS, Round
from jury_desktop.domain.candidacy import Admissibility
from jury_desktop.domain.decision import DecisionKind, MotivationLine
from jury_desktop.services.decide import decide
from jury_desktop.services.letters import draft_letters, keep_letters, letter_jobs
from jury_desktop.services.ports import Dossier
from jury_desktop.ui.main_window import MainWindow
from jury_desktop.ui.operations import EVERYTHING
from jury_desktop.ui.pages.deliberation import DeliberationPage
from jury_desktop.ui.pages.overview import OverviewPage, StepRow
from jury_desktop.ui.settings import Preferences
from tests.builders import a_candidacy, a_juror, a_sheet
from tests.services.scenario import a_dossier, after_both_rounds, after_the_written_round
from tests.ui.pages.driving import button, nameless, opened, press, tabbed, texts
from tests.ui.pages.test_rebuttal import two_refused, with_rebuttal
from tests.ui.sample_page import a_wiring

AFTERWARDS = datetime(2023, 12, 1, 9, 0, tzinfo=BRUSSELS)


def steps(page: OverviewPage) -> list[QPushButton]:
    """The buttons of the next steps, in their order."""
    QApplication.processEvents()  # what was added to a page on show appears a moment later
    page.grab()
    rows = [row for row in page.findChildren(StepRow) if row.isVisible()]
    return [row.findChildren(QPushButton)[0] for row in rows]


def sayings(page: OverviewPage) -> list[str]:
    return [step.accessibleName() for step in steps(page)]


def test_an_empty_dossier_starts_with_the_mailbox_and_the_jury(qtbot: QtBot, dutch: object) -> None:
    page, shell = opened(qtbot, OverviewPage, a_dossier())
    for step in steps(page):
        qtbot.mouseClick(step, Qt.MouseButton.LeftButton)
    assert shell.visits == [("candidacies", ""), ("jury", "")]
    press(page, "overview.import")
    assert shell.visits[-1] == ("candidacies", "import")


def test_the_four_figures_count_what_there_is(qtbot: QtBot, dutch: object) -> None:
    candidacies = [
        a_candidacy(1),
        a_candidacy(2, admissibility=Admissibility.LATE, admissibility_reason="Te laat"),
    ]
    jurors = [a_juror(1), a_juror(2)]
    dossier = a_dossier(candidacies, jurors, [a_sheet(jurors[0], candidacies[0])])
    page, _ = opened(qtbot, OverviewPage, dossier)
    shown = texts(page)
    assert {"2", "kandidaturen · 1 ontvankelijk", "1 / 2", "schriftelijke beoordelingen ingediend"} <= set(
        shown
    )
    assert page.subtitle() == "vrijdag 9 juni 2023"


def test_the_written_round_is_still_told_when_the_pitches_are_scored(qtbot: QtBot, dutch: object) -> None:
    page, _ = opened(qtbot, OverviewPage, after_both_rounds())
    assert "pitchbeoordelingen ingediend\nschriftelijk: 6 van 6" in texts(page)


def test_a_challenge_that_nobody_or_one_takes_up_is_marked(qtbot: QtBot, dutch: object) -> None:
    page, _ = opened(qtbot, OverviewPage, a_dossier([a_candidacy(1)]))
    shown = texts(page)
    assert "Regio-uitdaging 1 heeft maar één kandidaat" in shown
    assert "Regio-uitdaging 7 heeft geen kandidaat" in shown


def test_that_there_is_nothing_is_not_claimed_while_it_is_read_anew(qtbot: QtBot, dutch: object) -> None:
    page, shell = opened(qtbot, OverviewPage, a_dossier())
    late: list[Callable[[], object]] = []
    at_once = shell.run_job
    shell.run_job = lambda work, done, **how: late.append(lambda: at_once(work, done, **how))  # type: ignore

    page.refresh(EVERYTHING)
    assert not page.content.isVisible()

    late.pop()()
    assert page.content.isVisible()


def test_an_old_overview_stays_on_show_while_it_is_read_anew(qtbot: QtBot, dutch: object) -> None:
    page, shell = opened(qtbot, OverviewPage, a_dossier([a_candidacy(1)]))
    shell.run_job = lambda work, done, **how: None  # type: ignore

    page.refresh(EVERYTHING)

    assert page.content.isVisible()


def test_before_anything_came_in_no_challenge_is_marked(qtbot: QtBot, dutch: object) -> None:
    page, _ = opened(qtbot, OverviewPage, a_dossier())
    assert not any("kandidaat" in text for text in texts(page))


def outdated_letter() -> Dossier:
    """K-01 and K-02 decided, the letters made; then the decision on K-02 changes."""
    dossier = after_both_rounds()
    for key in ("c1", "c2"):
        decide(dossier, key, DecisionKind.SELECTED, "Een sterk voorstel.")
    keep_letters(dossier, draft_letters(letter_jobs(dossier)))
    decide(dossier, "c2", DecisionKind.SELECTED, "Beter verwoord.", [MotivationLine("outreach", "Ja.", ())])
    return dossier


def waiting_for_a_juror() -> Dossier:
    candidacy, jurors = a_candidacy(), [a_juror(1), a_juror(2)]
    return a_dossier([candidacy], jurors, [a_sheet(jurors[0], candidacy)])


@pytest.mark.parametrize(
    ("dossier", "place"),
    [
        (waiting_for_a_juror, ("assessment", "j2")),
        (after_the_written_round, ("deliberation", "K-01")),
        (after_both_rounds, ("planning", "")),
        (outdated_letter, ("letters", "K-02.selected")),
    ],
    ids=["a juror who has to score", "the shortlist", "the plan", "a letter out of date"],
)
def test_a_step_goes_to_the_exact_spot(qtbot: QtBot, dossier: object, place: tuple[str, str]) -> None:
    page, shell = opened(qtbot, OverviewPage, dossier())  # type: ignore[operator]
    for step in steps(page):
        qtbot.mouseClick(step, Qt.MouseButton.LeftButton)
    assert place in shell.visits


def test_a_step_in_the_window_lands_on_its_candidacy(qtbot: QtBot) -> None:
    candidacies, jurors = [a_candidacy(1), a_candidacy(2)], [a_juror(1)]
    sheets = [a_sheet(jurors[0], c, Round.WRITTEN) for c in candidacies]
    dossier = a_dossier(candidacies, jurors, sheets)
    decide(dossier, "c1", DecisionKind.INVITED, "Welkom.")
    window = MainWindow(a_wiring(open=lambda _place, _user: dossier), Preferences())
    qtbot.addWidget(window)
    window.show_dossier(dossier)
    window.show()
    qtbot.waitUntil(lambda: not window.shell.jobs.running, timeout=10_000)
    overview = window.page
    assert isinstance(overview, OverviewPage)
    step = next(one for one in steps(overview) if "pitchen" in one.accessibleName())
    qtbot.mouseClick(step, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: not window.shell.jobs.running, timeout=10_000)
    page = window.page
    assert isinstance(page, DeliberationPage)
    assert page.discussing.panel.shown is not None
    assert (page.discussing.panel.shown.candidacy.reference, page.stages.current()) == ("K-02", "shortlist")
    window.close()


def test_steps_change_with_the_dossier(qtbot: QtBot) -> None:
    dossier = after_the_written_round(count=1)
    page, _ = opened(qtbot, OverviewPage, dossier)
    before = sayings(page)
    decide(dossier, "c1", DecisionKind.NOT_SHORTLISTED, "Te algemeen.")
    page.refresh(EVERYTHING)
    assert sayings(page) != before


@pytest.mark.parametrize(
    ("today", "figure", "text"),
    [
        (1, "1 dag", "tot deadline kandidaturen"),
        (2, "Vandaag", "Deadline kandidaturen"),
        (3, "2 dagen", "tot de start van beoordelen schriftelijke projectvoorstellen"),
        (5, "Nog 4 dagen", "voor beoordelen schriftelijke projectvoorstellen"),
        (9, "Vandaag", "laatste dag voor beoordelen schriftelijke projectvoorstellen"),
    ],
)
def test_the_countdown_says_what_it_counts_to(
    qtbot: QtBot, dutch: object, today: int, figure: str, text: str
) -> None:
    dossier = a_dossier(now=datetime(2023, 6, today, 9, 0, tzinfo=BRUSSELS))
    page, _ = opened(qtbot, OverviewPage, dossier)
    page.resize(860, 600)
    shown = texts(page)
    assert (figure in shown, text in shown) == (True, True)
    said = next(each for each in page.findChildren(QLabel) if each.text() == text)
    assert said.height() >= said.heightForWidth(said.width())


def test_after_the_last_date_the_countdown_says_so(qtbot: QtBot, dutch: object) -> None:
    page, _ = opened(qtbot, OverviewPage, a_dossier(now=AFTERWARDS))
    assert "alle datums zijn voorbij of afgerond" in texts(page)


def test_after_the_last_date_it_counts_to_the_end_of_a_term_and_names_the_day_of_the_answer(
    qtbot: QtBot, dutch: object
) -> None:
    later = datetime(2023, 7, 20, 9, 0, tzinfo=BRUSSELS)
    page, _ = opened(qtbot, OverviewPage, two_refused(later))
    assert {"4 dagen", "tot de eerste termijn voor weerwoord eindigt"} <= set(texts(page))

    answered = with_rebuttal(days=3)
    page, _ = opened(qtbot, OverviewPage, replace(answered, now=lambda: later))
    asked = "K-01 gaf weerwoord op 10 juli 2023: te beantwoorden tegen 24 juli 2023"
    assert asked in texts(page)


def test_steps_are_reached_with_tab_and_say_what_they_are_about(qtbot: QtBot, dutch: object) -> None:
    page, _ = opened(qtbot, OverviewPage, waiting_for_a_juror())
    found = steps(page)
    assert set(found) <= set(tabbed(qtbot, page, found[0]))
    assert (
        found[0].accessibleName().endswith(button(page, found[0].text()).accessibleName().partition(": ")[2])
    )
    assert all(": " in saying for saying in sayings(page))
    assert nameless(page) == []
