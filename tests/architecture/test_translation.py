"""Every text on a screen goes through Qt's translation, in a form the tools can find."""

from __future__ import annotations

import ast
import re
from collections.abc import Iterator
from pathlib import Path

from tests.architecture.checkout import called, modules, nodes, tree, where

TRANSLATORS = {"tr", "translate", "QT_TRANSLATE_NOOP", "QT_TR_NOOP"}
SHOWING = re.compile(
    r"set(Text|PlainText|Html|Title|WindowTitle|ToolTip|StatusTip|WhatsThis|PlaceholderText|Prefix|Suffix"
    r"|InformativeText|DetailedText|AccessibleName|AccessibleDescription|LabelText|SpecialValueText)"
    r"|Q(Label|PushButton|ToolButton|CheckBox|RadioButton|GroupBox|Action|MessageBox|ProgressDialog)"
    r"|(add|insert)(Action|Menu|Tab|Row|Item)|showMessage|information|warning|critical|question"
)
NAMES = {"Jury Desktop"}
SENTENCE = re.compile(r"[A-Z][a-z]+ [a-zA-Z]")


def has_words(node: ast.AST) -> bool:
    """Whether an expression holds a text of its own, names aside, with at least two letters on end."""
    if isinstance(node, ast.JoinedStr):
        return any(has_words(part) for part in node.values)
    if not isinstance(node, ast.Constant) or not isinstance(node.value, str):
        return False
    return node.value.strip() not in NAMES and bool(re.search("[a-z]{2}", node.value))


def shown_texts() -> Iterator[str]:
    for file, node in nodes("ui"):
        if isinstance(node, ast.Call) and SHOWING.fullmatch(called(node)):
            yield from (where(file, argument) for argument in node.args if has_words(argument))


def test_no_text_reaches_a_widget_untranslated() -> None:
    assert list(shown_texts()) == []


def documented_or_translated(file: Path) -> set[int]:
    """The identity of every constant that is documentation, an error for us, or goes to the translator."""
    known: set[int] = set()
    for node in ast.walk(tree(file)):
        if isinstance(node, ast.Expr):
            known.add(id(node.value))
        if isinstance(node, ast.Raise) or (isinstance(node, ast.Call) and called(node) in TRANSLATORS):
            known.update(map(id, ast.walk(node)))
    return known


def test_no_sentence_stands_in_the_window_code_outside_translation() -> None:
    loose = [
        (where(file, node), node.value)
        for file in modules("ui")
        for known in (documented_or_translated(file),)
        for node in ast.walk(tree(file))
        if isinstance(node, ast.Constant) and has_words(node) and id(node) not in known
        if SENTENCE.match(str(node.value))
    ]

    assert loose == []


def test_what_is_translated_is_a_plain_text() -> None:
    """An f-string or a variable is never found by lupdate, so it would never be translated."""
    composed = [
        where(file, node)
        for file, node in nodes("ui")
        if isinstance(node, ast.Call) and called(node) == "tr" and node.args
        if not isinstance(node.args[0], ast.Constant)
    ]

    assert composed == []
