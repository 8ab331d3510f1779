"""Attached text and HTML."""

from __future__ import annotations

from jury_desktop.mailbox import hypertext, limits
from jury_desktop.mailbox.charset import decode


def text(data: bytes, media_type: str) -> str:
    """The text of the file, HTML without its markup."""
    found = decode(data[: 4 * limits.TEXT_CHARACTERS])
    return hypertext.to_text(found) if media_type == "text/html" else found
