"""The portfolio: the selection that covers most together, with the reasons; it never decides."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator

from jury_desktop.domain.decision import Stage
from jury_desktop.domain.errors import refuse
from jury_desktop.domain.messages import Message, Value, say
from jury_desktop.domain.portfolio import (
    COVERING,
    Aim,
    Eligible,
    Portfolio,
    added_by,
    eligible,
    lost_without,
    swaps,
)
from jury_desktop.domain.rights import Right
from jury_desktop.domain.standing import RankingRow
from jury_desktop.services.admission import needs
from jury_desktop.services.known import known
from jury_desktop.services.ports import Dossier
from jury_desktop.services.ranking import ranking_in


@needs(Right.SEE_DELIBERATION)
def portfolio_candidates(dossier: Dossier) -> tuple[Eligible, ...]:
    """Who may be chosen; refused while no score of the final stage is open."""
    now = known(dossier)
    ranking = ranking_in(now, Stage.FINAL)
    found = eligible(ranking, now.selection.call.rubric.threshold)
    if not found:
        raise refuse("portfolio.sealed" if ranking.sealed == len(ranking.rows) else "portfolio.none_reach")
    return found


@needs(Right.SEE_DELIBERATION)
def left_aside(dossier: Dossier) -> tuple[Message, ...]:
    """Who cannot be chosen, and why: below the threshold of the call, or not open yet."""
    now = known(dossier)
    rows = ranking_in(now, Stage.FINAL).rows
    threshold = now.selection.call.rubric.threshold
    below = [row for row in rows if row.score is not None and threshold is not None and row.score < threshold]
    closed = [row for row in rows if row.score is None]
    said = []
    if below and threshold is not None:
        said.append(say("portfolio.below", threshold=threshold, references=_references(below)))
    if closed:
        said.append(say("portfolio.not_open", references=_references(closed)))
    return tuple(said)


def _references(rows: Iterable[RankingRow]) -> tuple[str, ...]:
    return tuple(row.candidacy.reference for row in rows)


def choose_portfolio(
    candidates: tuple[Eligible, ...], size: int | None = None, *, cancelled: Callable[[], bool] | None = None
) -> Portfolio:
    """The best portfolio of at most ``size`` members; needs no dossier, so it can run beside other work."""
    from jury_desktop.scheduling.portfolio import choose

    return choose(candidates, size, cancelled=cancelled)


def reasons(portfolio: Portfolio) -> tuple[Message, ...]:
    """Why these and not others: what each brings, and what each better ranked one outside would cost."""
    return (*_members(portfolio), *_swaps(portfolio), *_others(portfolio))


def reasons_by_reference(portfolio: Portfolio) -> dict[str, tuple[Message, ...]]:
    """The same reasons by the candidacy (its reference) that each is about."""
    found: dict[str, tuple[Message, ...]] = {}
    for reason in reasons(portfolio):
        about = str(reason.values["reference"])
        found[about] = (*found.get(about, ()), reason)
    return found


def _members(portfolio: Portfolio) -> Iterator[Message]:
    for member in portfolio.members:
        lost = {aim: lost_without(portfolio, member, aim) for aim in COVERING}
        if any(lost.values()):
            yield say("portfolio.lost", reference=member.reference, **_named(lost))
        else:
            yield say("portfolio.by_score", reference=member.reference, score=member.score)


def _swaps(portfolio: Portfolio) -> Iterator[Message]:
    for swap in swaps(portfolio):
        yield say(
            f"portfolio.swap_{swap.aim.value}",
            reference=swap.outside.reference,
            place=swap.outside.place,
            member=swap.member.reference,
            before=abs(swap.before),
            after=abs(swap.after),
        )


def _others(portfolio: Portfolio) -> Iterator[Message]:
    for other in portfolio.others:
        added = {aim: added_by(portfolio, other, aim) for aim in COVERING}
        if any(added.values()):
            yield say("portfolio.would_add", reference=other.reference, **_named(added))
        else:
            yield say("portfolio.adds_nothing", reference=other.reference)


def _named(covered: dict[Aim, frozenset[str]]) -> dict[str, Value]:
    """Which challenges, goals and municipalities, each in its order."""
    return {aim.value: tuple(sorted(things, key=_in_figures)) or _NOTHING for aim, things in covered.items()}


_NOTHING = "–"


def _in_figures(text: str) -> tuple[int, str]:
    """Challenge 10 comes after 9."""
    return (int(text), "") if text.isdigit() else (0, text)
