"""The sessions changed in the dossier: what it does to plan, jury and letters, kept, told and taken back."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta
from pathlib import Path

import pytest

from jury_desktop.domain.call import SessionWindow
from jury_desktop.domain.errors import JuryError
from jury_desktop.domain.messages import say
from jury_desktop.domain.pitch import Interval, Level
from jury_desktop.services.availability import save_availability
from jury_desktop.services.dossier_settings import dossier_settings
from jury_desktop.services.journal import journal
from jury_desktop.services.jury import jury
from jury_desktop.services.jury_changes import take_back_jury
from jury_desktop.services.overview import overview
from jury_desktop.services.plan_doubts import plan_doubts
from jury_desktop.services.plan_moves import lock_pitch
from jury_desktop.services.planning import (
    communicate_plan,
    keep_plan,
    plan_view,
    planning_problem,
    solve_plan,
)
from jury_desktop.services.ports import Dossier
from jury_desktop.services.session_windows import (
    change_window,
    session_rows,
    take_back_windows,
    weigh_window,
)
from jury_desktop.services.window_answers import mark_answered
from jury_desktop.storage import create_store, open_store
from tests.builders import NOW, a_call, a_candidacy, a_juror, a_run
from tests.services.scenario import a_dossier, invited
from tests.services.sessions import FIRST, SECOND, at, with_plan

ONE, TWO = a_candidacy(1), replace(a_candidacy(2), preferred_windows=("wo",))
JURORS = tuple(a_juror(number) for number in (1, 2, 3))
WEDNESDAY, FRIDAY, MONDAY = a_call().windows
DAY = timedelta(days=1)
THURSDAY = replace(WEDNESDAY, start=WEDNESDAY.start + DAY, end=WEDNESDAY.end + DAY)
LATER = replace(WEDNESDAY, start=WEDNESDAY.start + timedelta(minutes=30))


@pytest.fixture
def dossier() -> Dossier:
    """Two pitches stand on Wednesday, at 13:00 and 14:00."""
    made = a_dossier([ONE, TWO], JURORS, decisions=[invited(ONE), invited(TWO)])
    with_plan(made, at(ONE, FIRST, JURORS), at(TWO, SECOND, JURORS))
    return made


def windows(dossier: Dossier) -> tuple[SessionWindow, ...]:
    return tuple(row.window for row in session_rows(dossier))


def last(dossier: Dossier) -> tuple[str, str, str]:
    event = journal(dossier)[0].event
    return event.action, event.subject, event.reason


# as they are


def test_until_somebody_changes_them_the_sessions_are_those_of_the_call(dossier: Dossier) -> None:
    assert [(row.window, row.pitches, row.unanswered) for row in session_rows(dossier)] == [
        (WEDNESDAY, ("K-01", "K-02"), ()),
        (FRIDAY, (), ()),
        (MONDAY, (), ()),
    ]


# adding


def test_a_session_that_is_added_is_known_everywhere_and_the_jury_is_asked(dossier: Dossier) -> None:
    effect = weigh_window(dossier, "", THURSDAY)
    assert (effect.loose, effect.ask, effect.needs_reason) == ((), JURORS, False)
    change_window(dossier, "", THURSDAY)

    added = replace(THURSDAY, id="2023-06-15")
    assert windows(dossier) == (WEDNESDAY, added, FRIDAY, MONDAY)
    assert dossier_settings(dossier).call.windows == windows(dossier)
    assert jury(dossier).call.windows == windows(dossier)
    assert plan_view(dossier).problem.windows == windows(dossier)
    assert session_rows(dossier)[1].unanswered == JURORS
    assert last(dossier) == ("window.added", "15/06/2023 13:00–17:00", "")
    assert plan_doubts(plan_view(dossier)) == ()


def test_a_new_plan_uses_the_session_that_was_added(dossier: Dossier) -> None:
    """On Thursday alone the whole jury can come."""
    change_window(dossier, "", THURSDAY)
    thursday = plan_view(dossier).problem.windows[1]
    free = {juror.id: (Interval(thursday.start, thursday.end),) for juror in JURORS}
    save_availability(dossier, free)
    problem = planning_problem(dossier)
    plan = solve_plan(problem)
    assert {place.window for place in plan.assignments} == {"2023-06-15"}
    assert len(keep_plan(dossier, problem, plan).plan.assignments) == 2


# changing


def test_a_session_that_begins_later_loosens_the_pitches_before_it(dossier: Dossier) -> None:
    effect = weigh_window(dossier, "wo", LATER)
    assert (effect.loose, effect.told, effect.wishes, effect.ask) == (("K-01",), (), (), ())
    change_window(dossier, "wo", LATER)
    assert windows(dossier) == (LATER, FRIDAY, MONDAY)
    assert [doubt.pitches for doubt in plan_doubts(plan_view(dossier))] == [("K-01",)]
    steps = [step.text.key for step in overview(dossier).steps]
    assert "steps.plan_windows" in steps


def test_a_session_on_another_day_is_another_one(dossier: Dossier) -> None:
    effect = weigh_window(dossier, "wo", THURSDAY)
    assert (effect.loose, effect.wishes, effect.ask) == (("K-01", "K-02"), ("K-02",), JURORS)
    assert effect.new == replace(THURSDAY, id="2023-06-15")


def test_what_was_told_of_a_session_moves_as_little_as_can_be(dossier: Dossier) -> None:
    communicate_plan(dossier)
    effect = weigh_window(dossier, "wo", LATER)
    assert (effect.told, effect.needs_reason) == (("K-01",), True)
    with pytest.raises(JuryError) as error:
        change_window(dossier, "wo", LATER)
    assert error.value.message == say("windows.needs_reason")
    change_window(dossier, "wo", LATER, "De raadszaal is bezet tot 13.30 uur")
    assert last(dossier) == (
        "window.changed",
        "14/06/2023 13:00–17:00",
        "De raadszaal is bezet tot 13.30 uur",
    )

    problem = planning_problem(dossier)
    plan = solve_plan(problem)
    moved = next(level.value for level in plan.levels if level.name is Level.MOVED)
    assert moved == 1
    places = {place.pitch: place.start for place in plan.assignments}
    assert places["K-02"] == SECOND
    assert LATER.start <= places["K-01"]


def test_a_lock_in_a_session_that_changes_is_told_and_does_not_bind_the_next_plan(dossier: Dossier) -> None:
    lock_pitch(dossier, "K-01", locked=True)
    assert weigh_window(dossier, "wo", LATER).locked == ("K-01",)
    change_window(dossier, "wo", LATER)
    assert {pitch.pinned for pitch in planning_problem(dossier).pitches} == {None}


def test_nothing_changed_is_nothing_journaled(dossier: Dossier) -> None:
    before = journal(dossier)
    change_window(dossier, "wo", WEDNESDAY)
    assert journal(dossier) == before


# taking away


def test_a_session_that_is_taken_away_loosens_all_that_stood_there(dossier: Dossier) -> None:
    communicate_plan(dossier)
    effect = weigh_window(dossier, "wo", None)
    assert (effect.loose, effect.told, effect.wishes) == (("K-01", "K-02"), ("K-01", "K-02"), ("K-02",))
    change_window(dossier, "wo", None, "Geen zaal")
    assert windows(dossier) == (FRIDAY, MONDAY)
    problem = planning_problem(dossier)
    assert [pitch.preferred_windows for pitch in problem.pitches] == [(), ()]
    plan = solve_plan(problem)
    assert {place.window for place in plan.assignments} <= {"vr", "ma"}
    assert len(plan.assignments) == 2


def test_the_last_session_stays(dossier: Dossier) -> None:
    for key in ("vr", "ma"):
        change_window(dossier, key, None)
    with pytest.raises(JuryError) as error:
        weigh_window(dossier, "wo", None)
    assert error.value.message == say("windows.last")


def test_a_pitch_that_has_begun_stays_in_its_session(dossier: Dossier) -> None:
    with dossier.change() as uow:
        uow.runs.save(a_run(ONE))
        uow.journal.append("test.begun", "candidacy", "K-01")
    for new in (LATER, THURSDAY, None):
        with pytest.raises(JuryError) as error:
            change_window(dossier, "wo", new)
        assert error.value.message == say("windows.begun", reference="K-01")
    change_window(dossier, "wo", replace(WEDNESDAY, end=WEDNESDAY.end - timedelta(hours=1)))


def test_a_session_that_is_gone_cannot_be_changed(dossier: Dossier) -> None:
    with pytest.raises(JuryError) as error:
        weigh_window(dossier, "do", THURSDAY)
    assert error.value.message == say("windows.gone")


# what jurors said


def test_what_jurors_said_is_kept_and_who_answers_is_no_longer_asked(dossier: Dossier) -> None:
    longer = replace(WEDNESDAY, end=WEDNESDAY.end + timedelta(hours=1))
    before = {juror.id: juror.available for juror in jury(dossier).jurors}
    change_window(dossier, "wo", longer)
    assert {juror.id: juror.available for juror in jury(dossier).jurors} == before
    assert session_rows(dossier)[0].unanswered == JURORS
    assert "steps.ask_again" in [step.text.key for step in overview(dossier).steps]

    answer = save_availability(dossier, {"j1": (Interval(longer.start, longer.end),)})
    assert [juror.id for juror in session_rows(dossier)[0].unanswered] == ["j2", "j3"]
    take_back_jury(dossier, answer)
    assert session_rows(dossier)[0].unanswered == JURORS
    save_availability(dossier, {"j1": (Interval(longer.start, longer.end),)})
    change = mark_answered(dossier, "wo")
    assert session_rows(dossier)[0].unanswered == ()
    assert last(dossier) == ("window.answered", "14/06/2023 13:00–18:00", "")
    take_back_windows(dossier, change)
    assert session_rows(dossier)[0].unanswered == JURORS[1:]


def test_a_shorter_session_asks_nothing_anew(dossier: Dossier) -> None:
    assert weigh_window(dossier, "wo", LATER).ask == ()


def test_who_was_still_to_be_asked_stays_so_when_the_session_gets_shorter(dossier: Dossier) -> None:
    change_window(dossier, "wo", THURSDAY)
    shorter = replace(THURSDAY, end=THURSDAY.end - timedelta(hours=1))
    change_window(dossier, "2023-06-15", shorter)
    assert session_rows(dossier)[0].unanswered == JURORS


# the way back


@pytest.mark.parametrize(("key", "new"), [("", THURSDAY), ("wo", THURSDAY), ("wo", LATER), ("wo", None)])
def test_every_step_has_a_way_back(dossier: Dossier, key: str, new: SessionWindow | None) -> None:
    first = change_window(dossier, "vr", replace(FRIDAY, rooms=2))
    before = session_rows(dossier)
    second = change_window(dossier, key, new)
    take_back_windows(dossier, second)
    assert session_rows(dossier) == before
    assert last(dossier)[0] == "windows.taken_back"
    take_back_windows(dossier, first)
    assert windows(dossier) == a_call().windows


def test_a_step_is_not_taken_back_over_a_later_one(dossier: Dossier) -> None:
    first = change_window(dossier, "wo", LATER)
    change_window(dossier, "vr", None)
    with pytest.raises(JuryError) as error:
        take_back_windows(dossier, first)
    assert error.value.message == say("windows.changed_since")


# in a file


def test_a_file_keeps_the_sessions_and_their_seals(tmp_path: Path) -> None:
    file = tmp_path / "lier.jury"
    made = a_dossier([ONE, TWO], JURORS, decisions=[invited(ONE)], store=create_store(file, a_call()))
    change_window(made, "wo", replace(THURSDAY, place="Oud stadhuis", room_names=("Schepenzaal",)))
    change_window(made, "vr", replace(FRIDAY, online=True, place="https://overleg.example/lier"))
    made.store.close()
    again = Dossier(open_store(file), "Regisseur", lambda: NOW)
    assert [(each.id, each.place, each.room_name(1)) for each in windows(again)] == [
        ("2023-06-15", "Oud stadhuis", "Schepenzaal"),
        ("vr", "https://overleg.example/lier", ""),
        ("ma", "", ""),
    ]
    assert tuple(again.store.problems()) == ()
    again.store.close()
