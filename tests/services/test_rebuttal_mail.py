"""Rebuttals by mail: read by the same reader, matched to their candidate, never a change of a candidacy."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace
from datetime import datetime, timedelta
from email.utils import format_datetime
from pathlib import Path

import pytest

from jury_desktop.domain.entry import EntryKind
from jury_desktop.domain.errors import JuryError
from jury_desktop.domain.messages import say
from jury_desktop.domain.outgoing import LetterState
from jury_desktop.domain.rebuttal import Point
from jury_desktop.domain.rebuttal_match import Sign
from jury_desktop.services.import_mail import import_mail
from jury_desktop.services.overview import overview
from jury_desktop.services.ports import Dossier
from jury_desktop.services.rebuttal_mail import (
    Reply,
    answered_letter,
    dismiss_mail,
    recall_mail,
    replies,
)
from jury_desktop.services.rebuttal_register import Arrived, register_rebuttal
from jury_desktop.services.take_back import take_back_import
from tests.builders import a_call, a_letter
from tests.mailbox.builders import FORM, mbox, on, raw_mail, written
from tests.services.scenario import a_dossier

pytestmark = pytest.mark.xdist_group("mailbox")

BRUG, KOMPAS = "Liesbet Aerts <info@debrug.example>", "Omar Said <info@kompas.example>"
OTHER_FORM = FORM.replace("De Brug vzw", "Kompas vzw").replace("info@debrug", "info@kompas")
TOLD = on(7, "10:00", 7)
CAME = on(20, "09:48", 7)
PDF = ("weerwoord.pdf", "application/pdf", b"%PDF-1.7 onze argumenten")


def with_two_refused(folder: Path) -> Dossier:
    """K-01 De Brug and K-02 Kompas handed in by mail on 1 June and were told on 7 July."""
    dossier = a_dossier(now=CAME + timedelta(days=1))
    first = raw_mail(FORM, at=on(1, "10:00"), sender=BRUG)
    second = raw_mail(
        OTHER_FORM,
        at=on(1, "11:00"),
        sender=KOMPAS,
        message_id="<2@kompas.example>",
        subject="Kandidatuur Kompas",
    )
    found = import_mail(dossier, [written(folder, "postvak.mbox", mbox([first, second]))])
    assert [c.reference for c in found.candidacies] == ["K-01", "K-02"]
    with dossier.change() as uow:
        for candidacy in uow.candidacies.find():
            sent = a_letter(candidacy, type="not_selected", state=LetterState.SENT, channel="email")
            uow.letters.save(replace(sent, pdf=uow.blobs.put(b"%PDF"), sent_at=TOLD))
        uow.journal.append("letter.sent", "candidacy", "K-01")
    return dossier


@pytest.fixture
def dossier(tmp_path: Path) -> Dossier:
    return with_two_refused(tmp_path)


@pytest.fixture
def read(dossier: Dossier, tmp_path: Path):
    def reads(*mails: bytes) -> tuple[Reply, ...]:
        import_mail(dossier, [written(tmp_path, f"na{len(mails)}.mbox", mbox(mails))])
        return replies(dossier)

    return reads


def answer(
    text: str = "Wij gaan niet akkoord met de score.",
    sender: str = BRUG,
    at: datetime | None = CAME,
    message_id: str = "<w@debrug.example>",
    **more: object,
) -> bytes:
    return raw_mail(
        text,
        sender=sender,
        at=at,
        message_id=message_id,
        subject="Weerwoord",
        **more,  # type: ignore[arg-type]
    )


def matched(dossier: Dossier, found: Iterable[Reply]) -> list[str | None]:
    with dossier.read() as uow:
        names = {c.id: c.reference for c in uow.candidacies.find()}
    return [names.get(reply.match.sure or "") for reply in found]


def versions(dossier: Dossier) -> list[tuple[str, int]]:
    with dossier.read() as uow:
        return [(c.reference, len(c.versions)) for c in uow.candidacies.find()]


def test_a_reply_is_matched_by_address_thread_and_reference(dossier: Dossier, read) -> None:
    found = read(
        answer(In_Reply_To="<1@debrug.example>"),
        answer("Over K-02.", KOMPAS, CAME + timedelta(hours=1), "<w2@kompas.example>"),
    )
    assert matched(dossier, found) == ["K-01", "K-02"]
    assert [found[0].moment, found[0].proven] == [CAME, True]
    assert found[0].match.of(found[0].match.sure or "") == {Sign.ADDRESS, Sign.THREAD}


def test_a_colleague_who_answers_our_own_letter_is_matched(dossier: Dossier, read) -> None:
    letter = raw_mail(
        "Hierbij onze brief.",
        at=TOLD,
        sender=f"Oproep <{a_call().submission_email}>",
        message_id="<brief@mechelen.example>",
    ).replace(b"To: kandidaturen@mechelen.example", b"To: info@debrug.example")
    reply = answer(sender="Jan <jan@debrug.example>", In_Reply_To="<brief@mechelen.example>")
    assert matched(dossier, read(letter, reply)) == ["K-01"]


@pytest.mark.parametrize(
    ("mail", "candidates"),
    [
        (answer(sender="Boef <boef@elders.example>", In_Reply_To="<1@debrug.example>"), 1),
        (answer(sender="Jan <jan@debrug.example>"), 1),
        (answer("Wij vinden dat K-02 te veel kreeg."), 2),
        (answer(sender=KOMPAS, In_Reply_To="<1@debrug.example>"), 2),
        (answer(sender="Boef <boef@elders.example>"), 0),
    ],
    ids=["forged thread", "a colleague", "names another", "thread of another", "nothing"],
)
def test_what_is_not_sure_is_asked_by_hand(dossier: Dossier, read, mail: bytes, candidates: int) -> None:
    (found,) = read(mail)
    assert (found.match.sure, len(found.match.candidates)) == (None, candidates)
    assert "steps.replies" in [step.text.key for step in overview(dossier).steps]


@pytest.mark.parametrize(
    "mail",
    [
        answer(attachments=(PDF,), In_Reply_To="<1@debrug.example>"),
        answer("Hierbij een nieuwe versie van ons formulier.\n" + FORM),
        answer(FORM, In_Reply_To="<1@debrug.example>"),
        answer(FORM, "Jan <jan@debrug.example>"),
    ],
    ids=["an attachment", "a newer form", "the same form again", "a form of a colleague"],
)
def test_what_a_candidate_sends_after_the_decision_never_changes_a_candidacy(
    dossier: Dossier, read, mail: bytes
) -> None:
    before = versions(dossier)
    (found,) = read(mail)
    assert versions(dossier) == before
    assert (found.placed.kind, found.placed.entry.reason) == (
        EntryKind.OTHER,
        say("intake.after_decision"),
    )


def test_who_was_not_told_yet_still_brings_a_version(tmp_path: Path, dossier: Dossier, read) -> None:
    with dossier.change() as uow:
        uow.letters.remove(f"l-{uow.candidacies.find()[0].id}")
        uow.journal.append("test", "candidacy", "K-01")
    read(
        answer(
            "Hierbij een nieuwe versie.\n" + FORM.replace("Aerts", "Aarts"), In_Reply_To="<1@debrug.example>"
        )
    )
    assert versions(dossier) == [("K-01", 2), ("K-02", 1)]


def test_what_came_before_the_decision_or_by_itself_is_no_rebuttal(dossier: Dossier, read) -> None:
    before = answer(at=TOLD - timedelta(days=1))
    absent = answer(message_id="<a@debrug.example>", Auto_Submitted="auto-replied")
    ours = answer(sender=f"Oproep <{a_call().submission_email}>", message_id="<o@mechelen.example>")
    assert read(before, absent, ours) == ()


def test_a_message_without_proof_of_arrival_is_still_offered(dossier: Dossier, read) -> None:
    dated = format_datetime(on(1, "10:00")).encode(), format_datetime(CAME).encode()
    (found,) = read(answer(at=None, message_id="<n@debrug.example>").replace(*dated))
    assert (found.proven, matched(dossier, [found])) == (False, ["K-01"])


def test_an_unreadable_message_is_offered_too(dossier: Dossier, read) -> None:
    locked = answer().replace(
        b"Content-Type: text/plain", b"Content-Type: application/pkcs7-mime; smime-type=enveloped-data"
    )
    found = read(locked)
    assert [(reply.readable, matched(dossier, [reply])) for reply in found] == [(False, ["K-01"])]


def test_a_message_goes_once_it_is_registered_or_set_aside_and_comes_back(dossier: Dossier, read) -> None:
    first, second = read(answer(), answer("Nog iets.", at=CAME + timedelta(hours=1), message_id="<v@x>"))
    letter = f"l-{first.match.sure}"
    register_rebuttal(dossier, letter, Arrived(CAME, "email", mail=first.mail.sha256), (Point("Neen."),))
    dismiss_mail(dossier, second.mail.sha256)
    assert replies(dossier) == ()
    recall_mail(dossier, second.mail.sha256)
    assert replies(dossier) == (second,)
    with dossier.read() as uow:
        assert [event.action for event in uow.journal.all()][-2:] == [
            "rebuttal.mail_dismissed",
            "rebuttal.mail_recalled",
        ]


def test_what_speaks_of_two_candidates_stays_until_both_were_looked_at(dossier: Dossier, read) -> None:
    (found,) = read(answer("Wij vragen ook K-02 opnieuw te bekijken."))
    first, second = found.match.candidates
    came = Arrived(CAME, "email", mail=found.mail.sha256)
    register_rebuttal(dossier, f"l-{first}", came, (Point("Neen."),))
    assert replies(dossier) == (replace(found, registered=frozenset({first})),)
    register_rebuttal(dossier, f"l-{second}", came, (Point("Ook neen."),))
    assert replies(dossier) == ()


def test_what_speaks_of_two_candidates_goes_once_it_is_said_to_be_of_one(dossier: Dossier, read) -> None:
    (found,) = read(answer("Wij vinden dat K-02 te veel kreeg."))
    came = Arrived(CAME, "email", mail=found.mail.sha256)
    register_rebuttal(dossier, f"l-{found.match.candidates[0]}", came, (Point("Neen."),))
    dismiss_mail(dossier, found.mail.sha256)
    assert replies(dossier) == ()


def test_reading_the_same_mail_again_offers_nothing_twice(dossier: Dossier, read) -> None:
    assert len(read(answer())) == len(read(answer())) == 1


def test_a_read_is_taken_back_as_any_import(dossier: Dossier, read) -> None:
    read(answer())
    take_back_import(dossier)
    assert replies(dossier) == ()


def test_an_import_on_which_a_rebuttal_rests_is_not_taken_back(dossier: Dossier, read) -> None:
    (found,) = read(answer())
    arrived = Arrived(CAME, "email", mail=found.mail.sha256)
    register_rebuttal(dossier, f"l-{found.match.sure}", arrived, (Point("Neen."),))
    with pytest.raises(JuryError):
        take_back_import(dossier)
    assert replies(dossier) == ()


def test_of_two_letters_the_one_that_had_left_is_answered(dossier: Dossier) -> None:
    with dossier.read() as uow:
        first = uow.letters.find()[0]
    second = replace(first, id="later", sent_at=CAME + timedelta(days=2))
    key = first.candidacy
    assert answered_letter((first, second), key, CAME) == first
    assert answered_letter((first, second), key, CAME + timedelta(days=3)) == second
    assert answered_letter((second,), key, CAME) == second
    assert answered_letter((first,), "niemand", CAME) is None
