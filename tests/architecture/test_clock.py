"""The time of day is handed to the rules, never looked up by them."""

from __future__ import annotations

import ast

from tests.architecture.checkout import nodes, where

CLOCKS = {
    ("date", "today"),
    ("datetime", "now"),
    ("datetime", "today"),
    ("datetime", "utcnow"),
    ("time", "time"),
    ("time", "localtime"),
}


def reads_a_clock(node: ast.AST) -> bool:
    if not isinstance(node, ast.Attribute):
        return False
    owner = node.value.attr if isinstance(node.value, ast.Attribute) else getattr(node.value, "id", "")
    return (owner, node.attr) in CLOCKS


def test_domain_and_services_never_look_at_the_clock() -> None:
    places = [
        where(file, node)
        for room in ("domain", "services")
        for file, node in nodes(room)
        if reads_a_clock(node)
    ]

    assert places == []
