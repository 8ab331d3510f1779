"""What can be put into the text of a letter: each field with its meaning, how it is written, an example."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date, datetime
from typing import TYPE_CHECKING

from jury_desktop.domain.errors import JuryError
from jury_desktop.domain.letter import Block
from jury_desktop.domain.letter_texts import TextKind
from jury_desktop.domain.messages import Message, say
from jury_desktop.services.letter_preview import carrier

if TYPE_CHECKING:
    from jury_desktop.letters.fields import Shape

_FORMATS = {datetime: "moment", date: "day", float: "score"}
_UNSPOKEN = frozenset({"logo_alt", "key"})
"""What is there for the program rather than for a reader."""


@dataclass(frozen=True, slots=True)
class FieldHelp:
    """Something that can be put into a text.

    :param snippet: as it stands in the text.
    :param example: what it gives for an invented candidate; "" where such a letter has no value for it.
    """

    name: str
    snippet: str
    meaning: Message
    example: str


def field_help(kind: TextKind) -> tuple[FieldHelp, ...]:
    """Everything that can be put into a text: first what such a letter has a value for."""
    helps = tuple(_helps(kind))
    return (*(each for each in helps if each.example), *(each for each in helps if not each.example))


def _helps(kind: TextKind) -> Iterator[FieldHelp]:
    from jury_desktop.letters import fields

    for name, shape in fields.shape().items():
        for path, snippet in _snippets(name, shape):
            yield _help(kind, path, snippet)
    if not isinstance(kind, Block):
        yield _help(kind, "score_table", "{{ score_table }}")
        for block in Block:
            yield _help(kind, f"block_{block}", f'{{{{ block("{block}") }}}}')


def _snippets(name: str, shape: Shape) -> Iterator[tuple[str, str]]:
    """The paths of a field with how each is written: a series whole, a value with parts part by part."""
    if shape.many:
        yield name, _series(name, shape)
    elif shape.parts:
        for part, inner in _spoken(shape.parts).items():
            yield from _snippets(f"{name}.{part}", inner)
    else:
        yield name, _single(name, shape)


def _series(name: str, shape: Shape) -> str:
    """One line for each of a series."""
    if shape.parts:
        texts = (part for part, inner in _spoken(shape.parts).items() if inner.kind is str)
        line = ": ".join(f"{{{{ each.{part} | one_line }}}}" for part in texts)
    else:
        line = "{{ each | one_line }}"
    return f"{{% for each in {name} %}}\n- {line}\n{{% endfor %}}"


def _single(name: str, shape: Shape) -> str:
    if shape.kind is bool:
        return f"{{% if {name} %}}…{{% else %}}…{{% endif %}}"
    shown = next((f" | {how}" for kind, how in _FORMATS.items() if issubclass(shape.kind, kind)), "")
    return f"{{{{ {name}{shown} }}}}"


def _spoken(parts: Mapping[str, Shape]) -> dict[str, Shape]:
    return {name: part for name, part in parts.items() if name not in _UNSPOKEN}


def _help(kind: TextKind, path: str, snippet: str) -> FieldHelp:
    meaning = say(f"letter_fields.{path.replace('.', '_')}")
    return FieldHelp(path.replace("block_", "block: "), snippet, meaning, _example(kind, path, snippet))


def _example(kind: TextKind, path: str, snippet: str) -> str:
    """The snippet filled in for the sample of such a letter."""
    from jury_desktop.letters import document, markdown, template
    from jury_desktop.letters.samples import sample
    from jury_desktop.letters.sources import Source

    if path == "score_table":
        return "…"
    letter = carrier(kind)
    try:
        filled = template.fill(Source(path, (), snippet, 0, 0), sample(letter), "nl")
    except JuryError:
        return ""
    if filled.unfilled and not path.startswith("block_"):
        return ""
    return " ".join(document.lines_of(markdown.parse(filled.body)))
