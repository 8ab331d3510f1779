"""What a reader finds that follows the tags: the words of each element, with no look at where they stand."""

from __future__ import annotations

import re
from collections.abc import Iterator
from io import BytesIO

import pypdfium2
from pypdf import PdfReader
from pypdf.generic import DictionaryObject

_STEP = re.compile(
    rb"""/MCID\ (?P<mark>\d+)>>\ BDC
       | (?P<end>\bEMC\b)
       | /(?P<font>[\w+]+)\ \S+\ Tf
       | \((?P<words>(?:[^\\()]|\\.)*)\)\ Tj""",
    re.VERBOSE | re.DOTALL,
)
_ESCAPED = re.compile(rb"\\([0-7]{3}|.)", re.DOTALL)
_SIGNS = {b"n": b"\n", b"r": b"\r", b"t": b"\t", b"b": b"\b", b"f": b"\f"}
_KNOWN = re.compile(rb"<(..)> <(....)>")

Mark = tuple[int, int]
"""The object number of a page, and a number (MCID) on it."""


def read_along_tags(pdf: bytes) -> list[str]:
    """The words of every element that has any of its own, in the order of the structure tree, as they are."""
    document = PdfReader(BytesIO(pdf))
    drawn = dict(_drawn(document))
    top = document.trailer["/Root"]["/StructTreeRoot"]["/K"].get_object()
    said = ("".join(drawn.pop(mark) for mark in marks) for marks in _owned(top))
    found = [words for words in said if words]
    assert drawn == {}
    return found


def glued(pdf: bytes) -> list[str]:
    """The words read along the tags that do not stand on any page."""
    sheets = pypdfium2.PdfDocument(pdf)
    seen = {word for sheet in sheets for word in _shown(sheet.get_textpage().get_text_bounded()).split()}
    return [word for words in read_along_tags(pdf) for word in words.split() if word not in seen]


def _shown(text: str) -> str:
    return text.replace("\ufffe", "-").replace("\x02", "-")


def _owned(element: DictionaryObject) -> Iterator[list[Mark]]:
    """The marked content of an element and of each below it; none has both words and elements with words."""
    kids = [kid.get_object() for kid in element.get("/K", [])]
    yield [(kid.raw_get("/Pg").idnum, kid["/MCID"]) for kid in kids if kid.get("/Type") == "/MCR"]
    for kid in kids:
        if kid.get("/Type") == "/StructElem":
            yield from _owned(kid)


def _drawn(document: PdfReader) -> Iterator[tuple[Mark, str]]:
    for sheet in document.pages:
        fonts = {
            name[1:].encode(): _characters(font.get_object())
            for name, font in sheet["/Resources"]["/Font"].items()
        }
        for number, words in _marked(sheet.get_contents().get_data(), fonts):
            yield (sheet.indirect_reference.idnum, number), words


def _marked(content: bytes, fonts: dict[bytes, dict[int, str]]) -> Iterator[tuple[int, str]]:
    mark, said, font = None, "", {}
    for step in _STEP.finditer(content):
        if step["mark"]:
            mark, said = int(step["mark"]), ""
        elif step["font"]:
            font = fonts[step["font"]]
        elif step["words"] is not None:
            said += "".join(font[code] for code in _ESCAPED.sub(_sign, step["words"]))
        elif mark is not None:
            yield mark, said
            mark = None


def _sign(escaped: re.Match[bytes]) -> bytes:
    written = escaped[1]
    return bytes([int(written, 8)]) if len(written) == 3 else _SIGNS.get(written, written)


def _characters(font: DictionaryObject) -> dict[int, str]:
    if "/ToUnicode" not in font:
        return {}
    pairs = _KNOWN.findall(font["/ToUnicode"].get_object().get_data())
    return {int(code, 16): chr(int(character, 16)) for code, character in pairs}
