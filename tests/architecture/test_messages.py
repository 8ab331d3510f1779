"""Every sentence exists in Dutch and in English, with the same gaps, and every sentence in code exists."""

from __future__ import annotations

import ast
import re
import tomllib
from collections.abc import Iterator
from functools import cache
from string import Formatter

import pytest

from tests.architecture.checkout import ROOT, called, nodes, where

FOLDER = ROOT / "resources" / "i18n" / "messages"
ROOMS = sorted({file.name.split(".")[0] for file in FOLDER.glob("*.toml")})
SINGULAR = "_one"
SPEAKERS = {"say", "refuse", "Message"}


@cache
def sentences(room: str, language: str) -> dict[str, str]:
    return tomllib.loads((FOLDER / f"{room}.{language}.toml").read_text(encoding="utf-8"))


def gaps(template: str) -> frozenset[str]:
    return frozenset(name for _, name, _, _ in Formatter().parse(template) if name is not None)


@cache
def catalogue() -> dict[str, str]:
    return {f"{room}.{key}": text for room in ROOMS for key, text in sentences(room, "nl").items()}


def spoken() -> Iterator[tuple[str, ast.Call, ast.expr]]:
    """Every place where code says something: the place, the call and each expression for its key."""
    for file, node in nodes():
        if isinstance(node, ast.Call) and called(node) in SPEAKERS and node.args:
            key = node.args[0]
            for choice in (key.body, key.orelse) if isinstance(key, ast.IfExp) else (key,):
                yield where(file, node), node, choice


def literal_keys() -> Iterator[tuple[str, ast.Call, str]]:
    for place, call, key in spoken():
        if isinstance(key, ast.Constant) and isinstance(key.value, str):
            yield place, call, key.value


def pattern(text: ast.JoinedStr) -> re.Pattern[str]:
    parts = [re.escape(str(part.value)) if isinstance(part, ast.Constant) else r"\w+" for part in text.values]
    return re.compile("".join(parts))


@pytest.mark.parametrize("room", ROOMS)
def test_both_languages_say_the_same_things_with_the_same_gaps(room: str) -> None:
    dutch, english = (
        {key: gaps(text) for key, text in sentences(room, language).items()} for language in ("nl", "en")
    )

    assert dutch == english


@pytest.mark.parametrize("room", ROOMS)
@pytest.mark.parametrize("language", ["nl", "en"])
def test_no_sentence_is_empty_or_padded(room: str, language: str) -> None:
    assert {
        key: text
        for key, text in sentences(room, language).items()
        if not text.strip() or text != text.strip()
    } == {}


def test_every_sentence_that_code_says_exists() -> None:
    unknown = [(place, key) for place, _, key in literal_keys() if key not in catalogue()]

    assert unknown == []


def test_every_composed_key_can_be_found() -> None:
    composed = [(place, pattern(key)) for place, _, key in spoken() if isinstance(key, ast.JoinedStr)]

    assert [place for place, keys in composed if not any(map(keys.fullmatch, catalogue()))] == []


def test_every_gap_is_filled_where_the_sentence_is_said() -> None:
    unfilled = [
        (place, key, sorted(missing))
        for place, call, key in literal_keys()
        if called(call) != "Message" and all(keyword.arg for keyword in call.keywords)
        if (missing := gaps(catalogue().get(key, "")) - {keyword.arg for keyword in call.keywords})
    ]

    assert unfilled == []


def test_no_sentence_is_left_that_nothing_says() -> None:
    literals = {
        node.value for _, node in nodes() if isinstance(node, ast.Constant) and isinstance(node.value, str)
    }
    patterns = [pattern(node) for _, node in nodes() if isinstance(node, ast.JoinedStr)]
    composed = [keys for keys in patterns if re.match(r"\w+\\\.", keys.pattern)]
    said = {key for key in catalogue() if key in literals or any(keys.fullmatch(key) for keys in composed)}

    assert [key for key in catalogue() if key not in said and key.removesuffix(SINGULAR) not in said] == []


def test_a_sentence_in_the_singular_belongs_to_one_that_counts() -> None:
    """Where ``count`` is 1, wording takes ``<key>_one``; it has the gaps of the other, or fewer."""
    singular = {key: gaps(text) for key, text in catalogue().items() if key.endswith(SINGULAR)}
    counting = {key: gaps(catalogue().get(key.removesuffix(SINGULAR), "")) for key in singular}

    assert [
        key for key in singular if "count" not in counting[key] or not singular[key] <= counting[key]
    ] == []


def test_every_file_has_its_other_language() -> None:
    names = {file.name for file in FOLDER.glob("*.toml")}

    assert names == {f"{room}.{language}.toml" for room in ROOMS for language in ("nl", "en")}


def test_the_gap_of_a_sentence_is_a_plain_name() -> None:
    names = {name for text in catalogue().values() for name in gaps(text)}

    assert {name for name in names if not re.fullmatch(r"[a-z][a-z0-9_]*", name)} == set()
