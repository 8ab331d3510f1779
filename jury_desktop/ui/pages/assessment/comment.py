"""The field for a comment: Tab goes back to the scores, so that digits never end up in a text."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtGui import QFocusEvent, QKeyEvent, QTextCursor
from PySide6.QtWidgets import QWidget

from jury_desktop.ui.undo_keys import OWN_UNDO
from jury_desktop.ui.widgets.form import go_to_field
from jury_desktop.ui.widgets.growing_text import GrowingText

_BY_KEYBOARD = {
    Qt.FocusReason.TabFocusReason,
    Qt.FocusReason.BacktabFocusReason,
    Qt.FocusReason.OtherFocusReason,
}


class Comment(GrowingText):
    """A comment on a score, or the remark on the whole.

    :ivar before: where Shift+Tab and Escape go: the scale it is about.
    :ivar after: where Tab goes: the next scale.
    """

    def __init__(self, name: str, suggestion: str = "") -> None:
        super().__init__(name, suggestion)
        self.before: QWidget | None = None
        self.after: QWidget | None = None
        self.setProperty(OWN_UNDO, True)

    def focusNextPrevChild(self, onward: bool) -> bool:
        wanted = self.after if onward else self.before
        return go_to_field(wanted, onward=onward) or super().focusNextPrevChild(onward)

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Whoever comes by keyboard goes on where the text ends."""
        super().focusInEvent(event)
        if event.reason() in _BY_KEYBOARD:
            self.moveCursor(QTextCursor.MoveOperation.End)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() != Qt.Key.Key_Escape or not go_to_field(self.before, onward=False):
            super().keyPressEvent(event)
        if event.text().isspace():
            self.document().setModified(False)  # so that Ctrl+Z takes back a word, not all that was typed
