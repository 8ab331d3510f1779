"""The one window: rail, header, notices, the page on show, and the foot."""

from __future__ import annotations

import weakref
from collections.abc import Sequence
from dataclasses import replace

from PySide6.QtCore import QEvent, QSize, QTimer
from PySide6.QtGui import QCloseEvent, QResizeEvent
from PySide6.QtWidgets import QApplication, QHBoxLayout, QMainWindow, QStackedWidget, QVBoxLayout, QWidget

from jury_desktop.services.ports import Dossier
from jury_desktop.services.sign_in import is_shut
from jury_desktop.ui import theme
from jury_desktop.ui.actions import ActionBook
from jury_desktop.ui.allowed import allowed
from jury_desktop.ui.foot import Foot
from jury_desktop.ui.header import Header
from jury_desktop.ui.modes import Mode, mode_for, usual_mode
from jury_desktop.ui.navigation import STAGES, Rail, RailEntry
from jury_desktop.ui.opening import Opening
from jury_desktop.ui.operations import EVERYTHING, Changes
from jury_desktop.ui.page_shelf import PageShelf
from jury_desktop.ui.pages.base import Page
from jury_desktop.ui.rail_count import RailCount
from jury_desktop.ui.reading_only import ReadingOnly
from jury_desktop.ui.readings import RailState
from jury_desktop.ui.safekeeping import Safekeeping
from jury_desktop.ui.searching import Searching
from jury_desktop.ui.server_ear import ServerEar
from jury_desktop.ui.settings import Preferences
from jury_desktop.ui.shell import Notice
from jury_desktop.ui.sign_in.guard import Guard
from jury_desktop.ui.soundness_watch import SoundnessWatch
from jury_desktop.ui.text import area
from jury_desktop.ui.undo_keys import UndoKeys
from jury_desktop.ui.weak_call import WeakCall
from jury_desktop.ui.welcome import Welcome
from jury_desktop.ui.widgets.waiting import WaitingView
from jury_desktop.ui.window_actions import window_actions
from jury_desktop.ui.window_shell import WindowShell
from jury_desktop.ui.wiring import Wiring

tr = area("shell")

NARROW_BELOW = 1180
"""Under this width, at the usual text size, the rail shows its icons alone."""


class MainWindow(QMainWindow):
    """The window. Pages are made when first shown; a hidden page reads its data when it is shown again."""

    def __init__(
        self, wiring: Wiring, preferences: Preferences, stages: Sequence[RailEntry] = STAGES
    ) -> None:
        super().__init__()
        self.wiring = wiring
        self._all_stages = tuple(stages)
        self.mode = usual_mode(wiring, stages)
        self.shell = WindowShell(self, wiring.now, preferences)
        self.shell.show_page = WeakCall(self.go_to)
        self.shell.operations.changed.connect(self._changed)
        self.shell.others.grown.connect(self._changed)
        self.shell.operations.lists.indexChanged.connect(self._undo_moved)
        self.rail_count = RailCount(self)
        self.book = ActionBook(self)
        self.undo_keys = UndoKeys(self)
        self.pages = PageShelf()
        self._key = ""
        self._wanted = ""
        """Id of the action that the palette was asked for, while its page reads."""
        self.opening = Opening(self.shell, wiring, weakref.proxy(self))
        self.shell.show_nothing = WeakCall(self.show_nothing)
        self.shell.reopen = WeakCall(self.opening.open)
        self.searching = Searching(self)
        self.shell.put_back = self.opening.restore
        self.safekeeping = Safekeeping(self.shell, self, by_itself=wiring.restore is not None)
        self.soundness = SoundnessWatch(self.shell, self, by_itself=wiring.restore is not None)
        self.ear = ServerEar(wiring.listen, self.shell.notify, self)
        self.ear.hint.connect(self.shell.others.look_soon)
        self.reading_only = ReadingOnly(self.shell, self.opening.again, self)
        self.guard = Guard(self)
        self.shell.switch_to = WeakCall(self.guard.switch)
        self.setWindowTitle("Jury Desktop")
        self.setMinimumSize(QSize(900, 600))
        self.build()

    def build(self) -> None:
        """Make everything in the window, in the language and the sizes of now."""
        self.pages.clear()
        self.rail = Rail(self.stages)
        self.rail.chosen.connect(self._stage_chosen)
        self.rail.menu.aboutToShow.connect(self._fill_menu)
        self.soundness.told.connect(self.rail.show_soundness)
        self.rail.show_soundness(*self.soundness.known)
        self.header = Header(self.book)
        self.header.search_wanted.connect(self.open_palette)
        self.header.history_wanted.connect(WeakCall(self._ask_history))
        self.area = QStackedWidget()
        self.foot = Foot(self.shell.jobs)
        self.foot.language = self.shell.language
        self.setCentralWidget(self._body())
        self.book.put("window", window_actions(self))
        self._fit()
        if self.shell.dossier is None:
            self._show_welcome()

    def _body(self) -> QWidget:
        right = QVBoxLayout()
        right.setContentsMargins(0, 0, 0, 0)
        right.setSpacing(0)
        right.addWidget(self.header)
        right.addWidget(self.shell.notices)
        right.addWidget(self.area, 1)
        right.addWidget(self.foot)
        body = QWidget()
        line = QHBoxLayout(body)
        line.setContentsMargins(0, 0, 0, 0)
        line.setSpacing(0)
        line.addWidget(self.rail)
        line.addLayout(right, 1)
        return body

    def rebuild(self) -> None:
        """Build again after a change of language or text size, on the same page."""
        key, stand = self._key, self.page.standing() if self.page is not None else None
        self._key = ""
        self.shell.notices.setParent(None)
        self.shell.notices.speak(self.shell.language)
        self.book.put("page", ())
        old = self.takeCentralWidget()
        self.build()
        if old is not None:
            old.deleteLater()
        self.rail_count.read()
        if key:
            self.go_to(key)
        if stand is not None and self.page is not None:
            stand(self.page)
        if self.guard.covering:
            self.guard.show_cover()

    # pages

    @property
    def stages(self) -> tuple[RailEntry, ...]:
        """The pages of the rail."""
        return self.mode.stages

    @property
    def page(self) -> Page | None:
        """The page on show; none while it is covered."""
        return None if self.guard.covering else self.pages.get(self._key)

    def go_to(self, key: str, ref: str = "") -> None:
        """Show the page ``key``, and ``ref`` on it; the page on show may refuse to be left."""
        if self.guard.covering:
            return
        if key not in {stage.key for stage in self.stages}:
            self._tell_no_page(key)
            return
        if self.page is not None and key != self._key and not self.page.leave():
            self.rail.select(self._key)
            return
        self._wanted = ""
        focused = QApplication.focusWidget()  # asked first: a page that is hidden passes the keyboard on
        walking = focused is not None and self.rail.isAncestorOf(focused)
        page = self.pages.get(key) or self.make_page(key)
        last = _last_focus(page)  # asked before Qt gives the keyboard to anything on it
        self._key = key
        self.rail.select(key)
        self.area.setCurrentWidget(page)
        self.shell.notices.show_page(key)
        changed = self.pages.take_stale(key)
        if not changed and page.claims_nothing() and any(job.change for job in self.shell.jobs.running):
            changed = EVERYTHING  # that there is nothing may be over when what runs is done
        if changed:
            page.refresh(changed)
        self._show_header()
        if not walking:
            last.setFocus()  # who walks along the rail with the arrows stays there
        if ref:
            page.show_object(ref)

    def _tell_no_page(self, key: str) -> None:
        """A button leads to a page that is not there for whoever signed in: it is no dead end."""
        for stage in self._all_stages:
            if stage.key == key:
                text = tr("The page “{page}” is not there for your role. Ask the officer what stands on it.")
                self.shell.notify(Notice(text.format(page=stage.title()), passing=True))

    def make_page(self, key: str) -> Page:
        """Make a page that was not shown yet; it reads nothing before it is."""
        stage = {stage.key: stage for stage in self.stages}[key]
        page = stage.load()(self.shell, self.area)
        page.header_changed.connect(self._show_header)
        self.pages.put(key, page)
        self.area.addWidget(page)
        return page

    def _stage_chosen(self, key: str) -> None:
        self.go_to(key)

    def _show_header(self) -> None:
        if (page := self.page) is not None:
            actions, subtitle = allowed(page, page.offered()), "" if page.is_waiting else page.subtitle()
            self.book.put("page", actions)
            self.header.show_page(page.title(), subtitle, actions)
            if self._wanted and not page.is_waiting:
                QTimer.singleShot(0, self._do_wanted)

    def go_and_do(self, key: str, action: str) -> None:
        """Show a page and do what one of its actions does, once it has read and if it can be done then."""
        self.go_to(key)
        if self._key == key:
            self._wanted = action
            self._show_header()

    def _do_wanted(self) -> None:
        wanted, self._wanted = self._wanted, ""
        found = [action for action in self.book.of("page") if action.id == wanted and action.enabled]
        for action in found:
            action.run()

    def _changed(self, changed: Changes) -> None:
        """Something in the dossier is different: the page on show reads it now, the others when shown."""
        if not changed:
            return
        self.pages.mark(changed)
        if self.page is not None and (touched := self.pages.take_stale(self._key)):
            self.page.refresh(touched)
        self.searching.forget()
        self.rail_count.outdate()

    # dossier

    def _show_welcome(self) -> None:
        self.welcome = Welcome(self.opening, self.shell.preferences.recent)
        self._waiting = WaitingView()
        for view in (self.welcome, self._waiting):
            self.area.addWidget(view)
        self.welcome.setFocus()
        self.header.show_page(tr("Welcome"), "", ())
        self.rail.set_usable(False)

    def show_dossier(self, dossier: Dossier, first: str = "") -> None:
        """Take another dossier, or the packet of a juror, and start on its first page unless told another.

        One with accounts first asks who sits here."""
        self.guard.leave()
        if is_shut(dossier):
            self._forget_dossier()
            self.guard.ask(self.safekeeping.watch(dossier), first)
            self.reading_only.attend(dossier)
            return
        self.shell.dossier = self.safekeeping.watch(dossier)
        self.ear.attend(dossier)
        self._take_mode(mode_for(dossier, self.wiring, self._all_stages))
        self.rail.set_usable(True)
        self._forget_dossier()
        self.rail_count.read()
        self.soundness.watch()
        self.go_to(first or self.stages[0].key)
        self.reading_only.attend(dossier)

    def _forget_dossier(self) -> None:
        """Nothing that was done or shown in one dossier, or by one person, is there for the next."""
        self.shell.operations.forget()
        self.shell.notices.clear()
        self._forget_pages()
        self.searching.forget()

    def cover(self, view: QWidget) -> None:
        """Put a screen over everything; nothing of the dossier is told beside it."""
        self.area.addWidget(view)
        self.area.setCurrentWidget(view)
        self.rail.set_usable(False)
        self.rail.show_state(RailState())
        self.book.put("page", ())
        self.header.show_page(view.accessibleName(), "", ())

    def go_on(self) -> None:
        """Back to the page that was on show before it was covered."""
        self.rail.set_usable(True)
        self.rail_count.read()
        self.pages.mark(EVERYTHING)
        self.go_to(self._key or self.stages[0].key)

    def show_nothing(self) -> None:
        """The welcome again: the dossier that was open is no more."""
        self.guard.leave()
        self._forget_dossier()
        self.rebuild()

    def _take_mode(self, mode: Mode) -> None:
        """Another mode has another rail, and other ways to go."""
        other = mode.stages != self.mode.stages
        self.mode = mode
        if other:
            self._forget_pages()
            self.rebuild()

    def _forget_pages(self) -> None:
        """Nothing of one dossier is ever seen in another: its pages are made anew."""
        for page in self.pages.values():
            self.area.removeWidget(page)
            page.deleteLater()
        self.pages.clear()
        self._key = ""

    def may_leave(self) -> bool:
        """Whether the page on show lets go."""
        return self.page is None or self.page.leave()

    def show_opening(self, under_way: bool) -> None:
        """Where no dossier is open yet: that one is on its way, or the welcome again."""
        if self.shell.dossier is None:
            self.area.setCurrentWidget(self._waiting if under_way else self.welcome)

    def _undo_moved(self) -> None:
        """Undo and redo say what they would undo and redo, or that it cannot be."""
        stack = self.shell.operations.stack
        back = tr("Undo") if self.shell.operations.final is None else tr("Cannot be undone")
        undo, redo = (
            f"{word}: {text}" if text else word
            for word, text in ((back, stack.undoText()), (tr("Redo"), stack.redoText()))
        )
        self.book.set_state("edit.undo", text=undo, enabled=stack.canUndo())
        self.book.set_state("edit.redo", text=redo, enabled=stack.canRedo())

    # palette and menu

    def open_palette(self) -> None:
        """Ctrl+K: search, or run a command."""
        if not self.guard.covering:
            self.searching.open()

    def _ask_history(self) -> None:
        self.book.qt("edit.history").trigger()

    def _fill_menu(self) -> None:
        self.book.fill(self.rail.menu)

    # the window itself

    def toggle_rail(self) -> None:
        """Collapse the rail to its icons, or open it; where there is room for both, the choice is kept."""
        narrow = not self.rail.narrow
        self.rail.set_narrow(narrow)
        if not self._is_cramped():
            chosen = replace(self.shell.preferences, rail_collapsed=narrow)
            self.shell.save_preferences(chosen)

    def _is_cramped(self) -> bool:
        return self.width() < theme.scaled(NARROW_BELOW)

    def _fit(self) -> None:
        self.rail.set_narrow(self._is_cramped() or self.shell.preferences.rail_collapsed)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        if event.size().width() != event.oldSize().width():
            self._fit()

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.PaletteChange and hasattr(self, "book"):
            self.book.recolour()

    def closeEvent(self, event: QCloseEvent) -> None:
        if not self.may_leave():
            event.ignore()
            return
        self.ear.attend(None)
        self.shell.jobs.shutdown()
        super().closeEvent(event)


def _last_focus(page: Page) -> QWidget:
    """What had the keyboard on a page when it was left, or the page itself."""
    last = page.focusWidget()
    return last if last is not None and last.isVisibleTo(page) and last.isEnabled() else page
