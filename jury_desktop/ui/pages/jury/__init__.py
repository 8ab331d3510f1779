"""Jury: who sits in it, when, what they know, and what they keep away from."""

from jury_desktop.ui.pages.jury.page import JuryPage

__all__ = ["JuryPage"]
