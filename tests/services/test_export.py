"""The bundle for an audit: whole, checkable, and without what is still sealed."""

from __future__ import annotations

import hashlib
import json
from dataclasses import replace
from pathlib import Path

import pytest

from jury_desktop.domain.call import Round
from jury_desktop.domain.candidacy import Admissibility
from jury_desktop.domain.errors import JuryError
from jury_desktop.domain.messages import say
from jury_desktop.domain.sheet import Answer, items_of
from jury_desktop.services.candidacies import judge_admissibility
from jury_desktop.services.export import SUMS, ExportedFile, export_dossier
from jury_desktop.services.import_mail import import_mail
from jury_desktop.services.jury import save_juror
from jury_desktop.services.ports import Dossier
from jury_desktop.services.rounds import close_round
from jury_desktop.services.scoring import save_answers, submit_sheet
from tests.builders import a_call, a_juror
from tests.services.mailing import a_dossier, a_message, an_export, form

HOSTILE = "../../weg\\er<mee>:" + "x" * 100 + ".pdf"
COMMENT = "Alleen voor de jury"


@pytest.fixture
def dossier(tmp_path: Path) -> Dossier:
    """One candidacy with an attachment of a hostile name, scored by the first of two jurors."""
    made = a_dossier()
    message = a_message("an@brug.example", form("Brug vzw"), files={HOSTILE: b"%PDF-1.4 kandidatuur"})
    import_mail(made, [an_export(tmp_path, message, b"From: kaal@brug.example\n\nGeen kandidatuur")])
    with made.read() as uow:
        [candidacy] = uow.candidacies.find()
    judge_admissibility(made, candidacy.id, Admissibility.ADMISSIBLE, "")
    for number in (1, 2):
        save_juror(made, replace(a_juror(number), expertise=()))
    items = items_of(a_call().rubric, candidacy.challenges, Round.WRITTEN)
    place = ("j1", candidacy.id, Round.WRITTEN)
    save_answers(made, *place, {item.key: Answer(4, comment=COMMENT) for item in items})
    submit_sheet(made, *place)
    return made


def read(folder: Path, name: str) -> str:
    return (folder / name).read_text(encoding="utf-8")


def test_every_file_is_listed_with_the_fingerprint_it_has(dossier: Dossier, tmp_path: Path):
    folder = tmp_path / "audit"
    files = export_dossier(dossier, folder)

    there = sorted(path for path in folder.rglob("*") if path.is_file())
    assert sorted(files, key=lambda file: file.path) == sorted(
        (
            ExportedFile(
                path.relative_to(folder).as_posix(),
                path.stat().st_size,
                hashlib.sha256(path.read_bytes()).hexdigest(),
            )
            for path in there
        ),
        key=lambda file: file.path,
    )
    listed = dict(reversed(line.split("  ")) for line in read(folder, SUMS).splitlines())
    assert listed == {file.path: file.sha256 for file in files if file.path != SUMS}


def test_messages_and_attachments_come_out_as_they_came_in(dossier: Dossier, tmp_path: Path):
    folder = tmp_path / "audit"
    export_dossier(dossier, folder)
    with dossier.read() as uow:
        kept = [uow.blobs.get(placed.mail.sha256) for placed in uow.mails.all()]

    assert [path.read_bytes() for path in sorted((folder / "berichten").iterdir())] == kept
    [attachment] = (folder / "bijlagen" / "K-01").iterdir()
    assert attachment.read_bytes() == b"%PDF-1.4 kandidatuur"
    assert attachment.name.endswith("x.pdf")
    assert len(attachment.name) < 100
    assert read(folder, "oproep.toml") == a_call().text


def test_sealed_scores_stay_out_of_every_file_until_the_round_is_open(dossier: Dossier, tmp_path: Path):
    sealed, opened = tmp_path / "dicht", tmp_path / "open"
    export_dossier(dossier, sealed)
    close_round(dossier, Round.WRITTEN, "Ziekte")
    export_dossier(dossier, opened)

    def telling(folder: Path) -> list[str]:
        texts = ((path, path.read_bytes()) for path in folder.rglob("*") if path.is_file())
        return sorted(path.name for path, content in texts if COMMENT.encode() in content)

    assert telling(sealed) == []
    assert telling(opened) == ["beoordelingen.json", "logboek.jsonl"]
    assert json.loads(read(sealed, "gegevens/beoordelingen.json")) == []
    hidden = [json.loads(line) for line in read(sealed, "logboek.jsonl").splitlines()]
    assert [event["sequence"] for event in hidden] == list(range(1, len(hidden) + 1))
    assert {event["action"] for event in hidden if event["sealed"]} == {"sheet.saved", "sheet.submitted"}


def test_a_folder_that_holds_something_is_left_as_it_is(dossier: Dossier, tmp_path: Path):
    (tmp_path / "vol").mkdir()
    (tmp_path / "vol" / "brief.txt").touch()

    with pytest.raises(JuryError) as refused:
        export_dossier(dossier, tmp_path / "vol")

    assert refused.value.message == say("export.not_empty", folder=str(tmp_path / "vol"))
    assert [path.name for path in (tmp_path / "vol").iterdir()] == ["brief.txt"]


def test_a_folder_that_cannot_be_made_gives_a_reason(dossier: Dossier, tmp_path: Path):
    (tmp_path / "bestand").touch()

    with pytest.raises(JuryError) as refused:
        export_dossier(dossier, tmp_path / "bestand" / "audit")

    assert refused.value.message.key == "export.cannot_write"
