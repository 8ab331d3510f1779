"""Above the plan: of which sessions it is not known yet who of the jury can come."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout

from jury_desktop.domain.call import SessionWindow
from jury_desktop.services.planning import PlanView
from jury_desktop.services.window_answers import mark_answered
from jury_desktop.ui.allowed import only_for
from jury_desktop.ui.pages.planning.sessions.words import listed, title_text
from jury_desktop.ui.text import area
from jury_desktop.ui.widgets.basics import Panel, button, clear, label, row

tr = area("windows")

FEW = 3
"""Names that are written out; all of them show on hover."""


class Unanswered(Panel):
    """Hides itself while nobody has to be asked.

    :ivar answered: everybody has answered about a session; carries it.
    :ivar availability_wanted: to where the answers are noted.
    """

    answered = Signal(object)
    availability_wanted = Signal()

    def __init__(self) -> None:
        super().__init__(margins=(16, 12, 16, 12))
        self.setAccessibleName(tr("Jurors to be asked"))
        self.hide()

    def show_unanswered(self, view: PlanView, language: str) -> None:
        """Say who has to be asked about which session."""
        clear(self.body)
        waiting = {
            window: names
            for window in view.problem.windows
            if (names := _names(view, view.unanswered.get(window.id, ())))
        }
        self.setVisible(bool(waiting))
        if not waiting:
            return
        for window, names in waiting.items():
            self.body.addLayout(self._line(title_text(window, language), names, window))

    def _line(self, title: str, names: tuple[str, ...], window: SessionWindow) -> QHBoxLayout:
        text = tr("Ask again who can come on {session}: {names}.").format(
            session=title, names=listed(names, FEW)
        )
        said = label(text, wrap=True)
        said.setToolTip(", ".join(names))
        to_jury = button(tr("Availability…"), self.availability_wanted.emit, part="link")
        done = button(tr("All have answered"), partial(self.answered.emit, window), part="link")
        only_for(done, mark_answered)
        for step in (to_jury, done):
            step.setAccessibleName(f"{step.text()} {title}")
        line = row(said, to_jury, done)
        line.setStretch(0, 1)
        return line


def _names(view: PlanView, keys: tuple[str, ...]) -> tuple[str, ...]:
    known = {juror.id for juror in view.problem.jurors}
    return tuple(view.jurors[key].name for key in keys if key in known)
