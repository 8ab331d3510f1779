"""Every field of a TOML text is found on its line."""

from __future__ import annotations

import tomllib
from pathlib import Path as File

import pytest

from jury_desktop.domain.call_lines import Path, field_lines

FILES = sorted(File(__file__).parents[2].glob("resources/calls/*.toml"))


def test_keys_tables_and_lists_of_tables_have_their_lines() -> None:
    text = """a = 1

[b]
c.d = "x"
[[e]]
f = 2
[[e]]
f = 3
[e.g]
h = true
[[e.i]]
j = 0
"""
    assert field_lines(text) == {
        ("a",): 1,
        ("b",): 3,
        ("b", "c", "d"): 4,
        ("e",): 5,
        ("e", 0): 5,
        ("e", 0, "f"): 6,
        ("e", 1): 7,
        ("e", 1, "f"): 8,
        ("e", 1, "g"): 9,
        ("e", 1, "g", "h"): 10,
        ("e", 1, "i"): 11,
        ("e", 1, "i", 0): 11,
        ("e", 1, "i", 0, "j"): 12,
    }


def test_elements_of_a_list_have_lines_of_their_own() -> None:
    text = """a = [
    1, # one, [not] two
    [2,
     3],
    { b = 4, c = [5] },
]
d = 6
"""
    assert field_lines(text) == {
        ("a",): 1,
        ("a", 0): 2,
        ("a", 1): 3,
        ("a", 1, 0): 3,
        ("a", 1, 1): 4,
        ("a", 2): 5,
        ("a", 2, "b"): 5,
        ("a", 2, "c"): 5,
        ("a", 2, "c", 0): 5,
        ("d",): 7,
    }


def test_what_stands_inside_a_text_is_no_field() -> None:
    text = '''a = """
[b]
c = 1 \\"""
"" # not a comment ]
"""
"d.e" = 'x # ['
f = "]\\""
g = \'\'\'
h = 1\'\'\'
i = 2023-06-02 23:59:00
'''
    assert tomllib.loads(text).keys() == {"a", "d.e", "f", "g", "i"}
    assert field_lines(text) == {("a",): 1, ("d.e",): 6, ("f",): 7, ("g",): 8, ("i",): 10}


def test_windows_line_ends_count_as_one() -> None:
    assert field_lines("a = 1\r\n\r\nb = [\r\n2]\r\n") == {("a",): 1, ("b",): 3, ("b", 0): 4}


def ways(value: object, path: Path = ()) -> list[Path]:
    parts = value.items() if isinstance(value, dict) else enumerate(value) if isinstance(value, list) else ()
    return [way for step, part in parts for way in [(*path, step), *ways(part, (*path, step))]]


@pytest.mark.parametrize("file", FILES, ids=lambda file: file.stem)
def test_every_field_of_a_shipped_call_is_found_and_on_a_line_that_names_it(file: File) -> None:
    text = file.read_text(encoding="utf-8")
    lines, shown = field_lines(text), text.splitlines()
    tables = {("rubric", "round_weights"), ("rubric", "challenge_weights")}

    assert set(lines) == set(ways(tomllib.loads(text)))
    for path, line in lines.items():
        if isinstance(path[-1], str) and path not in tables:
            assert shown[line - 1].strip("[ ").startswith((path[-1], ".".join(map(str, path[-2:])))), path
