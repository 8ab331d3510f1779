"""Who is there: the candidate and the panel of the pitch on show, and who has submitted."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget

from jury_desktop.domain.session import Attendance
from jury_desktop.services.session import Seat, SessionPitch
from jury_desktop.services.session_presence import note_candidate, note_everybody, note_juror
from jury_desktop.ui.allowed import asks, only_for
from jury_desktop.ui.pages.session.words import attendance_name, consequence_name, seat_pill
from jury_desktop.ui.text import area
from jury_desktop.ui.theme import Tone
from jury_desktop.ui.widgets.basics import button, clear, label, note, row, stack, widgets_in
from jury_desktop.ui.widgets.elided import ElidedLabel
from jury_desktop.ui.widgets.form import scroll
from jury_desktop.ui.widgets.marks import Chip, StatusPill
from jury_desktop.ui.widgets.paint import Pill

tr = area("session")

_ARROWS = {Qt.Key.Key_Left: -1, Qt.Key.Key_Up: -1, Qt.Key.Key_Right: 1, Qt.Key.Key_Down: 1}


class PanelView(QWidget):
    """One line for the candidate and one for each juror, with what can be noted of them.

    :ivar juror_noted: carries a :class:`Seat` and the :class:`Attendance` the user wants to note.
    :ivar candidate_noted: carries the :class:`Attendance` the user wants to note of the candidate.
    :ivar all_present: everybody of whom nothing is known is there.
    """

    juror_noted = Signal(object, object)
    candidate_noted = Signal(object)
    all_present = Signal()

    def __init__(self) -> None:
        super().__init__()
        self._shown: tuple[object, ...] = ()
        self.everybody = button(tr("Everybody present"), self._everybody, part="link")
        inner = QWidget()
        self._lines = QVBoxLayout(inner)
        self._lines.setContentsMargins(0, 0, 8, 0)
        self._lines.setSpacing(10)
        area_ = scroll(inner, tr("Panel"))
        column = stack(row(label(tr("Who is there"), "heading"), None, self.everybody), area_)
        column.setStretch(1, 1)
        self.setLayout(column)

    def show_pitch(self, pitch: SessionPitch, quorum: int) -> None:
        """Show who is there at a pitch; ``quorum`` is the number of jurors that the call asks for."""
        shown = (pitch.candidacy.id, pitch.panel, pitch.run.candidate if pitch.run else None, quorum)
        if shown == self._shown:
            return
        self._shown = shown
        at = self._focused()
        self._fill(pitch, quorum)
        self._focus(at)

    def chips(self) -> list[Chip]:
        """What can be noted, top to bottom: three things of the candidate and of each juror."""
        lines = [line for line in widgets_in(self._lines) if isinstance(line, _Line)]
        return [chip for line in lines for chip in line.chips]

    def _focused(self) -> int:
        """Which chip has the keyboard, or -1: after a note the lines are made anew."""
        here = self.window().focusWidget()  # also while a dialog about that person has the keyboard
        return next((at for at, chip in enumerate(self.chips()) if chip is here), -1)

    def _focus(self, at: int) -> None:
        chips = self.chips()
        if 0 <= at < len(chips):
            chips[at].setFocus(Qt.FocusReason.OtherFocusReason)

    @asks(note_everybody)
    def _everybody(self) -> None:
        self.all_present.emit()

    def _fill(self, pitch: SessionPitch, quorum: int) -> None:
        clear(self._lines)
        candidate = pitch.run.candidate if pitch.run else None
        noted = (candidate, *(seat.noted for seat in pitch.panel))
        self.everybody.setEnabled(None in noted)
        if pitch.scoring < quorum:
            text = tr("{found} jurors score this pitch; the call asks for {quorum}.")
            self._lines.addWidget(note(text.format(found=pitch.scoring, quorum=quorum), Tone.WARN))
        self._lines.addWidget(_Line(self, pitch))
        for seat in pitch.panel:
            self._lines.addWidget(_Line(self, pitch, seat))
        self._lines.addStretch(1)


class _Line(QWidget):
    """Name, what is known, and the three things that can be noted."""

    def __init__(self, panel: PanelView, pitch: SessionPitch, seat: Seat | None = None) -> None:
        super().__init__()
        self._panel, self._seat = panel, seat
        candidate = pitch.run.candidate if pitch.run else None
        name = f"{seat.juror.name} · {seat.juror.organisation}" if seat else tr("The candidate")
        noted = seat.noted if seat else candidate
        now = noted.attendance if noted is not None else None
        self.chips = [self._chip(each, name, checked=each is now) for each in Attendance]
        who = ElidedLabel("" if seat else "strong", name)
        pill = seat_pill(seat.submitted, seat.noted) if seat else Pill("")
        first = row(who, StatusPill(pill.text, pill.tone)) if pill.text else row(who)
        first.setStretch(0, 1)
        parts = [first, row(*self.chips, None, spacing=2)]
        if told := _told(pitch, seat):
            parts.append(row(label(told, "small", wrap=True)))
        self.setLayout(stack(*parts, spacing=3))

    def _chip(self, attendance: Attendance, name: str, *, checked: bool) -> Chip:
        made = only_for(_Word(attendance_name(attendance), checked=checked), note_juror, note_candidate)
        made.setAccessibleName(f"{name}: {attendance_name(attendance)}")
        made.setObjectName(attendance.value)
        made.clicked.connect(self._clicked)
        return made

    def _clicked(self) -> None:
        """The chip shows what is kept, not what was clicked: the page shows it anew once it is."""
        chip = self.sender()
        assert isinstance(chip, Chip)
        chip.setChecked(not chip.isChecked())
        attendance = Attendance(chip.objectName())
        if self._seat is not None:
            self._panel.juror_noted.emit(self._seat, attendance)
        else:
            self._panel.candidate_noted.emit(attendance)


class _Word(Chip):
    """One of the things that can be noted of somebody; the arrow keys stay with the same person."""

    def keyPressEvent(self, event: QKeyEvent) -> None:
        key, line = event.key(), self.parentWidget()
        if key not in _ARROWS or not isinstance(line, _Line):
            super().keyPressEvent(event)
            return
        at = line.chips.index(self) + _ARROWS[Qt.Key(key)]
        if 0 <= at < len(line.chips):
            line.chips[at].setFocus(Qt.FocusReason.OtherFocusReason)


def _told(pitch: SessionPitch, seat: Seat | None) -> str:
    """What was noted beside the attendance: minutes, what follows, the reason."""
    if seat is not None:
        noted = seat.noted
        if noted is None:
            return ""
        missed = tr("missed %n minutes", "", noted.missed) if noted.attendance is Attendance.LATE else ""
        return " · ".join(filter(None, (missed, noted.reason)))
    candidate = pitch.run.candidate if pitch.run else None
    if candidate is None or candidate.attendance is Attendance.PRESENT:
        return ""
    late = tr("%n minutes late", "", candidate.late) if candidate.late else ""
    follows = tr("still to decide what follows")
    if candidate.consequence is not None:
        follows = consequence_name(candidate.consequence)
    return " · ".join(filter(None, (late, follows, candidate.reason)))
