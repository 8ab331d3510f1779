"""Scoring where the pitch is heard: one juror after the other sits down, scores, submits and leaves."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QWidget

from jury_desktop.domain.call import Round
from jury_desktop.services.scoring import SheetView
from jury_desktop.services.session import Seat, SessionPitch
from jury_desktop.ui.pages.assessment.form import SheetForm
from jury_desktop.ui.pages.assessment.keeper import SheetKeeper
from jury_desktop.ui.pages.session.words import seat_pill
from jury_desktop.ui.shell import Notice, Shell
from jury_desktop.ui.text import area
from jury_desktop.ui.theme import Tone
from jury_desktop.ui.widgets.basics import Panel, label, row, stack
from jury_desktop.ui.widgets.empty import EmptyState, EmptyView
from jury_desktop.ui.widgets.opening_box import OpeningBox

tr = area("session")


class ScoringView(QWidget):
    """The score sheet of one juror of the panel at a time, with the form of the page Assessment.

    Whoever has submitted leaves: the next one never sees what another gave.

    :ivar changed: what can be done with the sheet is different now.
    """

    changed = Signal()

    def __init__(self, shell: Shell) -> None:
        super().__init__()
        self._shell = shell
        self._pitch: SessionPitch | None = None
        self._juror = ""
        self.who = OpeningBox()
        self.who.setAccessibleName(tr("Who scores"))
        self.who.setPlaceholderText(tr("Choose your name…"))
        self.who.activated.connect(self._sat_down)
        self.time = label("", "strong")
        self.away = label("", "small", wrap=True)
        self.nobody = EmptyView()
        self.form = SheetForm(shell.language)
        self.keeper = SheetKeeper(shell, self.form)
        self.keeper.changed.connect(self.changed)
        self.keeper.sealed.connect(self._sealed)
        self.keeper.reread.connect(self._read)
        self._build()

    def _build(self) -> None:
        head = Panel(margins=(14, 10, 14, 10))
        line = row(self.who, self.time, spacing=14)
        line.setStretch(0, 1)
        head.body.addLayout(line)
        head.body.addWidget(self.away)
        column = stack(head, self.nobody, self.form, spacing=12)
        column.setStretch(1, 1)
        column.setStretch(2, 1)
        self.setLayout(column)
        self._nobody_sits()

    @property
    def sitting(self) -> bool:
        """Whether a juror sits at the sheet."""
        return bool(self._juror)

    def show_time(self, text: str) -> None:
        """Show what is left of the phase, so that who scores keeps sight of it."""
        self.time.setText(text)

    def show_pitch(self, pitch: SessionPitch | None) -> None:
        """Offer the panel of a pitch; who sat at another one has left."""
        before, self._pitch = self._pitch, pitch
        other = (before and before.candidacy.id) != (pitch and pitch.candidacy.id)
        seats = {seat.juror.id: seat for seat in pitch.panel if seat.scores} if pitch else {}
        if other or self._juror not in seats:
            self.stand_up()
        self._offer(tuple(seats.values()))
        absent = [seat.juror.name for seat in pitch.panel if not seat.scores] if pitch else []
        text = tr("Not at this pitch, and so no score: {names}.")
        self.away.setText(text.format(names=", ".join(absent)) if absent else "")
        self.away.setVisible(bool(absent))

    def may_leave(self) -> bool:
        """Keep what was typed; False while a change of a sealed sheet waits for its reason."""
        return not self._juror or self.keeper.may_leave()

    def stand_up(self) -> None:
        """Nobody sits at the sheet any more; what was typed has been kept."""
        self._juror = ""
        self.keeper.turn_to(("", "", Round.PITCH))
        self.who.setCurrentIndex(-1)
        self._nobody_sits()

    def begin(self) -> None:
        """Put the keyboard where scoring begins: on the names, or on the first item without a score."""
        if self._juror:
            self.form.start()
        else:
            self.who.setFocus(Qt.FocusReason.OtherFocusReason)

    def can_submit(self) -> bool:
        """Whether there is a sheet on show that can be submitted."""
        return bool(self._juror) and self.keeper.can_submit()

    def _offer(self, seats: tuple[Seat, ...]) -> None:
        named = [(seat.juror.id, f"{seat.juror.name} · {_state(seat)}") for seat in seats]
        shown = [(self.who.itemData(at), self.who.itemText(at)) for at in range(self.who.count())]
        if named != shown:
            self.who.clear()
            for key, text in named:
                self.who.addItem(text, key)
        self.who.setCurrentIndex(self.who.findData(self._juror) if self._juror else -1)

    def _sat_down(self, at: int) -> None:
        juror = self.who.itemData(at)
        if juror == self._juror:
            return
        if not self.may_leave():
            self.who.setCurrentIndex(self.who.findData(self._juror))
            return
        self._juror = juror
        self._read()

    def _read(self) -> None:
        if self._pitch is None or not self._juror:
            return
        self.keeper.turn_to((self._juror, self._pitch.candidacy.id, Round.PITCH))
        self._shell.run_job(self.keeper.opening(), self._show, key="session-sheet")

    def _show(self, view: SheetView) -> None:
        """Show the sheet, unless its juror has left meanwhile."""
        if self._juror != view.sheet.juror:
            return
        self.nobody.hide()
        self.form.show()
        self.keeper.show(view)
        self.form.start()

    def _nobody_sits(self) -> None:
        self.form.hide()
        text = tr("Choose your own name above. What you submit is sealed until the round opens.")
        here = self._pitch.candidacy if self._pitch else None
        title = tr("Who is scoring {candidacy}?").format(
            candidacy=f"{here.reference} {here.organisation}" if here else "…"
        )
        self.nobody.show_state(EmptyState("clipboard-check", title, text))
        self.nobody.show()
        self.changed.emit()

    def _sealed(self, view: SheetView) -> None:
        text = tr("Your scores of {reference} have been submitted. The next juror can sit down.")
        self._shell.notify(Notice(text.format(reference=view.candidacy.reference), Tone.GOOD))
        self.stand_up()
        self.who.setFocus(Qt.FocusReason.OtherFocusReason)


def _state(seat: Seat) -> str:
    return seat_pill(seat.submitted, seat.noted).text
