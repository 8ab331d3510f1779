"""Taking hold of something with the mouse: whether it is dragged, and how far below its top it is held."""

from __future__ import annotations

from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QMouseEvent
from PySide6.QtWidgets import QApplication


class Grip:
    """One press of the left button until it is let go."""

    def __init__(self) -> None:
        self.held: QPoint | None = None
        self.dragging = False

    def press(self, event: QMouseEvent) -> None:
        """The mouse takes hold."""
        if event.button() is Qt.MouseButton.LeftButton:
            self.held = event.position().toPoint()

    def moves(self, event: QMouseEvent) -> bool:
        """Whether the mouse has gone far enough to mean a drag."""
        if self.held is None:
            return False
        way = event.position().toPoint() - self.held
        self.dragging = self.dragging or way.manhattanLength() >= QApplication.startDragDistance()
        return self.dragging

    def let_go(self) -> bool:
        """The mouse lets go; gives whether something was dragged."""
        dragging, self.dragging, self.held = self.dragging, False, None
        return dragging
