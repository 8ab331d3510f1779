"""Nobody scores a pitch that was not heard yet, where its session is kept by the clock: by no way at all."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import replace
from datetime import timedelta
from pathlib import Path

import pytest

from jury_desktop.domain.call import Round
from jury_desktop.domain.messages import say
from jury_desktop.domain.packet import ReturnedWork
from jury_desktop.domain.session import Attendance, Phase, PitchRun, PitchState, Stretch, still_to_come
from jury_desktop.domain.sheet import Answer, SheetState, items_of
from jury_desktop.packets import write_sheet_file
from jury_desktop.services.import_scores import import_scores
from jury_desktop.services.packet_return import SheetOutcome, import_sheet_file
from jury_desktop.services.packets import make_packet
from jury_desktop.services.paper import enter_score
from jury_desktop.services.ports import Dossier
from jury_desktop.services.scoring import amend_sheet, save_answers, submit_sheet
from jury_desktop.services.session import sessions
from jury_desktop.services.session_presence import note_juror
from jury_desktop.services.session_runs import ClockStep, put_back, turn_clock
from tests.builders import a_call, a_sheet
from tests.services.sessioning import JURORS, ONE, TWO, Clock, in_session, scored
from tests.services.test_session_runs import refused

KEYS = tuple(item.key for item in items_of(a_call().rubric, TWO.challenges, Round.PITCH))
ANSWERS = {key: Answer(3, comment="Degelijk") for key in KEYS}
NOT_HEARD = say("scoring.still_to_come", reference="K-02")


def by_the_clock(*sheets: object) -> Dossier:
    """The first pitch has been held, the second has still to come."""
    dossier = in_session(Clock(40), sheets)  # type: ignore[arg-type]
    turn_clock(dossier, ONE.id, ClockStep.START)
    turn_clock(dossier, ONE.id, ClockStep.END)
    return dossier


def save(dossier: Dossier) -> object:
    return save_answers(dossier, "j1", TWO.id, Round.PITCH, ANSWERS)


def on_paper(dossier: Dossier) -> object:
    return enter_score(dossier, "j1", TWO.id, Round.PITCH, KEYS[0], Answer(3))


WAYS: Mapping[str, Callable[[Dossier], object]] = {"screen": save, "paper": on_paper}


@pytest.mark.parametrize("way", WAYS)
def test_a_pitch_that_was_not_heard_yet_takes_no_score(way: str) -> None:
    dossier = by_the_clock()
    assert refused(lambda: WAYS[way](dossier)) == NOT_HEARD
    with dossier.read() as uow:
        assert uow.sheets.find() == ()


@pytest.mark.parametrize("way", WAYS)
@pytest.mark.parametrize("step", [ClockStep.START, ClockStep.HEARD])
def test_it_does_once_it_began_or_was_heard_without_the_clock(way: str, step: ClockStep) -> None:
    dossier = by_the_clock()
    turn_clock(dossier, TWO.id, step)
    WAYS[way](dossier)
    with dossier.read() as uow:
        assert [sheet.candidacy for sheet in uow.sheets.find()] == [TWO.id]


@pytest.mark.parametrize("way", WAYS)
def test_where_nobody_uses_the_clock_every_pitch_can_be_scored(way: str) -> None:
    dossier = in_session()
    note_juror(dossier, [ONE.id, TWO.id], "j2", Attendance.PRESENT)
    WAYS[way](dossier)
    with dossier.read() as uow:
        assert [sheet.candidacy for sheet in uow.sheets.find()] == [TWO.id]


def test_a_draft_from_before_the_start_was_taken_back_is_not_submitted() -> None:
    dossier = by_the_clock()
    begun = turn_clock(dossier, TWO.id, ClockStep.START)
    save(dossier)
    put_back(dossier, begun)
    assert refused(lambda: submit_sheet(dossier, "j1", TWO.id, Round.PITCH)) == NOT_HEARD


def test_what_was_submitted_can_still_be_changed_with_a_reason() -> None:
    dossier = by_the_clock(scored(1, 2))
    view = amend_sheet(dossier, "j1", TWO.id, Round.PITCH, ANSWERS, "Vergissing")
    assert view.sheet.answers[KEYS[0]] == ANSWERS[KEYS[0]]


def test_the_written_round_does_not_wait_for_anything() -> None:
    dossier = by_the_clock()
    view = save_answers(dossier, "j1", TWO.id, Round.WRITTEN, {}, remark="Sterk")
    assert view.sheet.remark == "Sterk"


def test_a_row_of_a_list_is_refused_with_the_reason(tmp_path: Path) -> None:
    title = next(i for i in items_of(a_call().rubric, TWO.challenges, Round.PITCH) if not i.challenge)
    file = tmp_path / "scores.csv"
    rows = [f"Jurylid 1;{reference};pitch;{title.criterion.title};3" for reference in ("K-01", "K-02")]
    file.write_text("\n".join(("jurylid;kandidatuur;ronde;criterium;score", *rows)), encoding="utf-8")
    found = import_scores(by_the_clock(), file)
    assert (found.added, [(row.row, row.reason) for row in found.rejected]) == (1, [(3, NOT_HEARD)])


@pytest.mark.xdist_group("packet")
def test_of_a_packet_that_sheet_waits_and_is_taken_over_later(tmp_path: Path) -> None:
    dossier = by_the_clock()
    make_packet(dossier, "j1", Round.PITCH, tmp_path / "een.jurypakket")
    with dossier.read() as uow:
        [packet] = uow.packets.find()
    sheets = tuple(
        replace(a_sheet(JURORS[0], each, Round.PITCH, answers=ANSWERS), state=SheetState.SUBMITTED)
        for each in (ONE, TWO)
    )
    written_at = dossier.now() + timedelta(hours=1)
    work = ReturnedWork(packet.id, packet.juror, packet.round, written_at, sheets, {})
    file = tmp_path / "een.juryblad"
    file.write_bytes(write_sheet_file(work, packet.secret))

    first = {
        sheet.reference: (sheet.outcome, sheet.notes) for sheet in import_sheet_file(dossier, file).sheets
    }
    assert first == {
        "K-01": (SheetOutcome.SUBMITTED, ()),
        "K-02": (SheetOutcome.REFUSED, (NOT_HEARD,)),
    }
    turn_clock(dossier, TWO.id, ClockStep.HEARD)
    again = {sheet.reference: sheet.outcome for sheet in import_sheet_file(dossier, file).sheets}
    assert again == {"K-01": SheetOutcome.SAME, "K-02": SheetOutcome.SUBMITTED}


# heard without the clock


def test_what_was_heard_without_the_clock_is_held_and_noted_and_taken_back() -> None:
    dossier = by_the_clock()
    change = turn_clock(dossier, TWO.id, ClockStep.HEARD)
    with dossier.read() as uow:
        event = uow.journal.newest()
    assert event is not None
    assert (change.after.state, change.after.stretches, event.action, event.subject) == (
        PitchState.HELD,
        (),
        "session.heard",
        "K-02",
    )
    put_back(dossier, change)
    assert sessions(dossier).sessions[0].pitches[1].state is PitchState.TO_COME


def test_a_pitch_in_another_room_says_nothing() -> None:
    dossier = in_session()
    with dossier.change() as uow:
        [stored] = uow.plans.find()
        first, *others = stored.plan.assignments
        windows = tuple(replace(window, rooms=2) for window in stored.instance.windows)
        places = (replace(first, room=2), *others)
        instance, plan = replace(stored.instance, windows=windows), replace(stored.plan, assignments=places)
        uow.plans.save(replace(stored, instance=instance, plan=plan))
        uow.journal.append("test.kept", "test", "1")
    turn_clock(dossier, ONE.id, ClockStep.START)
    save(dossier)


def test_which_pitch_is_scored_when_jurors_sit_down() -> None:
    """The one on show; where that has still to be heard, the one heard last, until everybody submitted."""

    def scored_now(dossier: Dossier, at: int) -> str:
        session = sessions(dossier).sessions[0]
        return session.scored_now(session.pitches[at]).candidacy.reference

    waiting, done = by_the_clock(), by_the_clock(*(scored(juror, 1) for juror in (1, 2, 3)))
    assert [scored_now(waiting, at) for at in range(3)] == ["K-01", "K-01", "K-01"]
    assert [scored_now(done, at) for at in range(3)] == ["K-01", "K-02", "K-03"]
    assert [scored_now(in_session(), at) for at in range(3)] == ["K-01", "K-02", "K-03"]
    turn_clock(waiting, TWO.id, ClockStep.START)
    assert [scored_now(waiting, at) for at in range(3)] == ["K-01", "K-02", "K-01"]


@pytest.mark.parametrize(
    ("mine", "other", "waits"),
    [
        (False, False, False),
        (False, True, True),
        (True, True, False),
        (True, False, False),
    ],
)
def test_a_pitch_waits_where_another_of_its_room_was_begun(mine: bool, other: bool, waits: bool) -> None:
    at = in_session().now()
    begun = (Stretch(Phase.PITCH, at),)
    runs = [PitchRun(key, key, begun if is_begun else ()) for key, is_begun in (("a", mine), ("b", other))]
    assert still_to_come(runs[0], runs) is waits
    assert still_to_come(None, [None, runs[1]]) is other
