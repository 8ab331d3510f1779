"""Logboek: everything that happened, newest first, found by subject, person and text; and the check of it."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QComboBox, QSplitter, QVBoxLayout, QWidget

from jury_desktop.domain.call import BRUSSELS
from jury_desktop.services.journal import JournalLine, journal
from jury_desktop.services.journal_words import changes, kind_of_subject, sentence
from jury_desktop.services.ports import Dossier
from jury_desktop.services.soundness import Verification, verify
from jury_desktop.ui import theme
from jury_desktop.ui.actions import Action, Place
from jury_desktop.ui.jobs import JobContext
from jury_desktop.ui.operations import EVERYTHING, Changes
from jury_desktop.ui.pages.base import Page
from jury_desktop.ui.pages.journal_bundle import Bundling
from jury_desktop.ui.shell import Shell
from jury_desktop.ui.text import area
from jury_desktop.ui.theme import Tone
from jury_desktop.ui.widgets.basics import Panel, button, clear, label, note, restyle, row
from jury_desktop.ui.widgets.event_view import EventView, who
from jury_desktop.ui.widgets.form import line_edit, scroll
from jury_desktop.ui.widgets.rows_model import Column, Look, RowsModel
from jury_desktop.ui.widgets.still import ChoiceBox
from jury_desktop.ui.widgets.table import Table

tr = area("journal")

VERIFY = "verify"
"""What :meth:`JournalPage.show_object` understands besides words to search."""


@dataclass(frozen=True, slots=True)
class EventRow:
    """An event with its words, made once; ``found_by`` is all a search looks at, in lower case."""

    line: JournalLine
    when: str
    person: str
    subject: str
    text: str
    found_by: str


class JournalPage(Page):
    """Filters and table left, the event in full right."""

    key = "journal"
    subjects = EVERYTHING

    def __init__(self, shell: Shell, parent: QWidget | None = None) -> None:
        super().__init__(shell, parent)
        self._rows: tuple[EventRow, ...] = ()
        self.bundling = Bundling(shell)
        self.search = line_edit(suggestion=tr("Search in the journal"))
        self.subject = ChoiceBox()
        self.person = ChoiceBox()
        self.table: Table[EventRow] = Table(
            RowsModel(columns(), _key), tr("Journal"), tr("No event answers this search.")
        )
        self.counted = label("", "muted")
        self.outcome = note("")
        self.open = button(tr("Open the candidacy"), self._open_subject, icon="arrow-right")
        self._fill()
        self._connect()

    def title(self) -> str:
        return tr("Journal")

    def subtitle(self) -> str:
        return tr("%n events, newest first", "", len(self._rows)) if self._rows else ""

    def page_actions(self) -> Sequence[Action]:
        text = tr("Check the dossier")
        bundle = tr("Audit bundle…")
        words = tr("audit bundle export zip everything auditor controle")
        return (
            Action(
                "journal.bundle",
                bundle,
                self.bundling.ask,
                icon="archive",
                place=Place.HEADER,
                words=words,
            ),
            Action("journal.verify", text, self.verify, icon="shield-check", place=Place.PRIMARY),
            Action("journal.search", tr("Search in the journal"), self._to_search, "Ctrl+F", "search"),
        )

    # building

    def _fill(self) -> None:
        split = QSplitter(Qt.Orientation.Horizontal)
        split.setHandleWidth(16)
        split.setChildrenCollapsible(False)
        for at, part in enumerate((self._list(), self._detail())):
            split.addWidget(part)
            split.setStretchFactor(at, 7 - 2 * at)
        split.setSizes([720, 450])
        column = self.column()
        column.addWidget(self.outcome)
        column.addWidget(split, 1)
        self.outcome.hide()

    def _list(self) -> QWidget:
        panel = Panel(margins=(12, 12, 12, 12))
        self.search.setClearButtonEnabled(True)
        self.search.setAccessibleName(tr("Search in the journal"))
        self.subject.setAccessibleName(tr("Show which subject"))
        self.person.setAccessibleName(tr("Show whose events"))
        for box in (self.subject, self.person):
            box.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToContents)
        line = row(self.search, self.subject, self.person)
        line.setStretch(0, 1)
        panel.body.setSpacing(8)
        panel.body.addLayout(line)
        panel.body.addWidget(self.table, 1)
        panel.body.addWidget(self.counted)
        panel.setMinimumWidth(26 * theme.metrics().base)
        return panel

    def _detail(self) -> QWidget:
        panel = Panel()
        inner = QWidget()
        self._event = QVBoxLayout(inner)
        self._event.setContentsMargins(0, 0, 10, 0)
        panel.body.addWidget(scroll(inner, tr("Event")), 1)
        panel.body.addLayout(row(self.open, None))
        panel.setMinimumWidth(30 * theme.metrics().base)
        return panel

    def _connect(self) -> None:
        self.search.textChanged.connect(self._filter)
        self.subject.currentIndexChanged.connect(self._filter)
        self.person.currentIndexChanged.connect(self._filter)
        self.table.chosen.connect(self._show_event)

    # showing

    def refresh(self, changed: Changes) -> None:
        language = self.shell.language

        def read(dossier: Dossier, _: JobContext) -> tuple[EventRow, ...]:
            return tuple(event_row(line, language) for line in journal(dossier))

        self.load(read, self._show_rows)

    def _show_rows(self, rows: tuple[EventRow, ...]) -> None:
        self._rows = rows
        offer(self.subject, tr("Every subject"), sorted({found.subject for found in rows}))
        offer(self.person, tr("Everybody"), sorted({found.person for found in rows}))
        self.table.rows.set_rows(rows)
        self._choose_first()
        self.header_changed.emit()

    def _choose_first(self) -> None:
        shown = self.table.rows.rows
        self.counted.setText(tr("%n events shown", "", len(shown)))
        if self.table.current() is None and shown:
            self.table.choose(_key(shown[0]))
        self._show_event(self.table.current())

    def _filter(self) -> None:
        self.table.rows.set_filter(
            _keeper(self.search.text(), self.subject.currentData() or "", self.person.currentData() or "")
        )
        self._choose_first()

    def _show_event(self, shown: EventRow | None) -> None:
        clear(self._event)
        if shown is not None:
            self._event.addWidget(EventView(shown.line, self.shell.language, whole=True))
        self._event.addStretch(1)
        self.open.setVisible(shown is not None and bool(reference_of(shown.line)))

    def show_object(self, ref: str) -> None:
        if ref == VERIFY:
            self.verify()
        else:
            self.search.setText(ref)

    def _to_search(self) -> None:
        self.search.setFocus()

    def _open_subject(self) -> None:
        if (chosen := self.table.current()) is not None:
            self.shell.go_to("candidacies", reference_of(chosen.line))

    # checking

    def verify(self) -> None:
        """Check the chain of the journal and the database, and show what comes of it."""
        self.shell.run_job(
            _verify, self._show_outcome, key="journal.verify", text=tr("Checking the dossier…")
        )

    def _show_outcome(self, found: Verification) -> None:
        self.outcome.setText("\n".join(self._told(found)))
        self.outcome.setProperty("tone", (Tone.GOOD if found.ok else Tone.BAD).value)
        restyle(self.outcome)
        self.outcome.show()

    def _told(self, found: Verification) -> list[str]:
        if found.ok:
            return [tr("Everything is right: %n events, each linked to the one before.", "", found.events)]
        head = tr("Something is not right. Make a copy of the dossier and have it looked at.")
        words = self.shell.words
        return [head, *(f"{words(where)}: {words(what)}" for where, what in found.problems)]


def columns() -> tuple[Column[EventRow], ...]:
    """When, what, who."""
    return (
        Column(tr("When"), lambda row: row.when, order=_order, width=140),
        Column(tr("What happened"), lambda row: row.text, Look.STRONG, tip=lambda row: row.text),
        Column(tr("Who"), lambda row: row.person, Look.MUTED, tip=lambda row: row.person, width=136),
    )


def event_row(line: JournalLine, language: str) -> EventRow:
    """The event with its words in a language."""
    event = line.event
    when = f"{event.at.astimezone(BRUSSELS):%d/%m/%Y %H:%M}"
    said, about, person = sentence(event, language), kind_of_subject(event, language), who(line)
    changed = (f"{each.name} {each.old} {each.new}" for each in changes(event, language))
    found_by = " ".join((said, about, person, event.reason, when, *changed)).casefold()
    shown = tr("{event} · sealed").format(event=said) if line.sealed else said
    return EventRow(line, when, person, about, shown, found_by)


def reference_of(line: JournalLine) -> str:
    """The candidacy an event is about, or nothing."""
    event = line.event
    parts = event.subject.split(" – ")
    place = {"candidacy": 0, "sheet": 1, "conflict": 1}.get(event.subject_kind, -1)
    found = parts[place] if 0 <= place < len(parts) else ""
    return found if found.startswith("K-") and not event.action.endswith(".removed") else ""


def offer(box: QComboBox, everything: str, names: Sequence[str]) -> None:
    """Offer these names below "everything"; the choice made stays if it is still there."""
    chosen = box.currentData()
    box.blockSignals(True)
    box.clear()
    box.addItem(everything, "")
    for name in names:
        box.addItem(name, name)
    box.setCurrentIndex(max(0, box.findData(chosen)))
    box.blockSignals(False)


def _keeper(typed: str, subject: str, person: str) -> Callable[[EventRow], bool]:
    words = typed.casefold().split()
    return lambda row: (
        subject in {"", row.subject} and person in {"", row.person} and all(w in row.found_by for w in words)
    )


def _key(row: EventRow) -> str:
    return str(row.line.event.sequence)


def _order(row: EventRow) -> int:
    return row.line.event.sequence


def _verify(dossier: Dossier, _: JobContext) -> Verification:
    return verify(dossier)
