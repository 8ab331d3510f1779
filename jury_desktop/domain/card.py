"""A certificate on a card, a token or in a safe for keys (HSM), of which the key never leaves it."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import datetime
from pathlib import Path


@dataclass(frozen=True, slots=True)
class CardCertificate:
    """A certificate that can sign, and where it is.

    :param module: the library of the card's maker (PKCS#11) that speaks with it.
    :param card: how the card calls itself; ``serial`` tells it from others that do.
    :param label: how the card calls the certificate, such as "Signature".
    :param holder: whom it names.
    :param valid_until: aware.
    :param key: by which the card knows the key that belongs to it.
    :param content: the certificate itself (DER).
    """

    module: Path
    card: str
    serial: bytes
    label: str
    holder: str
    valid_until: datetime
    key: bytes = field(repr=False)
    content: bytes = field(repr=False)
