"""What a dossier holds on one person: everything, wherever it stands, and nothing that is sealed."""

from __future__ import annotations

import json
from collections import Counter
from pathlib import Path

import pytest

from jury_desktop.domain.errors import JuryError
from jury_desktop.domain.person_search import wanted
from jury_desktop.services.journal_words import sentence
from jury_desktop.services.person_data import PersonData, Room, person_data
from jury_desktop.services.person_files import write_person
from tests.builders import RAW
from tests.services.peopled import ADDRESS, CANDIDATE, JUROR, TYPED, peopled


def found(*words: str, sealed: bool = False) -> PersonData:
    return person_data(peopled(sealed=sealed), wanted(words))


def places(data: PersonData) -> Counter[tuple[str, str]]:
    return Counter((hit.room.value, hit.field.rpartition(".")[2]) for hit in data.hits)


def test_a_candidate_is_found_wherever_the_name_stands() -> None:
    data = found(CANDIDATE, ADDRESS)

    assert {room for room in Room if data.count(room)} == {
        *(Room.CANDIDACY, Room.MESSAGE, Room.SHEET, Room.DELIBERATION, Room.DECISION, Room.SESSION),
        *(Room.LETTER, Room.REBUTTAL, Room.SETTING, Room.JOURNAL),
    }
    seen = places(data)
    for place in (
        *(("candidacy", "contact"), ("candidacy", "email"), ("message", "name"), ("message", "email")),
        *(("message", "subject"), ("message", "text"), ("sheet", "remark"), ("deliberation", "notes")),
        *(("decision", "summary"), ("session", "notes"), ("letter", "sent_to"), ("rebuttal", "submitted_by")),
        *(("rebuttal", "answer"), ("setting", "value"), ("journal", "old")),
    ):
        assert seen[place], place


def test_of_a_juror_it_has_what_they_are_gave_and_did() -> None:
    data = found(JUROR)
    own = [hit for hit in data.hits if hit.room is Room.SHEET]

    assert {hit.text for hit in data.hits if hit.room is Room.JUROR} >= {JUROR, "VDAB Mechelen", "Consulent"}
    assert [hit.where for hit in data.hits if hit.room is Room.CONFLICT] == ["K-02"]
    assert all(TYPED in hit.text for hit in own if hit.field == "answers")
    assert {hit.where for hit in own} == {f"K-0{n} – {r}" for n in (1, 2) for r in ("written", "pitch")}
    session = Counter(hit.field for hit in data.hits if hit.room is Room.SESSION)
    assert (session["panel"], session["attendance"]) == (2, 1)
    assert [hit.field for hit in data.hits if hit.room is Room.JOURNAL] == ["actor", "subject"]


def test_sheets_that_are_still_sealed_are_counted_and_not_shown() -> None:
    dossier = peopled(sealed=True)
    with dossier.change() as uow:
        for sheet in uow.sheets.find(juror="j2"):
            uow.sheets.remove(sheet.id)
        uow.journal.append("test.prepared", "dossier", "test")

    data = person_data(dossier, wanted([JUROR]))

    assert (data.sealed, data.count(Room.SHEET)) == (4, 0)
    assert TYPED not in " ".join(hit.text for hit in data.hits if hit.room is Room.JOURNAL)


@pytest.mark.parametrize(
    ("text", "named"),
    [
        ("Beste Liesbet Aerts,", True),
        ("liesbet  AERTS", True),
        ("Aerts, Liesbet (De Brug)", True),
        ("Aerts Liesbet", True),
        ("Liesbet\nAerts", True),
        ("Liesbet Aertsen", False),
        ("mevrouw Liesbet", False),
        ("Elliesbet Aerts", False),
    ],
)
def test_a_name_is_found_as_a_whole_however_it_is_written(text: str, named: bool) -> None:
    assert wanted([CANDIDATE]).stands_in(text) is named


def test_signs_of_a_pattern_are_signs_and_nothing_more() -> None:
    assert not wanted(["a.c@x.example"]).stands_in("abc@x.example")
    assert wanted(["(.*"]).stands_in("hier (.* staat") is True
    assert wanted(["(.*"]).stands_in("hier") is False


@pytest.mark.parametrize("words", [(), ("",), ("a", "  ")])
def test_too_little_to_look_for_is_refused(words: tuple[str, ...]) -> None:
    with pytest.raises(JuryError) as caught:
        found(*words)
    assert caught.value.message.key == "privacy.nobody_wanted"


def test_the_folder_holds_a_page_the_data_and_the_own_messages(tmp_path: Path) -> None:
    dossier = peopled()
    data = person_data(dossier, wanted([CANDIDATE, ADDRESS]))

    folder = write_person(dossier, data, tmp_path / "inzage")

    files = {path.relative_to(folder).as_posix() for path in folder.rglob("*") if path.is_file()}
    [mail] = [name for name in files if name.startswith("berichten/0001-")]
    assert files == {"index.html", "gegevens.json", mail}
    assert (folder / mail).read_bytes() == RAW
    document = json.loads((folder / "gegevens.json").read_text(encoding="utf-8"))
    assert document["searched_for"] == [CANDIDATE, ADDRESS]
    assert len(document["found"]) == len(data.hits)
    page = (folder / "index.html").read_text(encoding="utf-8")
    assert [raw for raw in ("versions", "sender.name", "candidacy.changed") if raw in page] == []
    assert "tekst van bijlagen" not in page, "nothing of the sort names this person"
    with dossier.read() as uow:
        [changed] = uow.journal.of("candidacy.changed")
    assert f"{sentence(changed)}: " in page
    assert (mail in page, CANDIDATE in page, "default-src 'none'" in page) == (True, True, True)


def test_the_journal_notes_that_it_was_handed_out_and_not_of_whom(tmp_path: Path) -> None:
    dossier = peopled()
    data = person_data(dossier, wanted([CANDIDATE]))

    write_person(dossier, data, tmp_path / "inzage")

    with dossier.read() as uow:
        event = uow.journal.newest()
    assert event is not None
    assert (event.action, event.subject_kind) == ("person.handed_out", "dossier")
    assert json.loads(event.new) == {"found": len(data.hits), "messages": len(data.mails)}


def test_a_folder_that_cannot_be_written_leaves_nothing_and_no_event(tmp_path: Path) -> None:
    dossier = peopled()
    (tmp_path / "bestand").touch()
    with dossier.read() as uow:
        before = uow.journal.newest()

    with pytest.raises(JuryError) as caught:
        write_person(dossier, person_data(dossier, wanted([CANDIDATE])), tmp_path / "bestand" / "inzage")

    assert caught.value.message.key == "privacy.person_unwritten"
    with dossier.read() as uow:
        assert uow.journal.newest() == before
