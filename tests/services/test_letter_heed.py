"""An argument that is called founded, of which neither the score nor the reason changed."""

from __future__ import annotations

from dataclasses import replace

import pytest

from jury_desktop.domain.letter import LetterProblem, ProblemKind
from jury_desktop.domain.messages import say
from jury_desktop.domain.rebuttal import Ruling
from jury_desktop.domain.sheet import label
from jury_desktop.services.rebuttal_effect import change_scores, effect_of
from tests.builders import NOW
from tests.services.answering import Answered


@pytest.mark.parametrize("on_scores", [True, False])
def test_what_is_founded_and_changed_nothing_is_remarked(on_scores: bool) -> None:
    answered = Answered(Ruling.FOUNDED, on_scores=on_scores)
    name = label(answered.criterion)
    remark = say("letters.unheeded", criterion=name, day=NOW.date())
    assert answered.concluded(answered.lines) == (LetterProblem(ProblemKind.UNHEEDED, remark),)


def test_another_reason_for_the_criterion_is_enough() -> None:
    answered = Answered(Ruling.FOUNDED, on_scores=True)
    first, *others = answered.lines
    changed = replace(first, text="Punt 8 noemt drie werkgevers; dat telt mee.")
    assert answered.concluded([changed, *others]) == ()


@pytest.mark.parametrize("on_scores", [True, False])
def test_another_score_for_the_criterion_is_enough(on_scores: bool) -> None:
    answered = Answered(Ruling.FOUNDED, on_scores=on_scores)
    given = effect_of(answered.dossier, answered.rebuttal).given
    sheet = next(each.sheet for each in given if answered.criterion in each.items)
    value = sheet.answers[answered.criterion.key].value
    supposed = {(sheet.id, answered.criterion.key): 1 if value != 1 else 2}
    change_scores(answered.dossier, answered.rebuttal, supposed, "Punt 8 was overgeslagen.")
    assert answered.concluded(answered.lines) == ()


def test_an_argument_that_is_founded_in_part_only_may_leave_all_as_it_was() -> None:
    answered = Answered(Ruling.IN_PART, on_scores=True)
    assert answered.concluded(answered.lines) == ()
