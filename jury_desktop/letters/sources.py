"""The template files: TOML front matter between ``+++`` lines, then Markdown with fields."""

from __future__ import annotations

import re
import tomllib
from dataclasses import dataclass, replace
from functools import cache, lru_cache

from jury_desktop import resources
from jury_desktop.domain.errors import refuse
from jury_desktop.domain.letter import Block, LetterType
from jury_desktop.domain.letter_texts import SHIPPED, LetterTexts, OwnText, TextKind, fingerprint

LANGUAGES = ("nl",)
"""The languages of letters: Dutch, as the taalwet bestuurszaken asks of Flemish administrations."""

_FENCE = "+++"
_CARRIED = re.compile(r"""block\(\s*["'](\w+)["']""")


@dataclass(frozen=True, slots=True)
class Source:
    """A template as it lies in its file.

    :param lines_before: lines of front matter, so that messages can name the line of the file.
    :param meta: the front matter, as pairs; a tuple, so that a template can be remembered once it is checked.
    """

    name: str
    meta: tuple[tuple[str, str], ...]
    body: str
    lines_before: int
    subject_line: int = 1

    @property
    def title(self) -> str:
        """What it is called, for people."""
        return self.entry("name") or self.name

    @property
    def is_block(self) -> bool:
        """Whether it is a text block, which letters carry; a block has a version and no subject."""
        return bool(self.entry("version"))

    @property
    def subject(self) -> str:
        """The subject of the letter, itself a template; empty for a block."""
        return self.entry("subject")

    def entry(self, key: str) -> str:
        """A value of the front matter, empty when there is none."""
        return dict(self.meta).get(key, "")


@dataclass(frozen=True, slots=True)
class BlockVersion:
    """Which version of a legal block a letter carries, and whether a lawyer approved it."""

    block: Block
    version: str
    approved: bool
    title: str


def letter_source(letter_type: LetterType, language: str, texts: LetterTexts = SHIPPED) -> Source:
    """The template of a letter; JuryError for a language without letters."""
    return _worded(_shipped(f"{letter_type}.md", language=language), texts.own_text(letter_type))


def block_source(block: Block, language: str, texts: LetterTexts = SHIPPED) -> Source:
    """The text of a legal block."""
    return _worded(_shipped("blocks", f"{block}.md", language=language), texts.own_text(block))


def source_of(kind: TextKind, language: str, texts: LetterTexts = SHIPPED) -> Source:
    """The template of a letter, or the text of a block."""
    if isinstance(kind, Block):
        return block_source(kind, language, texts)
    return letter_source(kind, language, texts)


def block_version(block: Block, source: Source, texts: LetterTexts = SHIPPED) -> BlockVersion:
    """Which version a text is, and whether it has been approved in these words."""
    return BlockVersion(block, source.entry("version"), texts.approved(block, source.body), source.title)


@lru_cache(maxsize=64)
def wording(letter_type: LetterType, language: str, texts: LetterTexts) -> str:
    """The SHA-256 of all words of a letter that are not its data, and of its logo: another one makes a draft
    outdated."""
    letter = letter_source(letter_type, language, texts)
    carried = sorted({name for name in _CARRIED.findall(letter.body) if name in tuple(Block)})
    blocks = (block_source(Block(name), language, texts).body for name in carried)
    pictured = filter(None, (texts.logo, texts.logo_alt))
    return fingerprint("\0".join((letter.subject, letter.body, *blocks, *pictured)))


def _worded(shipped: Source, own: OwnText | None) -> Source:
    """A text of one's own in the place of the shipped one. What is known about it stays; a block gets a
    version that no other text has, and lines are those of the text."""
    if own is None:
        return shipped
    changed = {"subject": own.subject, "version": f"{shipped.entry('version')} – {fingerprint(own.body)[:6]}"}
    meta = tuple((key, changed.get(key, value)) for key, value in shipped.meta)
    return replace(shipped, meta=meta, body=own.body, lines_before=0, subject_line=0)


def read(name: str, text: str) -> Source:
    """Parts ``text`` into front matter and body; JuryError when it has none or it is broken."""
    fence, front, body = _parted(text)
    if not fence:
        raise refuse("letters.front_matter_missing", name=name)
    try:
        meta = tuple((key, str(value)) for key, value in tomllib.loads(front).items())
    except tomllib.TOMLDecodeError as error:
        raise refuse("letters.front_matter_broken", name=name, reason=str(error)) from error
    lines = front.split("\n")
    subject = next((at for at, line in enumerate(lines, start=2) if line.startswith("subject")), 1)
    return Source(name, meta, body, lines_before=len(lines) + 2, subject_line=subject)


def _parted(text: str) -> tuple[bool, str, str]:
    opening, _, rest = text.replace("\r\n", "\n").partition(f"{_FENCE}\n")
    front, closing, body = rest.partition(f"\n{_FENCE}\n")
    return opening == "" and closing != "", front, body


@cache
@cache
def _shipped(*parts: str, language: str) -> Source:
    if language not in LANGUAGES:
        raise refuse("letters.no_language", language=language, known=LANGUAGES)
    return read(parts[-1], resources.text("letters", language, *parts))
