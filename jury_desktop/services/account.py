"""The account of the mail: what became of every message that was ever read into the dossier."""

from __future__ import annotations

import json
from collections import Counter
from dataclasses import dataclass

from jury_desktop.domain.entry import EntryKind
from jury_desktop.domain.journal import Event
from jury_desktop.services.ports import UnitOfWork

IMPORTED = "mail.imported"
"""The action under which the journal keeps an import with its counts."""
TAKEN_BACK = "mail.import_taken_back"
"""The action under which it keeps that an import was taken back."""


@dataclass(frozen=True, slots=True)
class Account:
    """How many messages were read, and what they are now; ``read`` is always the sum of the five kinds.

    :param duplicates: with every message that was read again, word for word.
    :param unconfirmed: kept messages whose place the regisseur has not confirmed yet.
    """

    read: int = 0
    candidacies: int = 0
    revisions: int = 0
    duplicates: int = 0
    other: int = 0
    unreadable: int = 0
    unconfirmed: int = 0


def account_of(uow: UnitOfWork) -> Account:
    """The account as it is now; what was read and not kept repeats, word for word, what was."""
    tally = uow.mails.tally()
    kinds: Counter[EntryKind] = Counter()
    for (kind, _), count in tally.items():
        kinds[kind] += count
    read = max(kinds.total(), sum(map(read_in, kept_imports(uow))))
    return Account(
        read,
        kinds[EntryKind.CANDIDACY],
        kinds[EntryKind.REVISION],
        kinds[EntryKind.DUPLICATE] + read - kinds.total(),
        kinds[EntryKind.OTHER],
        kinds[EntryKind.UNREADABLE],
        sum(count for (_, confirmed), count in tally.items() if not confirmed),
    )


def kept_imports(uow: UnitOfWork) -> tuple[Event, ...]:
    """The imports that are still in the dossier, oldest first: without those that were taken back."""
    gone = {json.loads(event.old)["import"] for event in uow.journal.of(TAKEN_BACK)}
    return tuple(event for event in uow.journal.of(IMPORTED) if event.sequence not in gone)


def read_in(event: Event) -> int:
    """How many messages an import read, those that the dossier had already among them."""
    return sum(json.loads(event.new)["counts"].values())
