"""Which lines of the timing are over in fact, whatever their day: nobody counts down to those."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping

from jury_desktop.domain.call import Milestone, Round
from jury_desktop.domain.candidacy import Candidacy
from jury_desktop.domain.decision import Stage
from jury_desktop.domain.selection import Selection
from jury_desktop.domain.session import PitchState
from jury_desktop.domain.told import is_told, revision_of
from jury_desktop.services.rounds import round_state

_BEHIND = frozenset({PitchState.HELD, PitchState.ABSENT})


def is_over(selection: Selection, milestone: Milestone) -> bool:
    """Whether the dossier shows that all was done for which a milestone stands. Of those that only the
    calendar ends, such as the deadline, never."""
    found = _OVER.get(milestone.key)
    return found is not None and found(selection)


def _assessed(selection: Selection) -> bool:
    return round_state(selection, Round.WRITTEN).complete or _decided(selection, Stage.SHORTLIST)


def _invited(selection: Selection) -> bool:
    """Every candidate knows the outcome of the written round, or the pitches are over without it."""
    told = _decided(selection, Stage.SHORTLIST) and _told(selection, Stage.SHORTLIST)
    return told or (_heard(selection) and bool(selection.in_stage(Stage.FINAL)))


def _heard(selection: Selection) -> bool:
    """Every pitch is behind, as the clock, the score sheets or the decisions show."""
    if not _decided(selection, Stage.SHORTLIST):
        return False
    by_clock = all(_is_behind(selection, each) for each in selection.in_round(Round.PITCH))
    return by_clock or round_state(selection, Round.PITCH).complete or _decided(selection, Stage.FINAL)


def _concluded(selection: Selection) -> bool:
    heard = _heard(selection) and _invited(selection)
    nobody_left = not selection.in_stage(Stage.FINAL)
    return heard and (nobody_left or (_decided(selection, Stage.FINAL) and _told(selection, Stage.FINAL)))


_OVER: Mapping[str, Callable[[Selection], bool]] = {
    "written_assessment": _assessed,
    "written_result": _invited,
    "pitches": _heard,
    "decision": _concluded,
}


def _is_behind(selection: Selection, candidacy: Candidacy) -> bool:
    run = selection.run(candidacy.id)
    return run is not None and run.state in _BEHIND


def _decided(selection: Selection, stage: Stage) -> bool:
    there = selection.in_stage(stage)
    return bool(there) and all(selection.decision(each.id, stage) for each in there)


def _told(selection: Selection, stage: Stage) -> bool:
    """Whether each decision of a stage left as it stands."""
    return all(_each_told(selection, stage, selection.in_stage(stage)))


def _each_told(selection: Selection, stage: Stage, candidacies: Iterable[Candidacy]) -> Iterable[bool]:
    for each in candidacies:
        decided = selection.decision(each.id, stage)
        rebuttals, letters = selection.rebuttals_of(each.id), selection.letters_to(each.id)
        yield decided is not None and is_told(revision_of(decided), decided, rebuttals, letters)
