"""What decisions and scores are called."""

from __future__ import annotations

from collections.abc import Iterable
from math import ceil, floor

from jury_desktop.domain.call import BRUSSELS
from jury_desktop.domain.decision import Decision, DecisionKind
from jury_desktop.domain.letter import LetterType
from jury_desktop.domain.outgoing import Letter
from jury_desktop.domain.session import Attendance
from jury_desktop.domain.standing import RankingRow, Unheard
from jury_desktop.domain.told import DECIDED
from jury_desktop.services.attention import Attention
from jury_desktop.ui.text import area
from jury_desktop.ui.theme import Tone
from jury_desktop.ui.widgets.paint import Interval, Pill
from jury_desktop.wording import day
from jury_desktop.wording import score as written_score

tr = area("deliberation")

_TONES = {
    DecisionKind.INVITED: Tone.GOOD,
    DecisionKind.NOT_SHORTLISTED: Tone.BAD,
    DecisionKind.SELECTED: Tone.GOOD,
    DecisionKind.RESERVE: Tone.INFO,
    DecisionKind.NOT_SELECTED: Tone.BAD,
}


def decision_name(kind: DecisionKind) -> str:
    """A decision in a word."""
    return {
        DecisionKind.INVITED: tr("Invited"),
        DecisionKind.NOT_SHORTLISTED: tr("Not shortlisted"),
        DecisionKind.SELECTED: tr("Selected"),
        DecisionKind.RESERVE: tr("Reserve"),
        DecisionKind.NOT_SELECTED: tr("Not selected"),
    }[kind]


def decision_pill(decision: Decision | None) -> Pill:
    """A decision as a mark; "to discuss" until there is one."""
    if decision is None:
        return Pill(tr("To discuss"), Tone.WARN)
    return Pill(decision_name(decision.kind), _TONES[decision.kind])


def in_letter(letter: Letter, language: str) -> str:
    """Why a decision can only be read: a letter makes it known; and what changing it would ask."""
    if letter.sent_at is not None:
        when = day(letter.sent_at.astimezone(BRUSSELS).date(), language)
        text = tr(
            "The candidate was told on {day}. A change is a formal revision: with a reason, and a new letter."
        )
        return text.format(day=when)
    return tr(
        "The letter with this decision is final. After a change it has to be made again, under Letters."
    )


def told_earlier(letter: Letter, language: str, *, untold: bool) -> str:
    """What the candidate was told before the decision was revised, and whether that is still all."""
    assert letter.sent_at is not None
    kind, when = (
        DECIDED.get(LetterType(letter.type)),
        day(letter.sent_at.astimezone(BRUSSELS).date(), language),
    )
    name = decision_name(kind) if kind else tr("a revised decision")
    text = tr("Told earlier: {decision}, letter of {day}.").format(decision=name, day=when)
    return " ".join((text, tr("A new letter has still to leave."))) if untold else text


def rank_text(row: RankingRow) -> str:
    """ "3", or "3–5" for a joint rank; a dash while the scores are sealed."""
    return "–" if row.rank is None else row.rank.text


def attention_text(noticed: Attention) -> str:
    """What to look into before going by the scores of a candidacy; nothing where all is well."""
    texts = []
    if noticed.suspected:
        text = tr("Suspected conflict of interest, not judged yet: {jurors}.")
        texts.append(text.format(jurors=", ".join(noticed.suspected)))
    if noticed.overtaken:
        texts.append(tr("A score changed after the letter left."))
    return "\n".join(texts)


def score_text(score: float | None, language: str) -> str:
    """A score with two decimals; "sealed" while nobody may see it."""
    return tr("sealed") if score is None else written_score(score, language)


def unheard_text(found: Unheard, language: str) -> str:
    """ "no pitch · written 4.42", of a candidate who was not heard."""
    if found.written is None:
        return tr("no pitch")
    return tr("no pitch · written {score}").format(score=written_score(found.written, language))


def unheard_note(found: Unheard, language: str) -> str:
    """Why a candidate who was not heard has no place, and what score there is."""
    noted, written = found.noted, found.written
    came = noted is not None and noted.attendance is not Attendance.ABSENT
    told = [tr("This candidate came too late to be heard.") if came else tr("This candidate did not come.")]
    if noted is not None and noted.reason:
        told.append(tr("Reason: {reason}.").format(reason=noted.reason.rstrip(".")))
    if written is not None:
        text = tr("There is no pitch and no total; the written score stands: {score}.")
        told.append(text.format(score=written_score(written, language)))
    return " ".join(told)


def score_axis(rows: Iterable[RankingRow]) -> tuple[float, float]:
    """The half values of the scale between which every interval of a ranking lies."""
    ends = [2 * end for row in rows if row.uncertainty for end in row.uncertainty.score]
    return (floor(min(ends)) / 2, ceil(max(ends)) / 2) if ends else (0.0, 1.0)


def score_interval(row: RankingRow, axis: tuple[float, float]) -> Interval | None:
    """The score with how far it could have come out otherwise, on an axis."""
    if row.score is None or row.uncertainty is None:
        return None
    low, high = row.uncertainty.score
    return Interval(row.score, low, high, *axis)
