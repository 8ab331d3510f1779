"""Nothing grows so long that a newcomer loses the thread."""

from __future__ import annotations

import ast

from tests.architecture.checkout import ROOT, modules, nodes, where

LONGEST_FUNCTION = 60
LONGEST_FILE = 400
COMMON_FUNCTION = 25
COMMON_SHARE = 0.9


def lines_of(node: ast.FunctionDef | ast.AsyncFunctionDef) -> int:
    assert node.end_lineno is not None
    return node.end_lineno - node.lineno + 1


def functions() -> list[tuple[str, int]]:
    return [
        (f"{where(file, node)} {node.name}", lines_of(node))
        for file, node in nodes()
        if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef)
    ]


def test_no_function_is_longer_than_a_screen() -> None:
    assert [entry for entry in functions() if entry[1] > LONGEST_FUNCTION] == []


def test_nine_functions_in_ten_are_short() -> None:
    sizes = [size for _, size in functions()]

    assert sum(size <= COMMON_FUNCTION for size in sizes) >= COMMON_SHARE * len(sizes)


def test_no_file_is_a_warehouse() -> None:
    sizes = {
        file.relative_to(ROOT).as_posix(): len(file.read_text(encoding="utf-8").splitlines())
        for file in [*modules(), ROOT / "run.py"]
    }

    assert {name: size for name, size in sizes.items() if size > LONGEST_FILE} == {}
