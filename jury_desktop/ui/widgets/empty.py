"""An empty screen says what to do first, and offers it."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from PySide6.QtCore import Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QLabel, QLayout, QVBoxLayout, QWidget

from jury_desktop.ui import theme
from jury_desktop.ui.allowed import asked_by, only_for
from jury_desktop.ui.widgets.basics import button, label, row
from jury_desktop.ui.widgets.marks import IconMark

ICON_SIDE = 40
MARGIN = 24


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


def _widest() -> int:
    """How wide a text may be and still read well."""
    return theme.metrics().base * 34


def _in_the_middle(text: QLabel) -> QLayout:
    """As wide as there is room, up to what reads well."""
    text.setAlignment(Qt.AlignmentFlag.AlignHCenter)
    text.setMaximumWidth(_widest())
    made = row(None, text, None, spacing=0)
    made.setStretch(1, 1000)
    return made


class EmptyView(QWidget):
    """The empty state in the middle of whatever holds it."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._icon = IconMark("info", ICON_SIDE, "line_strong")
        self._title = label("", "title", wrap=True)
        self._text = label("", "muted", wrap=True)
        self.button = button("", self.press, part="primary")
        self._state = EmptyState("info", "", "")
        self._fill()

    def _fill(self) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(MARGIN, MARGIN, MARGIN, MARGIN)
        column.setSpacing(12)
        column.addStretch(2)
        column.addWidget(self._icon, 0, Qt.AlignmentFlag.AlignHCenter)
        column.addLayout(_in_the_middle(self._title))
        column.addLayout(_in_the_middle(self._text))
        column.addWidget(self.button, 0, Qt.AlignmentFlag.AlignHCenter)
        column.addStretch(3)

    def show_state(self, state: EmptyState) -> None:
        """Show another state."""
        self._state = state
        self._icon.show_icon(state.icon)
        self._title.setText(state.title)
        self._text.setText(state.text)
        self._fit()
        self.button.setText(state.action)
        only_for(self.button, *asked_by(state.run)).setEnabled(True)
        self.button.setVisible(bool(state.action))

    def _fit(self) -> None:
        """Beside others in a column, a label forgets its second line."""
        room = max(1, min(_widest(), self.width() - 2 * MARGIN))
        for text in (self._title, self._text):
            text.setMinimumHeight(0)  # a label never asks for less than it had to have before
            text.setFixedHeight(max(0, text.heightForWidth(room)))

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()

    def proposes(self, page: QWidget) -> bool:
        """Whether it is on show in a page, with a button for what to do first."""
        return self.isVisibleTo(page) and bool(self._state.action)

    @property
    def proposal(self) -> Callable[[], object]:
        """What the button does."""
        return self._state.run if self._state.run is not None else self.press

    def press(self) -> None:
        """Do what it proposes."""
        if self._state.run is not None:
            self._state.run()
