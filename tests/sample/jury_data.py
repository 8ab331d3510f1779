"""The jury, scores and decisions of the sample as objects of the domain."""

from __future__ import annotations

import tomllib
from functools import cache
from typing import Any

from jury_desktop import resources
from jury_desktop.domain.call import Round
from jury_desktop.domain.candidacy import Candidacy
from jury_desktop.domain.juror import Juror
from jury_desktop.domain.pitch import Expertise, Interval, Pitch, PlanInstance, PlanJuror, PlanRules
from jury_desktop.domain.sheet import Answer, GoalMark, Sheet, SheetState
from tests.builders import a_call, a_candidacy
from tests.sample.mail import expected


@cache
def data(name: str) -> dict[str, Any]:
    """A TOML file of the sample."""
    return tomllib.loads(resources.text("sample", name))


def candidacies() -> tuple[Candidacy, ...]:
    """The candidacies of the mailbox; their reference is their id too."""
    return tuple(
        a_candidacy(
            int(told["reference"][2:]),
            id=told["reference"],
            organisation=told["organisation"],
            challenges=tuple(told["challenges"]),
            partners=tuple(told["partners"]),
        )
        for told in expected()["candidacies"]
    )


def jurors() -> tuple[Juror, ...]:
    """The eight jurors."""
    return tuple(
        Juror(
            id=entry["id"],
            name=entry["name"],
            organisation=entry["organisation"],
            email=entry["email"],
            expertise=tuple(entry["expertise"]),
            available=tuple(Interval(**stretch) for stretch in entry["available"]),
            max_minutes_per_day=entry.get("max_minutes_per_day"),
        )
        for entry in data("jury.toml")["jurors"]
    )


def barred() -> frozenset[tuple[str, str]]:
    """The (juror, candidacy) pairs with a conflict."""
    return frozenset((entry["juror"], entry["candidacy"]) for entry in data("jury.toml")["conflicts"])


@cache
def sheets() -> tuple[Sheet, ...]:
    """Every score sheet."""
    return tuple(_sheet(entry) for entry in data("scores.toml")["sheets"])


def decided(stage: str) -> dict[str, str]:
    """What was decided in a stage, by reference."""
    decisions = data("decisions.toml")["decisions"]
    return {entry["candidacy"]: entry["kind"] for entry in decisions if entry["stage"] == stage}


def problem() -> PlanInstance:
    """The pitches to plan: the invited, with the jury as it is available."""
    call = a_call()
    rules = call.pitch
    wishes = {entry["candidacy"]: entry for entry in data("jury.toml")["candidates"]}
    invited = [c for c in candidacies() if decided("shortlist").get(c.id) == "invited"]
    return PlanInstance(
        grid_minutes=rules.grid_minutes,
        windows=call.windows,
        rules=PlanRules(
            rules.quorum,
            rules.panel_max,
            rules.break_after,
            rules.break_minutes,
            rules.changeover_minutes,
            Expertise(rules.expertise),
            rules.common_jurors,
        ),
        pitches=tuple(
            _pitch(candidacy, rules.minutes, wishes.get(candidacy.id, {})) for candidacy in invited
        ),
        jurors=tuple(
            PlanJuror(
                juror.id, juror.organisation, juror.available, juror.expertise, juror.max_minutes_per_day
            )
            for juror in jurors()
        ),
        conflicts=tuple(sorted(pair for pair in barred() if pair[1] in {c.id for c in invited})),
    )


def _pitch(candidacy: Candidacy, minutes: int, wishes: dict[str, Any]) -> Pitch:
    return Pitch(
        candidacy.id,
        minutes,
        (candidacy.organisation,),
        candidacy.challenges,
        unavailable=tuple(Interval(**stretch) for stretch in wishes.get("unavailable", ())),
        preferred_windows=tuple(wishes.get("preferred_windows", ())),
    )


def _sheet(entry: dict[str, Any]) -> Sheet:
    return Sheet(
        id=f"{entry['juror']} {entry['candidacy']} {entry['round']}",
        juror=entry["juror"],
        candidacy=entry["candidacy"],
        round=Round(entry["round"]),
        version=1,
        state=SheetState(entry["state"]),
        answers={key: Answer(**answer) for key, answer in entry["answers"].items()},
        goal_marks={key: GoalMark(mark) for key, mark in entry["goals"].items()},
        submitted_at=entry.get("submitted_at"),
    )
