"""Which state of the plan an appointment tells, so that a calendar knows the later of two files."""

from __future__ import annotations

from datetime import UTC, datetime

from jury_desktop.letters.calendar import Edition
from jury_desktop.services.ports import UnitOfWork

CHANGES = (
    "plan.made",
    "plan.moved",
    "plan.restored",
    "plan.taken_back",
    "settings.changed",
    "window.changed",
    "window.removed",
    "windows.taken_back",
)
"""What can alter an appointment: when and before whom it is, and where."""


def edition_of(uow: UnitOfWork) -> Edition:
    """The number of changes so far and the moment of the last; going back to an earlier plan is one too."""
    events = [event for action in CHANGES for event in uow.journal.of(action)]
    newest = max((event.at for event in events), default=datetime(1970, 1, 1, tzinfo=UTC))
    return Edition(len(events), newest)
