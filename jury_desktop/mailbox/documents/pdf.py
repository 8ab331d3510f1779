"""The text of a PDF, by pdfium (0.6 s where pypdf took 7.7 s)."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import Any

from jury_desktop.domain.errors import refuse
from jury_desktop.mailbox import limits
from jury_desktop.mailbox.charset import clean
from jury_desktop.mailbox.documents import Extract

DRAWN = 8
"""Pages that are drawn to try whether a window can bear them."""
PIXELS = 250_000_000
"""In one picture on a page: an A0 poster scanned at 400 dots per inch has about this many."""
WORDS = 12
"""How many words of a text are looked for; the page may break the rest otherwise."""
_SIDE = 240.0
_IMAGE = 3
"""How pdfium numbers pictures among the things on a page."""


def read(data: bytes) -> Extract:
    """The text of all pages, up to a limit; a scan without text says so.

    :raises JuryError: when it needs a password, or is broken.
    """
    document = _opened(data)
    try:
        text = "\n".join(_pages(document))
        has_form = document.get_formtype() != 0
    finally:
        document.close()
    note = "" if text.strip() or has_form else "intake.attachment_scan"
    return Extract(text, note=note, has_form=has_form)


def draw(data: bytes) -> int:
    """Draws the first pages small and throws them away, so that one that cannot bear it ends here and not in
    the window; gives how many pages there are.

    :raises JuryError: when it needs a password, is broken, or holds a picture larger than any scanner makes.
    """
    document = _opened(data)
    try:
        for number in range(min(len(document), DRAWN)):
            page = document[number]
            if any(_pixels(found) > PIXELS for found in page.get_objects(filter=(_IMAGE,), max_depth=4)):
                raise refuse("intake.attachment_bomb")
            page.render(scale=min(1.0, _SIDE / max(1.0, *page.get_size()))).close()
            page.close()
        return len(document)
    finally:
        document.close()


def find(data: bytes, wanted: Sequence[str]) -> tuple[int, float] | None:
    """Where the first of these texts stands that is in the document: the page, counted from 0, and how far
    below its upper edge, in points. Of a long line only the first words are looked for.

    :raises JuryError: when it needs a password, or is broken.
    """
    document = _opened(data)
    try:
        for text in wanted:
            pattern = re.compile(r"\s+".join(map(re.escape, text.split()[:WORDS])))
            if pattern.pattern and (place := _place(document, pattern)) is not None:
                return place
        return None
    finally:
        document.close()


def _place(document: Any, pattern: re.Pattern[str]) -> tuple[int, float] | None:
    for number in range(min(len(document), limits.PDF_PAGES)):
        page = document[number]
        layer = page.get_textpage()
        try:
            if match := pattern.search(layer.get_text_range()):
                return number, float(page.get_height() - layer.get_charbox(match.start())[3])
        finally:
            layer.close()
            page.close()
    return None


def _pixels(image: Any) -> int:
    width, height = image.get_px_size()
    return int(width * height)


def _opened(data: bytes) -> Any:
    import pypdfium2 as pdfium

    try:
        return pdfium.PdfDocument(data)
    except pdfium.PdfiumError as error:
        encrypted = "password" in str(error).lower()
        raise refuse("intake.attachment_encrypted" if encrypted else "intake.attachment_broken") from error


def _pages(document: Any) -> Iterator[str]:
    for number in range(min(len(document), limits.PDF_PAGES)):
        page = document[number]
        layer = page.get_textpage()
        yield clean(layer.get_text_bounded()).replace("\ufffe", "-\n")
        layer.close()
        page.close()
