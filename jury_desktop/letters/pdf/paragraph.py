"""A paragraph whose lines say where words end: each that goes on on the next ends with a space.

Lines that only stand below each other glue their words together for who reads along the structure tree, which
knows of no lines (ISO 32000-1, 14.8.2.5). The space is drawn after the line was measured and placed: it moves
nothing. In the middle of a word too long for its line there is none.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from reportlab.platypus import Paragraph
from reportlab.platypus.paragraph import _HSFrag, _SplitWord, _SplitWordEnd

_SIMPLE = 0
"""The kind of broken text that looks the same throughout: its lines are words, those of others are pieces."""


class SpacedParagraph(Paragraph):  # type: ignore[misc]
    """ReportLab's paragraph, readable without its lines."""

    blPara: Any  # noqa: N815 - ReportLab's name
    """The broken lines, once it was wrapped."""
    goes_on = False
    """Whether what follows the last line, on another page, is another word."""

    def split(self, width: float, room: float) -> list[SpacedParagraph]:
        """See ReportLab; it was wrapped before."""
        broken = self.blPara
        parts: list[SpacedParagraph] = super().split(width, room)
        if len(parts) > 1:
            first, rest = parts
            first.goes_on = self._word_ends(broken, len(first.blPara.lines) - 1)
            rest.goes_on = self.goes_on
        return parts

    def draw(self) -> None:
        """See ReportLab; drawn again, it is the same."""
        broken = self.blPara
        self.blPara = broken.clone(lines=[self._spaced(broken, at) for at in range(len(broken.lines))])
        try:
            super().draw()
        finally:
            self.blPara = broken

    def _spaced(self, broken: Any, at: int) -> Any:
        """A line, with the space after it."""
        line = broken.lines[at]
        last = at == len(broken.lines) - 1
        if not (self.goes_on if last else self._word_ends(broken, at)):
            return line
        if broken.kind == _SIMPLE:
            unused, words = line
            return unused, [*words[:-1], f"{words[-1]} "]
        if "".join(piece.text for piece in line.words).endswith(" "):
            return line
        space = line.words[-1].clone(text=" ", link=[], us_lines=[])
        return line.clone(words=[*line.words, space])

    def _word_ends(self, broken: Any, at: int) -> bool:
        """Whether a line that is not the last ends with a whole word."""
        line = broken.lines[at]
        if broken.kind == _SIMPLE:
            last = line[1][-1]
            return isinstance(last, _SplitWordEnd) or not isinstance(last, _SplitWord)
        return line.lineBreak or _ends_word(self.frags[: broken.lines[at + 1].sFW])


def _ends_word(words: Sequence[Any]) -> bool:
    """Whether there is a space after the last of the words, each in pieces of one look.

    An empty one with a space after it is the space that a piece began with; other empty ones are breaks.
    """
    for word in reversed(words):
        if isinstance(word, _HSFrag):
            return True
        if any(text for _, text in word[1:]):
            return False
    return False
