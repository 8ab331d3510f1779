"""What the jury page offers in its header, the menu and the palette, by who is on show."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from jury_desktop.ui.actions import Action, Place
from jury_desktop.ui.pages.jury.list_import import columns
from jury_desktop.ui.text import area

if TYPE_CHECKING:
    from jury_desktop.ui.pages.jury.page import JuryPage

tr = area("jury")


def jury_actions(page: JuryPage) -> Sequence[Action]:
    """About the whole jury, then about the juror in the form."""
    return (*_of_the_jury(page), *_of_a_juror(page))


def _of_the_jury(page: JuryPage) -> tuple[Action, ...]:
    return (
        Action(
            "jury.import",
            tr("Import list…"),
            page.pick_list,
            icon="upload",
            place=Place.HEADER,
            enabled=page.read,
            words="excel csv",
            tip=columns(),
        ),
        Action(
            "jury.sheets",
            tr("Bring in sheets…"),
            page.bring,
            icon="download",
            place=Place.HEADER,
            enabled=page.anybody,
            words="juryblad import",
            tip=tr("What jurors send back who scored elsewhere (.juryblad)"),
        ),
        Action(
            "jury.availability",
            tr("Availability…"),
            page.open_availability,
            icon="calendar-days",
            place=Place.HEADER,
            enabled=page.anybody,
            words="beschikbaarheid sessies availability",
            tip=tr("When the whole jury can sit, in one table"),
        ),
    )


def _of_a_juror(page: JuryPage) -> tuple[Action, ...]:
    read, scores = page.read, page.chosen_row() is not None
    add, declare = tr("Add juror"), tr("Declare a conflict…")
    return (
        Action("jury.add", add, page.add, "Ctrl+J", "user-plus", place=Place.HEADER, enabled=read),
        Action("jury.declare", declare, page.declare, icon="shield-alert", enabled=read),
        Action("jury.save", tr("Save juror"), page.save, "Ctrl+Return", "save", enabled=read),
        Action("jury.packet", tr("Make a packet…"), page.pack, icon="lock", enabled=scores),
        Action("jury.remove", tr("Remove juror"), page.remove, enabled=page.removable),
    )
