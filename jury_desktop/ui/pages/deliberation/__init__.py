"""Deliberatie: the ranking with its uncertainty, coverage, and the decision with its motivation."""

from jury_desktop.ui.pages.deliberation.page import DeliberationPage

__all__ = ["DeliberationPage"]
