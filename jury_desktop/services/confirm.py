"""A second person confirms a decision, or sends it back, where the call asks for four eyes.

What was confirmed is the decision as it stands: kept anew, it has to be confirmed anew. Without that no
letter that tells it becomes final (``services/letters.py``), and none leaves (``services/dispatch.py``).
"""

from __future__ import annotations

from dataclasses import replace

from jury_desktop.domain.decision import Decision
from jury_desktop.domain.errors import RuleError, refuse
from jury_desktop.domain.messages import say
from jury_desktop.domain.rights import Right
from jury_desktop.services.admission import needs
from jury_desktop.services.decide import told
from jury_desktop.services.ports import Dossier, UnitOfWork
from jury_desktop.services.record import record_change
from jury_desktop.services.rounds import selection_of


@needs(Right.CONFIRM)
def confirm_decision(dossier: Dossier, decision: Decision) -> Decision:
    """Confirms a decision as it was shown.

    :raises JuryError: it was kept anew since, or whoever confirms is the one who kept it.
    """
    with dossier.change() as uow:
        _refuse_other(uow, decision)
        if _same_person(dossier.actor, decision.decided_by):
            raise RuleError(say("decision.same_eyes", name=decision.decided_by))
        new = replace(decision, confirmed_by=dossier.actor, confirmed_at=dossier.now(), sent_back="")
        return _keep(uow, decision, new, "decision.confirmed")


@needs(Right.CONFIRM)
def send_back_decision(dossier: Dossier, decision: Decision, reason: str) -> Decision:
    """Sends a decision back to the jury, with the reason; a letter can then not become final."""
    if not reason.strip():
        raise refuse("decision.send_back_needs_reason")
    with dossier.change() as uow:
        _refuse_other(uow, decision)
        _refuse_told(uow, decision)
        new = replace(decision, confirmed_by="", confirmed_at=None, sent_back=reason.strip())
        return _keep(uow, decision, new, "decision.sent_back", reason.strip())


@needs(Right.CONFIRM)
def take_back_confirmation(dossier: Dossier, made: Decision, earlier: Decision) -> None:
    """Puts back what stood before a decision was confirmed or sent back.

    :raises JuryError: the decision was kept anew since, or the candidate has been told.
    """
    with dossier.change() as uow:
        _refuse_other(uow, made)
        _refuse_told(uow, made)
        _keep(uow, made, earlier, "decision.confirmation_taken_back")


def _refuse_other(uow: UnitOfWork, decision: Decision) -> None:
    if uow.decisions.find(id=decision.id) != (decision,):
        reference = uow.candidacies.get(decision.candidacy).reference
        raise RuleError(say("decision.changed_since", reference=reference))


def _refuse_told(uow: UnitOfWork, decision: Decision) -> None:
    if told(selection_of(uow), decision.candidacy, decision.stage):
        reference = uow.candidacies.get(decision.candidacy).reference
        raise RuleError(say("decision.letter_sent", reference=reference))


def _same_person(one: str, other: str) -> bool:
    return bool(other) and one.casefold().split() == other.casefold().split()


def _keep(uow: UnitOfWork, old: Decision, new: Decision, action: str, reason: str = "") -> Decision:
    uow.decisions.save(new)
    reference = uow.candidacies.get(new.candidacy).reference
    record_change(uow, action, ("candidacy", reference), old, new, reason)
    return new
