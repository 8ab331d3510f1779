"""What an organisation sent in, in versions, and whether it may take part."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, datetime
from enum import StrEnum

from jury_desktop.domain.mail import Attachment, FieldValue
from jury_desktop.domain.pitch import Interval


class Admissibility(StrEnum):
    """The regisseur's decision on form, never the program's."""

    UNDECIDED = "undecided"
    ADMISSIBLE = "admissible"
    TO_COMPLETE = "to_complete"
    LATE = "late"
    INADMISSIBLE = "inadmissible"
    WITHDRAWN = "withdrawn"


PARTICULARS = (
    "organisation",
    "contact",
    "email",
    "phone",
    "address",
    "challenges",
    "municipalities",
    "partners",
)
"""What a candidacy tells about itself, filled in from its form and mended by the regisseur."""

TAKES_PART = frozenset({Admissibility.ADMISSIBLE, Admissibility.TO_COMPLETE})
"""The candidacies that the jury assesses."""

SHUT_OUT = frozenset({Admissibility.LATE, Admissibility.INADMISSIBLE, Admissibility.WITHDRAWN})
"""The candidacies that are out of the selection for their form."""


class ItemState(StrEnum):
    """Whether something the call asks for is there."""

    PRESENT = "present"
    MISSING = "missing"
    TO_REQUEST = "to_request"
    """The candidate is to be asked for it, or has been."""
    NOT_APPLICABLE = "not_applicable"


@dataclass(frozen=True, slots=True)
class ItemCheck:
    """What the regisseur says about an item of the checklist; who said it, and when, is in the journal.

    :param item: key of the item.
    :param answer_by: last day on which the candidate was asked to answer, None as long as nobody asked.
    """

    item: str
    state: ItemState
    reason: str = ""
    answer_by: date | None = None


@dataclass(frozen=True, slots=True)
class Version:
    """One version of a candidacy: the message that brought it.

    :param received_at: aware moment of arrival, or None where no source proves one.
    :param received_by: the header or property that proved it, as found.
    :param verdict: ``in_time``, ``late``, ``borderline`` or ``unknown`` (domain.arrival.Verdict).
    """

    number: int
    mail: str
    received_at: datetime | None
    received_by: str
    verdict: str
    attachments: tuple[Attachment, ...]
    fields: tuple[FieldValue, ...]


@dataclass(frozen=True, slots=True)
class Candidacy:
    """A candidacy as the dossier keeps it. ``versions`` has at least one, oldest first.

    :param id: stable key; ``reference`` ("K-01") is for people.
    :param unavailable: when the candidate cannot pitch; ``preferred_windows`` are window ids.
    :param checks: the items of the checklist on which the regisseur spoke; the others are as proposed.
    :param form_revised: how many times the decision on form was revised after the candidate had been told.
    :param judged_at: when the decision on form was taken.
    """

    id: str
    reference: str
    organisation: str
    contact: str
    email: str
    phone: str
    address: str
    challenges: tuple[int, ...]
    municipalities: tuple[str, ...]
    partners: tuple[str, ...]
    versions: tuple[Version, ...]
    admissibility: Admissibility = Admissibility.UNDECIDED
    admissibility_reason: str = ""
    unavailable: tuple[Interval, ...] = ()
    preferred_windows: tuple[str, ...] = ()
    checks: tuple[ItemCheck, ...] = ()
    form_revised: int = 0
    judged_at: datetime | None = None

    @property
    def current(self) -> Version:
        """The version that counts: the newest that is not late, else the newest."""
        timely = [version for version in self.versions if version.verdict != "late"]
        return (timely or self.versions)[-1]

    @property
    def first(self) -> Version:
        """The version that opened the candidacy: when it arrived decides whether it was in time."""
        return self.versions[0]

    @property
    def takes_part(self) -> bool:
        """Whether the jury assesses it."""
        return self.admissibility in TAKES_PART


def different_files(versions: Iterable[Version]) -> tuple[Attachment, ...]:
    """Every file of these versions, each once. The same content under another name is another file: who sent
    it twice meant two documents, and a mistake must stay in sight.
    """
    files = (file for version in versions for file in version.attachments)
    return tuple({(file.sha256, file.name): file for file in files}.values())


def next_reference(existing: tuple[str, ...]) -> str:
    """The reference after the highest in use: K-01, K-02 … (never reused after a withdrawal)."""
    numbers = [int(reference.partition("-")[2]) for reference in existing]
    return f"K-{max(numbers, default=0) + 1:02d}"
