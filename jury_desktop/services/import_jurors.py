"""A list of jurors from Excel or CSV: one row a juror, a dry run first, every refused row with its reason.

Columns (the first row names them): naam, organisatie, functie, e-mail, hoedanigheid ("jurylid" or
"waarnemer"), deskundigheid, beschikbaar, and one for each session ("14/06/2023 13:00-17:00") that says ja,
nee or hours. Only the name is needed. Who is in the jury already, by e-mail or else by name, is changed; an
empty cell and a column that is not there leave what is known, and so does a name in other capitals or order.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field, replace
from functools import partial
from pathlib import Path

from jury_desktop.domain.call import Call
from jury_desktop.domain.errors import JuryError, refuse
from jury_desktop.domain.juror import Juror
from jury_desktop.domain.rights import Right
from jury_desktop.services.admission import needs
from jury_desktop.services.availability_words import read_availability
from jury_desktop.services.jury import check_juror, keep_juror, new_juror_id, suggest_conflicts
from jury_desktop.services.jury_changes import (
    JuryChange,
    jury_change,
    jury_state,
    refuse_scoring_observer,
)
from jury_desktop.services.lists import Cells, RejectedRow, read_list
from jury_desktop.services.ports import Dossier, UnitOfWork
from jury_desktop.services.session_columns import session_of, with_cell

_COLUMNS = {
    "name": ("naam", "name", "jurylid"),
    "organisation": ("organisatie", "organisation", "organization"),
    "role": ("functie", "role", "rol"),
    "email": ("email", "mail", "emailadres", "mailadres"),
    "capacity": ("hoedanigheid", "capacity"),
    "expertise": ("deskundigheid", "expertise", "regiouitdagingen"),
    "available": ("beschikbaar", "beschikbaarheid", "available", "availability"),
}

_OBSERVES = {"waarnemer": True, "observer": True, "jurylid": False, "juror": False}
"""What may stand in the column hoedanigheid, and whether it makes an observer."""


@dataclass(frozen=True, slots=True)
class JurorImport:
    """What a list adds and changes; ``same`` counts the jurors it says nothing new about.

    :param change: all that became of it in the jury, so that it can be taken back.
    """

    added: tuple[Juror, ...]
    changed: tuple[Juror, ...]
    same: int
    rejected: tuple[RejectedRow, ...]
    dry_run: bool
    change: JuryChange = field(default_factory=JuryChange)


@needs(Right.KEEP_JURY)
def import_jurors(dossier: Dossier, file: Path, *, dry_run: bool = False) -> JurorImport:
    """Takes a list over; with ``dry_run`` only tells what would happen.

    :raises JuryError: when the file cannot be read as a list; nothing has changed then.
    """
    with dossier.rehearse() if dry_run else dossier.change() as uow:
        rows = read_list(file, _COLUMNS, ("name",), partial(_session, uow.call))
        before = jury_state(uow)
        found = _take_over(uow, rows, dry_run)
        return replace(found, change=jury_change(uow, before))


def _take_over(uow: UnitOfWork, rows: tuple[tuple[int, Cells], ...], dry_run: bool) -> JurorImport:
    added, changed, rejected = list[Juror](), list[Juror](), list[RejectedRow]()
    known, seen, same = list(uow.jurors.find()), dict[str, int](), 0
    for number, cells in rows:
        old = _known(known, cells)
        try:
            juror = _juror(cells, old, uow.call)
            refuse_scoring_observer(uow, old, juror)
            _refuse_twice(seen, juror, number)
        except JuryError as error:
            rejected.append(RejectedRow(number, error.message))
            continue
        keep_juror(uow, old, juror)
        known.append(juror)
        same += old == juror
        if old != juror:
            (changed if old else added).append(juror)
    suggest_conflicts(uow, (*added, *changed))
    return JurorImport(tuple(added), tuple(changed), same, tuple(rejected), dry_run)


def _known(jurors: list[Juror], cells: Cells) -> Juror | None:
    """Who the row is about: the same address, or without an address on either side the same name."""
    email, name = cells["email"].casefold(), cells["name"].casefold()
    for juror in jurors:
        if email and juror.email.casefold() == email:
            return juror
    for juror in jurors:
        if name and same_person(juror.name, name) and not (email and juror.email):
            return juror
    return None


def same_person(one: str, other: str) -> bool:
    """Whether two names are the same words in any order and capitals: "PEETERS An" and "An Peeters"."""
    return sorted(one.casefold().split()) == sorted(other.casefold().split())


def _juror(cells: Cells, old: Juror | None, call: Call) -> Juror:
    known = old or Juror(new_juror_id(cells["name"], cells["email"]), "", "", "")
    juror = replace(
        known,
        name=known.name if same_person(known.name, cells["name"]) else cells["name"] or known.name,
        organisation=cells["organisation"] or known.organisation,
        role=cells["role"] or known.role,
        email=cells["email"] or known.email,
    )
    check_juror(juror)
    if cells["capacity"]:
        juror = replace(juror, observer=_observes(cells["capacity"]))
    if cells["expertise"]:
        juror = replace(juror, expertise=_expertise(cells["expertise"], call))
    if cells["available"]:
        juror = replace(juror, available=read_availability(cells["available"], call.windows))
    available = juror.available
    for window in call.windows:
        available = with_cell(available, window, cells.get(window.id, ""))
    return replace(juror, available=available)


def _session(call: Call, title: str) -> str:
    """The id of the session that a column is about."""
    window = session_of(title, call.windows)
    return window.id if window else ""


def _observes(text: str) -> bool:
    found = _OBSERVES.get(text.casefold())
    if found is None:
        raise refuse("jury.import_capacity", text=text)
    return found


def _refuse_twice(seen: dict[str, int], juror: Juror, row: int) -> None:
    if juror.id in seen:
        raise refuse("jury.import_twice", other=seen[juror.id])
    seen[juror.id] = row


def _expertise(text: str, call: Call) -> tuple[int, ...]:
    """ "1, 4" and what Excel makes of it ("1,4" and "1.4" read as a number)."""
    numbers = {challenge.number for challenge in call.challenges}
    parts = [part for part in re.split(r"[\s,;.+&/]+|\ben\b", text) if part]
    for part in parts:
        if not (part.isdecimal() and int(part) in numbers):
            raise refuse("jury.import_challenge", text=part)
    return tuple(sorted({int(part) for part in parts}))
