"""In which order to discuss candidacies so that the fewest people have to leave the room."""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass

Barred = Mapping[str, frozenset[str]]
"""Of each candidacy (its id) the jurors who may not be there; none for one that is not named."""


@dataclass(frozen=True, slots=True)
class Turn:
    """One candidacy in the order: who leaves the room before it, who comes back, and who is outside."""

    candidacy: str
    leave: tuple[str, ...]
    return_: tuple[str, ...]
    outside: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Discussion:
    """The order. ``walks`` counts how often somebody leaves; ``before`` how often in that of the ranking.

    :param proven: whether no other order has fewer; otherwise the time ran out.
    """

    turns: tuple[Turn, ...]
    walks: int
    before: int
    proven: bool


def walks(order: Sequence[str], barred: Barred) -> int:
    """How often somebody leaves the room; everybody begins inside."""
    return sum(len(turn.leave) for turn in turns(order, barred))


def turns(order: Sequence[str], barred: Barred) -> tuple[Turn, ...]:
    """What happens at the door in an order."""
    made: list[Turn] = []
    out: Collection[str] = frozenset()
    for candidacy in order:
        now = barred.get(candidacy, frozenset())
        leave, back = now - frozenset(out), frozenset(out) - now
        made.append(Turn(candidacy, *(tuple(sorted(names)) for names in (leave, back, now))))
        out = now
    return tuple(made)
