"""Every type of letter in every shape that can trouble a page: for the tests, and for ``verapdf.py``."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from enum import StrEnum
from functools import cache
from io import BytesIO
from itertools import product

from PIL import Image

from jury_desktop.domain.letter import LetterData, LetterType
from jury_desktop.letters.rendering import RenderedLetter, render
from jury_desktop.letters.samples import Length, sample
from tests.letters.approved import APPROVED

SCORED = (
    LetterType.NOT_SHORTLISTED,
    LetterType.SELECTED,
    LetterType.RESERVE,
    LetterType.NOT_SELECTED,
    LetterType.REBUTTAL_OUTCOME,
    LetterType.REVISED_DECISION,
)
"""The types with a table of scores."""


class Shape(StrEnum):
    """What is peculiar about a letter."""

    SHORT = "short"
    NORMAL = "normal"
    LONG = "long"
    """Three pages at least."""
    SPECIAL = "special"
    """Names and reasons that would break a template or a PDF that trusts its input."""
    SPLIT = "split"
    """A row of the table of scores that is higher than a page."""
    LOGO = "logo"


def shapes() -> Iterator[tuple[LetterType, Shape]]:
    """Every type with every shape it can have."""
    for letter_type, shape in product(LetterType, Shape):
        if shape is not Shape.SPLIT or letter_type in SCORED:
            yield letter_type, shape


@cache
def letter(letter_type: LetterType, shape: Shape) -> RenderedLetter:
    """The letter itself, made once."""
    return render(letter_type, data(letter_type, shape), texts=APPROVED)


def data(letter_type: LetterType, shape: Shape) -> LetterData:
    """What is filled in."""
    match shape:
        case Shape.LONG:
            return _long(sample(letter_type, Length.LONG))
        case Shape.SPLIT:
            return _split(sample(letter_type, Length.NORMAL))
        case Shape.LOGO:
            return _with_logo(sample(letter_type, Length.NORMAL))
        case _:
            return sample(letter_type, Length(shape.value))


def png(**options: object) -> bytes:
    """A picture with transparency, as a logo often has."""
    out = BytesIO()
    Image.new("RGBA", (60, 20), (10, 120, 110, 128)).save(out, "PNG", **options)
    return out.getvalue()


def _long(letter: LetterData) -> LetterData:
    """More of everything that a letter without scores can be long with."""
    times = 2 if letter.rows else 24
    lists = ("challenges", "next_steps", "conditions", "criteria", "points")
    more = {name: getattr(letter, name) * times for name in lists}
    paragraphs = [letter.summary] if letter.rows else ["Elke kandidatuur volgt dezelfde regels."] * 40
    return replace(
        letter,
        **more,
        summary="\n\n".join(paragraphs),
        finding="; ".join([letter.finding or "geen"] * 40),
        extension_reason="\n\n".join([letter.extension_reason or "geen"] * 40),
        enclosures=("een bijlage met een lange naam",) * 60,
    )


def _split(letter: LetterData) -> LetterData:
    first, *others = letter.rows
    tall = replace(first, motivation="\n\n".join([first.motivation] * 24))
    return replace(letter, rows=(tall, *others))


def _with_logo(letter: LetterData) -> LetterData:
    return replace(letter, sender=replace(letter.sender, logo=png(), logo_alt="Logo van de stad"))
