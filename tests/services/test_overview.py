"""What the first page tells: figures, and what to do next."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime, timedelta

from jury_desktop.domain.call import Round
from jury_desktop.domain.candidacy import Admissibility
from jury_desktop.domain.decision import DecisionKind, Stage
from jury_desktop.domain.messages import say
from jury_desktop.services.decide import decide
from jury_desktop.services.dispatch import send_letters
from jury_desktop.services.letters import draft_letters, keep_letters, letter_jobs
from jury_desktop.services.meeting import MeetingDetails, keep_meeting
from jury_desktop.services.overview import overview
from jury_desktop.services.ports import Dossier
from jury_desktop.services.rounds import RoundState
from jury_desktop.services.step import Step, Urgency
from tests.builders import NOW, a_candidacy, a_juror, a_sheet, a_version
from tests.services.scenario import a_dossier, after_both_rounds, after_the_written_round
from tests.services.test_letters import BY_MAIL, after_deliberation


def steps(dossier: Dossier) -> list[tuple[str, str, str]]:
    return [_short(step) for step in overview(dossier).steps]


def _short(step: Step) -> tuple[str, str, str]:
    return step.text.key, step.page, step.ref


def test_an_empty_dossier_starts_with_the_mailbox_and_the_jury() -> None:
    assert steps(a_dossier()) == [("steps.import", "candidacies", ""), ("steps.add_jurors", "jury", "")]


def test_a_late_candidacy_is_named_and_the_others_are_counted() -> None:
    late = a_candidacy(2, admissibility=Admissibility.UNDECIDED, versions=(a_version(verdict="late"),))
    fresh = a_candidacy(1, admissibility=Admissibility.UNDECIDED)
    dossier = a_dossier([fresh, late], [a_juror()])
    assert steps(dossier) == [
        ("steps.late", "candidacies", "K-02"),
        ("steps.judge", "candidacies", "K-01"),
    ]


def test_jurors_with_open_sheets_are_named_until_the_jury_can_decide() -> None:
    candidacies, jurors = [a_candidacy(1), a_candidacy(2)], [a_juror(1), a_juror(2)]
    sheets = [a_sheet(jurors[0], candidacy) for candidacy in candidacies]
    dossier = a_dossier(candidacies, jurors, sheets)
    receipts = ("steps.letters_acknowledgement", "letters", "acknowledgement")
    assert steps(dossier) == [("steps.sheets_written", "assessment", "j2"), receipts]
    assert overview(dossier).figures.rounds == (RoundState(Round.WRITTEN, 2, 4, closed=False),)
    assert steps(after_the_written_round()) == [("steps.shortlist", "deliberation", "K-01"), receipts]


def test_who_scored_a_version_that_was_replaced_since_is_named() -> None:
    dossier, candidacy = a_dossier(), a_candidacy(1)
    with dossier.change() as uow:
        uow.jurors.save(a_juror(1))
        uow.candidacies.save(replace(candidacy, versions=(a_version(1), a_version(2))))
        uow.sheets.save(a_sheet(a_juror(1), candidacy, version=1))
        uow.journal.append("sheet.submitted", "sheet", "K-01")

    found = next(step for step in overview(dossier).steps if step.text.key == "steps.new_version")

    assert found.text == say("steps.new_version", reference="K-01", jurors=("Jurylid 1",))
    assert (found.page, found.ref) == ("candidacies", "K-01")


def test_after_the_pitches_the_plan_and_the_final_decision_are_due() -> None:
    assert steps(after_both_rounds()) == [
        ("steps.plan", "planning", ""),
        ("steps.final", "deliberation", "K-01"),
        ("steps.meeting_shortlist", "deliberation", "K-01"),
    ]


def test_a_meeting_that_nobody_noted_is_asked_for_until_it_is() -> None:
    dossier = after_both_rounds()
    keep_meeting(dossier, Stage.SHORTLIST, MeetingDetails(NOW))
    assert "steps.meeting_shortlist" not in [key for key, _, _ in steps(dossier)]


def test_a_step_before_its_date_carries_the_date() -> None:
    early = datetime(2023, 6, 7, 8, 0, tzinfo=UTC)
    candidacies, jurors = [a_candidacy(1)], [a_juror(1)]
    dossier = a_dossier(candidacies, jurors, [a_sheet(jurors[0], candidacies[0])], now=early)
    step = overview(dossier).steps[0]
    assert step.due is not None
    assert (step.urgency, step.due.isoformat()) == (Urgency.DATED, "2023-06-09")


def test_who_nothing_proves_to_be_in_time_is_named_apart_with_the_place_to_look() -> None:
    verdicts = {1: "unknown", 2: "borderline", 3: "unknown", 4: "in_time"}
    candidacies = [
        a_candidacy(n, admissibility=Admissibility.UNDECIDED, versions=(a_version(verdict=verdict),))
        for n, verdict in verdicts.items()
    ]

    told = overview(a_dossier(candidacies, [a_juror(1)])).steps
    found = [step for step in told if step.page == "candidacies"]

    assert [(step.text.key, step.text.values["count"], step.ref) for step in found] == [
        ("steps.borderline", 1, "K-02.messages"),
        ("steps.unproven", 2, "K-01.messages"),
        ("steps.judge", 1, "K-04"),
    ]
    assert all(step.urgency is Urgency.DECIDE for step in found[:2])


def aim(dossier: Dossier, day: int, month: int = 6) -> tuple[str, int | None]:
    """What the first page counts down to on a day, and how many days are left."""
    noon = datetime(2023, month, day, 10, 0, tzinfo=UTC)
    figures = overview(replace(dossier, now=lambda: noon)).figures
    return figures.milestone.key if figures.milestone else "", figures.days


def test_the_days_count_down_to_the_first_thing_that_has_still_to_happen() -> None:
    written, both, decided = after_the_written_round(), after_both_rounds(), after_deliberation()
    scoring = a_dossier([a_candidacy()], [a_juror()])

    assert aim(scoring, 7) == ("written_assessment", 2)
    assert aim(written, 7) == ("written_result", 2), "every sheet is in"
    assert aim(both, 15) == ("decision", 29), "every pitch was heard and scored"
    assert aim(decided, 15) == ("decision", 29), "no letter left yet"


def test_once_every_letter_left_there_is_nothing_to_count_down_to() -> None:
    dossier = after_deliberation()
    final = keep_letters(dossier, draft_letters(letter_jobs(dossier)), final=True)
    send_letters(dossier, [letter.id for letter in final], BY_MAIL)
    assert aim(dossier, 15) == ("", None)

    later = replace(dossier, now=lambda: NOW + timedelta(days=1))
    decide(later, "c1", DecisionKind.RESERVE, "Bij nader inzien.", reason="Een telfout.")
    assert aim(dossier, 15) == ("decision", 29), "the new decision has still to be told"


def test_what_only_the_calendar_ends_counts_until_its_day() -> None:
    assert aim(a_dossier([a_candidacy()], [a_juror()]), 1) == ("deadline", 1)
