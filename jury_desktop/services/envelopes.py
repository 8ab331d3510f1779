"""The place of the address on the letters of a dossier, and the sheet that tries it on an envelope."""

from __future__ import annotations

from dataclasses import replace
from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING

from jury_desktop.domain.envelope import LEFTS, NBN, TOPS, Envelope
from jury_desktop.domain.errors import refuse
from jury_desktop.domain.rights import Right
from jury_desktop.services.admission import needs
from jury_desktop.services.ports import Dossier, Settings
from jury_desktop.services.record import record_change
from jury_desktop.services.whole_files import write_whole

if TYPE_CHECKING:
    from jury_desktop.letters.layout import Layout

_LEFT, _TOP = "letter.address_left", "letter.address_top"


def envelope_of(settings: Settings) -> Envelope:
    """The place as set; as NBN Z 01-002 has it where nobody set one."""
    return Envelope(float(settings.get(_LEFT) or NBN.left), float(settings.get(_TOP) or NBN.top))


@needs(Right.SET_UP)
def save_envelope(dossier: Dossier, envelope: Envelope) -> Envelope:
    """Keeps the place for the letters that are made from now on, and gives that of before. What is final or
    sent stays as it is.

    :raises JuryError: the address would not be clear of sender, text and edge there.
    """
    if not envelope.fits:
        raise refuse(
            "settings.envelope",
            least_left=LEFTS[0],
            most_left=LEFTS[1],
            least_top=TOPS[0],
            most_top=TOPS[1],
        )
    with dossier.change() as uow:
        old = envelope_of(uow.settings)
        if old != envelope:
            uow.settings.set(_LEFT, f"{envelope.left:g}")
            uow.settings.set(_TOP, f"{envelope.top:g}")
            record_change(uow, "settings.changed", ("settings", "envelope"), old, envelope)
        return old


def layout_of(envelope: Envelope) -> Layout:
    """The letter with its address there."""
    from jury_desktop.letters.layout import NBN as LETTER

    return replace(LETTER, address_left=envelope.left, address_top=envelope.top)


def sheet_to_try(envelope: Envelope, made: datetime) -> bytes:
    """A sheet to print and hold against one's own envelopes, as a PDF."""
    from jury_desktop.letters.window_page import window_page

    return window_page(layout_of(envelope), made)


def write_sheet_to_try(envelope: Envelope, made: datetime, place: Path) -> Path:
    """Writes that sheet.

    :raises JuryError: it cannot be written there.
    """
    write_whole(place, sheet_to_try(envelope, made))
    return place
