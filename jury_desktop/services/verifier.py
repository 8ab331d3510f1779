"""Secrets are kept as argon2id verifiers (RFC 9106): by one a secret can be checked, not found."""

from __future__ import annotations

import os
import unicodedata

MEMORY, PASSES, LANES = 64 * 1024, 3, 1
"""KiB, and rounds: the second choice of RFC 9106 on one core, about a fifth of a second for each try."""


def verifier_of(secret: str) -> str:
    """A new verifier of a secret, with a salt of its own."""
    from cryptography.hazmat.primitives.kdf.argon2 import Argon2id

    made = Argon2id(salt=os.urandom(16), length=32, iterations=PASSES, lanes=LANES, memory_cost=MEMORY)
    return made.derive_phc_encoded(_plain(secret))


def fits(secret: str, verifier: str) -> bool:
    """Whether it is the secret; nothing fits an empty verifier, and that takes as long to find."""
    from cryptography.exceptions import InvalidKey
    from cryptography.hazmat.primitives.kdf.argon2 import Argon2id

    try:
        Argon2id.verify_phc_encoded(_plain(secret), verifier or _nobodys())
    except InvalidKey:
        return False
    return bool(verifier)


def _plain(secret: str) -> bytes:
    """The same bytes on every keyboard and system."""
    return unicodedata.normalize("NFKC", secret.strip()).encode()


def _nobodys() -> str:
    return verifier_of(os.urandom(16).hex())
