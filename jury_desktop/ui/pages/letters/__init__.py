"""Brieven: what is owed, made, final and sent, with the letter itself beside the list."""

from jury_desktop.ui.pages.letters.page import LettersPage

__all__ = ["LettersPage"]
