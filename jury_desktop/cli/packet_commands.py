"""``packet``: a juror's work out, scored elsewhere, and back again."""

from __future__ import annotations

import getpass
import sys
from collections.abc import Callable

from jury_desktop import bootstrap
from jury_desktop.cli import packet_views
from jury_desktop.cli.jury_commands import rejected_lines
from jury_desktop.cli.opening import clock, opened
from jury_desktop.cli.printing import Line, Options, aside, rehearsed, show
from jury_desktop.cli.views import scores_view
from jury_desktop.domain.call import Round
from jury_desktop.domain.errors import refuse
from jury_desktop.domain.messages import say
from jury_desktop.services.import_scores import import_scores
from jury_desktop.services.packet_desk import PacketDesk, write_sheet
from jury_desktop.services.packet_return import ReturnState, import_sheet_file
from jury_desktop.services.packets import make_packet
from jury_desktop.services.ports import Dossier
from jury_desktop.services.scoring_desk import scoring_desk


def packet(options: Options) -> int:
    """Does what is asked with a packet."""
    return _ACTIONS[options.action](options)


def _make(options: Options) -> int:
    """Makes a packet; the passphrase is told here and nowhere else."""
    if options.out.exists():
        raise refuse("cli.packet_exists", file=str(options.out))
    with opened(options) as dossier:
        made = make_packet(dossier, juror_id(dossier, options.juror), Round(options.round), options.out)
    view = packet_views.made_view(made)
    told = say("cli.packet_made", file=str(made.file), name=made.juror.name, references=made.candidacies)
    lines: list[Line] = [told, say("cli.packet_passphrase", words=made.passphrase)]
    if made.left_out:
        lines.append(say("cli.packet_left_out", references=made.left_out))
    show(options, view, *lines)
    return 0


def juror_id(dossier: Dossier, text: str) -> str:
    """The id of the juror with this name or address."""
    wanted = text.casefold()
    with dossier.read() as uow:
        jurors = uow.jurors.find()
    found = [each.id for each in jurors if wanted in (each.name.casefold(), each.email.casefold())]
    if len(found) != 1:
        raise refuse("scoring.import_jurors" if found else "scoring.import_juror", text=text)
    return found[0]


def _show(options: Options) -> int:
    """What a packet holds, and how far the work on it is."""
    desk = _opened(options)
    work = scoring_desk(desk.dossier, desk.packet.juror.id, desk.packet.round)
    rows = work.mine.rows if work.mine else ()
    told = say("cli.packet", name=desk.packet.juror.name, call=work.call.title)
    lines = [
        f"{row.candidacy.reference}  {row.candidacy.organisation}  {row.answered}/{row.items}" for row in rows
    ]
    show(options, packet_views.desk_view(desk.packet, rows), told, *lines)
    return 0


def _score(options: Options) -> int:
    """Takes a list of scores over on a packet, and writes the sheet that goes back."""
    desk = _opened(options)
    found = import_scores(desk.dossier, options.file, submit=options.submit)
    write_sheet(desk, options.out)
    view = {**scores_view(found, options.lang), "sheet": str(options.out)}
    counts = {"added": found.added, "changed": found.changed, "rejected": len(found.rejected)}
    told = say("cli.scores", submitted=found.submitted, **counts)
    show(options, view, told, *rejected_lines(view), say("cli.packet_sheet", file=str(options.out)))
    return 0


def _import(options: Options) -> int:
    """Takes over what a juror sent back."""
    with opened(options) as dossier:
        found = import_sheet_file(dossier, options.sheet, take_theirs=options.take, dry_run=options.dry_run)
    view = packet_views.return_view(found, options.lang)
    lines: list[Line] = [say("cli.packet_back", name=found.juror.name, at=found.written_at)]
    for sheet in view["sheets"]:
        lines += [f"{sheet['reference']}  {sheet['organisation']}  {sheet['told']}"]
        lines += [f"      {note}" for note in sheet["notes"]]
    show(options, view, *lines)
    if found.state is not ReturnState.NEW:
        aside(options, say(f"packet.back_{found.state.value}"))
    rehearsed(options)
    return 0


def _opened(options: Options) -> PacketDesk:
    passphrase = options.passphrase
    if passphrase is None and sys.stdin.isatty():
        passphrase = getpass.getpass("")
    elif passphrase is None:
        passphrase = sys.stdin.readline()
    return bootstrap.open_packet(str(options.packet), passphrase, clock(options))


_ACTIONS: dict[str, Callable[[Options], int]] = {
    "make": _make,
    "show": _show,
    "score": _score,
    "import": _import,
}
