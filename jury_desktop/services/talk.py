"""What is said at the table: notes, agreed sentences, votes, and second looks at the end."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace

from jury_desktop.domain.decision import MotivationLine, Stage
from jury_desktop.domain.errors import RuleError, refuse
from jury_desktop.domain.messages import say
from jury_desktop.domain.rights import Right
from jury_desktop.domain.selection import Selection
from jury_desktop.domain.talk import Agreed, SecondLook, Talk, Votes
from jury_desktop.services.admission import needs
from jury_desktop.services.decide import at_the_table
from jury_desktop.services.new_ids import new_id
from jury_desktop.services.ports import Dossier, UnitOfWork
from jury_desktop.services.record import record_change
from jury_desktop.services.rounds import selection_of


@dataclass(frozen=True, slots=True)
class TalkChange:
    """What a step changed: the talk as it is, and as it was (None: nothing had been noted)."""

    new: Talk
    old: Talk | None


@needs(Right.DECIDE)
def keep_notes(
    dossier: Dossier, candidacy: str, stage: Stage, notes: str, votes: Votes | None = None
) -> TalkChange:
    """Keeps the notes of a discussion and how a vote came out.

    :raises JuryError: the scores are sealed, the candidacy is not in the stage, or a figure is below zero.
    """
    if votes is not None and min(votes.in_favour, votes.against, votes.abstained) < 0:
        raise refuse("talk.votes_below_zero")
    with dossier.change() as uow:
        old = _talk(uow, candidacy, stage)
        kept = None if votes is None or votes.cast == 0 else votes
        return _keep(uow, old, replace(old, notes=notes.strip(), votes=kept), "talk.noted")


@needs(Right.DECIDE)
def agree(dossier: Dossier, candidacy: str, stage: Stage, line: MotivationLine) -> TalkChange:
    """Keeps a sentence as what the jury agreed on an item, with the rows it rests on; no text takes it away.

    :raises JuryError: as :func:`keep_notes`.
    """
    with dossier.change() as uow:
        old = _talk(uow, candidacy, stage)
        others = {agreed.item: agreed for agreed in old.agreed if agreed.item != line.item}
        if line.text.strip():
            others[line.item] = Agreed(line.item, line.text.strip(), line.sheets, dossier.now())
        return _keep(uow, old, replace(old, agreed=_in_order(old, others)), "talk.agreed")


@needs(Right.DECIDE)
def ask_second_look(dossier: Dossier, candidacy: str, stage: Stage, reason: str) -> TalkChange:
    """The jury will come back to a candidacy at the end of the discussion; needs a reason."""
    if not reason.strip():
        raise refuse("talk.second_look_needs_reason")
    with dossier.change() as uow:
        old = _talk(uow, candidacy, stage)
        if old.waiting is not None:
            raise RuleError(say("talk.second_look_asked", reason=old.waiting.reason))
        look = SecondLook(reason.strip(), dossier.now())
        return _keep(uow, old, replace(old, looks=(*old.looks, look)), "talk.second_look", look.reason)


@needs(Right.DECIDE)
def end_second_look(dossier: Dossier, candidacy: str, stage: Stage) -> TalkChange:
    """The jury has looked again."""
    with dossier.change() as uow:
        old = _talk(uow, candidacy, stage)
        if old.waiting is None:
            raise refuse("talk.no_second_look")
        looks = tuple(look if look.done_at else replace(look, done_at=dossier.now()) for look in old.looks)
        return _keep(uow, old, replace(old, looks=looks), "talk.looked_again")


@needs(Right.DECIDE)
def take_back_talk(dossier: Dossier, change: TalkChange) -> None:
    """Puts back what had been noted before a step; refused when something was noted since."""
    with dossier.change() as uow:
        if uow.talks.find(id=change.new.id) != (change.new,):
            raise RuleError(say("talk.changed_since"))
        reference = uow.candidacies.get(change.new.candidacy).reference
        if change.old is None:
            uow.talks.remove(change.new.id)
        else:
            uow.talks.save(change.old)
        record_change(uow, "talk.restored", ("candidacy", reference), change.new, change.old)


@needs(Right.DECIDE)
def put_back_talk(dossier: Dossier, talk: Talk) -> None:
    """What had been noted stands again as it was; refused when something was noted since."""
    with dossier.change() as uow:
        if uow.talks.find(candidacy=talk.candidacy, stage=talk.stage):
            raise RuleError(say("talk.changed_since"))
        uow.talks.save(talk)
        reference = uow.candidacies.get(talk.candidacy).reference
        record_change(uow, "talk.restored", ("candidacy", reference), None, talk)


def second_looks(selection: Selection, stage: Stage) -> tuple[str, ...]:
    """The candidacies (ids) that the jury has still to come back to, in the order in which that was asked."""
    waiting = [(talk.waiting, talk.candidacy) for talk in selection.talks if talk.stage is stage]
    asked = sorted((look.asked_at, candidacy) for look, candidacy in waiting if look is not None)
    return tuple(candidacy for _, candidacy in asked)


def _in_order(old: Talk, agreed: Mapping[str, Agreed]) -> tuple[Agreed, ...]:
    """What was agreed before keeps its place."""
    before = [each.item for each in old.agreed if each.item in agreed]
    return tuple(agreed[item] for item in dict.fromkeys((*before, *agreed)))


def _talk(uow: UnitOfWork, candidacy: str, stage: Stage) -> Talk:
    """The talk as it is, new if there is none; refused outside the stage and while its scores are sealed."""
    at_the_table(selection_of(uow), candidacy, stage)
    found = uow.talks.find(candidacy=candidacy, stage=stage)
    return found[0] if found else Talk(new_id("talk", candidacy, stage), candidacy, stage)


def _keep(uow: UnitOfWork, old: Talk, new: Talk, action: str, reason: str = "") -> TalkChange:
    kept = uow.talks.find(id=old.id)
    before = kept[0] if kept else None
    if new != before:
        uow.talks.save(new)
        reference = uow.candidacies.get(new.candidacy).reference
        record_change(uow, action, ("candidacy", reference), old, new, reason)
    return TalkChange(new, before)
