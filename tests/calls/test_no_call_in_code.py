"""What a call decides stands in its file: no name, address or date of a shipped call stands in the code."""

from __future__ import annotations

import ast
import re
from collections.abc import Iterator
from pathlib import Path

import pytest

import jury_desktop
from jury_desktop.domain.call import Call
from jury_desktop.services.calls import load_call, shipped_calls

CODE = sorted(Path(jury_desktop.__file__).parent.rglob("*.py"))


def names(call: Call) -> set[str]:
    """Words of the call that only its file may hold."""
    personas = {word for challenge in call.challenges for word in re.findall(r"\w+", challenge.personas)}
    people = {call.contact.name, *call.contact.name.split(), call.contact.email, call.submission_email}
    capitals = {word for word in personas if word[0].isupper()}
    return {*call.area, *call.municipalities, *capitals, *people, *call.own_servers, call.contact.phone}


def years(call: Call) -> set[int]:
    return {call.year, call.deadline.year, *(window.start.year for window in call.windows)}


def values(tree: ast.Module) -> Iterator[object]:
    """Every constant of the code; docstrings explain and do not count."""
    explained = {
        id(node.value)
        for node in ast.walk(tree)
        if isinstance(node, ast.Expr) and isinstance(node.value, ast.Constant)
    }
    for node in ast.walk(tree):
        if isinstance(node, ast.Constant) and id(node) not in explained:
            yield node.value


@pytest.mark.parametrize("name", shipped_calls())
def test_no_name_of_a_call_stands_in_the_code(name: str) -> None:
    words = re.compile(r"(?<!\w)(" + "|".join(map(re.escape, sorted(names(load_call(name))))) + r")(?!\w)")
    found = [
        f"{file.name}:{number}: {match[0]}"
        for file in CODE
        for number, line in enumerate(file.read_text(encoding="utf-8").splitlines(), 1)
        for match in words.finditer(line)
    ]
    assert found == []


@pytest.mark.parametrize("name", shipped_calls())
def test_no_date_of_a_call_stands_in_the_code(name: str) -> None:
    call = load_call(name)
    dated = re.compile("|".join(rf"\b{year}[-/]\d|[-/]{year}\b" for year in years(call)))
    found = [
        f"{file.name}: {value}"
        for file in CODE
        for value in values(ast.parse(file.read_text(encoding="utf-8")))
        if (isinstance(value, int) and value in years(call))
        or (isinstance(value, str) and dated.search(value))
    ]
    assert found == []


def test_the_words_looked_for_are_those_of_the_call() -> None:
    assert {"Lier", "Heist-op-den-Berg", "Saled", "Thierry", "Vangoidsenhoven"} < names(
        load_call("lier-2023")
    )
