"""The dossier and the clock of a command."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager

from jury_desktop import bootstrap
from jury_desktop.cli.printing import Options
from jury_desktop.services.ports import Dossier


@contextmanager
def opened(options: Options) -> Iterator[Dossier]:
    """The dossier that the command names, closed again at the end."""
    dossier = bootstrap.open_dossier(options.dossier, now=clock(options))
    try:
        yield dossier
    finally:
        dossier.store.close()


def clock(options: Options) -> bootstrap.Clock:
    """The clock that ``--today`` sets, else the one of the machine."""
    return bootstrap.clock_on(options.today) if options.today else bootstrap.system_clock
