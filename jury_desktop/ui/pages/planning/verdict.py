"""What a move would do: allowed or not, why not, what it costs, and what else changes place."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtGui import QAccessible, QAccessibleAnnouncementEvent

from jury_desktop.domain.call import BRUSSELS, SessionWindow
from jury_desktop.domain.pitch import Move, Slot
from jury_desktop.services.planning import PlanView, with_names
from jury_desktop.ui.pages.planning.sessions.words import room_text
from jury_desktop.ui.pages.planning.words import level_name
from jury_desktop.ui.shell import Shell
from jury_desktop.ui.text import area
from jury_desktop.ui.theme import Tone
from jury_desktop.ui.widgets.basics import Panel, label, note, restyle
from jury_desktop.wording import day

tr = area("planning")


def tone_of(move: Move) -> Tone:
    """Green when it costs nothing, amber when something gets worse, red when it cannot be."""
    if not move.legal:
        return Tone.BAD
    return Tone.WARN if move.worse else Tone.GOOD


class VerdictPanel(Panel):
    """Above the pitch, only while one is on its way or has just been refused."""

    def __init__(self, shell: Shell) -> None:
        super().__init__()
        self._shell = shell
        self.where = label("", "heading", wrap=True)
        self.said = note("")
        keys = tr(
            "Arrows move, Page Up and Page Down move half an hour, Home and End go to the first and last "
            "hour, Enter puts it there, Esc leaves it."
        )
        self._outside = False
        self._keys = label(keys, "small", wrap=True)
        for part in (self.where, self.said, self._keys):
            self.body.addWidget(part)
        self.hide()

    def show_asking(self, reference: str, slot: Slot, windows: Sequence[SessionWindow]) -> None:
        """Say where the pitch would come; the verdict follows."""
        self.show_place(reference, slot, windows)
        self._say(tr("Looking what that does…"), Tone.NEUTRAL)
        self.show()

    def show_place(self, reference: str, slot: Slot, windows: Sequence[SessionWindow]) -> None:
        """Say where the pitch would come."""
        start = slot.start.astimezone(BRUSSELS)
        window = next(each for each in windows if each.id == slot.window)
        where = f"{day(start.date(), self._shell.language, 'EEE d/MM')} {start:%H:%M}"
        room = f" · {room_text(window, slot.room)}" if window.rooms > 1 else ""
        self.where.setText(f"{reference} → {where}{room}")

    def show_outside(self, reference: str) -> None:
        """Say that nothing happens when it is let go here."""
        self.where.setText(reference)
        self._say(tr("Outside the sessions: it stays where it is."), Tone.NEUTRAL)
        self._outside = True
        self.show()

    def forget_outside(self) -> None:
        """It was let go outside the sessions."""
        if self._outside:
            self.hide()

    def show_locked(self, reference: str) -> None:
        """Say why a drag does nothing."""
        self.where.setText(reference)
        self._say(tr("It is locked and stays where it is. Unlock it first (L)."), Tone.WARN)
        self.show()

    def show_verdict(self, view: PlanView, move: Move, *, stays: bool) -> None:
        """Say what the move does."""
        text = tr("This is where it stands now.") if stays else "\n".join(self._lines(view, move))
        self._say(text, Tone.NEUTRAL if stays else tone_of(move))
        told = f"{self.where.text()}: {text}"
        self.setAccessibleName(told)
        QAccessible.updateAccessibility(QAccessibleAnnouncementEvent(self, told))

    def _lines(self, view: PlanView, move: Move) -> list[str]:
        if not move.legal:
            reasons = [self._shell.words(with_names(each, view.jurors)) for each in move.reasons]
            return [tr("Not possible:"), *reasons]
        swapped = [tr("Changes places with {reference}.").format(reference=each) for each in move.also_moved]
        if not move.worse:
            return [tr("Possible, and nothing gets worse."), *swapped]
        costs = [f"{level_name(name)}: {before} → {after}" for name, before, after in move.worse]
        return [tr("Possible, at a cost:"), *costs, *swapped]

    def _say(self, text: str, tone: Tone) -> None:
        self._outside = False
        self.said.setText(text)
        self.said.setProperty("tone", tone.value)
        restyle(self.said)
