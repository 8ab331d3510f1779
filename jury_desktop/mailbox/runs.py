"""Spares the parser the long stretches of base64 in a message, which it would read line by line.

A stretch holds nothing that means anything to a parser: no colon, no space, no hyphen, so no header and no
boundary. It is taken out before parsing and put back into the part it came from; the outcome is the same.
"""

from __future__ import annotations

import re
import secrets
from collections.abc import Iterable
from email.message import Message

_LINE = rb"[A-Za-z0-9+/]{40,100}+={0,2}+"
_STRETCH = re.compile(rb"(?<=\n)%s(?:\r?\n%s){49,}+(?=\r?\n|\Z)" % (_LINE, _LINE))
_TOKEN = secrets.token_hex(16)
"""Different in every process, so that no message can contain it."""
_MARK = re.compile(f"@{_TOKEN}-(\\d+)@")


def take_out(raw: bytes) -> tuple[bytes, list[str]]:
    """The message with a mark for every stretch, and the stretches."""
    stretches: list[str] = []

    def mark(found: re.Match[bytes]) -> bytes:
        stretches.append(found[0].decode("ascii"))
        return f"@{_TOKEN}-{len(stretches) - 1}@".encode()

    return _STRETCH.sub(mark, raw), stretches


def put_back(parts: Iterable[Message], stretches: list[str]) -> None:
    """Gives every part its own stretches again."""
    if not stretches:
        return
    for part in parts:
        payload = part.get_payload()
        if isinstance(payload, str):
            part.set_payload(_whole(payload, stretches))
        part.preamble = _whole(part.preamble, stretches) if part.preamble else part.preamble
        part.epilogue = _whole(part.epilogue, stretches) if part.epilogue else part.epilogue


def _whole(text: str, stretches: list[str]) -> str:
    if _TOKEN not in text:
        return text
    return _MARK.sub(lambda found: stretches[int(found[1])], text)
