"""How people see a cell of a table: codes in words, numbers as on the screen. JSON keeps what it is."""

from __future__ import annotations

from datetime import datetime

from jury_desktop.domain.call import Round
from jury_desktop.domain.messages import say
from jury_desktop.domain.table import Cell, Column
from jury_desktop.wording import catalogue, moment, number, render, score

_CODES = frozenset(
    {"verdict", "admissibility", "state", "kind", "round", "rounds", "stage", "mark", "value"}
    | {"attendance", "consequence", "decision", "channel"}
)
"""Columns whose cells are codes of the program, or several with a comma."""
_REFERENCES = frozenset({"rests_on", "changed_since"})
"""Columns that name score rows: juror, round and value."""
_EXACT = frozenset({"weight", "value"})
"""Columns whose numbers are of the call, and so not rounded as scores are."""


def shown(column: Column, cell: Cell, language: str) -> Cell:
    """A cell in words; scores with two decimals; what is neither code nor number as it is."""
    if isinstance(cell, bool):
        return render(say("actions.value_yes" if cell else "actions.value_no"), language)
    if isinstance(cell, float):
        return cell if column.key in _EXACT else float(score(cell, "en"))
    if not isinstance(cell, str):
        return cell
    if column.key == "rule":
        return _rule(cell, language)
    if column.key in _CODES:
        return ", ".join(code_word(code, language) for code in cell.split(", "))
    return _reference(cell, language) if column.key in _REFERENCES else cell


def written(column: Column, cell: float, language: str) -> str:
    """A number as text, with the decimal sign of the language."""
    return number(cell, language, 6) if column.key in _EXACT else score(cell, language)


def in_words(column: Column, cell: Cell, language: str) -> str:
    """A cell as text for people."""
    if cell is None:
        return ""
    if isinstance(cell, float):
        return written(column, cell, language)
    if isinstance(cell, datetime):
        return moment(cell, language)
    return str(shown(column, cell, language))


def code_word(code: str, language: str) -> str:
    """A code in a word; what is no code of the program stays."""
    known = catalogue(language)
    return known.get(f"tables.code_{code}") or known.get(f"actions.value_{code}", code)


def _rule(code: str, language: str) -> str:
    """ "threshold", or with what it is about: "round.pitch", "challenge.1"."""
    name, _, about = code.partition(".")
    return render(say(f"tables.rule_{name}", about=code_word(about, language)), language)


def _reference(text: str, language: str) -> str:
    for round_ in Round:
        text = text.replace(f" {round_.value} ", f" {code_word(round_.value, language)} ")
    return text
