"""The sessions of the pitches: the list of them, one to fill in, and what a change would do."""

from jury_desktop.ui.pages.planning.sessions.changing import Changing

__all__ = ["Changing"]
