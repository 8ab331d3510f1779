"""Decisions of the jury and their motivation. The program proposes sentences; people decide."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from dataclasses import dataclass, replace

from jury_desktop.domain.candidacy import Candidacy
from jury_desktop.domain.decision import KINDS, Decision, DecisionKind, MotivationLine, Stage
from jury_desktop.domain.errors import RuleError, refuse
from jury_desktop.domain.letter import LetterType
from jury_desktop.domain.messages import say
from jury_desktop.domain.motivation import propose_lines
from jury_desktop.domain.outgoing import Letter, LetterState
from jury_desktop.domain.reserve import place_now, standing
from jury_desktop.domain.rights import Right
from jury_desktop.domain.score import ItemScore, item_scores
from jury_desktop.domain.score_row import ScoreRow, shaken
from jury_desktop.domain.selection import Selection
from jury_desktop.domain.sheet import Sheet, items_of
from jury_desktop.domain.standing import Unheard, unheard_of
from jury_desktop.domain.talk import Agreed, Talk
from jury_desktop.domain.told import Revision, act_of, announced, is_told, revision_of, told_before
from jury_desktop.services.admission import needs
from jury_desktop.services.attention import NOTHING, Attention, attention_in
from jury_desktop.services.known import known
from jury_desktop.services.new_ids import new_id
from jury_desktop.services.ports import Dossier
from jury_desktop.services.record import record_change
from jury_desktop.services.rounds import selection_of
from jury_desktop.services.score_rows import score_rows


@dataclass(frozen=True, slots=True)
class Deliberation:
    """All the jury needs to decide on one candidacy: scores per item and round, sheets, and the decision.

    ``sheets`` is empty while the scores are ``sealed``, and where nobody scored. ``proposal`` are the
    jury's own sentences. ``letter`` is the final or sent one that makes the decision known as it stands.
    ``earlier`` is the last letter that told the decision as it was before it was revised, and ``untold`` says
    that the decision has still to be told. ``talk`` is what was noted at the table, ``rows`` what each juror
    gave. With ``four_eyes`` the call asks that a second person confirms the decision. ``attention`` is what
    to look into first. ``unheard`` is set where no pitch will ever be scored.
    """

    candidacy: Candidacy
    stage: Stage
    scores: tuple[ItemScore, ...]
    sheets: tuple[Sheet, ...]
    proposal: tuple[MotivationLine, ...]
    decision: Decision | None
    sealed: bool
    letter: Letter | None = None
    earlier: Letter | None = None
    untold: bool = False
    talk: Talk | None = None
    rows: tuple[ScoreRow, ...] = ()
    four_eyes: bool = False
    attention: Attention = NOTHING
    unheard: Unheard | None = None

    def shaken(self, line: MotivationLine | Agreed) -> tuple[ScoreRow, ...]:
        """The rows a sentence rests on that changed since it was kept, or count no more."""
        kept = self.decision.decided_at if self.decision is not None else None
        since = line.agreed_at if isinstance(line, Agreed) else kept
        return () if since is None else shaken(self.rows, line.item, line.sheets, since)


@needs(Right.SEE_DELIBERATION)
def deliberation(dossier: Dossier, candidacy: str, stage: Stage) -> Deliberation:
    """What is known about a candidacy at the table of a stage, with the score rows and their changes."""
    selection = known(dossier).selection
    with dossier.read() as uow:
        rows = score_rows(uow, selection, candidacy, stage)
        noticed = attention_in(uow, selection, stage).get(candidacy, NOTHING)
    return replace(deliberation_of(selection, candidacy, stage), rows=rows, attention=noticed)


def deliberation_of(selection: Selection, candidacy: str, stage: Stage) -> Deliberation:
    """The deliberation on a candidacy, from the rounds that the stage rests on."""
    subject, rounds = selection.candidacy(candidacy), selection.rounds(stage)
    sheets = tuple(sheet for round_ in rounds for sheet in selection.open_sheets(candidacy, round_))
    rubric = selection.call.rubric
    items = {item.key: item for round_ in rounds for item in items_of(rubric, subject.challenges, round_)}
    decision = selection.decision(candidacy, stage)
    return Deliberation(
        subject,
        stage,
        item_scores(sheets, tuple(items.values())) if sheets else (),
        sheets,
        propose_lines(sheets, tuple(items.values())),
        decision,
        sealed=not selection.is_open_at(stage, candidacy),
        letter=_announcing(selection, candidacy, stage),
        earlier=told_before(decision, selection.letters) if decision else None,
        untold=decision is not None and not told(selection, candidacy, stage),
        talk=selection.talk(candidacy, stage),
        four_eyes=selection.call.deliberation.four_eyes,
        unheard=unheard_of(selection, candidacy, stage),
    )


@needs(Right.DECIDE)
def decide(
    dossier: Dossier,
    candidacy: str,
    kind: DecisionKind,
    summary: str,
    lines: Sequence[MotivationLine] | None = None,
    reason: str = "",
    *,
    seen: Collection[Decision] | None = None,
) -> Decision:
    """Keeps the decision with its motivation; without ``lines`` the jury's own sentences are taken.

    :param seen: the decision that there was for whoever decides, or none; refused when somebody else took or
        confirmed another one meanwhile.

    Refused without a motivation, for a candidacy outside the stage and while its scores are sealed. Once the
    candidate has been told, it is a formal revision: that needs a ``reason`` and owes a letter.
    """
    stage = next(stage for stage, kinds in KINDS.items() if kind in kinds)
    if not summary.strip():
        raise refuse("decision.motivation_missing")
    with dossier.change() as uow:
        selection = selection_of(uow)
        found = at_the_table(selection, candidacy, stage)
        old = found.decision
        if seen is not None and old is not None and old not in seen:
            _refuse_anothers(dossier, old, found.candidacy.reference)
        revised = told(selection, candidacy, stage)
        if revised and not reason.strip():
            raise RuleError(say("decision.letter_sent", reference=found.candidacy.reference))
        new = Decision(
            old.id if old else new_id("decision", candidacy, stage),
            candidacy,
            stage,
            kind,
            summary.strip(),
            found.proposal if lines is None else tuple(lines),
            dossier.now(),
            _reserve_place(selection, candidacy, old) if kind is DecisionKind.RESERVE else None,
            *_revision(old, revised, reason.strip()),
            decided_by=dossier.actor,
        )
        uow.decisions.save(new)
        action = "decision.revised" if revised else "decision.made"
        record_change(uow, action, ("candidacy", found.candidacy.reference), old, new, reason)
        return new


def _refuse_anothers(dossier: Dossier, decision: Decision, reference: str) -> None:
    """Who keeps their own decision anew while it is still being shown goes on."""
    by = decision.confirmed_by or decision.decided_by
    if by != dossier.actor or decision.sent_back:
        raise RuleError(say("decision.crossed", reference=reference))


@needs(Right.DECIDE)
def take_back_decision(dossier: Dossier, decision: Decision, earlier: Decision | None) -> None:
    """Puts back what stood before a decision: the ``earlier`` one, or none. Refused once the candidate has
    been told, and when it was taken anew or taken back since."""
    with dossier.change() as uow:
        candidacy = uow.candidacies.get(decision.candidacy)
        if uow.decisions.find(id=decision.id) != (decision,):
            raise RuleError(say("decision.changed_since", reference=candidacy.reference))
        if told(selection_of(uow), decision.candidacy, decision.stage):
            raise RuleError(say("decision.letter_sent", reference=candidacy.reference))
        if earlier is None:
            uow.decisions.remove(decision.id)
        else:
            uow.decisions.save(earlier)
        action = "decision.withdrawn" if earlier is None else "decision.made"
        record_change(uow, action, ("candidacy", candidacy.reference), decision, earlier)


@needs(Right.DECIDE)
def put_back_decision(dossier: Dossier, decision: Decision) -> None:
    """A decision that was taken back stands again as it was; refused when another was taken since, or its
    scores are sealed again."""
    with dossier.change() as uow:
        found = at_the_table(selection_of(uow), decision.candidacy, decision.stage)
        if found.decision is not None:
            raise RuleError(say("decision.changed_since", reference=found.candidacy.reference))
        uow.decisions.save(decision)
        record_change(uow, "decision.made", ("candidacy", found.candidacy.reference), None, decision)


def _announcing(selection: Selection, candidacy: str, stage: Stage) -> Letter | None:
    decided = selection.decision(candidacy, stage)
    if decided is None:
        return None
    made = [each for each in selection.letters if each.candidacy == candidacy]
    frozen = [each for each in made if each.state is not LetterState.DRAFT]
    now = revision_of(decided)
    return next((each for each in frozen if announced(LetterType(each.type), each.about) == now), None)


def at_the_table(selection: Selection, candidacy: str, stage: Stage) -> Deliberation:
    """The deliberation on a candidacy that can be decided on; refused outside the stage and while sealed."""
    found = deliberation_of(selection, candidacy, stage)
    if found.candidacy not in selection.in_stage(stage):
        raise RuleError(say("decision.not_in_stage", reference=found.candidacy.reference))
    if found.sealed:
        raise RuleError(say("decision.sealed", reference=found.candidacy.reference))
    return found


def told(selection: Selection, candidacy: str, stage: Stage) -> bool:
    """Whether a letter that left made the decision on a candidacy known as it stands."""
    decided = selection.decision(candidacy, stage)
    rebuttals = [rebuttal for rebuttal in selection.rebuttals if rebuttal.candidacy == candidacy]
    letters = [letter for letter in selection.letters if letter.candidacy == candidacy]
    now = Revision(act_of(stage), decided.revised if decided else 0)
    return is_told(now, decided, rebuttals, letters)


def _revision(old: Decision | None, revised: bool, reason: str) -> tuple[int, str]:
    """How often the new decision is a revision, and why: an edit before the letter keeps both."""
    before, why = (old.revised, old.revision_reason) if old else (0, "")
    return (before + 1, reason) if revised else (before, why)


def _reserve_place(selection: Selection, candidacy: str, old: Decision | None) -> int:
    """Who is on the list already stands where it is now that others left it; somebody new comes last."""
    if old is not None and (now := place_now(old, standing(selection))) is not None:
        return now
    return max((d.place or 0 for d in selection.decisions if d.candidacy != candidacy), default=0) + 1
