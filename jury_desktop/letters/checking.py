"""What is wrong with a template. Officials edit them, so each is looked through before a letter is made."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from functools import cache, lru_cache
from typing import TYPE_CHECKING, Any, NamedTuple

from jury_desktop.domain.messages import Message, say
from jury_desktop.letters import filters
from jury_desktop.letters.sources import Source

if TYPE_CHECKING:
    from jinja2 import TemplateSyntaxError, nodes
    from jinja2.sandbox import ImmutableSandboxedEnvironment

LONGEST = 30_000
"""Characters that a template may have; the longest shipped one has some 1,500."""

_END_REACHED = "Unexpected end of template"
_UNKNOWN_TAG = re.compile(r"unknown tag '(\w+)'")


@dataclass(frozen=True, slots=True)
class TemplateProblem:
    """Something in a template that may not be there, with its line.

    :param line: in the file of a shipped template; in a text of one's own that of the text, 0 the subject;
        None where no line is to blame.
    """

    line: int | None
    message: Message


class Wrong(NamedTuple):
    """What is wrong, and on which line of the text alone."""

    line: int
    message: Message


@lru_cache(maxsize=64)
def check(source: Source) -> tuple[TemplateProblem, ...]:
    """Everything in a template that is not allowed or not known, in order of the lines."""
    return (
        *_check(source, source.subject, source.subject_line - 1),
        *_check(source, source.body, source.lines_before),
    )


@cache
def environment(finalize: Callable[..., Any] | None = None) -> ImmutableSandboxedEnvironment:
    """The sandbox: no globals, our own filters and tests only, an unknown field is an error.

    :param finalize: puts every value into the text.
    """
    from jinja2 import StrictUndefined
    from jinja2.sandbox import ImmutableSandboxedEnvironment

    sandbox = ImmutableSandboxedEnvironment(
        undefined=StrictUndefined,
        finalize=finalize,
        trim_blocks=True,
        lstrip_blocks=True,
        autoescape=False,  # the output is Markdown; finalize escapes every value
    )
    sandbox.globals.clear()
    sandbox.filters = dict(filters.FILTERS)
    sandbox.tests = dict(filters.TESTS)
    return sandbox


def parsed(text: str) -> nodes.Template | Wrong:
    """A text as Jinja reads it, or what it cannot read, with the line of the text."""
    from jinja2 import TemplateSyntaxError

    if len(text) > LONGEST:
        return Wrong(1, say("letters.template_too_long", most=LONGEST))
    try:
        return environment().parse(text)
    except TemplateSyntaxError as error:
        return _unread(text, error)
    except (RecursionError, ValueError):  # brackets in brackets in brackets; a number of thousands of digits
        return Wrong(1, say("letters.too_intricate"))


def _unread(text: str, error: TemplateSyntaxError) -> Wrong:
    """What Jinja cannot read, on the line where it begins: Jinja names the one where it gave up."""
    from jury_desktop.letters import openings

    if _END_REACHED in str(error.message) and (left := openings.without_end(text)) is not None:
        return Wrong(
            left.line, say("letters.no_end", what=f"{{% {left.word} %}}", end=f"{{% end{left.word} %}}")
        )
    line = openings.tag_around(text, error.lineno)
    tag = _UNKNOWN_TAG.search(str(error.message))
    if tag and tag[1] not in openings.OURS:
        return Wrong(line, say("letters.not_allowed", what=f"{{% {tag[1]} %}}"))
    return Wrong(line, say("letters.template_syntax"))


def _check(source: Source, text: str, lines_before: int) -> Iterator[TemplateProblem]:
    from jury_desktop.letters import grammar

    tree = parsed(text)
    if isinstance(tree, Wrong):
        yield TemplateProblem(tree.line + lines_before, tree.message)
        return
    found = grammar.wrong_in(tree, in_block=source.is_block)
    for wrong in sorted(set(found), key=lambda each: (each.line, each.message.key)):
        yield TemplateProblem(wrong.line + lines_before, wrong.message)
