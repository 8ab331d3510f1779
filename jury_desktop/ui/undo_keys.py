"""Ctrl+Z in a field undoes what was typed; once nothing of that is left, it undoes the last step."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject
from PySide6.QtGui import QKeyEvent, QKeySequence
from PySide6.QtWidgets import QApplication, QLineEdit, QPlainTextEdit, QTextEdit, QWidget

OWN_UNDO = "ownUndo"
"""The property of a field in which Ctrl+Z never goes on to the last step: one too many would hit another."""


class UndoKeys(QObject):
    """Looks over the shoulder of the field that has the keyboard.

    Qt's fields keep Ctrl+Z for themselves, also when they have nothing to undo: then it would seem dead. A
    field that is one of many, kept as they are typed, has a Ctrl+Z of its own (:data:`OWN_UNDO`).
    """

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        application = QApplication.instance()
        assert isinstance(application, QApplication)
        application.focusChanged.connect(self._focus_changed)

    def _focus_changed(self, old: QWidget | None, new: QWidget | None) -> None:
        if old is not None:
            old.removeEventFilter(self)
        if isinstance(new, QLineEdit | QPlainTextEdit | QTextEdit):
            new.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.ShortcutOverride and isinstance(event, QKeyEvent):
            undo, redo = _left(watched)
            keys = QKeySequence.StandardKey
            if (event.matches(keys.Undo) and not undo) or (event.matches(keys.Redo) and not redo):
                event.ignore()
                return True
        return super().eventFilter(watched, event)


def _left(field: QObject) -> tuple[bool, bool]:
    """Whether a field has something of its own to undo, and to do again."""
    if field.property(OWN_UNDO):
        return True, True
    if isinstance(field, QLineEdit):
        return field.isUndoAvailable(), field.isRedoAvailable()
    if isinstance(field, QPlainTextEdit | QTextEdit):
        return field.document().isUndoAvailable(), field.document().isRedoAvailable()
    return True, True
