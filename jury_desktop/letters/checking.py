"""What may be in a template. Officials edit them, so each is checked before any letter is made with it."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from functools import cache, lru_cache
from typing import TYPE_CHECKING, Any

from jury_desktop.domain.messages import Message, say
from jury_desktop.letters import fields, filters
from jury_desktop.letters.sources import Source

if TYPE_CHECKING:
    from jinja2 import nodes
    from jinja2.sandbox import ImmutableSandboxedEnvironment

_ALLOWED = frozenset(
    {
        "Template",
        "Output",
        "TemplateData",
        "If",
        "For",
        "CondExpr",
        "Name",
        "Getattr",
        "Filter",
        "Test",
        "Const",
    }
    | {"Compare", "Operand", "And", "Or", "Not", "Call"}
)
_PROVIDED: fields.Shape = {"block": {}, "score_table": {}, "loop": {"index": {}, "first": {}, "last": {}}}


@dataclass(frozen=True, slots=True)
class TemplateProblem:
    """Something in a template that may not be there, with its line in the file."""

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


def _check(source: Source, text: str, lines_before: int) -> tuple[TemplateProblem, ...]:
    from jinja2 import TemplateSyntaxError

    try:
        tree = environment().parse(text)
    except TemplateSyntaxError as error:
        return (_problem("letters.template_syntax", source, error.lineno + lines_before, str(error.message)),)
    known = _Known(tree)
    found = ((node, known.wrong_with(node)) for node in _walk(tree))
    return tuple(
        _problem(key, source, node.lineno + lines_before, what)
        for node, wrong in found
        for key, what in wrong
    )


def _walk(tree: nodes.Node) -> Iterator[nodes.Node]:
    from jinja2 import nodes

    return tree.find_all(nodes.Node)


class _Known:
    """The names a template may use, with their parts: the fields, and its own loop variables."""

    def __init__(self, tree: nodes.Template) -> None:
        from jinja2 import nodes

        self._shapes = fields.shape() | _PROVIDED
        for loop in tree.find_all(nodes.For):
            if isinstance(loop.target, nodes.Name):
                self._shapes[loop.target.name] = self._shape(loop.iter) or {}

    def wrong_with(self, node: nodes.Node) -> Iterator[tuple[str, str]]:
        """The message and what it is about, for a node that may not be there."""
        from jinja2 import nodes

        match node:
            case _ if type(node).__name__ not in _ALLOWED:
                yield "letters.not_allowed", type(node).__name__
            case nodes.Name() if node.name not in self._shapes:
                yield "letters.unknown_field", node.name
            case nodes.Getattr() if node.attr not in (self._shape(node.node) or {}):
                yield "letters.unknown_field", _dotted(node)
            case nodes.Filter() if node.name not in filters.FILTERS:
                yield "letters.unknown_filter", node.name
            case nodes.Test() if node.name not in filters.TESTS:
                yield "letters.unknown_filter", node.name
            case nodes.Call() if getattr(node.node, "name", "") != "block":
                yield "letters.not_allowed", "Call"

    def _shape(self, node: nodes.Node) -> fields.Shape | None:
        from jinja2 import nodes

        match node:
            case nodes.Name():
                return self._shapes.get(node.name)
            case nodes.Getattr():
                return (self._shape(node.node) or {}).get(node.attr)
            case _:
                return None


def _dotted(node: nodes.Getattr) -> str:
    owner = node.node
    return f"{getattr(owner, 'name', getattr(owner, 'attr', '…'))}.{node.attr}"


def _problem(key: str, source: Source, line: int, what: str) -> TemplateProblem:
    return TemplateProblem(line, say(key, name=source.name, line=line, what=what))
