"""``sheets``: score sheets to print, a file for each juror."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from jury_desktop.cli.opening import opened
from jury_desktop.cli.packet_commands import juror_id
from jury_desktop.cli.printing import Options, show
from jury_desktop.domain.call import Round
from jury_desktop.domain.disk import cause
from jury_desktop.domain.errors import refuse
from jury_desktop.domain.messages import say
from jury_desktop.letters.sheet_stack import SheetStack
from jury_desktop.services.paper_prints import sheet_stacks, write_stacks


def sheets(options: Options) -> int:
    """Writes the sheets of a round."""
    with opened(options) as dossier:
        jurors = [juror_id(dossier, options.juror)] if options.juror else []
        stacks = sheet_stacks(dossier, Round(options.round), options.lang, jurors)
    try:
        options.out.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        raise refuse("cli.no_folder", folder=str(options.out), detail=cause(error)) from error
    files = write_stacks(stacks, options.out)
    view = [_view(stack, file) for stack, file in zip(stacks, files, strict=True)]
    show(options, view, say("cli.sheets", count=len(files), out=str(options.out)), *map(str, files))
    return 0


def _view(stack: SheetStack, file: Path) -> dict[str, Any]:
    sheets = [{"reference": sheet.reference, "code": sheet.code} for sheet in stack.sheets]
    return {"juror": stack.juror, "file": str(file), "sheets": sheets}
