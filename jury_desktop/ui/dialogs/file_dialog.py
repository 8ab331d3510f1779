"""An attachment in a window of its own, beside what it belongs to."""

from __future__ import annotations

from PySide6.QtWidgets import QDialog, QVBoxLayout, QWidget

from jury_desktop.domain.mail import Attachment
from jury_desktop.ui import theme
from jury_desktop.ui.looking import Look, Looked, look
from jury_desktop.ui.shell import Shell
from jury_desktop.ui.text import area
from jury_desktop.ui.widgets.basics import button, label, row
from jury_desktop.ui.widgets.file_view import FileView

tr = area("candidacies")


class FileDialog(QDialog):
    """Shows one attachment. Opens without blocking."""

    def __init__(self, shell: Shell, attachment: Attachment, parent: QWidget) -> None:
        super().__init__(parent)
        self.setWindowTitle(attachment.name)
        self.setModal(True)
        self.view = FileView(shell.run_drawing, shell.language, attachment.name)
        column = QVBoxLayout(self)
        column.setContentsMargins(20, 18, 20, 16)
        column.setSpacing(12)
        column.addWidget(label(attachment.name, "title", wrap=True))
        column.addWidget(self.view, 1)
        column.addLayout(row(None, button(tr("Close"), self.accept)))
        self.resize(theme.metrics().base * 60, theme.metrics().base * 56)
        self.finished.connect(self.deleteLater)
        look(shell, Look(attachment, self.view.drawer), self._show, key="file")

    def _show(self, found: Looked) -> None:
        self.view.show_preview(found.wanted.file.name, found.preview)
