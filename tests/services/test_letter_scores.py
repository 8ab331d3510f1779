"""The scores in a letter: whoever has it can reckon its total again from its own rows."""

from __future__ import annotations

from dataclasses import replace

import pytest

from jury_desktop.domain.call import Round
from jury_desktop.domain.letter import LetterData
from jury_desktop.domain.sheet import Answer
from jury_desktop.services.letters import letter_jobs
from jury_desktop.services.ports import Dossier
from jury_desktop.services.scoring import amend_sheet, open_sheet
from tests.services.test_letters import after_deliberation


def told(dossier: Dossier) -> LetterData:
    """What the letter to K-01 says."""
    return {job.reference: job.data for job in letter_jobs(dossier)}["K-01"]


def reckoned(data: LetterData) -> float:
    """The total as the letter tells its reader to reckon it, from the figures it prints."""
    shares = sum(each.weight for each in data.rounds)
    return sum(each.weight / shares * of_round(data, at) for at, each in enumerate(data.rounds))


def of_round(data: LetterData, at: int) -> float:
    given = [(row.by_round[at].score, row.weight) for row in data.rows]
    counted = [(round(score, 2), weight) for score, weight in given if score is not None]
    return sum(score * weight for score, weight in counted) / sum(weight for _, weight in counted)


def amend(dossier: Dossier, answers: dict[str, Answer]) -> None:
    """Juror 1 gives other answers in the pitch of K-01."""
    view = open_sheet(dossier, "j1", "c1", Round.PITCH)
    same = {item.key: replace(view.sheet.answers[item.key], comment="Zoals gezegd.") for item in view.items}
    amend_sheet(dossier, "j1", "c1", Round.PITCH, same | answers, "Verkeerd gelezen.")


def test_the_total_is_reckoned_from_the_weights_and_the_scores_of_both_rounds() -> None:
    dossier = after_deliberation()
    amend(
        dossier, {"outreach": Answer(1, comment="Bij nader inzien."), "culture": Answer(2, comment="Minder.")}
    )
    data = told(dossier)

    assert [(each.name, each.weight) for each in data.rounds] == [("schriftelijk", 0.6), ("pitch", 0.4)]
    assert {row.criterion: row.weight for row in data.rows}["Cultuursensitief werken"] == 1.0
    assert not data.scored_unequally
    assert reckoned(data) == pytest.approx(data.total, abs=0.01)
    assert len({each.score for each in data.rounds}) == 2, "the rounds differ, so their shares matter"


def test_a_criterion_of_one_round_has_no_score_in_the_other() -> None:
    rows = {row.criterion: row for row in told(after_deliberation()).rows}
    written, pitch = rows["Opgebouwde expertise en kennis van de sociale kaart"].by_round

    assert (written.score is None, pitch.score) == (False, None)


def test_where_a_juror_left_a_criterion_out_the_letter_says_that_the_rows_do_not_tell_all() -> None:
    dossier = after_deliberation()
    amend(
        dossier, {"culture": Answer(not_applicable=True), "outreach": Answer(1, comment="Bij nader inzien.")}
    )

    assert told(dossier).scored_unequally
