"""The columns of a table on a page of a PDF, which has lines and no table: told by the width between them."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import pairwise
from typing import Any

_GAP = 0.9
"""How wide the room between columns is at least, to the height of the letters; a space takes a quarter."""
_RUNS = 5_000
"""Runs of text on a page beyond which no table is looked for: a drawing has as many, a form never."""
_LETTERS = 50_000
"""Letters on a page beyond which no table is looked for."""
_GAPS = 500
"""Gaps on a page at most: each costs a look at all letters of the page."""
_WORDS = 4
"""How many words on either side of a gap find it back in the text."""

Box = tuple[float, float, float, float]
"""Left, bottom, right and top, in points."""


def parted(text: str, layer: Any) -> str:
    """The text of a page with a tab, as DOCX has it, where two columns stand side by side on a line.

    :param layer: pdfium's text of the page: its runs come in the order of ``text``.
    """
    pieces, at = [], 0
    for left, right in _gaps(layer):
        pattern = _between(layer.get_text_bounded(*left), layer.get_text_bounded(*right))
        if pattern is not None and (found := pattern.search(text, at)):
            pieces += [text[at : found.end(1)], "\t"]
            at = found.end(2)
    return "".join((*pieces, text[at:]))


def _gaps(layer: Any) -> Iterator[tuple[Box, Box]]:
    """The runs on either side of each gap."""
    runs = layer.count_rects()
    if runs > _RUNS or layer.count_chars() > _LETTERS:
        return
    gaps = 0
    for left, right in pairwise(map(layer.get_rect, range(runs))):
        if _stand_apart(left, right):
            gaps += 1
            yield left, right
        if gaps == _GAPS:
            return


def _stand_apart(left: Box, right: Box) -> bool:
    """Whether two runs stand on one line with the room of a column between them."""
    height = max(left[3] - left[1], right[3] - right[1])
    on_one_line = min(left[3], right[3]) - max(left[1], right[1]) > 0
    return on_one_line and right[0] - left[2] > _GAP * height


def _between(left: str, right: str) -> re.Pattern[str] | None:
    """Finds the end of what stands left, the room after it, and the beginning of what stands right."""
    before, after = left.split()[-_WORDS:], right.split()[:_WORDS]
    if not (before and after):
        return None
    spelled = (r"\s+".join(map(re.escape, words)) for words in (before, after))
    return re.compile(r"({})([ \t]+)(?={})".format(*spelled))
