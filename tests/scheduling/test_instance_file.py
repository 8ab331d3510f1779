"""The instance and the plan as JSON: the same after a round trip, and a complaint that names the place."""

import json
from collections.abc import Callable
from datetime import datetime, timedelta, timezone
from typing import Any

import pytest
from hypothesis import given, settings

from jury_desktop.domain.call import SessionWindow
from jury_desktop.domain.errors import JuryError
from jury_desktop.domain.messages import say
from jury_desktop.domain.pitch import (
    Assignment,
    Expertise,
    Explanation,
    Interval,
    LeftOut,
    Level,
    LevelResult,
    Pitch,
    PitchPlan,
    PlanInstance,
    PlanJuror,
    PlanRules,
    PlanStatus,
    Slot,
)
from jury_desktop.scheduling.instance_check import warnings_of
from jury_desktop.scheduling.instance_file import (
    instance_document,
    plan_document,
    read_instance,
    read_problem,
)
from jury_desktop.scheduling.solve import Wish, best_plan, solve
from jury_desktop.scheduling.verify import verify
from jury_desktop.wording import render
from tests.scheduling import builders as a
from tests.scheduling.strategies import instances

SUMMER = timezone(timedelta(hours=2))

DOCUMENT = {
    "grid_minutes": 5,
    "windows": [
        {"id": "wo", "start": "2023-06-14T13:00:00+02:00", "end": "2023-06-14T17:00:00+02:00", "rooms": 1}
    ],
    "rules": {
        "quorum": 3,
        "panel_max": None,
        "break_after": 3,
        "break_minutes": 15,
        "changeover_minutes": 0,
        "expertise": "soft",
        "common_jurors": 1,
    },
    "pitches": [
        {
            "id": "K-01",
            "minutes": 35,
            "organisations": ["org-a"],
            "challenges": [1, 4],
            "unavailable": [{"start": "2023-06-14T15:00:00+02:00", "end": "2023-06-14T16:00:00+02:00"}],
            "preferred_windows": ["wo"],
            "pinned": None,
            "communicated": {"window": "wo", "room": 1, "start": "2023-06-14T13:00:00+02:00"},
        }
    ],
    "jurors": [
        {
            "id": "j1",
            "organisation": "org-x",
            "available": [{"start": "2023-06-14T12:00:00+02:00", "end": "2023-06-14T18:00:00+02:00"}],
            "expertise": [1, 2],
            "max_minutes_per_day": None,
        }
    ],
    "conflicts": [{"juror": "j1", "pitch": "K-01"}],
}


def moment(hour: int) -> datetime:
    return datetime(2023, 6, 14, hour, tzinfo=SUMMER)


def test_reads_every_field() -> None:
    assert read_instance(json.dumps(DOCUMENT)) == PlanInstance(
        grid_minutes=5,
        windows=(SessionWindow("wo", moment(13), moment(17), 1),),
        rules=PlanRules(3, None, 3, 15, 0, Expertise.SOFT, 1, tuple(Level)),
        pitches=(
            Pitch(
                id="K-01",
                minutes=35,
                organisations=("org-a",),
                challenges=(1, 4),
                unavailable=(Interval(moment(15), moment(16)),),
                preferred_windows=("wo",),
                pinned=None,
                communicated=Slot("wo", 1, moment(13)),
            ),
        ),
        jurors=(PlanJuror("j1", "org-x", (Interval(moment(12), moment(18)),), (1, 2), None),),
        conflicts=(("j1", "K-01"),),
    )


def test_what_may_be_absent_has_a_default() -> None:
    bare = {
        "grid_minutes": 5,
        "windows": [{"id": "wo", "start": "2023-06-14T13:00:00+02:00", "end": "2023-06-14T17:00:00+02:00"}],
        "rules": {"quorum": 1},
        "pitches": [{"id": "K-01", "minutes": 35}],
        "jurors": [{"id": "j1", "available": []}],
    }
    found = read_instance(json.dumps(bare))
    assert found.rules == PlanRules(1, None, 0, 0, 0, Expertise.SOFT, 0)
    assert found.pitches == (Pitch("K-01", 35, (), ()),)
    assert found.jurors == (PlanJuror("j1", "", ()),)
    assert found.windows[0].rooms == 1


def test_writes_the_document_it_read_with_the_levels_spelled_out() -> None:
    levels = {"levels": [level.value for level in Level]}
    expected = DOCUMENT | {"rules": DOCUMENT["rules"] | levels}  # type: ignore[operator]
    assert instance_document(read_instance(json.dumps(DOCUMENT))) == expected


@settings(max_examples=40, deadline=None)
@given(instances())
def test_reading_what_was_written_gives_the_same(instance: PlanInstance) -> None:
    assert read_instance(json.dumps(instance_document(instance))) == instance


def broken(change: Callable[[Any], None]) -> str:
    document = json.loads(json.dumps(DOCUMENT))
    change(document)
    return json.dumps(document)


@pytest.mark.parametrize(
    ("change", "key", "place"),
    [
        (lambda d: d.pop("rules"), "field_missing", "rules"),
        (lambda d: d["pitches"][0].pop("minutes"), "field_missing", "pitches[0].minutes"),
        (lambda d: d["pitches"][0].update(minutes="35"), "not_a_number", "pitches[0].minutes"),
        (lambda d: d["pitches"][0].update(minutes=True), "not_a_number", "pitches[0].minutes"),
        (lambda d: d["pitches"][0].update(minutes=0), "not_a_number", "pitches[0].minutes"),
        (lambda d: d["pitches"][0].update(minutes=10**30), "not_a_number", "pitches[0].minutes"),
        (lambda d: d["windows"][0].update(end="2023-06-15T13:01:00+02:00"), "too_long", "windows[0]"),
        (lambda d: d["windows"][0].update(end="9999-12-31T23:59:59-02:00"), "not_a_moment", "windows[0].end"),
        (lambda d: d.update(grid_minutes=0), "not_a_number", "grid_minutes"),
        (lambda d: d["pitches"][0].update(id=" "), "not_a_text", "pitches[0].id"),
        (lambda d: d.update(windows={}), "not_a_list", "windows"),
        (lambda d: d.update(rules=[]), "not_an_object", "rules"),
        (lambda d: d["windows"][0].update(start="noon"), "not_a_moment", "windows[0].start"),
        (lambda d: d["windows"][0].update(start="2023-06-14T13:00:00"), "no_offset", "windows[0].start"),
        (lambda d: d["windows"][0].update(end=d["windows"][0]["start"]), "ends_before_start", "windows[0]"),
        (lambda d: d["windows"][0].update(rooms=0), "not_a_number", "windows[0].rooms"),
        (lambda d: d["rules"].update(expertise="strong"), "not_one_of", "rules.expertise"),
        (lambda d: d["rules"].update(levels=["left_out", "best"]), "not_one_of", "rules.levels[1]"),
        (lambda d: d["rules"].update(levels=["moved", "moved"]), "twice", "rules.levels"),
        (lambda d: d["rules"].update(panel_max=0), "not_a_number", "rules.panel_max"),
        (lambda d: d["pitches"].append(d["pitches"][0]), "twice", "pitches[1].id"),
        (lambda d: d["conflicts"][0].update(juror="j9"), "unknown_name", "conflicts[0].juror"),
        (lambda d: d["conflicts"][0].update(pitch="K-9"), "unknown_name", "conflicts[0].pitch"),
        (
            lambda d: d["pitches"][0].update(
                pinned={"window": "za", "room": 1, "start": "2023-06-14T13:00:00+02:00"}
            ),
            "unknown_name",
            "pitches[0].pinned.window",
        ),
    ],
)
def test_a_mistake_is_named_with_its_place(change: Callable[[Any], None], key: str, place: str) -> None:
    with pytest.raises(JuryError) as caught:
        read_instance(broken(change))
    assert (caught.value.message.key, caught.value.message.values["place"]) == (f"scheduling.{key}", place)
    assert place in render(caught.value.message)


@pytest.mark.parametrize(
    ("change", "place", "meant"),
    [
        (lambda d: d.update(conflict=d.pop("conflicts")), "conflict", "conflicts"),
        (lambda d: d["rules"].update(qourum=d["rules"].pop("quorum")), "rules.qourum", "quorum"),
        (
            lambda d: d["rules"].update(brake_after=d["rules"].pop("break_after")),
            "rules.brake_after",
            "break_after",
        ),
        (lambda d: d["windows"][0].update(room=d["windows"][0].pop("rooms")), "windows[0].room", "rooms"),
    ],
)
def test_a_misspelt_field_is_named_with_the_field_that_is_meant(
    change: Callable[[Any], None], place: str, meant: str
) -> None:
    with pytest.raises(JuryError) as caught:
        read_instance(broken(change))
    assert caught.value.message == say("scheduling.misspelt", place=place, meant=meant)


def test_a_field_that_there_is_not_is_told_of_once() -> None:
    def with_titles(document: dict[str, Any]) -> None:
        document["pitches"].append({**document["pitches"][0], "id": "K-2", "pinned": None})
        for pitch in document["pitches"]:
            pitch["heading"] = "De Brug"

    found, warnings = read_problem(broken(with_titles))
    assert len(found.pitches) == 2
    assert warnings == (say("scheduling.unknown_field", place="pitches[0].heading"),)


@pytest.mark.parametrize("name", ["x-source", "_made", "$schema", "comment", "comments"])
def test_what_a_writer_adds_for_himself_is_let_through(name: str) -> None:
    found, warnings = read_problem(broken(lambda d: d.update({name: 1})))
    assert (found, warnings) == (read_instance(json.dumps(DOCUMENT)), ())


@pytest.mark.parametrize(
    ("change", "place", "count", "most"),
    [
        (lambda d: d.update(pitches=[None] * 2001), "pitches", 2001, 2000),
        (lambda d: d.update(jurors=[None] * 301), "jurors", 301, 300),
        (lambda d: d.update(windows=[None] * 101), "windows", 101, 100),
        (lambda d: d["windows"][0].update(rooms=51), "windows[0].rooms", 51, 50),
    ],
)
def test_a_problem_that_is_too_large_is_refused_before_anything_is_done_with_it(
    change: Callable[[Any], None], place: str, count: int, most: int
) -> None:
    with pytest.raises(JuryError) as caught:
        read_instance(broken(change))
    assert caught.value.message == say("scheduling.too_large", place=place, found=count, most=most)


@pytest.mark.parametrize("text", ["", "{", '{"grid_minutes": 5,}', "[" * 100_000])
def test_text_that_is_not_json_is_refused(text: str) -> None:
    with pytest.raises(JuryError) as caught:
        read_instance(text)
    assert caught.value.message.key == "scheduling.not_json"


def test_json_of_another_shape_is_refused() -> None:
    with pytest.raises(JuryError) as caught:
        read_instance("[]")
    assert caught.value.message == say("scheduling.not_an_object", place="JSON")


def test_a_wish_for_a_window_that_is_not_there_is_a_warning_with_its_place() -> None:
    text = broken(lambda d: d["pitches"][0].update(preferred_windows=["wo", "za"]))
    instance = read_instance(text)
    (warning,) = warnings_of(instance)
    assert warning == say("scheduling.unknown_wish", place="pitches[0].preferred_windows[1]", name="za")
    assert warnings_of(read_instance(json.dumps(DOCUMENT))) == ()


@pytest.mark.parametrize(("wishes", "missed"), [(["wo", "za"], 0), (["za"], 1)])
def test_a_wish_that_cannot_be_met_is_missed_unless_another_is(wishes: list[str], missed: int) -> None:
    def wishing(document: dict[str, Any]) -> None:
        document["pitches"][0].update(preferred_windows=wishes, unavailable=[], communicated=None)
        document["conflicts"] = []
        document["rules"].update(quorum=1)

    instance = read_instance(broken(wishing))
    plan = best_plan(instance, Wish())
    values = {level.name: level.value for level in plan.levels}
    assert (plan.status, values[Level.PREFERENCE_MISSED]) == (PlanStatus.OPTIMAL, missed)
    assert verify(instance, plan) == ()


def test_a_juror_with_an_empty_availability_is_never_there() -> None:
    def away(document: dict[str, Any]) -> None:
        document["jurors"] = [document["jurors"][0] | {"available": []}]
        document["conflicts"] = []
        document["rules"].update(quorum=1)

    plan = solve(read_instance(broken(away)))
    assert [it.pitch for it in plan.left_out] == ["K-01"]
    assert [it.constraint for it in plan.explanation] == ["quorum"]


def test_a_communicated_slot_may_name_a_window_that_is_gone() -> None:
    slot = {"window": "za", "room": 1, "start": "2023-06-17T13:00:00+02:00"}
    found = read_instance(broken(lambda d: d["pitches"][0].update(communicated=slot)))
    assert found.pitches[0].communicated == Slot("za", 1, datetime(2023, 6, 17, 13, tzinfo=SUMMER))


def test_writes_a_plan_with_its_texts_in_the_language_asked_for() -> None:
    plan = PitchPlan(
        status=PlanStatus.FEASIBLE,
        levels=(LevelResult(Level.LEFT_OUT, 1, 0),),
        assignments=(Assignment("K-01", "wo", 1, a.at("13:00"), a.at("13:35"), ("j1", "j2")),),
        left_out=(LeftOut("K-02", (say("scheduling.no_plan"),)),),
        explanation=(
            Explanation(
                "quorum", ("K-02",), say("scheduling.no_plan"), (say("scheduling.help_quorum", quorum=2),)
            ),
        ),
        seconds=0.4,
        seed=1,
    )
    assert plan_document(plan, lambda message: render(message, "en")) == {
        "status": "FEASIBLE",
        "levels": [{"name": "left_out", "value": 1, "bound": 0}],
        "assignments": [
            {
                "pitch": "K-01",
                "window": "wo",
                "room": 1,
                "start": "2023-06-14T13:00:00+02:00",
                "end": "2023-06-14T13:35:00+02:00",
                "jurors": ["j1", "j2"],
            }
        ],
        "left_out": [{"pitch": "K-02", "reasons": ["There is no plan."]}],
        "explanation": [
            {
                "constraint": "quorum",
                "who": ["K-02"],
                "text": "There is no plan.",
                "would_help": ["A quorum of 2."],
            }
        ],
        "seconds": 0.4,
        "seed": 1,
    }


def test_ids_that_are_numbers_come_back_as_numbers() -> None:
    document = json.loads(json.dumps(DOCUMENT))
    document["windows"][0]["id"] = 7
    document["pitches"][0] |= {"id": 1, "preferred_windows": [7], "minutes": 35.0, "organisations": [12]}
    document["pitches"][0]["communicated"]["window"] = 7
    document["jurors"] = [document["jurors"][0] | {"id": 2}]
    document["conflicts"] = []
    document["rules"]["quorum"] = 1
    instance = read_instance(json.dumps(document))
    plan = json.loads(json.dumps(plan_document(best_plan(instance, Wish()), render)))
    (placed,) = plan["assignments"]
    assert (placed["pitch"], placed["window"], placed["jurors"]) == (1, 7, [2])


def test_a_field_that_stands_twice_in_one_part_is_refused_by_its_name() -> None:
    text = json.dumps(DOCUMENT).replace('"quorum": 3', '"quorum": 3, "quorum": 1')
    with pytest.raises(JuryError) as caught:
        read_instance(text)
    assert caught.value.message == say("scheduling.key_twice", name="quorum")


def test_notes_of_ones_own_may_stand_twice() -> None:
    text = json.dumps(DOCUMENT).replace('"quorum": 3', '"comment": "a", "comment": "b", "quorum": 3')
    assert read_instance(text) == read_instance(json.dumps(DOCUMENT))


def test_a_quorum_that_no_panel_may_reach_is_named() -> None:
    text = broken(lambda document: document["rules"].update(quorum=4, panel_max=3))
    _, strange = read_problem(text)
    assert strange == (say("scheduling.quorum_large", quorum=4, largest=3),)
