"""When the whole jury can sit: a row for each juror, a column for each part of a session."""

from jury_desktop.ui.pages.jury.grid.dialog import AvailabilityDialog

__all__ = ["AvailabilityDialog"]
