"""Above the plan: of which sessions it is not known yet who of the jury can come."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import Signal

from jury_desktop.services.planning import PlanView
from jury_desktop.ui.pages.planning.sessions.words import listed, title_text
from jury_desktop.ui.text import area
from jury_desktop.ui.widgets.basics import Panel, button, clear, label, row

tr = area("windows")


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
        to_jury = button(
            tr("Availability…"), self.availability_wanted.emit, icon="calendar-days", part="link"
        )
        self.body.addLayout(row(label(tr("Ask the jury again"), "heading"), None, to_jury))
        for window, names in waiting.items():
            text = f"{title_text(window, language)}: {listed(names)}"
            done = button(tr("All have answered"), partial(self.answered.emit, window), part="link")
            done.setAccessibleName(f"{done.text()}: {title_text(window, language)}")
            line = row(label(text, wrap=True), done)
            line.setStretch(0, 1)
            self.body.addLayout(line)


def _names(view: PlanView, keys: tuple[str, ...]) -> tuple[str, ...]:
    known = {juror.id for juror in view.problem.jurors}
    return tuple(view.jurors[key].name for key in keys if key in known)
