"""The official order beside others: by open scores alone, nothing of it kept."""

from __future__ import annotations

from dataclasses import replace

import pytest

from jury_desktop.domain.advice import Model, swing
from jury_desktop.domain.call import Round
from jury_desktop.domain.decision import Stage
from jury_desktop.domain.sheet import SheetState
from jury_desktop.services.advice import advice, default_cut, sensitivities, topics
from jury_desktop.services.discussion import discussion_order, door
from jury_desktop.services.ports import Dossier
from jury_desktop.services.ranking import ranking
from tests.builders import a_call, a_candidacy, a_conflict, a_decision, a_juror, a_sheet
from tests.services.scenario import a_dossier, after_both_rounds, after_the_written_round, invited

JURORS = [a_juror(number) for number in (1, 2, 3)]


def scored(*rows: tuple[int | None, ...]) -> Dossier:
    """A row per candidacy: what each juror gave on every item; None where the juror has a conflict."""
    candidacies = [a_candidacy(number) for number in range(1, len(rows) + 1)]
    pairs = [
        (j, c, v) for c, row in zip(candidacies, rows, strict=True) for j, v in zip(JURORS, row, strict=True)
    ]
    sheets = [
        a_sheet(juror, candidacy, value=value) for juror, candidacy, value in pairs if value is not None
    ]
    conflicts = [a_conflict(juror, candidacy) for juror, candidacy, value in pairs if value is None]
    return a_dossier(candidacies, JURORS, sheets, conflicts=conflicts)


def test_every_model_makes_its_own_order() -> None:
    """K-01 has the best mean thanks to one juror; the others put K-02 first."""
    found = advice(scored((3, 3, 5), (4, 4, 2), (1, 2, 1)), Stage.SHORTLIST)

    assert [(row.candidacy.id, row.rank.first) for row in found.rows] == [("c1", 1), ("c2", 2), ("c3", 3)]
    orders = {model: {key: place.first for key, place in found.by(model).items()} for model in Model}
    assert orders[Model.MEDIAN] == orders[Model.COPELAND] == {"c2": 1, "c1": 2, "c3": 3}
    assert orders[Model.MIXED] == {"c1": 1, "c2": 2, "c3": 3}
    assert swing(found.places, found.by(Model.MEDIAN), 1).enters == ("c2",)


def test_leaving_a_juror_out_is_the_official_order_of_the_others() -> None:
    dossier = scored((3, 3, 5), (4, 4, 2), (1, 2, 1))
    found = {each.juror: each.places for each in advice(dossier, Stage.SHORTLIST).left_out}

    for juror in JURORS:
        with dossier.read() as uow:
            others = [sheet for sheet in uow.sheets.find() if sheet.juror != juror.id]
        rest = a_dossier([a_candidacy(n) for n in (1, 2, 3)], [j for j in JURORS if j != juror], others)
        expected = {row.candidacy.id: row.rank for row in ranking(rest, Stage.SHORTLIST).rows}
        assert found[juror.id] == expected


def test_a_candidacy_that_one_juror_scored_alone_is_not_in_the_order_without_that_juror() -> None:
    found = advice(scored((3, 4, None), (None, None, 4)), Stage.SHORTLIST)
    assert {each.juror: sorted(each.places) for each in found.left_out} == {
        "j1": ["c1", "c2"],
        "j2": ["c1", "c2"],
        "j3": ["c1"],
    }


def test_a_mild_juror_is_seen_as_mild_by_what_the_others_gave_the_same() -> None:
    found = advice(scored((2, 2, 4), (3, 3, 5), (1, 1, 3), (2, 3, 4)), Stage.SHORTLIST)
    leniency = {each.juror: each.value for each in found.leniency}
    assert leniency["j3"] > 0.8
    assert leniency["j1"] < 0
    assert all(each.error > 0 for each in found.leniency)


def test_a_recused_juror_changes_nothing() -> None:
    dossier = scored((2, 3, None), (4, 5, 3), (1, 2, 1))
    before = advice(dossier, Stage.SHORTLIST)
    with dossier.change() as uow:
        uow.sheets.save(a_sheet(JURORS[2], a_candidacy(1), value=5))
        uow.journal.append("test.saved", "sheet", "j3")
    assert advice(dossier, Stage.SHORTLIST) == before


def test_sealed_scores_are_in_nothing_of_it() -> None:
    dossier = after_the_written_round()
    with dossier.change() as uow:
        uow.sheets.save(replace(uow.sheets.get("j1-c1-written"), state=SheetState.DRAFT))
        uow.journal.append("test.saved", "sheet", "j1")
    found = advice(dossier, Stage.SHORTLIST)
    assert (found.rows, found.left_out, found.leniency, found.sealed) == ((), (), (), 2)
    assert topics(dossier, Stage.SHORTLIST, 1).topics == ()
    assert all(order == {} for each in sensitivities(dossier, Stage.SHORTLIST) for order in each.orders)


def test_the_weights_are_tried_one_at_a_time_and_that_of_the_call_gives_the_official_order() -> None:
    dossier = after_both_rounds()
    found = sensitivities(dossier, Stage.FINAL)
    places = advice(dossier, Stage.FINAL).places
    assert [each.criterion for each in found] == [criterion.key for criterion in a_call().rubric.criteria]
    assert all(each.orders[each.factors.index(1.0)] == places for each in found)


@pytest.mark.parametrize("stage", list(Stage))
def test_the_line_is_drawn_after_those_who_were_chosen(stage: Stage) -> None:
    dossier = after_both_rounds(count=4)
    assert default_cut(ranking(dossier, Stage.SHORTLIST)) == 4
    assert default_cut(ranking(dossier, Stage.FINAL)) == 2
    with dossier.change() as uow:
        uow.decisions.save(a_decision(a_candidacy(1)))
        uow.journal.append("decision.made", "candidacy", "K-01")
    assert default_cut(ranking(dossier, Stage.FINAL)) == 1


def test_the_discussion_keeps_conflicts_together_and_forgets_who_left_the_jury() -> None:
    candidacies, jurors = (
        [a_candidacy(n) for n in (1, 2, 3)],
        [a_juror(1), a_juror(2), a_juror(3, active=False)],
    )
    conflicts = [
        a_conflict(jurors[0], candidacies[0]),
        a_conflict(jurors[0], candidacies[2]),
        a_conflict(jurors[2], candidacies[1]),
    ]
    order, barred = door(a_dossier(candidacies, jurors, conflicts=conflicts), Stage.SHORTLIST)
    assert barred == {"c1": frozenset({"j1"}), "c2": frozenset(), "c3": frozenset({"j1"})}
    found = discussion_order(order, barred)
    assert [turn.candidacy for turn in found.turns] == ["c2", "c1", "c3"]
    assert (found.walks, found.before) == (1, 2)


def test_both_rounds_count_by_their_weight() -> None:
    """K-02 is better in writing, K-01 by more in the pitch, which counts for less."""
    candidacies = [a_candidacy(1), a_candidacy(2)]
    given = {Round.WRITTEN: (3, 4), Round.PITCH: (5, 3)}
    sheets = [
        a_sheet(juror, candidacy, round_, value=value)
        for round_, values in given.items()
        for juror in JURORS
        for candidacy, value in zip(candidacies, values, strict=True)
    ]
    found = advice(a_dossier(candidacies, JURORS, sheets, [invited(c) for c in candidacies]), Stage.FINAL)
    assert [(row.candidacy.id, row.score) for row in found.rows] == [("c1", 3.8), ("c2", 3.6)]
    assert {key: place.first for key, place in found.by(Model.MIXED).items()} == {"c1": 1, "c2": 2}
    assert all(each.places == found.places for each in found.left_out)
