"""The page of the weerwoord: terms and mail at the left, one decision with its rebuttals at the right."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from jury_desktop.domain.letter import LetterType
from jury_desktop.domain.rebuttal import Point
from jury_desktop.services.history import Thing, What
from jury_desktop.services.import_mail import import_mail
from jury_desktop.services.ports import Dossier
from jury_desktop.services.rebuttal_mail import Reply, answered_letter, replies
from jury_desktop.services.rebuttal_register import Arrived, register_rebuttal
from jury_desktop.services.rebuttals import TermRow, terms
from jury_desktop.ui.actions import Action, Place
from jury_desktop.ui.allowed import asks
from jury_desktop.ui.dialogs.import_dialog import ImportDialog
from jury_desktop.ui.jobs import JobContext
from jury_desktop.ui.operations import Changes, Subject
from jury_desktop.ui.pages.base import Page
from jury_desktop.ui.pages.letters.words import type_name
from jury_desktop.ui.pages.rebuttal import verbs
from jury_desktop.ui.pages.rebuttal.answer_form import Draft
from jury_desktop.ui.pages.rebuttal.details import Details
from jury_desktop.ui.pages.rebuttal.register import Asked, RegisterDialog
from jury_desktop.ui.pages.rebuttal.replies import Replies
from jury_desktop.ui.pages.rebuttal.steps import FormSteps
from jury_desktop.ui.pages.rebuttal.words import last_day, rebuttal_pill, rebuttals_told, term_pill
from jury_desktop.ui.shell import Shell
from jury_desktop.ui.text import area
from jury_desktop.ui.widgets.basics import Panel
from jury_desktop.ui.widgets.cells import PillCell
from jury_desktop.ui.widgets.empty import EmptyState
from jury_desktop.ui.widgets.narrow import GiveWay
from jury_desktop.ui.widgets.paint import Pill
from jury_desktop.ui.widgets.rows_model import Column, Look, RowsModel
from jury_desktop.ui.widgets.table import Table

tr = area("rebuttal")


@dataclass(frozen=True, slots=True)
class Seen:
    """What the page shows: the terms, and the mail that may be a rebuttal."""

    rows: tuple[TermRow, ...]
    replies: tuple[Reply, ...]


class RebuttalPage(Page):
    """The term of every decision that was sent; rebuttals are registered, answered and concluded here."""

    key = "rebuttal"
    subjects = frozenset(
        {Subject.REBUTTAL, Subject.LETTER, Subject.DECISION, Subject.SETTINGS, Subject.MAIL}
        | {Subject.CANDIDACY}
    )

    def __init__(self, shell: Shell, parent: QWidget | None = None) -> None:
        super().__init__(shell, parent)
        self._rows: tuple[TermRow, ...] = ()
        self._wanted = ""
        self.table = Table(RowsModel(_columns(shell.language), _key), tr("Terms"))
        self.table.chosen.connect(self._chosen)
        GiveWay(self.table, 2, 3)
        self.replies = Replies()
        self.replies.register_wanted.connect(self._register_mail)
        self.replies.dismiss_wanted.connect(self._dismiss)
        self.details = Details(shell)
        self.steps = FormSteps(self)
        self._seen: TermRow | None = None
        self._drafts: dict[str, Draft] = {}
        self._build()

    def title(self) -> str:
        return tr("Rebuttal")

    def subtitle(self) -> str:
        running = sum(found.days_left >= 0 for found in self._rows)
        return tr("%n terms running", "", running) if self._rows else ""

    def thing(self) -> Thing | None:
        reply = self.replies.table.current() if self.replies.table.hasFocus() else None
        if reply is not None:
            return Thing(What.MAIL, reply.mail.source)
        chosen = self.table.current()
        return Thing(What.REBUTTAL, chosen.candidacy.reference) if chosen is not None else None

    def page_actions(self) -> Sequence[Action]:
        ready = bool(self._rows)
        return (
            Action(
                "rebuttal.register",
                tr("Register rebuttal…"),
                self._register,
                icon="message-square-reply",
                place=Place.PRIMARY,
                enabled=ready,
            ),
            Action(
                "rebuttal.mail",
                tr("Read mail…"),
                self._ask_mail,
                icon="inbox",
                place=Place.HEADER,
                enabled=ready,
            ),
            Action(
                "rebuttal.register_mail",
                tr("Register the chosen message…"),
                self.replies.ask_register,
                enabled=self.replies.table.current() is not None,
            ),
            Action(
                "rebuttal.effect",
                tr("Effect on score and rank…"),
                self._show_effect,
                enabled=any(form.is_open for form in self.details.forms),
            ),
        )

    def _show_effect(self) -> None:
        next(form for form in self.details.forms if form.is_open).effect.click()

    def refresh(self, changed: Changes) -> None:
        self.load(_read, self._show)

    def show_object(self, ref: str) -> None:
        self._wanted = ref
        self._choose_wanted()

    def leave(self) -> bool:
        """Answers, rulings and reasons that were typed are kept, also of a rebuttal that is not on show."""
        self.steps.keep(self._rows, self._drafts)
        return True

    def _build(self) -> None:
        panel = Panel(margins=(10, 6, 10, 10))
        panel.body.addWidget(self.table)
        left = QVBoxLayout()
        left.setSpacing(16)
        left.addWidget(panel, 3)
        left.addWidget(self.replies, 2)
        line = QHBoxLayout()
        line.setSpacing(16)
        line.addLayout(left, 13)
        line.addWidget(self.details, 10)
        self.column().addLayout(line, 1)

    def _show(self, seen: Seen) -> None:
        self._rows = rows = seen.rows
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
        self.replies.show_replies(seen.replies, {row.candidacy.id: row.candidacy.reference for row in rows})
        self.header_changed.emit()
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
            form.edited.connect(self._edited)
            self.steps.serve(form, found)
            self._edited(form.rebuttal.id)
        self.header_changed.emit()

    def _edited(self, key: str) -> None:
        """Keep what is typed in a form as long as it is not in the dossier."""
        typed = next((form.draft() for form in self.details.forms if form.rebuttal.id == key), None)
        self._drafts.pop(key, None)
        if typed is not None:
            self._drafts[key] = typed

    # what comes in

    @asks(import_mail)
    def _ask_mail(self) -> None:
        dialog = ImportDialog(self.shell, self)
        dialog.choice.chosen.connect(self.read_mail)
        dialog.open()

    def read_mail(self, paths: Sequence[Path]) -> None:
        """Read these exports; what may be a rebuttal then waits below the terms."""
        self.shell.run_operation(verbs.reading_mail(paths))

    @asks(register_rebuttal)
    def _register(self) -> None:
        """By hand or on paper, from the candidate on show unless the user chooses another."""
        found = self.table.current()
        self._open_register(found.letter.id if found is not None else "")

    def _register_mail(self, reply: Reply) -> None:
        """A candidate is proposed only where everything in the message points to it."""
        letters = [row.letter for row in self._rows]
        letter = answered_letter(letters, reply.match.sure, reply.moment) if reply.match.sure else None
        self._open_register(letter.id if letter is not None else "", reply)

    def _open_register(self, chosen: str, reply: Reply | None = None) -> None:
        asked = Asked(self._rows, chosen, self.shell.now(), self.shell.language, reply)
        RegisterDialog(asked, self._note, self).open()

    def _note(self, letter: str, arrived: Arrived, points: tuple[Point, ...]) -> None:
        found = next((row for row in self._rows if row.letter.id == letter), None)
        self._wanted = found.candidacy.reference if found is not None else ""
        self.shell.run_operation(verbs.registering(letter, arrived, points))

    def _dismiss(self, reply: Reply) -> None:
        self.shell.run_operation(verbs.dismissing(reply))


def _read(dossier: Dossier, context: JobContext) -> Seen:
    return Seen(terms(dossier), replies(dossier))


def _key(found: TermRow) -> str:
    return found.letter.id


def _columns(language: str) -> tuple[Column[TermRow], ...]:
    return (
        Column(tr("No."), lambda r: r.candidacy.reference, Look.MUTED, width=60),
        Column(tr("Organisation"), lambda r: r.candidacy.organisation, Look.STRONG),
        Column(tr("Letter"), lambda r: type_name(LetterType(r.letter.type)), width=138),
        Column(tr("Last day"), lambda r: f"{r.term.end:%d/%m/%Y}", Look.FIGURES, order=_end, width=104),
        Column(
            tr("Term"),
            lambda r: term_pill(r).text,
            mark=term_pill,
            delegate=PillCell,
            tip=lambda r: last_day(r, language),
            width=112,
        ),
        Column(
            tr("Rebuttal"),
            _rebuttal,
            mark=rebuttal_pill,
            delegate=PillCell,
            tip=lambda r: rebuttals_told(r, language),
            width=176,
        ),
    )


def _end(found: TermRow) -> str:
    return found.term.end.isoformat()


def _rebuttal(found: TermRow) -> str:
    pill: Pill | None = rebuttal_pill(found)
    return pill.text if pill else ""
