"""The page of the letters: list at the left, letter at the right."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtWidgets import QStackedWidget, QWidget

from jury_desktop.domain.call import Call
from jury_desktop.domain.letter import Block, LetterType
from jury_desktop.domain.letter_texts import TextKind
from jury_desktop.domain.outgoing import LetterState
from jury_desktop.services.candidacies import attachment_content
from jury_desktop.services.glance import call_of
from jury_desktop.services.history import Thing, What
from jury_desktop.services.letter_book import LetterRow, letter_book
from jury_desktop.services.letter_texts import TextBook, text_book
from jury_desktop.services.letters import LetterJob, draft_letter, letter_jobs
from jury_desktop.services.ports import Dossier
from jury_desktop.ui.actions import Action, Place
from jury_desktop.ui.jobs import JobContext
from jury_desktop.ui.operations import EVERYTHING, Changes, Subject
from jury_desktop.ui.pages.base import Page
from jury_desktop.ui.pages.letters.offered import Steps
from jury_desktop.ui.pages.letters.preview import Preview, Shown
from jury_desktop.ui.pages.letters.rows import columns, names_of, row_key
from jury_desktop.ui.pages.letters.texts import TextsView
from jury_desktop.ui.pages.letters.texts.offered import texts_actions
from jury_desktop.ui.shell import Shell
from jury_desktop.ui.text import area
from jury_desktop.ui.widgets.basics import Panel, row
from jury_desktop.ui.widgets.empty import EmptyState
from jury_desktop.ui.widgets.narrow import GiveWay
from jury_desktop.ui.widgets.rows_model import RowsModel
from jury_desktop.ui.widgets.table import Table

tr = area("letters")


class LettersPage(Page):
    """Every letter that is owed or exists. Several can be chosen and taken a step further together."""

    key = "letters"
    subjects = frozenset(
        {Subject.LETTER, Subject.CANDIDACY, Subject.DECISION, Subject.PLAN, Subject.REBUTTAL, Subject.SHEET}
        | {Subject.SETTINGS}
    )

    def __init__(self, shell: Shell, parent: QWidget | None = None) -> None:
        super().__init__(shell, parent)
        self._rows: tuple[LetterRow, ...] = ()
        self._wanted = ""
        self._call: Call | None = None
        self.table = Table(RowsModel(columns(), row_key), tr("Letters"), many=True)
        self.steps = Steps(shell, self, self.table)
        self.table.chosen.connect(self._chosen)
        self.table.selectionModel().selectionChanged.connect(self._show_steps)
        GiveWay(self.table, 4)
        self.texts = TextsView(shell)
        self.texts.changed.connect(self.header_changed)
        self.preview = Preview(shell)
        self.preview.finalise_wanted.connect(self.steps.finalise)
        self.preview.send_wanted.connect(self.steps.ask_send)
        self.preview.presented_wanted.connect(self.steps.ask_presented)
        self.preview.fate_wanted.connect(self.steps.ask_fate)
        self.preview.grounds_wanted.connect(self.steps.show_grounds)
        self._build()

    def title(self) -> str:
        return tr("Letters")

    def subtitle(self) -> str:
        if self.is_editing:
            return tr("the texts of the letters")
        sent = sum(found.sent for found in self._rows)
        return tr("{sent} of {all} sent").format(sent=sent, all=len(self._rows)) if self._rows else ""

    def thing(self) -> Thing | None:
        if self.is_editing:
            return Thing(What.TEXT, self.texts.kind.value)
        chosen = self.table.current()
        return Thing(What.LETTER, chosen.candidacy.reference) if chosen is not None else None

    def page_actions(self) -> Sequence[Action]:
        if self.is_editing:
            return texts_actions(self)
        return (
            *self.steps.actions(),
            Action(
                "letters.texts",
                tr("Edit texts"),
                self.edit_texts,
                icon="pencil",
                place=Place.HEADER,
                tip=tr("The words of the letters and the legal texts in them"),
            ),
        )

    def refresh(self, changed: Changes) -> None:
        self.load(_read, self._show)

    def show_object(self, ref: str) -> None:
        """``ref`` is a candidacy's reference, a type of letter, or both: "K-02.selected"; or a text to edit:
        "text.appeal"."""
        if (kind := _text_in(ref)) is not None:
            self.edit_texts()
            self.texts.choose(kind)
            return
        self._wanted = ref
        self._choose_wanted()

    def _build(self) -> None:
        panel = Panel(margins=(10, 6, 10, 10))
        panel.body.addWidget(self.table)
        self._desk = QWidget()
        self._desk.setLayout(line := row(spacing=16))
        line.addWidget(panel, 6)
        line.addWidget(self.preview, 5)
        self._views = QStackedWidget()
        for view in (self._desk, self.texts):
            self._views.addWidget(view)
        self.column().addWidget(self._views, 1)

    def _show(self, read: tuple[Call, tuple[LetterRow, ...], TextBook]) -> None:
        self._call, rows, book = read
        self._rows = rows
        self.texts.show_book(book)
        self.steps.know(rows, self._call)
        self.header_changed.emit()
        if not rows and not self.is_editing:
            self.show_empty(
                EmptyState(
                    "mail",
                    tr("No letter is owed yet"),
                    tr("Letters follow from what you and the jury decide: late, invited, selected or not."),
                    tr("To deliberation"),
                    self._to_deliberation,
                )
            )
            return
        self.show_content()
        self.table.rows.set_rows(rows)
        self._choose_wanted()
        if not rows:
            return
        if self.table.current() is None:
            self.table.choose(row_key(next((r for r in rows if not r.sent), rows[0])))
        else:
            self._chosen(self.table.current())
        self._show_steps()

    def _choose_wanted(self) -> None:
        """Of several that fit, the first that has not been sent: there is something to do about it."""
        fitting = [r for r in self._rows if self._wanted in names_of(r)]
        found = next((r for r in fitting if not r.sent), fitting[0] if fitting else None)
        if found is not None and self.table.choose(row_key(found)):
            self._wanted = ""

    # the texts

    @property
    def is_editing(self) -> bool:
        """Whether the texts of the letters are on show instead of the letters."""
        return self._views.currentWidget() is self.texts

    def edit_texts(self) -> None:
        """Show the texts that letters are made of."""
        self._views.setCurrentWidget(self.texts)
        self.show_content()
        self.texts.table.setFocus()
        self.header_changed.emit()

    def back_to_letters(self) -> None:
        """Show the letters again; what was typed and not kept stays where it is."""
        self._views.setCurrentWidget(self._desk)
        self.refresh(EVERYTHING)
        self.table.setFocus()
        self.header_changed.emit()

    def leave(self) -> bool:
        """What was typed is not lost without a word."""
        if self.texts.unsaved:
            self.texts.ask_drop()
        return not self.texts.unsaved

    def _to_deliberation(self) -> None:
        self.shell.go_to("deliberation")

    # looking

    def _chosen(self, found: LetterRow | None) -> None:
        if found is None:
            self.preview.show_nothing()
        elif found.letter is not None and found.letter.state is not LetterState.DRAFT:
            pdf = found.letter.pdf
            self.shell.run_job(
                lambda dossier, context: Shown(found, attachment_content(dossier, pdf), ()),
                self.preview.show_letter,
                key="letter",
            )
        else:
            self.shell.run_job(
                lambda dossier, context: (found, letter_jobs(dossier, [found.key])[0]),
                self._draw,
                key="letter",
            )

    def _draw(self, wanted: tuple[LetterRow, LetterJob]) -> None:
        found, job = wanted

        def work(context: JobContext) -> Shown:
            drafted = draft_letter(job)
            return Shown(found, drafted.pdf, drafted.problems)

        self.shell.run_calculation(work, self.preview.show_letter, key="letter")

    def _show_steps(self) -> None:
        self.preview.show_steps(len(self.steps.to_make()), len(self.steps.may_leave()))
        self.header_changed.emit()


def _text_in(ref: str) -> TextKind | None:
    """The text that a reference asks for."""
    head, _, name = ref.partition(".")
    return next((kind for kind in (*LetterType, *Block) if head == "text" and kind == name), None)


def _read(dossier: Dossier, context: JobContext) -> tuple[Call, tuple[LetterRow, ...], TextBook]:
    return call_of(dossier), letter_book(dossier), text_book(dossier)
