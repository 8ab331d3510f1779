"""What every page of the window is: a title, its actions, its content, or a word on what to do first.

A page is built when it is first shown. It reads its data in :meth:`Page.refresh` with
``self.shell.run_job(...)`` and changes them with ``self.shell.run_operation(...)``; after every operation the
window calls ``refresh`` of the pages whose :attr:`Page.subjects` it touched (a hidden page only when it is
shown again).
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import ClassVar

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QStackedLayout, QVBoxLayout, QWidget

from jury_desktop.ui.actions import Action
from jury_desktop.ui.operations import EVERYTHING, Changes
from jury_desktop.ui.shell import Shell
from jury_desktop.ui.widgets.empty import EmptyState, EmptyView


class Page(QWidget):
    """Base of all pages.

    :cvar key: the stage it belongs to (``navigation.STAGES``).
    :cvar subjects: what it shows; only changes to these make it refresh.
    :ivar header_changed: title, subtitle or actions are different now.
    """

    key: ClassVar[str] = ""
    subjects: ClassVar[Changes] = EVERYTHING
    header_changed = Signal()

    def __init__(self, shell: Shell, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.shell = shell
        self.setObjectName(f"page-{self.key}")
        self.content = QWidget(self)
        self.content.setObjectName("page-content")
        self._empty = EmptyView(self)
        self._stack = QStackedLayout(self)
        self._stack.addWidget(self.content)
        self._stack.addWidget(self._empty)

    def title(self) -> str:
        """The title in the header."""
        raise NotImplementedError

    def subtitle(self) -> str:
        """The grey words beside the title; may be empty."""
        return ""

    def page_actions(self) -> Sequence[Action]:
        """What can be done here at this moment; the first with place PRIMARY is the coloured button."""
        return ()

    def refresh(self, changed: Changes) -> None:
        """Read again what ``changed`` touches. The first call, with everything, comes before showing."""
        raise NotImplementedError

    def show_object(self, ref: str) -> None:
        """Bring ``ref`` ("K-02") into view and select it; called after ``refresh``."""

    def leave(self) -> bool:
        """Called before another page is shown or the window closes; False keeps this page."""
        return True

    def show_empty(self, state: EmptyState) -> None:
        """Show what to do first, instead of the content."""
        self._empty.show_state(state)
        self._stack.setCurrentWidget(self._empty)

    def show_content(self) -> None:
        """Show the content (again)."""
        self._stack.setCurrentWidget(self.content)

    @property
    def is_empty(self) -> bool:
        """Whether the empty state is on show."""
        return self._stack.currentWidget() is self._empty

    def column(self, margins: tuple[int, int, int, int] = (22, 18, 22, 18)) -> QVBoxLayout:
        """The layout of the content, with the margins of the design."""
        layout = QVBoxLayout(self.content)
        layout.setContentsMargins(*margins)
        layout.setSpacing(16)
        return layout
