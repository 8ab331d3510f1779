"""RTF as the text or HTML it was made from (MS-OXRTFEX), or as the plain text a reader would see."""

from __future__ import annotations

import re
from dataclasses import dataclass, field, replace
from itertools import islice

from jury_desktop.mailbox import limits
from jury_desktop.mailbox.charset import clean, decode
from jury_desktop.mailbox.outlook.properties import codec

_TOKEN = re.compile(
    rb"\\(?P<word>[A-Za-z]{1,32})(?P<number>-?\d{1,9})? ?|\\'(?P<hex>[0-9A-Fa-f]{2})|\\(?P<sign>[^A-Za-z])"
    rb"|(?P<brace>[{}])|[\r\n]+|(?P<text>[^\\{}\r\n]+)",
    re.DOTALL,
)
_TOKENS = 2_000_000
"""More than a body of a million letters needs; the rest is not read."""
_UNSEEN = frozenset(
    b"fonttbl colortbl stylesheet info pict header footer headerl headerr footerl footerr footnote object "
    b"fldinst xe tc listtable listoverridetable rsidtbl themedata generator nonshppict".split()
)
_WORDS = dict.fromkeys((b"par", b"line", b"sect", b"page", b"row"), "\n") | {b"tab": "\t", b"cell": "\t"}
_WORDS |= {b"lquote": "‘", b"rquote": "’", b"ldblquote": "“", b"rdblquote": "”", b"bullet": "•"}
_WORDS |= {b"endash": "–", b"emdash": "—", b"emspace": " ", b"enspace": " "}
_SIGNS = {b"~": "\xa0", b"_": "-", b"\\": "\\", b"{": "{", b"}": "}", b"\n": "\n", b"\r": "\n"}
_BINARY = re.compile(rb"\\bin(\d{1,9}) ?")
_CHARSETS = {77: 10000, 128: 932, 129: 949, 134: 936, 136: 950, 161: 1253, 162: 1254, 163: 1258, 177: 1255}
_CHARSETS |= {178: 1256, 186: 1257, 204: 1251, 222: 874, 238: 1250}


@dataclass(slots=True)
class _Group:
    """What holds between two braces.

    :param muted: nothing in it is text.
    :param added: between ``\\htmlrtf`` and ``\\htmlrtf0``: made for RTF, not in the original.
    :param fallback: letters after ``\\u`` for readers without Unicode.
    """

    muted: bool = False
    added: bool = False
    font: int = -1
    fallback: int = 1


@dataclass(slots=True)
class _Reading:
    """A reader on its way through RTF; one step for each token."""

    html: bool
    codec: str = "cp1252"
    now: _Group = field(default_factory=_Group)
    outer: list[_Group] = field(default_factory=list)
    fonts: dict[int, str] = field(default_factory=dict)
    pieces: list[str] = field(default_factory=list)
    letters: bytearray = field(default_factory=bytearray)
    skip: int = 0
    star: bool = False

    def step(self, token: re.Match[bytes]) -> None:
        """Takes in the next token."""
        star, self.star = self.star, False
        if token["brace"]:
            self._brace(token["brace"] == b"{")
        elif token["word"]:
            self._word(token["word"], token["number"], star)
        elif token["sign"]:
            self.star = token["sign"] == b"*"
            self._say(_SIGNS.get(token["sign"], ""))
        elif self._heard:
            self._spell(bytes.fromhex(token["hex"].decode()) if token["hex"] else token["text"] or b"")

    @property
    def _heard(self) -> bool:
        return not self.now.muted and not (self.html and self.now.added)

    def _brace(self, opens: bool) -> None:
        self._flush()
        self.skip = 0
        if opens:
            self.outer.append(self.now)
            self.now = replace(self.now)
        elif self.outer:
            self.now = self.outer.pop()

    def _word(self, word: bytes, digits: bytes | None, star: bool) -> None:
        number = int(digits) if digits else None
        if word == b"htmltag" and self.html:
            self.now = replace(self.now, added=False)
        elif star or word in _UNSEEN:
            self.now.muted = True
        if word == b"u" and number is not None:
            self._say(chr(number % 65536))
            self.skip = self.now.fallback
        elif word in _WORDS:
            self._say(_WORDS[word])
        else:
            self._set(word, number)

    def _set(self, word: bytes, number: int | None) -> None:
        """Words that change how what follows is read."""
        if word == b"htmlrtf":
            self._flush()
            self.now.added = number != 0
        elif word == b"uc" and number is not None:
            self.now.fallback = max(0, min(number, 16))
        elif word == b"ansicpg" and number:
            self.codec = codec(number) or self.codec
        elif word == b"f" and number is not None:
            self._flush()
            self.now.font = number
        elif word == b"fcharset" and number in _CHARSETS:
            self.fonts[self.now.font] = codec(_CHARSETS[number])

    def _say(self, text: str) -> None:
        if self._heard and text:
            self._flush()
            self.pieces.append(text)

    def _spell(self, letters: bytes) -> None:
        """Letters of the code page; a letter may take two of them, so they are decoded together."""
        skipped = min(self.skip, len(letters))
        self.skip -= skipped
        self.letters += letters[skipped:]

    def _flush(self) -> None:
        if self.letters:
            self.pieces.append(self.letters.decode(self.fonts.get(self.now.font, self.codec), "replace"))
            self.letters.clear()


def original(rtf: bytes) -> tuple[str, bool]:
    """(the text, whether it is HTML): what the RTF was made from, or what it shows."""
    head = rtf[:4096]
    reading = _Reading(html=b"\\fromhtml1" in head)
    if not head.startswith(b"{\\rtf"):
        return decode(rtf)[: limits.TEXT_CHARACTERS], False
    for token in islice(_TOKEN.finditer(_without_binaries(rtf)), _TOKENS):
        reading.step(token)
    reading._flush()
    text = "".join(reading.pieces).encode("utf-16", "surrogatepass").decode("utf-16", "replace")
    return clean(text).strip("\n"), reading.html


def _without_binaries(rtf: bytes) -> bytes:
    """The RTF without the bytes of pictures and objects, which may look like anything."""
    pieces, at = [], 0
    while (found := _BINARY.search(rtf, at)) is not None:
        pieces.append(rtf[at : found.start()])
        at = found.end() + int(found[1])
    return b"".join([*pieces, rtf[at:]])
