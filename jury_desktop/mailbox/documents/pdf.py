"""The text of a PDF and its pages as pixels, by pdfium (0.6 s where pypdf took 7.7 s)."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from contextlib import closing, suppress
from typing import Any

from jury_desktop.domain.errors import refuse
from jury_desktop.mailbox import limits
from jury_desktop.mailbox.charset import clean
from jury_desktop.mailbox.documents import Extract, columns

WORDS = 12
"""How many words of a text are looked for; the page may break the rest otherwise."""
_A4 = 595.0, 842.0
_IMAGE = 3
"""How pdfium numbers pictures among the things on a page."""

Drawn = tuple[int, int, bytes]
"""Width and height in pixels, and the pixels."""


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


class Pages:
    """A document to draw."""

    def __init__(self, data: bytes) -> None:
        """:raises JuryError: when it needs a password, is broken, or has too many pages."""
        self._document = _opened(data)
        if len(self._document) > limits.PDF_PAGES_SHOWN:
            raise refuse("intake.attachment_bomb")
        if self._document.get_formtype() != 0:
            self._document.init_forms()  # else what was filled in is not drawn
        self.sizes = [self._size(number) for number in range(len(self._document))]

    def _size(self, number: int) -> tuple[float, float]:
        """In points; that of A4 for a page that is broken."""
        import pypdfium2 as pdfium

        try:
            width, height = self._document.get_page_size(number)
        except pdfium.PdfiumError:
            return _A4
        return max(1.0, width), max(1.0, height)

    def place(self, wanted: Sequence[str]) -> tuple[int, float] | None:
        """Where the first of these texts that is in the document stands: the page, counted from 0, and how
        far below its upper edge, in points. Of a long line only the first words are looked for.
        """
        for text in wanted:
            pattern = re.compile(r"\s+".join(map(re.escape, text.split()[:WORDS])))
            if pattern.pattern and (place := _place(self._document, pattern)) is not None:
                return place
        return None

    def draw(self, number: int, scale: float) -> Drawn:
        """A page with so many pixels to a point, on white.

        :raises JuryError: when it is broken, or holds a picture larger than any scanner makes.
        """
        import pypdfium2 as pdfium

        try:
            page = self._document[number]
            if any(_pixels(found) > limits.PICTURE_PIXELS for found in _pictures(page)):
                raise refuse("intake.attachment_bomb")
            bitmap = page.render(scale=scale, prefer_bgrx=True)
            drawn = bitmap.width, bitmap.height, bytes(bitmap.buffer)
        except pdfium.PdfiumError as error:
            raise refuse("intake.attachment_broken") from error
        bitmap.close()
        page.close()
        return drawn

    def close(self) -> None:
        """Lets go of the document."""
        self._document.close()


def _place(document: Any, pattern: re.Pattern[str]) -> tuple[int, float] | None:
    for number, page, layer in _layers(document):
        if match := pattern.search(layer.get_text_range()):
            return number, float(page.get_height() - layer.get_charbox(match.start())[3])
    return None


def _pictures(page: Any) -> Iterator[Any]:
    found: Iterator[Any] = page.get_objects(filter=(_IMAGE,), max_depth=4)
    return found


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
    for _, _, layer in _layers(document):
        text = columns.parted(layer.get_text_bounded(), layer)
        yield clean(text).replace("\ufffe", "-\n")


def _layers(document: Any) -> Iterator[tuple[int, Any, Any]]:
    """(number, page, text of it) of every page that is not broken."""
    import pypdfium2 as pdfium

    for number in range(min(len(document), limits.PDF_PAGES)):
        with (
            suppress(pdfium.PdfiumError),
            closing(document[number]) as page,
            closing(page.get_textpage()) as layer,
        ):
            yield number, page, layer
