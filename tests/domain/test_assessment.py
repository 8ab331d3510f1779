"""Who must score what, and when scores open."""

from __future__ import annotations

import pytest

from jury_desktop.domain.assessment import Panel, expected_pairs, in_round, panel, revealed
from jury_desktop.domain.call import Reveal, Round
from jury_desktop.domain.candidacy import Admissibility
from jury_desktop.domain.decision import DecisionKind, Stage
from tests.builders import a_candidacy, a_decision, a_juror, a_plan, a_sheet

ONE, TWO = a_candidacy(1), a_candidacy(2)
ANN, BEA = a_juror(1), a_juror(2)


def test_a_late_candidacy_is_not_assessed() -> None:
    late = a_candidacy(2, admissibility=Admissibility.LATE)
    assert in_round(Round.WRITTEN, [ONE, late], []) == (ONE,)


def test_only_the_invited_pitch() -> None:
    invited = a_decision(ONE, stage=Stage.SHORTLIST, kind=DecisionKind.INVITED)
    refused = a_decision(TWO, stage=Stage.SHORTLIST, kind=DecisionKind.NOT_SHORTLISTED)
    assert in_round(Round.PITCH, [ONE, TWO], [invited, refused]) == (ONE,)


def test_everybody_scores_everything_except_conflicts_and_former_jurors() -> None:
    gone = a_juror(3, active=False)
    found = expected_pairs([ONE, TWO], [ANN, BEA, gone], frozenset({(ANN.id, TWO.id)}), None)
    assert found == {(ANN.id, ONE.id), (BEA.id, ONE.id), (BEA.id, TWO.id)}


def test_on_a_plan_only_the_panel_scores() -> None:
    plan = a_plan((ONE,), (ANN,)).plan
    assert expected_pairs([ONE, TWO], [ANN, BEA], frozenset(), plan) == {(ANN.id, ONE.id)}


def a_panel(submitted: set[tuple[str, str]], *, closed: bool = False) -> Panel:
    expected = frozenset({("j1", "c1"), ("j2", "c1"), ("j1", "c2")})
    return Panel(Round.WRITTEN, expected, frozenset(submitted), closed)


@pytest.mark.parametrize(
    ("submitted", "reveal", "opened"),
    [
        ({("j1", "c1")}, Reveal.CANDIDACY_COMPLETE, set()),
        ({("j1", "c1"), ("j2", "c1")}, Reveal.CANDIDACY_COMPLETE, {"c1"}),
        ({("j1", "c1"), ("j2", "c1")}, Reveal.ROUND_COMPLETE, set()),
        ({("j1", "c1"), ("j2", "c1"), ("j1", "c2")}, Reveal.ROUND_COMPLETE, {"c1", "c2"}),
    ],
)
def test_scores_open_by_the_rule_of_the_call(
    submitted: set[tuple[str, str]], reveal: Reveal, opened: set[str]
) -> None:
    found = a_panel(submitted)
    assert {key for key in ("c1", "c2") if revealed(found, reveal, key)} == opened


def test_closing_a_round_opens_its_scores() -> None:
    assert revealed(a_panel(set(), closed=True), Reveal.ROUND_COMPLETE, "c1")


def test_nothing_opens_where_nobody_scores() -> None:
    nobody = Panel(Round.WRITTEN, frozenset(), frozenset(), closed=False)
    assert not revealed(nobody, Reveal.ROUND_COMPLETE, "c1")
    assert not revealed(nobody, Reveal.CANDIDACY_COMPLETE, "c1")


def test_a_draft_is_not_submitted() -> None:
    expected = frozenset({(ANN.id, ONE.id), (BEA.id, ONE.id)})
    sheets = [a_sheet(ANN, ONE), a_sheet(BEA, ONE, value=None)]
    found = panel(Round.WRITTEN, expected, sheets, closed=False)
    assert (found.submitted, found.open_pairs) == ({(ANN.id, ONE.id)}, {(BEA.id, ONE.id)})
