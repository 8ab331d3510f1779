"""A line of an undo list, and what can be asked of the list it stands on."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from PySide6.QtGui import QUndoCommand, QUndoStack

from jury_desktop.services.new_ids import Ids
from jury_desktop.ui.final import Final

if TYPE_CHECKING:
    from jury_desktop.ui.operations import Operation


class UndoLine(QUndoCommand):
    """A step that was done. The work has been done before the line moves, so moving does nothing.

    A step without a way back stands there too, until somebody asks for it and is told why: Ctrl+Z never
    reaches past it to an older step unseen.

    :param ids: those of what it made, for when it is done again.
    """

    def __init__(self, operation: Operation[Any], result: object, ids: Ids | None = None) -> None:
        super().__init__(operation.text)
        self.operation = operation
        self.result = result
        self.ids: Ids = ids if ids is not None else {}

    @property
    def final(self) -> Final | None:
        """Why it has no way back; None where it has one."""
        inverse = self.operation.inverse
        return inverse if isinstance(inverse, Final) else None


def last_line(list_: QUndoStack) -> UndoLine | None:
    """What undo would be about."""
    return line_at(list_, list_.index() - 1) if list_.canUndo() else None


def next_line(list_: QUndoStack) -> UndoLine | None:
    """What redo would be about."""
    return line_at(list_, list_.index()) if list_.canRedo() else None


def holds(list_: QUndoStack, line: UndoLine) -> bool:
    """Whether a line is still on its list: who sat at a desk may have left it while the work was done."""
    return any(list_.command(at) is line for at in range(list_.count()))


def drop_last(list_: QUndoStack) -> None:
    """Takes the last line off a list; its work stays."""
    if (line := last_line(list_)) is not None:
        line.setObsolete(True)
        list_.undo()


def drop_next(list_: QUndoStack) -> None:
    """Takes what redo would be about off a list."""
    if (line := next_line(list_)) is not None:
        line.setObsolete(True)
        list_.redo()


def line_at(list_: QUndoStack, at: int) -> UndoLine | None:
    """The line at a place of a list, counted from the oldest."""
    line = list_.command(at)
    return line if isinstance(line, UndoLine) else None
