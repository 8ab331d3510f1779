"""Other weights: by the official rule, of open scores alone, and never kept."""

from __future__ import annotations

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from jury_desktop.domain.call import Round
from jury_desktop.domain.decision import Stage
from jury_desktop.domain.score import official_score
from jury_desktop.domain.sheet import Answer, items_of
from jury_desktop.services.ports import Dossier
from jury_desktop.services.ranking import ranking
from jury_desktop.services.rounds import selection_of
from jury_desktop.services.what_if import WhatIf, what_if
from tests.builders import a_call, a_candidacy, a_juror, a_sheet
from tests.domain.test_selection_scores import CANDIDACIES, RUBRIC, conflicts, selection, sheets
from tests.services.scenario import a_dossier, after_both_rounds, after_the_written_round

KEYS = [criterion.key for criterion in RUBRIC.criteria]
weights = st.fixed_dictionaries({key: st.sampled_from((0.0, 0.5, 1.0, 2.0, 3.7)) for key in KEYS})


@pytest.mark.parametrize("stage", list(Stage))
@given(sheets(), conflicts, weights)
def test_it_is_the_official_score_of_a_call_with_those_weights(stage, given_sheets, given_conflicts, wanted):
    of = selection(given_sheets, given_conflicts)
    found = {each.candidacy: each for each in WhatIf(of, stage).order(wanted)}

    criteria = tuple(replace(each, weight=wanted[each.key]) for each in RUBRIC.criteria)
    other = replace(of, call=replace(of.call, rubric=replace(RUBRIC, criteria=criteria)))
    for candidacy in CANDIDACIES:
        if candidacy.id in found:
            score = official_score(other.call, candidacy, other.sheets, other.barred)
            expected = score.written if stage is Stage.SHORTLIST else score.combined
            got = found[candidacy.id].score
            assert got == (None if expected is None else pytest.approx(expected))
    assert {key: each.rank for key, each in found.items() if each.rank} == other.ranks(stage)


def split() -> Dossier:
    """K-01 is good at the first general criterion, K-02 at the others."""
    candidacies, jurors = [a_candidacy(1), a_candidacy(2)], [a_juror(1), a_juror(2)]
    items = items_of(a_call().rubric, candidacies[0].challenges, Round.WRITTEN)

    def answers(first: int, rest: int) -> dict[str, Answer]:
        return {item.key: Answer(first if item.key == "outreach" else rest) for item in items}

    given_sheets = [
        a_sheet(juror, candidacy, answers=found)
        for juror in jurors
        for candidacy, found in zip(candidacies, (answers(5, 3), answers(2, 4)), strict=True)
    ]
    return a_dossier(candidacies, jurors, given_sheets)


def test_a_heavier_criterion_turns_the_order_and_nothing_is_kept() -> None:
    dossier = split()
    found = what_if(dossier, Stage.SHORTLIST)
    before = ranking(dossier, Stage.SHORTLIST)

    assert [each.candidacy for each in found.order({})] == ["c2", "c1"]
    assert [each.candidacy for each in found.order({"outreach": 50.0})] == ["c1", "c2"]
    assert found.first({"outreach": 50.0}, 1) == {"c1"}

    assert ranking(dossier, Stage.SHORTLIST) == before
    with dossier.read() as uow:
        assert uow.call == a_call()
        assert len(uow.journal.all()) == 1


def test_with_no_weight_at_all_nobody_has_a_score() -> None:
    found = what_if(after_the_written_round(), Stage.SHORTLIST)
    order = found.order(dict.fromkeys(KEYS, 0.0))
    assert [(each.candidacy, each.score, each.rank) for each in order] == [
        ("c1", None, None),
        ("c2", None, None),
    ]


def test_what_is_sealed_cannot_be_weighed() -> None:
    dossier = after_both_rounds()
    with dossier.change() as uow:
        sheet = next(s for s in uow.sheets.find() if s.round is Round.PITCH)
        uow.sheets.remove(sheet.id)
        uow.journal.append("test.removed", "sheet", sheet.id)
    assert what_if(dossier, Stage.FINAL).order({}) == ()
    with dossier.read() as uow:
        shortlist = WhatIf(selection_of(uow), Stage.SHORTLIST)
    assert [each.score for each in shortlist.order({})] == [5.0, 4.0]
