"""The texts of the letters: list on the left, the text in the middle, a letter with it on the right."""

from __future__ import annotations

from collections.abc import Callable
from typing import cast

from PySide6.QtCore import QEvent, QTimer, Signal
from PySide6.QtGui import QHideEvent, QKeyEvent, QKeySequence, QShowEvent
from PySide6.QtWidgets import QHBoxLayout, QWidget

from jury_desktop.domain.letter import LetterType
from jury_desktop.domain.letter_texts import OwnText, TextKind
from jury_desktop.services.letter_fields import FieldHelp, field_help
from jury_desktop.services.letter_preview import Fault, Look
from jury_desktop.services.letter_texts import (
    TextBook,
    TextChange,
    restore_text,
    save_text,
    take_back,
)
from jury_desktop.ui import theme
from jury_desktop.ui.allowed import asks
from jury_desktop.ui.jobs import JobContext
from jury_desktop.ui.operations import Operation, Subject, Verb, calling
from jury_desktop.ui.pages.letters.texts.editor import Editor
from jury_desktop.ui.pages.letters.texts.fields_dialog import FieldsDialog
from jury_desktop.ui.pages.letters.texts.lines import Line, columns, key
from jury_desktop.ui.pages.letters.texts.sample_view import SampleView
from jury_desktop.ui.pages.letters.texts.words import kind_name
from jury_desktop.ui.shell import Answer, Choice, Question, Shell
from jury_desktop.ui.text import area
from jury_desktop.ui.widgets.basics import Panel
from jury_desktop.ui.widgets.rows_model import RowsModel
from jury_desktop.ui.widgets.table import Table

tr = area("texts")

CHANGES = frozenset({Subject.SETTINGS, Subject.LETTER})
DESK = "texts"
"""Whose undo list it is: Ctrl+Z is about the texts while they are on show, never about the dossier behind."""
RESTORE, DROP = "restore", "drop"


class TextsView(QWidget):
    """Everything that letters are made of in words. What is typed stays until it is kept or dropped.

    :ivar changed: what can be done here is different now.
    """

    changed = Signal()

    def __init__(self, shell: Shell) -> None:
        super().__init__()
        self._shell = shell
        self._book: TextBook | None = None
        self._kind: TextKind = LetterType.NOT_SELECTED
        self._drafts: dict[TextKind, OwnText] = {}
        self._faults: tuple[Fault, ...] | None = None
        self.table = Table(RowsModel(columns(), key), tr("Texts"))
        self.editor = Editor(shell.words)
        self.sample = SampleView(shell)
        self._build()
        self.table.chosen.connect(self._chosen)
        self.editor.typed.connect(self._typed)
        self.editor.insert_wanted.connect(self.insert_field)
        self.editor.restore_wanted.connect(self.ask_restore)
        self.sample.looked.connect(self._looked)

    def _build(self) -> None:
        left = Panel(margins=(8, 6, 8, 8))
        left.setFixedWidth(theme.metrics().base * 23)
        left.body.addWidget(self.table)
        line = QHBoxLayout(self)
        line.setContentsMargins(0, 0, 0, 0)
        line.setSpacing(12)
        line.addWidget(left)
        line.addWidget(self.editor, 6)
        line.addWidget(self.sample, 5)

    # what is on show

    def show_book(self, book: TextBook) -> None:
        """Show the texts of the dossier; what is being typed stays."""
        self._book = book
        kept = {row.kind: row.text for row in book.rows}
        self._drafts = {kind: text for kind, text in self._drafts.items() if text != kept[kind]}
        self._list()
        self._show_text()

    def choose(self, kind: TextKind) -> None:
        """Go to one of the texts."""
        self._kind = kind
        if self._book is not None:
            self.table.choose(kind.value)
            self._show_text()

    @property
    def kind(self) -> TextKind:
        """The text on show."""
        return self._kind

    @property
    def unsaved(self) -> tuple[str, ...]:
        """The names of the texts that were changed and not kept."""
        return tuple(kind_name(kind) for kind in self._drafts)

    @property
    def can_save(self) -> bool:
        """Whether the text on show was changed and has no mistake."""
        return self._kind in self._drafts and self._faults == ()

    @property
    def can_restore(self) -> bool:
        """Whether the text on show is another than the program brings."""
        line = self._line()
        return line is not None and line.text != line.row.shipped

    def _line(self) -> Line | None:
        if self._book is None:
            return None
        return Line(self._book.row(self._kind), self._drafts.get(self._kind))

    def _list(self) -> None:
        assert self._book is not None
        self.table.rows.set_rows([Line(row, self._drafts.get(row.kind)) for row in self._book.rows])
        self.table.draw_line(len(LetterType))
        if self.table.current() is None:
            self.table.choose(self._kind.value)

    def _chosen(self, line: Line | None) -> None:
        if line is not None and line.row.kind is not self._kind:
            self._kind = line.row.kind
            self._show_text()

    def _show_text(self) -> None:
        line = self._line()
        if line is None or self._book is None:
            return
        self._faults = None
        self.editor.show_text(line.row, kind_name(self._kind), line.text)
        self.sample.want(self._kind, line.text, self._book.texts, at_once=True)
        self.changed.emit()

    def _typed(self) -> None:
        assert self._book is not None
        text, kept = self.editor.text(), self._book.row(self._kind)
        self._drafts.pop(self._kind, None)
        if text != kept.text:
            self._drafts[self._kind] = text
        self._faults = None
        self._list()
        self.editor.restore.setEnabled(text != kept.shipped)
        self.sample.want(self._kind, text, self._book.texts)
        self.changed.emit()

    def _looked(self, look: Look) -> None:
        self._faults = look.faults
        self.editor.show_faults(look.faults)
        self.changed.emit()

    # undo

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        QTimer.singleShot(0, self, self._claim_undo)

    def hideEvent(self, event: QHideEvent) -> None:
        super().hideEvent(event)
        QTimer.singleShot(0, self, self._claim_undo)

    def _claim_undo(self) -> None:
        """Once whatever came or went with this view has had its say."""
        if self.isVisible():
            self._shell.sit_at(DESK)
        else:
            self._shell.get_up(DESK)

    def event(self, event: QEvent) -> bool:
        """Ctrl+Z is for the text from everywhere here, not only from the text, as long as it has any left."""
        asked = isinstance(event, QKeyEvent) and event.type() == QEvent.Type.ShortcutOverride
        if asked and self._of_text(cast(QKeyEvent, event)) is not None:
            event.accept()
            return True
        return super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        step = self._of_text(event)
        if step is None:
            super().keyPressEvent(event)
        else:
            step()

    def _of_text(self, event: QKeyEvent) -> Callable[[], None] | None:
        """What a key undoes or does again in the text. The subject keeps such keys for itself."""
        source, keys = self.editor.source, QKeySequence.StandardKey
        if self.editor.subject.hasFocus():
            return None
        if event.matches(keys.Undo) and source.document().isUndoAvailable():
            return source.undo
        if event.matches(keys.Redo) and source.document().isRedoAvailable():
            return source.redo
        return None

    # what can be done

    @asks(save_text)
    def save(self) -> None:
        """Keep the text on show in the dossier."""
        if not self.can_save:
            return
        text = tr("Change the text “{name}”").format(name=kind_name(self._kind))
        verb = calling(save_text, self._kind, self._drafts[self._kind])
        self._shell.run_operation(Operation(text, verb, CHANGES, _back, said=self._saved, desk=DESK))

    def _saved(self, change: TextChange) -> str:
        return tr("The text has been kept. Drafts that use it are out of date.")

    @asks(restore_text)
    def ask_restore(self) -> None:
        """Back to the text that the program brings?"""
        if not self.can_restore:
            return
        title = tr("Go back to the shipped text of “{name}”?").format(name=kind_name(self._kind))
        text = tr(
            "Your own words go out of the dossier; the journal keeps them, and Ctrl+Z brings them back."
        )
        choices = (Choice(RESTORE, tr("Shipped text"), danger=True),)
        self._shell.ask(Question(title, text, choices), self._restore)

    def _restore(self, _answer: Answer) -> None:
        assert self._book is not None
        self._drafts.pop(self._kind, None)
        if not self._book.row(self._kind).own:
            self._list()
            self._show_text()
            return
        text = tr("Shipped text of “{name}”").format(name=kind_name(self._kind))
        verb = calling(restore_text, self._kind)
        self._shell.run_operation(Operation(text, verb, CHANGES, _back, desk=DESK))

    @asks(save_text)
    def insert_field(self) -> None:
        """Choose a field and put it in at the cursor."""
        kind = self._kind

        def work(context: JobContext) -> tuple[FieldHelp, ...]:
            return field_help(kind)

        self._shell.run_calculation(work, self._offer, key="letters.fields")

    def _offer(self, fields: tuple[FieldHelp, ...]) -> None:
        FieldsDialog(self._shell, fields, self.editor.source.insert, self).open()

    def ask_drop(self) -> None:
        """What was typed and not kept stands in the way of leaving."""
        names = ", ".join(self.unsaved)
        text = tr("You changed these texts and have not kept them: {names}.").format(names=names)
        choices = (Choice(DROP, tr("Drop the changes"), danger=True),)
        self._shell.ask(Question(tr("Changes that are not kept"), text, choices), self._drop)

    def _drop(self, _answer: Answer) -> None:
        self._drafts.clear()
        self._list()
        self._show_text()


def _back(change: TextChange) -> Verb[TextChange]:
    return calling(take_back, change)
