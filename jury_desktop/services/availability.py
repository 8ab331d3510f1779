"""The availability of the whole jury at once: kept in one step, and as a workbook to fill in."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace

from jury_desktop.domain.availability import Stretches, joined
from jury_desktop.domain.call import SessionWindow
from jury_desktop.domain.errors import refuse
from jury_desktop.domain.juror import Juror
from jury_desktop.domain.messages import say
from jury_desktop.domain.rights import Right
from jury_desktop.services.admission import needs
from jury_desktop.services.jury import keep_juror
from jury_desktop.services.jury_changes import JuryChange, jury_change, jury_state
from jury_desktop.services.ports import Dossier
from jury_desktop.services.session_columns import said, session_title
from jury_desktop.services.workbook import SheetOf, workbook
from jury_desktop.wording import render


@needs(Right.KEEP_JURY)
def save_availability(dossier: Dossier, available: Mapping[str, Stretches]) -> JuryChange:
    """Keeps when jurors (by id) can sit; who is not named stays as is.

    :raises KeyError: somebody is not in the jury.
    """
    with dossier.change() as uow:
        before = jury_state(uow)
        for key, stretches in available.items():
            old = before.jurors[key]
            if joined(old.available) != joined(stretches):
                keep_juror(uow, old, replace(old, available=joined(stretches)))
        return jury_change(uow, before)


@dataclass(frozen=True, slots=True)
class OwnAvailability:
    """When one juror can sit, and the sessions there are."""

    juror: Juror
    windows: tuple[SessionWindow, ...]


@needs(Right.SAY_FREE, own="juror")
def own_availability(dossier: Dossier, juror: str) -> OwnAvailability:
    """When a juror (id) can sit.

    :raises KeyError: nobody in the jury.
    """
    with dossier.read() as uow:
        return OwnAvailability(uow.jurors.get(juror), uow.call.windows)


@needs(Right.SAY_FREE, own="juror")
def say_availability(
    dossier: Dossier, juror: str, stretches: Stretches, known: Stretches | None = None
) -> None:
    """Keeps when a juror (id) can sit, as they say themselves.

    :param known: what it was when it was looked at; None where that is no matter.
    :raises JuryError: it is something else by now.
    """
    with dossier.change() as uow:
        old = uow.jurors.get(juror)
        if known is not None and joined(old.available) != joined(known):
            raise refuse("jury.changed_since", name=old.name)
        if joined(old.available) != joined(stretches):
            keep_juror(uow, old, replace(old, available=joined(stretches)))


@needs(Right.KEEP_JURY)
def availability_workbook(dossier: Dossier, language: str = "nl") -> bytes:
    """A workbook with a row for each juror and a column for each session, to fill in and import again."""
    with dossier.read() as uow:
        jurors = [juror for juror in uow.jurors.find() if juror.scores]
        windows = uow.call.windows
    names = [render(say(f"jury.availability_{key}"), language) for key in ("name", "email")]
    columns = [(names[0], 28), (names[1], 32), *((session_title(window), 24) for window in windows)]
    rows = [[juror.name, juror.email, *(said(juror, window) for window in windows)] for juror in jurors]
    return workbook(SheetOf(render(say("jury.availability_sheet"), language), columns, rows, fixed=1))
