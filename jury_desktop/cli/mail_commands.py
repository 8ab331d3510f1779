"""The commands about the mail itself: its account, whose servers count, arrivals, places, the way back."""

from __future__ import annotations

from jury_desktop import wording
from jury_desktop.cli import mail_views
from jury_desktop.cli.opening import opened
from jury_desktop.cli.printing import Line, Options, aside, show
from jury_desktop.domain.entry import EntryKind
from jury_desktop.domain.errors import refuse
from jury_desktop.domain.mail import UnreadableMail, warnings
from jury_desktop.domain.messages import Message, say
from jury_desktop.services.candidacies import list_candidacies
from jury_desktop.services.copy_request import draft_copy_request, keep_copy_request
from jury_desktop.services.places import change_place, places
from jury_desktop.services.ports import Dossier
from jury_desktop.services.proof import MailServers, confirm_servers, mail_servers, state_arrival
from jury_desktop.services.review import ReviewRow, review
from jury_desktop.services.take_back import last_import, take_back_import
from jury_desktop.services.unreadable import export_unreadable

_NAMED = 5
"""Servers that a sentence names; the others are in the JSON."""
_SHORTEST = 6
"""Characters of a SHA-256 that may stand for the whole."""


def mail(options: Options) -> int:
    """The account of all mail, with every message that was kept."""
    with opened(options) as dossier:
        found, last = review(dossier), last_import(dossier)
    view = mail_views.account_view(found, last, options.lang)
    names = ("messages", "candidacies", "revisions", "duplicates", "other", "unreadable")
    summary = say("cli.imported", **{name: view[name] for name in names})
    rows = (_listed(row, options.lang) for row in found.rows)
    mails = (row.placed.mail for row in found.rows)
    noted = [warning(mail.source, note, options.lang) for mail in mails for note in warnings(mail)]
    show(options, view, summary, whether_lost(view["unreadable"], len(noted)), *rows, *noted)
    warn_of_servers(options, found.servers)
    return 0


def warning(source: str, note: Message, language: str) -> Message:
    """That something of a message may be missing."""
    return say("cli.warning", source=source, note=wording.render(note, language))


def whether_lost(unreadable: int, warned: int) -> Message:
    """The end of an account: of what was not read, or not whole, nobody may say that nothing is lost."""
    if unreadable:
        return say("cli.not_read", count=unreadable)
    return say("cli.may_lack", count=warned) if warned else say("cli.nothing_lost")


def _listed(row: ReviewRow, language: str) -> Line:
    kind, source = row.placed.kind, row.placed.mail.source
    if kind is EntryKind.CANDIDACY and row.home is not None:
        return f"{row.home.reference}  {row.home.organisation} ({source})"
    return say(
        f"cli.entry_{kind.value}", source=source, reason=wording.render(row.placed.entry.reason, language)
    )


def servers(options: Options) -> int:
    """Shows whose mail servers prove an arrival, or confirms them: those named, or those that count now."""
    with opened(options) as dossier:
        if options.action == "show":
            found = mail_servers(dossier)
            show(options, mail_views.servers_view(found), _told(found))
            return 0
        change = confirm_servers(dossier, options.hosts or mail_servers(dossier).servers)
        found = mail_servers(dossier)
    view = mail_views.servers_view(found) | {"changed": mail_views.judged_again_view(change)}
    show(options, view, _told(found), say("cli.judged_again", count=len(view["changed"])))
    return 0


def warn_of_servers(options: Options, found: MailServers) -> None:
    """Says on the side that arrivals rest on servers that nobody has confirmed."""
    if found.to_confirm:
        aside(options, _told(found))


def _told(found: MailServers) -> Message:
    named = found.servers[:_NAMED] + (("…",) if len(found.servers) > _NAMED else ())
    if not named:
        return say("cli.servers_none")
    return say(f"cli.servers_{found.trust.value}", servers=named, count=len(found.servers))


def arrival(options: Options) -> int:
    """Establishes when a message arrived, with the ground for it."""
    with opened(options) as dossier:
        change = state_arrival(dossier, _message(dossier, options.message), options.at, options.reason)
    (placed,) = change.after
    view = mail_views.judged_view(placed)
    verdict = wording.render(say(f"actions.value_{placed.entry.verdict.value}"), options.lang)
    show(options, view, say("cli.arrival", source=placed.mail.source, moment=options.at, verdict=verdict))
    return 0


def place(options: Options) -> int:
    """Says what a message is, and to which candidacy it belongs."""
    with opened(options) as dossier:
        homes = {row.candidacy.reference: row.candidacy.id for row in list_candidacies(dossier)}
        if options.candidacy and options.candidacy not in homes:
            raise refuse("cli.no_such_candidacy", reference=options.candidacy)
        sha256, home = _message(dossier, options.message), homes.get(options.candidacy)
        change_place(dossier, sha256, EntryKind(options.kind), home, options.reason)
        row = next(row for row in review(dossier).rows if row.placed.mail.sha256 == sha256)
    show(options, mail_views.message_view(row, options.lang), _listed(row, options.lang))
    return 0


def take_back(options: Options) -> int:
    """Takes the last import out of the dossier again."""
    with opened(options) as dossier:
        last = take_back_import(dossier, options.reason)
    show(options, mail_views.last_import_view(last), say("cli.taken_back", names=last.names, count=last.read))
    return 0


def unreadable(options: Options) -> int:
    """Lists the messages that nobody could read, and writes them into a folder where one is given."""
    with opened(options) as dossier:
        rows = [row for row in review(dossier).rows if isinstance(row.placed.mail, UnreadableMail)]
        written = export_unreadable(dossier, options.out, options.lang) if options.out is not None else 0
    messages = [mail_views.unreadable_view(row, options.lang) for row in rows]
    view = {"out": options.out and str(options.out), "written": written, "messages": messages}
    lines: list[Line] = [
        say("cli.entry_unreadable", source=found["source"], reason=_who(found) + found["unreadable"])
        for found in messages
    ]
    if options.out is not None:
        lines.append(say("cli.unreadable_written", count=written, out=str(options.out)))
    show(options, view, *(lines or [say("import.nothing_unreadable")]))
    return 0


def ask_copy(options: Options) -> int:
    """Drafts the mail that asks for a message that can be read, and notes that it was asked."""
    with opened(options) as dossier:
        sha256 = _message(dossier, options.message)
        request = draft_copy_request(dossier, sha256)
        keep_copy_request(dossier, sha256, request, options.out)
    view = {
        "sha256": sha256,
        "to": request.to,
        "subject": request.subject,
        "answer_by": request.answer_by.isoformat(),
        "file": str(options.out),
    }
    said = say("cli.copy_asked", file=str(options.out), sender=request.to, answer_by=request.answer_by)
    show(options, view, said)
    return 0


def _who(found: dict[str, str]) -> str:
    """Sender and subject of a message, as far as they are known."""
    known = " – ".join(found[name] for name in ("sender", "subject") if found[name])
    return f"{known}: " if known else ""


def _message(dossier: Dossier, named: str) -> str:
    """The SHA-256 of the message meant: by its own, the beginning of it, its place in the export, or the
    reference of the candidacy it brought."""
    brought = {row.candidacy.reference: row.candidacy.first.mail for row in list_candidacies(dossier)}
    if named in brought:
        return brought[named]
    mails = [placed.mail for placed in places(dossier)]
    start = named.lower() if len(named) >= _SHORTEST else "-"
    found = [mail.sha256 for mail in mails if mail.sha256.startswith(start) or mail.source == named]
    if len(found) != 1:
        raise refuse("cli.no_such_message", message=named, count=len(found))
    return found[0]


COMMANDS = {
    "mail": mail,
    "servers": servers,
    "arrival": arrival,
    "place": place,
    "take-back": take_back,
    "unreadable": unreadable,
    "ask-copy": ask_copy,
}
"""What every command about the mail does."""
