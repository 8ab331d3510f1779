"""A text of the letters while somebody writes it: what is wrong with it, and how a letter with it looks."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from enum import StrEnum
from typing import TYPE_CHECKING

from jury_desktop.domain.errors import JuryError
from jury_desktop.domain.letter import Block, LetterType, ProblemKind
from jury_desktop.domain.letter_texts import LetterTexts, OwnText, TextKind
from jury_desktop.domain.messages import Message

if TYPE_CHECKING:
    from jury_desktop.letters.rendering import RenderedLetter


class SampleDossier(StrEnum):
    """The invented dossiers a text is tried on."""

    SHORT = "short"
    """As little to say as can be."""
    NORMAL = "normal"
    HARD = "special"
    """Long names, strange characters, and reasons that look like templates."""


@dataclass(frozen=True, slots=True)
class Fault:
    """Something wrong with a text.

    :param line: of the text, from 1; 0 for the subject; None where no line is to blame.
    """

    line: int | None
    message: Message


@dataclass(frozen=True, slots=True)
class Look:
    """A text as it stands: its faults, and a letter with it as PDF as long as one can be made."""

    faults: tuple[Fault, ...]
    pdf: bytes = b""


def look_at(kind: TextKind, text: OwnText, texts: LetterTexts, dossier: SampleDossier) -> Look:
    """How a letter to an invented candidate looks with ``text``; a block in a letter that carries it."""
    found = faults(kind, text, texts)
    try:
        return Look(found, _letter(kind, text, texts, dossier).pdf)
    except JuryError:
        return Look(found)


def faults(kind: TextKind, text: OwnText, texts: LetterTexts) -> tuple[Fault, ...]:
    """What is wrong with ``text``: what may not be there, what must be, and what cannot be filled in."""
    from jury_desktop.letters import checking, mandatory, sources

    source = sources.source_of(kind, "nl", texts.with_text(kind, text))
    found = (*checking.check(source), *mandatory.missing_in(kind, source))
    seen = tuple(Fault(problem.line, problem.message) for problem in found)
    return seen or tuple(dict.fromkeys(_failures(kind, text, texts)))


def _failures(kind: TextKind, text: OwnText, texts: LetterTexts) -> Iterator[Fault]:
    """What keeps an invented letter from being made, and what ``text`` keeps its reader from reading."""
    for dossier in SampleDossier:
        try:
            unread = _unread(_letter(kind, text, texts, dossier))
        except JuryError as error:
            yield Fault(None, error.message)
            continue
        if unread:
            before = _unread(_letter(kind, None, texts, dossier))
            yield from (Fault(None, message) for message in unread if message not in before)


def _unread(letter: RenderedLetter) -> list[Message]:
    return [each.message for each in letter.problems if each.kind is ProblemKind.MISSING_BLOCK]


def _letter(
    kind: TextKind, text: OwnText | None, texts: LetterTexts, dossier: SampleDossier
) -> RenderedLetter:
    """A letter to an invented candidate; without ``text`` as it is shipped."""
    from jury_desktop.letters.rendering import render
    from jury_desktop.letters.samples import Length, sample

    letter = carrier(kind)
    worded = texts.with_text(kind, text)
    if letter is not kind:
        worded = worded.with_text(letter, None)
    return render(letter, sample(letter, Length(dossier.value)), texts=worded)


def carrier(kind: TextKind) -> LetterType:
    """The letter in which a text is shown: the one that refuses carries every block."""
    return LetterType.NOT_SELECTED if isinstance(kind, Block) else kind
