"""Nothing holds on to what Qt deletes without a word."""

from __future__ import annotations

import ast

from tests.architecture.checkout import nodes, where


def test_no_layout_is_asked_for_its_items() -> None:
    """``itemAt`` leaves a handle behind that crashes the program later; see ``basics.widgets_in``."""
    asked = [
        where(file, node)
        for file, node in nodes()
        if isinstance(node, ast.Call) and isinstance(node.func, ast.Attribute) and node.func.attr == "itemAt"
    ]
    assert asked == []
