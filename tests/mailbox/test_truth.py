"""Of a mailbox whose truth is known, reading and sorting give it back: kind, candidate and verdict."""

from __future__ import annotations

import tempfile
from collections.abc import Sequence
from pathlib import Path

from hypothesis import given, settings
from hypothesis import strategies as st

from jury_desktop.domain.entry import Entry, EntryKind, Placed
from jury_desktop.domain.intake import sort
from jury_desktop.domain.mail import Mail, ReadMail, UnreadableMail
from jury_desktop.mailbox.reader import read
from tests.mailbox.mailboxes import Mailbox, Truth, mailboxes


def imported(mailbox: Mailbox, *, as_mbox: bool) -> list[Mail | UnreadableMail]:
    """The messages as the import reads them from disk, in the order of the export."""
    with tempfile.TemporaryDirectory() as folder:
        paths = mailbox.write(Path(folder), as_mbox=as_mbox)
        found = list(read(paths, mailbox.call.own_servers, mailbox.call.form))
    return [item.mail if isinstance(item, ReadMail) else item for item in found]


def told(entries: Sequence[Entry], mails: Sequence[Mail | UnreadableMail]) -> list[Truth]:
    """What the sorting says of each message, with the candidate by name."""
    names = {mail.sha256: mail.sender.name for mail in mails if isinstance(mail, Mail)}
    return [Truth(e.kind, names.get(e.candidacy or ""), e.verdict) for e in entries]


def truth(mailbox: Mailbox) -> list[Truth]:
    """The truth in the order of the export; of the very same bytes, the first is the candidacy."""
    seen: set[bytes] = set()
    found = []
    for message in mailbox.messages:
        twice = [m.truth for m in mailbox.messages if m.raw == message.raw]
        kind = EntryKind.DUPLICATE if message.raw in seen else min(twice, key=_rank).kind
        found.append(Truth(kind, message.truth.of, message.truth.verdict))
        seen.add(message.raw)
    return found


def _rank(found: Truth) -> bool:
    return found.kind is EntryKind.DUPLICATE


@settings(max_examples=60)
@given(mailboxes(), st.booleans())
def test_reading_and_sorting_give_the_truth_back(mailbox: Mailbox, as_mbox: bool) -> None:
    mails = imported(mailbox, as_mbox=as_mbox)

    assert told(sort(mails, (), mailbox.call).entries, mails) == truth(mailbox)


@settings(max_examples=20)
@given(mailboxes(), st.integers(0, 8))
def test_an_overlapping_export_adds_only_what_is_new(mailbox: Mailbox, first: int) -> None:
    mails = imported(mailbox, as_mbox=False)
    early = sort(mails[:first], (), mailbox.call)
    kept = [Placed(mail, entry) for mail, entry in zip(mails[:first], early.entries, strict=True)]

    again = sort(mails, kept, mailbox.call)

    known = {mail.sha256 for mail in mails[:first]}
    repeated = [entry.kind for entry in again.entries if entry.sha256 in known]
    assert set(repeated) <= {EntryKind.DUPLICATE}
    assert len(again.entries) == len(mails)
