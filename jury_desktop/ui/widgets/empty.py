"""An empty screen says what to do first, and offers it."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QVBoxLayout, QWidget

from jury_desktop.ui import theme
from jury_desktop.ui.widgets.basics import button, label
from jury_desktop.ui.widgets.marks import IconMark

ICON_SIDE = 40


@dataclass(frozen=True, slots=True)
class EmptyState:
    """What an empty screen shows.

    :param icon: an icon of ``resources/icons``.
    :param title: what is missing: "Nog geen kandidaturen".
    :param text: what to do first, in one or two sentences.
    :param action: text of the button that does it, with ``run``.
    """

    icon: str
    title: str
    text: str
    action: str = ""
    run: Callable[[], object] | None = None


class EmptyView(QWidget):
    """The empty state in the middle of whatever holds it."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._icon = IconMark("info", ICON_SIDE, "line_strong")
        self._title = label("", "title", wrap=True)
        self._text = label("", "muted", wrap=True)
        self.button = button("", self._pressed, part="primary")
        self._state = EmptyState("info", "", "")
        self._fill()

    def _fill(self) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(24, 24, 24, 24)
        column.setSpacing(12)
        column.addStretch(2)
        for part in (self._icon, self._title, self._text, self.button):
            column.addWidget(part, 0, Qt.AlignmentFlag.AlignHCenter)
        column.addStretch(3)
        for text in (self._title, self._text):
            text.setAlignment(Qt.AlignmentFlag.AlignHCenter)
            text.setFixedWidth(theme.metrics().base * 34)

    def show_state(self, state: EmptyState) -> None:
        """Show another state."""
        self._state = state
        self._icon.show_icon(state.icon)
        self._title.setText(state.title)
        self._text.setText(state.text)
        for text in (self._title, self._text):  # beside others in a column, a label forgets its second line
            text.setFixedHeight(text.heightForWidth(text.width()))
        self.button.setText(state.action)
        self.button.setVisible(bool(state.action))

    def _pressed(self) -> None:
        if self._state.run is not None:
            self._state.run()
