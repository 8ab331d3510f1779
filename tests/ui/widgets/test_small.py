"""The small parts: chips, pills, cards, forms, tabs, flow."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QRect, QRectF, Qt
from PySide6.QtGui import QPainter, QPixmap
from PySide6.QtWidgets import QLabel, QLineEdit, QPushButton, QWidget
from pytestqt.qtbot import QtBot

from jury_desktop.ui import theme
from jury_desktop.ui.theme import Tone
from jury_desktop.ui.widgets import paint
from jury_desktop.ui.widgets.basics import button, clear, icon_button, label, row, widgets_in
from jury_desktop.ui.widgets.elided import ElidedLabel
from jury_desktop.ui.widgets.empty import EmptyState, EmptyView
from jury_desktop.ui.widgets.figure import Bar, BarRow, FigureCard, figure_label
from jury_desktop.ui.widgets.flow import FlowLayout, flow
from jury_desktop.ui.widgets.form import Facts, Field, line_edit, text_edit
from jury_desktop.ui.widgets.marks import ChallengeChips, Chip, StatusPill, spoken_interval
from jury_desktop.ui.widgets.paint import Interval, Pill, wrapped
from jury_desktop.ui.widgets.switch import Switch, Tabs
from tests.ui.conftest import settle


def colours_in(widget: QWidget) -> set[str]:
    picture = widget.grab().toImage()
    return {picture.pixelColor(x, y).name() for x in range(picture.width()) for y in range(picture.height())}


def test_chips_carry_number_and_colour_and_say_their_names(qtbot: QtBot, dutch: object) -> None:
    chips = ChallengeChips((1, 4), {1: "Saled & Nassim", 4: "Jolien"})
    qtbot.addWidget(chips)
    chips.resize(chips.sizeHint())

    assert chips.accessibleName() == "Regio-uitdaging 1 Saled & Nassim, 4 Jolien"
    wanted = {theme.current().challenge(1).lower(), theme.current().challenge(4).lower()}
    assert wanted <= colours_in(chips)


def test_no_challenge_is_said_too(qtbot: QtBot, dutch: object) -> None:
    chips = ChallengeChips()
    qtbot.addWidget(chips)

    assert (chips.accessibleName(), chips.sizeHint().width()) == ("Geen regio-uitdaging", 0)


def test_a_pill_grows_with_its_text_and_says_it(qtbot: QtBot) -> None:
    pill = StatusPill("Ok", Tone.GOOD)
    qtbot.addWidget(pill)
    narrow = pill.sizeHint().width()
    pill.show_pill(Pill("Niet geselecteerd", Tone.BAD))

    assert pill.sizeHint().width() > narrow
    assert pill.accessibleName() == "Niet geselecteerd"


def test_an_interval_is_said_in_figures(dutch: object) -> None:
    said = [spoken_interval(each) for each in (Interval(3.8, 3.25, 4.4), None)]

    assert said == ["3,8, tussen 3,3 en 4,4", "Geen score"]


def drawn(qtbot: QtBot, interval: Interval) -> QLabel:
    """An interval drawn in a label of 120 pixels, in which a value from 0 to 5 lies between 5 and 115."""
    picture = QPixmap(120, 20)
    picture.fill(Qt.GlobalColor.white)
    painter = QPainter(picture)
    paint.draw_interval(painter, QRectF(picture.rect()), interval)
    painter.end()
    shown = QLabel()
    shown.setPixmap(picture)
    qtbot.addWidget(shown)
    return shown


def test_an_interval_outside_its_axis_stays_within_its_place(qtbot: QtBot) -> None:
    assert theme.current().colours.text in colours_in(drawn(qtbot, Interval(9.0, -3.0, 12.0)))


def test_a_small_interval_shows_on_both_sides_of_its_value(qtbot: QtBot) -> None:
    picture = drawn(qtbot, Interval(2.5, 2.4, 2.6)).pixmap().toImage()
    above_the_axis = [picture.pixelColor(x, 7).name() for x in range(55, 66)]
    ground, value = "#ffffff", above_the_axis[5]
    band = [colour for colour in above_the_axis if colour not in (ground, value)]
    assert len(band) >= 2


def test_a_chip_is_a_button_that_shows_whether_it_is_chosen(qtbot: QtBot) -> None:
    chip = Chip("Begroting.xlsx")
    qtbot.addWidget(chip)
    before = colours_in(chip)
    qtbot.keyClick(chip, Qt.Key.Key_Space)

    assert chip.isChecked()
    assert colours_in(chip) != before


def test_a_card_with_and_without_a_bar_is_equally_high(qtbot: QtBot) -> None:
    plain, part = FigureCard("14", "kandidaturen"), FigureCard("68 / 96", "beoordelingen", 0.7)
    for card in (plain, part):
        qtbot.addWidget(card)

    assert plain.sizeHint().height() == part.sizeHint().height()
    assert part.accessibleName() == "68 / 96 beoordelingen"


@pytest.mark.parametrize("share", [-1.0, 0.0, 0.5, 1.0, 7.0])
def test_a_bar_never_leaves_its_track(qtbot: QtBot, share: float) -> None:
    bar = Bar(share)
    qtbot.addWidget(bar)
    bar.resize(100, 10)
    picture = bar.grab().toImage()
    filled = [x for x in range(100) if picture.pixelColor(x, 5).name() == theme.current().colours.accent]

    assert len(filled) == pytest.approx(100 * min(1, max(0, share)), abs=4)


def test_a_row_of_the_chart_says_its_count(qtbot: QtBot) -> None:
    line = BarRow(7, "Thierry", 1, 0)
    qtbot.addWidget(line)

    assert line.accessibleName() == "7 Thierry: 1"


def test_figures_line_up(qtbot: QtBot) -> None:
    labels = [figure_label(text) for text in ("11", "08")]
    for each in labels:
        qtbot.addWidget(each)

    assert labels[0].sizeHint().width() == labels[1].sizeHint().width()


def test_a_long_text_is_shortened_and_whole_on_hover(qtbot: QtBot) -> None:
    text = ElidedLabel("muted", "aankomst volgens de ontvangende mailserver")
    qtbot.addWidget(text)
    text.resize(90, 20)
    text.show()
    short, tip = text.shown(), text.toolTip()
    text.resize(900, 20)
    settle()

    assert short.endswith("…")
    assert (tip, text.shown(), text.toolTip()) == (text.text(), text.text(), "")


@pytest.mark.parametrize("width", [260, 420, 900])
def test_an_empty_state_stands_whole_in_the_middle_of_any_width(qtbot: QtBot, width: int) -> None:
    view = EmptyView()
    qtbot.addWidget(view)
    view.resize(width, 500)
    view.show()
    view.show_state(EmptyState("inbox", "Nog geen kandidaturen", "Kies de export van je postvak. " * 5))
    settle()

    for text in view.findChildren(QLabel):
        assert abs(text.geometry().center().x() - width // 2) <= 1
        assert view.rect().contains(text.geometry())
        assert text.height() >= text.heightForWidth(text.width())


def test_an_empty_state_that_was_filled_before_it_had_room_stands_together(qtbot: QtBot) -> None:
    """A page fills it while it is hidden, and so as narrow as Qt makes a new widget."""
    view = EmptyView()
    qtbot.addWidget(view)
    view.resize(100, 30)
    view.show_state(EmptyState("users", "Er is nog geen jury", "Voer de leden in. " * 4, "Invoeren", print))
    view.resize(1040, 640)
    view.show()
    settle()

    title, text = (label.geometry() for label in view.findChildren(QLabel) if label.text())
    assert all(label.height() < 30 for label in view.findChildren(QLabel) if label.text())
    assert text.top() - title.bottom() < 20
    assert view.button.geometry().top() - text.bottom() < 20


def test_an_empty_view_says_what_to_do_and_does_it(qtbot: QtBot) -> None:
    done: list[str] = []
    view = EmptyView()
    qtbot.addWidget(view)
    view.show_state(EmptyState("inbox", "Leeg", "Importeer.", "Importeren…", lambda: done.append("import")))
    view.show()
    qtbot.mouseClick(view.button, Qt.MouseButton.LeftButton)
    view.show_state(EmptyState("inbox", "Leeg", "Niets te doen."))

    assert done == ["import"]
    assert view.button.isHidden()


def test_a_field_has_its_label_as_name_and_says_what_is_wrong(qtbot: QtBot) -> None:
    field = Field("E-mailadres", line_edit("x"), "uit het formulier, blz. 1")
    qtbot.addWidget(field)
    field.show()
    field.show_problem("Dit is geen e-mailadres.")
    wrong = (field.hint.text(), field.widget.accessibleDescription(), field.widget.property("invalid"))
    field.show_problem("")

    assert field.widget.accessibleName() == "E-mailadres"
    assert wrong == ("Dit is geen e-mailadres.", "Dit is geen e-mailadres.", True)
    assert (field.hint.text(), field.widget.property("invalid")) == ("uit het formulier, blz. 1", False)


def test_tab_leaves_a_text_field(qtbot: QtBot) -> None:
    field = text_edit(suggestion="Schrijf hier…")
    qtbot.addWidget(field)

    assert field.tabChangesFocus()


def test_facts_can_be_copied_and_are_never_markup(qtbot: QtBot) -> None:
    facts = Facts()
    qtbot.addWidget(facts)
    value = facts.add("Onderwerp", "<h1>Win!</h1>")

    assert isinstance(value, QLabel)
    assert value.textFormat() is Qt.TextFormat.PlainText
    assert value.textInteractionFlags() & Qt.TextInteractionFlag.TextSelectableByMouse


@pytest.mark.parametrize("kind", [Tabs, Switch])
def test_one_of_several_views(qtbot: QtBot, kind: type[Tabs] | type[Switch]) -> None:
    tabs = kind((("files", "Bijlagen"), ("data", "Gegevens")), "Weergave")
    qtbot.addWidget(tabs)
    heard: list[str] = []
    tabs.chosen.connect(heard.append)
    first = tabs.current()
    tabs.choose("data")
    qtbot.mouseClick(tabs.buttons["files"], Qt.MouseButton.LeftButton)

    assert (first, tabs.current(), heard) == ("files", "files", ["files"])


def test_arrows_move_between_tabs_and_around(qtbot: QtBot) -> None:
    tabs = Tabs((("a", "A"), ("b", "B"), ("c", "C")))
    qtbot.addWidget(tabs)
    seen = []
    for key in (Qt.Key.Key_Right, Qt.Key.Key_Right, Qt.Key.Key_Right, Qt.Key.Key_Left):
        qtbot.keyClick(tabs, key)
        seen.append(tabs.current())

    assert seen == ["b", "c", "a", "c"]


def test_a_flow_goes_on_below_when_the_line_is_full(qtbot: QtBot) -> None:
    holder = flow(*(QPushButton(text) for text in ("een", "twee", "drie", "vier")))
    qtbot.addWidget(holder)
    layout = holder.layout()
    assert isinstance(layout, FlowLayout)

    wide, narrow = layout.heightForWidth(2000), layout.heightForWidth(10)
    layout.setGeometry(QRect(0, 0, 10, narrow))

    assert narrow > 3 * wide
    lefts = {widget.geometry().left() for widget in widgets_in(layout)}
    assert lefts == {0}


def test_clearing_a_layout_lets_everything_in_it_go(qtbot: QtBot) -> None:
    holder = QWidget()
    qtbot.addWidget(holder)
    holder.setLayout(row(QLabel("a"), row(QLabel("b"), None), QLineEdit()))
    clear(holder.layout())
    settle()

    assert holder.findChildren(QWidget) == []


def test_a_label_never_takes_text_for_markup(qtbot: QtBot) -> None:
    made = label("<b>vet</b>")
    qtbot.addWidget(made)

    assert made.textFormat() is Qt.TextFormat.PlainText


def test_buttons_do_what_they_are_given_and_an_icon_alone_has_a_name(qtbot: QtBot) -> None:
    done: list[str] = []
    plain = button("Doen", lambda: done.append("plain"))
    small = icon_button("copy", "Kopiëren", lambda: done.append("small"))
    for each in (plain, small):
        qtbot.addWidget(each)
        each.click()

    assert done == ["plain", "small"]
    assert (small.accessibleName(), small.toolTip()) == ("Kopiëren", "Kopiëren")


@pytest.mark.parametrize(
    ("text", "width", "lines", "shown"),
    [
        ("Pitches en jury", 400, 2, ["Pitches en jury"]),
        ("Communicatie beoordeling", 100, 2, ["Communicatie", "beoordeling"]),
        ("Beoordelen schriftelijke projectvoorstellen", 130, 2, ["Beoordelen", "schriftelijke proje…"]),
        ("einddatum + 14 dagen", 70, 1, ["einddatu…"]),
        ("", 100, 2, [""]),
    ],
)
def test_words_are_broken_over_lines_and_never_lost_in_silence(
    qtbot: QtBot, text: str, width: float, lines: int, shown: list[str]
) -> None:
    parts = wrapped(text, theme.font(), width, lines)

    assert [part.rstrip("…")[:9] for part in parts] == [part.rstrip("…")[:9] for part in shown]
    assert parts[-1].endswith("…") is shown[-1].endswith("…")
    assert len(parts) <= lines


def test_what_fits_on_no_line_takes_two_where_the_box_is_high_enough(qapp: object) -> None:
    font, name = theme.font(), "Huis van Morgen vzw"
    high, low = QRectF(0, 0, 90, 35), QRectF(0, 0, 90, 20)

    assert paint.fitted(name, font, high) == "Huis van\nMorgen vzw"
    assert paint.fitted(name, font, low).endswith("…")
    assert paint.fitted(name, font, QRectF(0, 0, 400, 35)) == name
