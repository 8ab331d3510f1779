"""The undo lists: of the window, and of who sits at a desk.

Only one of the two can be walked at a time, so that who scores never undoes the work of another.
"""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, Any, TypeVar

from PySide6.QtCore import QObject
from PySide6.QtGui import QUndoGroup, QUndoStack

from jury_desktop.services.new_ids import Ids
from jury_desktop.ui.final import Final
from jury_desktop.ui.undo_line import UndoLine, drop_last, last_line, line_at

if TYPE_CHECKING:
    from jury_desktop.ui.operations import Operation

T = TypeVar("T")


class UndoLists(QObject):
    """Which steps can be undone and done again, by who sits where.

    :ivar lists: both lists; the active one is walked.
    """

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.lists = QUndoGroup(self)
        self.of_window, self._of_desk = QUndoStack(self.lists), QUndoStack(self.lists)
        self.of_window.setActive()
        self._desk = ""

    @property
    def stack(self) -> QUndoStack:
        """The undo list of where the user is."""
        return self._of_desk if self._desk else self.of_window

    def sit_at(self, desk: str) -> None:
        """Undo is about this desk alone from now on, and what was done at another one before it is final.

        :param desk: any name; empty gets up, back to the list of the window.
        """
        if desk != self._desk:
            self._desk = desk
            self._of_desk.clear()
            self.stack.setActive()

    def get_up(self, desk: str) -> None:
        """Back to the list of the window, unless somebody sits at another desk by now. It is the same user:
        what was done there and can be undone joins the list of the window."""
        if desk != self._desk:
            return
        done = [last for at in range(self._of_desk.index()) if (last := line_at(self._of_desk, at))]
        joining = [UndoLine(replace(each.operation, desk=""), each.result, each.ids) for each in done]
        self.sit_at("")
        for line in joining:
            self.of_window.push(line)

    def forget(self) -> None:
        """Nothing can be undone any more: another dossier is open."""
        self.of_window.clear()
        self._of_desk.clear()

    def keep(self, operation: Operation[T], result: T, ids: Ids) -> QUndoStack | None:
        """The list on which a step that can be undone stands from now on; None when its desk was left."""
        if isinstance(operation.inverse, Final) or operation.desk not in {"", self._desk}:
            return None
        list_ = self._of_desk if operation.desk else self.of_window
        list_.push(UndoLine(operation, result, ids))
        return list_

    def keep_final(self, operation: Operation[Any]) -> None:
        """A step without a way back stands on the list of where its user is by now; of several in a row the
        last one is enough."""
        list_ = self.stack if operation.desk else self.of_window
        last = last_line(list_)
        if last is not None and last.final is not None:
            drop_last(list_)
        list_.push(UndoLine(operation, None))

    @property
    def final(self) -> Final | None:
        """Why the last step of where the user is cannot be undone; None where it can, or there is none."""
        last = last_line(self.stack)
        return last.final if last is not None else None
