"""How far each stage is, as the rail shows it."""

from __future__ import annotations

from jury_desktop.domain.call import Round
from jury_desktop.domain.decision import DecisionKind
from jury_desktop.services.decide import decide
from jury_desktop.services.letters import draft_letters, keep_letters, letter_jobs
from jury_desktop.services.overview import overview
from jury_desktop.services.rounds import RoundState
from jury_desktop.services.stage_counts import stage_counts
from tests.services.scenario import a_dossier, after_both_rounds, after_the_written_round


def test_an_empty_dossier_counts_nothing() -> None:
    assert set(stage_counts(a_dossier()).counts.values()) == {""}


def test_the_rail_counts_each_stage() -> None:
    assert stage_counts(after_the_written_round()).counts == {
        "candidacies": "2",
        "jury": "3",
        "assessment": "100%",
        "planning": "",
        "letters": "0/2",
        "rebuttal": "",
    }


def test_it_tells_when_the_dossier_was_last_written() -> None:
    dossier = after_the_written_round()
    decide(dossier, "c1", DecisionKind.NOT_SHORTLISTED, "Te algemeen.")
    assert stage_counts(dossier).saved == dossier.now()


def test_letters_that_are_owed_count_before_they_are_made() -> None:
    dossier = after_both_rounds()
    for key in ("c1", "c2"):
        decide(dossier, key, DecisionKind.SELECTED, "Een sterk voorstel.")
    owed = stage_counts(dossier).counts["letters"]
    keep_letters(dossier, draft_letters(letter_jobs(dossier)))
    assert owed == stage_counts(dossier).counts["letters"]
    assert owed.startswith("0/")


def test_both_rounds_are_told_once_the_pitches_are_scored() -> None:
    rounds = overview(after_both_rounds()).figures.rounds
    assert [state.round for state in rounds] == [Round.WRITTEN, Round.PITCH]
    assert rounds[0] == RoundState(Round.WRITTEN, rounds[0].expected, rounds[0].expected, closed=False)
