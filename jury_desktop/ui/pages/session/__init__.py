"""Pitchsessie: the running order, the clock of the pitch, and who has submitted."""

from jury_desktop.ui.pages.session.page import SessionPage

__all__ = ["SessionPage"]
