"""A TrueType font that is embedded in subsets, can be read back as text, and measures a word once.

ReportLab adds up the characters of every word anew wherever it breaks lines, and turns the width of every
character into text for every file; together that was a sixth of the time of a letter. Letters of a batch say
much the same, so that what was measured for one is known for the next. Nothing of a file depends on it.
"""

from __future__ import annotations

from functools import cache, lru_cache
from typing import Any

from reportlab.lib.rl_accel import fp_str
from reportlab.pdfbase.pdfdoc import PDFArray
from reportlab.pdfbase.ttfonts import SUBSETN, TTFont

_MOST_IN_ONE_BLOCK = 100
_WORDS_KNOWN = 20_000
_PER_MILLE = 0.001


class ReadableFont(TTFont):  # type: ignore[misc]
    """A TrueType font whose ToUnicode map leaves out .notdef: PDF/UA-1 forbids U+0000 there (7.21.7)."""

    def __init__(self, name: str, filename: str) -> None:
        super().__init__(name, filename, asciiReadable=False)
        self._units = lru_cache(_WORDS_KNOWN)(self._measured)
        self._written = cache(self._width_written)

    def stringWidth(self, text: str | bytes, size: float, encoding: str = "utf8") -> float:  # noqa: N802
        """The width of ``text`` in points; ReportLab's name."""
        return _PER_MILLE * size * self._units(text if isinstance(text, str) else text.decode(encoding))

    def splitString(  # noqa: N802 - ReportLab's name
        self, text: str | bytes, doc: Any, encoding: str = "utf-8"
    ) -> list[tuple[int, bytes]]:
        """``text`` as codes in the subsets of ``doc``; at once where the first of them has all of it."""
        words = text if isinstance(text, str) else text.decode(encoding)
        known = self._assignState(doc).assignments
        try:
            return [(0, bytes([known[ord(character)] for character in words]))] if words else []
        except (KeyError, ValueError):  # a new character, a second subset
            split: list[tuple[int, bytes]] = super().splitString(words, doc)
            return split

    def addObjects(self, doc: Any) -> None:  # noqa: N802 - ReportLab's name
        """Puts the font into ``doc``, one subset per 256 characters."""
        subsets = {
            self.getSubsetInternalName(number, doc)[1:]: list(subset)
            for number, subset in enumerate(self._assignState(doc).subsets)
        }
        super().addObjects(doc)
        for number, (key, subset) in enumerate(subsets.items()):
            name = (SUBSETN(number) + b"+" + self.face.name + self.face.subfontNameX).decode("ascii")
            doc.idToObject["BasicFonts"].dict[key].Widths = PDFArray(map(self._written, subset))
            doc.idToObject[f"toUnicodeCMap:{name}"].content = to_unicode(name, subset)

    def _measured(self, text: str) -> float:
        """The width of ``text`` in thousandths of its size."""
        width, default = self.face.charWidths.get, self.face.defaultWidth
        units: float = sum(width(ord(character), default) for character in text)
        return units

    def _width_written(self, code: int) -> bytes:
        """The width of a character as it stands in a file."""
        written: str = fp_str(self.face.getCharWidth(code))
        return written.encode("ascii")


def to_unicode(name: str, subset: list[int]) -> str:
    """The CMap that turns the codes of a subset back into text (ISO 32000-1, 9.10.3)."""
    pairs = [f"<{code:02X}> <{character:04X}>" for code, character in enumerate(subset) if character]
    blocks = [pairs[at : at + _MOST_IN_ONE_BLOCK] for at in range(0, len(pairs), _MOST_IN_ONE_BLOCK)]
    return "\n".join(
        [
            "/CIDInit /ProcSet findresource begin",
            "12 dict begin",
            "begincmap",
            f"/CIDSystemInfo << /Registry ({name}) /Ordering ({name}) /Supplement 0 >> def",
            f"/CMapName /{name} def",
            "/CMapType 2 def",
            "1 begincodespacerange",
            f"<00> <{len(subset) - 1:02X}>",
            "endcodespacerange",
            *(line for block in blocks for line in (f"{len(block)} beginbfchar", *block, "endbfchar")),
            "endcmap",
            "CMapName currentdict /CMap defineresource pop",
            "end",
            "end",
        ]
    )
