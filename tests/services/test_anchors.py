"""Whatever went out says what the journal was; a journal that was cut off or rewritten since is seen."""

from __future__ import annotations

import shutil
import sqlite3
from collections.abc import Callable
from contextlib import closing
from pathlib import Path
from zipfile import ZipFile

import pytest

from jury_desktop.domain.anchor import Anchor, Hold
from jury_desktop.domain.decision import Stage
from jury_desktop.domain.errors import JuryError
from jury_desktop.domain.messages import say
from jury_desktop.services.anchors import anchor_now, check_anchors, file_anchors, typed_anchor
from jury_desktop.services.bundle import BundleWish, make_bundle
from jury_desktop.services.letters import draft_letters, keep_letters, letter_jobs
from jury_desktop.services.minutes import ask_minutes, minutes_pdf
from jury_desktop.services.ports import Dossier
from jury_desktop.services.soundness import verify
from jury_desktop.services.table_files import Format, ask_tables, write_tables
from jury_desktop.storage.backup import copy_dossier
from jury_desktop.storage.store import create_store
from jury_desktop.wording import render
from tests.builders import a_call
from tests.services.test_letters import after_deliberation
from tests.storage.rewriting import rewrite_chain

Written = Callable[[Dossier, Path], Path]


@pytest.fixture
def file(tmp_path: Path) -> Path:
    return tmp_path / "lier.jury"


@pytest.fixture
def dossier(file: Path) -> Dossier:
    """Two candidacies were decided on; nothing has left yet."""
    return after_deliberation(store=create_store(file, a_call()))


def letter(dossier: Dossier, folder: Path) -> Path:
    drafted = draft_letters(letter_jobs(dossier))
    path = folder / "brief.pdf"
    path.write_bytes(drafted[0].pdf)
    return path


def minutes(dossier: Dossier, folder: Path) -> Path:
    path = folder / "verslag.pdf"
    path.write_bytes(minutes_pdf(ask_minutes(dossier, Stage.SHORTLIST)))
    return path


def table(format_: Format, name: str) -> Written:
    def write(dossier: Dossier, folder: Path) -> Path:
        write_tables(ask_tables(dossier), folder, [format_])
        return next(folder.rglob(name))

    return write


def bundle(dossier: Dossier, folder: Path) -> Path:
    return make_bundle(dossier, BundleWish(folder / "bundel.zip", "Audit Vlaanderen", True, "nl")).out


def unpacked(dossier: Dossier, folder: Path) -> Path:
    with ZipFile(bundle(dossier, folder)) as pack:
        pack.extractall(folder / "bundel")
    return folder / "bundel"


def packed_again(dossier: Dossier, folder: Path) -> Path:
    """The folder itself was packed, as a file manager does."""
    unpacked(dossier, folder)
    return Path(shutil.make_archive(str(folder / "opnieuw"), "zip", folder, "bundel"))


def copy(dossier: Dossier, folder: Path) -> Path:
    copy_dossier(folder / "lier.jury", folder / "kopie.jury")
    return folder / "kopie.jury"


@pytest.mark.parametrize(
    "write",
    [
        pytest.param(letter, id="letter"),
        pytest.param(minutes, id="minutes"),
        pytest.param(table(Format.WORKBOOK, "*.xlsx"), id="workbook"),
        pytest.param(table(Format.JSON, "*.json"), id="json"),
        pytest.param(table(Format.CSV, "00-*.csv"), id="csv"),
        pytest.param(bundle, id="bundle"),
        pytest.param(unpacked, id="bundle in a folder"),
        pytest.param(packed_again, id="folder of a bundle, packed"),
        pytest.param(copy, id="copy"),
    ],
)
def test_what_goes_out_carries_the_anchor_of_its_moment(
    dossier: Dossier, tmp_path: Path, write: Written
) -> None:
    keep_letters(dossier, draft_letters(letter_jobs(dossier)))  # whose other hashes are in every export
    now = anchor_now(dossier)

    assert {anchor for anchor, _ in file_anchors(write(dossier, tmp_path))} == {now}


def test_the_rest_of_a_bundle_is_not_taken_for_anchors(dossier: Dossier, tmp_path: Path) -> None:
    keep_letters(dossier, draft_letters(letter_jobs(dossier)))
    folder = unpacked(dossier, tmp_path)

    for name in ("logboek.jsonl", "gegevens/brieven.json", "gegevens"):
        with pytest.raises(JuryError) as caught:
            file_anchors(folder / name)
        assert caught.value.message == say("soundness.no_anchor_in_file", name=Path(name).name)


def test_an_anchor_holds_while_the_dossier_goes_on(dossier: Dossier, tmp_path: Path) -> None:
    out = file_anchors(minutes(dossier, tmp_path))
    with dossier.change() as uow:
        uow.journal.append("test.kept", "test", "later")

    assert [held.hold for held in check_anchors(dossier, out)] == [Hold.HOLDS]


def test_an_older_copy_does_not_have_what_went_out_later(dossier: Dossier, tmp_path: Path) -> None:
    older = copy(dossier, tmp_path)
    with dossier.change() as uow:
        uow.journal.append("test.kept", "test", "later")
    out = file_anchors(minutes(dossier, tmp_path))
    with closing(sqlite3.connect(older)) as bare:
        sequence = bare.execute("SELECT max(sequence) FROM journal").fetchone()[0]

    with dossier.read() as uow:
        newest = uow.journal.newest()
    assert newest is not None
    assert out == ((Anchor(sequence + 1, newest.hash), say("soundness.file", name="verslag.pdf")),)


def test_a_journal_that_was_rewritten_is_found_by_the_letters_in_the_dossier(
    dossier: Dossier, file: Path
) -> None:
    """Every hash fits again; only the letter knows better."""
    made = keep_letters(dossier, draft_letters(letter_jobs(dossier)), final=True)
    assert verify(dossier).ok
    with closing(sqlite3.connect(file)) as bare, bare:
        bare.execute("UPDATE journal SET reason = 'zomaar' WHERE sequence = 1")
        rewrite_chain(bare)

    found = verify(dossier)

    assert len(found.problems) == len(made) > 0
    assert [render(where) for where, _ in found.problems] == [
        "brief aan Ankerpunt vzw (K-01), geselecteerd",
        "brief aan De Brug vzw (K-02), niet geselecteerd",
    ]
    assert all("andere vingerafdruk" in render(what) for _, what in found.problems)


@pytest.mark.parametrize("text", ["", "812", "812:3fa982b1", "812:3fa982b1 c0d41e2x"])
def test_what_is_no_anchor_is_told(text: str) -> None:
    with pytest.raises(JuryError) as caught:
        typed_anchor(text)

    assert caught.value.message == say("soundness.no_anchor_typed", text=text)


@pytest.mark.parametrize(
    "content", [b"", b"%PDF-1.7 leeg", b"PK\x03\x04 geen werkmap", b"SQLite format 3\x00"]
)
def test_a_file_without_an_anchor_is_told(tmp_path: Path, content: bytes) -> None:
    file = tmp_path / "iets"
    file.write_bytes(content)

    with pytest.raises(JuryError) as caught:
        file_anchors(file)

    assert caught.value.message == say("soundness.no_anchor_in_file", name="iets")
