"""Locking and opening with age: by a passphrase for a packet, by a key for a sheet file; and signing."""

from __future__ import annotations

import hmac
from collections.abc import Iterable

import pyrage

from jury_desktop.domain.errors import JuryError, refuse
from jury_desktop.packets import passphrase_file
from jury_desktop.packets.words import as_made

_MAGIC = b"age-encryption.org/v1\n"
_BY_PASSPHRASE, _BY_KEY = b"-> scrypt ", b"-> X25519 "
_TRIES = 50
"""How many times pyrage may find the machine too slow; finding that takes it milliseconds."""
_PURPOSE = b"jury-desktop sheet file v1\0"
"""What the key signs besides the document, so that a signature means this and nothing else."""


def new_key() -> str:
    """A secret for one packet."""
    return str(pyrage.x25519.Identity.generate())


def is_by_passphrase(content: bytes) -> bool:
    """Whether it looks like a packet."""
    return content.startswith(_MAGIC + _BY_PASSPHRASE)


def is_by_key(content: bytes) -> bool:
    """Whether it looks like a sheet file."""
    return content.startswith(_MAGIC + _BY_KEY)


def lock_by_passphrase(content: bytes, passphrase: str) -> bytes:
    """The content, for who knows the passphrase."""
    return passphrase_file.lock(content, as_made(passphrase))


def open_by_passphrase(content: bytes, passphrase: str) -> bytes:
    """What was locked.

    :raises JuryError: the passphrase is another one, or the file is damaged or asks for endless work.
    """
    if (passphrase_file.work_of(content) or 0) > passphrase_file.MOST_WORK:
        raise refuse("packet.too_costly")
    for patience in range(_TRIES, 0, -1):
        try:
            return bytes(pyrage.passphrase.decrypt(content, as_made(passphrase)))
        except pyrage.DecryptError as error:
            if patience == 1 or not _is_out_of_breath(error):
                raise _told(error) from error
    raise AssertionError("the last try returns or raises")


def _is_out_of_breath(error: Exception) -> bool:
    """pyrage times the machine at that moment and finds a busy one too slow: it is asked again."""
    return str(error).casefold().startswith("excessive work")


def _told(error: Exception) -> JuryError:
    """age says what was wrong in English words alone."""
    if _is_out_of_breath(error):
        return refuse("packet.too_costly")
    wrong = str(error).casefold().startswith("decryption failed")
    return refuse("packet.wrong_passphrase" if wrong else "packet.damaged")


def lock_by_key(content: bytes, key: str) -> bytes:
    """The content, for who has the key."""
    return bytes(pyrage.encrypt(content, [_identity(key).to_public()]))


def open_by_key(content: bytes, keys: Iterable[str]) -> bytes | None:
    """What was locked with one of the keys; None if it was with none of them.

    :raises JuryError: the file is damaged.
    """
    identities = [_identity(key) for key in keys]
    if not identities:
        return None
    try:
        return bytes(pyrage.decrypt(content, identities))
    except pyrage.DecryptError as error:
        if str(error).startswith("No matching keys"):
            return None
        raise refuse("packet.sheet_damaged") from error


def signature(document: bytes, key: str) -> bytes:
    """By which who has the key knows that a document was written by somebody who has it too."""
    return hmac.digest(key.encode(), _PURPOSE + document, "sha256").hex().encode()


def is_signed(document: bytes, signed: bytes, key: str) -> bool:
    """Whether the signature is that of this document."""
    return hmac.compare_digest(signature(document, key), signed)


def _identity(key: str) -> pyrage.x25519.Identity:
    try:
        return pyrage.x25519.Identity.from_str(key)
    except pyrage.IdentityError as error:
        raise refuse("packet.damaged") from error
