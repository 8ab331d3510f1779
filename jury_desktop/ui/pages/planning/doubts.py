"""Above the plan: what of it no longer holds, since something changed after it was made."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Signal

from jury_desktop.services.plan_doubts import Doubt
from jury_desktop.services.planning import PlanView, keep_plan, with_names
from jury_desktop.ui.allowed import only_for
from jury_desktop.ui.shell import Shell
from jury_desktop.ui.text import area
from jury_desktop.ui.theme import Tone
from jury_desktop.ui.widgets.basics import Panel, button, clear, label, row
from jury_desktop.ui.widgets.marks import StatusPill

tr = area("planning")

MOST = 4
"""Sentences that are shown; the others are counted."""


class Doubts(Panel):
    """Hides itself while the plan holds.

    :ivar solve_wanted: plan again.
    """

    solve_wanted = Signal()

    def __init__(self) -> None:
        super().__init__(margins=(16, 12, 16, 12))
        self.setAccessibleName(tr("The plan no longer holds"))
        self.hide()

    def show_doubts(self, doubts: Sequence[Doubt], view: PlanView, shell: Shell) -> None:
        """Say what is wrong, and offer what mends it."""
        clear(self.body)
        self.setVisible(bool(doubts))
        if not doubts:
            return
        count = StatusPill(
            tr("%n pitches", "", len({pitch for doubt in doubts for pitch in doubt.pitches})), Tone.BAD
        )
        again = button(tr("Plan again"), self.solve_wanted.emit, icon="calendar-clock", part="link")
        only_for(again, keep_plan)
        self.body.addLayout(row(label(tr("The plan no longer holds"), "heading"), count, None, again))
        for doubt in doubts[:MOST]:
            said = shell.words(with_names(doubt.message, view.jurors))
            text = said if doubt.pitches[0] in said else f"{', '.join(doubt.pitches)}: {said}"
            self.body.addWidget(label(text, wrap=True))
        if len(doubts) > MOST:
            self.body.addWidget(label(tr("and %n more", "", len(doubts) - MOST), "muted"))
