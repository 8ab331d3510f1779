"""What every section of the settings looks like: a title, a word of explanation, and what is in it."""

from __future__ import annotations

from PySide6.QtWidgets import QVBoxLayout, QWidget

from jury_desktop.ui import theme
from jury_desktop.ui.widgets.basics import label


class Section(QWidget):
    """A column of settings, narrow enough to read."""

    def __init__(self, title: str, text: str) -> None:
        super().__init__()
        self.setAccessibleName(title)
        self.setMaximumWidth(54 * theme.metrics().base)
        self.body = QVBoxLayout(self)
        self.body.setContentsMargins(4, 2, 16, 12)
        self.body.setSpacing(16)
        self.body.addWidget(label(title, "title"))
        self.body.addWidget(label(text, "muted", wrap=True))
