"""Beoordeling: one juror, one candidacy, one sheet at a time."""

from jury_desktop.ui.pages.assessment.page import AssessmentPage

__all__ = ["AssessmentPage"]
