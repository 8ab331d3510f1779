"""A session that runs late: what would happen to the rest of the room, before anything is kept."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QCheckBox, QDialog, QGridLayout, QVBoxLayout, QWidget

from jury_desktop.domain.messages import Message
from jury_desktop.domain.pitch import Interval
from jury_desktop.domain.running_late import MOST, Late
from jury_desktop.services.session_late import LatePitch, LateView
from jury_desktop.ui import theme
from jury_desktop.ui.actions import SUBMIT
from jury_desktop.ui.pages.session.words import clock_time, hours
from jury_desktop.ui.text import area
from jury_desktop.ui.theme import Tone
from jury_desktop.ui.widgets.basics import button, clear, label, note, row
from jury_desktop.ui.widgets.form import Field, number_box, scroll

tr = area("session")


class LateDialog(QDialog):
    """Asks how late, and shows what follows: every hour, and whom it hits. Opens without blocking.

    :param preview: reads what a delay would do, and gives it to :meth:`show_view`.
    :param keep: keeps what was shown.
    """

    def __init__(
        self,
        minutes: int,
        break_minutes: int,
        preview: Callable[[Late], object],
        keep: Callable[[LateView], object],
        words: Callable[[Message], str],
        parent: QWidget,
    ) -> None:
        super().__init__(parent)
        self._preview, self._keep_view, self._words = preview, keep, words
        self._view: LateView | None = None
        self.setModal(True)
        self.setWindowTitle(tr("The session runs late"))
        self.minutes = number_box(-MOST, MOST, minutes, tr("minutes"))
        self.minutes.setSingleStep(5)
        self.cut = QCheckBox(tr("A break may be shortened to"))
        self.shortest = number_box(0, break_minutes, min(5, break_minutes), tr("minutes"))
        self.shortest.setAccessibleName(tr("Shortest break"))
        self.earlier = QCheckBox(tr("A pitch may begin before its planned hour"))
        self.summary = label("", "strong", wrap=True)
        self.summary.setAccessibleName(tr("What it does"))
        self.to_tell = label("", "muted", wrap=True)
        self.keep = button(tr("Shift the hours"), self._keep, part="primary")
        QShortcut(QKeySequence(SUBMIT), self, self.keep.click)
        self._build()
        self._ask()
        self.finished.connect(self.deleteLater)

    def late(self) -> Late:
        """How late, as it stands in the fields."""
        shortest = self.shortest.value() if self.cut.isChecked() else None
        return Late(self.minutes.value(), shortest, self.earlier.isChecked())

    def show_view(self, view: LateView) -> None:
        """Show what a delay would do; an answer to an earlier question is dropped."""
        if view.late != self.late():
            return
        self._view = view
        hit = [pitch for pitch in view.moves if pitch.hits]
        moved = tr("%n pitches get another expected hour.", "", len(view.moves))
        whom = tr("With %n of them it hits somebody.", "", len(hit)) if hit else tr("Nobody is hit by it.")
        self.summary.setText(f"{moved} {whom}" if view.moves else tr("No hour changes."))
        clear(self._rows)
        for at, text in enumerate((tr("Pitch"), tr("Planned"), tr("Expected"), tr("Becomes"))):
            self._rows.addWidget(label(text, "small"), 0, at)
        line = 1
        for pitch in sorted(view.pitches, key=lambda pitch: not pitch.hits):  # whom it hits, on top
            line = self._show_pitch(pitch, line)
        self._rows.setRowStretch(line, 1)
        self._show_to_tell(view)
        self.keep.setEnabled(bool(view.moves))

    def _show_pitch(self, pitch: LatePitch, line: int) -> int:
        """The line of a pitch, and below it whom it hits; gives the next free line."""
        name = label(f"{pitch.candidacy.reference} {pitch.candidacy.organisation}", wrap=True)
        moved = pitch.after != pitch.before
        cells = (
            name,
            label(clock_time(pitch.planned.start), "muted"),
            label(_awaited(pitch, pitch.before), "muted" if moved else ""),
            label(_awaited(pitch, pitch.after) if moved else tr("unchanged"), "strong" if moved else "muted"),
        )
        for at, cell in enumerate(cells):
            self._rows.addWidget(cell, line, at, Qt.AlignmentFlag.AlignTop)
        if pitch.hits:
            told = "\n".join(self._words(message) for message in pitch.hits)
            self._rows.addWidget(note(told, Tone.WARN), line + 1, 0, 1, 4)
        return line + 2

    def _show_to_tell(self, view: LateView) -> None:
        """Whose hour is no longer the one they were told."""
        later = [it for it in view.moves if it.told and not it.going and it.after.start != it.before.start]
        names = ", ".join(pitch.candidacy.reference for pitch in later)
        text = tr("Let the candidates know who were told another hour: {references}.")
        self.to_tell.setText(text.format(references=names) if later else "")
        self.to_tell.setVisible(bool(later))

    def _build(self) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(24, 22, 24, 20)
        column.setSpacing(12)
        column.addWidget(label(self.windowTitle(), "title"))
        says = tr(
            "The plan and the hours that candidates were told stay as they are; beside them the session gets "
            "the hours that are expected now. Nothing is kept before you say so."
        )
        column.addWidget(label(says, "muted", wrap=True))
        column.addWidget(Field(tr("Later than expected"), self.minutes, tr("Below zero: catching up.")))
        column.addLayout(row(self.cut, self.shortest, None))
        column.addWidget(self.earlier)
        inner = QWidget()
        self._rows = QGridLayout(inner)
        self._rows.setContentsMargins(0, 0, 8, 0)
        self._rows.setHorizontalSpacing(14)
        self._rows.setVerticalSpacing(6)
        self._rows.setColumnStretch(0, 1)
        column.addWidget(self.summary)
        column.addWidget(scroll(inner, tr("What it does")), 1)
        column.addWidget(self.to_tell)
        column.addLayout(row(button(tr("Cancel"), self.reject), None, self.keep))
        base = theme.metrics().base
        self.setMinimumSize(base * 44, base * 46)
        self.minutes.valueChanged.connect(self._ask)
        self.shortest.valueChanged.connect(self._ask)
        for box in (self.cut, self.earlier):
            box.toggled.connect(self._ask)
        self.minutes.selectAll()
        self.minutes.setFocus()

    def _ask(self) -> None:
        self.shortest.setEnabled(self.cut.isChecked())
        self.keep.setEnabled(False)
        self._view = None
        self._preview(self.late())

    def _keep(self) -> None:
        if self._view is not None:
            self.accept()
            self._keep_view(self._view)


def _awaited(pitch: LatePitch, hour: Interval) -> str:
    """The hours; of a pitch that began late its end alone, where less than a pitch lies before that."""
    cut = pitch.going and hour.end - hour.start < pitch.planned.end - pitch.planned.start
    return tr("until {time}").format(time=clock_time(hour.end)) if cut else hours(hour)
