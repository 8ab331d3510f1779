"""A file as it came in, to look at: pages, a picture, its text, or why there is nothing to see."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QPixmap, QResizeEvent, QTextCursor
from PySide6.QtWidgets import QLabel, QPlainTextEdit, QStackedLayout, QVBoxLayout, QWidget

from jury_desktop.domain.messages import Message
from jury_desktop.services.preview import Preview, Show
from jury_desktop.ui.text import area
from jury_desktop.ui.widgets.basics import Panel, label, role
from jury_desktop.ui.widgets.pdf import PdfView
from jury_desktop.wording import render

tr = area("candidacies")


class Picture(QLabel):
    """A picture that fits the room it has; a damaged one says so."""

    def __init__(self) -> None:
        super().__init__()
        self._whole = QPixmap()
        self.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self.setMinimumSize(QSize(80, 80))

    def show_bytes(self, content: bytes) -> bool:
        """Show a picture; False when it cannot be read."""
        self._whole = QPixmap()
        readable = self._whole.loadFromData(content)
        self._fit()
        return readable

    def _fit(self) -> None:
        if not self._whole.isNull():
            room = self.size().boundedTo(self._whole.size())
            keep, smooth = Qt.AspectRatioMode.KeepAspectRatio, Qt.TransformationMode.SmoothTransformation
            self.setPixmap(self._whole.scaled(room, keep, smooth))

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()


class FileView(QWidget):
    """Shows a :class:`~jury_desktop.services.preview.Preview`."""

    def __init__(self, language: str, name: str = "") -> None:
        super().__init__()
        self._language = language
        self.pages = PdfView(name)
        self.text = QPlainTextEdit()
        self.picture = Picture()
        self._dress(name)
        self._stack = QStackedLayout(self)
        self._stack.addWidget(self.pages)
        self._stack.addWidget(self._with_note())
        self._stack.addWidget(self._framed())

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

    def _framed(self) -> QWidget:
        frame = role(Panel(), "sunken")
        frame.body.addWidget(self.picture, 1)
        return frame

    def show_preview(self, name: str, preview: Preview, wanted: Sequence[str] = ()) -> None:
        """Show what there is to see of the file ``name``, from the first of the texts ``wanted`` it has."""
        if preview.show is Show.PAGES:
            self._stack.setCurrentIndex(0)
            if self.pages.show_bytes(preview.content) and preview.place is not None:
                self.pages.show_place(*preview.place)
        elif preview.show is Show.TEXT:
            self.text.setPlainText(preview.text)
            self._stack.setCurrentIndex(1)
            self._mark(wanted)
        elif preview.show is Show.PICTURE and self.picture.show_bytes(preview.content):
            self._stack.setCurrentIndex(2)
        else:
            self.show_words(name, preview.why)

    def _mark(self, wanted: Sequence[str]) -> None:
        """Go to the first of these texts that the file has, if any."""
        for line in filter(None, (text.partition("\n")[0].strip() for text in wanted)):
            self.text.moveCursor(QTextCursor.MoveOperation.Start)
            if self.text.find(line):
                self.text.setFocus()
                return

    def show_words(self, title: str, why: Message | None = None) -> None:
        """Show words instead of a file."""
        said = (
            render(why, self._language)
            if why
            else tr("This picture is damaged. It has been kept as it came in.")
        )
        self._stack.setCurrentIndex(0)
        self.pages.clear()
        guarded = why is not None and why.key.startswith("intake.")  # the reading process would not have it
        self.pages.show_words("shield-alert" if guarded else "file-text", title, said)

    def show_nothing(self, text: str) -> None:
        """Show that there is no file."""
        self._stack.setCurrentIndex(0)
        self.pages.clear()
        self.pages.show_words("paperclip", tr("No attachments"), text)
