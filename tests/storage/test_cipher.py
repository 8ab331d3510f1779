"""The key of a dossier file, and how it is written down."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from jury_desktop.domain.errors import StorageError
from jury_desktop.storage.cipher import FileKey, key_by, known_key, new_key
from jury_desktop.storage.drivers import PAGE

WORDS = "appel-fiets-lamp-wolk-trein-boter"
SALT = bytes(range(16))


@pytest.fixture
def file(tmp_path: Path) -> Path:
    """Begins with a salt, as a dossier with a lock does."""
    path = tmp_path / "lier.jury"
    path.write_bytes(SALT + bytes(PAGE - len(SALT)))
    return path


def test_a_passphrase_becomes_the_key_that_sqlcipher_makes_of_it(file: Path) -> None:
    """PBKDF2-HMAC-SHA512, 256,000 times: https://www.zetetic.net/sqlcipher/design/."""
    found = key_by(file, WORDS)
    assert found.salt == SALT
    assert found.key.hex() == "36292609580270082ef6f1c7e529df22805da146fcf8c7d7cd04958f1d5dbe68"


def test_accents_may_be_typed_either_way(file: Path) -> None:
    assert key_by(file, "cafe\u0301 in Lier") == key_by(file, "caf\u00e9 in Lier")


def test_two_files_with_the_same_passphrase_have_different_keys() -> None:
    assert new_key(WORDS) != new_key(WORDS)


@given(key=st.binary(min_size=32, max_size=32))
def test_the_recovery_key_gives_the_key_back(key: bytes, tmp_path_factory: pytest.TempPathFactory) -> None:
    file = tmp_path_factory.getbasetemp() / "recovered.jury"
    file.write_bytes(SALT)
    written = FileKey(key, SALT).recovery
    assert len(written) == 14 * 4 + 13
    assert key_by(file, written) == key_by(file, written.lower().replace("-", " ")) == FileKey(key, SALT)


def test_letters_that_look_like_digits_may_be_read_as_digits(file: Path) -> None:
    key = FileKey(bytes(range(32)), SALT)
    misread = key.recovery.replace("O", "0").replace("I", "1").replace("B", "8")
    assert misread != key.recovery
    assert key_by(file, misread) == key


@given(at=st.integers(0, 55), other=st.sampled_from("ABCDEFGHIJKLMNOPQRSTUVWXYZ234567"))
def test_a_slip_of_the_pen_is_noticed(at: int, other: str, tmp_path_factory: pytest.TempPathFactory) -> None:
    file = tmp_path_factory.getbasetemp() / "slip.jury"
    file.write_bytes(SALT)
    right = FileKey(bytes(range(32)), SALT).recovery.replace("-", "")
    wrong = right[:at] + other + right[at + 1 :]
    if wrong != right:
        with pytest.raises(StorageError) as refused:
            key_by(file, wrong)
        assert refused.value.message.key == "storage.recovery_mistyped"


def test_a_key_is_not_told_where_it_is_shown() -> None:
    key = new_key(WORDS)
    assert key.key.hex() not in repr(key)
    assert repr(key.key) not in repr(key)


def test_a_file_without_a_lock_needs_no_key(tmp_path: Path) -> None:
    plain = tmp_path / "plain.jury"
    plain.write_bytes(b"SQLite format 3\x00" + bytes(84))
    assert known_key(plain) is None
    assert known_key(tmp_path / "not there.jury") is None


def test_a_file_with_a_lock_says_that_it_has_one(file: Path) -> None:
    with pytest.raises(StorageError) as refused:
        known_key(file)
    assert refused.value.message.key == "storage.locked_away"
