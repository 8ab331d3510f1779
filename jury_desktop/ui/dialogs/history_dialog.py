"""Who changed this: what happened to one thing, newest first, and the way back of each step that has one."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

import shiboken6
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QDialog, QSplitter, QVBoxLayout, QWidget

from jury_desktop.domain.call import BRUSSELS
from jury_desktop.domain.errors import JuryError
from jury_desktop.services.history import Past, Thing, What, history
from jury_desktop.services.journal_words import sentence, subject_words
from jury_desktop.services.past import take_back_event
from jury_desktop.ui import theme
from jury_desktop.ui.allowed import asks
from jury_desktop.ui.operations import EVERYTHING, Operation, calling
from jury_desktop.ui.shell import Notice, Shell
from jury_desktop.ui.text import area
from jury_desktop.ui.theme import Tone
from jury_desktop.ui.widgets.basics import button, clear, label, note, row
from jury_desktop.ui.widgets.event_view import EventView, who
from jury_desktop.ui.widgets.form import scroll
from jury_desktop.ui.widgets.rows_model import Column, Look, RowsModel
from jury_desktop.ui.widgets.table import Table

tr = area("journal")


@dataclass(frozen=True, slots=True)
class _Row:
    """A step with its words, made once."""

    past: Past
    when: str
    text: str
    person: str


class HistoryDialog(QDialog):
    """The steps left, the one chosen right; it reads anew after a step was taken back."""

    def __init__(self, shell: Shell, thing: Thing, parent: QWidget) -> None:
        super().__init__(parent)
        self._shell, self._thing = shell, thing
        self.setWindowTitle(tr("Who changed this?"))
        self.setModal(True)
        nothing = tr("Nothing has happened to it yet.")
        self.table: Table[_Row] = Table(RowsModel(_columns(), _key), tr("What happened"), nothing)
        self.back = button(tr("Take this step back"), self._take_back, icon="undo-2")
        self._event = QVBoxLayout()
        self._fill()
        self.table.chosen.connect(self._show_step)
        self.finished.connect(self.deleteLater)
        self.table.setFocus()
        self.read()

    def _fill(self) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(24, 20, 24, 18)
        column.setSpacing(10)
        column.addWidget(label(self.windowTitle(), "title"))
        column.addWidget(label(named(self._thing, self._shell.language), "muted", wrap=True))
        split = QSplitter(Qt.Orientation.Horizontal)
        split.setHandleWidth(16)
        split.setChildrenCollapsible(False)
        split.addWidget(self.table)
        split.addWidget(self._detail())
        split.setSizes([560, 420])
        column.addWidget(split, 1)
        column.addLayout(row(self.back, None, button(tr("Close"), self.accept)))
        base = theme.metrics().base
        self.resize(base * 72, base * 40)

    def _detail(self) -> QWidget:
        inner = QWidget()
        self._event = QVBoxLayout(inner)
        self._event.setContentsMargins(0, 0, 10, 0)
        self._event.setSpacing(12)
        return scroll(inner, tr("Event"))

    def read(self) -> None:
        """Read what happened."""
        read = calling(history, self._thing)
        self._shell.run_job(read, self._show, key="history", failed=self._refused)

    def _show(self, steps: tuple[Past, ...]) -> None:
        language = self._shell.language
        self.table.rows.set_rows(tuple(_row(step, language) for step in steps))
        if self.table.current() is None and self.table.rows.rows:
            asked = next((each for each in self.table.rows.rows if _number(each) == self._thing.step), None)
            self.table.choose(_key(asked or self.table.rows.rows[0]))
        self._show_step(self.table.current())

    def _show_step(self, shown: _Row | None) -> None:
        clear(self._event)
        stays = shown.past.stays if shown is not None else None
        if shown is not None:
            self._event.addWidget(EventView(shown.past.line, self._shell.language, whole=True))
        if stays is not None:
            self._event.addWidget(note(self._shell.words(stays)))
        self._event.addStretch(1)
        self.back.setEnabled(shown is not None and stays is None)

    @asks(take_back_event)
    def _take_back(self) -> None:
        shown = self.table.current()
        if shown is None or shown.past.stays is not None:
            return
        event = shown.past.line.event
        operation = Operation(
            tr("Take back: {step}").format(step=shown.text),
            calling(take_back_event, event),
            EVERYTHING,
            lambda made: calling(take_back_event, made),
            done=lambda _: self._taken_back(),
            failed=self._refused,
        )
        self._shell.run_operation(operation)

    def _refused(self, error: JuryError) -> None:
        """Say why here: a notice would lie behind this dialog."""
        if not shiboken6.isValid(self):
            self._shell.notify(Notice(error.message, Tone.BAD))
            return
        self._event.insertWidget(
            max(0, self._event.count() - 1), note(self._shell.words(error.message), Tone.BAD)
        )
        self.back.setEnabled(False)

    def _taken_back(self) -> None:
        """The step that says so is on top now."""
        if shiboken6.isValid(self):  # who is quick has closed it by now
            self._thing = replace(self._thing, step=0)
            self.table.rows.set_rows(())
            self.read()


def named(thing: Thing, language: str) -> str:
    """What is asked about, for people: "Score sheet An Peeters – K-02 – written"."""
    words = {
        What.CANDIDACY: tr("Candidacy {key}"),
        What.SHEET: tr("Score sheet {key}"),
        What.JUROR: tr("Juror {key}"),
        What.CONFLICT: tr("Conflict of interest {key}"),
        What.DECISION: tr("Decision and discussion of {key}"),
        What.LETTER: tr("Letters to {key}"),
        What.REBUTTAL: tr("Rebuttal of {key}"),
        What.PITCH: tr("Pitch of {key}"),
        What.PLAN: tr("Pitch plan and sessions"),
        What.MAIL: tr("Message {key}"),
        What.SETTINGS: tr("Settings of the dossier"),
        What.TEXT: tr("Text of the letters: {key}"),
        What.MEETING: tr("Meeting of the jury: {key}"),
        What.ROUND: tr("Round: {key}"),
        What.ACCOUNTS: tr("Accounts: who may sign in"),
        What.DOSSIER: tr("The dossier as a whole, and its settings"),
    }[thing.what]
    return words.format(key=subject_words(thing.key, language))


def _columns() -> Sequence[Column[_Row]]:
    return (
        Column(tr("When"), lambda row: row.when, order=lambda row: row.past.line.event.sequence, width=136),
        Column(tr("What happened"), lambda row: row.text, Look.STRONG, tip=lambda row: row.text),
        Column(tr("Who"), lambda row: row.person, Look.MUTED, tip=lambda row: row.person, width=128),
    )


def _row(step: Past, language: str) -> _Row:
    event = step.line.event
    when = f"{event.at.astimezone(BRUSSELS):%d/%m/%Y %H:%M}"
    said = sentence(event, language)
    shown = tr("{event} · sealed").format(event=said) if step.line.sealed else said
    return _Row(step, when, shown, who(step.line))


def _number(row: _Row) -> int:
    return row.past.line.event.sequence


def _key(row: _Row) -> str:
    return str(_number(row))
