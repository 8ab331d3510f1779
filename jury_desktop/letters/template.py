"""Templates that officials may edit: checked before use, sandboxed, strict, every value escaped."""

from __future__ import annotations

from dataclasses import dataclass, field
from functools import lru_cache
from typing import TYPE_CHECKING, Any

from jury_desktop.domain.errors import JuryError, refuse
from jury_desktop.domain.letter import Block, LetterData
from jury_desktop.letters import checking, fields, markdown
from jury_desktop.letters.sources import BlockVersion, Source, block_source, block_version

if TYPE_CHECKING:
    from jinja2 import Template


class _Markdown(str):
    """Text that is Markdown already and must not be escaped again."""

    __slots__ = ()


@dataclass(frozen=True, slots=True)
class Filled:
    """A template with its fields filled in.

    :param unfilled: the fields that had no value, in order of use.
    :param blocks: the legal blocks it carries.
    """

    subject: str
    body: str
    unfilled: tuple[str, ...]
    blocks: tuple[BlockVersion, ...]


@dataclass(slots=True)
class _Session:
    """One filling: what was missing and which blocks were used."""

    data: LetterData
    language: str
    unfilled: fields.Unfilled = field(default_factory=dict)
    blocks: dict[Block, BlockVersion] = field(default_factory=dict)

    def fill(self, source: Source, text: str) -> str:
        provided = {
            "block": self.block,
            "score_table": _Markdown(f"\n\n{markdown.SCORES}\n\n"),
        }
        return _rendered(source, text, fields.context(self.data, self.unfilled) | provided)

    def block(self, name: str) -> _Markdown:
        if name not in tuple(Block):
            raise refuse("letters.unknown_block", block=name, known=tuple(Block))
        source = block_source(Block(name), self.language)
        _refuse_problems(source)
        self.blocks[Block(name)] = block_version(Block(name), source)
        return _Markdown(f"\n\n{self.fill(source, source.body)}\n\n")


def fill(source: Source, data: LetterData, language: str) -> Filled:
    """``source`` with the values of ``data``; JuryError, naming the line, when the template is wrong."""
    _refuse_problems(source)
    session = _Session(data, language)
    subject = session.fill(source, source.subject)
    body = session.fill(source, source.body)
    return Filled(subject, body, tuple(session.unfilled), tuple(session.blocks.values()))


def _refuse_problems(source: Source) -> None:
    problems = checking.check(source)
    if problems:
        raise JuryError(problems[0].message)


def _rendered(source: Source, text: str, values: dict[str, Any]) -> str:
    from jinja2 import TemplateError

    try:
        return _compiled(text).render(values)
    except (TemplateError, TypeError, ValueError, ArithmeticError) as error:
        raise refuse("letters.template_failed", name=source.name, reason=str(error)) from error


@lru_cache(maxsize=64)
def _compiled(text: str) -> Template:
    return checking.environment(_shown).from_string(text)


def _shown(value: Any) -> str:
    return value if isinstance(value, _Markdown) else markdown.escape(str(value))
