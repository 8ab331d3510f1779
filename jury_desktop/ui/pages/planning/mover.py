"""Moving a pitch, with the mouse or by keyboard: where it would come, what that does, and letting it go."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime, timedelta

from PySide6.QtCore import QObject, QPoint, Qt

from jury_desktop.domain.call import SessionWindow
from jury_desktop.domain.pitch import Move, PitchPlan, Slot
from jury_desktop.services.plan_moves import judge_move, keep_move, lock_pitch, slot_of
from jury_desktop.services.planning import PlanView
from jury_desktop.ui.allowed import may, stopped
from jury_desktop.ui.jobs import JobContext
from jury_desktop.ui.pages.planning import steps
from jury_desktop.ui.pages.planning.columns import PlanColumns
from jury_desktop.ui.pages.planning.tray import Tray
from jury_desktop.ui.pages.planning.verdict import VerdictPanel, tone_of
from jury_desktop.ui.shell import Shell
from jury_desktop.ui.theme import Tone

DAY = 24 * 60
"""Minutes that are more than any session has: Home and End move a pitch to its first and last hour."""
FAR = 30
"""Minutes that Page Up and Page Down move a pitch."""
LET_GO = frozenset({Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Space})


@dataclass(frozen=True, slots=True)
class Judged:
    """The verdict on a pitch in a slot."""

    pitch: str
    slot: Slot
    move: Move

    @property
    def lands(self) -> Slot:
        """Where the pitch comes: who changes places with another comes at the hour of that one."""
        plan = self.move.plan
        return (slot_of(plan, self.pitch) if plan is not None else None) or self.slot


class Mover(QObject):
    """One pitch at a time is on its way; the verdict on each slot is worked out beside the window."""

    def __init__(self, shell: Shell, columns: PlanColumns, panel: VerdictPanel) -> None:
        super().__init__(columns)
        self._shell, self._columns, self._panel = shell, columns, panel
        self._view: PlanView | None = None
        self._pitch = ""
        self._slot: Slot | None = None
        self._judged: Judged | None = None
        self._landing = False
        self._onward = 0
        """Minutes by which a key moved the pitch, until something of that is seen."""
        self._shown: Slot | None = None
        """Where the pitch would come by the verdict before."""
        columns.move_wanted.connect(self.begin)
        columns.lock_wanted.connect(self.toggle_lock)
        columns.dragged.connect(self._dragged)
        columns.released.connect(self.land)
        columns.let_be.connect(self.cancel)
        columns.left.connect(self.cancel)
        columns.pressed.connect(self._pressed)

    def listen(self, tray: Tray) -> None:
        """Who has no place can be dragged too."""
        tray.move_wanted.connect(self.begin)
        tray.dragged.connect(self._dragged)
        tray.released.connect(self.land)
        tray.let_be.connect(self.cancel)

    @property
    def moving(self) -> str:
        """The reference of the pitch on its way; empty when there is none."""
        return self._pitch

    def show_view(self, view: PlanView) -> None:
        """Another plan is on show: whatever was on its way stays where it is."""
        self._view = view
        self._end()

    # beginning and ending

    def begin(self, reference: str) -> None:
        """Move a pitch by keyboard, from where it stands or else from the first hour."""
        if self._view is None or self._view.plan is None or reference not in self._minutes():
            return
        if stopped(self._columns, keep_move):
            return
        self._columns.take_keys()
        self._aim(reference, self._start(reference, self._view.plan.plan))

    def _start(self, reference: str, plan: PitchPlan) -> Slot:
        """Where it stands; the first hour of all for who has no place, or one in a session that is gone."""
        now, first = slot_of(plan, reference), self._windows()[0]
        rooms = {window.id: window.rooms for window in self._windows()}
        stands = now is not None and now.room <= rooms.get(now.window, 0)
        return now if now is not None and stands else Slot(first.id, 1, first.start)

    def toggle_lock(self, reference: str) -> None:
        """Lock a pitch where it stands, or let it go."""
        stored = self._view.plan if self._view is not None else None
        if stored is None or stopped(self._columns, lock_pitch):
            return
        if slot_of(stored.plan, reference) is not None:
            self._shell.run_operation(steps.locking(reference, locked=reference not in self._locked()))

    def _locked(self) -> frozenset[str]:
        """The references of the pitches that stay where they stand."""
        stored = self._view.plan if self._view is not None else None
        pitches = stored.instance.pitches if stored is not None else ()
        return frozenset(it.id for it in pitches if it.pinned is not None)

    def cancel(self) -> None:
        """The pitch stays where it was."""
        pitch = self._pitch
        self._end()
        self._columns.give_keys_back(pitch)

    def land(self) -> None:
        """Let the pitch go: it is kept where it is as soon as that is known to be allowed."""
        if stopped(self._columns, keep_move):
            return
        if not self._pitch or self._slot is None:
            self._panel.forget_outside()
            return
        if self._judged is None:
            self._landing = True
        elif self._stays_put():
            self.cancel()
        elif (move := self._judged.move).plan is not None and self._view is not None:
            step = steps.moving(self._view, self._pitch, move.plan, move.also_moved)
            self.cancel()
            self._shell.run_operation(step)
        else:
            self._refuse()

    def _stays_put(self) -> bool:
        plan = self._view.plan.plan if self._view and self._view.plan else None
        return plan is not None and slot_of(plan, self._pitch) == self._slot

    def _refuse(self) -> None:
        """It cannot stand there. Who used the mouse has let go, and reads why; by keyboard one goes on."""
        if not self._columns.hasFocus():
            self._columns.hide_ghost()
            self._pitch, self._slot, self._judged = "", None, None

    def _end(self) -> None:
        self._pitch, self._slot, self._judged, self._landing = "", None, None, False
        self._onward, self._shown = 0, None
        self._columns.hide_ghost()
        self._panel.hide()

    # on its way

    def _dragged(self, reference: str, point: QPoint, held: int) -> None:
        minutes = self._minutes().get(reference)
        if minutes is None or self._view is None or not may(self._columns, keep_move):
            return
        if reference in self._locked():
            self._panel.show_locked(reference)
            return
        slot = self._columns.slot_at(point, held, minutes, self._view.problem.grid_minutes)
        if slot is not None:
            self._shown = None
            self._aim(reference, slot)
        else:
            self._end()
            self._panel.show_outside(reference)

    def _pressed(self, pressed: int) -> None:
        key, grid = Qt.Key(pressed), self._view.problem.grid_minutes if self._view else 0
        up_or_down = {Qt.Key.Key_Up: -grid, Qt.Key.Key_Down: grid, Qt.Key.Key_PageUp: -FAR}
        up_or_down[Qt.Key.Key_PageDown] = FAR
        beside = {Qt.Key.Key_Left: -1, Qt.Key.Key_Right: 1}
        ends = {Qt.Key.Key_Home: -DAY, Qt.Key.Key_End: DAY}
        self._onward = up_or_down.get(key, 0)
        if key in up_or_down:
            self._step(up_or_down[key])
        elif key in ends:
            self._step(ends[key])
        elif key in beside:
            self._cross(beside[key])
        elif key in LET_GO:
            self.land()
        elif key == Qt.Key.Key_Escape:
            self.cancel()

    def _step(self, minutes: int) -> None:
        if self._slot is not None:
            window = {it.id: it for it in self._windows()}[self._slot.window]
            start = self._slot.start + timedelta(minutes=minutes)
            self._aim(
                self._pitch, Slot(window.id, self._slot.room, self._within(window, start - window.start))
            )

    def _cross(self, step: int) -> None:
        """To the next room or session, at the same time after its start."""
        if self._slot is None:
            return
        rooms = [(window, room) for window in self._windows() for room in range(1, window.rooms + 1)]
        here = [(window.id, room) for window, room in rooms].index((self._slot.window, self._slot.room))
        since = self._slot.start - rooms[here][0].start
        window, room = rooms[max(0, min(len(rooms) - 1, here + step))]
        self._aim(self._pitch, Slot(window.id, room, self._within(window, since)))

    def _within(self, window: SessionWindow, since: timedelta) -> datetime:
        grid = self._view.problem.grid_minutes if self._view is not None else 1
        latest = (window.minutes - self._minutes()[self._pitch]) // grid * grid
        return window.start + max(timedelta(), min(since, timedelta(minutes=latest)))

    def _aim(self, reference: str, slot: Slot) -> None:
        if (reference, slot) == (self._pitch, self._slot):
            return
        self._pitch, self._slot, self._judged, self._landing = reference, slot, None, False
        self._columns.show_ghost(slot, self._minutes()[reference], Tone.NEUTRAL)
        self._panel.show_asking(reference, slot, self._windows())
        view = self._view
        assert view is not None

        def work(_context: JobContext) -> Judged:
            return Judged(reference, slot, judge_move(view, reference, slot))

        self._shell.run_calculation(work, self._told, key="planning-move")

    def _told(self, judged: Judged) -> None:
        if (judged.pitch, judged.slot) != (self._pitch, self._slot) or self._view is None:
            return
        self._judged = judged
        lands = judged.lands
        if self._onward and lands == self._shown and not self._landing:
            self._step(self._onward)  # it changes places with the same pitch as a moment ago: go past that
            if self._slot != judged.slot:
                return
        self._shown, self._onward = lands, 0
        self._columns.show_ghost(lands, self._minutes()[judged.pitch], tone_of(judged.move))
        self._panel.show_place(judged.pitch, lands, self._windows())
        self._panel.show_verdict(self._view, judged.move, stays=self._stays_put())
        if self._landing:
            self._landing = False
            self.land()

    def _windows(self) -> tuple[SessionWindow, ...]:
        return self._view.problem.windows if self._view is not None else ()

    def _minutes(self) -> dict[str, int]:
        return {it.id: it.minutes for it in self._view.problem.pitches} if self._view is not None else {}
