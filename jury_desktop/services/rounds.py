"""The selection as the dossier holds it, and the end of a round."""

from __future__ import annotations

from dataclasses import dataclass, replace

from jury_desktop.domain.assessment import expected_pairs, in_round
from jury_desktop.domain.call import Call, Round
from jury_desktop.domain.candidacy import Candidacy
from jury_desktop.domain.conflict import barred_pairs
from jury_desktop.domain.decision import DecisionKind
from jury_desktop.domain.errors import RuleError, refuse
from jury_desktop.domain.messages import say
from jury_desktop.domain.pitch import PitchPlan, StoredPlan
from jury_desktop.domain.rights import Right
from jury_desktop.domain.role import Role
from jury_desktop.domain.selection import Selection
from jury_desktop.domain.session import PitchRun, absent_pairs, withdrawn
from jury_desktop.domain.sheet import Sheet
from jury_desktop.services.admission import needs
from jury_desktop.services.letter_texts import texts_of
from jury_desktop.services.ports import Dossier, UnitOfWork
from jury_desktop.services.record import record_change


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
    return _selection(uow, uow.sheets.find())


def pitches_of(uow: UnitOfWork) -> Selection:
    """The same without the sheets of the written round, of which a large dossier has thousands."""
    return _selection(uow, uow.sheets.find(round=Round.PITCH))


def _selection(uow: UnitOfWork, sheets: tuple[Sheet, ...]) -> Selection:
    plans = uow.plans.find()
    return Selection(
        _rules_of(uow),
        uow.candidacies.find(),
        uow.jurors.find(),
        uow.conflicts.find(),
        sheets,
        uow.decisions.find(),
        _newest(plans),
        frozenset(round_ for round_ in Round if is_closed(uow, round_)),
        uow.letters.find(),
        uow.rebuttals.find(),
        uow.runs.find(),
        uow.talks.find(),
        plans,
        uow.windows.find(),
        texts_of(uow),
    )


def _rules_of(uow: UnitOfWork) -> Call:
    """The call; it asks for four eyes where somebody comes in to be the second pair."""
    call = uow.call
    if call.deliberation.four_eyes or not uow.enters_as(Role.SECOND_READER):
        return call
    return replace(call, deliberation=replace(call.deliberation, four_eyes=True))


def expected_of(uow: UnitOfWork, round_: Round) -> frozenset[tuple[str, str]]:
    """Who must score what in a round, as (juror, candidacy), without reading any sheet."""
    pitches = round_ is Round.PITCH
    invited = uow.decisions.find(kind=DecisionKind.INVITED) if pitches else ()
    runs = uow.runs.find() if pitches else ()
    return expected_pairs(
        _heard(in_round(round_, uow.candidacies.find(), invited), runs),
        uow.jurors.find(),
        barred_pairs(uow.conflicts.find()) | absent_pairs(runs),
        _seats(uow, round_),
    )


def must_score(uow: UnitOfWork, juror: str, candidacy: str, round_: Round) -> bool:
    """Whether a juror must score a candidacy in a round; reads nothing of the others, so that keeping one
    score takes no longer in a large dossier."""
    pitches = round_ is Round.PITCH
    invited = uow.decisions.find(candidacy=candidacy) if pitches else ()
    runs = uow.runs.find(candidacy=candidacy) if pitches else ()
    expected = expected_pairs(
        _heard(in_round(round_, uow.candidacies.find(id=candidacy), invited), runs),
        uow.jurors.find(id=juror),
        barred_pairs(uow.conflicts.find(juror=juror, candidacy=candidacy)) | absent_pairs(runs),
        _seats(uow, round_),
    )
    return (juror, candidacy) in expected


def _heard(candidacies: tuple[Candidacy, ...], runs: tuple[PitchRun, ...]) -> tuple[Candidacy, ...]:
    """Those that were not withdrawn from their pitch."""
    gone = withdrawn(runs)
    return tuple(candidacy for candidacy in candidacies if candidacy.id not in gone)


def _seats(uow: UnitOfWork, round_: Round) -> PitchPlan | None:
    """The plan that says who sits where; only pitches are planned."""
    newest = latest_plan(uow) if round_ is Round.PITCH else None
    return newest.plan if newest is not None else None


def latest_plan(uow: UnitOfWork) -> StoredPlan | None:
    """The newest pitch plan, if any was made."""
    return _newest(uow.plans.find())


def _newest(plans: tuple[StoredPlan, ...]) -> StoredPlan | None:
    return max(plans, key=lambda plan: plan.version, default=None)


@needs(Right.KEEP_ROUNDS)
def close_round(dossier: Dossier, round_: Round, reason: str) -> None:
    """Ends a round although sheets are missing, so that its scores open; needs a reason."""
    if not reason.strip():
        raise refuse("scoring.close_needs_reason")
    dossier.turning()
    with dossier.change() as uow:
        if not is_closed(uow, round_):
            uow.settings.set(_closed_key(round_), "yes")
            uow.journal.append("round.closed", "round", round_.value, new="closed", reason=reason)


@needs(Right.KEEP_ROUNDS)
def reopen_round(dossier: Dossier, round_: Round, reason: str) -> None:
    """Lets jurors score again in a round that was closed; needs a reason.

    The journal tells since when the scores had been open to all.
    """
    if not reason.strip():
        raise refuse("scoring.reopen_needs_reason")
    dossier.turning()
    with dossier.change() as uow:
        if is_closed(uow, round_):
            uow.settings.set(_closed_key(round_), "")
            since = [event.at for event in uow.journal.of("round.closed") if event.subject == round_.value]
            record_change(
                uow, "round.reopened", ("round", round_.value), {"scores_open_since": since[-1]}, None, reason
            )


def keep_closed(uow: UnitOfWork, round_: Round, *, closed: bool) -> None:
    """Notes in a dossier that is made from another whether a round was ended there."""
    uow.settings.set(_closed_key(round_), "yes" if closed else "")


def is_closed(uow: UnitOfWork, round_: Round) -> bool:
    """Whether the regisseur has ended the round."""
    return uow.settings.get(_closed_key(round_)) == "yes"


def refuse_when_closed(uow: UnitOfWork, round_: Round) -> None:
    """Keeps a sheet out of a round whose scores are open: it would be written with those in sight."""
    if is_closed(uow, round_):
        raise RuleError(say("scoring.round_closed"))


def _closed_key(round_: Round) -> str:
    return f"round.{round_.value}.closed"
