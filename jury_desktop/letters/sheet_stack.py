"""What stands on score sheets that are filled in by hand."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime


@dataclass(frozen=True, slots=True)
class PrintedGoal:
    """A goal to mark: its code on the sheet, and what it says."""

    code: str
    text: str


@dataclass(frozen=True, slots=True)
class PrintedLine:
    """What is scored: its code on the sheet, its name and question, and the values to choose from.

    :param absent: the word that says that it does not apply, empty where the call does not allow that.
    :param lines: how many lines there are to write on; ``explained`` whether something must be written there.
    :param goals: those of the challenge that it is about, each to be marked.
    """

    code: str
    title: str
    question: str
    values: tuple[str, ...]
    absent: str
    lines: int
    goals: tuple[PrintedGoal, ...] = ()
    explained: bool = False


@dataclass(frozen=True, slots=True)
class PrintedSheet:
    """The sheet of one juror on one candidacy; ``code`` is how it is found again."""

    code: str
    reference: str
    organisation: str
    lines: tuple[PrintedLine, ...]


@dataclass(frozen=True, slots=True)
class SheetStack:
    """All sheets of a juror in a round.

    :param about: of which call and round.
    :param anchors: what the values mean, by criterion: its code and name, and a sentence for each value.
    :param made: aware; the only date in the file.
    """

    about: str
    juror: str
    sheets: tuple[PrintedSheet, ...]
    anchors: tuple[tuple[str, tuple[str, ...]], ...]
    author: str
    language: str
    made: datetime
