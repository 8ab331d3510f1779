"""A place to drop files on, that also offers to choose them: the first step of an import."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QMimeData, QRectF, Qt, Signal
from PySide6.QtGui import QDragEnterEvent, QDragLeaveEvent, QDropEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QLabel, QVBoxLayout, QWidget

from jury_desktop.ui import theme
from jury_desktop.ui.text import area
from jury_desktop.ui.widgets.basics import button, label, row
from jury_desktop.ui.widgets.marks import IconMark

tr = area("candidacies")


def dropped_paths(data: QMimeData) -> tuple[Path, ...]:
    """The local files and folders in what is dragged; nothing for text, pictures or web addresses."""
    return tuple(Path(url.toLocalFile()) for url in data.urls() if url.isLocalFile())


class DropZone(QWidget):
    """A dashed frame with what to do, and two buttons for who would rather choose.

    :ivar dropped: files or folders were dropped; carries their paths.
    :ivar files_wanted: the user would rather choose files, or with ``folder_wanted`` a folder.
    :ivar help_wanted: the user asks how to make an export.
    """

    dropped = Signal(object)
    files_wanted = Signal()
    folder_wanted = Signal()
    help_wanted = Signal()

    def __init__(self, title: str, text: str, *, primary: bool = True) -> None:
        super().__init__()
        self._over = False
        self.setAcceptDrops(True)
        self.setAccessibleName(title)
        self.files = button(tr("Choose files…"), self._files, part="primary" if primary else "")
        self.folder = button(tr("Choose a folder…"), self._folder)
        self.help = button(tr("How do I export my mailbox?"), self._help, part="link")
        self._fill(label(title, "title", wrap=True), label(text, "muted", wrap=True))

    def _fill(self, *words: QLabel) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(32, 28, 32, 28)
        column.setSpacing(12)
        column.addStretch(2)
        column.addLayout(row(None, IconMark("inbox", 40, "accent_text"), None))
        for part in words:
            part.setFixedWidth(theme.metrics().base * 36)
            part.setAlignment(Qt.AlignmentFlag.AlignHCenter)
            part.setMinimumHeight(part.heightForWidth(theme.metrics().base * 36))
            column.addLayout(row(None, part, None))
        column.addSpacing(4)
        column.addLayout(row(None, self.files, self.folder, None))
        column.addLayout(row(None, self.help, None))
        column.addStretch(3)

    def _files(self) -> None:
        self.files_wanted.emit()

    def _folder(self) -> None:
        self.folder_wanted.emit()

    def _help(self) -> None:
        self.help_wanted.emit()

    def _show_over(self, over: bool) -> None:
        self._over = over
        self.update()

    # what Qt asks

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        if dropped_paths(event.mimeData()):
            event.acceptProposedAction()
            self._show_over(True)

    def dragLeaveEvent(self, event: QDragLeaveEvent) -> None:
        self._show_over(False)
        super().dragLeaveEvent(event)

    def dropEvent(self, event: QDropEvent) -> None:
        self._show_over(False)
        event.acceptProposedAction()
        self.dropped.emit(dropped_paths(event.mimeData()))

    def paintEvent(self, event: QPaintEvent) -> None:
        colours = theme.current().colours
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        pen = QPen(theme.colour(colours.accent if self._over else colours.line_strong), 1.5)
        pen.setDashPattern([5, 4])
        painter.setPen(pen)
        painter.setBrush(theme.colour(colours.accent_soft if self._over else colours.panel))
        painter.drawRoundedRect(QRectF(self.rect()).adjusted(1, 1, -1, -1), 8, 8)
