"""Inter, as ReportLab fonts that are embedded in subsets and can be read back as text."""

from __future__ import annotations

import unicodedata
from functools import cache
from typing import Any

from reportlab.lib.fonts import addMapping
from reportlab.pdfbase.pdfmetrics import getFont, registerFont
from reportlab.pdfbase.ttfonts import SUBSETN, TTFont

from jury_desktop import resources

REGULAR = "Jury-Regular"
MEDIUM = "Jury-Medium"
STRONG = "Jury-SemiBold"
ITALIC = "Jury-Italic"
STRONG_ITALIC = "Jury-BoldItalic"

_FACES = (REGULAR, MEDIUM, STRONG, ITALIC, STRONG_ITALIC)
_MOST_IN_ONE_BLOCK = 100
_BOX = "□"


class ReadableFont(TTFont):  # type: ignore[misc]
    """A TrueType font whose ToUnicode map leaves out .notdef: PDF/UA-1 forbids U+0000 there (7.21.7)."""

    def addObjects(self, doc: Any) -> None:  # noqa: N802 - ReportLab's name
        """Puts the font into ``doc``, one subset per 256 characters."""
        subsets = [list(subset) for subset in self._assignState(doc).subsets]
        super().addObjects(doc)
        for number, subset in enumerate(subsets):
            name = (SUBSETN(number) + b"+" + self.face.name + self.face.subfontNameX).decode("ascii")
            doc.idToObject[f"toUnicodeCMap:{name}"].content = to_unicode(name, subset)


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


@cache
def register() -> None:
    """Makes the fonts known to ReportLab; ``<b>`` and ``<i>`` in a paragraph then find them."""
    for name in _FACES:
        file = resources.path("fonts", f"Inter-{name.partition('-')[2]}.ttf")
        registerFont(ReadableFont(name, str(file), asciiReadable=False))
    for base in (REGULAR, MEDIUM):
        addMapping(base, 0, 0, base)
        addMapping(base, 1, 0, STRONG)
        addMapping(base, 0, 1, ITALIC)
        addMapping(base, 1, 1, STRONG_ITALIC)
    addMapping(STRONG, 0, 0, STRONG)


def drawable(text: str) -> str:
    """``text`` with what the fonts lack replaced: by a plainer form of the same character, else by a box."""
    if _characters().issuperset(text):
        return text
    return "".join(_drawable(character) for character in text)


def missing_characters(text: str) -> tuple[str, ...]:
    """The characters of ``text`` that come out as a box, each once, in order."""
    return tuple(c for c in dict.fromkeys(text) if _drawable(c) == _BOX != c)


def _drawable(character: str) -> str:
    if character in _characters() or character.isspace():
        return character
    plain = unicodedata.normalize("NFKC", character)
    return plain if _characters().issuperset(plain) else _BOX


@cache
def _characters() -> frozenset[str]:
    """The characters that every face has, line breaks included."""
    register()
    codes = frozenset.intersection(*(frozenset(getFont(name).face.charToGlyph) for name in _FACES))
    return frozenset(map(chr, codes)) | {"\n"}
