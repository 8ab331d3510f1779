"""Instellingen: how the window looks, what the letters say, the rules of the call, dossier, program."""

from jury_desktop.ui.pages.settings.page import SettingsPage

__all__ = ["SettingsPage"]
