"""Typing over what jurors scored on paper: a grid by keyboard, a second entry, and what differs."""

from jury_desktop.ui.pages.assessment.paper.dialog import PaperDialog

__all__ = ["PaperDialog"]
