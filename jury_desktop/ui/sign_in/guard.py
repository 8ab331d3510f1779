"""Keeps the window shut until somebody has signed in, and shuts it again when nobody touches it."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, cast

from PySide6.QtCore import QEvent, QObject, QTimer
from PySide6.QtWidgets import QApplication, QDialog, QWidget

from jury_desktop.domain.errors import JuryError
from jury_desktop.domain.messages import say
from jury_desktop.domain.role import STRANGER
from jury_desktop.services.packet_desk import is_desk
from jury_desktop.services.ports import Dossier
from jury_desktop.services.sign_in import (
    NOBODY,
    Door,
    choose_secret,
    closed,
    door,
    is_shut,
    recover,
    sign_in,
)
from jury_desktop.ui.shell import Notice
from jury_desktop.ui.sign_in.handed_out import HandedOutDialog
from jury_desktop.ui.sign_in.view import SignInView

if TYPE_CHECKING:
    from jury_desktop.ui.main_window import MainWindow

TOUCHES = frozenset(
    {
        QEvent.Type.KeyPress,
        QEvent.Type.MouseButtonPress,
        QEvent.Type.MouseMove,
        QEvent.Type.Wheel,
        QEvent.Type.TouchBegin,
    }
)
"""By which one sees that somebody sits there."""
MINUTE = 60_000


class Guard(QObject):
    """Covers the window with the screen that asks who sits there.

    Under the cover lies a dossier that lets nobody in, so that nothing is left to what the cover hides.

    :ivar covering: whether the window is shut.
    """

    def __init__(self, window: MainWindow) -> None:
        super().__init__(window)
        self.covering = False
        self.view: SignInView | None = None
        self._account = ""
        """Whose pages lie under the cover; empty when nobody's do."""
        self._juror = ""
        self._door: Door | None = None
        self._entered: Dossier | None = None
        self._secret = ""
        self._first = ""
        self._hidden: list[QWidget] = []
        self.idle = QTimer(self)
        self.idle.setSingleShot(True)
        self.idle.timeout.connect(self.lock)

    @property
    def _window(self) -> MainWindow:
        """Asked of Qt each time: a name for it here would keep the window alive."""
        return cast("MainWindow", self.parent())

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() in TOUCHES:
            self.idle.start()
        return False

    # shutting

    def ask(self, dossier: Dossier, first: str = "") -> None:
        """A dossier was opened to which somebody has to sign in; ``first`` is the page to show then."""
        self._account, self._first = "", first
        self._cover(dossier)

    def lock(self) -> None:
        """Shut the window; whoever signs in with the same account goes on where they were."""
        dossier = self._window.shell.dossier
        if self.covering or dossier is None or dossier.who is None or not dossier.who.account:
            return
        self._window.may_leave()  # keeps what was typed; what waits for a reason waits under the cover
        self._account = dossier.who.account
        self._hide_others()
        self._cover(_shut(dossier))

    def switch(self, juror: str = "") -> None:
        """Somebody else wants to sign in.

        :param juror: whom to propose, by the id on the list of the jury.
        """
        window = self._window
        dossier = window.shell.dossier
        if dossier is None or self.covering or is_desk(dossier) or not window.may_leave():
            return
        self._juror = juror
        if dossier.who is not None and not dossier.who.account:
            window.shell.notify(Notice(say("sign_in.by_server", name=dossier.who.name), topic="sign-in"))
        elif dossier.who is None:
            window.shell.run_job(lambda found, _: closed(found), self._found_shut, key="door")
        else:
            self.lock()

    def _found_shut(self, dossier: Dossier) -> None:
        """Accounts may have been made since the dossier was opened."""
        if is_shut(dossier):
            self._window.show_dossier(dossier)
        else:
            self._window.shell.notify(Notice(say("sign_in.not_begun"), topic="sign-in"))

    def _cover(self, dossier: Dossier) -> None:
        window = self._window
        self.covering = True
        self._watch_idle(0)
        window.shell.dossier = dossier
        window.shell.notices.clear()
        self.show_cover()
        window.shell.run_job(lambda found, _: door(found), self._show_door, key="door")

    def show_cover(self) -> None:
        """Put the screen over the window, also when the window was built anew."""
        view = SignInView(self._window.shell.language)
        view.given.connect(self._given)
        view.recovering.connect(self._recovering)
        view.chosen.connect(self._chosen)
        view.left.connect(self._window.opening.choose)
        self.view = view
        self._window.cover(view)
        if self._door is not None:
            self._show_door(self._door)

    def _show_door(self, found: Door) -> None:
        self._door = found
        if not found.entrants:
            self._nobody_asked()
        elif self.view is not None:
            self.view.show_door(found, self._juror, "" if self._juror else self._account)

    def _nobody_asked(self) -> None:
        """The accounts were taken away: everybody at this computer does everything again."""
        dossier = self._window.shell.opened()
        self._window.show_dossier(replace(dossier, actor=self._window.shell.user, who=None))

    def _hide_others(self) -> None:
        """Dialogs and the projector show things as well; they come back with whoever left them."""
        for widget in QApplication.topLevelWidgets():
            if widget.isVisible() and widget.window() is not self._window:
                self._hidden.append(widget)
                widget.hide()

    # opening

    def _given(self, account: str, secret: str) -> None:
        self._secret = secret
        self._window.shell.run_job(
            lambda dossier, _: sign_in(dossier, account, secret), self._proven, failed=self._wrong
        )

    def _proven(self, found: Dossier) -> None:
        """Who was given a secret chooses another one first."""
        who = found.who
        if self.view is not None and who is not None and who.role is not None and who.provisional:
            self._entered = found
            self.view.ask_own(who.role, who.name)
        else:
            self._enter(found)

    def _chosen(self, secret: str) -> None:
        entered, old = self._entered, self._secret
        if entered is not None:
            self._window.shell.run_job(
                lambda _dossier, _: choose_secret(entered, old, secret),
                self._enter,
                failed=self._wrong,
            )

    def _recovering(self, account: str, key: str, secret: str) -> None:
        self._window.shell.run_job(
            lambda dossier, _: recover(dossier, account, key, secret), self._recovered, failed=self._wrong
        )

    def _recovered(self, found: tuple[Dossier, str]) -> None:
        dossier, key = found
        self._enter(dossier)
        HandedOutDialog.recovery_key(key, self._window).open()

    def _wrong(self, error: JuryError) -> None:
        if self.view is not None:
            self.view.show_problem(self._window.shell.words(error.message))

    def _enter(self, dossier: Dossier) -> None:
        """Somebody proved who they are: their window opens, or what they left in it."""
        same = dossier.who is not None and dossier.who.account == self._account
        minutes = self._door.lock_minutes if self._door is not None else 0
        if same:
            for widget in self._hidden:
                widget.show()
            self._hidden.clear()
            self._uncover()
            self._window.shell.dossier = dossier
            self._window.go_on()
        else:
            self._window.show_dossier(dossier, self._first)
        self._watch_idle(minutes)
        if dossier.store.read_only is not None:
            self._window.shell.notify(Notice(say("sign_in.unrecorded"), topic="sign-in", everywhere=True))
        if (reading := self._window.mode.reading) is not None:
            self._window.shell.notify(Notice(reading, topic="role", everywhere=True))

    def leave(self) -> None:
        """Another dossier, or another person: what lay under the cover is nobody's any more."""
        self._watch_idle(0)
        for widget in self._hidden:
            if isinstance(widget, QDialog):
                widget.reject()
            else:
                widget.close()
        self._hidden.clear()
        self._account, self._juror, self._door = "", "", None
        self._uncover()

    def _uncover(self) -> None:
        """Take the screen away, and all that was typed in it."""
        self.covering = False
        self._secret, self._entered = "", None
        if self.view is not None:
            self.view.forget()
            self._window.area.removeWidget(self.view)
            self.view.deleteLater()
            self.view = None

    def _watch_idle(self, minutes: int) -> None:
        """Lock after so many minutes without a touch; 0 for never."""
        app = QApplication.instance()
        assert app is not None
        app.removeEventFilter(self)
        self.idle.stop()
        if minutes:
            app.installEventFilter(self)
            self.idle.start(minutes * MINUTE)


def _shut(dossier: Dossier) -> Dossier:
    return replace(dossier, actor=NOBODY, who=STRANGER)
