"""Everything a widget shows, in words and in points: what eyes, screen readers and a mouse can find."""

from __future__ import annotations

import hashlib
from collections.abc import Iterator
from typing import Any

from PySide6.QtCore import QAbstractItemModel, QAbstractListModel, Qt
from PySide6.QtWidgets import (
    QAbstractItemView,
    QApplication,
    QComboBox,
    QLineEdit,
    QPlainTextEdit,
    QTextEdit,
    QWidget,
)

_ROLES = (
    Qt.ItemDataRole.DisplayRole,
    Qt.ItemDataRole.ToolTipRole,
    Qt.ItemDataRole.AccessibleTextRole,
    Qt.ItemDataRole.UserRole,
)


def readable(widget: QWidget) -> list[str]:
    """Every word in a widget, those that are hidden for now included."""
    QApplication.processEvents()
    return [word for part in (widget, *widget.findChildren(QWidget)) for word in _words(part) if word]


def picture(widget: QWidget) -> str:
    """The same for what looks the same, to the point."""
    image = widget.grab().toImage()
    return hashlib.sha256(bytes(image.constBits())).hexdigest()


def _words(part: QWidget) -> Iterator[str]:
    yield part.windowTitle()
    yield part.toolTip()
    yield part.accessibleName()
    yield part.accessibleDescription()
    if isinstance(part, (QPlainTextEdit, QTextEdit)):
        yield part.toPlainText()
    elif isinstance(part, QComboBox):
        yield from (part.itemText(at) for at in range(part.count()))
    elif isinstance(part, QAbstractItemView):
        yield from _cells(part.model())
    elif isinstance(part, QLineEdit) or callable(getattr(part, "text", None)):
        yield str(part.text())  # type: ignore[attr-defined]


def _cells(model: QAbstractItemModel | None) -> Iterator[str]:
    if model is None:
        return
    columns = 1 if isinstance(model, QAbstractListModel) else model.columnCount()
    for row in range(model.rowCount()):
        for column in range(columns):
            for role in _ROLES:
                value: Any = model.index(row, column).data(role)
                yield "" if value is None else str(value)
