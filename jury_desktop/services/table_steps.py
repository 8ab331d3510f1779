"""What the deliberation leaves to be done: second looks, decisions to confirm, and the meeting itself."""

from __future__ import annotations

from collections.abc import Collection, Iterator
from datetime import date

from jury_desktop.domain.decision import Decision, Stage
from jury_desktop.domain.messages import say
from jury_desktop.domain.selection import Selection
from jury_desktop.services.step import Step, Urgency
from jury_desktop.services.talk import second_looks


def table_steps(selection: Selection, today: date) -> Iterator[Step]:
    """Candidacies that the jury comes back to; where the call asks for four eyes, decisions that wait for the
    second person or were sent back."""
    for stage in Stage:
        if again := second_looks(selection, stage):
            reference = selection.candidacy(again[0]).reference
            text, button = say("steps.second_look", count=len(again)), say("steps.look_button")
            yield Step(Urgency.DECIDE, text, button, "deliberation", reference)
    if selection.call.deliberation.four_eyes:
        yield from _four_eyes(selection)


def meeting_steps(selection: Selection, noted: Collection[Stage]) -> Iterator[Step]:
    """The meeting of a stage where everything was decided and nobody ``noted`` who was there: without it the
    minutes stay a draft."""
    for stage in Stage:
        table = selection.in_stage(stage)
        decided = bool(table) and all(selection.decision(each.id, stage) for each in table)
        if decided and stage not in noted:
            text, button = say(f"steps.meeting_{stage.value}"), say("steps.look_button")
            yield Step(Urgency.READY, text, button, "deliberation", table[0].reference)


def _four_eyes(selection: Selection) -> Iterator[Step]:
    open_ = [decision for decision in selection.decisions if not decision.confirmed]
    for key, found in (
        ("steps.sent_back", [each for each in open_ if each.sent_back]),
        ("steps.second_person", [each for each in open_ if not each.sent_back]),
    ):
        if found:
            reference = _first(selection, found)
            text, button = say(key, count=len(found)), say("steps.look_button")
            yield Step(Urgency.DECIDE, text, button, "deliberation", reference)


def _first(selection: Selection, decisions: list[Decision]) -> str:
    return min(selection.candidacy(decision.candidacy).reference for decision in decisions)
