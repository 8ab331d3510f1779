"""A pitch without a place gets its reasons in words, and only what was found to help is proposed."""

from __future__ import annotations

from dataclasses import replace

import pytest

from jury_desktop.domain.messages import Message, say
from jury_desktop.domain.pitch import Expertise, Explanation, Level, PitchPlan, PlanInstance, PlanStatus
from jury_desktop.scheduling.clash import Trials, smallest_clash
from jury_desktop.scheduling.drop import only, without
from jury_desktop.scheduling.explain import explain
from jury_desktop.scheduling.facts import Fact, Kind, day_of, facts_of, when
from jury_desktop.scheduling.solve import Wish, best_plan, solve
from jury_desktop.scheduling.why_not import why_not
from jury_desktop.wording import render
from tests.scheduling import builders as a

HOUR = (a.window("wo", "13:00", "14:00"),)
TWO = (*HOUR, a.window("vr", "09:00", "10:00", 16))


def told(instance: PlanInstance, pitch: str = "K-09") -> tuple[list[str], list[str]]:
    """The Dutch sentences of a pitch without a place, and what would help."""
    plan = solve(instance)
    reasons = next(it.reasons for it in plan.left_out if it.pitch == pitch)
    helps = [message for it in plan.explanation for message in it.would_help]
    return [render(it) for it in reasons], [render(it) for it in helps]


def test_a_quorum_that_is_never_reached_names_who_is_missing() -> None:
    jurors = [a.juror(f"j{n}") for n in range(1, 4)]
    jurors.append(a.juror("j4", a.during("09:00", "10:00", 16)))
    instance = a.instance(HOUR, [a.pitch("K-09")], jurors, [("j1", "K-09")], quorum=3)
    assert told(instance) == (
        [
            "Op 14 juni 2023 is het quorum van 3 voor K-09 niet te halen: beschikbaar en zonder "
            "belangenconflict zijn er hoogstens 2. Belangenconflict: j1. Niet (de hele tijd) beschikbaar: j4."
        ],
        ["Een quorum van 2.", "Jurylid j4 maakt zich vrij op 14 juni 2023."],
    )


def test_of_more_who_are_away_than_it_takes_the_others_are_counted() -> None:
    """Four of five are away and the quorum is three: with two of the four it could be reached."""
    away = a.during("09:00", "10:00", 16)
    jurors = [a.juror("j1"), *(a.juror(f"j{n}", away) for n in range(2, 6))]
    reasons, _ = told(a.instance(HOUR, [a.pitch("K-09")], jurors, quorum=3))
    assert reasons == [
        "Op 14 juni 2023 is het quorum van 3 niet te halen: er kunnen er hoogstens 1 zetelen. "
        "Niet (de hele tijd) beschikbaar: j2, j3, j4. Ook één ander jurylid kan niet."
    ]


def test_a_conflict_is_never_proposed_to_be_ignored() -> None:
    instance = a.instance(HOUR, [a.pitch("K-09")], [a.juror("j1")], [("j1", "K-09")])
    assert told(instance) == (
        [
            "Op 14 juni 2023 is het quorum van 1 voor K-09 niet te halen: zonder belangenconflict "
            "zijn er hoogstens 0. Belangenconflict: j1."
        ],
        [],
    )


def test_a_candidate_who_cannot_come_is_told_per_window() -> None:
    busy = a.pitch("K-09", unavailable=(a.during("12:00", "18:00"),))
    jurors = [a.juror("j1", a.during("13:00", "14:00"))]
    reasons, helps = told(a.instance(TWO, [busy], jurors))
    assert reasons == [
        "De kandidaat van K-09 kan niet op 14 juni 2023.",
        "Op 16 juni 2023 is het quorum van 1 niet te halen: tegelijk beschikbaar zijn er hoogstens 0. "
        "Niet (de hele tijd) beschikbaar: j1.",
    ]
    assert helps == [
        "De kandidaat van K-09 maakt zich vrij op 14 juni 2023.",
        "Jurylid j1 maakt zich vrij op 16 juni 2023.",
    ]


def test_a_pitch_longer_than_the_window() -> None:
    instance = a.instance(HOUR, [a.pitch("K-09", 75)], [a.juror("j1")])
    assert told(instance) == (
        ["K-09 duurt 75 minuten; het venster op 14 juni 2023 is 60 minuten lang."],
        ["Het venster op 14 juni 2023 15 minuten langer."],
    )


def test_nobody_knows_the_challenge() -> None:
    instance = a.instance(HOUR, [a.pitch("K-09", challenges=[7])], [a.juror("j1")], expertise=Expertise.HARD)
    assert told(instance) == (
        ["Op 14 juni 2023 kent geen enkel beschikbaar jurylid een uitdaging van K-09."],
        ["Een panel zonder kenner van de uitdaging toelaten."],
    )


def test_a_quorum_above_the_largest_panel() -> None:
    jurors = [a.juror(f"j{n}") for n in range(4)]
    instance = a.instance(HOUR, [a.pitch("K-09")], jurors, quorum=3, panel_max=2)
    assert told(instance) == (
        [
            "Het quorum van 3 is groter dan het grootste panel van 2: "
            "geen enkele pitch kan een plaats krijgen."
        ],
        ["Een quorum van 2."],
    )


@pytest.mark.parametrize("levels", [tuple(Level), (Level.MOVED,)], ids=["may be left out", "must stand"])
def test_a_quorum_above_the_whole_jury_is_told_once_about_every_pitch(levels: tuple[Level, ...]) -> None:
    pitches = [a.pitch(f"K-{n}") for n in range(1, 4)]
    jurors = [a.juror("j1"), a.juror("j2")]
    found = solve(a.instance(TWO, pitches, jurors, quorum=1_000_000, levels=levels)).explanation
    assert [(it.who, render(it.text), [render(help_) for help_ in it.would_help]) for it in found] == [
        (
            ("K-1", "K-2", "K-3"),
            "Een pitch vraagt 1000000 juryleden en de jury telt er 2: "
            "geen enkele pitch kan een plaats krijgen.",
            ["Een quorum van 2."],
        )
    ]


def test_two_windows_of_one_day_are_told_apart_by_their_start() -> None:
    windows = [a.window("am", "09:00", "09:30"), a.window("pm", "13:00", "13:30")]
    reasons, _ = told(a.instance(windows, [a.pitch("K-09", 60)], [a.juror("j1")]))
    assert [reason[:58] for reason in reasons] == [
        "K-09 duurt 60 minuten; het venster op 14 juni 2023 09:00 i",
        "K-09 duurt 60 minuten; het venster op 14 juni 2023 13:00 i",
    ]


def test_more_pitches_than_fit() -> None:
    heard = [a.pitch(f"K-{n}", preferred_windows=("wo",)) for n in range(3)]
    plan = solve(a.instance(HOUR, heard, [a.juror("j1")]))
    (found,) = plan.explanation
    assert (found.constraint, found.text) == ("capacity", say("scheduling.too_many", pitches=3, room=2))
    assert [render(it) for it in found.would_help] == ["Het venster op 14 juni 2023 30 minuten langer."]


def test_candidates_who_want_the_same_hour_clash_by_name() -> None:
    """Enough room in all, but three can come only on Wednesday, where two fit."""
    away = {"unavailable": (a.during("09:00", "10:00", 16),)}
    tied = [a.pitch(f"K-{n}", **away) for n in range(3)]
    plan = solve(a.instance(TWO, [*tied, a.pitch("K-3")], [a.juror("j1")]))
    assert [(it.constraint, it.who) for it in plan.explanation] == [
        ("capacity", ("K-0", "K-1", "K-2")),
        ("candidate", ("K-0", "vr")),
        ("candidate", ("K-1", "vr")),
        ("candidate", ("K-2", "vr")),
    ]
    assert render(plan.explanation[0].text) == (
        "K-0, K-1, K-2 passen niet samen op 14/06, 16/06, zolang ook dit alles geldt:"
    )
    (out,) = plan.left_out
    helps = {render(it) for it in plan.explanation[0].would_help}
    assert f"De kandidaat van {out.pitch} maakt zich vrij op 16 juni 2023." in helps


def test_pins_that_clash_are_named() -> None:
    pins = [a.pitch("K-1", pinned=a.slot("wo", "13:00")), a.pitch("K-2", pinned=a.slot("wo", "13:20"))]
    plan = solve(a.instance(TWO, [*pins, a.pitch("K-3")], [a.juror("j1")]))
    assert plan.status == PlanStatus.INFEASIBLE
    assert [(it.constraint, it.who) for it in plan.explanation] == [
        ("pinned", ("K-1", "K-2")),
        ("pinned", ("K-2",)),
    ]
    assert [render(it) for it in plan.explanation[0].would_help] == [
        "K-1 niet langer vastzetten.",
        "K-2 niet langer vastzetten.",
    ]


def test_a_pin_where_it_cannot_stand_is_told() -> None:
    instance = a.instance(HOUR, [a.pitch("K-09", pinned=a.slot("wo", "13:45"))], [a.juror("j1")])
    assert told(instance) == (
        ["K-09 is vastgezet op 14 juni 2023 13:45, en dat past niet in het venster op 14 juni 2023."],
        ["K-09 niet langer vastzetten.", "Het venster op 14 juni 2023 15 minuten langer."],
    )


A_LOCK_BETWEEN = a.instance(
    (a.window("wo", "13:00", "14:30"),),
    [a.pitch("K-1", pinned=a.slot("wo", "13:20")), a.pitch("K-2"), a.pitch("K-3")],
    [a.juror("j1", a.during("13:00", "14:30"))],
)
"""Room for three, but the lock leaves 20 and 40 minutes: each of two fits beside it, and not both."""


def test_a_lock_that_takes_the_place_of_two_is_named_and_to_let_it_go_is_proposed() -> None:
    plan = solve(A_LOCK_BETWEEN)
    (out,) = plan.left_out
    assert [render(it) for it in out.reasons] == [
        "K-2, K-3 passen niet samen op 14/06, zolang ook dit alles geldt:",
        "K-1 is vastgezet op 14 juni 2023 13:20.",
    ]
    assert [render(it) for it in plan.explanation[0].would_help] == [
        "K-1 niet langer vastzetten.",
        "Het venster op 14 juni 2023 30 minuten langer, en tot 14 juni 2023 15:00 blijven: j1.",
    ]


def test_what_is_proven_stays_proven_when_there_was_no_time_for_its_reasons() -> None:
    plan = best_plan(A_LOCK_BETWEEN, Wish())
    told_ = explain(A_LOCK_BETWEEN, plan, seconds=0.0)
    (out,) = told_.left_out
    assert [render(it) for it in out.reasons] == [
        f"Naast de 2 pitches met een plaats kan {out.pitch} niet meer, zoals alles nu is; dat is bewezen."
    ]


def test_a_pitch_that_has_to_wait_for_an_earlier_goal_is_told_so() -> None:
    """What was announced stays first of all: the announced place is where two others could stand."""
    told_first = (Level.MOVED, Level.LEFT_OUT)
    announced = a.pitch("K-1", communicated=a.slot("wo", "13:20"))
    others = A_LOCK_BETWEEN.pitches[1:]
    rules = replace(A_LOCK_BETWEEN.rules, levels=told_first)
    plan = solve(replace(A_LOCK_BETWEEN, pitches=(announced, *others), rules=rules))
    (out,) = plan.left_out
    assert [render(it) for it in out.reasons] == [
        f"{out.pitch} krijgt geen plaats zonder dat een doel dat voorgaat slechter uitkomt; dat is bewezen."
    ]


def test_a_longer_window_without_jurors_to_stay_is_not_proposed_by_itself() -> None:
    """Nobody is there after two: the window may be longer, who hears the pitch has to stay too."""
    jurors = [a.juror("j1", a.during("13:00", "14:00")), a.juror("j2", a.during("13:00", "13:30"))]
    instance = a.instance(HOUR, [a.pitch("K-09", unavailable=(a.during("13:00", "14:00"),))], jurors)
    _, helps = told(instance)
    assert helps == [
        "Het venster op 14 juni 2023 30 minuten langer, en tot 14 juni 2023 14:30 blijven: j1.",
        "De kandidaat van K-09 maakt zich vrij op 14 juni 2023.",
    ]


def test_a_whole_plan_has_nothing_to_explain() -> None:
    assert solve(a.instance(HOUR, [a.pitch("K-1")], [a.juror("j1")])).explanation == ()


def helped(instance: PlanInstance, plan: PitchPlan, text: str) -> bool:
    return any(render(it) == text for one in plan.explanation for it in one.would_help)


@pytest.mark.parametrize("quorum", [2, 3])
def test_what_is_proposed_really_helps(quorum: int) -> None:
    """The proposal of a smaller quorum is made exactly when with it the pitch gets a place."""
    jurors = [a.juror("j1"), a.juror("j2"), a.juror("j3")]
    conflicts = [("j1", "K-1"), ("j2", "K-1")][: quorum - 1]
    instance = a.instance(HOUR, [a.pitch("K-1")], jurors, conflicts, quorum=3)
    plan = solve(instance)
    for lower in (1, 2):
        easier = replace(instance, rules=replace(instance.rules, quorum=lower))
        placed = bool(solve(easier).assignments)
        nearest = placed and not (lower == 1 and helped(instance, plan, "Een quorum van 2."))
        assert helped(instance, plan, f"Een quorum van {lower}.") is nearest


def test_a_clash_is_smallest() -> None:
    """Take away any one fact and the rest hold together."""
    away = {"unavailable": (a.during("09:00", "10:00", 16),)}
    heard = [a.pitch(f"K-{n}", **away) for n in range(3)]
    instance = only(a.instance(TWO, heard, [a.juror("j1")]), ["K-0", "K-1", "K-2"])
    facts = facts_of(instance)
    trials = Trials(500, 60)
    core = smallest_clash(instance, facts, trials)
    assert smallest_clash(instance, core, trials) == core
    for fact in core:
        rest = [it for it in core if it != fact]
        assert smallest_clash_is_possible(instance, facts, rest, trials)


def smallest_clash_is_possible(
    instance: PlanInstance, facts: list[Fact], kept: list[Fact], trials: Trials
) -> bool:
    return trials.possible(without(instance, [it for it in facts if it not in kept])) is True


def test_every_kind_of_fact_can_be_told() -> None:
    instance = replace(
        a.lier(seed=1, changeover_minutes=5, expertise=Expertise.HARD),
        pitches=(
            a.pitch("K-01", organisations=("x", "y"), pinned=a.slot("wo", "13:00")),
            a.pitch("K-02", organisations=("y",), unavailable=(a.during("13:00", "14:00"),)),
        ),
        jurors=(a.juror("j1", a.during("13:00", "14:00"), organisation="x", max_minutes_per_day=60),),
        conflicts=(),
    )
    assert {fact.kind for fact in facts_of(instance)} == set(Kind)


class TestWhyNot:
    """ "Waarom kan K-10 niet op 14/06?", answered as for a pitch left out."""

    def ask(self, instance: PlanInstance, pitch: str, window: str) -> Explanation:
        return why_not(instance, solve(instance), pitch, window)

    def test_it_is_there_already(self) -> None:
        instance = a.instance(TWO, [a.pitch("K-1", preferred_windows=("vr",))], [a.juror("j1")])
        assert render(self.ask(instance, "K-1", "vr").text) == "K-1 staat al op 16 juni 2023."

    def test_the_candidate_cannot_come(self) -> None:
        busy = a.pitch("K-1", unavailable=(a.during("12:00", "18:00"),))
        found = self.ask(a.instance(TWO, [busy], [a.juror("j1")]), "K-1", "wo")
        assert (found.constraint, render(found.text), [render(it) for it in found.would_help]) == (
            "candidate",
            "De kandidaat van K-1 kan niet op 14 juni 2023.",
            ["De kandidaat van K-1 maakt zich vrij op 14 juni 2023."],
        )

    def test_the_window_is_full_of_pitches_that_can_go_nowhere_else(self) -> None:
        away = {"unavailable": (a.during("09:00", "10:00", 16),)}
        heard = [a.pitch("K-0", **away), a.pitch("K-1", **away), a.pitch("K-2")]
        found = self.ask(a.instance(TWO, heard, [a.juror("j1")]), "K-2", "wo")
        assert (found.constraint, set(found.who[:3])) == ("capacity", {"K-0", "K-1", "K-2"})
        assert [render(it) for it in (found.text, *found.also)] == [
            "Staat K-2 op 14 juni 2023, dan past een van de andere niet meer; dat is bewezen.",
            "K-0, K-1, K-2 passen niet samen op 14/06, 16/06, zolang ook dit alles geldt:",
            "De kandidaat van K-0 kan niet altijd op 16 juni 2023.",
            "De kandidaat van K-1 kan niet altijd op 16 juni 2023.",
        ]
        assert "De kandidaat van K-2 maakt zich vrij op 16 juni 2023." not in map(render, found.would_help)

    def test_it_would_cost_a_wish(self) -> None:
        instance = a.instance(TWO, [a.pitch("K-1", preferred_windows=("vr",))], [a.juror("j1")])
        found = self.ask(instance, "K-1", "wo")
        assert (found.constraint, render(found.text)) == (
            "cost",
            "K-1 kan op 14 juni 2023, maar dan mist er één pitch haar voorkeur in plaats van 0.",
        )

    def test_it_is_as_good_there(self) -> None:
        instance = a.instance(TWO, [a.pitch("K-1")], [a.juror("j1")], levels=(Level.LEFT_OUT,))
        plan = solve(instance)
        other = "vr" if plan.assignments[0].window == "wo" else "wo"
        assert why_not(instance, plan, "K-1", other).constraint == "free"

    def test_facts_that_bind_only_together_are_all_told(self) -> None:
        """Two can come only on Wednesday, where one fits: the third sentence would be missed."""
        away = {"unavailable": (a.during("09:00", "10:00", 16),)}
        windows = (a.window("wo", "13:00", "13:30"), TWO[1])
        heard = [a.pitch("K-0", **away), a.pitch("K-2")]
        found = self.ask(a.instance(windows, heard, [a.juror("j1")]), "K-2", "wo")
        assert [render(it) for it in (found.text, *found.also)] == [
            "Staat K-2 op 14 juni 2023, dan past een van de andere niet meer; dat is bewezen.",
            "K-0, K-2 passen niet samen op 14/06, 16/06, zolang ook dit alles geldt:",
            "De kandidaat van K-0 kan niet altijd op 16 juni 2023.",
        ]


def test_a_conflict_that_is_dropped_leaves_that_of_a_colleague() -> None:
    """Both jurors work for the organisation behind the pitch, and one of them for another pitch too."""
    jurors = [a.juror("j1", organisation="x"), a.juror("j2", organisation="x")]
    pitches = [a.pitch("K-1", organisations=("x",)), a.pitch("K-2", organisations=("x",))]
    instance = a.instance(HOUR, pitches, jurors)
    freed = without(instance, [Fact(Kind.CONFLICT, pitch="K-1", juror="j1")])
    kept = {(fact.juror, fact.pitch) for fact in facts_of(freed) if fact.kind is Kind.CONFLICT}
    assert kept == {("j2", "K-1"), ("j1", "K-2"), ("j2", "K-2")}


def test_two_pitches_that_may_stand_at_once_keep_apart_from_a_third() -> None:
    jurors = [a.juror("j1", organisation="x")]
    pitches = [a.pitch(name, organisations=("x",)) for name in ("K-1", "K-2", "K-3")]
    instance = a.instance(HOUR, pitches, jurors)
    freed = facts_of(without(instance, [Fact(Kind.ORGANISATION, pitch="K-2", other="K-1")]))
    pairs = {(it.pitch, it.other) for it in freed if it.kind is Kind.ORGANISATION}
    assert pairs == {("K-3", "K-1"), ("K-3", "K-2")}
    assert {it.pitch for it in freed if it.kind is Kind.CONFLICT} == {"K-1", "K-2", "K-3"}


def test_of_more_pitches_than_fit_no_more_are_named_than_it_takes() -> None:
    """Two of four fit; any three show it."""
    heard = [a.pitch(f"K-{n}") for n in range(4)]
    plan = solve(a.instance(HOUR, heard, [a.juror("j1")]))
    (found,) = plan.explanation
    named = found.text.values["pitches"]
    assert found.text == say("scheduling.too_many_of", pitches=named, room=2, days=("14/06",))
    assert len(named) == 3
    assert {it.pitch for it in plan.left_out} < set(named)


def test_windows_that_begin_together_are_told_apart_by_their_room_or_else_their_id() -> None:
    one, two = a.window("w1", "13:00", "14:00"), a.window("w2", "13:00", "15:00")
    named = replace(one, room_names=("Zaal A",)), replace(two, room_names=("Zaal B",))
    later = a.window("w3", "16:00", "17:00")
    for windows, told in (
        (named, ["14/06/2023 13:00 (Zaal A)", "14/06/2023 13:00 (Zaal B)"]),
        ((one, two), ["14/06/2023 13:00 (w1)", "14/06/2023 13:00 (w2)"]),
    ):
        instance = a.instance([*windows, later], [a.pitch("K-1")], [a.juror("j1")])
        assert [when(instance, name) for name in ("w1", "w2", "w3")] == [*told, later.start]
        assert day_of(instance, "w1") == told[0]


@pytest.mark.parametrize(
    ("message", "dutch"),
    [
        (say("scheduling.fact_quorum", count=1), "Elke pitch vraagt minstens één jurylid."),
        (
            say("scheduling.fact_break", count=1, minutes=15),
            "Na elke pitch is er een pauze van 15 minuten.",
        ),
        (
            say("scheduling.cost_moved", pitch="K-1", when="wo", count=1, before=0),
            "K-1 kan op wo, maar dan verschuift er één al meegedeelde pitch in plaats van 0.",
        ),
    ],
)
def test_one_is_said_as_one(message: Message, dutch: str) -> None:
    assert render(message) == dutch
