"""The commands that write what was decided: the minutes of the deliberation, and everything as tables."""

from __future__ import annotations

from collections.abc import Callable

from jury_desktop.cli.opening import opened
from jury_desktop.cli.printing import Options, show
from jury_desktop.domain.decision import Stage
from jury_desktop.domain.messages import say
from jury_desktop.services.minutes import ask_minutes, minutes_pdf
from jury_desktop.services.table_files import Format, ask_tables, write_tables
from jury_desktop.services.whole_files import write_whole


def minutes(options: Options) -> int:
    """Writes the minutes of a stage as a PDF."""
    with opened(options) as dossier:
        asked = ask_minutes(dossier, Stage(options.stage), options.lang, with_names=not options.no_names)
    content = minutes_pdf(asked)
    write_whole(options.out, content)
    view = {
        "file": str(options.out),
        "stage": options.stage,
        "names": not options.no_names,
        "draft": asked.is_draft,
        "events": asked.last.sequence,
        "anchor": asked.last.hash,
    }
    show(options, view, say("minutes.written", file=str(options.out)))
    return 0


def tables(options: Options) -> int:
    """Writes every table as a workbook, CSV and JSON; or what of them may be published."""
    with opened(options) as dossier:
        export = ask_tables(dossier, options.lang, redacted=options.redacted)
    formats = [Format(each) for each in options.format or Format]
    files = write_tables(export, options.out, formats)
    view = {
        "files": [str(file) for file in files],
        "redacted": export.redacted,
        "tables": [{"name": each.key, "rows": len(each.rows)} for each in export.tables],
        "sealed": [{"reference": reference, "round": round_} for reference, round_ in export.sealed],
    }
    show(options, view, say("tables.written", count=len(files), folder=str(options.out)))
    return 0


COMMANDS: dict[str, Callable[[Options], int]] = {"minutes": minutes, "tables": tables}
