"""Pages and pictures drawn for the window, which decodes nothing that came by mail. In the reading process.

What is drawn goes back as rows of pixels, four bytes each: blue, green, red and one that says nothing.
"""

from __future__ import annotations

import math
from collections.abc import Sequence
from typing import Any, Protocol

from jury_desktop.mailbox import limits, sniff
from jury_desktop.mailbox.documents import pdf
from jury_desktop.mailbox.documents.pdf import Drawn

Answer = tuple[dict[str, Any], Sequence[bytes]]


class Sheets(Protocol):
    """An opened file.

    :ivar sizes: width and height of every page, in points.
    """

    @property
    def sizes(self) -> Sequence[tuple[float, float]]: ...

    def place(self, wanted: Sequence[str]) -> tuple[int, float] | None:
        """Where the first of these texts that is in it stands: page from 0, points below its upper edge."""

    def draw(self, number: int, scale: float) -> Drawn:
        """A page, with so many pixels to a point."""

    def close(self) -> None:
        """Lets go of the file."""


class Desk:
    """What is open for drawing: one file at a time, under the key by which it was laid there."""

    def __init__(self) -> None:
        self._open: tuple[str, Sheets] | None = None

    def lay(self, data: bytes, head: dict[str, Any]) -> Answer:
        """Opens a PDF or picture: the sizes of its pages, and where one of some texts stands.

        :raises JuryError: when it needs a password, is broken, or holds more than an honest file.
        """
        if self._open is not None:
            self._open[1].close()
            self._open = None
        opened = _opened(data, head["media_type"])
        self._open = head["key"], opened
        return {"sizes": opened.sizes, "place": opened.place(head["find"])}, ()

    def page(self, _data: bytes, head: dict[str, Any]) -> Answer:
        """A page of what lies open, about as wide as is asked; or that something else lies there."""
        if self._open is None or self._open[0] != head["key"]:
            return {"again": True}, ()
        sheets, number = self._open[1], int(head["page"])
        width, height, pixels = sheets.draw(number, scale(*sheets.sizes[number], head["width"]))
        return {"width": width, "height": height}, [pixels]


def _opened(data: bytes, media_type: str) -> Sheets:
    if media_type == sniff.PDF:
        return pdf.Pages(data)
    from jury_desktop.mailbox.documents import picture

    return picture.Picture(data)


def scale(width: float, height: float, wanted: int) -> float:
    """How many pixels to a point make a page so wide, within what is drawn at most."""
    side, area = limits.DRAWN_SIDE, limits.DRAWN_PIXELS
    most = min(side / width, side / height, math.sqrt(area / (width * height)))
    return min(max(wanted, 1) / width, most)


DESK = Desk()
"""That of this process."""
