"""Planning: the pitches in the session windows, with what the solver proved and why."""

from jury_desktop.ui.pages.planning.page import PlanningPage

__all__ = ["PlanningPage"]
