"""The pages of a PDF that the program made itself, as pictures for a printer."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

POINTS = 72
"""To an inch."""


@dataclass(frozen=True, slots=True)
class Bitmap:
    """A picture, row by row: red, green and blue a byte each; a row takes ``stride`` bytes."""

    width: int
    height: int
    stride: int
    rgb: bytes


def page_bitmaps(pdf: bytes, dots: int) -> Iterator[Bitmap]:
    """Each page in turn, with so many dots to an inch; only one is in memory at a time."""
    import pypdfium2 as pdfium

    document = pdfium.PdfDocument(pdf)
    try:
        for page in document:
            drawn = page.render(scale=dots / POINTS, rev_byteorder=True)
            yield Bitmap(drawn.width, drawn.height, drawn.stride, bytes(drawn.buffer))
            drawn.close()
            page.close()
    finally:
        document.close()
