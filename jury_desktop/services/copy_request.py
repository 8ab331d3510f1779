"""The mail that asks a sender for a message we can read, in place of one that nobody could: a draft to send.

The program itself sends nothing. The journal keeps what was asked and until when, so that it shows with the
message.
"""

from __future__ import annotations

import json
from collections.abc import Mapping
from datetime import date
from pathlib import Path

from jury_desktop.domain.call import BRUSSELS, Call
from jury_desktop.domain.errors import refuse
from jury_desktop.domain.mail import UnreadableMail
from jury_desktop.domain.messages import Message, Phrase, say
from jury_desktop.domain.rights import Right
from jury_desktop.services.admission import needs
from jury_desktop.services.ports import Dossier, UnitOfWork
from jury_desktop.services.record import as_json
from jury_desktop.services.request_mail import LANGUAGE, Request, day_to_answer, write_draft
from jury_desktop.wording import day, render

ASKED, TAKEN_BACK = "mail.copy_requested", "mail.copy_request_taken_back"
_SEALED = frozenset({"intake.sealed"})
"""Why a message was not read that its sender can send without a lock on it."""


@needs(Right.KEEP_INTAKE)
def draft_copy_request(dossier: Dossier, sha256: str) -> Request:
    """The mail that asks the sender of an unreadable message for one that can be read.

    It answers the message, so that what comes back is found with the candidacy that it may have brought.

    :raises JuryError: the message could be read, or does not say who sent it.
    """
    with dossier.read() as uow:
        mail, call = uow.mails.get(sha256).mail, uow.call
    if not isinstance(mail, UnreadableMail):
        raise refuse("import.copy_not_needed")
    if not mail.sender.email.strip():
        raise refuse("import.copy_of_nobody")
    answer_by = day_to_answer(call, dossier.now().astimezone(BRUSSELS).date())
    subject = render(say("import.copy_subject"), LANGUAGE)
    return Request(mail.sender.email, subject, _text(call, mail, answer_by), (), answer_by, mail.message_id)


@needs(Right.KEEP_INTAKE)
def keep_copy_request(dossier: Dossier, sha256: str, request: Request, place: Path | None = None) -> None:
    """Notes that the sender is asked, after writing the mail to ``place`` as a draft to open and send.

    :raises JuryError: when it cannot be written there; then nothing is noted.
    """
    if place is not None:
        write_draft(place, request)
    _note(dossier, ASKED, sha256, request)


@needs(Right.KEEP_INTAKE)
def take_back_copy_request(dossier: Dossier, sha256: str, request: Request) -> None:
    """Notes that the mail was not sent after all."""
    _note(dossier, TAKEN_BACK, sha256, request)


def copies_asked(uow: UnitOfWork) -> Mapping[str, date]:
    """The messages (by SHA-256) for which a copy was asked, with the day by which to answer."""
    asked: dict[str, date] = {}
    events = sorted((*uow.journal.of(ASKED), *uow.journal.of(TAKEN_BACK)), key=lambda event: event.sequence)
    for event in events:
        told = json.loads(event.new)
        if event.action == ASKED:
            asked[told["message"]] = date.fromisoformat(told["answer_by"])
        else:
            asked.pop(told["message"], None)
    return asked


def _note(dossier: Dossier, action: str, sha256: str, request: Request) -> None:
    told = {
        "message": sha256,
        "sent_to": request.to,
        "answer_by": request.answer_by,
        "subject": request.subject,
        "text": request.text,
    }
    with dossier.change() as uow:
        uow.journal.append(action, "mail", uow.mails.get(sha256).mail.source, new=as_json(told))


def _text(call: Call, mail: UnreadableMail, answer_by: date) -> str:
    sealed = mail.reason.key in _SEALED
    return render(
        say(
            "import.copy_text",
            name=mail.sender.name.strip() or Phrase("import.copy_nobody"),
            opening=render(_opening(mail), LANGUAGE),
            question=render(
                say(
                    "import.copy_sealed" if sealed else "import.copy_damaged",
                    answer_by=day(answer_by, LANGUAGE, "EEEE d MMMM y"),
                ),
                LANGUAGE,
            ),
            sender=call.contact.name,
            role=call.contact.role,
            email=call.contact.email,
            phone=call.contact.phone,
        ),
        LANGUAGE,
    )


def _opening(mail: UnreadableMail) -> Message:
    """Which message it is about: when it arrived and what it was called, as far as that is known."""
    about = f" “{mail.subject}”" if mail.subject else ""
    if mail.arrival.at is None:
        return say("import.copy_of", about=about)
    return say("import.copy_received", about=about, moment=mail.arrival.at)
