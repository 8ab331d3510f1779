"""Inter: its faces as ReportLab knows them, and which characters they have."""

from __future__ import annotations

import unicodedata
from functools import cache

from reportlab.lib.fonts import addMapping
from reportlab.pdfbase.pdfmetrics import getFont, registerFont

from jury_desktop import resources
from jury_desktop.letters.pdf.typeface import ReadableFont

REGULAR = "Jury-Regular"
MEDIUM = "Jury-Medium"
STRONG = "Jury-SemiBold"
ITALIC = "Jury-Italic"
STRONG_ITALIC = "Jury-BoldItalic"

_FACES = (REGULAR, MEDIUM, STRONG, ITALIC, STRONG_ITALIC)
_BOX = "□"


@cache
def register() -> None:
    """Makes the fonts known to ReportLab; ``<b>`` and ``<i>`` in a paragraph then find them."""
    for name in _FACES:
        file = resources.path("fonts", f"Inter-{name.partition('-')[2]}.ttf")
        registerFont(ReadableFont(name, str(file)))
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
