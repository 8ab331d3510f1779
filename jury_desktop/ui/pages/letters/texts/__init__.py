"""Teksten: the words of the letters and the legal blocks, to edit with a letter beside them."""

from jury_desktop.ui.pages.letters.texts.view import TextsView

__all__ = ["TextsView"]
