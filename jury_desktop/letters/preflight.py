"""Pre-flight: what is wrong with a letter before it becomes final. Nothing is mended silently."""

from __future__ import annotations

from collections.abc import Iterator
from operator import attrgetter

from jury_desktop.domain.letter import (
    MANDATORY,
    Block,
    LetterData,
    LetterProblem,
    LetterType,
    ProblemKind,
)
from jury_desktop.domain.messages import Value, say
from jury_desktop.letters import dates, readable, scores
from jury_desktop.letters.markdown import clean
from jury_desktop.letters.other_names import mentioned
from jury_desktop.letters.template import Filled
from jury_desktop.letters.unfilled import spoken, unfilled

MOST_ADDRESS_LINES = 7
"""What fits into the window of an envelope (NBN Z 01-002)."""

_AROUND = ("sender.name", "addressee", "salutation", "place", "reference", "signatory.name", "signatory.role")
_DECIDED = {
    LetterType.REBUTTAL_RECEIPT: ("rebuttal_in_time",),
    LetterType.REBUTTAL_OUTCOME: ("outcome_confirmed",),
}


def check(letter_type: LetterType, data: LetterData, filled: Filled, text: str) -> tuple[LetterProblem, ...]:
    """Everything pre-flight finds in a letter; ``text`` is its plain text."""
    return (
        *_unfilled(letter_type, data, filled),
        *scores.problems(letter_type, data),
        *_other_candidates(data, text),
        *dates.problems(letter_type, data),
        *_blocks(letter_type, data, filled, text),
        *_unread(letter_type, data, filled, text),
        *_drawable(data, text),
    )


def _unfilled(letter_type: LetterType, data: LetterData, filled: Filled) -> Iterator[LetterProblem]:
    """Fields without a value: those of the template, those around the text, and a yes or no not yet given."""
    around = [name for name in _AROUND if not attrgetter(name)(data)]
    undecided = [name for name in _DECIDED.get(letter_type, ()) if getattr(data, name) is None]
    for name in dict.fromkeys((*filled.unfilled, *around, *undecided)):
        yield LetterProblem(ProblemKind.UNFILLED, unfilled(name))


def _other_candidates(data: LetterData, text: str) -> Iterator[LetterProblem]:
    for name in mentioned(text, data.organisation, data.other_names):
        yield _problem(ProblemKind.OTHER_CANDIDATE, "letters.other_candidate", name=name)


def _blocks(letter_type: LetterType, data: LetterData, filled: Filled, text: str) -> Iterator[LetterProblem]:
    """The legal texts that its reader must find in it, and those that no lawyer approved."""
    used = {version.block for version in filled.blocks} - set(readable.unread_blocks(filled, text))
    revised_with_term = letter_type is LetterType.REVISED_DECISION and data.term_end is not None
    wanted = MANDATORY[letter_type] | ({Block.REBUTTAL} if revised_with_term else frozenset())
    for block in Block:
        if block in wanted and block not in used:
            yield _problem(ProblemKind.MISSING_BLOCK, "letters.missing_block", block=spoken(f"block.{block}"))
    for version in filled.blocks:
        if not version.approved:
            yield _problem(
                ProblemKind.UNAPPROVED_BLOCK,
                "letters.unapproved_block",
                block=version.title,
                version=version.version,
            )


def _unread(letter_type: LetterType, data: LetterData, filled: Filled, text: str) -> Iterator[LetterProblem]:
    for name in readable.unread_fields(letter_type, data, filled, text):
        yield _problem(ProblemKind.MISSING_BLOCK, "letters.unread", field=spoken(name), what=name)


def _drawable(data: LetterData, text: str) -> Iterator[LetterProblem]:
    from jury_desktop.letters.pdf import fonts

    if len(data.addressee) > MOST_ADDRESS_LINES:
        yield _problem(
            ProblemKind.TOO_LONG,
            "letters.address_too_long",
            lines=len(data.addressee),
            most=MOST_ADDRESS_LINES,
        )
    around = (
        *data.sender.lines,
        data.sender.name,
        *data.addressee,
        data.reference,
        data.place,
        *data.enclosures,
    )
    missing = fonts.missing_characters(clean("\n".join((text, *around))))
    if missing:
        yield _problem(ProblemKind.MISSING_CHARACTER, "letters.missing_character", characters=missing)


def _problem(kind: ProblemKind, key: str, **values: Value) -> LetterProblem:
    return LetterProblem(kind, say(key, **values))
