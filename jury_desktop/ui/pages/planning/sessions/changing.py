"""From a session that somebody wants otherwise to one that is kept, with what it does said first."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import partial

from PySide6.QtWidgets import QWidget

from jury_desktop.domain.call import SessionWindow
from jury_desktop.domain.errors import JuryError
from jury_desktop.services.session_windows import (
    SessionRow,
    WindowEffect,
    change_window,
    session_rows,
    weigh_window,
)
from jury_desktop.ui.allowed import asks
from jury_desktop.ui.jobs import deliver
from jury_desktop.ui.operations import calling
from jury_desktop.ui.pages.planning.sessions import steps
from jury_desktop.ui.pages.planning.sessions.form import SessionForm, next_after
from jury_desktop.ui.pages.planning.sessions.words import needs_question, question
from jury_desktop.ui.shell import Answer, Notice, Shell
from jury_desktop.ui.theme import Tone


class Changing:
    """Adding, changing and removing sessions; the dialog and the columns of the plan come here.

    :param told: called with the change when the sessions are other than they were, and when that was undone.
    """

    def __init__(self, shell: Shell, parent: QWidget, told: Callable[[object], object] | None = None) -> None:
        self._shell, self._parent, self._told = shell, parent, told

    @asks(change_window)
    def add(self) -> None:
        """Ask for a new session."""
        self._read(self._open_new)

    @asks(change_window)
    def change(self, key: str) -> None:
        """Change the session with this id."""
        self._read(partial(self._open, key))

    @asks(change_window)
    def remove(self, key: str) -> None:
        """Take the session with this id away."""
        self._weigh(key, None, self._warn)

    def answered(self, window: SessionWindow) -> None:
        """Everybody has answered about a session."""
        self._shell.run_operation(steps.answering(window, self._shell.language))

    def _read(self, done: Callable[[tuple[SessionRow, ...]], object]) -> None:
        self._shell.run_job(calling(session_rows), done, key="planning-sessions")

    def _open_new(self, rows: Sequence[SessionRow]) -> None:
        proposed = next_after(tuple(each.window for each in rows))
        self._show(SessionForm(proposed, self._shell.words, self._parent, new=True), "")

    def _open(self, key: str, rows: Sequence[SessionRow]) -> None:
        window = next((each.window for each in rows if each.window.id == key), None)
        if window is not None:
            self._show(SessionForm(window, self._shell.words, self._parent, new=False), key)

    def _show(self, form: SessionForm, key: str) -> None:
        def filled(window: SessionWindow) -> None:
            self._weigh(key, window, form.refuse, form)

        form.filled.connect(filled)
        form.open()

    def _warn(self, error: JuryError) -> None:
        """Why a session cannot go; there is no form that could say it."""
        self._shell.notify(Notice(error.message, Tone.WARN, passing=True))

    def _weigh(
        self,
        key: str,
        window: SessionWindow | None,
        refused: Callable[[JuryError], object],
        form: SessionForm | None = None,
    ) -> None:
        """Look what it does; where that hurts, ask first."""

        def weighed(effect: WindowEffect) -> None:
            if not needs_question(effect):
                self._keep(effect, form, Answer("yes"))
                return
            answered = partial(self._keep, effect, form)
            self._shell.ask(question(effect, self._shell.language), answered)

        self._shell.run_job(
            calling(weigh_window, key, window), weighed, key="planning-session", failed=refused
        )

    def _keep(self, effect: WindowEffect, form: SessionForm | None, answer: Answer) -> None:
        if form is not None:
            deliver(form.accept)
        if effect.old != effect.new:
            step = steps.changing(effect, answer.reason, self._shell.language, self._told)
            self._shell.run_operation(step)
