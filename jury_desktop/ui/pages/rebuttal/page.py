"""The page of the weerwoord: terms at the left, one decision with its rebuttals at the right."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime

from PySide6.QtWidgets import QHBoxLayout, QWidget

from jury_desktop.domain.errors import JuryError
from jury_desktop.domain.letter import LetterType
from jury_desktop.domain.rebuttal import Point, Rebuttal, RebuttalOutcome
from jury_desktop.services.ports import Dossier
from jury_desktop.services.rebuttals import (
    TermRow,
    answer_points,
    conclude_rebuttal,
    register_rebuttal,
    reopen_rebuttal,
    terms,
    withdraw_rebuttal,
)
from jury_desktop.ui.actions import Action, Place
from jury_desktop.ui.jobs import JobContext
from jury_desktop.ui.operations import Changes, Operation, Subject, Verb
from jury_desktop.ui.pages.base import Page
from jury_desktop.ui.pages.letters.words import type_name
from jury_desktop.ui.pages.rebuttal.details import Details, Draft
from jury_desktop.ui.pages.rebuttal.register import RegisterDialog
from jury_desktop.ui.pages.rebuttal.words import rebuttal_pill, term_pill
from jury_desktop.ui.shell import Notice, Shell
from jury_desktop.ui.text import area
from jury_desktop.ui.theme import Tone
from jury_desktop.ui.widgets.basics import Panel
from jury_desktop.ui.widgets.cells import PillCell
from jury_desktop.ui.widgets.empty import EmptyState
from jury_desktop.ui.widgets.narrow import GiveWay
from jury_desktop.ui.widgets.paint import Pill
from jury_desktop.ui.widgets.rows_model import Column, Look, RowsModel
from jury_desktop.ui.widgets.table import Table

tr = area("rebuttal")

REBUTTALS: Changes = frozenset({Subject.REBUTTAL, Subject.LETTER})


class RebuttalPage(Page):
    """The term of every decision that was sent; rebuttals are registered, answered and concluded here."""

    key = "rebuttal"
    subjects = frozenset({Subject.REBUTTAL, Subject.LETTER, Subject.SETTINGS})

    def __init__(self, shell: Shell, parent: QWidget | None = None) -> None:
        super().__init__(shell, parent)
        self._rows: tuple[TermRow, ...] = ()
        self._wanted = ""
        self.table = Table(RowsModel(_columns(), _key), tr("Terms"))
        self.table.chosen.connect(self._chosen)
        GiveWay(self.table, 2, 0)
        self.details = Details(shell)
        self._seen: TermRow | None = None
        self._drafts: dict[str, Draft] = {}
        self._build()

    def title(self) -> str:
        return tr("Rebuttal")

    def subtitle(self) -> str:
        running = sum(found.days_left >= 0 for found in self._rows)
        return tr("%n terms running", "", running) if self._rows else ""

    def page_actions(self) -> Sequence[Action]:
        text = tr("Register rebuttal…")
        icon, ready = "message-square-reply", bool(self._rows)
        run = self._register
        return (Action("rebuttal.register", text, run, icon=icon, place=Place.PRIMARY, enabled=ready),)

    def refresh(self, changed: Changes) -> None:
        self.load(_read, self._show)

    def show_object(self, ref: str) -> None:
        self._wanted = ref
        self._choose_wanted()

    def _build(self) -> None:
        panel = Panel(margins=(10, 6, 10, 10))
        panel.body.addWidget(self.table)
        line = QHBoxLayout()
        line.setSpacing(16)
        line.addWidget(panel, 13)
        line.addWidget(self.details, 9)
        self.column().addLayout(line, 1)

    def _show(self, rows: tuple[TermRow, ...]) -> None:
        self._rows = rows
        self.header_changed.emit()
        if not rows:
            self.show_empty(
                EmptyState(
                    "message-square-reply",
                    tr("No term is running"),
                    tr("A term starts as soon as a letter with a decision has been sent."),
                    tr("To letters"),
                    self._to_letters,
                )
            )
            return
        self.show_content()
        self.table.rows.set_rows(rows)
        self._choose_wanted()
        if self.table.current() is None:
            self.table.choose(_key(next((found for found in rows if found.rebuttals), rows[0])))
        else:
            self._chosen(self.table.current())

    def _choose_wanted(self) -> None:
        found = next((r for r in self._rows if r.candidacy.reference == self._wanted), None)
        if found is not None and self.table.choose(_key(found)):
            self._wanted = ""

    def _to_letters(self) -> None:
        self.shell.go_to("letters")

    def _chosen(self, found: TermRow | None) -> None:
        """Show it, unless it is what is on show already: then what is being typed is left alone."""
        if found is None or found == self._seen:
            return
        self._seen = found
        self.details.show_row(found, self._drafts)
        for form in self.details.forms:
            form.answered.connect(self._answer)
            form.concluded.connect(self._conclude)
            form.edited.connect(self._edited)
            self._edited(form.rebuttal.id)

    def _edited(self, key: str) -> None:
        """Keep what is typed in a form as long as it is not in the dossier."""
        typed = next((form.draft() for form in self.details.forms if form.rebuttal.id == key), None)
        self._drafts.pop(key, None)
        if typed is not None:
            self._drafts[key] = typed

    def _register(self) -> None:
        found = self.table.current()
        if found is not None:
            name = f"{found.candidacy.reference} {found.candidacy.organisation}"
            RegisterDialog(name, found.items, self.shell.now(), self._note, self).open()

    def _note(self, received: datetime, channel: str, points: tuple[Point, ...]) -> None:
        found = self.table.current()
        if found is None:
            return
        letter = found.letter.id

        def verb(dossier: Dossier, context: JobContext) -> Rebuttal:
            return register_rebuttal(dossier, letter, received, channel, points)

        def inverse(kept: Rebuttal) -> Verb[None]:
            return lambda dossier, context: withdraw_rebuttal(dossier, kept.id)

        self.shell.run_operation(Operation(tr("Register rebuttal"), verb, REBUTTALS, inverse))

    def _answer(self, key: str, points: tuple[Point, ...]) -> None:
        before = next(form.rebuttal.points for form in self.details.forms if form.rebuttal.id == key)

        def verb(dossier: Dossier, context: JobContext) -> Rebuttal:
            return answer_points(dossier, key, points)

        def inverse(kept: Rebuttal) -> Verb[Rebuttal]:
            return lambda dossier, context: answer_points(dossier, key, before, undoes=kept)

        self.shell.run_operation(Operation(tr("Answer rebuttal"), verb, REBUTTALS, inverse))

    def _conclude(self, key: str, points: tuple[Point, ...], outcome: RebuttalOutcome, reasons: str) -> None:
        def verb(dossier: Dossier, context: JobContext) -> Rebuttal:
            answer_points(dossier, key, points)
            return conclude_rebuttal(dossier, key, outcome, reasons)

        def inverse(ended: Rebuttal) -> Verb[Rebuttal]:
            return lambda dossier, context: reopen_rebuttal(dossier, key, undoes=ended)

        failed = self._not_concluded
        self.shell.run_operation(Operation(tr("Conclude rebuttal"), verb, REBUTTALS, inverse, failed=failed))

    def _not_concluded(self, error: JuryError) -> None:
        """Something is missing; the answers given so far have been kept."""
        self.shell.notify(Notice(error.message, Tone.BAD))
        self.refresh(REBUTTALS)


def _read(dossier: Dossier, context: JobContext) -> tuple[TermRow, ...]:
    return terms(dossier)


def _key(found: TermRow) -> str:
    return found.letter.id


def _columns() -> tuple[Column[TermRow], ...]:
    return (
        Column(tr("No."), lambda r: r.candidacy.reference, Look.MUTED, width=60),
        Column(tr("Organisation"), lambda r: r.candidacy.organisation, Look.STRONG),
        Column(tr("Letter"), lambda r: type_name(LetterType(r.letter.type)), width=138),
        Column(tr("Last day"), lambda r: f"{r.term.end:%d/%m/%Y}", Look.FIGURES, order=_end, width=104),
        Column(tr("Term"), lambda r: term_pill(r).text, mark=term_pill, delegate=PillCell, width=104),
        Column(tr("Rebuttal"), _rebuttal, mark=rebuttal_pill, delegate=PillCell, width=138),
    )


def _end(found: TermRow) -> str:
    return found.term.end.isoformat()


def _rebuttal(found: TermRow) -> str:
    pill: Pill | None = rebuttal_pill(found)
    return pill.text if pill else ""
