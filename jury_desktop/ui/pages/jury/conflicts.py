"""Below the jurors: their conflicts of interest, and what to do with the chosen one."""

from __future__ import annotations

from PySide6.QtCore import Signal

from jury_desktop.domain.conflict import ConflictState
from jury_desktop.services.jury import ConflictRow, Jury, declare_conflict, judge_conflict
from jury_desktop.ui.allowed import asks
from jury_desktop.ui.pages.jury.tables import ConflictsTable
from jury_desktop.ui.pages.jury.words import reason_of
from jury_desktop.ui.text import area
from jury_desktop.ui.widgets.basics import Panel, button, label, row

tr = area("jury")


class ConflictsPanel(Panel):
    """The list with its buttons.

    :ivar declare_wanted: a juror reports a conflict.
    :ivar judged: carries the row and whether it is confirmed.
    """

    declare_wanted = Signal()
    judged = Signal(object, bool)

    def __init__(self) -> None:
        super().__init__(margins=(16, 12, 8, 12))
        self.table = ConflictsTable()
        self.heading = label("", "heading")
        self.declare = button(tr("Declare a conflict…"), self._declare, icon="shield-alert")
        self.chosen = label("", "small", wrap=True, select=True)
        self.confirm = button(tr("Confirm…"), self._confirm)
        self.dismiss = button(tr("Dismiss…"), self._dismiss)
        head = row(self.heading, None, self.declare)
        head.setContentsMargins(0, 0, 8, 0)
        foot = row(self.chosen, self.dismiss, self.confirm)
        foot.setStretch(0, 1)
        foot.setContentsMargins(0, 0, 8, 0)
        self.body.addLayout(head)
        self.body.addWidget(self.table, 1)
        self.body.addLayout(foot)
        self.table.chosen.connect(self._show_chosen)
        self._show_chosen(None)

    def show_conflicts(self, seen: Jury) -> None:
        """Show the conflicts of the dossier."""
        waiting = sum(row.conflict.state is ConflictState.SUGGESTED for row in seen.conflicts)
        title = tr("Conflicts of interest")
        judge = tr("%n to judge", "", waiting)
        self.heading.setText(f"{title} · {judge}" if waiting else title)
        self.declare.setEnabled(bool(seen.rows and seen.candidacies))
        self.table.show_conflicts(seen.conflicts)
        self._show_chosen(self.table.current())

    def choose_of(self, reference: str) -> bool:
        """Choose the first conflict on a candidacy, those to be judged first; False when it has none."""
        found = [row for row in self.table.rows.rows if row.candidacy.reference == reference]
        return bool(found) and self.table.choose(found[0].conflict.id)

    def _show_chosen(self, row_: ConflictRow | None) -> None:
        self.chosen.setText(reason_of(row_) if row_ else "")
        states = {row_.conflict.state} if row_ else set()
        self.confirm.setVisible(bool(states - {ConflictState.CONFIRMED}))
        self.dismiss.setVisible(bool(states - {ConflictState.DISMISSED}))

    @asks(declare_conflict)
    def _declare(self) -> None:
        self.declare_wanted.emit()

    @asks(judge_conflict)
    def _confirm(self) -> None:
        self.judged.emit(self.table.current(), True)

    @asks(judge_conflict)
    def _dismiss(self) -> None:
        self.judged.emit(self.table.current(), False)
