"""``plan-export``: the plan as calendars, running order and workbook."""

from __future__ import annotations

from jury_desktop.cli.opening import opened
from jury_desktop.cli.printing import Options, show
from jury_desktop.domain.messages import say
from jury_desktop.services.plan_export import Out, plan_files, write_files
from jury_desktop.services.programme import programme


def plan_export(options: Options) -> int:
    """Writes what is asked of the newest plan into a folder."""
    with opened(options) as dossier:
        found = programme(dossier)
    wanted = [out for out in Out if not options.only or out.value in options.only]
    paths = write_files(plan_files(found, wanted, options.lang), options.out)
    view = {"version": found.stored.version, "out": str(options.out), "files": [path.name for path in paths]}
    show(options, view, say("cli.plan_export", count=len(paths), out=str(options.out)), *map(str, paths))
    return 0
