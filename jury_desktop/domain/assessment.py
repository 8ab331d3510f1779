"""Who must score what in a round, and when scores open to others."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from functools import cached_property

from jury_desktop.domain.call import Reveal, Round
from jury_desktop.domain.candidacy import Candidacy
from jury_desktop.domain.decision import Decision, DecisionKind
from jury_desktop.domain.juror import Juror
from jury_desktop.domain.pitch import PitchPlan
from jury_desktop.domain.sheet import Sheet

Pair = tuple[str, str]
"""(juror id, candidacy id)."""


@dataclass(frozen=True)
class Panel:
    """Everything that says who scores what in one round.

    :param expected: the pairs that must submit; ``closed`` once the regisseur ended the round with a reason.
    """

    round: Round
    expected: frozenset[Pair]
    submitted: frozenset[Pair]
    closed: bool

    @cached_property
    def open_pairs(self) -> frozenset[Pair]:
        """The pairs that must still submit."""
        return self.expected - self.submitted

    def of(self, candidacy: str) -> frozenset[Pair]:
        """The expected pairs of one candidacy."""
        return self._by_candidacy.get(candidacy, frozenset())

    @cached_property
    def _by_candidacy(self) -> dict[str, frozenset[Pair]]:
        found: dict[str, set[Pair]] = {}
        for pair in self.expected:
            found.setdefault(pair[1], set()).add(pair)
        return {key: frozenset(pairs) for key, pairs in found.items()}


def in_round(
    round_: Round, candidacies: Iterable[Candidacy], decisions: Iterable[Decision]
) -> tuple[Candidacy, ...]:
    """The candidacies assessed in a round: all that take part, in the pitch round only the invited."""
    taking_part = tuple(candidacy for candidacy in candidacies if candidacy.takes_part)
    if round_ is Round.WRITTEN:
        return taking_part
    invited = {d.candidacy for d in decisions if d.kind is DecisionKind.INVITED}
    return tuple(candidacy for candidacy in taking_part if candidacy.id in invited)


def expected_pairs(
    candidacies: Iterable[Candidacy], jurors: Iterable[Juror], barred: frozenset[Pair], plan: PitchPlan | None
) -> frozenset[Pair]:
    """Every juror who scores does so for every candidacy without conflict; in a planned pitch round its panel
    does.

    On a plan a pitch goes by the reference of its candidacy.
    """
    keys = {candidacy.reference: candidacy.id for candidacy in candidacies}
    everyone = {(juror.id, key) for juror in jurors if juror.scores for key in keys.values()} - barred
    if plan is None:
        return frozenset(everyone)
    seated = {(juror, keys.get(place.pitch, "")) for place in plan.assignments for juror in place.jurors}
    return frozenset(everyone & seated)


def panel(round_: Round, expected: frozenset[Pair], sheets: Iterable[Sheet], closed: bool) -> Panel:
    """The state of a round from the sheets of the dossier."""
    submitted = frozenset((s.juror, s.candidacy) for s in sheets if s.round is round_ and s.submitted)
    return Panel(round_, expected, submitted & expected, closed)


def revealed(panel_: Panel, reveal: Reveal, candidacy: str) -> bool:
    """Whether scores of others on a candidacy may be seen by anybody, the regisseur included."""
    if panel_.closed:
        return True
    if reveal is Reveal.ROUND_COMPLETE:
        return bool(panel_.expected) and not panel_.open_pairs
    own = panel_.of(candidacy)
    return bool(own) and own <= panel_.submitted
