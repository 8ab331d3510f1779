"""``rebuttals``: every term, what came in on it, and the mail that may be a weerwoord. Changes nothing."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from jury_desktop.cli.opening import opened
from jury_desktop.cli.printing import Line, Options, show
from jury_desktop.cli.views import day, moment
from jury_desktop.domain.messages import say
from jury_desktop.domain.rebuttal import Rebuttal, answer_by
from jury_desktop.services.rebuttal_mail import Reply, replies
from jury_desktop.services.rebuttals import TermRow, terms


def rebuttals(options: Options) -> int:
    """Lists every term with its rebuttals, and the messages that wait to be registered or set aside."""
    with opened(options) as dossier:
        rows, waiting = terms(dossier), replies(dossier)
    names = {row.candidacy.id: row.candidacy.reference for row in rows}
    view = {"terms": [_term(row) for row in rows], "mail": [_reply(reply, names) for reply in waiting]}
    lines: list[Line] = [line for row in rows for line in _lines(row)]
    lines += [_waits(reply, names) for reply in waiting]
    show(options, view, *lines)
    return 0


def _term(row: TermRow) -> dict[str, Any]:
    return {
        "reference": row.candidacy.reference,
        "organisation": row.candidacy.organisation,
        "letter": row.letter.type,
        "end": day(row.term.end),
        "last_moment": moment(row.term.last_moment),
        "days_left": row.days_left,
        "passes_call": row.passes_call,
        "rebuttals": [_rebuttal(row, each) for each in row.rebuttals],
    }


def _rebuttal(row: TermRow, rebuttal: Rebuttal) -> dict[str, Any]:
    return {
        "received_at": moment(rebuttal.received_at),
        "channel": rebuttal.channel,
        "in_time": rebuttal.in_time(row.term),
        "submitted_by": rebuttal.submitted_by,
        "entitled": rebuttal.entitled.value,
        "answer_by": day(answer_by(rebuttal, row.term)),
        "outcome": rebuttal.outcome.value,
        "points": [
            {
                "text": point.text,
                "item": point.item,
                "remedy": point.remedy.value,
                "ruling": point.ruling.value,
                "answer": point.answer,
            }
            for point in rebuttal.points
        ],
    }


def _reply(reply: Reply, names: Mapping[str, str]) -> dict[str, Any]:
    signs = {names[key]: sorted(found) for key, found in reply.match.signs if key in names}
    return {
        "source": reply.mail.source,
        "sender": reply.mail.sender.email,
        "subject": reply.mail.subject,
        "received_at": moment(reply.moment) if reply.proven else None,
        "reference": names.get(reply.match.sure or ""),
        "signs": signs,
    }


def _lines(row: TermRow) -> list[Line]:
    head = say("cli.term_of", reference=row.candidacy.reference, end=row.term.last_moment)
    return [head, *(_line(row, each) for each in row.rebuttals)]


def _line(row: TermRow, rebuttal: Rebuttal) -> Line:
    key = "cli.rebuttal_in_time" if rebuttal.in_time(row.term) else "cli.rebuttal_late"
    reference, due = row.candidacy.reference, answer_by(rebuttal, row.term)
    return say(key, reference=reference, moment=rebuttal.received_at, due=due)


def _waits(reply: Reply, names: Mapping[str, str]) -> Line:
    subject, sender = reply.mail.subject, reply.mail.sender.email
    reference = names.get(reply.match.sure or "", "?")
    return say("cli.reply_waits", reference=reference, sender=sender, subject=subject)
