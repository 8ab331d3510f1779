"""Weerwoord: the term of every decision that was sent, what came in, and how it ended."""

from jury_desktop.ui.pages.rebuttal.page import RebuttalPage

__all__ = ["RebuttalPage"]
