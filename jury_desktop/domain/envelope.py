"""Where the address of a letter stands, so that it shows in the window of the envelope."""

from __future__ import annotations

from dataclasses import dataclass

LEFTS, TOPS = (20.0, 115.0), (42.0, 62.0)
"""Millimetres between which the address stays on the sheet, and clear of sender and text."""


@dataclass(frozen=True, slots=True)
class Envelope:
    """The upper left corner of the address, in millimetres from the left and upper edges of the sheet."""

    left: float
    top: float

    @property
    def fits(self) -> bool:
        """Whether the address has its room there."""
        return LEFTS[0] <= self.left <= LEFTS[1] and TOPS[0] <= self.top <= TOPS[1]


NBN = Envelope(33.0, 59.0)
"""The address on the left, as NBN Z 01-002 has it."""

WINDOW_RIGHT = Envelope(110.0, 59.0)
"""For envelopes with their window on the right."""
