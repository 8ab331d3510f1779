"""An area that scrolls up and down: by the keyboard too, but only where there is something to scroll."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFrame, QScrollArea, QWidget

from jury_desktop.ui.widgets.basics import role

RING = 2
"""Pixels around what is in it, for the ring when it has the keyboard; as in ``window.qss``."""


class ScrollArea(QScrollArea):
    """Takes the Tab when it is too low for what is in it, and shows that it has the keyboard.

    :param name: what is in it, for screen readers.
    :param sideways: whether it scrolls to the sides too, when it is too narrow.
    """

    def __init__(self, widget: QWidget, name: str, *, sideways: bool = False) -> None:
        super().__init__()
        role(self, "scroll")
        self.setAccessibleName(name)
        self.setWidgetResizable(True)
        self.setFrameShape(QFrame.Shape.NoFrame)
        if not sideways:
            self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setWidget(widget)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.verticalScrollBar().rangeChanged.connect(self._range_changed)

    def _range_changed(self, lowest: int, highest: int) -> None:
        scrolls = highest > lowest
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus if scrolls else Qt.FocusPolicy.NoFocus)
        self.verticalScrollBar().setEnabled(scrolls)  # one that is always there shows no handle then
