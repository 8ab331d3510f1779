"""Ctrl+K: every action, every page and every candidacy, found by a few letters."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass

import shiboken6
from PySide6.QtCore import QEvent, QModelIndex, QObject, QPersistentModelIndex, QRect, Qt
from PySide6.QtGui import QFocusEvent, QKeyEvent, QMouseEvent, QPainter
from PySide6.QtWidgets import (
    QApplication,
    QFrame,
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
WIDTH, HEIGHT, TOP = 640, 460, 72
"""Size of the palette in a window with room enough, and how far it stays from the top."""
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
    """0–130. The whole name beats everything; then the words typed one after the other in the name, whole
    before begun; then words that start with them, anywhere; then a part; then a near miss."""
    parts = wanted.split()
    if (whole := _whole(line.text, parts)) is not None:
        return whole
    text = utils.default_process(f"{line.text} {line.detail} {line.words}")
    if all(any(word.startswith(part) for word in text.split()) for part in parts):
        return 100.0
    if all(part in text for part in parts):
        return 90.0
    return 0.85 * fuzz.partial_ratio(wanted, text) if len(wanted) > 2 else 0.0


def _whole(text: str, parts: Sequence[str]) -> float | None:
    """How well the words typed are the name itself, with or without the number before it; None if not.

    "rand 13" is the whole name in "K-14  Rand 13", and in "K-13  Rand 12" it is not.
    """
    number, _, name = text.partition("  ")
    names = [_words(text), *([_words(name), _words(number)] if name else [])]
    typed = "".join(f" {part}" for part in parts)
    if typed in names:
        return 130.0
    if any(f"{typed} " in f"{words} " for words in names):
        return 120.0
    return 110.0 if any(typed in words for words in names) else None


def _words(text: str) -> str:
    """Its words, each with a space before it."""
    return "".join(f" {word}" for word in utils.default_process(text).split())


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


class CommandPalette(QWidget):
    """The palette itself: a field and a list. Enter does the chosen line, Escape goes back.

    It lies over the window instead of being one: so it has the keyboard at once, also where no window manager
    gives it, and its round corners are drawn over the page. What is around it only closes it.
    """

    def __init__(self, lines: Sequence[Line], window: QWidget) -> None:
        super().__init__(window)
        self._lines = tuple(lines)
        self._before = QApplication.focusWidget()
        self.box = QFrame(self)
        self.field = QLineEdit()
        self.list = QListWidget()
        self._nothing = label(tr("Nothing found"), "muted")
        self._fill()
        self._typed("")
        window.installEventFilter(self)

    def _fill(self) -> None:
        self.setAccessibleName(tr("Search or run a command"))
        self.box.setObjectName("palette")
        self.field.setPlaceholderText(tr("Search or run a command…"))
        self.field.setAccessibleName(tr("Search or run a command"))
        self.field.setObjectName("palette-field")
        self.field.textChanged.connect(self._typed)
        self.field.installEventFilter(self)
        self.list.setItemDelegate(PaletteDelegate(self.list))
        self.list.setAccessibleName(tr("Results"))
        self.list.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.list.itemClicked.connect(self._run_item)
        column = QVBoxLayout(self.box)
        column.setContentsMargins(8, 8, 8, 8)
        column.setSpacing(6)
        for part in (self.field, self.list, self._nothing):
            column.addWidget(part)

    def open(self) -> None:
        """Show it over the window, ready to type in."""
        self._fit()
        self.show()
        self.raise_()
        self.field.setFocus()

    def dismiss(self) -> None:
        """Take it away; the keyboard goes back to where it was."""
        if self.isHidden():
            return
        before = self._before  # asked first: when the field is hidden, Qt gives the keyboard to anything
        self.hide()
        if before is not None and shiboken6.isValid(before):
            before.setFocus()
        self.deleteLater()

    def _fit(self) -> None:
        size = self.window().size()
        self.resize(size)
        width, height = min(WIDTH, size.width() - 80), min(self._height(), size.height() - 120)
        self.box.setGeometry((size.width() - width) // 2, TOP, width, height)

    def _height(self) -> int:
        """As high as its lines need, and no higher than :data:`HEIGHT`."""
        lines = max(1, self.list.count()) * theme.metrics().row
        return min(HEIGHT, self.field.sizeHint().height() + lines + 4 * theme.metrics().unit + 16)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        if not self.box.geometry().contains(event.position().toPoint()):
            self.dismiss()

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
        self._fit()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        kind = event.type()
        if watched is not self.field:
            if kind == QEvent.Type.Resize:
                self._fit()
        elif isinstance(event, QKeyEvent) and kind == QEvent.Type.KeyPress:
            return self._key(event.key())
        elif isinstance(event, QFocusEvent) and kind == QEvent.Type.FocusOut:
            self._left(event.reason())
        return super().eventFilter(watched, event)

    def _left(self, reason: Qt.FocusReason) -> None:
        """Something else in the window was given the keyboard: that is where the user wants to be."""
        if reason not in {Qt.FocusReason.ActiveWindowFocusReason, Qt.FocusReason.PopupFocusReason}:
            self._before = None
            self.dismiss()

    def _key(self, key: int) -> bool:
        steps = {Qt.Key.Key_Down: 1, Qt.Key.Key_Up: -1, Qt.Key.Key_PageDown: 8, Qt.Key.Key_PageUp: -8}
        if key in steps and self.list.count():
            last = self.list.count() - 1
            self.list.setCurrentRow(max(0, min(last, self.list.currentRow() + steps[Qt.Key(key)])))
        elif key in {Qt.Key.Key_Return, Qt.Key.Key_Enter}:
            self._run_item(self.list.currentItem())
        elif key == Qt.Key.Key_Escape:
            self.dismiss()
        else:
            return key in {Qt.Key.Key_Tab, Qt.Key.Key_Backtab}
        return True

    def _run_item(self, item: QListWidgetItem | None) -> None:
        if item is None:
            return
        line: Line = item.data(Qt.ItemDataRole.UserRole)
        self.dismiss()
        line.run()


def action_line(action: Action) -> Line:
    """The line of an action."""
    return Line(action.text, shortcut_text(action.keys), action.icon, action.run, action.words)
