"""A day and hour typed over the whole of a field: taken as it was typed, or refused with words."""

from __future__ import annotations

from datetime import date, time

import pytest
from hypothesis import given
from hypothesis import strategies as st
from PySide6.QtCore import QDateTime, Qt
from PySide6.QtWidgets import QLineEdit, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from jury_desktop.ui.widgets.typed_over import TypedOver, read_typed

BOTH = "dd/MM/yyyy HH:mm"
DAY, NO_DAY = date(2023, 7, 20), date(2000, 1, 1)
SHOWN = QDateTime.fromString("27/07/2023 11:12", BOTH)


@pytest.mark.parametrize(
    ("typed", "display", "read"),
    [
        ("20/07/2023 09:00", BOTH, (DAY, time(9))),
        ("3-7-23 9u05", BOTH, (date(2023, 7, 3), time(9, 5))),
        ("200720230900", BOTH, (DAY, time(9))),
        ("20/07/2023 09:00", f"{BOTH}:ss", (DAY, time(9))),
        ("20 7 2023", "dd/MM/yyyy", (DAY, time())),
        ("9", "HH:mm", (NO_DAY, time(9))),
        ("930", "HH:mm", (NO_DAY, time(9, 30))),
        ("20/07/2023", BOTH, None),
        ("31/06/2023 09:00", BOTH, None),
        ("20/07/2023 24:00", BOTH, None),
        ("20072023090", BOTH, (DAY, time(9))),
        ("2007202309001", BOTH, None),
        ("", BOTH, None),
    ],
)
def test_what_is_typed_is_read_whole_or_not_at_all(
    typed: str, display: str, read: tuple[date, time] | None
) -> None:
    assert read_typed(typed, display) == read


@given(st.dates(min_value=date(1900, 1, 1)), st.integers(0, 23), st.integers(0, 59))
def test_a_moment_is_read_as_the_field_writes_it(day: date, hour: int, minute: int) -> None:
    read = (day, time(hour, minute))
    assert read_typed(f"{day:%d/%m/%Y} {hour:02}:{minute:02}", BOTH) == read
    assert read_typed(f"{day:%d%m%Y}{hour:02}{minute:02}", BOTH) == read


class Form(QWidget):
    """The field, and another to go to."""

    def __init__(self, qtbot: QtBot) -> None:
        super().__init__()
        self.bot, self.field, self.other, self.said = qtbot, TypedOver(SHOWN, BOTH), QLineEdit(), [""]
        self.field.refused.connect(self.said.append)
        column = QVBoxLayout(self)
        column.addWidget(self.field)
        column.addWidget(self.other)
        qtbot.addWidget(self)
        with qtbot.waitActive(self):
            self.show()
        self.field.setFocus()

    def type_over(self, typed: str) -> None:
        self.bot.keyClick(self.field, Qt.Key.Key_A, Qt.KeyboardModifier.ControlModifier)
        self.bot.keyClicks(self.field, typed)

    def press(self, key: Qt.Key) -> None:
        self.bot.keyClick(self.field, key)

    @property
    def found(self) -> tuple[str, str, str]:
        """What stands there, what it is worth, and what was said last."""
        return self.field.text(), self.field.dateTime().toString(BOTH), self.said[-1]


def test_what_is_typed_over_the_whole_is_taken_on_leaving(qtbot: QtBot, dutch: object) -> None:
    form = Form(qtbot)
    form.type_over("20/7/2023 9:00")
    form.press(Qt.Key.Key_Tab)
    assert form.found == ("20/07/2023 09:00", "20/07/2023 09:00", "")


def test_what_cannot_be_read_stays_as_it_was_typed(qtbot: QtBot, dutch: object) -> None:
    form = Form(qtbot)
    form.type_over("20/07")
    form.press(Qt.Key.Key_Tab)
    refused = "“20/07” is niet te lezen. Typ het zoals 27/07/2023 11:12."
    assert form.found == ("20/07", "27/07/2023 11:12", refused)
    form.field.setFocus()
    form.type_over("20/07/2023 10:15")
    assert form.field.take()
    assert form.found == ("20/07/2023 10:15", "20/07/2023 10:15", "")


def test_escape_takes_back_what_is_typed(qtbot: QtBot, dutch: object) -> None:
    form = Form(qtbot)
    form.type_over("20/07")
    form.press(Qt.Key.Key_Escape)
    assert form.found == ("27/07/2023 11:12", "27/07/2023 11:12", "")


def test_backspace_takes_back_a_digit_and_arrows_step_on_from_what_was_typed(
    qtbot: QtBot, dutch: object
) -> None:
    form = Form(qtbot)
    form.type_over("20/07/2023 09:000")
    form.press(Qt.Key.Key_Backspace)
    form.press(Qt.Key.Key_Up)
    assert form.found[1] in {"21/07/2023 09:00", "20/07/2023 09:01"}


def test_a_moment_outside_its_limits_is_refused(qtbot: QtBot, dutch: object) -> None:
    form = Form(qtbot)
    form.field.latest = SHOWN
    form.type_over("28/07/2023 09:00")
    assert not form.field.take()
    assert form.said[-1] == "Kies ten laatste 27/07/2023 11:12."
    form.field.setMinimumDateTime(SHOWN.addDays(-1))
    form.type_over("20/07/2023 09:00")
    assert not form.field.take()
    assert form.said[-1] == "Kies ten vroegste 26/07/2023 11:12."


def test_a_section_is_still_typed_by_itself(qtbot: QtBot) -> None:
    form = Form(qtbot)
    form.field.setSelectedSection(TypedOver.Section.DaySection)
    qtbot.keyClicks(form.field, "20")
    assert form.field.dateTime().toString(BOTH) == "20/07/2023 11:12"
