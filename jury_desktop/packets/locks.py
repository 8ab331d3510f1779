"""Locking and opening with age: by a passphrase for a packet, by a key for a sheet file; and signing."""

from __future__ import annotations

import hmac
from collections.abc import Iterable

import pyrage

from jury_desktop.domain.errors import JuryError, refuse
from jury_desktop.packets.words import as_made

_MAGIC = b"age-encryption.org/v1\n"
_BY_PASSPHRASE, _BY_KEY = b"-> scrypt ", b"-> X25519 "
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
    """The content, for who knows the passphrase. Takes about a second, so that guessing does too."""
    return bytes(pyrage.passphrase.encrypt(content, as_made(passphrase)))


def open_by_passphrase(content: bytes, passphrase: str) -> bytes:
    """What was locked.

    :raises JuryError: the passphrase is another one, or the file is damaged or asks for endless work.
    """
    try:
        return bytes(pyrage.passphrase.decrypt(content, as_made(passphrase)))
    except pyrage.DecryptError as error:
        raise _told(error) from error


def _told(error: Exception) -> JuryError:
    """age says what was wrong in English words alone."""
    said = str(error).casefold()
    if said.startswith("excessive work"):
        return refuse("packet.too_costly")
    return refuse("packet.wrong_passphrase" if said.startswith("decryption failed") else "packet.damaged")


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
