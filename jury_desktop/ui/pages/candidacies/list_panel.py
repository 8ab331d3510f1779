"""The left half of the page: every candidacy, found by a few letters or by what it needs."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeySequence, QResizeEvent, QShortcut

from jury_desktop.domain.arrival import Verdict
from jury_desktop.domain.candidacy import SHUT_OUT, Admissibility
from jury_desktop.services.candidacies import CandidacyList, CandidacyRow
from jury_desktop.ui import theme
from jury_desktop.ui.pages.candidacies.words import judgements, short_moment, status, told, why
from jury_desktop.ui.text import area
from jury_desktop.ui.widgets.basics import Panel, label, row
from jury_desktop.ui.widgets.cells import ChipsCell, PillCell
from jury_desktop.ui.widgets.form import line_edit
from jury_desktop.ui.widgets.marks import spoken_challenges
from jury_desktop.ui.widgets.rows_model import Column, Look, RowsModel
from jury_desktop.ui.widgets.still import ChoiceBox
from jury_desktop.ui.widgets.table import Table
from jury_desktop.wording import moment

tr = area("candidacies")

ALL, CARE = "", "care"
ROOM_FOR = {2: 35, 3: 43}
"""The columns with challenges and arrival, and from which width, in heights of the text, they are shown."""


class ListPanel(Panel):
    """Filter, table and the account of the mail. As long as it lists anything, one of that is chosen.

    :ivar chosen: another candidacy was chosen; carries its ``CandidacyRow``, or None while none is listed.
    """

    chosen = Signal(object)

    def __init__(self, language: str) -> None:
        super().__init__(margins=(12, 12, 12, 12))
        self._language = language
        self._at = 0
        """Where the chosen row stood: what takes its place is chosen when it leaves the list."""
        self.search = line_edit(suggestion=tr("Search in the candidacies"))
        self.search.setClearButtonEnabled(True)
        self.search.setAccessibleName(tr("Search in the candidacies"))
        self.filter = ChoiceBox()
        self.filter.setAccessibleName(tr("Show which candidacies"))
        self.table: Table[CandidacyRow] = Table(
            RowsModel(columns(language), _key), tr("Candidacies"), tr("No candidacy answers this search.")
        )
        self.account = label("", "muted", wrap=True, select=True)
        self._fill()
        self._connect()

    def _fill(self) -> None:
        self.filter.addItem(tr("All"), ALL)
        self.filter.addItem(tr("Asks for attention"), CARE)
        for judgement, pill in judgements().items():
            self.filter.addItem(pill.text, judgement.value)
        line = row(self.search, self.filter)
        line.setStretch(0, 1)
        self.body.setSpacing(8)
        self.body.addLayout(line)
        self.body.addWidget(self.table, 1)
        self.body.addWidget(self.account)

    def _connect(self) -> None:
        self.search.textChanged.connect(self._filter)
        self.filter.currentIndexChanged.connect(self._filter)
        self.table.chosen.connect(self._chosen)
        self.search.returnPressed.connect(self.table.setFocus)
        down = QShortcut(QKeySequence(Qt.Key.Key_Down), self.search, self.table.setFocus)
        down.setContext(Qt.ShortcutContext.WidgetShortcut)

    def show_list(self, shown: CandidacyList) -> None:
        """Show the candidacies of the dossier."""
        self.table.rows.set_rows(shown.rows)
        self.account.setText(told(shown.account))

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        for column, width in ROOM_FOR.items():
            self.table.setColumnHidden(column, event.size().width() < width * theme.metrics().base)

    def select(self, reference: str) -> bool:
        """Choose a candidacy by reference, out of any filter that hides it; False when there is none."""
        if self.table.choose(reference):
            return True
        self.search.clear()
        self.filter.setCurrentIndex(0)
        return self.table.choose(reference)

    def choose_any(self) -> bool:
        """Choose a candidacy of those listed, unless one is; False when none is listed."""
        rows = self.table.rows.rows
        if rows and self.table.current() is None:
            self.table.choose(_key(rows[min(self._at, len(rows) - 1)]))
        return bool(rows)

    def _chosen(self, row: CandidacyRow | None) -> None:
        """What is on show beside the list is what is chosen in it, also when that just left the list."""
        if row is not None:
            self._at = self.table.rows.row_of(_key(row))
            self.chosen.emit(row)
        elif not self.choose_any():
            self.chosen.emit(None)

    def step(self, by: int) -> None:
        """Choose the candidacy ``by`` rows further, as far as there are any."""
        rows, current = self.table.rows.rows, self.table.current()
        at = self.table.rows.row_of(_key(current)) + by if current is not None else 0
        if 0 <= at < len(rows):
            self.table.choose(_key(rows[at]))

    def _filter(self) -> None:
        typed = self.search.text().casefold().split()
        wanted = self.filter.currentData()
        self._at = 0  # of another list the first is the one looked for
        self.table.rows.set_filter(lambda row: matches(row, typed) and _wanted(row, wanted))
        self.choose_any()


def _key(row: CandidacyRow) -> str:
    return row.candidacy.reference


def _wanted(row: CandidacyRow, wanted: str) -> bool:
    if wanted == CARE:
        return asks_care(row)
    return wanted == ALL or row.candidacy.admissibility.value == wanted


def asks_care(row: CandidacyRow) -> bool:
    """Whether something in it waits for the regisseur."""
    judged = row.candidacy.admissibility
    completed = judged is Admissibility.TO_COMPLETE and not row.open_items
    came_in = judged not in SHUT_OUT and any(line.asked and line.came_in for line in row.open_items)
    return bool(row.open_conflicts) or judged is Admissibility.UNDECIDED or completed or came_in


def matches(row: CandidacyRow, typed: list[str]) -> bool:
    """Whether every word typed occurs in its reference, names, places, partners or files."""
    found = row.candidacy
    files = (file.name for version in found.versions for file in version.attachments)
    names = (found.reference, found.organisation, found.contact, found.email, found.address)
    text = " ".join((*names, *found.municipalities, *found.partners, *files)).casefold()
    return all(word in text for word in typed)


def columns(language: str) -> tuple[Column[CandidacyRow], ...]:
    """Nr., organisation, challenges, received, status."""

    def evidence(row: CandidacyRow) -> str:
        first = row.candidacy.first
        when = moment(first.received_at, language) if first.received_at else tr("No proof of arrival")
        return f"{when}\n{first.received_by}".strip()

    return (
        Column(tr("No."), _key, Look.MUTED, width=62),
        Column(
            tr("Organisation"),
            lambda row: row.candidacy.organisation,
            Look.STRONG,
            tip=lambda row: row.candidacy.organisation,
        ),
        Column(
            tr("Challenges"),
            lambda row: ", ".join(map(str, row.candidacy.challenges)),
            order=lambda row: row.candidacy.challenges,
            mark=lambda row: row.candidacy.challenges,
            delegate=ChipsCell,
            spoken=lambda row: spoken_challenges(row.candidacy.challenges),
            width=126,
        ),
        Column(
            tr("Received"),
            lambda row: short_moment(row.candidacy.first.received_at),
            Look.FIGURES,
            order=_arrival_order,
            tip=evidence,
            width=108,
        ),
        Column(
            tr("Status"),
            lambda row: status(row).text,
            mark=status,
            delegate=PillCell,
            spoken=lambda row: f"{status(row).text}. {why(row)}",
            tip=why,
            width=128,
        ),
    )


def _arrival_order(row: CandidacyRow) -> tuple[bool, float]:
    """By arrival; without proof last."""
    first = row.candidacy.first
    proven = first.received_at is not None and first.verdict != Verdict.UNKNOWN
    return not proven, first.received_at.timestamp() if first.received_at else 0.0
