"""Why the disk refused."""

from __future__ import annotations

import errno
from pathlib import Path

import pytest

from jury_desktop.domain.disk import cause, why_unread


@pytest.mark.parametrize(
    ("number", "said"),
    [
        (errno.EACCES, "disk.not_allowed"),
        (errno.EROFS, "disk.not_allowed"),
        (errno.ENOSPC, "disk.full"),
        (errno.EIO, "disk.no_answer"),
        (None, "disk.no_answer"),
    ],
)
def test_a_refusal_of_the_disk_has_words(number: int | None, said: str) -> None:
    assert cause(OSError(number, "Permission denied")) == said


def test_a_name_that_is_taken_has_words(tmp_path: Path) -> None:
    with pytest.raises(FileExistsError) as caught:
        tmp_path.mkdir()

    assert cause(caught.value) == "disk.exists"


@pytest.mark.parametrize(
    ("number", "said"),
    [
        (errno.ENOENT, "disk.no_file"),
        (errno.EACCES, "disk.not_readable"),
        (errno.EISDIR, "disk.is_folder"),
        (errno.ENOTDIR, "disk.no_folder"),
        (errno.EIO, "disk.no_answer"),
    ],
)
def test_what_cannot_be_read_is_told_of_the_file(number: int, said: str) -> None:
    assert why_unread(OSError(number, "Refused")) == said
