"""The journal for people: scores stay sealed, and a break in the chain is found."""

from __future__ import annotations

import sqlite3
from contextlib import closing

import pytest

from jury_desktop.domain.call import Round
from jury_desktop.domain.journal import Event
from jury_desktop.domain.messages import say
from jury_desktop.domain.sheet import Answer, items_of
from jury_desktop.services.journal import Verification, concerns, journal, verify
from jury_desktop.services.ports import Dossier
from jury_desktop.services.rounds import close_round
from jury_desktop.services.scoring import save_answers
from jury_desktop.wording import render
from tests.builders import NOW, a_call, a_candidacy, a_juror, a_mail, a_version, placed
from tests.services.mailing import a_dossier, a_dossier_file

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


def test_a_whole_dossier_is_whole(tmp_path):
    assert verify(with_a_score(a_dossier_file(tmp_path))) == Verification(2, ())


def test_an_event_that_was_changed_in_the_file_is_found(tmp_path):
    dossier = with_a_score(a_dossier_file(tmp_path))
    with sqlite3.connect(tmp_path / "lier.jury") as connection:
        guards = connection.execute("SELECT name FROM sqlite_master WHERE type = 'trigger'").fetchall()
        for (guard,) in guards:
            connection.execute(f'DROP TRIGGER "{guard}"')
        connection.execute("UPDATE journal SET new = replace(new, 'Anker', 'Zinker') WHERE sequence = 1")
    connection.close()

    found = verify(dossier)

    assert not found.ok
    assert (say("journal.event", number=1), say("journal.changed", sequence=1)) in found.problems


def test_what_the_database_finds_is_told_in_the_language_of_the_reader(tmp_path):
    dossier = with_a_score(a_dossier_file(tmp_path))
    with closing(sqlite3.connect(tmp_path / "lier.jury")) as connection, connection:
        connection.execute("DELETE FROM journal_end")

    (problem,) = verify(dossier).problems

    assert [render(what) for what in problem] == [
        "databank",
        "Het logboek eindigt bij gebeurtenis 2, maar het laatst vastgelegd is gebeurtenis 0: "
        "het einde is weggenomen of gewijzigd.",
    ]
    assert render(problem[1], "en").startswith("The journal ends at event 2")
