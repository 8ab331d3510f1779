"""Typing over what jurors scored on paper: a grid by keyboard, a second entry, and what differs."""

from jury_desktop.ui.pages.assessment.paper.dialog import PaperDialog
from jury_desktop.ui.pages.assessment.paper.head import CODE_KEY

__all__ = ["CODE_KEY", "PaperDialog"]
