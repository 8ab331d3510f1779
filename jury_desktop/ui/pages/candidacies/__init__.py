"""Kandidaturen: the import of a mailbox, its review, the candidacies and the judgement on form."""

from jury_desktop.ui.pages.candidacies.page import CandidaciesPage

__all__ = ["CandidaciesPage"]
