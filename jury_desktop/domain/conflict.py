"""Conflicts of interest: one bars a juror from a candidacy everywhere."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass
from enum import StrEnum

from jury_desktop.domain.candidacy import Candidacy
from jury_desktop.domain.juror import Juror


class ConflictState(StrEnum):
    """How far a conflict has come. Declared by the juror, or suggested and then judged by the regisseur."""

    DECLARED = "declared"
    SUGGESTED = "suggested"
    CONFIRMED = "confirmed"
    DISMISSED = "dismissed"


BARRING = frozenset({ConflictState.DECLARED, ConflictState.CONFIRMED})
"""The states in which the juror sees neither the candidacy nor its scores."""


@dataclass(frozen=True, slots=True)
class Conflict:
    """A possible conflict between a juror and a candidacy (their ids) with its reason."""

    id: str
    juror: str
    candidacy: str
    state: ConflictState
    reason: str

    @property
    def bars(self) -> bool:
        """Whether it keeps the juror away from the candidacy."""
        return self.state in BARRING


@dataclass(frozen=True, slots=True)
class Suspicion:
    """Why a juror and a candidacy may be in conflict: the juror's organisation and where it was seen."""

    juror: str
    candidacy: str
    seen_in: str
    """``organisation``, ``partner`` or ``email_domain``."""
    text: str


def barred_pairs(conflicts: Iterable[Conflict]) -> frozenset[tuple[str, str]]:
    """The (juror id, candidacy id) pairs that are barred."""
    return frozenset((conflict.juror, conflict.candidacy) for conflict in conflicts if conflict.bars)


def suspect(jurors: Iterable[Juror], candidacies: Iterable[Candidacy]) -> tuple[Suspicion, ...]:
    """Pairs in which the juror's organisation or mail domain appears as the candidate or its partner."""
    pairs = ((juror, candidacy) for juror in jurors for candidacy in candidacies)
    return tuple(found for juror, candidacy in pairs if (found := _match(juror, candidacy)) is not None)


def organisation_key(name: str) -> str:
    """A name without legal form, case and punctuation, so that "Ankerpunt VZW" equals "Ankerpunt"."""
    words = re.findall(r"\w+", name.casefold().replace(".", ""))
    return " ".join(word for word in words if word not in {"vzw", "bv", "cv", "nv", "ivzw", "asbl"})


def _match(juror: Juror, candidacy: Candidacy) -> Suspicion | None:
    own = organisation_key(juror.organisation)
    if own and own == organisation_key(candidacy.organisation):
        return Suspicion(juror.id, candidacy.id, "organisation", candidacy.organisation)
    for partner in candidacy.partners:
        if own and own == organisation_key(partner):
            return Suspicion(juror.id, candidacy.id, "partner", partner)
    domain = juror.email.partition("@")[2].casefold()
    if domain and domain == candidacy.email.partition("@")[2].casefold():
        return Suspicion(juror.id, candidacy.id, "email_domain", domain)
    return None
