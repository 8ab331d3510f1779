"""The left side: who scores, which round, the juror's candidacies, and how far the whole round is."""

from __future__ import annotations

from PySide6.QtCore import QModelIndex, Qt, Signal
from PySide6.QtWidgets import QCheckBox, QHeaderView, QWidget

from jury_desktop.domain.call import Round
from jury_desktop.services.jury import declare_conflict
from jury_desktop.services.practice import remove_practice
from jury_desktop.services.rounds import RoundState
from jury_desktop.services.scoring_desk import Desk, ScoringList, ScoringRow
from jury_desktop.ui.allowed import asks
from jury_desktop.ui.text import area
from jury_desktop.ui.widgets.basics import Panel, button, label, rule
from jury_desktop.ui.widgets.figure import Bar
from jury_desktop.ui.widgets.opening_box import OpeningBox
from jury_desktop.ui.widgets.rows_model import Column, Look, RowsModel
from jury_desktop.ui.widgets.switch import Switch
from jury_desktop.ui.widgets.table import Table

tr = area("assessment")

PRACTICE = "practice"
"""What is chosen instead of a round: the candidacy that counts for nothing."""


class DeskPanel(Panel):
    """What a juror chooses from.

    :ivar juror_chosen: carries the id of the juror who sits down.
    :ivar round_chosen: carries the value of the round, or :data:`PRACTICE`.
    :ivar candidacy_chosen: carries the id of the candidacy.
    :ivar candidacy_entered: the chosen candidacy was clicked, or Enter pressed on it: now it will be scored.
    :ivar conflict_wanted: the juror has a conflict of interest with the candidacy on show.
    :ivar comparing: the officer wants to see the practice side by side.
    :ivar clearing: the officer wants to clear the practice away.
    """

    juror_chosen = Signal(str)
    round_chosen = Signal(str)
    candidacy_chosen = Signal(str)
    candidacy_entered = Signal()
    conflict_wanted = Signal()
    comparing = Signal()
    clearing = Signal()

    def __init__(self) -> None:
        super().__init__(margins=(12, 14, 12, 14))
        self.who = OpeningBox()
        self.who.setAccessibleName(tr("I score as"))
        self.who.setPlaceholderText(tr("Choose your name…"))
        rounds = ((Round.WRITTEN.value, tr("Written")), (Round.PITCH.value, tr("Pitch")))
        self.rounds = Switch(rounds, tr("Round"))
        self.practising = QCheckBox(tr("Practise (counts for nothing)"))
        self.table = _table()
        self.drawn = label(tr("In an order drawn for you, least scored first"), "small", wrap=True)
        self.conflict = button(tr("Declare a conflict…"), self._conflict, part="link", icon="shield-alert")
        self.hidden = label("", "small", wrap=True)
        self.far = label("", "small", wrap=True)
        self.bar = Bar()
        self.compare = button(tr("Side by side…"), self._comparing, part="primary")
        self.clear = button(tr("Clear the practice…"), self._clearing, part="link")
        self._build()

    def _build(self) -> None:
        body = self.body
        body.setSpacing(8)
        caption = label(tr("I score as"), "small")
        caption.setBuddy(self.who)
        self._naming: tuple[QWidget, ...] = (caption, self.who)
        self._choosing: tuple[QWidget, ...] = (*self._naming, self.rounds, self.practising)
        self._for_officer = True
        for part in self._choosing:
            body.addWidget(part)
        body.addSpacing(4)
        body.addWidget(label(tr("My candidacies"), "heading"))
        body.addWidget(self.drawn)
        body.addWidget(self.table, 1)
        body.addWidget(self.conflict, 0, Qt.AlignmentFlag.AlignLeft)
        body.addWidget(self.hidden)
        self._whole: tuple[QWidget, ...] = (rule(), self.far, self.bar, self.compare, self.clear)
        for below in self._whole:
            body.addWidget(below)
        self.who.activated.connect(self._juror_activated)
        self.rounds.chosen.connect(self.round_chosen)
        self.practising.clicked.connect(self._practising)
        self.table.chosen.connect(self._row_chosen)
        self.table.opened.connect(self._row_entered)
        self.table.clicked.connect(self._row_clicked)

    def keep_to_one(self) -> None:
        """Offer no other juror and no other round, and tell nothing of the others: there is one alone."""
        for part in (*self._choosing, *self._whole):
            part.hide()

    def keep_to_juror(self) -> None:
        """Offer no other juror, and none of what the officer does with the practice."""
        self._for_officer = False
        for part in self._naming:
            part.hide()

    # what is shown

    def show_desk(self, desk: Desk, round_: Round, *, practising: bool = False) -> None:
        """Show who can sit down, and the work of whoever does."""
        self._show_jurors(desk)
        self.rounds.choose(round_.value)
        self.rounds.setEnabled(not practising)
        self.practising.setChecked(practising)
        self.show_list(desk.mine)
        self.conflict.setVisible(not practising and desk.mine is not None and bool(desk.mine.rows))
        state = {state.round: state for state in desk.rounds}[round_]
        self._show_round(state, practising=practising)
        officer = practising and self._for_officer
        self.compare.setVisible(officer and (state.closed or state.complete))
        self.clear.setVisible(officer and state.expected > 0)

    def _show_jurors(self, desk: Desk) -> None:
        self.who.clear()
        for juror in desk.jurors:
            self.who.addItem(juror.name, juror.id)
            self.who.setItemData(self.who.count() - 1, juror.organisation, Qt.ItemDataRole.ToolTipRole)
        self.who.setCurrentIndex(self.who.findData(desk.mine.juror.id) if desk.mine else -1)

    def show_list(self, mine: ScoringList | None) -> None:
        """Show the candidacies of a juror; nobody's when there is none."""
        self.table.blockSignals(True)
        self.table.rows.set_rows(mine.rows if mine else ())
        self.table.blockSignals(False)
        self.drawn.setVisible(mine is not None and mine.round is Round.WRITTEN and len(mine.rows) > 1)
        why = _not_listed(mine) if mine else ""
        self.hidden.setText(why)
        self.hidden.setVisible(bool(why))

    def _show_round(self, state: RoundState, *, practising: bool) -> None:
        text = tr("Whole round: {done} of %n submitted", "", state.expected).format(done=state.submitted)
        if practising:
            text = tr("Practice: {done} of %n submitted", "", state.expected).format(done=state.submitted)
        if state.closed:
            text += " · " + tr("closed")
        self.far.setText(text if state.expected else tr("Nobody has anything to score in this round yet."))
        self.bar.show_share(state.submitted / state.expected if state.expected else 0.0)

    def mark(self, candidacy: str) -> None:
        """Mark the candidacy on show, without telling."""
        self.table.blockSignals(True)
        self.table.choose(candidacy)
        self.table.blockSignals(False)

    # steps of the user

    def _juror_activated(self, at: int) -> None:
        self.juror_chosen.emit(self.who.itemData(at))

    def _row_chosen(self, row: ScoringRow | None) -> None:
        if row is not None:
            self.candidacy_chosen.emit(row.candidacy.id)

    def _row_entered(self, _row: ScoringRow) -> None:
        self.candidacy_entered.emit()

    def _row_clicked(self, _at: QModelIndex) -> None:
        self.candidacy_entered.emit()

    def _practising(self, on: bool) -> None:
        self.round_chosen.emit(PRACTICE if on else self.rounds.current())

    @asks(declare_conflict)
    def _conflict(self) -> None:
        self.conflict_wanted.emit()

    def _comparing(self) -> None:
        self.comparing.emit()

    @asks(remove_practice)
    def _clearing(self) -> None:
        self.clearing.emit()


def _table() -> Table[ScoringRow]:
    columns: tuple[Column[ScoringRow], ...] = (
        Column("", _reference, Look.MUTED, width=50),
        Column("", _organisation, tip=_organisation),
        Column("", _progress, Look.FIGURES, width=58, spoken=_spoken, tip=_spoken),
    )
    table = Table(RowsModel(columns, _key), tr("My candidacies"))
    table.setSortingEnabled(False)
    table.horizontalHeader().hide()
    for at in (0, 2):
        table.horizontalHeader().setSectionResizeMode(at, QHeaderView.ResizeMode.Fixed)
    return table


def _key(row: ScoringRow) -> str:
    return row.candidacy.id


def _reference(row: ScoringRow) -> str:
    return row.candidacy.reference


def _organisation(row: ScoringRow) -> str:
    return row.candidacy.organisation


def _progress(row: ScoringRow) -> str:
    if row.outdated:
        return tr("v{number}", "version").format(number=row.candidacy.current.number)
    return "✓" if row.submitted else f"{row.answered}/{row.items}"


def _spoken(row: ScoringRow) -> str:
    if row.outdated:
        return tr("a new version came after the one you scored")
    if row.submitted:
        return tr("submitted")
    return tr("{done} of %n complete", "", row.items).format(done=row.answered)


def _not_listed(mine: ScoringList) -> str:
    """Which candidacies are not on the list, and why."""
    reasons = (
        (
            mine.hidden,
            tr("You do not score {list}: you have a conflict of interest. Leave these alone elsewhere too."),
        ),
        (mine.absent, tr("You do not score {list}: you were not at the pitch.")),
    )
    return " ".join(text.format(list=_listed(names)) for names, text in reasons if names)


def _listed(references: tuple[str, ...]) -> str:
    if len(references) < 2:
        return "".join(references)
    return tr("{first} and {last}").format(first=", ".join(references[:-1]), last=references[-1])
