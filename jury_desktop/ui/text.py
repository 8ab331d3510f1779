"""The words on the screen: English in the code, any other language from ``resources/i18n``.

A module names its area once and then writes plain English::

    tr = area("candidacies")
    button.setText(tr("Import mailbox…"))
    label.setText(tr("%n messages read", "", count))        # plural: text, note, number
    label.setText(tr("Received by {server}").format(server=name))  # never an f-string inside tr()

``tr`` may only be called while a widget is being built or shown, never when a module is imported:
the language is not known yet at that moment. ``resources/i18n/update.py`` collects the strings.
"""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache
from pathlib import Path
from typing import Protocol
from xml.etree import ElementTree

from PySide6.QtCore import QCoreApplication, QLibraryInfo, QLocale, QTranslator

from jury_desktop import resources

LANGUAGES: Mapping[str, str] = {"nl": "Nederlands", "en": "English"}
_LOCALES = {
    "nl": QLocale(QLocale.Language.Dutch, QLocale.Country.Belgium),
    "en": QLocale(QLocale.Language.English, QLocale.Country.UnitedKingdom),
}
Key = tuple[str, str, str]
"""Area, English text and note: what identifies a string."""


class Tr(Protocol):
    """Translates a text; ``note`` tells equal texts apart, ``n`` fills ``%n`` and picks the plural."""

    def __call__(self, text: str, note: str = "", n: int = -1) -> str: ...


def area(name: str) -> Tr:
    """The translating function of one area, whose strings lie in ``resources/i18n/<language>/<name>.ts``."""

    def tr(text: str, note: str = "", n: int = -1) -> str:
        forms = _spoken.get((name, text, note), (text,))
        return forms[0 if n in {1, -1} else -1].replace("%n", str(n))

    return tr


@cache
def strings(language: str) -> Mapping[Key, tuple[str, ...]]:
    """Every finished string of a language with its one or two forms (singular, plural)."""
    found: dict[Key, tuple[str, ...]] = {}
    for file in sorted(resources.path("i18n", language).glob("*.ts")):
        found |= read_ts(file)
    return found


def read_ts(file: Path) -> dict[Key, tuple[str, ...]]:
    """The finished strings of one ``.ts`` file."""
    found: dict[Key, tuple[str, ...]] = {}
    for context in ElementTree.parse(file).getroot().iter("context"):
        name = context.findtext("name", "")
        for message in context.iter("message"):
            translation = message.find("translation")
            if translation is not None and translation.get("type") is None:
                key = (name, message.findtext("source", ""), message.findtext("comment", ""))
                found[key] = _forms(translation)
    return found


def _forms(translation: ElementTree.Element) -> tuple[str, ...]:
    forms = tuple(form.text or "" for form in translation.iter("numerusform"))
    return forms or (translation.text or "",)


_spoken: dict[Key, tuple[str, ...]] = {}
"""The strings of the language in use. Read straight from the ``.ts`` files: nothing to compile or to ship
twice. (A QTranslator written in Python is no way out: PySide 6.12 releases None once too often per call.)"""


class Language:
    """Makes the running program speak a language."""

    def __init__(self) -> None:
        self.name = ""
        self._qt: QTranslator | None = None

    def use(self, name: str) -> None:
        """Speak ``name`` (a key of :data:`LANGUAGES`) from now on; widgets built later will show it."""
        self.release()
        _spoken.update(strings(name))
        self._qt = _qt_translator(name)
        QCoreApplication.installTranslator(self._qt)
        QLocale.setDefault(_LOCALES[name])
        self.name = name

    def release(self) -> None:
        """Back to the English of the code."""
        _spoken.clear()
        if self._qt is not None:
            QCoreApplication.removeTranslator(self._qt)
            self._qt = None


def _qt_translator(name: str) -> QTranslator:
    """Qt's own words (OK, Cancel, the file dialog); an empty translator when this Qt has none."""
    translator = QTranslator()
    translator.load(f"qtbase_{name}", QLibraryInfo.path(QLibraryInfo.LibraryPath.TranslationsPath))
    return translator
