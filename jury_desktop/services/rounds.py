"""The selection as the dossier holds it, and the end of a round."""

from __future__ import annotations

from dataclasses import dataclass

from jury_desktop.domain.assessment import expected_pairs, in_round
from jury_desktop.domain.call import Round
from jury_desktop.domain.conflict import barred_pairs
from jury_desktop.domain.decision import DecisionKind
from jury_desktop.domain.errors import RuleError, refuse
from jury_desktop.domain.messages import say
from jury_desktop.domain.pitch import StoredPlan
from jury_desktop.domain.selection import Selection
from jury_desktop.services.ports import Dossier, UnitOfWork


@dataclass(frozen=True, slots=True)
class RoundState:
    """How far a round is: counts only, for scores stay sealed until the call's rule opens them."""

    round: Round
    submitted: int
    expected: int
    closed: bool

    @property
    def complete(self) -> bool:
        """Whether every sheet has been submitted."""
        return self.expected > 0 and self.submitted == self.expected


def round_state(selection: Selection, round_: Round) -> RoundState:
    """How far a round is."""
    panel = selection.panel(round_)
    return RoundState(round_, len(panel.submitted), len(panel.expected), panel.closed)


def selection_of(uow: UnitOfWork) -> Selection:
    """Everything about the selection, each kind read once."""
    return Selection(
        uow.call,
        uow.candidacies.find(),
        uow.jurors.find(),
        uow.conflicts.find(),
        uow.sheets.find(),
        uow.decisions.find(),
        latest_plan(uow),
        frozenset(round_ for round_ in Round if is_closed(uow, round_)),
        uow.letters.find(),
        uow.rebuttals.find(),
    )


def expected_of(uow: UnitOfWork, round_: Round) -> frozenset[tuple[str, str]]:
    """Who must score what in a round, as (juror, candidacy), without reading any sheet."""
    pitch = round_ is Round.PITCH
    plan = latest_plan(uow) if pitch else None
    invited = uow.decisions.find(kind=DecisionKind.INVITED) if pitch else ()
    return expected_pairs(
        in_round(round_, uow.candidacies.find(), invited),
        uow.jurors.find(),
        barred_pairs(uow.conflicts.find()),
        plan.plan if plan else None,
    )


def latest_plan(uow: UnitOfWork) -> StoredPlan | None:
    """The newest pitch plan, if any was made."""
    plans = uow.plans.find()
    return max(plans, key=lambda plan: plan.version) if plans else None


def close_round(dossier: Dossier, round_: Round, reason: str) -> None:
    """Ends a round although sheets are missing, so that its scores open; needs a reason."""
    if not reason.strip():
        raise refuse("scoring.close_needs_reason")
    with dossier.change() as uow:
        if not is_closed(uow, round_):
            uow.settings.set(_closed_key(round_), "yes")
            uow.journal.append("round.closed", "round", round_.value, new="closed", reason=reason)


def reopen_round(dossier: Dossier, round_: Round, reason: str) -> None:
    """Lets jurors score again in a round that was closed; needs a reason."""
    if not reason.strip():
        raise refuse("scoring.reopen_needs_reason")
    with dossier.change() as uow:
        if is_closed(uow, round_):
            uow.settings.set(_closed_key(round_), "")
            uow.journal.append("round.reopened", "round", round_.value, old="closed", reason=reason)


def is_closed(uow: UnitOfWork, round_: Round) -> bool:
    """Whether the regisseur has ended the round."""
    return uow.settings.get(_closed_key(round_)) == "yes"


def refuse_when_closed(uow: UnitOfWork, round_: Round) -> None:
    """Keeps a sheet out of a round whose scores are open: it would be written with those in sight."""
    if is_closed(uow, round_):
        raise RuleError(say("scoring.round_closed"))


def _closed_key(round_: Round) -> str:
    return f"round.{round_.value}.closed"
