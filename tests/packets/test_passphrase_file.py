"""What is written here is an ordinary age file: pyrage, made by others, opens every one."""

from __future__ import annotations

import pyrage
import pytest

from jury_desktop.packets import passphrase_file

WORDS = "appel-fiets-lamp-zon-beker-muur"
CHUNK = 64 * 1024


@pytest.mark.parametrize("size", [0, 1, CHUNK - 1, CHUNK, CHUNK + 1, 3 * CHUNK])
def test_age_opens_what_was_written_here(size: int) -> None:
    content = bytes(range(256)) * (size // 256) + bytes(size % 256)

    assert pyrage.passphrase.decrypt(passphrase_file.lock(content, WORDS), WORDS) == content


def test_no_two_files_are_the_same() -> None:
    assert passphrase_file.lock(b"een", WORDS) != passphrase_file.lock(b"een", WORDS)


def test_a_stretch_that_was_left_out_or_moved_is_noticed() -> None:
    made = passphrase_file.lock(bytes(3 * CHUNK), WORDS)
    head, one = len(made) - 3 * (CHUNK + 16), CHUNK + 16
    changed = {
        "the last left out": made[:-one],
        "the first left out": made[:head] + made[head + one :],
        "two changed places": made[:head]
        + made[head + one : head + 2 * one]
        + made[head : head + one]
        + made[head + 2 * one :],
    }

    for told, content in changed.items():
        with pytest.raises(pyrage.DecryptError):
            raise AssertionError(told, pyrage.passphrase.decrypt(content, WORDS))


def test_the_work_of_a_guess_is_read_from_the_head() -> None:
    assert passphrase_file.work_of(passphrase_file.lock(b"een", WORDS)) == passphrase_file.WORK
    assert passphrase_file.work_of(b"age-encryption.org/v1\n-> X25519 abc\n") is None
    assert passphrase_file.work_of(b"") is None
