"""What a template may say: the few things of Jinja that are allowed, with fields that exist.

Nothing else is, so no template can reach what lies behind a value, calculate, call, or go on for ever.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from datetime import date
from types import MappingProxyType

from jinja2 import nodes

from jury_desktop.domain.letter import Block
from jury_desktop.domain.messages import say
from jury_desktop.letters import fields, filters
from jury_desktop.letters.checking import Wrong
from jury_desktop.letters.fields import Shape

MOST_NODES = 4_000
DEEPEST = 40
"""How large a template may be once it is read, and how deep things may lie in each other."""

_PLAIN = (nodes.Template, nodes.Output, nodes.TemplateData, nodes.If, nodes.CondExpr, nodes.Const)
_LOGIC = (nodes.Compare, nodes.Operand, nodes.And, nodes.Or, nodes.Not)
_BLOCK, _SCORES, _LOOP = "block", "score_table", "loop"
_OF_LOOP = Shape(object, parts={"index": Shape(int), "first": Shape(bool), "last": Shape(bool)})
_WRITTEN = {
    "Assign": "{% set %}",
    "AssignBlock": "{% set %}",
    "Block": "{% block %}",
    "CallBlock": "{% call %}",
    "Concat": "~",
    "Dict": "{…}",
    "EvalContextModifier": "{% autoescape %}",
    "Extends": "{% extends %}",
    "FilterBlock": "{% filter %}",
    "FromImport": "{% from %}",
    "Getitem": "[…]",
    "Import": "{% import %}",
    "Include": "{% include %}",
    "List": "[…]",
    "Macro": "{% macro %}",
    "Scope": "{% autoescape %}",
    "ScopedEvalContextModifier": "{% autoescape %}",
    "Slice": "[:]",
    "Tuple": "(…)",
    "With": "{% with %}",
}
"""How what is not allowed looks in a template."""


Scope = Mapping[str, Shape]
"""The names that are known at a place."""


_SCORE_TABLE: Scope = MappingProxyType({_SCORES: Shape(str)})


def wrong_in(tree: nodes.Template, *, in_block: bool, also: Scope = _SCORE_TABLE) -> Iterator[Wrong]:
    """Everything in a template that may not be there.

    :param in_block: it can hold no text block, as a text block itself cannot.
    :param also: the names that are known beside the fields.
    """
    if (line := _too_large(tree)) is not None:
        yield Wrong(line, say("letters.too_intricate"))
    else:
        yield from _Grammar(in_block).statement(tree, {**fields.shape(), **also})


def blocks_of(tree: nodes.Template) -> Iterator[str]:
    """The names of the text blocks that a template carries, whether they exist or not."""
    for call in tree.find_all(nodes.Call):
        name = _named(call)
        if isinstance(name, str):
            yield name


def always_printed(parts: Iterable[nodes.Node]) -> frozenset[str]:
    """The names of the text blocks that come into every letter, whatever its fields hold: not those that only
    one side of a choice has, that a series may leave out, or that a choice asks for without showing them."""
    return frozenset(name for part in parts for name in _printed_by(part))


def _printed_by(node: nodes.Node) -> frozenset[str]:
    match node:
        case nodes.Output():
            return always_printed(node.nodes)
        case nodes.Call():
            name = _named(node)
            return frozenset({name}) if isinstance(name, str) else frozenset()
        case nodes.If():
            sides = (node.body, *(each.body for each in node.elif_), node.else_)
            return frozenset.intersection(*map(always_printed, sides))
        case nodes.CondExpr(expr1=one, expr2=other) if other is not None:
            return _printed_by(one) & _printed_by(other)
        case _:
            return frozenset()


def fields_of(tree: nodes.Template) -> Iterator[str]:
    """The fields that a template uses, with parts as in ``arrival.at``."""
    for node in tree.find_all((nodes.Name, nodes.Getattr)):
        yield _dotted(node)


def _too_large(tree: nodes.Template) -> int | None:
    """The line on which a template gets too large or too deep; read without recursion."""
    waiting: list[tuple[nodes.Node, int]] = [(tree, 0)]
    count = 0
    while waiting:
        node, depth = waiting.pop()
        count += 1
        if count > MOST_NODES or depth > DEEPEST:
            return _line(node)
        waiting += [(child, depth + 1) for child in node.iter_child_nodes()]
    return None


class _Grammar:
    """Walks through a template with the names that are known at each place."""

    def __init__(self, in_block: bool) -> None:
        self._in_block = in_block

    def statement(self, node: nodes.Node, scope: Scope) -> Iterator[Wrong]:
        """What is wrong with a node and all in it."""
        match node:
            case nodes.For():
                yield from self._loop(node, scope)
            case nodes.Output():
                for part in node.nodes:
                    yield from self._printed(part, scope)
            case nodes.Name() if node.name not in scope:
                yield _wrong(node, "unknown_field", node.name)
            case nodes.Getattr():
                yield from self._part(node, scope)
            case nodes.Filter():
                yield from self._filter(node, scope)
            case nodes.Test():
                yield from self._test(node, scope)
            case nodes.Call():
                yield from self._call(node)
            case nodes.Name() | nodes.TemplateData():
                pass
            case _ if isinstance(node, _PLAIN + _LOGIC):
                yield from self._all_in(node, scope)
            case _:
                yield _wrong(node, "not_allowed", _shown(node))

    def _all_in(self, node: nodes.Node, scope: Scope) -> Iterator[Wrong]:
        for child in node.iter_child_nodes():
            yield from self.statement(child, scope)

    def _loop(self, node: nodes.For, scope: Scope) -> Iterator[Wrong]:
        """Only through a field of many values, under a name that means nothing else yet."""
        before = list(self.statement(node.iter, scope))
        yield from before
        many = _shape(node.iter, scope)
        if node.recursive:
            yield _wrong(node, "not_allowed", "recursive")
        if not isinstance(node.target, nodes.Name):
            yield _wrong(node, "not_allowed", "{% for a, b in … %}")
        elif node.target.name in {*scope, _BLOCK, _LOOP} or node.target.name.startswith("_"):
            yield _wrong(node, "name_taken", node.target.name)
        elif many is None or not many.many:
            if not before:  # else the first mistake says it
                yield _wrong(node, "not_many", _dotted(node.iter))
        else:
            inner = {**scope, node.target.name: many.each, _LOOP: _OF_LOOP}
            tests = [node.test] if node.test else []
            for child in (*tests, *node.body):
                yield from self.statement(child, inner)
        for child in node.else_:
            yield from self.statement(child, scope)

    def _printed(self, node: nodes.Node, scope: Scope) -> Iterator[Wrong]:
        """What comes into the text: a plain value, and a date or a fraction only in some format."""
        match node:
            case nodes.CondExpr():
                yield from self.statement(node.test, scope)
                yield from self._each_printed((node.expr1, node.expr2), scope)
            case nodes.And() | nodes.Or():
                yield from self._each_printed((node.left, node.right), scope)
            case nodes.TemplateData():
                pass
            case _:
                found = list(self.statement(node, scope))
                yield from found or self._unprintable(node, scope)

    def _each_printed(self, choice: Iterable[nodes.Node | None], scope: Scope) -> Iterator[Wrong]:
        for node in choice:
            if node is not None:
                yield from self._printed(node, scope)

    def _unprintable(self, node: nodes.Node, scope: Scope) -> Iterator[Wrong]:
        shape = _shape(node, scope)
        if shape is None or shape.many or shape.parts:
            yield _wrong(node, "not_printable", _dotted(node))
        elif issubclass(shape.kind, date | float | bool):
            yield _wrong(node, "needs_format", _dotted(node))

    def _part(self, node: nodes.Getattr, scope: Scope) -> Iterator[Wrong]:
        if not isinstance(node.node, nodes.Name | nodes.Getattr):
            yield _wrong(node, "not_allowed", f"(…).{node.attr}")
            return
        before = list(self.statement(node.node, scope))
        whole = _shape(node.node, scope)
        known = whole is not None and not whole.many and node.attr in whole.parts
        yield from before if before or known else [_wrong(node, "unknown_field", _dotted(node))]

    def _filter(self, node: nodes.Filter, scope: Scope) -> Iterator[Wrong]:
        """A filter that exists, without anything in brackets, on a value it can show."""
        before = list(self.statement(node.node, scope)) if node.node else []
        if before:
            yield from before
        elif node.name not in filters.FILTERS:
            yield _wrong(node, "unknown_filter", node.name)
        elif node.args or node.kwargs or node.dyn_args or node.dyn_kwargs:
            yield _wrong(node, "not_allowed", f"{node.name}(…)")
        elif (shape := _shape(node.node, scope)) is None or not _takes(node.name, shape):
            yield _wrong(node, "unfit_format", node.name)

    def _test(self, node: nodes.Test, scope: Scope) -> Iterator[Wrong]:
        yield from self.statement(node.node, scope)
        if node.name not in filters.TESTS:
            yield _wrong(node, "unknown_filter", node.name)
        elif node.args or node.kwargs or node.dyn_args or node.dyn_kwargs:
            yield _wrong(node, "not_allowed", f"{node.name}(…)")

    def _call(self, node: nodes.Call) -> Iterator[Wrong]:
        """Nothing can be called but a text block, by its name, and never from within another."""
        name = _named(node)
        if name is None:
            yield _wrong(node, "not_allowed", f"{_dotted(node.node)}(…)")
        elif self._in_block:
            yield _wrong(node, "block_in_block")
        elif name not in tuple(Block):
            yield Wrong(_line(node), say("letters.unknown_block", block=str(name), known=tuple(Block)))


def _named(node: nodes.Call) -> object | None:
    """The one constant in a call of a text block; None for any other call."""
    called = isinstance(node.node, nodes.Name) and node.node.name == _BLOCK
    alone = len(node.args) == 1 and not (node.kwargs or node.dyn_args or node.dyn_kwargs)
    if called and alone and isinstance(node.args[0], nodes.Const):
        return str(node.args[0].value)
    return None


def _takes(name: str, shape: Shape) -> bool:
    """Whether a filter can show a value. A yes or no is a number to Python, and to nobody else."""
    if shape.many or shape.parts:
        return shape.many and not shape.parts and tuple in filters.KINDS[name]
    return shape.kind is not bool and issubclass(shape.kind, filters.KINDS[name])


def _shape(node: nodes.Node | None, scope: Scope) -> Shape | None:
    """What is known of the value of an expression."""
    match node:
        case nodes.Name():
            return scope.get(node.name)
        case nodes.Getattr():
            whole = _shape(node.node, scope)
            return whole.parts.get(node.attr) if whole and not whole.many else None
        case nodes.Filter():
            return Shape(str)
        case nodes.Const():
            return Shape(type(node.value))
        case nodes.Call():
            return Shape(str)
        case nodes.Compare() | nodes.Not() | nodes.Test():
            return Shape(bool)
        case _:
            return None


def _dotted(node: nodes.Node) -> str:
    match node:
        case nodes.Getattr():
            return f"{_dotted(node.node)}.{node.attr}"
        case nodes.Name():
            return str(node.name)
        case nodes.Const():
            return repr(node.value)[:40]
        case _:
            return "…"


def _shown(node: nodes.Node) -> str:
    """What is not allowed, as it looks in a template."""
    return getattr(node, "operator", "") or _WRITTEN.get(type(node).__name__, type(node).__name__)


def _wrong(node: nodes.Node, key: str, what: str = "") -> Wrong:
    return Wrong(_line(node), say(f"letters.{key}", **({"what": what} if what else {})))


def _line(node: nodes.Node) -> int:
    """The line of a node; of one that Jinja made up itself that of the first in it that has one."""
    return next((int(each.lineno) for each in (node, *node.find_all(nodes.Node)) if each.lineno), 1)
