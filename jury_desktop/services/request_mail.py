"""The mail that asks a candidate for what lacks: a draft for a mail program, noted as asked."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import date, timedelta
from pathlib import Path

from jury_desktop.domain.call import BRUSSELS, Call
from jury_desktop.domain.candidacy import Candidacy, ItemCheck, ItemState
from jury_desktop.domain.closing_days import closing_days
from jury_desktop.domain.completeness import Checked, items_of, open_items
from jury_desktop.domain.disk import cause
from jury_desktop.domain.errors import refuse
from jury_desktop.domain.messages import say
from jury_desktop.domain.rights import Right
from jury_desktop.services.admission import needs
from jury_desktop.services.mail_draft import mail_draft, one_line
from jury_desktop.services.ports import Dossier, UnitOfWork
from jury_desktop.services.record import record_change
from jury_desktop.wording import day, render

LANGUAGE = "nl"
"""Candidates are written to in the language of the letters."""


@dataclass(frozen=True, slots=True)
class Request:
    """A mail that asks a candidate for what lacks; the regisseur may change subject and text.

    :param items: keys of the items it asks for.
    :param answers: the Message-ID it answers (as the domain keeps it, without angle brackets), so that what
        comes back is found with the candidacy; or "".
    """

    to: str
    subject: str
    text: str
    items: tuple[str, ...]
    answer_by: date
    answers: str = ""


@needs(Right.KEEP_INTAKE)
def draft_request(dossier: Dossier, candidacy: str) -> Request:
    """The mail that asks for everything that lacks, with the day by which to answer.

    :raises JuryError: when nothing lacks, or there is no address to write to.
    """
    with dossier.read() as uow:
        found = uow.candidacies.get(candidacy)
        lacking = open_items(uow.call, found)
        if not lacking:
            raise refuse("completeness.nothing_lacks", reference=found.reference)
        if not found.email.strip():
            raise refuse("completeness.no_address", reference=found.reference)
        answer_by = day_to_answer(uow.call, dossier.now().astimezone(BRUSSELS).date())
        return Request(
            found.email,
            _subject(uow.call, found),
            _text(uow.call, found, lacking, answer_by),
            tuple(line.item.key for line in lacking),
            answer_by,
            _message_id(uow, found),
        )


def day_to_answer(call: Call, today: date) -> date:
    """The days of the call from today on; where that day is closed, the first open day after it."""
    is_closed = closing_days(call.rebuttal.extra_closing_days)
    answer_by = today + timedelta(days=call.completeness.answer_days)
    while is_closed(answer_by):
        answer_by += timedelta(days=1)
    return answer_by


@needs(Right.KEEP_INTAKE)
def keep_request(dossier: Dossier, candidacy: str, request: Request, place: Path | None = None) -> Candidacy:
    """Notes that the candidate is asked, after writing the mail to ``place`` as a draft to open and send.

    :raises JuryError: when it cannot be written there; then nothing is noted.
    """
    if place is not None:
        write_draft(place, request)
    with dossier.change() as uow:
        old = uow.candidacies.get(candidacy)
        others = tuple(check for check in old.checks if check.item not in request.items)
        new = replace(old, checks=(*others, *(_asked(old, key, request.answer_by) for key in request.items)))
        uow.candidacies.save(new)
        record_change(uow, "candidacy.requested", ("candidacy", old.reference), None, _told(uow, request))
        return new


def as_draft(request: Request) -> bytes:
    """The mail as a file that opens as a draft in Outlook and in most other mail programs."""
    answered = f"<{one_line(request.answers).strip('<>')}>" if request.answers else ""
    headers = {"In-Reply-To": answered, "References": answered} if answered else {}
    return mail_draft(request.to, request.subject, request.text, headers)


def _asked(old: Candidacy, item: str, answer_by: date) -> ItemCheck:
    before = next((check for check in old.checks if check.item == item), None)
    return ItemCheck(item, ItemState.TO_REQUEST, before.reason if before else "", answer_by)


def _told(uow: UnitOfWork, request: Request) -> dict[str, object]:
    titles = {item.key: item.title for item in items_of(uow.call)}
    return {
        "sent_to": request.to,
        "answer_by": request.answer_by,
        "items": [titles.get(key, key) for key in request.items],
        "subject": request.subject,
        "text": request.text,
    }


def _subject(call: Call, candidacy: Candidacy) -> str:
    title = call.letter_title or call.title
    return render(say("completeness.subject", call=title, reference=candidacy.reference), LANGUAGE)


def _text(call: Call, candidacy: Candidacy, lacking: Iterable[Checked], answer_by: date) -> str:
    return render(
        say(
            "completeness.text",
            name=candidacy.contact.strip() or candidacy.organisation,
            organisation=candidacy.organisation,
            call=call.letter_title or call.title,
            items="\n".join(f"- {_line(line)}" for line in lacking),
            answer_by=day(answer_by, LANGUAGE, "EEEE d MMMM y"),
            sender=call.contact.name,
            role=call.contact.role,
            email=call.contact.email,
            phone=call.contact.phone,
        ),
        LANGUAGE,
    )


def _line(line: Checked) -> str:
    """The title; of a file that cannot be opened also which, for the candidate thinks it was sent."""
    if line.reason.key != "completeness.closed_file":
        return line.item.title
    name = str(line.reason.values["name"])
    return render(say("completeness.send_again", title=line.item.title, name=name), LANGUAGE)


def _message_id(uow: UnitOfWork, candidacy: Candidacy) -> str:
    brought = candidacy.current.mail
    placed = next((found for found in uow.mails.of(candidacy.id) if found.mail.sha256 == brought), None)
    return placed.mail.message_id if placed is not None else ""


def write_draft(place: Path, request: Request) -> None:
    """Writes the mail as a draft.

    :raises JuryError: it cannot be written there.
    """
    try:
        place.write_bytes(as_draft(request))
    except OSError as error:
        raise refuse("import.cannot_write", path=str(place), detail=cause(error)) from error
