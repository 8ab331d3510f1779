"""Conflicts of interest: one bars a juror from a candidacy everywhere."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from enum import StrEnum

from jury_desktop.domain.candidacy import Candidacy
from jury_desktop.domain.juror import Juror
from jury_desktop.domain.mail_hosts import same_address, shared_home
from jury_desktop.domain.names import same_organisation, same_person


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


class SeenIn(StrEnum):
    """Where a juror was recognised in a candidacy, the plainest first."""

    ORGANISATION = "organisation"
    CONTACT = "contact"
    PARTNER = "partner"
    EMAIL_DOMAIN = "email_domain"


@dataclass(frozen=True, slots=True)
class Suspicion:
    """Why a juror and a candidacy may be in conflict.

    :param own: what the juror is called there, or works for; ``found`` what stands in the candidacy.
    """

    juror: str
    candidacy: str
    seen_in: SeenIn
    own: str
    found: str

    @property
    def reason(self) -> str:
        """As the conflict keeps it; :func:`suspected_for` reads it back."""
        return f"{self.seen_in}: {self.own}{_EQUALS}{self.found}"


_EQUALS = " = "


@dataclass(frozen=True, slots=True)
class Grounds:
    """On what a suspicion rests; ``own`` is "" where an older program kept only what was found."""

    seen_in: SeenIn
    own: str
    found: str


def suspected_for(reason: str) -> Grounds | None:
    """What the reason of a suggested conflict says; None where people worded it."""
    seen_in, _, words = reason.partition(": ")
    if seen_in not in {each.value for each in SeenIn}:
        return None
    own, _, found = words.partition(_EQUALS) if _EQUALS in words else ("", "", words)
    return Grounds(SeenIn(seen_in), own, found)


def barred_pairs(conflicts: Iterable[Conflict]) -> frozenset[tuple[str, str]]:
    """The (juror id, candidacy id) pairs that are barred."""
    return frozenset((conflict.juror, conflict.candidacy) for conflict in conflicts if conflict.bars)


def suspect(jurors: Iterable[Juror], candidacies: Iterable[Candidacy]) -> tuple[Suspicion, ...]:
    """Pairs in which the juror, the juror's organisation or mail domain shows in the candidacy; one each."""
    known = tuple(candidacies)
    pairs = (next(_signs(juror, candidacy), None) for juror in jurors for candidacy in known)
    return tuple(found for found in pairs if found is not None)


def _signs(juror: Juror, candidacy: Candidacy) -> Iterator[Suspicion]:
    def sign(seen_in: SeenIn, own: str, found: str) -> Suspicion:
        return Suspicion(juror.id, candidacy.id, seen_in, own.strip(), found.strip())

    if same_organisation(juror.organisation, candidacy.organisation):
        yield sign(SeenIn.ORGANISATION, juror.organisation, candidacy.organisation)
    if same_person(juror.name, candidacy.contact):
        yield sign(SeenIn.CONTACT, juror.name, candidacy.contact)
    for partner in candidacy.partners:
        if same_organisation(juror.organisation, partner):
            yield sign(SeenIn.PARTNER, juror.organisation, partner)
    if shared_home(juror.email, candidacy.email) or same_address(juror.email, candidacy.email):
        yield sign(SeenIn.EMAIL_DOMAIN, juror.email, candidacy.email)
