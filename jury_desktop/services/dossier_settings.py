"""What a dossier itself has set: who its letters come from and which places they name."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from jury_desktop.domain.call import Call
from jury_desktop.domain.closing_days import OWN, as_setting, closing_days, in_setting
from jury_desktop.domain.envelope import NBN, Envelope
from jury_desktop.domain.errors import refuse
from jury_desktop.domain.lock import Lock
from jury_desktop.domain.rights import Right
from jury_desktop.domain.term import next_working_day
from jury_desktop.services.admission import needs
from jury_desktop.services.envelopes import envelope_of
from jury_desktop.services.letterhead import House, house_of
from jury_desktop.services.ports import Dossier, UnitOfWork
from jury_desktop.services.protection import lock_of
from jury_desktop.services.record import record_change
from jury_desktop.services.word_paper import NONE, KeptPaper, paper_kept


@dataclass(frozen=True, slots=True)
class DossierSettings:
    """The settings of a dossier beside the call it answers.

    :param name: of the file or database; ``events`` is how many events its journal holds.
    :param other_sessions: the sessions of the pitches are no longer those of the call file.
    :param envelope: where the address stands on its letters.
    :param closing_days: on which the service is closed besides the legal holidays and the days of the call.
    :param lock: what keeps who has the file from reading it.
    :param word_paper: on which its drafts in Word are written.
    """

    call: Call
    house: House
    name: str
    events: int
    other_sessions: bool = False
    envelope: Envelope = NBN
    closing_days: tuple[date, ...] = ()
    lock: Lock = Lock.ELSEWHERE
    word_paper: KeptPaper = NONE


@needs(Right.SEE_SELECTION)
def dossier_settings(dossier: Dossier) -> DossierSettings:
    """The settings as they are now; what nobody set is as the call proposes it."""
    with dossier.read() as uow:
        newest = uow.journal.newest()
        events = newest.sequence if newest else 0
        other = bool(uow.windows.find())
        place = envelope_of(uow.settings)
        closed = in_setting(uow.settings.get(OWN))
        name, lock = dossier.store.name, lock_of(dossier)
        paper, house = paper_kept(uow.settings), _house(uow)
        return DossierSettings(uow.call, house, name, events, other, place, closed, lock, paper)


MOST_CLOSING_DAYS = 366
"""How many closing days of its own a dossier keeps at most."""


@needs(Right.SET_UP)
def save_closing_days(dossier: Dossier, days: Iterable[date]) -> tuple[date, ...]:
    """Keeps the closing days of the service, and gives those of before. Terms that run are reckoned anew;
    none ends before the day that its letter names.

    :raises JuryError: there are too many, or so many after each other that no term would end.
    """
    wanted = in_setting(as_setting(days))
    if len(wanted) > MOST_CLOSING_DAYS:
        raise refuse("settings.closing_days_many", most=MOST_CLOSING_DAYS)
    with dossier.change() as uow:
        old = in_setting(uow.settings.get(OWN))
        of_call = set(uow.call.rebuttal.extra_closing_days) - set(old)
        for day in wanted:
            next_working_day(day, closing_days((*of_call, *wanted)))
        if old != wanted:
            uow.settings.set(OWN, as_setting(wanted))
            record_change(uow, "settings.changed", ("settings", "closing_days"), old, wanted)
        return old


@needs(Right.SET_UP)
def save_house(dossier: Dossier, house: House) -> House:
    """Keeps sender, signatory and places of the letters, and gives those of before."""
    if not (house.sender.name.strip() and house.signatory.name.strip()):
        raise refuse("settings.sender_missing")
    with dossier.change() as uow:
        old = _house(uow)
        if old != house:
            for key, value in _values(house).items():
                uow.settings.set(key, value)
            record_change(uow, "settings.changed", ("settings", "letters"), old, house)
        return old


def _house(uow: UnitOfWork) -> House:
    return house_of(uow.call, uow.settings)


def _values(house: House) -> dict[str, str]:
    """The settings that ``letter_data.house_of`` reads."""
    return {
        "letter.sender_name": house.sender.name,
        "letter.sender_lines": "\n".join(house.sender.lines),
        "letter.signatory_name": house.signatory.name,
        "letter.signatory_role": house.signatory.role,
        "letter.place": house.place,
        "letter.pitch_place": house.pitch_place,
        "letter.complaints_to": house.complaints_to,
    }


def save_copy(source: Path, target: Path) -> Path:
    """Copies a dossier file as it is now, also while it is open; a file that was there is replaced.

    :raises StorageError: the disk does not allow it; then nothing is left behind.
    """
    from jury_desktop.storage.backup import copy_dossier

    if target.exists() and target.samefile(source):
        raise refuse("settings.copy_onto_itself", name=target.name)
    fresh = target.with_name(f"{target.name}.new")
    fresh.unlink(missing_ok=True)
    copy_dossier(source, fresh)
    fresh.replace(target)
    return target
