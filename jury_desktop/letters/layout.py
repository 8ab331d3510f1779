"""Where everything stands on the page, in millimetres from the left and upper edges of the sheet."""

from __future__ import annotations

from dataclasses import dataclass

SHEET = (210.0, 297.0)
"""A4."""


@dataclass(frozen=True, slots=True)
class Layout:
    """The coordinates of a letter, by default those of NBN Z 01-002.

    :param address_left: left edge of the address, which shows in the window of the envelope.
    :param reference_top: upper edge of the row with date and reference.
    :param body_top: upper edge of the subject on the first page; ``later_top`` of the text on the others.
    :param bottom: height of the lower edge of the text above the edge of the sheet; ``footer`` of the footer.
    """

    left: float = 33.0
    right: float = 15.0
    sender_top: float = 15.0
    address_left: float = 33.0
    address_top: float = 59.0
    address_width: float = 85.0
    reference_top: float = 97.0
    body_top: float = 113.5
    later_top: float = 22.0
    bottom: float = 23.0
    footer: float = 13.0

    @property
    def width(self) -> float:
        """Width of the text."""
        return SHEET[0] - self.left - self.right


NBN = Layout()
"""The address on the left."""

WINDOW_RIGHT = Layout(address_left=110.0)
"""For envelopes with their window on the right."""
