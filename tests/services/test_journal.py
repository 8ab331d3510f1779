"""The journal for people: scores stay sealed, and a break in the chain is found."""

from __future__ import annotations

import pytest

from jury_desktop.domain.call import Round
from jury_desktop.domain.journal import Event
from jury_desktop.domain.sheet import Answer, items_of
from jury_desktop.services.journal import concerns, journal
from jury_desktop.services.ports import Dossier
from jury_desktop.services.rounds import close_round
from jury_desktop.services.scoring import save_answers
from tests.builders import NOW, a_call, a_candidacy, a_juror, a_mail, a_version, placed
from tests.services.mailing import a_dossier

FIRST = items_of(a_call().rubric, a_candidacy().challenges, Round.WRITTEN)[0]


def with_a_score(dossier: Dossier) -> Dossier:
    mail = a_mail()
    with dossier.change() as uow:
        uow.blobs.put(b"From: an@ankerpunt.example\r\nSubject: Kandidatuur\r\n\r\nDag allemaal")
        uow.mails.add(placed(mail))
        uow.candidacies.save(a_candidacy(1, versions=(a_version(mail=mail.sha256),)))
        uow.jurors.save(a_juror())
        uow.journal.append("candidacy.received", "candidacy", "K-01", new='{"organisation": "Anker"}')
    save_answers(dossier, "j1", "c1", Round.WRITTEN, {FIRST.key: Answer(4)})
    return dossier


def test_the_newest_event_comes_first_and_what_was_scored_is_sealed():
    lines = journal(with_a_score(a_dossier()))

    assert [(line.event.sequence, line.event.action, line.sealed) for line in lines] == [
        (2, "sheet.saved", True),
        (1, "candidacy.received", False),
    ]
    assert (lines[0].event.old, lines[0].event.new) == ("", "")
    assert lines[1].event.new == '{"organisation": "Anker"}'


def test_why_a_sealed_sheet_was_changed_stays_sealed_too():
    dossier = with_a_score(a_dossier())
    with dossier.change() as uow:
        uow.journal.append(
            "sheet.amended", "sheet", "An – K-01 – written", reason="Een 2 in plaats van een 4"
        )

    newest = journal(dossier)[0]

    assert (newest.sealed, newest.event.reason) == (True, "")


def test_a_closed_round_opens_what_was_scored():
    dossier = with_a_score(a_dossier())
    close_round(dossier, Round.WRITTEN, "Ziekte")

    lines = journal(dossier)

    assert [(line.event.action, line.sealed) for line in lines] == [
        ("round.closed", False),
        ("sheet.saved", False),
        ("candidacy.received", False),
    ]
    assert '"value": 4' in lines[1].event.new


@pytest.mark.parametrize(
    ("kind", "subject", "wanted"),
    [
        ("candidacy", "K-01", True),
        ("candidacy", "K-011", False),
        ("sheet", "An – K-01 – written", True),
        ("sheet", "K-01 – K-02 – written", False),
        ("sheet", "An – Stad Lier – K-01 – written", True),
        ("sheet", "An – K-01 – K-02 – written", False),
        ("conflict", "An Peeters – K-01", True),
        ("round", "K-01", False),
    ],
)
def test_what_an_event_concerns(kind, subject, wanted):
    event = Event(1, NOW, "R", "", "x.y", kind, subject, "", "", "", "", "")

    assert concerns(event, "K-01") is wanted
