"""The lock on a dossier file: SQLCipher 4 as it comes, but for the size of a page, so that other
tools open it too.

What opens a file is a key of 32 bytes. SQLCipher stretches a passphrase into it with the salt that the file
begins with (https://www.zetetic.net/sqlcipher/design/); that is done here, once for each opening and not for
each connection. The key written down is the recovery key: with it the file opens when nobody knows the
passphrase any more.

Once a file was opened its key is known, by the salt, which copies of the file share: so a backup is made and
read again without asking. Who opens the dossier anew is asked anew. A key is never written anywhere.
"""

from __future__ import annotations

import base64
import binascii
import hashlib
import re
import secrets
import unicodedata
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from sqlcipher3 import dbapi2 as sqlcipher

from jury_desktop.domain.errors import StorageError
from jury_desktop.domain.messages import say
from jury_desktop.storage.drivers import PAGE
from jury_desktop.storage.header import PLAIN, is_in_the_clear

_SALT = 16
_KEY = 32
_ROUNDS = 256_000
_CHECK = 3
"""Bytes of SHA-256 behind a recovery key: 35 bytes are 56 characters, and a slip of the pen is noticed."""
_GROUP = 4
_WRITTEN = re.compile(f"[A-Z2-7]{{{(_KEY + _CHECK) * 8 // 5}}}")
_MISREAD = str.maketrans("018", "OIB", " -\t\r\n")
"""Base32 has no 0, 1 and 8, so whoever reads one saw the letter that looks like it."""


class LockedError(StorageError):
    """The dossier has a passphrase, and none was given."""


class WrongPassphraseError(StorageError):
    """What was given does not open the dossier; or the file is something else altogether."""


@dataclass(frozen=True, slots=True)
class FileKey:
    """What opens a file.

    :param key: 32 bytes; :param salt: the 16 bytes that the file begins with.
    """

    key: bytes = field(repr=False)
    salt: bytes

    @property
    def pragma(self) -> str:
        """As SQLCipher takes it: the key as it is, nothing to stretch (``PRAGMA key``)."""
        return f"\"x'{self.key.hex()}{self.salt.hex()}'\""

    @property
    def recovery(self) -> str:
        """The key to write down: 14 groups of 4 letters and digits, the last of them a check."""
        text = base64.b32encode(self.key + _check(self.key)).decode()
        return "-".join(text[at : at + _GROUP] for at in range(0, len(text), _GROUP))


Identity = tuple[int, int]
"""Of a file: its device, and its number there."""
_held: dict[Identity, tuple[bytes, int]] = {}
"""What the files that are open begin with, and how many times each is."""
_known: dict[bytes, bytes] = {}
"""The keys of the files that were opened since the program began, by their salt."""


def new_key(passphrase: str) -> FileKey:
    """A key for a new file."""
    salt = secrets.token_bytes(_SALT)
    return FileKey(_stretched(passphrase, salt), salt)


def is_locked(path: Path) -> bool:
    """Whether a file may be a dossier with a passphrase: whole pages of what looks like nothing at all, and
    not one that only lost its beginning."""
    try:
        size = path.stat().st_size if path.is_file() else 0
    except (OSError, ValueError):  # ValueError: a name that no file can have
        return False
    if size < PAGE or size % PAGE != 0 or (begin := _begin(path)).startswith(PLAIN):
        return False
    return begin in _known or is_held(path) or not is_in_the_clear(path)


def key_by(path: Path, secret: str) -> FileKey:
    """The key that a passphrase or a recovery key makes for a file; whether it opens it is still to be seen.

    :raises StorageError: a recovery key has been mistyped.
    """
    salt = _begin(path)
    return FileKey(_recovered(secret) or _stretched(secret, salt), salt)


def remember(key: FileKey) -> None:
    """From now on the file, and every copy of it, opens."""
    _known[key.salt] = key.key


def known_key(path: Path) -> FileKey | None:
    """The key of a file that was opened before; None where it has no lock, or is not there yet.

    :raises LockedError: it has one, and nobody gave its passphrase.
    """
    if not is_locked(path):
        return None
    begin = _begin(path)
    if (key := _known.get(begin)) is None:
        raise LockedError(say("storage.locked_away", name=path.name))
    return FileKey(key, begin)


def connect(place: str, key: FileKey | None, **options: Any) -> Any:
    """A connection of SQLCipher's own driver, which behaves as that of ``sqlite3``; also to a file without a
    lock (None)."""
    connection = sqlcipher.connect(place, **options)
    connection.execute("PRAGMA cipher_log_level = NONE").close()  # it would write to the screen
    if key is not None:
        connection.execute(f"PRAGMA key = {key.pragma}").close()
        connection.execute(f"PRAGMA cipher_page_size = {PAGE}").close()
    return connection


def hold(path: Path, begin: bytes = b"") -> Identity:
    """To be called before a file is opened for longer: from now on its first bytes are known, and nobody
    reads them in the file.

    By the rules of POSIX a process that closes a file, however it opened it, loses every lock it has on it,
    those of SQLite too; another program would then take the log for left behind
    (https://www.sqlite.org/howtocorrupt.html, section 2.2).

    :param begin: what a new file will begin with.
    """
    place = _identity(path)
    begin = begin or _begin(path)
    times = _held[place][1] if place in _held else 0
    _held[place] = begin, times + 1
    return place


def let_go(place: Identity) -> None:
    """To be called once it is closed again."""
    begin, times = _held.pop(place)
    if times > 1:
        _held[place] = begin, times - 1


@contextmanager
def holding(path: Path) -> Iterator[None]:
    """See :func:`hold`; for as long as something is done with a file."""
    place = hold(path)
    try:
        yield
    finally:
        let_go(place)


def is_held(path: Path) -> bool:
    """Whether this program has the file open."""
    try:
        return _identity(path) in _held
    except (OSError, ValueError):
        return False


def _identity(path: Path) -> Identity:
    """The file itself, whatever it is called; asking does not open it."""
    found = path.stat()
    return found.st_dev, found.st_ino


def _begin(path: Path) -> bytes:
    if is_held(path):
        return _held[_identity(path)][0]
    try:
        with path.open("rb") as file:
            return file.read(_SALT)
    except FileNotFoundError:
        return b""
    except OSError as error:
        raise StorageError(say("storage.cannot_open", name=path.name)) from error


def _stretched(passphrase: str, salt: bytes) -> bytes:
    typed = unicodedata.normalize("NFC", passphrase).encode()
    return hashlib.pbkdf2_hmac("sha512", typed, salt, _ROUNDS, _KEY)


def _recovered(secret: str) -> bytes | None:
    """The key that stands in a recovery key; None when it is a passphrase."""
    text = secret.upper().translate(_MISREAD)
    if not _WRITTEN.fullmatch(text):
        return None
    try:
        whole = base64.b32decode(text)
    except binascii.Error:
        return None
    key, check = whole[:_KEY], whole[_KEY:]
    if check != _check(key):
        raise StorageError(say("storage.recovery_mistyped"))
    return key


def _check(key: bytes) -> bytes:
    return hashlib.sha256(key).digest()[:_CHECK]
