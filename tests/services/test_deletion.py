"""A dossier deleted for good: every byte overwritten, every copy found, and a report that names nobody."""

from __future__ import annotations

import os
import shutil
from datetime import date
from pathlib import Path

import pytest

from jury_desktop.bootstrap import create_dossier, open_dossier
from jury_desktop.domain.anchor import Anchor
from jury_desktop.domain.errors import JuryError
from jury_desktop.domain.retention import Retention
from jury_desktop.services.backups import Choices, choose_backups, make_backup
from jury_desktop.services.deletion import (
    COUNTED,
    Deletion,
    as_view,
    delete_files,
    found_remains,
    holding,
    outcome,
)
from jury_desktop.services.dossier_settings import save_copy
from jury_desktop.services.protection import protect
from jury_desktop.services.retention import save_retention
from jury_desktop.storage import erasing
from tests.builders import NOW
from tests.services.peopled import SECRETS, peopled

pytestmark = pytest.mark.xdist_group("archive")

GROUND = "Bewaartermijn verstreken (AVG, artikel 5)"
PASSPHRASE = "kraan wolk tapijt zeven nevel"


@pytest.fixture(scope="module")
def template(tmp_path_factory: pytest.TempPathFactory) -> Path:
    file = tmp_path_factory.mktemp("verwijderen") / "lier.jury"
    dossier = peopled(file)
    save_retention(dossier, Retention(date(2023, 12, 31), GROUND))
    dossier.store.close()
    return file


@pytest.fixture
def file(template: Path, tmp_path: Path) -> Path:
    """The dossier, a copy beside it and one in a folder below; another dossier, and a file of somebody's."""
    place = tmp_path / "dossiers"
    (place / "kopies").mkdir(parents=True)
    shutil.copy(template, place / "lier.jury")
    save_copy(place / "lier.jury", place / "lier (versie 0011).jury")
    save_copy(place / "lier.jury", place / "kopies" / "avond.bak")
    create_dossier(str(place / "ander.jury"), "lier-2023").store.close()
    (place / "brief.txt").write_text("blijft", encoding="utf-8")
    return place / "lier.jury"


def deleted(file: Path, report: Path, ground: str = GROUND, secret: str = "") -> Deletion:
    dossier = open_dossier(str(file), now=lambda: NOW, secret=secret)
    held = holding(dossier)
    dossier.store.close()
    return delete_files(held, file, ground, report, lambda: NOW)


def names(folder: Path) -> list[str]:
    return sorted(path.relative_to(folder).as_posix() for path in folder.rglob("*") if path.is_file())


def test_the_dossier_and_its_copies_go_and_everything_else_stays(file: Path, tmp_path: Path) -> None:
    done = deleted(file, tmp_path / "verslag.html")

    assert names(file.parent) == ["ander.jury", "brief.txt"]
    assert (done.whole, [each.copy for each in done.files]) == (True, [False, True, True])
    assert outcome(done).key == "privacy.deleted"


def test_the_copies_that_the_program_keeps_go_with_their_accounts(file: Path, tmp_path: Path) -> None:
    """Those beside the dossier, and those in the folder that was chosen for them."""
    elsewhere = tmp_path / "reserve"
    elsewhere.mkdir()
    dossier = open_dossier(str(file), now=lambda: NOW)
    make_backup(dossier)
    choose_backups(dossier, Choices(str(elsewhere)))
    make_backup(dossier)
    kept = [name for name in (*names(file.parent), *names(elsewhere)) if "kopieën" in name]
    dossier.store.close()

    deleted(file, tmp_path / "verslag.html")

    assert (len(kept), names(elsewhere), names(file.parent)) == (4, [], ["ander.jury", "brief.txt"])
    assert [each.name for each in (*file.parent.iterdir(), *elsewhere.iterdir()) if "lier" in each.name] == []


def test_one_with_a_passphrase_goes_with_its_copies_with_and_without_one(file: Path, tmp_path: Path) -> None:
    dossier = open_dossier(str(file), now=lambda: NOW)
    protect(dossier, PASSPHRASE)
    make_backup(dossier)
    dossier.store.close()
    assert not file.read_bytes().startswith(b"SQLite")

    done = deleted(file, tmp_path / "verslag.html", secret=PASSPHRASE)

    assert (done.whole, names(file.parent)) == (True, ["ander.jury", "brief.txt"])


def test_what_it_held_is_overwritten_before_it_goes(file: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A second name for the same bytes on disk shows what is left of them."""
    seen = file.with_name("zelfde-bytes")
    os.link(file, seen)
    size, sizes = file.stat().st_size, []
    real = os.fsync

    def watched(number: int) -> None:
        sizes.append((seen.stat().st_size, seen.read_bytes().count(b"\0")))
        real(number)

    monkeypatch.setattr(os, "fsync", watched)
    erasing.erase(file)

    assert sizes == [(size, size), (0, 0)]
    assert (file.exists(), seen.read_bytes()) == (False, b"")


def test_the_report_counts_everything_and_names_nobody(file: Path, tmp_path: Path) -> None:
    report = tmp_path / "verslag.html"
    done = deleted(file, report)
    page = report.read_text(encoding="utf-8")

    assert [
        secret for secret in (*SECRETS, "lier.jury") if secret in page or secret in str(as_view(done))
    ] == []
    assert (GROUND in page, "31 december 2023" in page) == (True, True)
    assert set(done.holding.counts) == set(COUNTED)
    assert {name: done.holding.counts[name] for name in ("candidacies", "messages", "sheets", "letters")} == {
        "candidacies": 2,
        "messages": 2,
        "sheets": 8,
        "letters": 1,
    }
    assert page.count("overschreven en weggehaald") == 3
    anchor = Anchor(done.holding.counts["events"], done.holding.last_hash)
    assert anchor.in_full in page


def test_who_works_in_it_keeps_it(file: Path, tmp_path: Path) -> None:
    held = holding(open_dossier(str(file)))
    other = open_dossier(str(file))
    before = names(file.parent)
    with other.read() as uow:
        uow.candidacies.find()
        with pytest.raises(JuryError) as caught:
            delete_files(held, file, GROUND, tmp_path / "verslag.html", lambda: NOW)
    other.store.close()

    assert caught.value.message.key == "storage.locked"
    assert not (tmp_path / "verslag.html").exists()
    assert [name for name in names(file.parent) if not name.endswith(("-wal", "-shm"))] == [
        name for name in before if not name.endswith(("-wal", "-shm"))
    ]


@pytest.mark.parametrize(
    ("ground", "report", "key"),
    [
        ("  ", "verslag.html", "privacy.ground_missing"),
        (GROUND, "bestaat.html", "privacy.report_exists"),
        (GROUND, "nergens/verslag.html", "disk.not_written"),
    ],
)
def test_without_a_report_nothing_is_deleted(
    file: Path, tmp_path: Path, ground: str, report: str, key: str
) -> None:
    (tmp_path / "bestaat.html").write_text("van iemand", encoding="utf-8")
    before = names(file.parent)

    with pytest.raises(JuryError) as caught:
        deleted(file, tmp_path / report, ground)

    assert (caught.value.message.key, names(file.parent)) == (key, before)


def test_a_file_that_stays_is_told_as_such(
    file: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    real = erasing.erase

    def stubborn(each: Path) -> None:
        if each.suffix == ".bak":
            raise PermissionError(13, "nee")
        real(each)

    monkeypatch.setattr("jury_desktop.services.deletion.erase", stubborn)
    done = deleted(file, tmp_path / "verslag.html")

    assert (done.whole, outcome(done).key) == (False, "privacy.deleted_in_part")
    assert names(file.parent) == ["ander.jury", "brief.txt", "kopies/avond.bak"]
    assert "niet verwijderd: je mag daar niet schrijven" in (tmp_path / "verslag.html").read_text(
        encoding="utf-8"
    )


def test_what_is_not_there_cannot_be_deleted(tmp_path: Path) -> None:
    with pytest.raises(JuryError):
        found_remains(tmp_path / "weg.jury")
