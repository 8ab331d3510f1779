"""Templates that officials may edit: checked before use, sandboxed, strict, every value escaped."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from functools import lru_cache
from typing import TYPE_CHECKING, Any

from jury_desktop.domain.errors import refuse
from jury_desktop.domain.letter import Block, LetterData
from jury_desktop.domain.letter_texts import SHIPPED, LetterTexts
from jury_desktop.letters import checking, fields, markdown
from jury_desktop.letters.sources import BlockVersion, Source, block_source, block_version

if TYPE_CHECKING:
    from jinja2 import Template


LONGEST = 100_000
"""Characters that a letter may have once it is filled in: some forty pages."""

MOST_TURNS = 20_000
"""How often the loops of one letter may turn, all together."""


class _Markdown(str):
    """Text that is Markdown already and must not be escaped again."""

    __slots__ = ()


@dataclass(frozen=True, slots=True)
class Filled:
    """A template with its fields filled in.

    :param unfilled: the fields that had no value, in order of use.
    :param blocks: the legal blocks it carries, and ``said`` what each of them says, as Markdown.
    """

    subject: str
    body: str
    unfilled: tuple[str, ...]
    blocks: tuple[BlockVersion, ...]
    said: tuple[tuple[Block, str], ...] = ()


@dataclass(slots=True)
class _Session:
    """One filling: what was missing and which blocks were used."""

    data: LetterData
    language: str
    texts: LetterTexts
    unfilled: fields.Unfilled = field(default_factory=dict)
    blocks: dict[Block, BlockVersion] = field(default_factory=dict)
    said: dict[Block, str] = field(default_factory=dict)
    turns: int = 0
    values: dict[str, Any] = field(init=False)

    def __post_init__(self) -> None:
        self.values = fields.context(self.data, self.unfilled, self.turn) | {
            "block": self.block,
            "score_table": _Markdown(f"\n\n{markdown.SCORES}\n\n"),
        }

    def fill(self, source: Source, text: str) -> str:
        return _rendered(source, text, self.values)

    def turn(self) -> None:
        """Counts a turn of a loop, of which loops within loops make many."""
        self.turns += 1
        if self.turns > MOST_TURNS:
            raise refuse("letters.too_many_turns", most=MOST_TURNS)

    def block(self, name: str) -> _Markdown:
        source = block_source(Block(name), self.language, self.texts)
        _refuse_problems(source)
        self.blocks[Block(name)] = block_version(Block(name), source, self.texts)
        self.said[Block(name)] = body = self.fill(source, source.body)
        return _Markdown(f"\n\n{body}\n\n")


def fill(source: Source, data: LetterData, language: str, texts: LetterTexts = SHIPPED) -> Filled:
    """``source`` with the values of ``data``; JuryError, naming the line, when the template is wrong."""
    _refuse_problems(source)
    session = _Session(data, language, texts)
    subject = session.fill(source, source.subject)
    body = session.fill(source, source.body)
    blocks, said = tuple(session.blocks.values()), tuple(session.said.items())
    return Filled(subject, body, tuple(session.unfilled), blocks, said)


def _refuse_problems(source: Source) -> None:
    problems = checking.check(source)
    if problems:
        raise refuse("letters.template_wrong", name=source.title, line=problems[0].line or 0)


def _rendered(source: Source, text: str, values: dict[str, Any]) -> str:
    from jinja2 import TemplateError

    try:
        return "".join(_bounded(_compiled(text).generate(values)))
    except (TemplateError, TypeError, ValueError, ArithmeticError, SyntaxError, RecursionError) as error:
        raise refuse("letters.template_failed", name=source.title, reason=str(error)) from error


def _bounded(pieces: Iterator[str]) -> Iterator[str]:
    """The pieces of a text as long as they make a letter and not a book."""
    length = 0
    for piece in pieces:
        length += len(piece)
        if length > LONGEST:
            raise refuse("letters.letter_too_long", most=LONGEST)
        yield piece


@lru_cache(maxsize=64)
def _compiled(text: str) -> Template:
    return checking.environment(_shown).from_string(text)


def _shown(value: Any) -> str:
    return value if isinstance(value, _Markdown) else markdown.escape(str(value))
