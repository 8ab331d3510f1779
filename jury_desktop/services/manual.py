"""The manual, page by page, for F1."""

from __future__ import annotations

import re

from jury_desktop import resources

_SECTION = re.compile(r"^<!-- page: (?P<page>[a-z]+) -->$", re.MULTILINE)
_PICTURE = re.compile(r"^!\[[^\n]*\)\n+", re.MULTILINE)
"""Left out: the page itself is in sight, and an installed program has no pictures of it."""


def manual_page(page: str, language: str) -> str:
    """The part of the manual about a page of the window, as Markdown; the whole manual where none is.

    The manual is in Dutch, whatever the language of the window.
    """
    text = _PICTURE.sub("", resources.manual())
    marks = list(_SECTION.finditer(text))
    ends = [mark.start() for mark in marks[1:]] + [len(text)]
    parts = {mark["page"]: text[mark.end() : end] for mark, end in zip(marks, ends, strict=True)}
    return parts.get(page, _SECTION.sub("", text)).strip()
