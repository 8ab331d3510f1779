"""Mijn beoordeling: the one page of a juror who scores elsewhere, from a packet."""

from jury_desktop.ui.pages.desk.page import DeskPage

__all__ = ["DeskPage"]
