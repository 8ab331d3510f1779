"""The jury page: jurors and conflicts at the left, one juror at the right."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial

from PySide6.QtCore import Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QSplitter, QWidget

from jury_desktop.domain.errors import JuryError
from jury_desktop.domain.juror import Juror
from jury_desktop.services.history import Thing, What, conflict_key
from jury_desktop.services.import_jurors import import_jurors
from jury_desktop.services.jury import (
    ConflictRow,
    JurorRow,
    Jury,
    declare_conflict,
    jury,
    new_juror_id,
    remove_juror,
    save_juror,
)
from jury_desktop.services.packet_return import import_sheet_file
from jury_desktop.services.packets import make_packet
from jury_desktop.services.ports import Dossier
from jury_desktop.ui.actions import Action
from jury_desktop.ui.allowed import asks
from jury_desktop.ui.dialogs.declare_conflict import DeclareConflictDialog
from jury_desktop.ui.jobs import JobContext
from jury_desktop.ui.operations import Changes, Subject
from jury_desktop.ui.pages.base import Page
from jury_desktop.ui.pages.jury import steps
from jury_desktop.ui.pages.jury.conflicts import ConflictsPanel
from jury_desktop.ui.pages.jury.form import JurorForm
from jury_desktop.ui.pages.jury.grid import AvailabilityDialog
from jury_desktop.ui.pages.jury.list_import import ListImport
from jury_desktop.ui.pages.jury.offered import jury_actions
from jury_desktop.ui.pages.jury.packets import Packets
from jury_desktop.ui.pages.jury.tables import JurorsTable
from jury_desktop.ui.pages.jury.words import judgement, nobody
from jury_desktop.ui.shell import Answer, Notice, Shell
from jury_desktop.ui.text import area
from jury_desktop.ui.theme import Tone
from jury_desktop.ui.widgets.basics import Panel

tr = area("jury")

AVAILABILITY = "availability"
"""Asks for the table of when the whole jury can sit."""
ROOMY = 1060
"""Pixels from which the list of jurors has room for their progress."""


class JuryPage(Page):
    """Who judges, when they can, and what they keep away from."""

    key = "jury"
    subjects = frozenset(
        {Subject.JUROR, Subject.CONFLICT, Subject.CANDIDACY, Subject.SHEET, Subject.PLAN, Subject.DECISION}
    )

    def __init__(self, shell: Shell, parent: QWidget | None = None) -> None:
        super().__init__(shell, parent)
        self._seen: Jury | None = None
        self._juror = ""
        self._wanted = ""
        self._adding = False
        self._typed: Juror | None = None
        self._import = ListImport(shell)
        self._packets = Packets(shell, self)
        self.table = JurorsTable(shell.language)
        self.conflicts = ConflictsPanel()
        self.form = JurorForm(shell.language)
        self._build()

    def title(self) -> str:
        return tr("Jury")

    def subtitle(self) -> str:
        if self._seen is None or not self._seen.rows:
            return ""
        observers = len(self._seen.observers)
        parts = (
            tr("%n jurors", "", sum(juror.scores for juror in self._seen.jurors)),
            tr("%n observers", "", observers) if observers else "",
            tr("%n sessions", "", len(self._seen.call.windows)),
        )
        return " · ".join(filter(None, parts))

    def thing(self) -> Thing | None:
        conflict = self.conflicts.table.current() if self.conflicts.table.hasFocus() else None
        if conflict is not None:
            return Thing(What.CONFLICT, conflict_key(conflict.juror.name, conflict.candidacy.reference))
        jurors = self._seen.jurors if self._seen and not self._adding else ()
        chosen = next((juror for juror in jurors if juror.id == self._juror), None)
        return Thing(What.JUROR, chosen.name) if chosen is not None else None

    def page_actions(self) -> Sequence[Action]:
        return jury_actions(self)

    @property
    def read(self) -> bool:
        """Whether the jury is there to work on."""
        return self._seen is not None

    @property
    def anybody(self) -> bool:
        """Whether there is anybody on the list."""
        return bool(self._seen and self._seen.rows)

    @property
    def removable(self) -> bool:
        """Whether the form shows somebody who is on the list."""
        return self.read and bool(self._juror) and not self._adding

    def refresh(self, changed: Changes) -> None:
        self.load(_read, self._show)

    def show_object(self, ref: str) -> None:
        """``ref`` is the id of a juror, the reference of a candidacy with a conflict, or AVAILABILITY."""
        self._wanted = ref
        if self._seen is not None:
            self._show_wanted()

    def leave(self) -> bool:
        return self._settle()

    # building

    def _build(self) -> None:
        jurors = Panel(margins=(8, 4, 8, 8))
        jurors.body.addWidget(self.table)
        lists = QSplitter(Qt.Orientation.Vertical)
        lists.setHandleWidth(16)
        lists.setChildrenCollapsible(False)
        for part, share in ((jurors, 3), (self.conflicts, 2)):
            lists.addWidget(part)
            lists.setStretchFactor(lists.count() - 1, share)
        lists.setSizes([480, 300])
        self.form.setMinimumWidth(330)
        self.form.setMaximumWidth(400)
        line = QHBoxLayout(self.content)
        line.setContentsMargins(22, 18, 22, 18)
        line.setSpacing(16)
        line.addWidget(lists, 3)
        line.addWidget(self.form, 2)
        self.table.chosen.connect(self._chosen)
        self.conflicts.declare_wanted.connect(self.declare)
        self.conflicts.judged.connect(self._ask_judgement)
        self.form.keep_wanted.connect(self.save)
        self.form.cancel_wanted.connect(self._cancel)
        self.form.remove_wanted.connect(self.remove)
        self.form.packet_wanted.connect(self.pack)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """In a narrow window the names keep their room; progress can be read on the assessment page."""
        super().resizeEvent(event)
        self.table.show_expertise(event.size().width() >= ROOMY)

    # what is shown

    def _show(self, seen: Jury) -> None:
        self._seen = seen
        self.table.windows = seen.call.windows
        self.table.blockSignals(True)
        self.table.rows.set_rows(seen.rows)
        self.table.blockSignals(False)
        self.conflicts.show_conflicts(seen)
        if not seen.rows and not self._adding:
            self.show_empty(nobody(self.add))
        else:
            self.show_content()
            self._show_form(seen)
            self._show_wanted()
        self.header_changed.emit()

    def _show_form(self, seen: Jury) -> None:
        """What is being typed stays; else the chosen juror as kept now, with what could not be kept."""
        typed, self._typed = self._typed, None
        if typed is not None:
            self._type_again(typed, seen)
            return
        if self._adding or (self._juror and self.form.dirty()):
            return
        found = next((each for each in seen.jurors if each.id == self._juror), seen.jurors[0])
        self._juror = found.id
        self.form.show_juror(found, seen.call)
        self._mark(found.id)

    def _type_again(self, typed: Juror, seen: Jury) -> None:
        """What was refused stands there again, in what others have made of the juror."""
        now = next((each for each in seen.jurors if each.id == typed.id), None)
        self._adding, self._juror = now is None, typed.id
        self.form.show_juror(now or Juror(typed.id, "", "", ""), seen.call, new=now is None)
        self.form.type_over(typed)
        self._mark("" if now is None else typed.id)

    def _mark(self, juror: str) -> None:
        self.table.blockSignals(True)
        if not self.table.choose(juror):
            self.table.clearSelection()
        self.table.blockSignals(False)

    def _show_wanted(self) -> None:
        wanted, self._wanted = self._wanted, ""
        if wanted == AVAILABILITY:
            self.open_availability()
        elif wanted and not self.conflicts.choose_of(wanted):
            self.table.choose(wanted)

    # jurors

    @asks(save_juror)
    def add(self) -> None:
        """Start a new juror."""
        if self._seen is None or not self._settle():
            return
        self._adding, self._juror = True, new_juror_id()
        self.show_content()
        self._mark("")
        self.form.show_juror(Juror(self._juror, "", "", ""), self._seen.call, new=True)
        self.form.name.setFocus()

    def _chosen(self, row: JurorRow | None) -> None:
        if row is None or self._seen is None or row.juror.id == self._juror:
            return
        if not self._settle():
            self._mark("" if self._adding else self._juror)
            return
        self._adding, self._juror = False, row.juror.id
        self.form.show_juror(row.juror, self._seen.call)

    def _settle(self) -> bool:
        """Before the form shows somebody else: keep what was typed; False when it cannot be kept."""
        if self._juror and self.form.dirty():
            return self.save()
        self._adding = False
        return True

    @asks(save_juror)
    def save(self) -> bool:
        """Keep what was typed of a juror; False when there is nothing to keep or it cannot be kept."""
        juror = self.form.juror()
        if juror is None or not self.form.dirty() or not self.form.check():
            return False
        seen, self._adding = self.form.kept, False
        if self._seen is not None:
            self.form.show_juror(juror, self._seen.call)
        self.shell.run_operation(steps.saving(juror, seen, partial(self._not_saved, juror)))
        return True

    def _not_saved(self, typed: Juror, error: JuryError) -> None:
        self.shell.notify(Notice(error.message, Tone.BAD))
        self._typed = typed
        self.refresh(steps.JUROR)

    @asks(remove_juror)
    def remove(self) -> None:
        """Take the juror off the list."""
        juror = (
            next((each for each in self._seen.jurors if each.id == self._juror), None) if self._seen else None
        )
        if juror is not None:
            self.shell.run_operation(steps.removing(juror))

    def _cancel(self) -> None:
        self._adding = False
        if self._seen is not None and self._seen.rows:
            kept = [each for each in self._seen.jurors if each.id == self._juror] or self._seen.jurors[:1]
            self._juror = kept[0].id
            self.form.show_juror(kept[0], self._seen.call)
            self._mark(self._juror)
        elif self._seen is not None:
            self._juror = ""
            self.show_empty(nobody(self.add))

    # conflicts

    @asks(declare_conflict)
    def declare(self) -> None:
        """Ask who has to keep away from what, and why."""
        if self._seen is not None:
            dialog = DeclareConflictDialog(self._seen.jurors, self._seen.candidacies, self._declared, self)
            dialog.choose(self._juror)
            dialog.open()

    def _declared(self, juror: str, candidacy: str, reason: str) -> None:
        self.shell.run_operation(steps.declaring(juror, candidacy, reason))

    def _ask_judgement(self, row: ConflictRow | None, confirmed: bool) -> None:
        if row is None:
            return

        def answered(answer: Answer) -> None:
            self.shell.run_operation(steps.judging(row, answer.reason, confirmed=confirmed))

        self.shell.ask(judgement(row, confirmed), answered)

    # jurors who score elsewhere

    def chosen_row(self) -> JurorRow | None:
        """The chosen juror among those who score; None for an observer and while one is being added."""
        rows = self._seen.rows if self._seen and not self._adding else ()
        chosen = (row for row in rows if row.juror.id == self._juror and not row.juror.observer)
        return next(chosen, None)

    @asks(make_packet)
    def pack(self) -> None:
        """Make a packet for the chosen juror."""
        if (row := self.chosen_row()) is not None:
            self._packets.make(row)

    @asks(import_sheet_file)
    def bring(self) -> None:
        """Bring in what jurors send back."""
        self._packets.bring()

    def open_availability(self) -> None:
        """Show when the whole jury can sit."""
        if self._seen is not None and self._seen.rows and self._settle():
            dialog = AvailabilityDialog(self.shell, self._seen, self)
            dialog.import_wanted.connect(self.pick_list)
            dialog.open()

    @asks(import_jurors)
    def pick_list(self) -> None:
        """Import a list of jurors."""
        if self._settle():
            self._import.pick()


def _read(dossier: Dossier, context: JobContext) -> Jury:
    return jury(dossier)
