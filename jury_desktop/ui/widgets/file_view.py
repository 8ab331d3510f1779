"""A file as it came in, to look at: its pages, its text, or why there is nothing to see."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt
from PySide6.QtGui import QTextCursor
from PySide6.QtWidgets import QPlainTextEdit, QStackedLayout, QVBoxLayout, QWidget

from jury_desktop.domain.messages import Message
from jury_desktop.services.preview import Drawer, Preview, Show
from jury_desktop.ui.text import area
from jury_desktop.ui.widgets.basics import label
from jury_desktop.ui.widgets.page_images import Draws
from jury_desktop.ui.widgets.pages_view import PagesView
from jury_desktop.wording import render

tr = area("candidacies")


class FileView(QWidget):
    """Shows a :class:`~jury_desktop.services.preview.Preview`."""

    def __init__(self, draw: Draws, language: str, name: str = "") -> None:
        super().__init__()
        self._language = language
        self._name = ""
        self.pages = PagesView(draw, language, name)
        self.pages.area.refused.connect(self._refused)
        self.text = QPlainTextEdit()
        self._dress(name)
        self._stack = QStackedLayout(self)
        self._stack.addWidget(self.pages)
        self._stack.addWidget(self._with_note())

    @property
    def drawer(self) -> Drawer:
        """Opens and draws what is shown here."""
        return self.pages.drawer

    def take_keyboard(self) -> None:
        """Put the keyboard where the arrows and Page Down leaf through what is shown."""
        shown = self.pages.area if self._stack.currentIndex() == 0 else self.text
        shown.setFocus(Qt.FocusReason.ShortcutFocusReason)

    def _dress(self, name: str) -> None:
        self.text.setReadOnly(True)
        self.text.setAccessibleName(name or tr("Text of the file"))
        self.text.setTabChangesFocus(True)

    def _with_note(self) -> QWidget:
        holder = QWidget()
        column = QVBoxLayout(holder)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(6)
        column.addWidget(label(tr("Text of the file, without its layout."), "small"))
        column.addWidget(self.text, 1)
        return holder

    def show_preview(self, name: str, preview: Preview, wanted: Sequence[str] = ()) -> None:
        """Show what there is to see of the file ``name``, from the first of the texts ``wanted`` it has."""
        self._name = name
        if preview.pages is not None:
            self._stack.setCurrentIndex(0)
            self.pages.show_pages(preview.pages)
        elif preview.show is Show.TEXT:
            self.text.setPlainText(preview.text)
            self._stack.setCurrentIndex(1)
            self._mark(wanted)
        elif preview.why is not None:
            self.show_words(name, preview.why)

    def _mark(self, wanted: Sequence[str]) -> None:
        """Go to the first of these texts that the file has, if any."""
        for line in filter(None, (text.partition("\n")[0].strip() for text in wanted)):
            self.text.moveCursor(QTextCursor.MoveOperation.Start)
            if self.text.find(line):
                self.text.setFocus()
                return

    def show_words(self, title: str, why: Message) -> None:
        """Show words instead of a file."""
        self._stack.setCurrentIndex(0)
        guarded = why.key.startswith("intake.")  # the reading process would not have it
        self.pages.show_words("shield-alert" if guarded else "file-text", title, render(why, self._language))

    def _refused(self, why: Message) -> None:
        """Of a file with one page, nothing is left to show."""
        if self.pages.area.count == 1:
            self.show_words(self._name, why)

    def show_nothing(self, text: str) -> None:
        """Show that there is no file."""
        self._stack.setCurrentIndex(0)
        self.pages.show_words("paperclip", tr("No attachments"), text)
