"""The time of day is handed to the rules, never looked up by them; it is shown by the clock of Brussels."""

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


def shows_an_hour_as_stored(node: ast.AST) -> bool:
    """An hour taken straight from what keeps it, ``f"{letter.sent_at:%H:%M}"``: kept moments are in UTC."""
    if not isinstance(node, ast.FormattedValue) or node.format_spec is None:
        return False
    return isinstance(node.value, ast.Attribute) and "%H" in ast.unparse(node.format_spec)


def test_no_hour_is_shown_as_it_is_stored() -> None:
    places = [
        where(file, node)
        for room in ("ui", "services", "cli")
        for file, node in nodes(room)
        if shows_an_hour_as_stored(node)
    ]

    assert places == []
