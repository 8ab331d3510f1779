"""The dossier and the clock of a command."""

from __future__ import annotations

import getpass
import os
import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import replace
from functools import partial
from pathlib import Path
from typing import TypeVar

from jury_desktop import bootstrap
from jury_desktop.cli.printing import Options, aside
from jury_desktop.cli.signing_in import entered
from jury_desktop.domain.backup import KeptCopy
from jury_desktop.domain.errors import JuryError, refuse
from jury_desktop.domain.messages import say
from jury_desktop.services.backups import keeping_before_phases
from jury_desktop.services.ports import Dossier

T = TypeVar("T")
PASSPHRASE, NEW_PASSPHRASE = "JURY_PASSPHRASE", "JURY_NEW_PASSPHRASE"
"""The variables of the environment with the passphrase that a dossier has, and with the one it gets."""
LOCKED_AWAY = "storage.locked_away"


@contextmanager
def opened(options: Options) -> Iterator[Dossier]:
    """The dossier that the command names, for whoever runs it; asks for its passphrase, and is closed again
    at the end."""
    dossier = unlocked(options.dossier, partial(_open, options))
    try:
        yield entered(options, dossier)
    finally:
        dossier.store.close()


@contextmanager
def opened_with(options: Options, given: str) -> Iterator[Dossier]:
    """The same with a passphrase that is known already; empty where there is none."""
    dossier = _open(options, given)
    try:
        yield entered(options, dossier)
    finally:
        dossier.store.close()


def _open(options: Options, given: str) -> Dossier:
    dossier = bootstrap.open_dossier(options.dossier, now=clock(options), secret=given)

    def told(copy: KeptCopy) -> None:
        aside(options, say("backup.kept_before", file=str(copy.file)))

    return replace(dossier, before_phase=keeping_before_phases(told))


def unlocked(target: str, open_with: Callable[[str], T]) -> T:
    """What opens without a passphrase, or with the one that is in the environment or typed.

    :raises JuryError: it needs one, and there is nobody to ask.
    """
    try:
        return open_with("")
    except JuryError as error:
        if error.message.key != LOCKED_AWAY:
            raise
        if not (given := secret(PASSPHRASE)):
            raise refuse("cli.locked_away", name=Path(target).name, variable=PASSPHRASE) from error
    return open_with(given)


def secret(variable: str) -> str:
    """A passphrase from the environment, or typed without being shown; empty where nobody can type. It is
    never an argument: those are seen by every program on the machine."""
    given = os.environ.get(variable, "")
    return given or (getpass.getpass("") if sys.stdin.isatty() else "")


def clock(options: Options) -> bootstrap.Clock:
    """The clock that ``--today`` sets, else the one of the machine."""
    return bootstrap.clock_on(options.today) if options.today else bootstrap.system_clock
