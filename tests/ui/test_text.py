"""The words of the window: found, translated, complete."""

from __future__ import annotations

import ast
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path
from xml.etree import ElementTree

import pytest
from PySide6.QtWidgets import QDialogButtonBox
from pytestqt.qtbot import QtBot

from jury_desktop import resources
from jury_desktop.ui.text import LANGUAGES, Language, area, read_ts
from tests.architecture.checkout import modules, tree, where

SAMPLE = """<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="nl"><context><name>demo</name>
<message><source>Open</source><comment>verb</comment><translation>Openen</translation></message>
<message><source>Open</source><comment>state</comment><translation>Open</translation></message>
<message numerus="yes"><source>%n letters</source>
<translation><numerusform>%n brief</numerusform><numerusform>%n brieven</numerusform></translation></message>
<message><source>Later</source><translation type="unfinished">Straks</translation></message>
</context></TS>
"""


@pytest.fixture
def sample(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Language]:
    """A language with the sample's words alone."""
    (tmp_path / "nl.ts").write_text(SAMPLE, encoding="utf-8")
    monkeypatch.setattr("jury_desktop.ui.text.strings", lambda _name: read_ts(tmp_path / "nl.ts"))
    language = Language()
    language.use("nl")
    yield language
    language.release()


def test_a_note_tells_equal_texts_apart(sample: Language) -> None:
    tr = area("demo")

    assert (tr("Open", "verb"), tr("Open", "state"), tr("Open")) == ("Openen", "Open", "Open")


@pytest.mark.parametrize(("count", "said"), [(0, "0 brieven"), (1, "1 brief"), (2, "2 brieven")])
def test_a_plural_follows_its_number(sample: Language, count: int, said: str) -> None:
    assert area("demo")("%n letters", "", count) == said


def test_what_has_no_translation_stays_english_and_areas_are_apart(sample: Language) -> None:
    assert area("demo")("Later") == "Later"
    assert area("other")("Open", "verb") == "Open"


def test_letting_a_language_go_gives_back_english(sample: Language) -> None:
    sample.release()

    assert area("demo")("Open", "verb") == "Open"


def test_qt_speaks_the_language_too(qtbot: QtBot, dutch: Language) -> None:
    box = QDialogButtonBox(QDialogButtonBox.StandardButton.Cancel)
    qtbot.addWidget(box)

    assert box.button(QDialogButtonBox.StandardButton.Cancel).text().replace("&", "") == "Annuleren"


def finished(message: ElementTree.Element) -> bool:
    translation = message.find("translation")
    assert translation is not None
    forms = [form.text for form in translation] or [translation.text]
    return translation.get("type") is None and all(form and form.strip() for form in forms)


def test_every_text_of_the_window_has_its_translation() -> None:
    """Run ``python resources/i18n/update.py`` and fill in what it lists."""
    unfinished = [
        f"{language}/{file.stem}: {message.findtext('source')}"
        for language in LANGUAGES
        for file in sorted(resources.path("i18n", language).glob("*.ts"))
        for message in ElementTree.parse(file).getroot().iter("message")
        if not finished(message)
    ]

    assert unfinished == []


def test_no_text_of_the_window_is_missing_from_the_files() -> None:
    """What the tool finds in the code is what the files hold: nothing forgotten, nothing left over."""
    check = [sys.executable, str(resources.path("i18n", "update.py")), "--check"]
    done = subprocess.run(check, capture_output=True, text=True, check=False)

    assert (done.stdout, done.stderr) == ("", "")


def test_no_text_is_translated_before_the_language_is_known() -> None:
    """``tr`` outside a function would run when the module is imported."""
    early = [
        where(file, call)
        for file in modules("ui")
        for statement in tree(file).body
        for call in calls_now(statement)
        if isinstance(call.func, ast.Name) and call.func.id == "tr"
    ]

    assert early == []


def calls_now(statement: ast.stmt) -> Iterator[ast.Call]:
    """The calls that run when a statement runs, those within functions left out."""
    waiting: list[ast.AST] = [statement]
    while waiting:
        node = waiting.pop()
        if isinstance(node, ast.FunctionDef | ast.Lambda):
            continue
        if isinstance(node, ast.Call):
            yield node
        waiting.extend(ast.iter_child_nodes(node))
