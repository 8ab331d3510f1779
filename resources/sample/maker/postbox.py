"""The mailbox export: every message in order, one mbox file."""

from __future__ import annotations

import re
import time
from collections.abc import Mapping

from maker.compose import File, written
from maker.letter import Letter
from maker.mime import token
from maker.special import SPECIAL
from maker.transport import road

ALIAS = "regisseur@mechelen.example"
_FROM_LINE = re.compile(rb"^(>*From )", re.MULTILINE)


def messages(letters: tuple[Letter, ...], files: Mapping[str, File]) -> dict[str, bytes]:
    """The bytes of every message by its id, without the separator lines."""
    by_id = {letter.id: letter for letter in letters}
    made: dict[str, bytes] = {}
    for letter in letters:
        made[letter.id] = _copy(letter, by_id, made) if letter.copy_of else _original(letter, by_id, files)
    return made


def mbox(letters: tuple[Letter, ...], made: Mapping[str, bytes]) -> bytes:
    """All messages in one mbox file (mboxrd quoting, times of the separator lines in UTC)."""
    return b"".join(
        _separator(letter) + _FROM_LINE.sub(rb">\1", made[letter.id]) + b"\n" for letter in letters
    )


def _original(letter: Letter, by_id: Mapping[str, Letter], files: Mapping[str, File]) -> bytes:
    ancestors = _ancestors(letter, by_id)
    if letter.made_as in SPECIAL:
        return SPECIAL[letter.made_as](letter, ancestors)
    logo = files[f"{letter.logo} logo"] if letter.logo else None
    return written(letter, files, ancestors, logo)


def _ancestors(letter: Letter, by_id: Mapping[str, Letter]) -> tuple[Letter, ...]:
    chain: list[Letter] = []
    while letter.answers:
        letter = by_id[letter.answers]
        chain.insert(0, letter)
    return tuple(chain)


def _copy(letter: Letter, by_id: Mapping[str, Letter], made: Mapping[str, bytes]) -> bytes:
    original = made[letter.copy_of]
    if letter.copied == "same_bytes":
        return original
    if letter.copied == "other_folder":
        uid = int(token(letter.id, length=3), 16)
        return original.replace(
            b"X-Folder: Postvak IN\n", f"X-Folder: Kandidaturen\nX-UID: {uid}\n".encode(), 1
        )
    return _other_road(letter, by_id[letter.copy_of], original)


def _other_road(letter: Letter, first: Letter, original: bytes) -> bytes:
    """The same message as it came in through the alias: other server lines on top, the rest untouched."""
    old, new = road(first), road(letter, ALIAS)
    for (name, was), (_, becomes) in zip(old, new, strict=True):
        original = original.replace(f"{name}: {was}\n".encode(), f"{name}: {becomes}\n".encode(), 1)
    return original


def _separator(letter: Letter) -> bytes:
    moment = (letter.received or letter.date).timestamp()
    return f"From {letter.address} {time.asctime(time.gmtime(moment))}\n".encode()
