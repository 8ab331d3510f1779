"""Pre-flight: each problem is found, and a good letter has none that stops it."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, datetime
from io import BytesIO

import pytest
from pypdf import PdfReader

from jury_desktop.domain.call import BRUSSELS
from jury_desktop.domain.letter import Block, LetterProblem, LetterType, ProblemKind, ScoreRow
from jury_desktop.domain.letter_texts import OwnText
from jury_desktop.domain.messages import say
from jury_desktop.letters import rendering, sources
from jury_desktop.letters.samples import sample
from jury_desktop.letters.unfilled import spoken, unfilled
from tests.letters.approved import APPROVED

NOT_SELECTED = sample(LetterType.NOT_SELECTED)


def stopping(letter_type, data, texts=APPROVED):
    return tuple(p for p in rendering.render(letter_type, data, texts=texts).problems if p.blocking)


def printed(pdf):
    pages = PdfReader(BytesIO(pdf)).pages
    return " ".join(" ".join(page.extract_text() for page in pages).split())


def with_row(**changes):
    row = ScoreRow("Cultuursensitief werken", 4.0, 5.0, "Sterk uitgewerkt.")
    return replace(NOT_SELECTED, rows=(replace(row, **changes),))


def moment(month, day, hour=12, minute=0):
    return datetime(2034, month, day, hour, minute, tzinfo=BRUSSELS)


@pytest.mark.parametrize("letter_type", list(LetterType))
def test_a_complete_letter_only_waits_for_the_lawyer(letter_type):
    waiting = rendering.render(letter_type, sample(letter_type))
    assert {problem.kind for problem in waiting.problems} == {ProblemKind.UNAPPROVED_BLOCK}
    assert not waiting.can_be_final
    approved = rendering.render(letter_type, sample(letter_type), texts=APPROVED)
    assert (approved.problems, approved.can_be_final) == ((), True)


@pytest.mark.parametrize(
    ("data", "kind", "message"),
    [
        (replace(NOT_SELECTED, summary=""), ProblemKind.UNFILLED, unfilled("summary")),
        (
            replace(NOT_SELECTED, contact=replace(NOT_SELECTED.contact, phone="")),
            ProblemKind.UNFILLED,
            unfilled("contact.phone"),
        ),
        (replace(NOT_SELECTED, place=""), ProblemKind.UNFILLED, unfilled("place")),
        (
            replace(NOT_SELECTED, addressee=()),
            ProblemKind.UNFILLED,
            unfilled("addressee"),
        ),
        (replace(NOT_SELECTED, rows=()), ProblemKind.EMPTY_MOTIVATION, say("letters.no_scores")),
        (
            with_row(motivation="  \n "),
            ProblemKind.EMPTY_MOTIVATION,
            say("letters.empty_motivation", criterion="Cultuursensitief werken"),
        ),
        (
            with_row(score=5.5),
            ProblemKind.CONTRADICTION,
            say("letters.score_off_scale", criterion="Cultuursensitief werken", score=5.5),
        ),
        (
            with_row(motivation="De jury geeft 3,5 op 5 hiervoor."),
            ProblemKind.CONTRADICTION,
            say("letters.other_score_stated", criterion="Cultuursensitief werken", stated="3,5 op 5"),
        ),
        (
            replace(NOT_SELECTED, total=3.0),
            ProblemKind.CONTRADICTION,
            say("letters.refused_above_threshold", total=3.0, threshold=3.0),
        ),
        (
            replace(NOT_SELECTED, total=2.9999),
            ProblemKind.CONTRADICTION,
            say("letters.refused_above_threshold", total=2.9999, threshold=3.0),
        ),
        (
            replace(NOT_SELECTED, total=6.0, threshold=None, rank="plaats 9 van 14"),
            ProblemKind.CONTRADICTION,
            say("letters.total_off_scale", total=6.0),
        ),
        (
            replace(NOT_SELECTED, decided_on=date(2034, 7, 15)),
            ProblemKind.WRONG_DATE,
            say(
                "letters.date_after_letter",
                field=spoken("decided_on"),
                found=date(2034, 7, 15),
                other=date(2034, 7, 14),
            ),
        ),
        (
            replace(NOT_SELECTED, term_end=moment(7, 14, 23, 59)),
            ProblemKind.WRONG_DATE,
            say(
                "letters.date_before_letter",
                field=spoken("term_end"),
                found=date(2034, 7, 14),
                other=date(2034, 7, 14),
            ),
        ),
        (
            replace(NOT_SELECTED, addressee=tuple("abcdefgh")),
            ProblemKind.TOO_LONG,
            say("letters.address_too_long", lines=8, most=7),
        ),
    ],
)
def test_one_thing_wrong_is_one_problem(data, kind, message):
    assert stopping(LetterType.NOT_SELECTED, data) == (LetterProblem(kind, message),)


@pytest.mark.parametrize(
    ("name", "text"),
    [
        ("Het Vlot vzw", "Het voorstel van HET VLOT VZW is beter."),
        ("Het Vlot vzw", "Het voorstel van Het Vlot is beter."),
        ("Buurtwerk Nete", "Zie ook Buurtwerk\nNete."),
        ("Ocmw (Noord)", "Anders dan ocmw (noord) werkt u alleen."),
    ],
)
def test_the_name_of_another_candidate_stops_a_letter(name, text):
    data = replace(NOT_SELECTED, summary=text, other_names=(name, "Iemand anders"))
    assert stopping(LetterType.NOT_SELECTED, data) == (
        LetterProblem(ProblemKind.OTHER_CANDIDATE, say("letters.other_candidate", name=name)),
    )


@pytest.mark.parametrize(
    ("name", "text"),
    [
        ("Samen vzw", "Samen leren is nodig."),
        ("Vlot", "De samenwerking liep vlotter dan gedacht."),
        ("Springplank", "De Springplank vzw werkt goed."),
        ("De Springplank vzw", "De Springplank vzw werkt goed."),
    ],
)
def test_words_that_only_look_like_another_name_do_not(name, text):
    data = replace(NOT_SELECTED, summary=text, other_names=(name,))
    assert stopping(LetterType.NOT_SELECTED, data) == ()


@pytest.mark.parametrize(
    ("letter_type", "field", "empty"),
    [
        (LetterType.REBUTTAL_RECEIPT, "rebuttal_in_time", None),
        (LetterType.REBUTTAL_OUTCOME, "outcome_confirmed", None),
        (LetterType.SELECTED, "conditions", ()),
        (LetterType.SELECTED, "next_steps", ()),
    ],
)
def test_a_list_or_a_yes_or_no_that_a_letter_needs_may_not_be_left_open(letter_type, field, empty):
    told = [
        problem.message
        for problem in stopping(letter_type, replace(sample(letter_type), **{field: empty}))
        if problem.kind is ProblemKind.UNFILLED
    ]
    assert unfilled(field) in told


def test_a_selection_below_the_threshold_contradicts_itself():
    data = replace(sample(LetterType.SELECTED), total=2.5, threshold=3.0)
    assert stopping(LetterType.SELECTED, data) == (
        LetterProblem(
            ProblemKind.CONTRADICTION, say("letters.selected_below_threshold", total=2.5, threshold=3.0)
        ),
    )


def test_a_candidacy_that_came_in_the_last_minute_is_not_late():
    data = sample(LetterType.LATE)
    arrival = moment(6, 2, 23, 59).replace(second=59)
    in_time = replace(data, arrival=replace(data.arrival, at=arrival))
    assert stopping(LetterType.LATE, in_time) == (
        LetterProblem(
            ProblemKind.CONTRADICTION,
            say("letters.late_but_in_time", arrival=arrival, deadline=data.deadline),
        ),
    )


def test_a_weerwoord_in_time_cannot_be_called_late():
    data = replace(sample(LetterType.REBUTTAL_RECEIPT), rebuttal_in_time=False)
    assert stopping(LetterType.REBUTTAL_RECEIPT, data) == (
        LetterProblem(
            ProblemKind.CONTRADICTION,
            say("letters.rebuttal_time_contradicts", arrival=data.rebuttal_arrival.at, end=data.term_end),
        ),
    )


@pytest.mark.parametrize(
    ("changes", "key"),
    [
        ({"confirm_by": moment(6, 14, 14)}, "letters.confirm_after_slot"),
        ({"next_step_on": date(2034, 6, 9)}, "letters.date_before_letter"),
        ({"call_date": date(2034, 6, 10)}, "letters.date_after_letter"),
    ],
)
def test_dates_of_an_invitation_that_cannot_be(changes, key):
    problems = stopping(LetterType.INVITATION, replace(sample(LetterType.INVITATION), **changes))
    assert [(problem.kind, problem.message.key) for problem in problems] == [(ProblemKind.WRONG_DATE, key)]


def test_a_slot_runs_forward():
    data = sample(LetterType.INVITATION)
    backwards = replace(data, slot=replace(data.slot, end=data.slot.start))
    assert [problem.message.key for problem in stopping(LetterType.INVITATION, backwards)] == [
        "letters.slot_backwards"
    ]


def test_a_template_of_ones_own_that_leaves_out_the_appeal_cannot_become_final():
    shipped = sources.letter_source(LetterType.LATE, "nl")
    own = OwnText(shipped.subject, shipped.body.replace('{{ block("appeal") }}', ""))
    texts = APPROVED.with_text(LetterType.LATE, own)
    assert stopping(LetterType.LATE, sample(LetterType.LATE), texts) == (
        LetterProblem(
            ProblemKind.MISSING_BLOCK, say("letters.missing_block", block=spoken(f"block.{Block.APPEAL}"))
        ),
    )


def test_a_block_that_reads_otherwise_than_the_one_approved_has_to_be_approved_anew():
    texts = APPROVED.with_text(Block.APPEAL, OwnText("", "U kunt in beroep gaan."))
    version = sources.block_version(Block.APPEAL, sources.block_source(Block.APPEAL, "nl", texts)).version
    assert stopping(LetterType.LATE, sample(LetterType.LATE), texts) == (
        LetterProblem(
            ProblemKind.UNAPPROVED_BLOCK,
            say("letters.unapproved_block", block="Beroep bij de Raad van State", version=version),
        ),
    )


def test_only_a_draft_says_above_the_text_what_a_lawyer_has_still_to_approve():
    draft = rendering.render(LetterType.LATE, sample(LetterType.LATE))
    final = rendering.render(LetterType.LATE, sample(LetterType.LATE), texts=APPROVED)
    remark = "Ontwerp, nog niet te versturen. Door jurist goed te keuren: Rechtsgrond (2026-11)"
    assert remark in printed(draft.pdf)
    assert "Ontwerp" not in printed(final.pdf)


def test_characters_that_cannot_be_printed_are_told_but_stop_nothing():
    data = replace(NOT_SELECTED, summary="Goed 😀 ﬁjn")
    letter = rendering.render(LetterType.NOT_SELECTED, data, texts=APPROVED)
    assert (
        LetterProblem(ProblemKind.MISSING_CHARACTER, say("letters.missing_character", characters=("😀",)))
        in letter.problems
    )
    assert letter.can_be_final


@pytest.mark.parametrize(
    ("confirmed", "now", "problem"),
    [
        (True, "", None),
        (True, "niet geselecteerd", None),
        (False, "geselecteerd", None),
        (True, "geselecteerd", "letters.confirmed_but_changed"),
        (False, "niet geselecteerd", "letters.revised_but_the_same"),
    ],
)
def test_an_outcome_says_what_the_decision_has_become(confirmed, now, problem):
    data = replace(sample(LetterType.REBUTTAL_OUTCOME), outcome_confirmed=confirmed, new_decision=now)
    found = [stop.message.key for stop in stopping(LetterType.REBUTTAL_OUTCOME, data)]
    assert found == ([problem] if problem else [])
