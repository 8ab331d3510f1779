"""File names as senders write them, made safe to show; they are never used as a path."""

from __future__ import annotations

import re
import unicodedata

LONGEST = 120
_RESERVED = re.compile(r"^(?:con|prn|aux|nul|com\d|lpt\d)(?=\.|$)", re.IGNORECASE)
_FORBIDDEN = re.compile(r'[<>:"|?*]')
_INVISIBLE = frozenset({"Cc", "Cf", "Cs", "Co", "Cn", "Zl", "Zp"})


def safe_name(name: str, fallback: str) -> str:
    """The name as display text: NFC, without folders, control or bidi characters, of bearable length.

    :param fallback: the name for a file that has none, or nothing but dots.
    """
    visible = "".join(c for c in name if unicodedata.category(c) not in _INVISIBLE or c in "\t\r\n")
    last = re.split(r"[/\\]", " ".join(visible.split()))[-1]
    plain = _FORBIDDEN.sub("_", unicodedata.normalize("NFC", last)).strip(" .")
    return _shortened(_RESERVED.sub(r"_\g<0>", plain)) or fallback


def extension(name: str) -> str:
    """The extension in lower case without its dot, or empty."""
    return name.rpartition(".")[2].lower() if "." in name else ""


def _shortened(name: str) -> str:
    if len(name) <= LONGEST:
        return name
    stem, dot, suffix = name.rpartition(".")
    if not dot or len(suffix) > 10:
        return name[: LONGEST - 1] + "…"
    return f"{stem[: LONGEST - len(suffix) - 2]}….{suffix}"
