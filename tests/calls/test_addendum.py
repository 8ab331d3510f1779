"""The call of Lier is the addendum: every line of it, in its order, and nothing beside it."""

from __future__ import annotations

import re
from datetime import date, datetime
from itertools import pairwise
from pathlib import Path

import pytest

from jury_desktop.domain.call import BRUSSELS, Anchor, Call, Milestone, RebuttalRules, Round, SessionWindow
from jury_desktop.domain.call_document import LineKind, document
from jury_desktop.services.calls import load_call

HERE = Path(__file__).parent
COPY = HERE / "lokaal-addendum-lier.txt"
ORIGINAL = HERE.parents[2] / "shared" / "call" / COPY.name
BULLETS = {LineKind.TOPIC: "● ", LineKind.POINT: "- "}


@pytest.fixture(scope="module")
def call() -> Call:
    return load_call("lier-2023")


def addendum_lines() -> list[str]:
    lines = (" ".join(line.split()) for line in COPY.read_text(encoding="utf-8").splitlines())
    return [line for line in lines if line]


def as_text(call: Call) -> str:
    return " ".join(BULLETS.get(line.kind, "") + line.text for line in document(call))


@pytest.mark.skipif(not ORIGINAL.exists(), reason="the original lies only beside the project's own checkouts")
def test_the_copy_is_the_original() -> None:
    assert COPY.read_bytes() == ORIGINAL.read_bytes()


def test_every_line_of_the_addendum_stands_in_the_call_in_order(call: Call) -> None:
    text, at = as_text(call), 0
    for line in addendum_lines():
        found = text.find(line, at)
        assert found >= 0, f"not in the call, or not in this place: {line}"
        at = found + len(line)


def test_the_call_says_nothing_that_the_addendum_does_not(call: Call) -> None:
    assert re.sub(r"\s", "", as_text(call)) == re.sub(r"\s", "", COPY.read_text(encoding="utf-8"))


def test_the_seven_challenges_are_complete(call: Call) -> None:
    counts = [
        (
            challenge.number,
            challenge.prevalence,
            challenge.personas,
            len(challenge.obstacles),
            len(challenge.goals),
        )
        for challenge in call.challenges
    ]
    assert counts == [
        (1, 1, "Saled & Nassim", 12, 13),
        (2, 2, "Cindy & Jordy", 13, 14),
        (3, 3, "Roy", 11, 9),
        (4, 4, "Jolien", 5, 5),
        (5, 5, "Chadia", 8, 9),
        (6, 6, "Christiane", 7, 7),
        (7, 7, "Thierry", 5, 5),
    ]
    assert sum(len(challenge.obstacles) for challenge in call.challenges) == 61
    assert sum(len(challenge.goals) for challenge in call.challenges) == 62


def test_obstacles_and_goals_have_keys_of_their_own(call: Call) -> None:
    for challenge in call.challenges:
        for parts in (challenge.obstacles, challenge.goals):
            assert [part.key for part in parts] == [
                f"{challenge.number}.{n:02}" for n in range(1, len(parts) + 1)
            ]
    assert call.challenge(7).goals[1].text == "Inzicht krijgen in hun verslaving en ermee leren omgaan;"


def test_the_local_analysis_is_complete(call: Call) -> None:
    analysis = call.analysis
    assert [
        len(part) for part in (analysis.recurring_points, analysis.extra_obstacles, analysis.services)
    ] == [4, 4, 9]
    assert [len(part) for part in (analysis.arena_preferences, analysis.arena_needs)] == [2, 1]
    assert len(analysis.other_input) == 6


def test_the_deadline_and_the_windows_are_in_brussels_time(call: Call) -> None:
    def at(day: int, hour: int) -> datetime:
        return datetime(2023, 6, day, hour, tzinfo=BRUSSELS)

    assert call.deadline == datetime(2023, 6, 2, 23, 59, tzinfo=BRUSSELS)
    assert call.deadline.isoformat() == "2023-06-02T23:59:00+02:00"
    assert call.deadline.tzinfo is BRUSSELS
    assert call.windows == (
        SessionWindow("wo", at(14, 13), at(14, 17), 1),
        SessionWindow("vr", at(16, 9), at(16, 12), 1),
        SessionWindow("ma", at(19, 9), at(19, 12), 1),
    )
    assert [window.minutes for window in call.windows] == [240, 180, 180]


def test_the_timing_has_every_line_with_its_dates(call: Call) -> None:
    def june(first: int, last: int) -> tuple[date, date]:
        return date(2023, 6, first), date(2023, 6, last)

    assert [(moment.key, moment.start, moment.end) for moment in call.milestones] == [
        ("launch", date(2023, 4, 21), date(2023, 4, 21)),
        ("deadline", *june(2, 2)),
        ("written_assessment", *june(5, 9)),
        ("written_result", *june(9, 9)),
        ("pitches", *june(14, 19)),
        ("decision", date(2023, 7, 14), date(2023, 7, 14)),
        ("rebuttal", None, None),
    ]
    assert call.milestone("decision") == Milestone(
        "decision", "Communicatie over beslissing", "Voor 15/07/2023", date(2023, 7, 14), date(2023, 7, 14)
    )


def test_candidacies_go_to_the_contact_person(call: Call) -> None:
    contact = call.contact
    assert contact.email == call.submission_email
    for part in (contact.name, contact.role, contact.email, contact.phone):
        assert part in call.contact_text
    assert call.submission_email in call.submission_text


def test_every_criterion_rests_on_words_of_the_addendum(call: Call) -> None:
    text = as_text(call)
    for criterion in call.rubric.criteria:
        for quote in criterion.source.split(" … "):
            assert quote in text, f"{criterion.key}: {quote}"


def test_the_rubric_is_that_of_the_jury(call: Call) -> None:
    rubric = call.rubric
    assert [criterion.key for criterion in rubric.criteria] == [
        "challenge",
        "outreach",
        "trusted_person",
        "cooperation",
        "culture",
        "expertise",
        "activation",
        "strengths",
    ]
    assert (rubric.lowest, rubric.highest) == (0, 5)
    assert rubric.round_weights == ((Round.WRITTEN, 0.6), (Round.PITCH, 0.4))
    assert rubric.challenge_weights == tuple((number, 1.0) for number in range(1, 8))


def test_anchors_are_sentences_that_occur_once(call: Call) -> None:
    anchors = [anchor for criterion in call.rubric.criteria for anchor in criterion.anchors]
    assert len(set(anchors)) == len(anchors) == 48
    assert [anchor for anchor in anchors if not re.fullmatch(r"[A-Z].{20,180}\.", anchor)] == []


def test_the_weerwoord_counts_fourteen_days_from_each_communication(call: Call) -> None:
    assert call.rebuttal == RebuttalRules(
        anchor=Anchor.INDIVIDUAL_COMMUNICATION,
        days_to_submit=14,
        days_to_assess=0,
        shift=True,
        third_working_day=1,
        hour="23:59",
        extra_closing_days=(),
    )


def test_pitches_fit_the_windows_of_the_call(call: Call) -> None:
    assert call.pitch.minutes == 35
    assert (call.pitch.quorum, call.pitch.break_after, call.pitch.break_minutes, call.pitch.grid_minutes) == (
        3,
        3,
        15,
        5,
    )
    assert all(first.end <= second.start for first, second in pairwise(call.windows))


def test_the_form_reads_the_labels_of_the_candidates(call: Call) -> None:
    assert [field.key for field in call.form] == [
        "organisation",
        "contact",
        "email",
        "phone",
        "address",
        "challenges",
        "municipalities",
        "partners",
        "approach",
    ]
    labels = {label for field in call.form for label in field.labels}
    assert {
        "Naam van de organisatie",
        "Contactpersoon",
        "Op welke regio-uitdagingen werkt u?",
        "Aanpak",
    } < labels
