"""What letters say that come back on an earlier one: the answers to a rebuttal, and a revised decision."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace

from jury_desktop.domain.call import BRUSSELS, Round
from jury_desktop.domain.decision import DecisionKind
from jury_desktop.domain.due import Due
from jury_desktop.domain.letter import SILENT, AnsweredPoint, Arrival, EarlierLetter, LetterData, LetterType
from jury_desktop.domain.outgoing import Letter
from jury_desktop.domain.rebuttal import (
    FOLLOWED,
    UNHEARD,
    Rebuttal,
    RebuttalOutcome,
    answer_by,
    rebuttal_in,
)
from jury_desktop.domain.sheet import items_of, label
from jury_desktop.domain.told import Act, Revision, announced
from jury_desktop.services.letter_call import conditions, partner_steps
from jury_desktop.services.letter_replaced import made_known
from jury_desktop.services.letter_scores import challenges, scores
from jury_desktop.services.letter_told import Part, adapted, promising, told_in
from jury_desktop.services.letter_wanted import Fill, Wanted
from jury_desktop.services.letter_words import (
    decision_in,
    decision_now,
    reference_of,
    revision_now,
    words,
)
from jury_desktop.services.terms import term_of


def _received(data: LetterData, wanted: Wanted) -> LetterData:
    """What a receipt says; what the jury answers later does not touch it."""
    rebuttal, letter = _heard(wanted)
    ends = term_of(wanted.call, letter)
    return replace(
        data,
        decided_on=None,
        rebuttal_arrival=Arrival(rebuttal.received_at, rebuttal.channel),
        rebuttal_in_time=rebuttal.in_time(ends),
        term_end=ends.last_moment,
        answer_by=answer_by(rebuttal, ends),
        points=tuple(AnsweredPoint(point.text, "") for point in rebuttal.points),
        earlier=_earlier(wanted, letter),
    )


def _stands(data: LetterData, wanted: Wanted) -> LetterData:
    """What holds until what came late is answered, where a later letter replaced the one it answers."""
    later = None if data.rebuttal_in_time else _told_anew(wanted)
    return replace(data, new_decision=decision_in(later)) if later else data


def _put_off(data: LetterData, wanted: Wanted) -> LetterData:
    """That the answer comes later, on the last letter that promised it earlier."""
    rebuttal, answered = _heard(wanted)
    before = promising(wanted.selection.letters_to(wanted.candidacy.id)).get(rebuttal.id)
    return replace(
        data,
        points=(),
        extension_reason=rebuttal.extension_reason,
        earlier=replace(_earlier(wanted, before), decision=decision_in(answered)) if before else None,
    )


def _concluded(data: LetterData, wanted: Wanted) -> LetterData:
    """The outcome. The new decision is filled in once the decision itself was revised, and not before.

    A rebuttal that is not followed leaves the decision as it stands: where that was taken anew for another
    reason, as a later letter told.
    """
    rebuttal, letter = _heard(wanted)
    followed, anew = rebuttal.outcome in FOLLOWED, _decided_anew(wanted, letter)
    in_part, heard = rebuttal.outcome is RebuttalOutcome.IN_PART, rebuttal.outcome not in UNHEARD
    same = in_part and anew in ("", decision_in(letter))
    concluded = rebuttal.concluded_at.astimezone(BRUSSELS).date() if rebuttal.concluded_at else data.dated
    decision = wanted.decision if anew and followed else None
    later = None if followed else _told_anew(wanted)
    data = replace(data, earlier=_earlier(wanted, later)) if later else data
    other = adapted(letter.told, told_in(wanted, data)) or frozenset()
    return replace(
        _selected_anew(data, wanted, told=followed and bool(anew)),
        decided_on=max(concluded, decision.decided_at.astimezone(BRUSSELS).date()) if decision else concluded,
        rows=data.rows if heard else (),
        answer_by=None,
        points=_answered(wanted, rebuttal) if heard else (),
        outcome_confirmed=same or not followed,
        outcome_in_part=in_part,
        scores_adapted=Part.SCORES in other,
        reasons_adapted=Part.MOTIVATION in other,
        new_decision=anew,
        next_steps=_consequences(data, wanted, followed=followed, same=same, anew=bool(anew)),
        summary=rebuttal.outcome_text,
        revision_reason=decision.revision_reason if decision else "",
        new_reasons=decision.summary if decision else "",
    )


def _selected_anew(data: LetterData, wanted: Wanted, *, told: bool) -> LetterData:
    """For which challenges and under which conditions somebody is selected, where that is ``told``."""
    decision = wanted.decision
    chosen = told and decision is not None and decision.kind is DecisionKind.SELECTED
    return replace(
        data,
        challenges=challenges(wanted) if chosen else (),
        conditions=conditions(wanted.call) if chosen else (),
    )


def _answered(wanted: Wanted, rebuttal: Rebuttal) -> tuple[AnsweredPoint, ...]:
    rubric, chosen = wanted.call.rubric, wanted.candidacy.challenges
    names = {item.key: label(item) for round_ in Round for item in items_of(rubric, chosen, round_)}
    return tuple(
        AnsweredPoint(
            point.text,
            point.answer,
            names.get(point.item, ""),
            words(f"ruling_{point.ruling.value}") if point.ruling else "",
        )
        for point in rebuttal.points
    )


def _consequences(
    data: LetterData, wanted: Wanted, *, followed: bool, same: bool, anew: bool
) -> tuple[str, ...]:
    """What the outcome means, without a word on who the others are."""
    if followed and not same:
        return _after(wanted) if anew else ()
    stays = () if followed or data.earlier is None else (data.earlier.decision,)
    return *(words("step_confirmed", decision=decision) for decision in stays), words("step_others")


def _decided_anew(wanted: Wanted, letter: Letter) -> str:
    before = announced(LetterType(letter.type), letter.about)
    if before is None or revision_now(wanted.selection, wanted.candidacy, before.act) == before:
        return ""
    return decision_now(wanted.selection, wanted.candidacy, before.act)


def _told_anew(wanted: Wanted) -> Letter | None:
    """The letter that told first what was decided since the one that a rebuttal answers, if one left."""
    if not _decided_anew(wanted, _heard(wanted)[1]):
        return None
    now = revision_now(wanted.selection, wanted.candidacy, wanted.act)
    sent = [x for x in wanted.selection.letters_to(wanted.candidacy.id) if x.sent and not _is(x, wanted.due)]
    told = [x for x in sent if made_known(wanted.selection, x) == now]
    return min(told, key=lambda letter: letter.sent_at or letter.created_at, default=None)


def _is(letter: Letter, due: Due) -> bool:
    return (letter.type, letter.about) == (due.type, due.about)


def _revised(data: LetterData, wanted: Wanted) -> LetterData:
    candidacy, decision = wanted.candidacy, wanted.decision
    told = _told_before(wanted)
    return replace(
        _selected_anew(data, wanted, told=True),
        earlier=_earlier(wanted, told) if told else None,
        new_decision=decision_now(wanted.selection, candidacy, wanted.act),
        revision_reason=decision.revision_reason if decision else candidacy.admissibility_reason,
        next_steps=_after(wanted),
    )


def _after(wanted: Wanted) -> tuple[str, ...]:
    """What a revised decision means for the candidate from now on."""
    decision, call = wanted.decision, wanted.call
    if decision is None:
        return (words("step_assessed"),) if wanted.candidacy.takes_part else ()
    if decision.kind is DecisionKind.RESERVE:
        return (words("step_reserve", place=decision.place or 1),)
    if decision.kind is DecisionKind.SELECTED:
        return partner_steps(call)
    return (words("step_invited"),) if decision.kind is DecisionKind.INVITED else ()


def _heard(wanted: Wanted) -> tuple[Rebuttal, Letter]:
    """The rebuttal that a letter on one is about, and the letter it answers."""
    rebuttal = next(r for r in wanted.selection.rebuttals if r.id == rebuttal_in(wanted.due.about))
    return rebuttal, next(letter for letter in wanted.selection.letters if letter.id == rebuttal.letter)


def comes_back_on(wanted: Wanted) -> Letter | None:
    """The letter on whose decision is decided anew: that which a rebuttal answers, or which a revised
    decision replaces; None for others."""
    if wanted.due.type is LetterType.REVISED_DECISION:
        return _told_before(wanted)
    return _heard(wanted)[1] if wanted.due.type is LetterType.REBUTTAL_OUTCOME else None


def _told_before(wanted: Wanted) -> Letter | None:
    """The letter that made known what is revised: of the revision before, or the outcome of a rebuttal."""
    now = announced(wanted.due.type, wanted.due.about)
    before = Revision(now.act, now.number - 1) if now else Revision(Act.FINAL)
    sent = [x for x in wanted.selection.letters_to(wanted.candidacy.id) if x.sent_at]
    direct = [x for x in sent if announced(LetterType(x.type), x.about) == before]
    return _newest(direct or [x for x in sent if x.type == LetterType.REBUTTAL_OUTCOME])


def _newest(letters: Iterable[Letter]) -> Letter | None:
    return max(letters, key=lambda letter: letter.sent_at or letter.created_at, default=None)


def _earlier(wanted: Wanted, letter: Letter) -> EarlierLetter:
    sent = (letter.sent_at or letter.created_at).astimezone(BRUSSELS).date()
    due = Due(LetterType(letter.type), letter.about)
    decision = "" if due.type in SILENT else decision_in(letter)
    return EarlierLetter(
        reference_of(wanted.selection, wanted.candidacy, due), letter.dated or sent, decision
    )


ANSWERS: dict[LetterType, tuple[Fill, ...]] = {
    LetterType.REBUTTAL_RECEIPT: (_received, _stands),
    LetterType.REBUTTAL_EXTENSION: (_received, _put_off),
    LetterType.REBUTTAL_OUTCOME: (scores, _received, _concluded),
    LetterType.REVISED_DECISION: (scores, _revised),
}
"""What fills in each of these letters."""
