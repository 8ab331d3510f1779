"""The review of an import: what asks for care first, each message with what it belongs to."""

from __future__ import annotations

import json
from dataclasses import replace
from datetime import timedelta

import pytest

from jury_desktop.domain.arrival import Verdict
from jury_desktop.domain.entry import Confidence, EntryKind
from jury_desktop.domain.mail import Address, Arrival, Mail
from jury_desktop.services.account import Account
from jury_desktop.services.bring import bring
from jury_desktop.services.review import care, review
from tests.builders import ARRIVED, a_call, a_mail, an_unreadable_mail, placed
from tests.services.mailing import a_dossier


def numbered(number: int) -> Mail:
    at = ARRIVED - timedelta(hours=number)
    return a_mail(str(number).encode(), source=f"export · {number}", arrival=Arrival(at, None, ()))


def test_doubt_comes_first_then_what_is_likely_each_by_arrival():
    opening, copy, question, odd = (numbered(n) for n in range(1, 5))
    broken = an_unreadable_mail()
    dossier = a_dossier()
    with dossier.change() as uow:
        for mail in (opening, copy, question, odd):
            uow.blobs.put(mail.source.rpartition(" ")[2].encode())
        home = opening.sha256
        uow.mails.add(placed(opening))
        uow.mails.add(placed(copy, EntryKind.DUPLICATE, candidacy=home, original=home))
        uow.mails.add(placed(question, EntryKind.OTHER, confidence=Confidence.LIKELY))
        uow.mails.add(placed(odd, EntryKind.OTHER, confidence=Confidence.DOUBTFUL))
        uow.mails.add(placed(broken, EntryKind.UNREADABLE))
        bring(uow, opening, placed(opening).entry)

    found = review(dossier)

    assert [
        (row.placed.mail.source, row.home.reference if row.home else "", row.original) for row in found.rows
    ] == [
        ("export · 4", "", ""),
        (broken.source, "", ""),
        ("export · 3", "", ""),
        ("export · 2", "K-01", "export · 1"),
        ("export · 1", "K-01", ""),
    ]
    assert [candidacy.reference for candidacy in found.candidacies] == ["K-01"]
    assert found.account == Account(read=5, candidacies=1, duplicates=1, other=2, unreadable=1, unconfirmed=5)
    assert found.call == a_call()


def test_the_likely_candidacy_is_that_of_the_sender_or_of_the_subject():
    opening, colleague, stranger = (
        numbered(1),
        numbered(2),
        replace(
            numbered(3), sender=Address("", "bo@elders.example"), subject="RE: Kandidatuur van Ankerpunt"
        ),
    )
    opening = replace(opening, subject="Kandidatuur van Ankerpunt")
    dossier = a_dossier()
    with dossier.change() as uow:
        for number, mail in enumerate((opening, colleague, stranger), start=1):
            uow.blobs.put(str(number).encode())
            uow.mails.add(placed(mail, EntryKind.CANDIDACY if number == 1 else EntryKind.OTHER))
        bring(uow, opening, placed(opening).entry)
        uow.journal.append("mail.imported", "mail", "export", new='{"counts": {"other": 3}}')

    likely = {row.placed.mail.source: row.likely and row.likely.reference for row in review(dossier).rows}

    assert likely == {"export · 1": None, "export · 2": "K-01", "export · 3": "K-01"}


def test_a_message_says_where_else_it_was_read():
    opening = numbered(1)
    dossier = a_dossier()
    with dossier.change() as uow:
        uow.blobs.put(b"1")
        uow.mails.add(placed(opening))
        repeated = [["later · 7", opening.sha256, opening.sha256], ["later · 9", "2" * 64, opening.sha256]]
        told = {"counts": {"duplicate": 2}, "duplicates": repeated}
        uow.journal.append("mail.imported", "mail", "later", new=json.dumps(told))

    assert [row.copies for row in review(dossier).rows] == [("later · 7",)]


@pytest.mark.parametrize(
    ("kind", "verdict", "confidence", "wanted"),
    [
        (EntryKind.CANDIDACY, Verdict.IN_TIME, Confidence.CERTAIN, 2),
        (EntryKind.CANDIDACY, Verdict.IN_TIME, Confidence.LIKELY, 1),
        (EntryKind.CANDIDACY, Verdict.LATE, Confidence.CERTAIN, 1),
        (EntryKind.REVISION, Verdict.BORDERLINE, Confidence.CERTAIN, 1),
        (EntryKind.REVISION, Verdict.UNKNOWN, Confidence.DOUBTFUL, 0),
        (EntryKind.OTHER, Verdict.UNKNOWN, Confidence.CERTAIN, 2),
    ],
)
def test_a_message_without_clear_arrival_asks_for_care_only_when_it_brings_something(
    kind, verdict, confidence, wanted
):
    assert care(placed(a_mail(), kind, verdict=verdict, confidence=confidence)) == wanted
