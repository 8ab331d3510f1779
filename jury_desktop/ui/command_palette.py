"""Ctrl+K: every action, every page and every candidacy, found by a few letters."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from PySide6.QtCore import QEvent, QModelIndex, QObject, QPersistentModelIndex, QRect, Qt
from PySide6.QtGui import QKeyEvent, QPainter
from PySide6.QtWidgets import (
    QDialog,
    QLineEdit,
    QListWidget,
    QListWidgetItem,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QVBoxLayout,
    QWidget,
)
from rapidfuzz import fuzz, utils

from jury_desktop.ui import theme
from jury_desktop.ui.actions import Action, shortcut_text
from jury_desktop.ui.icons import pixmap
from jury_desktop.ui.text import area
from jury_desktop.ui.widgets.basics import label

tr = area("shell")

SHOWN = 60
GOOD_ENOUGH = 55.0
"""Below this score (0–100) a line has too little in common with what was typed."""


@dataclass(frozen=True, slots=True)
class Line:
    """One line of the palette."""

    text: str
    detail: str
    icon: str
    run: Callable[[], object]
    words: str = ""


def rank(lines: Sequence[Line], typed: str) -> list[Line]:
    """The lines that match, best first; all of them, in their own order, when nothing is typed."""
    wanted = utils.default_process(typed)
    if not wanted:
        return list(lines)[:SHOWN]
    scored = [(_score(line, wanted), -at, line) for at, line in enumerate(lines)]
    kept = sorted((found for found in scored if found[0] >= GOOD_ENOUGH), key=lambda f: f[:2], reverse=True)
    return [line for _, _, line in kept[:SHOWN]]


def _score(line: Line, wanted: str) -> float:
    """0–100. A word that starts with what was typed beats everything; then a part; then a near miss."""
    text = utils.default_process(f"{line.text} {line.detail} {line.words}")
    parts = wanted.split()
    if all(any(word.startswith(part) for word in text.split()) for part in parts):
        return 100.0
    if all(part in text for part in parts):
        return 90.0
    return 0.85 * fuzz.partial_ratio(wanted, text) if len(wanted) > 2 else 0.0


class PaletteDelegate(QStyledItemDelegate):
    """Paints a line: icon, text, and the detail in grey at the right."""

    def paint(
        self, painter: QPainter, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> None:
        line = index.data(Qt.ItemDataRole.UserRole)
        colours = theme.current().colours
        box = QRect(option.rect).adjusted(4, 1, -4, -1)
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        if option.state & QStyle.StateFlag.State_Selected:
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(theme.colour(colours.accent_soft))
            painter.drawRoundedRect(box, 6, 6)
        self._paint_line(painter, box, line)
        painter.restore()

    def _paint_line(self, painter: QPainter, box: QRect, line: Line) -> None:
        colours = theme.current().colours
        ratio = painter.device().devicePixelRatioF()
        picture = pixmap(line.icon or "arrow-right", colours.muted, 18, ratio)
        painter.drawPixmap(box.left() + 10, box.center().y() - 8, picture)
        middle = Qt.AlignmentFlag.AlignVCenter
        painter.setFont(theme.font())
        painter.setPen(theme.colour(colours.text))
        painter.drawText(box.adjusted(40, 0, -12, 0), middle, line.text)
        painter.setFont(theme.font("small"))
        painter.setPen(theme.colour(colours.muted))
        painter.drawText(box.adjusted(40, 0, -12, 0), middle | Qt.AlignmentFlag.AlignRight, line.detail)


class CommandPalette(QDialog):
    """The palette itself: a field and a list. Enter does the chosen line, Escape goes back."""

    def __init__(self, lines: Sequence[Line], parent: QWidget) -> None:
        super().__init__(parent, Qt.WindowType.Popup | Qt.WindowType.FramelessWindowHint)
        self._lines = tuple(lines)
        self.field = QLineEdit()
        self.list = QListWidget()
        self._nothing = label(tr("Nothing found"), "muted")
        self._fill()
        self._typed("")
        self.finished.connect(self.deleteLater)

    def _fill(self) -> None:
        self.setObjectName("palette")
        self.setWindowTitle(tr("Search or run a command"))
        self.field.setPlaceholderText(tr("Search or run a command…"))
        self.field.setAccessibleName(tr("Search or run a command"))
        self.field.setObjectName("palette-field")
        self.field.textChanged.connect(self._typed)
        self.field.installEventFilter(self)
        self.list.setItemDelegate(PaletteDelegate(self.list))
        self.list.setAccessibleName(tr("Results"))
        self.list.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.list.itemClicked.connect(self._run_item)
        column = QVBoxLayout(self)
        column.setContentsMargins(8, 8, 8, 8)
        column.setSpacing(6)
        for part in (self.field, self.list, self._nothing):
            column.addWidget(part)

    def set_lines(self, lines: Sequence[Line]) -> None:
        """Take other lines, for instance when candidacies have been read meanwhile."""
        self._lines = tuple(lines)
        self._typed(self.field.text())

    def _typed(self, typed: str) -> None:
        found = rank(self._lines, typed)
        self.list.clear()
        for line in found:
            item = QListWidgetItem()
            item.setData(Qt.ItemDataRole.UserRole, line)
            item.setData(Qt.ItemDataRole.AccessibleTextRole, f"{line.text}, {line.detail}")
            item.setSizeHint(
                self.field.sizeHint().scaled(10, theme.metrics().row, Qt.AspectRatioMode.IgnoreAspectRatio)
            )
            self.list.addItem(item)
        self.list.setCurrentRow(0)
        self.list.setVisible(bool(found))
        self._nothing.setVisible(not found)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if isinstance(event, QKeyEvent) and event.type() == QEvent.Type.KeyPress:
            return self._key(event.key())
        return super().eventFilter(watched, event)

    def _key(self, key: int) -> bool:
        steps = {Qt.Key.Key_Down: 1, Qt.Key.Key_Up: -1, Qt.Key.Key_PageDown: 8, Qt.Key.Key_PageUp: -8}
        if key in steps and self.list.count():
            last = self.list.count() - 1
            self.list.setCurrentRow(max(0, min(last, self.list.currentRow() + steps[Qt.Key(key)])))
            return True
        if key in {Qt.Key.Key_Return, Qt.Key.Key_Enter}:
            self._run_item(self.list.currentItem())
            return True
        return False

    def _run_item(self, item: QListWidgetItem | None) -> None:
        if item is None:
            return
        line: Line = item.data(Qt.ItemDataRole.UserRole)
        self.accept()
        line.run()


def action_line(action: Action) -> Line:
    """The line of an action."""
    return Line(action.text, shortcut_text(action.shortcut), action.icon, action.run, action.words)
