"""An import: every message accounted for, nothing twice, nothing half done."""

from __future__ import annotations

import json
import random
from pathlib import Path

import pytest

from jury_desktop.domain.candidacy import Admissibility
from jury_desktop.domain.entry import EntryKind
from jury_desktop.domain.errors import Cancelled, JuryError
from jury_desktop.domain.messages import Message, say
from jury_desktop.services.account import Account
from jury_desktop.services.candidacies import candidacy_list
from jury_desktop.services.import_mail import import_mail
from jury_desktop.services.jury import jury, save_juror
from jury_desktop.services.places import places
from jury_desktop.services.ports import Dossier
from tests.builders import a_juror
from tests.services.mailing import TOO_LATE, a_dossier, a_dossier_file, a_message, an_export, form

ANKER = a_message("info@anker.example", form("Anker vzw"))
BRUG = a_message("info@brug.example", form("Brug vzw", "2"), arrived=TOO_LATE)
QUESTION = a_message("info@brug.example", "Mogen wij met twee indienen?", subject="Vraag")


@pytest.fixture
def dossier(tmp_path: Path) -> Dossier:
    return a_dossier_file(tmp_path)


def events(dossier: Dossier) -> list[str]:
    with dossier.read() as uow:
        return [event.action for event in uow.journal.all()]


def test_every_message_gets_a_place_and_candidacies_come_in_undecided(dossier, tmp_path):
    report = import_mail(dossier, [an_export(tmp_path, ANKER, BRUG, QUESTION)])

    assert [entry.kind for entry in report.intake.entries] == [
        EntryKind.CANDIDACY,
        EntryKind.CANDIDACY,
        EntryKind.OTHER,
    ]
    assert [
        (c.reference, c.organisation, c.challenges, c.admissibility, c.first.verdict)
        for c in report.candidacies
    ] == [
        ("K-01", "Anker vzw", (1, 4), Admissibility.UNDECIDED, "in_time"),
        ("K-02", "Brug vzw", (2,), Admissibility.UNDECIDED, "late"),
    ]
    assert candidacy_list(dossier).account == Account(read=3, candidacies=2, other=1, unconfirmed=3)


def test_references_are_given_by_time_of_arrival_not_by_place_in_the_export(dossier, tmp_path):
    import_mail(dossier, [an_export(tmp_path, BRUG, ANKER)])

    rows = candidacy_list(dossier).rows
    assert [(row.candidacy.reference, row.candidacy.organisation) for row in rows] == [
        ("K-01", "Anker vzw"),
        ("K-02", "Brug vzw"),
    ]


def test_reading_the_same_export_again_brings_nothing_new_and_says_so(dossier, tmp_path):
    export = an_export(tmp_path, ANKER, QUESTION)
    import_mail(dossier, [export])

    again = import_mail(dossier, [export])

    assert [entry.kind for entry in again.intake.entries] == [EntryKind.DUPLICATE] * 2
    assert len(places(dossier)) == 2
    assert candidacy_list(dossier).account == Account(
        read=4, candidacies=1, duplicates=2, other=1, unconfirmed=2
    )


def test_the_journal_names_the_files_with_their_fingerprint_and_the_counts(dossier, tmp_path):
    file = tmp_path / "vraag.eml"
    file.write_bytes(QUESTION)

    import_mail(dossier, [file])

    with dossier.read() as uow:
        event = uow.journal.all()[-1]
    kept = json.loads(event.new)
    assert (event.action, event.subject) == ("mail.imported", "vraag.eml")
    assert [entry["name"] for entry in kept["files"]] == ["vraag.eml"]
    assert len(kept["files"][0]["sha256"]) == 64
    assert kept["counts"] == {"candidacy": 0, "revision": 0, "duplicate": 0, "other": 1, "unreadable": 0}


def test_a_dry_run_tells_everything_and_keeps_nothing(dossier, tmp_path):
    report = import_mail(dossier, [an_export(tmp_path, ANKER)], dry_run=True)

    assert [candidacy.organisation for candidacy in report.candidacies] == ["Anker vzw"]
    assert (places(dossier), events(dossier)) == ((), [])


def test_a_cancelled_import_keeps_nothing_not_even_the_attachments(dossier, tmp_path):
    asked: list[Message] = []
    export = an_export(tmp_path, ANKER, BRUG, QUESTION)

    with pytest.raises(Cancelled):
        import_mail(
            dossier,
            [export],
            progress=lambda _done, _of, text: asked.append(text),
            cancelled=lambda: bool(asked),
        )

    assert (places(dossier), events(dossier), candidacy_list(dossier).account) == ((), [], Account())


def test_a_broken_off_import_that_is_done_again_brings_everything_once(dossier, tmp_path):
    export = an_export(tmp_path, ANKER, BRUG, QUESTION)
    answers = iter([False, False, True])
    with pytest.raises(Cancelled):
        import_mail(dossier, [export], cancelled=lambda: next(answers, True))

    report = import_mail(dossier, [export])
    again = import_mail(dossier, [export])

    assert (len(report.candidacies), again.candidacies) == (2, ())
    assert len(places(dossier)) == 3
    assert [candidacy.candidacy.reference for candidacy in candidacy_list(dossier).rows] == ["K-01", "K-02"]


def test_progress_runs_to_the_whole_and_names_each_message(dossier, tmp_path):
    told: list[tuple[int, int, Message]] = []

    import_mail(dossier, [an_export(tmp_path, ANKER, BRUG)], progress=lambda *step: told.append(step))

    half = 700 * len(ANKER) // (len(ANKER) + len(BRUG))
    assert told == [
        (half, 1000, say("import.reading", count=1, place="export/01.eml")),
        (700, 1000, say("import.reading", count=2, place="export/02.eml")),
        (700, 1000, say("import.sorting", count=2)),
        (1000, 1000, say("import.keeping", done=2, total=2)),
    ]


def test_a_path_that_does_not_exist_is_named_and_nothing_is_read(dossier, tmp_path):
    with pytest.raises(JuryError) as caught:
        import_mail(dossier, [an_export(tmp_path, ANKER), tmp_path / "weg.mbox"])

    assert caught.value.message.key == "import.no_such_file"
    assert events(dossier) == []


def test_a_juror_of_the_organisation_is_suggested_as_a_conflict(tmp_path):
    dossier = a_dossier()
    save_juror(dossier, a_juror(1, organisation="Anker"))

    import_mail(dossier, [an_export(tmp_path, ANKER)])

    found = jury(dossier).conflicts
    assert [(row.juror.id, row.candidacy.organisation, row.conflict.state) for row in found] == [
        ("j1", "Anker vzw", "suggested")
    ]


def test_an_export_of_no_bytes_at_all_is_told_about_as_well(dossier, tmp_path):
    told: list[int] = []
    (tmp_path / "leeg.eml").touch()

    import_mail(dossier, [tmp_path / "leeg.eml"], progress=lambda done, _of, _text: told.append(done))

    assert told[-1] == 1000


def test_a_message_with_a_large_attachment_is_kept_byte_for_byte_and_the_attachment_once(dossier, tmp_path):
    photo = b"\xff\xd8\xff\xe0" + random.Random(1).randbytes(900_000)
    raw = a_message("info@anker.example", form("Anker vzw"), files={"foto.jpg": photo, "zelfde.jpg": photo})

    import_mail(dossier, [an_export(tmp_path, raw)])

    [placed] = places(dossier)
    with dossier.read() as uow:
        assert uow.blobs.get(placed.mail.sha256) == raw
        assert [uow.blobs.get(file.sha256) for file in placed.mail.attachments] == [photo, photo]
    dossier.store.close()
    assert (tmp_path / "lier.jury").stat().st_size < 3_000_000 < len(photo) + len(raw)
