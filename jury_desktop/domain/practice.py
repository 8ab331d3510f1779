"""Practice: a candidacy that counts for nothing, on which the jury tries the scale before it scores.

It lies apart from the candidacies of the selection, and so do its sheets: whatever counts never meets them.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from jury_desktop.domain.candidacy import Admissibility, Candidacy, Version
from jury_desktop.domain.mail import Attachment
from jury_desktop.domain.score import mean
from jury_desktop.domain.sheet import Answer, Item, Sheet

REFERENCE = "K-00"
"""How the practice candidacy is called: those of the selection begin with K-01."""


@dataclass(frozen=True, slots=True)
class Practice:
    """The candidacy that the jury practises on."""

    id: str
    candidacy: Candidacy


@dataclass(frozen=True, slots=True)
class PracticeSheet:
    """What a juror scored on it; ``id`` is that of the sheet, ``practice`` that of the practice."""

    id: str
    juror: str
    practice: str
    sheet: Sheet


@dataclass(frozen=True, slots=True)
class PracticeItem:
    """What the jurors gave for one thing to score, to talk about.

    :param answers: one for each juror, in the order they were asked for; None of who submitted no sheet.
    :param mean: of the scores given; None where nobody gave one.
    :param spread: between the highest and the lowest, in points of the scale; None below two scores.
    """

    item: Item
    answers: tuple[Answer | None, ...]
    mean: float | None
    spread: int | None


def practice_candidacy(key: str, organisation: str, challenges: Iterable[int], file: Attachment) -> Candidacy:
    """A candidacy of one file that can be scored by the ordinary form."""
    version = Version(1, "", None, "", "unknown", (file,), ())
    return Candidacy(
        key,
        REFERENCE,
        organisation,
        contact="",
        email="",
        phone="",
        address="",
        challenges=tuple(sorted(challenges)),
        municipalities=(),
        partners=(),
        versions=(version,),
        admissibility=Admissibility.ADMISSIBLE,
    )


def side_by_side(
    items: Sequence[Item], jurors: Sequence[str], sheets: Iterable[Sheet]
) -> tuple[PracticeItem, ...]:
    """The submitted sheets item by item, one column for each juror."""
    of = {sheet.juror: sheet for sheet in sheets if sheet.submitted}
    return tuple(_beside(item, [of.get(juror) for juror in jurors]) for item in items)


def _beside(item: Item, sheets: Sequence[Sheet | None]) -> PracticeItem:
    answers = tuple(sheet.answers.get(item.key, Answer()) if sheet else None for sheet in sheets)
    values = [answer.value for answer in answers if answer is not None and answer.value is not None]
    spread = max(values) - min(values) if len(values) > 1 else None
    return PracticeItem(item, answers, mean([float(value) for value in values]), spread)
