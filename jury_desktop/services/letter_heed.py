"""Arguments called founded while of their criterion nothing changed since the letter they answer."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from jury_desktop.domain.call import Round
from jury_desktop.domain.letter import LetterProblem, LetterType, ProblemKind
from jury_desktop.domain.messages import say
from jury_desktop.domain.outgoing import Letter
from jury_desktop.domain.rebuttal import Rebuttal, Ruling
from jury_desktop.domain.sheet import items_of, label
from jury_desktop.services.letter_grounds import Sentence, read_kept, sentences_of
from jury_desktop.services.letter_told import Part, changed_since
from jury_desktop.services.letter_wanted import Wanted
from jury_desktop.services.ports import UnitOfWork


def unheeded(uow: UnitOfWork, wanted: Wanted, told: str) -> tuple[LetterProblem, ...]:
    """A remark for each; none on another letter than an outcome, nor where nobody knows what was said.

    :param told: what the outcome tells, as :func:`~jury_desktop.services.letter_told.told_in` puts it.
    """
    if wanted.due.type is not LetterType.REBUTTAL_OUTCOME:
        return ()
    rebuttal = next(each for each in wanted.selection.rebuttals if each.id == wanted.due.about)
    letter = next(each for each in wanted.selection.letters if each.id == rebuttal.letter)
    before = read_kept(uow.blobs.get(letter.grounds)) if letter.grounds else ()
    same = _same(before, sentences_of(wanted), scores_changed=Part.SCORES in changed_since(letter.told, told))
    return tuple(_remarks(wanted, rebuttal, letter, same))


def _remarks(
    wanted: Wanted, rebuttal: Rebuttal, letter: Letter, same: frozenset[str]
) -> Iterator[LetterProblem]:
    rubric, chosen = wanted.call.rubric, wanted.candidacy.challenges
    names = {item.key: label(item) for round_ in Round for item in items_of(rubric, chosen, round_)}
    for point in rebuttal.points:
        name = names.get(point.item, "")
        if point.ruling is Ruling.FOUNDED and name in same:
            message = say("letters.unheeded", criterion=name, day=letter.dated or letter.created_at.date())
            yield LetterProblem(ProblemKind.UNHEEDED, message)


def _same(before: Sequence[Sentence], now: Sequence[Sentence], *, scores_changed: bool) -> frozenset[str]:
    """The criteria of which scores and words are what they were. Where words rest on no scores and some score
    did change, nobody can tell."""
    names = dict.fromkeys(sentence.criterion for sentence in before)
    kept = {name: [each for each in before if each.criterion == name] for name in names}
    sure = [name for name in names if any(each.rows for each in kept[name]) or not scores_changed]
    told = {name: [_said(each) for each in now if each.criterion == name] for name in sure}
    return frozenset(name for name in sure if told[name] == [_said(each) for each in kept[name]])


def _said(sentence: Sentence) -> tuple[str, list[tuple[str, int | None]]]:
    return sentence.text, [(row.sheet, row.score) for row in sentence.rows]
