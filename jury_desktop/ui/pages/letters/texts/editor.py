"""Where a text is written: subject, source, what is wrong with it, and what can be put in."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QListWidget, QListWidgetItem

from jury_desktop.domain.letter import Block
from jury_desktop.domain.letter_texts import OwnText
from jury_desktop.domain.messages import Message
from jury_desktop.services.letter_preview import Fault
from jury_desktop.services.letter_texts import TextRow, restore_text, save_text
from jury_desktop.ui.allowed import only_for
from jury_desktop.ui.pages.letters.texts.source import SourceEdit
from jury_desktop.ui.pages.letters.texts.words import place_of
from jury_desktop.ui.text import area
from jury_desktop.ui.widgets.basics import Panel, button, label, row
from jury_desktop.ui.widgets.form import line_edit

tr = area("texts")

MOST_FAULTS = 4
"""Lines of faults on show; more scroll."""


class Editor(Panel):
    """One text at a time.

    :ivar typed: something in it has been changed by the user.
    :ivar insert_wanted: the user wants to put in a field; ``restore_wanted``: the shipped text back.
    """

    typed = Signal()
    insert_wanted = Signal()
    restore_wanted = Signal()

    def __init__(self, words: Callable[[Message], str]) -> None:
        super().__init__(margins=(14, 12, 14, 12))
        self._words = words
        self._body = ""
        self.name = label("", "heading", wrap=True)
        self.subject_label = label(tr("Subject"), "strong")
        self.subject = only_for(line_edit(), save_text)
        self.subject.setAccessibleName(tr("Subject"))
        self.source = only_for(SourceEdit(tr("Text")), save_text)
        self.verdict = label("", "small", wrap=True)
        self.faults = QListWidget()
        self.faults.setAccessibleName(tr("What is wrong with the text"))
        self.faults.setWordWrap(True)
        self.faults.setTextElideMode(Qt.TextElideMode.ElideNone)
        self.faults.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.faults.setResizeMode(QListWidget.ResizeMode.Adjust)
        insert = button(tr("Insert a field…"), self.insert_wanted.emit, icon="plus", tip="Ctrl+Space")
        self.insert = only_for(insert, save_text)
        restore = button(tr("Shipped text…"), self.restore_wanted.emit, icon="undo-2")
        self.restore = only_for(restore, restore_text)
        self.restore.setToolTip(tr("Go back to the text that the program brings"))
        self._fill()
        self._listen()

    def _fill(self) -> None:
        for part in (self.name, self.subject_label, self.subject):
            self.body.addWidget(part)
        self.body.addWidget(self.source, 1)
        self.body.addWidget(self.verdict)
        self.body.addWidget(self.faults)
        self.body.addLayout(row(self.insert, None, self.restore))

    def _listen(self) -> None:
        self.subject.textEdited.connect(self.typed)
        self.source.textChanged.connect(self._source_changed)
        self.faults.itemClicked.connect(self._go_to)
        self.faults.itemActivated.connect(self._go_to)
        keys = QShortcut(QKeySequence("Ctrl+Space"), self, self.insert_wanted.emit)
        keys.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)

    def show_text(self, found: TextRow, name: str, text: OwnText) -> None:
        """Show a text to edit; ``text`` is what the user made of it so far."""
        about = tr("{name} · version {version}").format(name=found.name, version=found.version)
        self.name.setText(about if found.version else name)
        letter = not isinstance(found.kind, Block)
        self.subject_label.setVisible(letter)
        self.subject.setVisible(letter)
        if text != self.text():
            self._put(text)
        self.restore.setEnabled(text != found.shipped)

    def text(self) -> OwnText:
        """What stands there now."""
        subject = self.subject.text() if not self.subject.isHidden() else ""
        return OwnText(subject, self.source.toPlainText())

    def show_faults(self, faults: tuple[Fault, ...]) -> None:
        """Say what is wrong; the list is gone when nothing is."""
        self.faults.clear()
        for fault in faults:
            item = QListWidgetItem(f"{place_of(fault)}: {self._words(fault.message)}", self.faults)
            item.setData(Qt.ItemDataRole.UserRole, fault.line)
        self.faults.setVisible(bool(faults))
        self._fit_faults()
        count = tr("%n mistakes; a click goes to the line", "", len(faults))
        self.verdict.setText(count if faults else tr("No mistakes"))
        self.source.mark_lines(fault.line for fault in faults if fault.line)

    def _fit_faults(self) -> None:
        """As high as the faults are, up to a limit beyond which they scroll."""
        self.faults.doItemsLayout()
        rows = [self.faults.sizeHintForRow(at) for at in range(self.faults.count())]
        most = MOST_FAULTS * 2 * self.fontMetrics().lineSpacing()
        self.faults.setFixedHeight(min(sum(rows) + 2 * len(rows) + 12, most) if rows else 0)

    def _put(self, text: OwnText) -> None:
        """Other words, which the user did not type."""
        self._body = text.body
        self.subject.setText(text.subject)
        self.subject.setCursorPosition(0)
        self.source.setPlainText(text.body)

    def _source_changed(self) -> None:
        """Qt says so too when only colours changed."""
        before, self._body = self._body, self.source.toPlainText()
        if before != self._body:
            self.typed.emit()

    def _go_to(self, item: QListWidgetItem) -> None:
        line = item.data(Qt.ItemDataRole.UserRole)
        if line == 0:
            self.subject.setFocus()
        else:
            self.source.go_to_line(line or 1)
