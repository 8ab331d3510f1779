"""What every page of the window is: a title, its actions, its content, or a word on what to do first.

A page is built when it is first shown. It reads its data in :meth:`Page.refresh` with ``self.load(...)`` and
changes them with ``self.shell.run_operation(...)``; after every operation the window calls ``refresh`` of the
pages whose :attr:`Page.subjects` it touched (a hidden page only when it is shown again).

Until the first reading has come a page waits: it shows neither content nor an empty state, and the window
offers none of its actions, for nobody knows yet whether they are true.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace
from typing import ClassVar, TypeVar

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QStackedLayout, QVBoxLayout, QWidget

from jury_desktop.services.history import Thing
from jury_desktop.services.ports import Dossier
from jury_desktop.ui.actions import SUBMIT, Action
from jury_desktop.ui.jobs import JobContext
from jury_desktop.ui.operations import EVERYTHING, Changes
from jury_desktop.ui.shell import Shell
from jury_desktop.ui.text import area
from jury_desktop.ui.widgets.empty import EmptyState, EmptyView
from jury_desktop.ui.widgets.waiting import WaitingView

tr = area("shell")
T = TypeVar("T")


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
        self._waiting = WaitingView(self)
        self._stack = QStackedLayout(self)
        for view in (self.content, self._empty, self._waiting):
            self._stack.addWidget(view)
        self._asked = self._arrived = False
        self._under_way = 0
        self._before: QWidget = self.content

    def title(self) -> str:
        """The title in the header."""
        raise NotImplementedError

    def subtitle(self) -> str:
        """The grey words beside the title; may be empty."""
        return ""

    def page_actions(self) -> Sequence[Action]:
        """What can be done here at this moment; the first with place PRIMARY is the coloured button."""
        return ()

    def offered(self) -> Sequence[Action]:
        """The actions as the window offers them: none while the page waits. Where no button of the header
        answers to Ctrl+Enter, the coloured button of an empty screen does."""
        actions = self.page_actions()
        if self.is_waiting:
            actions = [replace(action, enabled=False) for action in actions]
        if any(action.enabled and action.keys == SUBMIT for action in actions):
            return actions
        proposing = [view for view in self.findChildren(EmptyView) if view.proposes(self)]
        return (
            *actions,
            *(
                Action(f"{self.key}.first", each.button.text(), each.proposal, SUBMIT)
                for each in proposing[:1]
            ),
        )

    def thing(self) -> Thing | None:
        """What "Who changed this?" is about while this page is on show; None where nothing is chosen, and
        where the whole journal is meant."""
        return None

    def withheld(self) -> frozenset[str]:
        """References of candidacies that Ctrl+K does not offer while this page is on show: a conflict keeps
        them away from who sits at it."""
        return frozenset()

    def refresh(self, changed: Changes) -> None:
        """Read again what ``changed`` touches. The first call, with everything, comes before showing."""
        raise NotImplementedError

    def load(self, work: Callable[[Dossier, JobContext], T], done: Callable[[T], object]) -> None:
        """Read what the page shows, on the database thread; ``done`` shows it.

        The one way in which :meth:`refresh` reads. Of several readings asked in a row only the last is shown.
        """
        if (not self._arrived or self.claims_nothing()) and not self._under_way:
            self._before = self._stack.currentWidget() or self.content
            self._stack.setCurrentWidget(self._waiting)
        self._asked = True
        self._under_way += 1
        self.shell.run_job(
            lambda dossier, context: (done, work(dossier, context)),
            self._came,
            key=f"page.{self.key}",
            ended=self._ended,
        )

    def _came(self, reading: tuple[Callable[[T], object], T]) -> None:
        """The page shows what was read; the first time its content takes the place of the waiting."""
        done, found = reading
        if first := not self._arrived:
            self._arrived = True
        if self._stack.currentWidget() is self._waiting:
            self.show_content()
        done(found)
        if first:
            self.header_changed.emit()

    def _ended(self) -> None:
        """A first reading that failed or was stopped may be asked again; why, a notice has said."""
        self._under_way -= 1
        if self._arrived and not self._under_way and self._stack.currentWidget() is self._waiting:
            self._stack.setCurrentWidget(self._before)  # what was known before is better than nothing
        if self.is_waiting and not self._under_way:
            text = tr("Nothing of the dossier has been lost.")
            again = EmptyState("triangle-alert", tr("Not read"), text, tr("Read again"), self._read_again)
            self.show_empty(again)
            self.header_changed.emit()

    def _read_again(self) -> None:
        self.refresh(EVERYTHING)

    def claims_nothing(self) -> bool:
        """Whether what is on show says that there is nothing yet; that is not said while it is read anew."""
        return False

    @property
    def is_waiting(self) -> bool:
        """Whether the page has asked for its data and never had any."""
        return self._asked and not self._arrived

    def show_object(self, ref: str) -> None:
        """Bring ``ref`` ("K-02") into view and select it; called after ``refresh``."""

    def leave(self) -> bool:
        """Called before another page is shown or the window closes; False keeps this page."""
        return True

    def standing(self) -> Callable[[Page], object]:
        """What lets another page of this kind, in another language or size, take the place of this one: there
        it shows what is on show here, with the keyboard where it is now."""
        return lambda _successor: None

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
