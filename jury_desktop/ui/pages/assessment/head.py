"""Above the scores: whose sheet it is, the mean so far, and what there is to know about the sheet."""

from __future__ import annotations

from datetime import datetime

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from jury_desktop.domain.call import Round
from jury_desktop.services.scoring import SheetView, judge_newest
from jury_desktop.ui.allowed import asks
from jury_desktop.ui.text import area
from jury_desktop.ui.theme import Tone
from jury_desktop.ui.widgets.basics import button, clear, label, note, row, stack
from jury_desktop.ui.widgets.elided import ElidedLabel
from jury_desktop.ui.widgets.figure import figure_label
from jury_desktop.wording import moment, number

tr = area("assessment")


class SheetHead(QWidget):
    """The head of a sheet.

    :ivar comparable: whether the versions of a candidacy can be compared here.
    :ivar newest_read: the juror has read the newest version.
    :ivar comparison_wanted: the juror wants to see what changed since the version the sheet judged.
    """

    newest_read = Signal()
    comparison_wanted = Signal()

    def __init__(self, language: str) -> None:
        super().__init__()
        self._language = language
        self.comparable = True
        self._reference = label("", "muted")
        self._organisation = ElidedLabel("large")
        self.mean = label("–", "number")
        self.mean.setFont(figure_label("").font())
        self._scale = label("", "muted")
        self.notes = QVBoxLayout()
        self.notes.setSpacing(6)
        self._build()

    def _build(self) -> None:
        score = row(self.mean, self._scale, spacing=4)
        score.setAlignment(Qt.AlignmentFlag.AlignBottom)
        names = stack(self._reference, self._organisation, spacing=2)
        line = row(names, score, spacing=12)
        line.setStretch(0, 1)
        self.setLayout(stack(line, self.notes, spacing=8))

    def show_view(self, view: SheetView, *, amending: bool) -> None:
        """Show whose sheet it is and what there is to know about it."""
        rounds = {Round.WRITTEN: tr("written"), Round.PITCH: tr("pitch")}
        self._reference.setText(f"{view.candidacy.reference} · {rounds[view.sheet.round]}")
        self._organisation.setText(view.candidacy.organisation)
        self._scale.setText(f"/ {view.rubric.highest}")
        clear(self.notes)
        self._note_state(view, amending)
        if view.outdated:
            self._note_outdated(view)

    def show_mean(self, score: float | None) -> None:
        """Show the mean of what has been scored so far."""
        self.mean.setText("–" if score is None else one_decimal(score, self._language))
        self.mean.setAccessibleName(tr("Running mean: {mean}").format(mean=self.mean.text()))

    def _note_state(self, view: SheetView, amending: bool) -> None:
        if amending:
            text = tr("You are changing a sealed sheet. The old scores stay in the journal.")
            self._add_note(text, Tone.WARN)
            if view.told_at is not None:
                self._add_note(self._told(view.told_at), Tone.BAD)
        elif view.sheet.submitted:
            text = tr("Submitted {when} and sealed.").format(when=self._when(view.sheet.submitted_at))
            if view.amended_at is not None:
                changed = tr("Changed {when}; the journal keeps what it was.")
                text = f"{text} {changed.format(when=self._when(view.amended_at))}"
            self._add_note(text, Tone.GOOD)
        elif view.closed:
            self._add_note(tr("The round has been closed. This sheet was not submitted and does not count."))

    def _note_outdated(self, view: SheetView) -> None:
        text = tr("This sheet judged version {old}; version {new} has come in since.")
        newest = view.candidacy.current.number
        self._add_note(text.format(old=view.sheet.version, new=newest), Tone.WARN)
        buttons = [button(tr("See what changed…"), self._wants_comparison)] if self.comparable else []
        if not (view.sheet.submitted or view.closed):
            buttons.append(button(tr("I have read the newest version"), self._newest_read))
        self.notes.addLayout(row(*buttons, None))

    def _add_note(self, text: str, tone: Tone = Tone.NEUTRAL) -> None:
        self.notes.addWidget(note(text, tone))

    def _told(self, sent_at: datetime) -> str:
        text = tr(
            "The letter with the decision left {when} and rests on these scores. A change makes it no longer "
            "hold: the regisseur then has to have the decision revised, with a new letter."
        )
        return text.format(when=self._when(sent_at))

    def _when(self, at: datetime | None) -> str:
        return "" if at is None else moment(at.replace(second=0, microsecond=0), self._language)

    def _wants_comparison(self) -> None:
        self.comparison_wanted.emit()

    @asks(judge_newest)
    def _newest_read(self) -> None:
        self.newest_read.emit()


def one_decimal(score: float, language: str) -> str:
    """ "3,9", and "4,0" for a whole number, so that the figure never jumps."""
    text = number(score, language, 1)
    sign = number(0.5, language, 1)[1]
    return text if sign in text else f"{text}{sign}0"
