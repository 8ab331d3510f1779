"""The session windows side by side on one time scale, with the pitches in them."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from PySide6.QtCore import QPoint, Qt, Signal
from PySide6.QtGui import QFocusEvent, QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QScrollArea, QWidget

from jury_desktop.domain.pitch import Slot
from jury_desktop.ui.pages.planning.block import PitchBlock
from jury_desktop.ui.pages.planning.column import Session, WindowColumn
from jury_desktop.ui.text import area
from jury_desktop.ui.theme import Tone
from jury_desktop.ui.widgets.basics import clear
from jury_desktop.ui.widgets.form import bring_into_view

tr = area("planning")

AT_ONCE = 30
"""Blocks that are made before anybody has scrolled: a window full of them."""
SLACK = 24
"""How far above or below the hours of a session a pitch may be let go, in points."""
SIGNALS = ("chosen", "move_wanted", "lock_wanted", "dragged", "released", "let_be")


class PlanColumns(QWidget):
    """All windows side by side. While a pitch is moved by keyboard the keys come here.

    :ivar chosen: the reference of the pitch that was clicked or focused; so do ``move_wanted`` and
        ``lock_wanted``.
    :ivar dragged: reference, the point of the screen and how far below its top the block is held.
    :ivar released: the block was let go; ``let_be``: it stays where it was.
    :ivar pressed: a key while a pitch is moved; ``left``: the keys go elsewhere meanwhile.
    :ivar furnished: blocks have come into being.
    :ivar change_wanted: a session has to be otherwise; carries its id.
    """

    chosen = Signal(str)
    move_wanted = Signal(str)
    lock_wanted = Signal(str)
    dragged = Signal(str, QPoint, int)
    released = Signal()
    let_be = Signal()
    pressed = Signal(int)
    left = Signal()
    furnished = Signal()
    change_wanted = Signal(str)

    def __init__(self) -> None:
        super().__init__()
        self._row = QHBoxLayout(self)
        self._row.setContentsMargins(0, 0, 0, 0)
        self._row.setSpacing(16)
        self._wanted = ""
        self._selected = ""
        self.columns: list[WindowColumn] = []

    def show_sessions(self, sessions: Sequence[Session]) -> None:
        """Show sessions with their pitches; what is the same stays, and the keyboard at the same pitch."""
        wanted = self._wanted or self._focused()
        if not self._show_already(sessions):
            clear(self._row)
            self.columns = [WindowColumn(each) for each in sessions]
            for column in self.columns:
                column.change_wanted.connect(self.change_wanted)
                self._row.addWidget(column, 1)
        for column, session in zip(self.columns, sessions, strict=True):
            column.show_jurors(session.free, session.quorum)
            column.scale.show_pitches(session.pitches, self._made)
        self._furnish(self._first())
        self.furnished.emit()
        self.focus_on(wanted)

    def _show_already(self, sessions: Sequence[Session]) -> bool:
        """Whether the columns are those of these sessions."""
        if len(self.columns) != len(sessions):
            return False
        return all(column.shows(each) for column, each in zip(self.columns, sessions, strict=True))

    def blocks(self) -> list[PitchBlock]:
        """Every pitch that has been in view, window by window."""
        return [block for column in self.columns for block in column.scale.blocks]

    def select(self, reference: str) -> None:
        """Mark the pitch of a candidacy, and its panel beside the others."""
        self._selected = reference
        for block in self.blocks():
            wanted = block.pitch.candidacy.reference == reference
            if block.selected != wanted:
                block.select(wanted)
        for column in self.columns:
            mine = [it for it in column.scale.pitches if it.candidacy.reference == reference]
            column.scale.lane.show_seated(frozenset(j for it in mine for j in it.place.jurors))

    def reveal(self, reference: str) -> None:
        """Bring the pitch of a candidacy into view."""
        for block in self._blocks_of(reference):
            bring_into_view(block)

    def focus_on(self, reference: str) -> None:
        """Give the keyboard to a pitch, as soon as it is there."""
        found = self._blocks_of(reference)
        self._wanted = "" if found else reference
        for block in found:
            block.setFocus()

    def _focused(self) -> str:
        return next((b.pitch.candidacy.reference for b in self.blocks() if b.hasFocus()), "")

    def _blocks_of(self, reference: str) -> list[PitchBlock]:
        """The block of a candidacy, made for the occasion where nobody had seen it."""
        holding = [
            column
            for column in self.columns
            if any(it.candidacy.reference == reference for it in column.scale.pitches)
        ]
        self._furnish(holding)
        return [
            block
            for column in holding
            for block in column.scale.blocks
            if block.pitch.candidacy.reference == reference
        ]

    # blocks come into being when they come into view

    def look(self) -> None:
        """The part that is in view has changed."""
        seen = self._seen()
        self._furnish([self.columns[at] for at in range(seen.start, seen.stop)])

    def _first(self) -> Iterator[WindowColumn]:
        """The sessions that are looked at first."""
        count = 0
        for column in self.columns:
            if count >= AT_ONCE:
                return
            count += len(column.scale.pitches)
            yield column

    def _seen(self) -> range:
        """The columns in view, and one more on either side: the keyboard goes there next."""
        port = self.parentWidget()
        left, right = -self.x(), -self.x() + (port.width() if port is not None else self.width())
        inside = [at for at, it in enumerate(self.columns) if it.x() < right and it.x() + it.width() > left]
        if not inside:
            return range(0)
        return range(max(0, inside[0] - 1), min(len(self.columns), inside[-1] + 2))

    def _furnish(self, columns: Iterator[WindowColumn] | Sequence[WindowColumn]) -> None:
        made = [column.scale.inhabit(self._made) for column in columns]
        if any(made):
            self.furnished.emit()

    def _made(self, block: PitchBlock) -> None:
        for name in SIGNALS:
            getattr(block, name).connect(getattr(self, name))
        block.select(block.pitch.candidacy.reference == self._selected)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.look()

    def follow(self, around: QScrollArea) -> None:
        """Look whenever somebody scrolls."""
        around.horizontalScrollBar().valueChanged.connect(self.look)

    # moving a pitch

    def slot_at(self, point: QPoint, held: int, minutes: int, grid: int) -> Slot | None:
        """The slot under a point of the screen, for a block held so far below its top; None beside all, also
        over what is scrolled out of view."""
        around = self.parentWidget()
        if around is not None and not around.rect().contains(around.mapFromGlobal(point)):
            return None
        for column in self.columns:
            if column.now is None:
                continue
            scale = column.scale
            at = scale.mapFromGlobal(point)
            if scale.rect().adjusted(0, -SLACK, 0, SLACK).contains(at):
                return scale.slot(at - QPoint(0, held), minutes, grid)
        return None

    def show_ghost(self, slot: Slot, minutes: int, tone: Tone) -> None:
        """Show where a pitch would come, in the colour of the verdict."""
        for column in self.columns:
            if column.scale.window_.id == slot.window:
                column.scale.show_ghost(slot, minutes, tone)
            else:
                column.scale.ghost.hide()

    def hide_ghost(self) -> None:
        """Nothing is being moved any more."""
        for column in self.columns:
            column.scale.ghost.hide()

    def take_keys(self) -> None:
        """From now on keys move the pitch."""
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setFocus()

    def give_keys_back(self, reference: str) -> None:
        """The pitch has landed, or stays."""
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        if self.hasFocus():
            self.focus_on(reference)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if self.hasFocus():
            self.pressed.emit(event.key())
        else:
            super().keyPressEvent(event)

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        if event.reason() in {Qt.FocusReason.TabFocusReason, Qt.FocusReason.BacktabFocusReason}:
            self.left.emit()
