"""What import must find, computed from what the sample meant and never from what an importer made of it."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from hashlib import sha256
from typing import Any

from maker import form
from maker.compose import File
from maker.letter import Letter
from maker.mailers import message_id
from maker.model import Candidacy
from maker.transport import arrival_line

DEADLINE = datetime.fromisoformat("2023-06-02T23:59:59+02:00")
LAST_MINUTE = datetime.fromisoformat("2023-06-02T23:59:00+02:00")
NAMES = {"candidacy": "candidacies", "revision": "revisions", "duplicate": "duplicates"}


@dataclass(frozen=True, slots=True)
class Sample:
    """All that was made: candidacies, messages in the order of the mailbox, files, and the mbox itself."""

    candidacies: Mapping[str, Candidacy]
    letters: tuple[Letter, ...]
    files: Mapping[str, File]
    mbox: bytes

    def place(self, letter: Letter) -> int:
        """The number of a message in the mailbox, from 1."""
        return self.letters.index(letter) + 1

    def original(self, letter: Letter) -> Letter:
        """The message a copy repeats, or the message itself."""
        return next((other for other in self.letters if other.id == letter.copy_of), letter)


def expected(sample: Sample) -> dict[str, Any]:
    """The whole of ``expected.json``."""
    return {
        "mailbox": {
            "file": "postvak.mbox",
            "bytes": len(sample.mbox),
            "sha256": sha256(sample.mbox).hexdigest(),
        },
        "totals": _totals(sample),
        "candidacies": [_candidacy(sample, candidacy) for candidacy in sample.candidacies.values()],
        "messages": [_message(sample, letter) for letter in sample.letters],
    }


def verdict(letter: Letter) -> str:
    """In time, in the last minute (borderline), or late; unknown for what never passed our server."""
    if letter.received is None:
        return "unknown"
    if letter.received > DEADLINE:
        return "late"
    return "borderline" if letter.received >= LAST_MINUTE else "in_time"


def _totals(sample: Sample) -> dict[str, int]:
    counted = Counter(NAMES.get(letter.kind, letter.kind) for letter in sample.letters)
    kinds = ("candidacies", "revisions", "duplicates", "other", "unreadable")
    late = sum(letter.kind == "candidacy" and verdict(letter) == "late" for letter in sample.letters)
    return {"messages": len(sample.letters), **{kind: counted[kind] for kind in kinds}, "late": late}


def _candidacy(sample: Sample, candidacy: Candidacy) -> dict[str, Any]:
    mine = [letter for letter in sample.letters if letter.of == candidacy.reference]
    first = next(letter for letter in mine if letter.kind == "candidacy")
    assert first.received is not None
    fields = {key: value for key, _, value in (*form.identity(candidacy), *form.summary_lines(candidacy))}
    return {
        "reference": candidacy.reference,
        "organisation": candidacy.organisation.name,
        "challenges": list(candidacy.challenges),
        "challenges_first_sent": list(candidacy.as_first_sent().challenges),
        "municipalities": list(candidacy.municipalities),
        "partners": list(candidacy.partners),
        "fields": {key: fields[key] for key in ("contact", "email", "phone", "address")},
        "missing": [key for key in ("contact", "email", "phone") if not fields[key]],
        "sender": first.address,
        "received_at": first.received.isoformat(),
        "received_by": f"Received: {arrival_line(first)}",
        "late": verdict(first) == "late",
        "attachments": _attachments(sample, mine),
        "messages": [_role(sample, letter) for letter in mine],
    }


def _attachments(sample: Sample, letters: list[Letter]) -> list[dict[str, Any]]:
    """The files of the candidacy and its later versions, each once, with the message that brought it."""
    return [
        {
            "name": sample.files[name].name,
            "sha256": sha256(sample.files[name].content).hexdigest(),
            "bytes": len(sample.files[name].content),
            "message": sample.place(letter),
        }
        for letter in letters
        if letter.kind in {"candidacy", "revision"}
        for name in letter.files
    ]


def _role(sample: Sample, letter: Letter) -> dict[str, Any]:
    received = letter.received.isoformat() if letter.received else None
    return {
        "number": sample.place(letter),
        "role": letter.kind,
        "message_id": message_id(sample.original(letter)),
        "received_at": received,
        "verdict": verdict(letter),
    }


def _message(sample: Sample, letter: Letter) -> dict[str, Any]:
    original = sample.original(letter)
    files = [sample.files[name] for name in original.files]
    return {
        "number": sample.place(letter),
        "kind": letter.kind,
        "of": letter.of or None,
        "sender": letter.address if letter.kind != "unreadable" else None,
        "subject": letter.subject,
        "received_at": letter.received.isoformat() if letter.received else None,
        "attachments": [{"name": file.name, "sha256": sha256(file.content).hexdigest()} for file in files],
        "what": letter.what,
        "must": letter.must,
    }
