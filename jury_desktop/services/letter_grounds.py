"""What each sentence of the motivation in a letter rests on: the score rows, kept with the letter once it is
made, so that a row that changes later does not change what was relied on."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

import msgspec

from jury_desktop.domain.call import Round
from jury_desktop.domain.candidacy import Candidacy
from jury_desktop.domain.decision import Decision, MotivationLine
from jury_desktop.domain.due import Due
from jury_desktop.domain.rights import Right
from jury_desktop.domain.selection import Selection
from jury_desktop.domain.sheet import Answer, Item, Sheet, items_of
from jury_desktop.domain.sheet import label as item_label
from jury_desktop.services.admission import needs
from jury_desktop.services.letter_book import LetterKey, letter_row
from jury_desktop.services.letter_data import UNPLANNED, letter_data
from jury_desktop.services.letter_wanted import Wanted
from jury_desktop.services.letterhead import house_of
from jury_desktop.services.ports import Dossier
from jury_desktop.services.rounds import selection_of

_BETWEEN_SENTENCES = re.compile(r"(?<=[.!?…])\s+")


@dataclass(frozen=True, slots=True)
class Ground:
    """A score row: who gave what in which round, and with which words; ``sheet`` is its id."""

    sheet: str
    juror: str
    round: Round
    score: int | None
    comment: str


@dataclass(frozen=True, slots=True)
class Sentence:
    """A sentence of the motivation with the rows it rests on; none where the jury wrote it on its own."""

    criterion: str
    text: str
    rows: tuple[Ground, ...]


@dataclass(frozen=True, slots=True)
class Grounds:
    """All sentences of a letter. ``kept``: as they stood when it was made."""

    sentences: tuple[Sentence, ...]
    kept: bool


@needs(Right.SEE_LETTERS)
def letter_grounds(dossier: Dossier, key: LetterKey) -> Grounds:
    """What the motivation of a letter rests on; nothing for one that gives none."""
    with dossier.read() as uow:
        selection = selection_of(uow)
        house = house_of(selection.call, uow.settings)
        row = letter_row(selection, house, key)
        if row.letter is not None and row.letter.grounds and not row.outdated:
            return Grounds(read_kept(uow.blobs.get(row.letter.grounds)), kept=True)
    wanted = Wanted(selection, house, row.candidacy, Due(key.type, key.about), UNPLANNED)
    rests = sentences_of(wanted) if letter_data(wanted).rows else ()
    return Grounds(rests, kept=False)


def sentences_of(wanted: Wanted) -> tuple[Sentence, ...]:
    """Every sentence of the motivation of a decision, item by item."""
    decision = wanted.decision
    return tuple(_sentences(wanted.selection, wanted.candidacy, decision)) if decision else ()


def as_kept(sentences: tuple[Sentence, ...]) -> bytes:
    """The sentences as JSON, the same bytes for the same sentences; nothing for none."""
    if not sentences:
        return b""
    return msgspec.json.format(msgspec.json.encode(sentences), indent=1)


def read_kept(content: bytes) -> tuple[Sentence, ...]:
    """The sentences that :func:`as_kept` wrote; none of nothing."""
    if not content:
        return ()
    kept: list[dict[str, Any]] = json.loads(content)
    return tuple(
        Sentence(
            each["criterion"],
            each["text"],
            tuple(Ground(**{**row, "round": Round(row["round"])}) for row in each["rows"]),
        )
        for each in kept
    )


def _sentences(selection: Selection, candidacy: Candidacy, decision: Decision) -> Iterator[Sentence]:
    rounds = selection.rounds(decision.stage)
    items = {i.key: i for r in rounds for i in items_of(selection.call.rubric, candidacy.challenges, r)}
    sheets = {s.id: s for r in rounds for s in selection.open_sheets(candidacy.id, r)}
    for line in decision.lines:
        if item := items.get(line.item):
            rows = [_ground(selection, sheets[key], item) for key in line.sheets if key in sheets]
            for text in _parted(line):
                own = tuple(row for row in rows if _says(row.comment, text))
                yield Sentence(item_label(item), text, own or tuple(rows))


def _parted(line: MotivationLine) -> list[str]:
    return [part for part in _BETWEEN_SENTENCES.split(line.text.strip()) if part]


def _says(comment: str, sentence: str) -> bool:
    """Whether a sentence is taken from a comment, whatever its capital and its full stop."""
    bare = " ".join(sentence.split()).rstrip(".!?… ").casefold()
    return bool(bare) and bare in " ".join(comment.split()).casefold()


def _ground(selection: Selection, sheet: Sheet, item: Item) -> Ground:
    answer = sheet.answers.get(item.key, Answer())
    juror = selection.juror(sheet.juror).name
    return Ground(sheet.id, juror, sheet.round, answer.value, answer.comment.strip())
