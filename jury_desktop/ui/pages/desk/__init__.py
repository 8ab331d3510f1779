"""Mijn beoordeling: the one page of a juror, who scores elsewhere from a packet, or signed in here."""

from jury_desktop.ui.pages.desk.own import OwnPage
from jury_desktop.ui.pages.desk.page import DeskPage

__all__ = ["DeskPage", "OwnPage"]
