"""What does not fit together in a letter that comes back on a decision: an argument that is followed while
nothing changed for it, and a score that changed beside words that did not."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from jury_desktop.domain.call import BRUSSELS, Round
from jury_desktop.domain.letter import LetterProblem, ProblemKind
from jury_desktop.domain.messages import Message, say
from jury_desktop.domain.outgoing import Letter
from jury_desktop.domain.rebuttal import FOLLOWED, Ruling
from jury_desktop.domain.sheet import items_of, label
from jury_desktop.services.letter_answers import comes_back_on
from jury_desktop.services.letter_told import Part, adapted, adapted_on
from jury_desktop.services.letter_wanted import Wanted
from jury_desktop.services.letter_words import decision_in, decision_now


def remarks_on(wanted: Wanted, told: str) -> tuple[LetterProblem, ...]:
    """A remark for each; none where nobody knows what the earlier letter said.

    :param told: what the letter tells, as :func:`~jury_desktop.services.letter_told.told_in` puts it.
    """
    before = comes_back_on(wanted)
    if before is None:
        return ()
    unheeded = (LetterProblem(ProblemKind.UNHEEDED, each) for each in _unheeded(wanted, before, told))
    stale = (LetterProblem(ProblemKind.STALE_WORDS, each) for each in _stale(wanted, before, told))
    return (*unheeded, *stale)


def _unheeded(wanted: Wanted, before: Letter, told: str) -> Iterator[Message]:
    """Arguments that are followed without a change to their criterion, or a rebuttal without any change."""
    rebuttal = next((each for each in wanted.selection.rebuttals if each.id == wanted.due.about), None)
    if rebuttal is None or rebuttal.outcome not in FOLLOWED:
        return
    names = _criteria(wanted)
    followed = dict.fromkeys(names.get(point.item, "") for point in rebuttal.points if _follows(point.ruling))
    same = [name for name in followed if name and adapted_on(name, before.told, told) == frozenset()]
    for name in same:
        yield say("letters.unheeded", criterion=name, day=_day(before))
    if not same and _nothing_changed(wanted, before, told):
        yield say("letters.nothing_adapted", day=_day(before))


def _follows(ruling: Ruling) -> bool:
    return ruling in (Ruling.FOUNDED, Ruling.IN_PART)


def _nothing_changed(wanted: Wanted, before: Letter, told: str) -> bool:
    decided = decision_now(wanted.selection, wanted.candidacy, wanted.act)
    return decided == decision_in(before) and adapted(before.told, told) == frozenset()


def _stale(wanted: Wanted, before: Letter, told: str) -> Iterator[Message]:
    names = _criteria(wanted).values()
    stale = tuple(name for name in names if adapted_on(name, before.told, told) == frozenset({Part.SCORES}))
    if stale:
        yield say("letters.stale_words", criteria=stale, day=_day(before))


def _criteria(wanted: Wanted) -> dict[str, str]:
    rubric, chosen = wanted.call.rubric, wanted.candidacy.challenges
    return {item.key: label(item) for round_ in Round for item in items_of(rubric, chosen, round_)}


def _day(letter: Letter) -> date:
    return letter.dated or letter.created_at.astimezone(BRUSSELS).date()
