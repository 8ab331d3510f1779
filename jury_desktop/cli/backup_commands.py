"""The commands that make, list and put back copies of a dossier."""

from __future__ import annotations

from collections.abc import Callable
from contextlib import suppress
from dataclasses import asdict
from pathlib import Path
from typing import Any

from jury_desktop import bootstrap, wording
from jury_desktop.cli.opening import clock, opened, unlocked
from jury_desktop.cli.printing import Line, Options, show
from jury_desktop.domain.backup import KeptCopy
from jury_desktop.domain.call import BRUSSELS
from jury_desktop.domain.errors import StorageError
from jury_desktop.domain.messages import Message, say
from jury_desktop.domain.rights import Right
from jury_desktop.services.admission import refuse_without
from jury_desktop.services.backups import backup_book, copy_to, make_backup
from jury_desktop.services.salvage import save_readable


def backup(options: Options) -> int:
    """Makes a copy, in the folder of the dossier's copies or in another one."""
    with opened(options) as dossier:
        made = make_backup(dossier) if options.to is None else copy_to(dossier, options.to)
    said = "backup.made" if made.told.is_sound else "backup.made_unsound"
    show(options, _view(made), say(said, file=str(made.file), count=made.told.problems))
    return 0 if made.told.is_sound else 1


def backups(options: Options) -> int:
    """Lists the copies, newest first."""
    with opened(options) as dossier:
        book = backup_book(dossier)
    view = {"folder": str(book.folder) if book.folder else None, "copies": [_view(c) for c in book.copies]}
    lines: list[Line] = [_line(copy, options.lang) for copy in book.copies]
    show(options, view, *(lines or [say("backup.none", name=options.dossier)]))
    return 0


def restore(options: Options) -> int:
    """Puts a copy in the place of the dossier; what was there is kept aside."""
    _refuse_stranger(options)
    done = unlocked(
        options.dossier,
        lambda secret: bootstrap.restore_dossier(
            options.dossier, options.copy, now=clock(options), secret=secret
        ),
    )
    view = {"dossier": options.dossier, "copy": done.copy, "events": done.events, "aside": done.aside or None}
    said = "backup.restored" if done.aside else "backup.restored_afresh"
    show(options, view, say(said, name=options.dossier, copy=done.copy, aside=done.aside))
    return 0


def _refuse_stranger(options: Options) -> None:
    """A dossier that can still be opened is put back by who may; one that cannot, by whoever has the file."""
    with suppress(StorageError), opened(options) as dossier:
        refuse_without(Right.SET_UP, dossier.who)


def salvage(options: Options) -> int:
    """Saves what can be read of a damaged dossier into a new one; exit 1 when something is lost."""
    _refuse_stranger(options)
    found = save_readable(Path(options.dossier), options.target, bootstrap.REGISSEUR, clock(options)())
    view = {
        "dossier": str(found.file),
        "tables": [asdict(each) for each in found.tables],
        "problems": found.problems,
    }
    lines: list[Line] = [say("salvage.saved", file=str(found.file), damaged=options.dossier)]
    lines += list(found.account()) or [say("salvage.saved_whole")]
    if found.problems:
        lines.append(say("salvage.saved_problems", count=found.problems))
    show(options, view, *lines)
    return 1 if found.lost or found.problems else 0


def _view(copy: KeptCopy) -> dict[str, Any]:
    told = asdict(copy.told) | {"at": copy.told.at.astimezone(BRUSSELS).isoformat()}
    return {"file": str(copy.file), **told}


def _line(copy: KeptCopy, language: str) -> str:
    told = copy.told
    reason = wording.render(say(f"backup.reason_{told.reason.value}"), language)
    state = say("backup.sound") if told.is_sound else _problems(told.problems)
    return f"{told.name}  {told.size / 1e6:.1f} MB  {reason}  {wording.render(state, language)}"


def _problems(count: int) -> Message:
    return say("backup.unsound", count=count)


COMMANDS: dict[str, Callable[[Options], int]] = {
    "backup": backup,
    "backups": backups,
    "restore": restore,
    "salvage": salvage,
}
"""What every command about copies does."""
