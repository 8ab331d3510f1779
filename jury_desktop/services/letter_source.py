"""A text of the letters as a file: its subject between ``+++`` lines, then the text; of a block just that."""

from __future__ import annotations

import json
from pathlib import Path

from jury_desktop.domain.disk import why_unread
from jury_desktop.domain.errors import refuse
from jury_desktop.domain.letter import Block
from jury_desktop.domain.letter_texts import OwnText, TextKind
from jury_desktop.letters import sources
from jury_desktop.services.letter_texts import TextRow

HEAVIEST = 200_000
"""Bytes of a text; the longest shipped one has four thousand."""
_FENCE = "+++\n"


def as_source(row: TextRow) -> str:
    """The text as a file of its own, which :func:`from_file` reads."""
    body = f"{row.text.body.strip()}\n"
    if isinstance(row.kind, Block):
        return body
    return f"{_FENCE}subject = {json.dumps(row.text.subject, ensure_ascii=False)}\n{_FENCE}{body}"


def from_file(file: Path, kind: TextKind) -> OwnText:
    """The text that a file holds.

    :raises JuryError: it cannot be read, is no UTF-8, is far too large, or a letter in it has no subject.
    """
    try:
        raw = file.read_bytes()
    except OSError as error:
        raise refuse("letter_texts.file_unreadable", name=file.name, detail=why_unread(error)) from error
    if len(raw) > HEAVIEST:
        raise refuse("letter_texts.file_heavy", name=file.name, most=HEAVIEST // 1000)
    try:
        text = raw.decode("utf-8-sig").replace("\r\n", "\n")
    except UnicodeDecodeError as error:
        raise refuse("letter_texts.file_no_utf8", name=file.name) from error
    if isinstance(kind, Block) and not text.startswith(_FENCE):
        return OwnText("", text.strip())
    source = sources.read(file.name, text)
    return OwnText("" if isinstance(kind, Block) else source.subject, source.body.strip())
