"""The dossier and the clock of a command."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import replace

from jury_desktop import bootstrap
from jury_desktop.cli.printing import Options, aside
from jury_desktop.domain.backup import KeptCopy
from jury_desktop.domain.messages import say
from jury_desktop.services.backups import keeping_before_phases
from jury_desktop.services.ports import Dossier


@contextmanager
def opened(options: Options) -> Iterator[Dossier]:
    """The dossier that the command names, closed again at the end."""
    dossier = bootstrap.open_dossier(options.dossier, now=clock(options))

    def told(copy: KeptCopy) -> None:
        aside(options, say("backup.kept_before", file=str(copy.file)))

    try:
        yield replace(dossier, before_phase=keeping_before_phases(told))
    finally:
        dossier.store.close()


def clock(options: Options) -> bootstrap.Clock:
    """The clock that ``--today`` sets, else the one of the machine."""
    return bootstrap.clock_on(options.today) if options.today else bootstrap.system_clock
