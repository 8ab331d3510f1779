"""One function per command: options in, a service called, JSON or a few lines out.

Here the commands about the dossier as a whole; those about its mail stand in ``mail_commands``, those about
the jury's work in ``jury_commands``.
"""

from __future__ import annotations

import os
import time
from collections.abc import Callable
from typing import Any

from jury_desktop import bootstrap
from jury_desktop.cli import (
    backup_commands,
    collector,
    jury_commands,
    mail_commands,
    packet_commands,
    privacy_commands,
    protect_commands,
    rebuttals_command,
    record_commands,
    session_command,
    term_command,
    texts_command,
    views,
)
from jury_desktop.cli.advice_command import advise, draw_pictures
from jury_desktop.cli.audit_command import audit
from jury_desktop.cli.display import has_display
from jury_desktop.cli.mail_views import servers_view
from jury_desktop.cli.opening import clock, opened
from jury_desktop.cli.parser import is_address
from jury_desktop.cli.plan_export_command import plan_export
from jury_desktop.cli.printing import Line, Options, aside, rehearsed, show
from jury_desktop.cli.server_command import server
from jury_desktop.cli.sheets_command import sheets
from jury_desktop.cli.verify_command import verify
from jury_desktop.domain.arrival import Verdict
from jury_desktop.domain.candidacy import Candidacy
from jury_desktop.domain.entry import EntryKind
from jury_desktop.domain.errors import refuse
from jury_desktop.domain.messages import Message, say
from jury_desktop.services.calls import load_call
from jury_desktop.services.candidacies import list_candidacies
from jury_desktop.services.import_mail import ImportReport, import_mail


def window(options: Options) -> int:
    """Opens the window; refused where nothing can show one, or the dossier is not there."""
    target = options.dossier
    if target and not is_address(target) and not os.path.exists(target):
        raise refuse("storage.missing", name=target)
    if not has_display() and not os.environ.get("QT_QPA_PLATFORM"):
        raise refuse("cli.no_display")
    return bootstrap.open_window(target, options.lang, clock(options))


def demo(options: Options) -> int:
    """Runs the whole chain on the shipped sample, in the window where there is a display.

    A demonstration that lies there whole is shown again, unless a fresh one is asked for.
    """
    if options.scoring:
        return _scoring_sample(options)
    began = time.monotonic()
    kept = None if options.fresh else bootstrap.whole_demo(options.out)

    def account(view: dict[str, Any]) -> None:
        show(options, view, say("cli.demo", **view))

    if kept is not None:
        aside(options, say("cli.demo_kept", dossier=str(kept.dossier)))
    if not options.headless and has_display():
        return bootstrap.show_demo(bootstrap.LiveDemo(options.out, kept, account), options.lang)
    if kept is not None:
        view = bootstrap.account_of_demo(kept, time.monotonic() - began)
        show(options, view, say("cli.demo_holds", **view))
    else:
        account(_run_demo(options))
    return 0


def _scoring_sample(options: Options) -> int:
    """Makes the sample to score in, and opens it where there is a display."""
    file = str(bootstrap.scoring_sample(options.out, fresh=options.fresh))
    show(options, {"dossier": file}, say("cli.demo_scoring", dossier=file))
    if options.headless or not has_display():
        return 0
    return bootstrap.open_window(file, options.lang, clock(options))


def _run_demo(options: Options) -> dict[str, Any]:
    place, chain = bootstrap.prepare_demo(options.out)
    last = None

    def tell(text: Message) -> None:
        nonlocal last
        if text != last:
            aside(options, text)
        last = text

    return place.view(bootstrap.run_demo(place, chain, tell))


def new(options: Options) -> int:
    """Makes a dossier."""
    dossier = bootstrap.create_dossier(options.dossier, options.call, now=clock(options))
    try:
        with dossier.read() as uow:
            call = uow.call
    finally:
        dossier.store.close()
    view = {"dossier": options.dossier, "call": call.id}
    show(options, view, say("cli.new", dossier=options.dossier, call=call.title))
    return 0


def call(options: Options) -> int:
    """Validates and prints a call file."""
    found = load_call(options.call)
    show(options, views.call_view(found), say("cli.call", call=found.title, deadline=found.deadline))
    return 0


def import_(options: Options) -> int:
    """Reads mail into a dossier."""
    with opened(options) as dossier, collector.seldom_at_work():
        report = import_mail(dossier, options.paths, dry_run=options.dry_run)
    view = views.import_view(report, options.lang) | {"servers": servers_view(report.servers)}
    counts = {name: view[name] for name in ("messages", "revisions", "duplicates", "other")}
    lengths = {name: len(view[name]) for name in ("candidacies", "unreadable")}
    show(
        options,
        view,
        say("cli.imported", **counts, **lengths),
        mail_commands.whether_lost(lengths["unreadable"], len(report.warnings)),
        *_account(report, view["entries"], options.lang),
    )
    for candidacy in report.candidacies:
        if candidacy.first.verdict in DOUBTFUL:
            aside(options, _doubt(candidacy))
    mail_commands.warn_of_servers(options, report.servers)
    rehearsed(options)
    return 0


DOUBTFUL = {Verdict.BORDERLINE: "cli.borderline", Verdict.UNKNOWN: "cli.unproven"}
"""The verdicts on an arrival that people must still judge, and what is said of them."""


def _doubt(candidacy: Candidacy) -> Message:
    key = DOUBTFUL[Verdict(candidacy.first.verdict)]
    return say(key, reference=candidacy.reference, organisation=candidacy.organisation)


def _account(report: ImportReport, entries: list[dict[str, str]], language: str) -> list[Line]:
    """The candidacies, and every message that brought none with the reason."""
    lines: list[Line] = [_listed(candidacy, language) for candidacy in report.candidacies]
    for kind in (EntryKind.REVISION, EntryKind.DUPLICATE, EntryKind.OTHER, EntryKind.UNREADABLE):
        of_kind = (entry for entry in entries if entry["kind"] == kind)
        key = f"cli.entry_{kind.value}"
        lines += [say(key, source=entry["source"], reason=entry["reason"]) for entry in of_kind]
    return lines + [mail_commands.warning(source, note, language) for source, note in report.warnings]


def _listed(candidacy: Candidacy, language: str) -> str:
    verdict = Verdict(candidacy.first.verdict)
    told = "" if verdict is Verdict.IN_TIME else f" ({views.verdict_word(verdict, language)})"
    return f"{candidacy.reference}  {candidacy.organisation}{told}"


def candidacies(options: Options) -> int:
    """Lists the candidacies."""
    with opened(options) as dossier:
        rows = list_candidacies(dossier)
    lines: list[Line] = [_listed(row.candidacy, options.lang) for row in rows]
    show(options, [views.row_view(row) for row in rows], *(lines or [say("cli.no_candidacies")]))
    return 0


COMMANDS: dict[str, Callable[[Options], int]] = {
    "window": window,
    "demo": demo,
    "new": new,
    "call": call,
    "import": import_,
    **mail_commands.COMMANDS,
    "candidacies": candidacies,
    "jurors": jury_commands.jurors,
    "scores": jury_commands.scores,
    "packet": packet_commands.packet,
    "sheets": sheets,
    "plan": jury_commands.plan,
    "plan-instance": jury_commands.plan_instance,
    "plan-export": plan_export,
    "rank": jury_commands.rank,
    "advice": advise,
    "pictures": draw_pictures,
    "portfolio": jury_commands.portfolio,
    **record_commands.COMMANDS,
    **session_command.COMMANDS,
    "letters": jury_commands.letters,
    "texts": texts_command.texts,
    "rebuttals": rebuttals_command.rebuttals,
    "term": term_command.term,
    "verify": verify,
    "audit": audit,
    **privacy_commands.COMMANDS,
    "export": audit,
    **backup_commands.COMMANDS,
    "server": server,
    **protect_commands.COMMANDS,
}
"""What every command does."""
