"""The check of a dossier says what is wrong, and with what, in words that a regisseur knows."""

from __future__ import annotations

import shutil
import sqlite3
from collections.abc import Callable, Iterator
from contextlib import closing
from pathlib import Path

import pytest

from jury_desktop.domain.call import Round
from jury_desktop.domain.outgoing import LetterState
from jury_desktop.services.ports import Dossier
from jury_desktop.services.soundness import Verification, verify
from jury_desktop.services.soundness_words import Names
from jury_desktop.storage.store import create_store, open_store
from jury_desktop.wording import render
from tests.builders import (
    NOW,
    a_call,
    a_candidacy,
    a_conflict,
    a_decision,
    a_juror,
    a_letter,
    a_mail,
    a_plan,
    a_sheet,
    a_talk,
    placed,
)
from tests.services.mailing import a_dossier

MESSAGE = b"From: an@ankerpunt.example\r\nSubject: Kandidatuur\r\n\r\nDag allemaal"


@pytest.fixture(scope="module")
def template(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A dossier with one of everything that has a name."""
    path = tmp_path_factory.mktemp("soundness") / "lier.jury"
    juror, candidacy = a_juror(1, name="An Peeters"), a_candidacy(1, organisation="Anker vzw")
    sheet = a_sheet(juror, candidacy, Round.PITCH)
    with closing(create_store(path, a_call())) as store, store.change("Regisseur", NOW) as uow:
        uow.blobs.put(MESSAGE)
        uow.mails.add(placed(a_mail(MESSAGE)))
        uow.jurors.save(juror)
        uow.candidacies.save(candidacy)
        uow.conflicts.save(a_conflict(juror, candidacy))
        uow.sheets.save(sheet)
        uow.decisions.save(a_decision(candidacy, sheet))
        uow.letters.save(a_letter(candidacy, state=LetterState.FINAL, pdf=uow.blobs.put(b"%PDF-1.7")))
        uow.plans.save(a_plan((candidacy,), (juror,)))
        uow.talks.save(a_talk(candidacy))
        uow.settings.set("house.name", "Het huis")
        uow.journal.append("test.kept", "test", "alles")
        uow.journal.append("test.kept", "test", "nog iets")
    return path


@pytest.fixture
def tampered(template: Path, tmp_path: Path) -> Iterator[Callable[[str], Dossier]]:
    """The dossier after something else than the program changed it."""
    copy = Path(shutil.copy(template, tmp_path / "lier.jury"))
    opened: list[Dossier] = []

    def tamper(statement: str) -> Dossier:
        with closing(sqlite3.connect(copy)) as file, file:
            file.execute(statement)
        opened.append(a_dossier(open_store(copy)))
        return opened[-1]

    yield tamper
    for dossier in opened:
        dossier.store.close()


def places(found: Verification) -> list[str]:
    return [render(where) for where, _ in found.problems]


def test_a_whole_dossier_is_whole(tampered: Callable[[str], Dossier]) -> None:
    assert verify(tampered("SELECT 1")) == Verification(2, ())


def test_an_event_that_was_changed_is_named_by_its_number(tampered: Callable[[str], Dossier]) -> None:
    found = verify(tampered("UPDATE journal SET reason = 'later bedacht' WHERE sequence = 1"))

    assert [(render(where), render(what)) for where, what in found.problems] == [
        (
            "logboek, gebeurtenis 1",
            "Gebeurtenis 1 is na het vastleggen gewijzigd: de vingerafdruk klopt niet meer.",
        )
    ]


@pytest.mark.parametrize(
    ("statement", "named"),
    [
        (
            "UPDATE sheet_answer SET value = 5 - value WHERE position = 0",
            "beoordeling van An Peeters over K-01 (Anker vzw), pitch",
        ),
        ("UPDATE juror SET email = 'x@y.example'", "jurylid An Peeters"),
        ("UPDATE candidacy SET phone = '1'", "kandidatuur K-01 (Anker vzw)"),
        ("UPDATE candidacy_challenge SET number = 6 - number", "kandidatuur K-01 (Anker vzw)"),
        ("UPDATE conflict SET reason = 'buren'", "belangenconflict van An Peeters bij K-01 (Anker vzw)"),
        (
            "UPDATE motivation_line SET text = 'zomaar' WHERE position = 0",
            "beslissing over K-01 (Anker vzw), eindbeslissing",
        ),
        ("UPDATE letter SET sent_to = 'elders'", "brief aan Anker vzw (K-01), geselecteerd"),
        ("UPDATE plan SET seed = seed + 1", "pitchplanning 1"),
        ("UPDATE talk SET notes = 'anders'", "bespreking van Anker vzw (K-01)"),
        ("UPDATE mail SET text = 'anders'", "bericht “Kandidatuur” van an@ankerpunt.example"),
        ("UPDATE mail SET late = 1 - late", "bericht “Kandidatuur” van an@ankerpunt.example"),
        ("UPDATE setting SET value = 'Een ander'", "instelling house.name"),
        ("UPDATE dossier SET call = call || ' '", "de oproep van dit dossier"),
        ("UPDATE blob SET bytes = 1 WHERE bytes < 10", "brief aan Anker vzw (K-01), geselecteerd"),
        ("UPDATE journal_end SET sequence = 1", "logboek, gebeurtenis 2"),
        ("UPDATE seal SET sha256 = 'x' WHERE kind = 'plan'", "logboek, gebeurtenis 1"),
        ("CREATE TABLE kladblok (tekst)", "databank"),
    ],
)
def test_what_was_changed_is_named(tampered: Callable[[str], Dossier], statement: str, named: str) -> None:
    assert named in places(verify(tampered(statement)))


def test_what_was_taken_out_is_told_with_the_event_that_kept_it(tampered: Callable[[str], Dossier]) -> None:
    found = verify(tampered("DELETE FROM talk"))

    assert [render(what) for _, what in found.problems] == [
        "Dit ontbreekt. Gebeurtenis 1 (“alles”) legde het vast, en geen latere haalde het weg."
    ]


def test_what_the_database_finds_is_told_in_the_language_of_the_reader(
    tampered: Callable[[str], Dossier],
) -> None:
    ((_, what),) = verify(tampered("DELETE FROM journal_end")).problems

    assert [render(what, language) for language in ("nl", "en")] == [
        "Het logboek eindigt bij gebeurtenis 2, maar het laatst vastgelegd is gebeurtenis 0: "
        "het einde is weggenomen of gewijzigd.",
        "The journal ends at event 2, but the last one recorded is event 0: "
        "its end was taken out or changed.",
    ]


def test_a_letter_about_a_candidacy_that_is_gone_still_has_a_name(template: Path, tmp_path: Path) -> None:
    file = Path(shutil.copy(template, tmp_path / "lier.jury"))
    with closing(sqlite3.connect(file)) as bare:
        bare.execute("DELETE FROM candidacy")
        bare.commit()
    with closing(open_store(file)) as store, store.read() as uow:
        [letter] = uow.letters.find()
        assert letter.candidacy[:8] in render(Names(uow).letter(letter), "nl")


@pytest.mark.parametrize(
    ("statement", "named"),
    [
        ("UPDATE sheet SET state = 'x'", "een beoordeling (K-01, An Peeters)"),
        ("UPDATE sheet SET remark = x'00'", "een beoordeling (K-01, An Peeters)"),
        ("UPDATE candidacy SET checks = '{'", "een kandidatuur (K-01)"),
        ("UPDATE juror SET expertise = 7", "een jurylid (An Peeters)"),
        ("UPDATE letter SET state = 'x'", "een brief (K-01)"),
        ("UPDATE plan SET seed = 'veel'", "een pitchplanning (nr. 1)"),
    ],
)
def test_what_cannot_be_read_goes_by_what_is_left_of_it(
    tampered: Callable[[str], Dossier], statement: str, named: str
) -> None:
    assert named in places(verify(tampered(statement)))
