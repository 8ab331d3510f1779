"""Score sheets on paper: how their lines are called, and how far a sheet that is typed over has come."""

from __future__ import annotations

import hashlib
import re
from collections.abc import Iterable
from dataclasses import dataclass
from enum import StrEnum
from string import ascii_uppercase

from jury_desktop.domain.call import Call, Goal, Round
from jury_desktop.domain.candidacy import Candidacy
from jury_desktop.domain.sheet import Item, Sheet, items_of

ENTERED, EXPLAINED, CHECKED, SAVED = "sheet.entered", "sheet.explained", "sheet.checked", "sheet.saved"
"""The events by which one knows how a sheet came to be: scores typed over from paper, the words that go with
them, entered a second time with the same outcome, scored on the screen."""


_CLEAR = "2346789ABCDEFHJKLMNPQRTUVWXYZ"
"""What nobody takes for something else when it is written by hand."""
_LETTERS = 5
"""With 60 candidacies and 30 jurors, one dossier in 200 has two sheets with one code."""


class PaperState(StrEnum):
    """How far a sheet is for who types it over."""

    EMPTY = "empty"
    ENTERED = "entered"
    CHECKED = "checked"
    """Entered a second time, with the same outcome."""
    ON_SCREEN = "on_screen"
    """The juror scores it on the screen: nobody else writes in it, nor sees what is in it."""
    SUBMITTED = "submitted"


ENTERABLE = frozenset({PaperState.EMPTY, PaperState.ENTERED, PaperState.CHECKED})
"""The states in which somebody may type it over."""


@dataclass(frozen=True, slots=True)
class Line:
    """A line of a sheet on paper: the number of a challenge, or a letter, and what is scored there."""

    code: str
    item: Item


def lines(call: Call, round_: Round) -> tuple[Line, ...]:
    """Every line that a sheet of this round may have: the challenges by their number, the rest A, B, C …"""
    items = items_of(call.rubric, tuple(challenge.number for challenge in call.challenges), round_)
    asked = list(dict.fromkeys(item.criterion.key for item in items if item.challenge is not None))
    letters = iter(ascii_uppercase)
    return tuple(Line(_code(item, asked) or next(letters), item) for item in items)


def goals(call: Call, items: Iterable[Item]) -> tuple[Goal, ...]:
    """The goals that can be marked on a sheet with these items: those of the challenges it asks about."""
    asked = dict.fromkeys(item.challenge for item in items if item.challenge is not None)
    return tuple(goal for number in asked for goal in call.challenge(number).goals)


def goal_code(goal: Goal) -> str:
    """How a goal is called on paper: "4.3" is the third of challenge 4."""
    challenge, _, place = goal.key.partition(".")
    return f"{challenge}.{int(place)}"


def _code(item: Item, asked: list[str]) -> str:
    """The number of the challenge, with a small letter where a challenge is asked about more than once."""
    if item.challenge is None:
        return ""
    letter = ascii_uppercase[asked.index(item.criterion.key)].lower() if len(asked) > 1 else ""
    return f"{item.challenge}{letter}"


def code_of(juror: str, candidacy: Candidacy, round_: Round) -> str:
    """By which a sheet on paper is found again: "K-02-7M4QX".

    The last letters say whose it is and of which round, and give away a mistake in typing: hardly one made-up
    code in ten thousand is that of a sheet.
    """
    digest = hashlib.sha256("|".join((juror, candidacy.id, round_.value)).encode()).digest()
    number = int.from_bytes(digest[:8], "big")
    letters = (_CLEAR[number // len(_CLEAR) ** place % len(_CLEAR)] for place in range(_LETTERS))
    return f"{candidacy.reference}-{''.join(letters)}"


def plain_code(typed: str) -> str:
    """A code as it was printed, however it was typed: "k02 7m4qx" is K-02-7M4QX."""
    found = re.sub("[^A-Z0-9]", "", typed.upper())
    parts = re.fullmatch(f"K([0-9]+?)([A-Z0-9]{{{_LETTERS}}})", found)
    return f"K-{parts[1]}-{parts[2]}" if parts else typed.strip().upper()


def paper_state(sheet: Sheet | None, actions: Iterable[str]) -> PaperState:
    """How far a sheet is, from what happened to it (the actions of its events, oldest first)."""
    happened = [action for action in actions if action in (ENTERED, EXPLAINED, CHECKED, SAVED)]
    if sheet is None:
        return PaperState.EMPTY
    if sheet.submitted:
        return PaperState.SUBMITTED
    if SAVED in happened:
        return PaperState.ON_SCREEN
    if not happened:
        return PaperState.EMPTY
    typed = [action for action in happened if action != EXPLAINED]  # words are not entered twice
    return PaperState.CHECKED if typed[-1:] == [CHECKED] else PaperState.ENTERED
