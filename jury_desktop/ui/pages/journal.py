"""Logboek: everything that happened, newest first, found by subject, person and text; and the check of it."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt
from PySide6.QtGui import QDragEnterEvent, QDropEvent
from PySide6.QtWidgets import QCheckBox, QComboBox, QSplitter, QVBoxLayout, QWidget

from jury_desktop.services.history import Thing, thing_of
from jury_desktop.services.journal import journal
from jury_desktop.services.ports import Dossier
from jury_desktop.ui import theme
from jury_desktop.ui.actions import Action, Place
from jury_desktop.ui.dialogs.history_dialog import HistoryDialog
from jury_desktop.ui.jobs import JobContext
from jury_desktop.ui.operations import EVERYTHING, Changes
from jury_desktop.ui.pages.base import Page
from jury_desktop.ui.pages.journal_bundle import Bundling
from jury_desktop.ui.pages.journal_check import Checking
from jury_desktop.ui.pages.journal_rows import EventRow, Wanted, columns, event_row, key_of, reference_of
from jury_desktop.ui.shell import Shell
from jury_desktop.ui.text import area
from jury_desktop.ui.widgets.basics import Panel, button, clear, label, row
from jury_desktop.ui.widgets.drop_zone import dropped_paths
from jury_desktop.ui.widgets.event_view import EventView
from jury_desktop.ui.widgets.flow import flow
from jury_desktop.ui.widgets.form import line_edit, scroll
from jury_desktop.ui.widgets.rows_model import RowsModel
from jury_desktop.ui.widgets.still import ChoiceBox
from jury_desktop.ui.widgets.table import Table

tr = area("journal")

VERIFY = "verify"
"""What :meth:`JournalPage.show_object` understands besides words to search."""


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
        self.behalf = ChoiceBox()
        self.reasoned = QCheckBox(tr("With a reason"))
        self.table: Table[EventRow] = Table(
            RowsModel(columns(), key_of), tr("Journal"), tr("No event answers this search.")
        )
        self.counted = label("", "muted")
        self.checking = Checking(shell)
        self.outcome = self.checking.outcome
        self.open = button(tr("Open the candidacy"), self._open_subject, icon="arrow-right")
        self.history = button(tr("Its history…"), self._open_history, icon="history")
        self.setAcceptDrops(True)
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
            Action(
                "journal.anchor",
                tr("Check an anchor on paper…"),
                self.checking.ask_anchor,
                icon="shield-check",
                words=tr("anchor hash fingerprint letter minutes anker vingerafdruk"),
            ),
            Action(
                "journal.anchor_file",
                tr("Check the anchor in a file…"),
                self.checking.pick_files,
                icon="shield-check",
                words=tr("anchor hash fingerprint letter minutes anker vingerafdruk"),
            ),
            Action("journal.verify", text, self.verify, icon="shield-check", place=Place.PRIMARY),
            Action("journal.search", tr("Search in the journal"), self._to_search, "Ctrl+F", "search"),
        )

    def thing(self) -> Thing | None:
        chosen = self.table.current()
        return thing_of(chosen.line.event) if chosen is not None else None

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

    def _list(self) -> QWidget:
        panel = Panel(margins=(12, 12, 12, 12))
        self.search.setClearButtonEnabled(True)
        self.search.setAccessibleName(tr("Search in the journal"))
        self.subject.setAccessibleName(tr("Show which subject"))
        self.person.setAccessibleName(tr("Show whose events"))
        self.behalf.setAccessibleName(tr("Show on whose behalf"))
        for box in (self.subject, self.person, self.behalf):
            box.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToContents)
        panel.body.setSpacing(8)
        panel.body.addWidget(self.search)
        panel.body.addWidget(flow(self.subject, self.person, self.behalf, self.reasoned))
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
        panel.body.addLayout(row(self.open, self.history, None))
        panel.setMinimumWidth(30 * theme.metrics().base)
        return panel

    def _connect(self) -> None:
        self.search.textChanged.connect(self._filter)
        self.subject.currentIndexChanged.connect(self._filter)
        self.person.currentIndexChanged.connect(self._filter)
        self.behalf.currentIndexChanged.connect(self._filter)
        self.reasoned.toggled.connect(self._filter)
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
        events = [found.line.event for found in rows]
        offer(self.person, tr("Everybody"), sorted({event.actor for event in events}))
        behalf = sorted({event.on_behalf_of for event in events if event.on_behalf_of})
        offer(self.behalf, tr("On anybody's behalf"), behalf)
        self.behalf.setVisible(bool(behalf))
        self.table.rows.set_rows(rows)
        self._choose_first()
        self.header_changed.emit()

    def _choose_first(self) -> None:
        shown = self.table.rows.rows
        self.counted.setText(tr("%n events shown", "", len(shown)))
        if self.table.current() is None and shown:
            self.table.choose(key_of(shown[0]))
        self._show_event(self.table.current())

    def _filter(self) -> None:
        self.table.rows.set_filter(
            Wanted(
                tuple(self.search.text().casefold().split()),
                subject=self.subject.currentData() or "",
                person=self.person.currentData() or "",
                behalf=self.behalf.currentData() or "",
                reasoned=self.reasoned.isChecked(),
            ).keeps
        )
        self._choose_first()

    def _show_event(self, shown: EventRow | None) -> None:
        clear(self._event)
        if shown is not None:
            self._event.addWidget(EventView(shown.line, self.shell.language, whole=True))
        self._event.addStretch(1)
        self.open.setVisible(shown is not None and bool(reference_of(shown.line)))
        self.history.setVisible(self.thing() is not None)

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

    def _open_history(self) -> None:
        """What else happened to the same thing, and whether this step can be taken back."""
        if (thing := self.thing()) is not None:
            HistoryDialog(self.shell, thing, self.window()).open()

    # checking

    def verify(self) -> None:
        """Check the dossier, and show what comes of it."""
        self.checking.verify()

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        if dropped_paths(event.mimeData()):
            event.acceptProposedAction()

    def dropEvent(self, event: QDropEvent) -> None:
        if files := dropped_paths(event.mimeData()):
            event.acceptProposedAction()
            self.checking.look_in(files)


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
