"""The mail that asks for a message we can read: what it says, how it opens, and what is noted of it."""

from __future__ import annotations

from datetime import date, datetime, timedelta
from email import message_from_bytes
from email.policy import default
from pathlib import Path

import pytest

from jury_desktop.domain.call import BRUSSELS
from jury_desktop.domain.entry import EntryKind
from jury_desktop.domain.errors import JuryError
from jury_desktop.domain.mail import UNPROVEN, Address, Mail, UnreadableMail
from jury_desktop.domain.messages import say
from jury_desktop.services.candidacies import candidacy_list
from jury_desktop.services.copy_request import (
    copies_asked,
    draft_copy_request,
    keep_copy_request,
    take_back_copy_request,
)
from jury_desktop.services.import_mail import import_mail
from jury_desktop.services.places import change_place
from jury_desktop.services.ports import Dossier
from jury_desktop.services.review import review
from tests.builders import a_mail, an_encrypted_mail, an_unreadable_mail, placed
from tests.services.mailing import IN_TIME, OWN_SERVER, a_dossier, a_message, an_export, form

LOCKED = an_encrypted_mail(reason=say("intake.sealed"))
ANSWER_BY = date(2023, 6, 12)


def holding(mail: Mail | UnreadableMail) -> Dossier:
    made = a_dossier()
    with made.change() as uow:
        uow.blobs.put(b"1")
        uow.mails.add(placed(mail, EntryKind.UNREADABLE))
        uow.journal.append("mail.imported", "mail", "export.mbox", new='{"counts": {"unreadable": 1}}')
    return made


def asked(dossier: Dossier) -> dict[str, date]:
    with dossier.read() as uow:
        return dict(copies_asked(uow))


def test_it_names_the_message_its_arrival_and_what_was_wrong_with_it() -> None:
    drafted = draft_copy_request(holding(LOCKED), LOCKED.sha256)

    assert (drafted.to, drafted.answers, drafted.answer_by, drafted.items) == (
        "fien@fakkel.example",
        "7@fakkel.example",
        ANSWER_BY,
        (),
    )
    assert drafted.subject == "We kunnen uw bericht niet lezen: stuurt u het ons opnieuw?"
    assert drafted.text.startswith(
        "Beste Fien Vos\n\nOp 1 juni 2023 10:30 ontvingen we uw bericht “Kandidatuur De Fakkel”. "
        "We kunnen het niet lezen: het is versleuteld"
    )
    assert "tegen maandag 12 juni 2023 een gewone kopie, zonder versleuteling of wachtwoord?" in drafted.text


def test_it_says_no_more_than_is_known() -> None:
    wreck = an_unreadable_mail(
        sender=Address("", "fien@fakkel.example"), arrival=UNPROVEN, reason=say("intake.wreck")
    )

    drafted = draft_copy_request(holding(wreck), wreck.sha256)

    assert drafted.text.startswith(
        "Beste mevrouw, mijnheer\n\nWe ontvingen uw bericht. We kunnen het niet lezen: het is beschadigd "
        "aangekomen of niet te openen. Stuurt u het ons tegen maandag 12 juni 2023 opnieuw?"
    )


@pytest.mark.parametrize(
    ("mail", "key"),
    [(an_unreadable_mail(), "import.copy_of_nobody"), (a_mail(b"1"), "import.copy_not_needed")],
    ids=["no sender", "readable"],
)
def test_it_is_refused_where_there_is_nobody_or_nothing_to_ask(mail: Mail | UnreadableMail, key: str) -> None:
    with pytest.raises(JuryError) as caught:
        draft_copy_request(holding(mail), mail.sha256)

    assert caught.value.message == say(key)


def test_the_draft_opens_unsent_and_answers_the_message(tmp_path: Path) -> None:
    dossier, place = holding(LOCKED), tmp_path / "vraag.eml"

    keep_copy_request(dossier, LOCKED.sha256, draft_copy_request(dossier, LOCKED.sha256), place)

    mail = message_from_bytes(place.read_bytes(), policy=default)
    assert [mail[name] for name in ("X-Unsent", "To", "In-Reply-To", "References")] == [
        "1",
        "fien@fakkel.example",
        "<7@fakkel.example>",
        "<7@fakkel.example>",
    ]


def test_what_was_asked_shows_with_the_message_until_it_is_taken_back() -> None:
    dossier = holding(LOCKED)
    request = draft_copy_request(dossier, LOCKED.sha256)

    keep_copy_request(dossier, LOCKED.sha256, request)
    assert [row.asked for row in review(dossier).rows] == [ANSWER_BY]
    assert asked(dossier) == {LOCKED.sha256: ANSWER_BY}

    take_back_copy_request(dossier, LOCKED.sha256, request)
    assert asked(dossier) == {}
    with dossier.read() as uow:
        actions = [(event.action, event.subject) for event in uow.journal.all()[1:]]
    assert actions == [
        ("mail.copy_requested", LOCKED.source),
        ("mail.copy_request_taken_back", LOCKED.source),
    ]


def test_a_draft_that_cannot_be_written_leaves_no_note(tmp_path: Path) -> None:
    dossier = holding(LOCKED)
    request = draft_copy_request(dossier, LOCKED.sha256)

    with pytest.raises(JuryError) as caught:
        keep_copy_request(dossier, LOCKED.sha256, request, tmp_path / "nergens" / "vraag.eml")

    assert caught.value.message.key == "import.cannot_write"
    assert asked(dossier) == {}


SEALED = (
    b"Received: from fakkel.example by "
    + OWN_SERVER.encode()
    + b" with ESMTP; Thu, 1 Jun 2023 10:30:00 +0200\r\n"
    b"From: Fien Vos <fien@fakkel.example>\r\nSubject: Kandidatuur De Fakkel\r\n"
    b"Message-ID: <7@fakkel.example>\r\nMIME-Version: 1.0\r\n"
    b"Content-Type: application/pkcs7-mime; smime-type=enveloped-data; name=smime.p7m\r\n"
    b"Content-Transfer-Encoding: base64\r\n\r\nMIAGCSqGSIb3DQEHA6CAMIACAQAxggFA\r\n"
)


def test_the_answer_to_the_draft_comes_in_as_a_version_of_what_was_placed(tmp_path: Path) -> None:
    """From the export to the answer, which another address sends a day later, all as mail on disk."""
    dossier = a_dossier()
    import_mail(dossier, [an_export(tmp_path, SEALED)])
    (row,) = review(dossier).rows
    key = row.placed.mail.sha256
    change_place(dossier, key, EntryKind.CANDIDACY, None, "Gebeld met Fien")
    keep_copy_request(dossier, key, draft_copy_request(dossier, key), tmp_path / "vraag.eml")
    draft = message_from_bytes((tmp_path / "vraag.eml").read_bytes(), policy=default)
    answer = a_message(
        "Fien thuis <fien.vos@gmail.com>", form("De Fakkel vzw"), arrived=IN_TIME + timedelta(days=1)
    )
    later = tmp_path / "later"
    later.mkdir()
    reply = b"In-Reply-To: " + str(draft["In-Reply-To"]).encode() + b"\n" + answer

    report = import_mail(dossier, [an_export(later, reply)])

    (entry,) = report.intake.entries
    (home,) = (row.candidacy for row in candidacy_list(dossier).rows)
    assert (entry.kind, entry.candidacy) == (EntryKind.REVISION, key)
    assert (home.organisation, home.challenges, home.email) == (
        "De Fakkel vzw",
        (1, 4),
        "info@de.example",
    )
    assert [version.received_at for version in home.versions] == [
        datetime(2023, 6, 1, 10, 30, tzinfo=BRUSSELS),
        IN_TIME + timedelta(days=1),
    ]
    assert home.first.verdict == "in_time"
