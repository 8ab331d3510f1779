"""Until when the dossier is kept: a day, the ground for it, and how far that is."""

from __future__ import annotations

from datetime import date, timedelta

from PySide6.QtWidgets import QVBoxLayout, QWidget

from jury_desktop.domain.call import BRUSSELS
from jury_desktop.domain.retention import Keeping, Retention
from jury_desktop.services.retention import put_retention, save_retention, told
from jury_desktop.ui.allowed import asks, only_for
from jury_desktop.ui.operations import Always, Operation, Subject, calling
from jury_desktop.ui.shell import Shell
from jury_desktop.ui.text import area
from jury_desktop.ui.theme import Tone
from jury_desktop.ui.widgets.basics import button, label, note, restyle, row
from jury_desktop.ui.widgets.form import Field, line_edit
from jury_desktop.ui.widgets.moments import day_edit, day_of
from jury_desktop.ui.widgets.typed_over import take_all

tr = area("privacy")

_TONES = {Keeping.SOON: Tone.WARN, Keeping.OVER: Tone.BAD}
A_YEAR = timedelta(days=365)
"""How far ahead the first proposal lies; nobody but the regisseur knows the day."""


class RetentionFields(QWidget):
    """Shows how far it is, and lets the user set it."""

    def __init__(self, shell: Shell) -> None:
        super().__init__()
        self._shell = shell
        self.state = note("")
        self.until = only_for(day_edit(self._today() + A_YEAR), save_retention)
        ground = line_edit(suggestion=tr("The law, regulation or decision that asks it"))
        self.ground = only_for(ground, save_retention)
        self.keep = button(tr("Keep this"), self._keep, icon="check")
        self._build()
        self.ground.textChanged.connect(self._judge)
        self._judge()

    def _build(self) -> None:
        ground = Field(
            tr("On what ground"),
            self.ground,
            tr(
                "For ESF+ supporting documents are kept for five years from 31 December of the year of the "
                "last payment (Regulation (EU) 2021/1060, article 82). Ask what holds for your dossier."
            ),
        )
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(10)
        column.addWidget(label(tr("How long it is kept"), "large"))
        column.addWidget(self.state)
        column.addLayout(row(Field(tr("Last day"), self.until), None))
        column.addWidget(ground)
        column.addLayout(row(self.keep, None))

    def show_retention(self, kept: Retention) -> None:
        """Show what is kept."""
        today = self._today()
        self.state.setText(self._shell.words(told(kept, today)))
        tone = _TONES.get(kept.keeping(today), Tone.INFO)
        self.state.setProperty("tone", tone.value)
        restyle(self.state)
        if kept.until is not None:
            self.until.setDate(day_edit(kept.until).date())
            self.ground.setText(kept.ground)

    def wished(self) -> Retention:
        """What the fields say."""
        return Retention(day_of(self.until), self.ground.text().strip())

    def _today(self) -> date:
        return self._shell.now().astimezone(BRUSSELS).date()

    def _judge(self) -> None:
        self.keep.setEnabled(bool(self.ground.text().strip()))

    @asks(save_retention)
    def _keep(self) -> None:
        if not take_all(self.until):
            return
        self._shell.run_operation(
            Operation(
                tr("Set how long the dossier is kept"),
                calling(save_retention, self.wished()),
                frozenset({Subject.SETTINGS}),
                inverse=lambda before: calling(put_retention, before),
                said=Always(tr("How long the dossier is kept has been set.")),
            )
        )
