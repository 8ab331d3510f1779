"""Who was not at a pitch gives no score of it: that is no zero, no missing sheet and no n.v.t."""

from __future__ import annotations

from dataclasses import replace

import pytest

from jury_desktop.domain.call import Consequence, Round
from jury_desktop.domain.decision import DecisionKind, Stage
from jury_desktop.domain.errors import JuryError
from jury_desktop.domain.messages import say
from jury_desktop.domain.session import Attendance, CandidatePresence, JurorPresence, PitchRun
from jury_desktop.services.candidacy_file import Work, candidacy_details
from jury_desktop.services.decide import decide, deliberation
from jury_desktop.services.ports import Dossier
from jury_desktop.services.ranking import ranking
from jury_desktop.services.rounds import expected_of, round_state, selection_of
from jury_desktop.services.scoring import open_sheet, submit_sheet
from jury_desktop.services.scoring_desk import scoring_desk
from tests.builders import a_candidacy, a_juror, a_plan, a_run, a_sheet
from tests.services.scenario import a_dossier, after_both_rounds, invited

ONE, TWO = a_candidacy(1), a_candidacy(2)
JURORS = tuple(a_juror(number) for number in (1, 2, 3))
AWAY = JurorPresence("j3", Attendance.ABSENT, scores=False, reason="Ziek")
GONE = CandidatePresence(Attendance.ABSENT, consequence=Consequence.WITHDRAWN, reason="Kwam niet")


def in_pitch_round(*runs: PitchRun) -> Dossier:
    """Two pitches before three jurors; what happened at them is kept."""
    dossier = a_dossier([ONE, TWO], JURORS, [], [invited(ONE), invited(TWO)])
    keep(dossier, *runs)
    return dossier


def keep(dossier: Dossier, *runs: PitchRun) -> None:
    with dossier.change() as uow:
        uow.plans.save(a_plan((ONE, TWO), JURORS))
        for run in runs:
            uow.runs.save(run)
        uow.journal.append("test.kept", "test", "1")


def test_the_sheet_of_an_absent_juror_stays_shut_with_the_reason() -> None:
    dossier = in_pitch_round(a_run(ONE).with_juror(AWAY))
    for verb in (open_sheet, submit_sheet):
        with pytest.raises(JuryError) as refused:
            verb(dossier, "j3", ONE.id, Round.PITCH)
        assert refused.value.message == say("scoring.absent", reference="K-01")
    assert open_sheet(dossier, "j3", TWO.id, Round.PITCH).candidacy == TWO
    assert open_sheet(dossier, "j3", ONE.id, Round.WRITTEN).candidacy == ONE


def test_the_list_of_an_absent_juror_says_what_is_not_on_it() -> None:
    mine = scoring_desk(in_pitch_round(a_run(ONE).with_juror(AWAY)), "j3", Round.PITCH).mine
    assert mine is not None
    assert [row.candidacy for row in mine.rows] == [TWO]
    assert (mine.hidden, mine.absent) == ((), ("K-01",))


def test_nobody_waits_for_an_absent_juror() -> None:
    dossier = in_pitch_round(a_run(ONE).with_juror(AWAY))
    with dossier.read() as uow:
        assert ("j3", "c1") not in expected_of(uow, Round.PITCH)
        assert round_state(selection_of(uow), Round.PITCH).expected == 5
    [_, pitch] = candidacy_details(dossier, ONE.id).rounds
    assert [juror.work for juror in pitch.jurors] == [Work.NOT_STARTED, Work.NOT_STARTED, Work.ABSENT]
    assert pitch.expected == 2


def test_a_score_that_was_given_before_does_not_count_and_is_kept() -> None:
    dossier = after_both_rounds()
    keep(dossier, a_run(ONE).with_juror(AWAY))
    with dossier.change() as uow:
        uow.sheets.save(a_sheet(JURORS[2], ONE, Round.PITCH, value=0))
        uow.journal.append("test.kept", "test", "2")
    with dossier.read() as uow:
        scores = selection_of(uow).open_scores(Stage.FINAL)
    assert scores["c1"].pitch == 5.0
    with dossier.change() as uow:
        run = uow.runs.get("r-c1")
        uow.runs.save(replace(run, jurors=()))
        uow.journal.append("test.kept", "test", "3")
    with dossier.read() as uow:
        scores = selection_of(uow).open_scores(Stage.FINAL)
    assert scores["c1"].pitch == pytest.approx(10 / 3)


def test_the_jury_decides_on_a_candidate_who_was_not_heard_by_the_written_scores_alone() -> None:
    dossier = after_both_rounds()
    keep(dossier, a_run(ONE, candidate=GONE))
    standing = ranking(dossier, Stage.FINAL)
    assert [(row.candidacy.id, row.score) for row in standing.rows] == [("c2", 4.0), ("c1", None)]
    assert standing.sealed == 0
    found = deliberation(dossier, ONE.id, Stage.FINAL)
    assert {sheet.round for sheet in found.sheets} == {Round.WRITTEN}
    assert not found.sealed
    made = decide(dossier, ONE.id, DecisionKind.NOT_SELECTED, "De kandidaat kwam niet pitchen.")
    assert made.kind is DecisionKind.NOT_SELECTED
