"""What leaves the plan: calendars, the running order and a workbook, each made as files and then written."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from enum import StrEnum
from pathlib import Path

from jury_desktop.domain.disk import cause
from jury_desktop.domain.errors import refuse
from jury_desktop.domain.messages import say
from jury_desktop.services.plan_calendars import OutFile, Whose, calendars
from jury_desktop.services.plan_workbook import plan_workbook
from jury_desktop.services.programme import Programme
from jury_desktop.services.running_order import running_order
from jury_desktop.services.whole_files import write_whole
from jury_desktop.wording import render


class Out(StrEnum):
    """What can be asked for."""

    JURORS = "jurors"
    """A calendar for each juror."""
    CANDIDATES = "candidates"
    """A calendar for each candidate; it names no juror."""
    ROOMS = "rooms"
    """A calendar for each room."""
    RUNNING_ORDER = "running-order"
    WORKBOOK = "workbook"


def plan_files(
    programme: Programme,
    wanted: Sequence[Out] = tuple(Out),
    language: str = "nl",
    before: Callable[[int, int], object] | None = None,
) -> tuple[OutFile, ...]:
    """The files of each kind that is wanted; needs no dossier, so it can run beside other work.

    :param before: hears before each kind how many are done, of how many; may raise ``Cancelled``.
    """
    found: list[OutFile] = []
    for done, out in enumerate(wanted):
        if before is not None:
            before(done, len(wanted))
        found += _made(programme, out, language)
    return tuple(found)


def write_files(files: Sequence[OutFile], folder: Path) -> tuple[Path, ...]:
    """Writes files into a folder, which is made where it is not there; one of the same name is replaced.

    :raises JuryError: the folder or a file cannot be written; what was written before stays.
    """
    try:
        folder.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        raise refuse("disk.not_written", file=str(folder), detail=cause(error)) from error
    for file in files:
        write_whole(folder / file.name, file.content)
    return tuple(folder / file.name for file in files)


def _made(programme: Programme, out: Out, language: str) -> Sequence[OutFile]:
    if out is Out.RUNNING_ORDER:
        return [OutFile(f"{_name(out, language)}.pdf", running_order(programme, language))]
    if out is Out.WORKBOOK:
        return [OutFile(f"{_name(out, language)}.xlsx", plan_workbook(programme, language))]
    return calendars(programme, Whose(out.value), language)


def _name(out: Out, language: str) -> str:
    return render(say(f"plan_out.file_{out.name.lower()}"), language)
