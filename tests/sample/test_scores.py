"""The scores of the sample: whole, within the call's rules, and in line with what the jury decided."""

from __future__ import annotations

import re
import tomllib
from itertools import product

import pytest

from jury_desktop import resources
from jury_desktop.domain.call import Round
from jury_desktop.domain.candidacy import Candidacy
from jury_desktop.domain.closing_days import closing_days
from jury_desktop.domain.score import official_score
from jury_desktop.domain.sheet import Item, Sheet, check_answer, items_of, missing
from jury_desktop.domain.term import Channel, Communication, TermRules, term
from tests.builders import a_call
from tests.sample.jury_data import barred, candidacies, data, decided, jurors, sheets

CALL = a_call()
BY_REFERENCE = {candidacy.id: candidacy for candidacy in candidacies()}
ASSESSED = [candidacy for candidacy in candidacies() if candidacy.id != "K-14"]


def items(sheet: Sheet) -> tuple[Item, ...]:
    return items_of(CALL.rubric, BY_REFERENCE[sheet.candidacy].challenges, sheet.round)


def combined(candidacy: Candidacy) -> float:
    score = official_score(CALL, candidacy, sheets(), barred())
    return score.combined or 0.0


def test_every_juror_without_conflict_has_a_sheet_for_every_candidacy_of_the_round() -> None:
    invited = {reference for reference, kind in decided("shortlist").items() if kind == "invited"}
    written = set(product([juror.id for juror in jurors()], [candidacy.id for candidacy in ASSESSED]))
    expected = {(*pair, Round.WRITTEN) for pair in written - barred()}
    expected |= {(*pair, Round.PITCH) for pair in written - barred() if pair[1] in invited}
    assert {(sheet.juror, sheet.candidacy, sheet.round) for sheet in sheets()} == expected


def test_every_answer_keeps_the_rules_of_the_call() -> None:
    for sheet in sheets():
        asked = {item.key: item for item in items(sheet)}
        assert sheet.answers.keys() <= asked.keys()
        problems = [check_answer(answer, asked[key], CALL.rubric) for key, answer in sheet.answers.items()]
        assert problems == [None] * len(problems)


def test_submitted_sheets_are_whole_and_drafts_are_not() -> None:
    lacking = {sheet.id for sheet in sheets() if missing(sheet, items(sheet))}
    drafts = {sheet.id for sheet in sheets() if not sheet.submitted}
    assert lacking == drafts == {"verlinden K-11 written", "verlinden K-12 written"}
    assert data("scores.toml")["rounds"]["written"]["closed_reason"]


def test_not_applicable_missing_recused_and_zero_all_occur() -> None:
    answers = [answer for sheet in sheets() for answer in sheet.answers.values()]
    assert sum(answer.not_applicable for answer in answers) == 4
    assert sum(answer.value == 0 for answer in answers) > 0
    assert len(barred()) == 4


def test_goals_are_marked_for_the_chosen_challenges_only() -> None:
    for sheet in sheets():
        chosen = BY_REFERENCE[sheet.candidacy].challenges
        goals = [goal.key for number in chosen for goal in CALL.challenge(number).goals]
        assert list(sheet.goal_marks) == (goals if sheet.round is Round.WRITTEN else [])


def test_those_selected_stand_above_the_reserve_and_the_reserve_above_the_rest() -> None:
    final = decided("final")
    ranked = sorted((c for c in ASSESSED if c.id in final), key=combined, reverse=True)
    kinds = [final[candidacy.id] for candidacy in ranked]
    assert kinds == ["selected"] * 6 + ["reserve"] * 2 + ["not_selected"] * 4


def test_thresholds_of_the_call_agree_with_the_decisions() -> None:
    written = {c.id: official_score(CALL, c, sheets(), barred()).written or 0.0 for c in ASSESSED}
    invited = {
        reference for reference, score in written.items() if score >= (CALL.rubric.invite_threshold or 0)
    }
    assert invited == {reference for reference, kind in decided("shortlist").items() if kind == "invited"}
    below = {c.id for c in ASSESSED if c.id in invited and combined(c) < (CALL.rubric.threshold or 0)}
    assert below == {"K-03", "K-07", "K-11"}


@pytest.mark.parametrize(
    "decision", data("decisions.toml")["decisions"], ids=lambda d: f"{d['candidacy']} {d['stage']}"
)
def test_a_motivation_has_a_summary_a_line_per_item_and_no_other_candidate(
    decision: dict[str, object],
) -> None:
    candidacy = BY_REFERENCE[str(decision["candidacy"])]
    rounds = (Round.WRITTEN,) if decision["stage"] == "shortlist" else tuple(Round)
    asked = {item.key for round_ in rounds for item in items_of(CALL.rubric, candidacy.challenges, round_)}
    lines = decision["lines"]
    assert isinstance(lines, dict)
    assert lines.keys() == asked
    whole = " ".join([str(decision["summary"]), *lines.values()])
    assert candidacy.organisation in whole
    assert (
        _names(whole, {other.organisation for other in BY_REFERENCE.values()} - {candidacy.organisation})
        == []
    )


def test_no_comment_names_another_candidate() -> None:
    for sheet in sheets():
        others = {c.organisation for c in BY_REFERENCE.values() if c.id != sheet.candidacy}
        assert _names(" ".join(answer.comment for answer in sheet.answers.values()), others) == []


def test_the_bank_is_rich_and_ends_its_sentences() -> None:
    bank = tomllib.loads(resources.text("sample", "scoring", "bank.toml"))
    sentences = [sentence for levels in bank.values() for group in levels.values() for sentence in group]
    assert len(sentences) == len(set(sentences)) >= 150
    assert {len(group) for levels in bank.values() for group in levels.values()} == {4}
    assert all(re.fullmatch(r"[A-ZÀ-Ý].*[.!?]", sentence) for sentence in sentences)


def test_no_motivation_says_the_same_sentence_twice() -> None:
    for decision in data("decisions.toml")["decisions"]:
        said = [s for text in decision["lines"].values() for s in re.split(r"(?<=[.!?]) (?=[A-Z])", text)]
        assert len(said) == len(set(said)), (decision["candidacy"], decision["stage"])


def test_the_rebuttal_answers_what_the_letter_said() -> None:
    (final,) = [
        d for d in data("decisions.toml")["decisions"] if (d["candidacy"], d["stage"]) == ("K-07", "final")
    ]
    assert "twee keer per jaar naar de markt" in final["lines"]["outreach"]
    (point, *_) = data("decisions.toml")["rebuttals"][0]["points"]
    assert "twee keer per jaar naar de markt" in point["text"]


def test_one_rebuttal_is_in_time_thanks_to_a_holiday_and_one_is_late() -> None:
    decisions = data("decisions.toml")
    communicated = decisions["moments"]["final_communicated"].date()
    days = closing_days(CALL.rebuttal.extra_closing_days)
    found = term(Communication(communicated, Channel.EMAIL), TermRules.from_call(CALL.rebuttal), days)
    assert found.end.isoformat() == "2023-07-24"
    told = [(r["candidacy"], r["in_time"], len(r["points"])) for r in decisions["rebuttals"]]
    assert told == [("K-07", True, 2), ("K-11", False, 1)]
    met = [found.met_by(r["received_at"], r["received_at"]) for r in decisions["rebuttals"]]
    assert met == [True, False]


def _names(text: str, organisations: set[str]) -> list[str]:
    """The organisations whose distinguishing name appears in a text."""
    return [name for name in sorted(organisations) if name.removesuffix(" vzw") in text]
