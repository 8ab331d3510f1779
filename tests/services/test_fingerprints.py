"""The SHA-256 of the files of an export, taken while they are read."""

from __future__ import annotations

import hashlib
from pathlib import Path

import pytest

from jury_desktop.services.fingerprints import fingerprints


def test_each_file_has_its_fingerprint_in_order(tmp_path: Path) -> None:
    contents = [b"", b"kort", bytes(3_000_000)]
    files = [tmp_path / f"{number}.mbox" for number in range(3)]
    for file, content in zip(files, contents, strict=True):
        file.write_bytes(content)

    with fingerprints(files) as found:
        assert found() == [hashlib.sha256(content).hexdigest() for content in contents]


def test_a_file_that_cannot_be_read_has_none(tmp_path: Path) -> None:
    with fingerprints([tmp_path / "weg.mbox"]) as found:
        assert found() == [""]


def test_work_that_ends_early_does_not_wait_for_them(tmp_path: Path) -> None:
    file = tmp_path / "groot.mbox"
    with file.open("wb") as out:
        out.truncate(1024**4)  # takes no room on the disk, and would take an hour

    with pytest.raises(InterruptedError), fingerprints([file]):
        raise InterruptedError
