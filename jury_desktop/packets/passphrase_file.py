"""An age file that opens with a passphrase, with the work of a guess chosen here.

pyrage, which reads these files, chooses the work by timing the machine at that moment: a packet made on a
fast machine then takes a gigabyte and many seconds on another, which may refuse it. So this side writes the
file, after the specification (https://age-encryption.org/v1); the tests open every one with pyrage.
"""

from __future__ import annotations

import base64
import hashlib
import hmac
import os
import re
from collections.abc import Iterator

from cryptography.hazmat.primitives.ciphers.aead import ChaCha20Poly1305

WORK = 17
"""A guess takes 2^17 rounds: 128 MB and about half a second on an ordinary laptop."""
MOST_WORK = 18
"""Nobody is let in who asks for more: that file was not made here."""
_VERSION = b"age-encryption.org/v1"
_CHUNK = 64 * 1024
_HEAD = re.compile(rb"age-encryption\.org/v1\n-> scrypt [A-Za-z0-9+/]+ ([0-9]{1,2})\n")


def lock(content: bytes, passphrase: str) -> bytes:
    """The content as an age file for a passphrase."""
    file_key, nonce = os.urandom(16), os.urandom(16)
    chunks = _chunks(content, _derived(file_key, nonce, b"payload"))
    return b"".join((_header(file_key, passphrase), nonce, *chunks))


def work_of(content: bytes) -> int | None:
    """The work that a file asks for, as a power of two; None when it is no file for a passphrase."""
    found = _HEAD.match(content)
    return int(found[1]) if found else None


def _header(file_key: bytes, passphrase: str) -> bytes:
    """The key of the file, wrapped, and a seal on the header itself."""
    salt = os.urandom(16)
    labelled = _VERSION + b"/scrypt" + salt
    options = {"n": 2**WORK, "r": 8, "p": 1, "maxmem": 2**28, "dklen": 32}
    wrapping = hashlib.scrypt(passphrase.encode(), salt=labelled, **options)
    wrapped = ChaCha20Poly1305(wrapping).encrypt(bytes(12), file_key, None)
    lines = (_VERSION, b"-> scrypt %s %d" % (_base64(salt), WORK), _base64(wrapped), b"---")
    head = b"\n".join(lines)
    seal = hmac.digest(_derived(file_key, bytes(32), b"header"), head, "sha256")
    return head + b" " + _base64(seal) + b"\n"


def _chunks(content: bytes, key: bytes) -> Iterator[bytes]:
    """Each stretch with its number and whether it is the last, so that none can be left out or moved."""
    cipher = ChaCha20Poly1305(key)
    starts = range(0, max(len(content), 1), _CHUNK)
    for number, start in enumerate(starts):
        last = number == len(starts) - 1
        nonce = number.to_bytes(11, "big") + bytes([last])
        yield cipher.encrypt(nonce, content[start : start + _CHUNK], None)


def _derived(key: bytes, salt: bytes, purpose: bytes) -> bytes:
    """HKDF with SHA-256 (RFC 5869), of one block."""
    return hmac.digest(hmac.digest(salt, key, "sha256"), purpose + b"\x01", "sha256")


def _base64(content: bytes) -> bytes:
    return base64.b64encode(content).rstrip(b"=")
