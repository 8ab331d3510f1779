"""The first page tells of unreadable messages nobody looked at, and of decisions against the proof."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta

import pytest

from jury_desktop.domain.candidacy import Admissibility
from jury_desktop.domain.entry import EntryKind
from jury_desktop.domain.errors import JuryError
from jury_desktop.services.copy_request import draft_copy_request, keep_copy_request
from jury_desktop.services.overview import overview
from jury_desktop.services.places import change_place, confirm_places
from jury_desktop.services.ports import Dossier
from jury_desktop.services.take_back import take_back_import
from tests.builders import (
    NOW,
    a_candidacy,
    a_juror,
    a_version,
    an_encrypted_mail,
    an_unreadable_mail,
    placed,
)
from tests.services.mailing import a_dossier
from tests.services.scenario import a_dossier as a_jury_dossier

LOCKED, WRECK = an_encrypted_mail(), an_unreadable_mail()


@pytest.fixture
def dossier() -> Dossier:
    """Two messages that nobody could read; of one the sender is known."""
    made = a_dossier()
    with made.change() as uow:
        for mail in (LOCKED, WRECK):
            uow.mails.add(placed(mail, EntryKind.UNREADABLE))
        told = '{"counts": {"unreadable": 2}, "added": 2}'
        uow.journal.append("mail.imported", "mail", "export.mbox", new=told)
    return made


def told(dossier: Dossier, days: int = 0) -> list[tuple[str, object, str]]:
    """The steps about the mail so many days later."""
    later = replace(dossier, now=lambda: NOW + timedelta(days=days))
    steps = [step for step in overview(later).steps if step.ref == "review"]
    return [(step.text.key, step.text.values["count"], step.page) for step in steps]


def test_what_nobody_looked_at_is_counted(dossier: Dossier) -> None:
    assert told(dossier) == [("steps.unreadable", 2, "candidacies")]

    confirm_places(dossier, [WRECK.sha256])
    assert told(dossier) == [("steps.unreadable", 1, "candidacies")]

    change_place(dossier, LOCKED.sha256, EntryKind.CANDIDACY, None, "Gebeld")
    assert told(dossier) == []


def test_what_was_asked_again_waits_for_its_day(dossier: Dossier) -> None:
    keep_copy_request(dossier, LOCKED.sha256, draft_copy_request(dossier, LOCKED.sha256))

    assert told(dossier, days=1) == [("steps.unreadable", 1, "candidacies")]
    confirm_places(dossier, [LOCKED.sha256, WRECK.sha256])
    assert told(dossier, days=1) == []
    assert told(dossier, days=30) == [("steps.copy_overdue", 1, "candidacies")]


def test_what_left_the_dossier_is_forgotten(dossier: Dossier) -> None:
    """As an older program left it: an import now stays when a copy was asked of what it brought."""
    keep_copy_request(dossier, LOCKED.sha256, draft_copy_request(dossier, LOCKED.sha256))

    with pytest.raises(JuryError) as caught:
        take_back_import(dossier)
    with dossier.change() as uow:
        uow.mails.remove(LOCKED.sha256, WRECK.sha256)
        uow.journal.append("mail.import_taken_back", "mail", "export.mbox", old='{"import": 1}')

    assert caught.value.message.key == "import.import_copy_asked"
    assert told(dossier, days=30) == []


@pytest.mark.parametrize(
    ("decision", "verdict", "reason", "told"),
    [
        (Admissibility.LATE, "in_time", "Te laat.", ["K-01"]),
        (Admissibility.LATE, "unknown", "Te laat.", ["K-01"]),
        (Admissibility.LATE, "late", "Te laat.", []),
        (Admissibility.ADMISSIBLE, "late", "", ["K-01"]),
        (Admissibility.ADMISSIBLE, "late", "De mailserver lag plat.", []),
        (Admissibility.ADMISSIBLE, "in_time", "", []),
        (Admissibility.UNDECIDED, "late", "", []),
    ],
)
def test_a_decision_against_the_proof_is_named_unless_it_was_taken_knowingly(
    decision: Admissibility, verdict: str, reason: str, told: list[str]
) -> None:
    version = a_version(verdict=verdict)
    candidacy = a_candidacy(1, admissibility=decision, admissibility_reason=reason, versions=(version,))

    steps = overview(a_jury_dossier([candidacy], [a_juror()])).steps

    assert [step.ref for step in steps if step.text.key == "steps.against_proof"] == told


def test_places_that_nobody_confirmed_are_counted_apart_from_what_is_unreadable(dossier: Dossier) -> None:
    mails = an_unreadable_mail(b"een"), an_unreadable_mail(b"twee")
    with dossier.change() as uow:
        for mail in mails:
            uow.mails.add(placed(mail, EntryKind.OTHER))
        uow.journal.append("mail.imported", "mail", "meer.mbox", new='{"counts": {"other": 2}, "added": 2}')

    assert told(dossier) == [("steps.unconfirmed", 2, "candidacies"), ("steps.unreadable", 2, "candidacies")]

    confirm_places(dossier, [mail.sha256 for mail in mails])
    assert told(dossier) == [("steps.unreadable", 2, "candidacies")]
