"""Random mailboxes of which the truth is known: who handed in what, when, and what each message is."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, field, replace
from datetime import UTC, datetime, timedelta, timezone
from email.utils import format_datetime
from pathlib import Path

from hypothesis import strategies as st

from jury_desktop.domain.arrival import Verdict
from jury_desktop.domain.call import BRUSSELS, Call
from jury_desktop.domain.entry import EntryKind
from tests.builders import a_call

NAMES = ("Anker", "Brug", "Kompas", "Veerhuis", "Vuurtoren")
DEADLINES = (
    datetime(2023, 6, 2, 23, 59, tzinfo=BRUSSELS),
    datetime(2023, 1, 31, 23, 59, tzinfo=BRUSSELS),
    datetime(2023, 3, 26, 1, 59, tzinfo=BRUSSELS),  # the last minute before the clock goes forward
    datetime(2023, 10, 29, 2, 59, tzinfo=BRUSSELS),  # twice on the clock: the first time
    datetime(2023, 10, 29, 2, 59, fold=1, tzinfo=BRUSSELS),
)
EDGES = (-172_800, -3_601, -3_600, -61, -60, -59, -1, 0, 1, 3_599, 3_600, 172_800)
"""Seconds from the first moment that is too late."""
ZONES = tuple(timezone(timedelta(minutes=minutes)) for minutes in (0, 60, 120, 330, -420, 840))
NO_ZONES = ("", " -0000", " CEST", " +9900")
OWN = a_call().own_servers[0]


@dataclass(frozen=True, slots=True)
class Truth:
    """What a message is: of whom (None: of nobody), and whether it came in time."""

    kind: EntryKind
    of: str | None
    verdict: Verdict


@dataclass(frozen=True, slots=True)
class Message:
    """A message of the mailbox with its truth."""

    raw: bytes = field(repr=False)
    truth: Truth


@dataclass(frozen=True, slots=True)
class Mailbox:
    """Messages in the order of the export, and the deadline they had to make."""

    deadline: datetime
    messages: tuple[Message, ...]

    @property
    def call(self) -> Call:
        """The call they answer."""
        return replace(a_call(), deadline=self.deadline)

    def write(self, folder: Path, *, as_mbox: bool) -> list[Path]:
        """The mailbox on disk, as one mbox or as one file for each message; gives what to import."""
        if as_mbox:
            file = folder / "export.mbox"
            marked = (
                b"From MAILER-DAEMON Fri Jun  2 12:00:00 2023\n" + _quoted(m.raw) for m in self.messages
            )
            file.write_bytes(b"\n".join(marked))
            return [file]
        for number, message in enumerate(self.messages, start=1):
            (folder / f"{number:03d}.eml").write_bytes(message.raw)
        return [folder]


def _quoted(raw: bytes) -> bytes:
    return raw.replace(b"\nFrom ", b"\n>From ") + b"\n"


@dataclass(frozen=True, slots=True)
class _Stamp:
    """When a message came in: the moment, the text the own server wrote of it, and what follows from it."""

    at: datetime
    text: str
    verdict: Verdict


@st.composite
def mailboxes(draw: st.DrawFn) -> Mailbox:
    """A mailbox around the deadline of a call, in any order."""
    deadline = draw(st.sampled_from(DEADLINES))
    messages: list[Message] = []
    for name in draw(st.lists(st.sampled_from(NAMES), min_size=1, max_size=4, unique=True)):
        messages += _candidate(draw, deadline, name)
    for make in draw(st.lists(st.sampled_from(_OTHERS), max_size=3)):
        messages.append(make(draw, deadline, len(messages)))
    return Mailbox(deadline, tuple(draw(st.permutations(messages))))


def _candidate(draw: st.DrawFn, deadline: datetime, name: str) -> list[Message]:
    """A candidacy, and what its sender sent about it later on."""
    stamp = draw(_stamps(deadline))
    broken = draw(st.sampled_from(_BROKEN))
    first = _message(name, stamp, _form(name), broken=broken, number=0)
    found = [Message(first, Truth(EntryKind.CANDIDACY, name, stamp.verdict))]
    if draw(st.booleans()):
        found.append(Message(first, Truth(EntryKind.DUPLICATE, name, stamp.verdict)))
    if stamp.verdict is Verdict.UNKNOWN or broken:
        return found  # what came first cannot be known
    for number, follow in enumerate(draw(st.lists(st.sampled_from(_FOLLOWS), max_size=3, unique=True)), 1):
        found.append(follow(draw, deadline, name, stamp, number))
    return found


@st.composite
def _stamps(draw: st.DrawFn, deadline: datetime, after: datetime | None = None) -> _Stamp:
    """A moment near the deadline, in any zone; sometimes written so that nobody can know it."""
    closes = deadline.astimezone(UTC).replace(second=0) + timedelta(minutes=1)
    at = closes + timedelta(seconds=draw(st.sampled_from(EDGES)))
    if after is not None:
        at = after + timedelta(seconds=draw(st.sampled_from((1, 60, 3_600, 100_000))))
    elif draw(st.integers(0, 5)) == 0:
        text = f"{at:%a, %d %b %Y %H:%M:%S}{draw(st.sampled_from(NO_ZONES))}"
        return _Stamp(at, text, Verdict.UNKNOWN)
    local = at.astimezone(draw(st.sampled_from(ZONES)))
    return _Stamp(at, format_datetime(local), _verdict(at, closes))


def _verdict(at: datetime, closes: datetime) -> Verdict:
    if at >= closes:
        return Verdict.LATE
    return Verdict.BORDERLINE if at >= closes - timedelta(minutes=1) else Verdict.IN_TIME


# ---------------------------------------------------------------- what follows a candidacy


def _version(draw: st.DrawFn, deadline: datetime, name: str, first: _Stamp, number: int) -> Message:
    stamp = draw(_stamps(deadline, first.at))
    words = draw(st.sampled_from(("Dit is een nieuwe versie.", "Vervangt onze vorige mail.", "")))
    text = f"{words}\n\n{_form(name, edited=number)}"
    raw = _message(name, stamp, text, number=number, answers=draw(st.booleans()))
    return Message(raw, Truth(EntryKind.REVISION, name, stamp.verdict))


def _copy(draw: st.DrawFn, deadline: datetime, name: str, first: _Stamp, number: int) -> Message:
    """The same message by another way: other headers of transport, a later arrival."""
    stamp = draw(_stamps(deadline, first.at))
    raw = b"X-Forwarded-By: relay.example\n" + _message(name, stamp, _form(name), number=0)
    return Message(raw, Truth(EntryKind.DUPLICATE, name, stamp.verdict))


def _question(draw: st.DrawFn, deadline: datetime, name: str, first: _Stamp, number: int) -> Message:
    stamp = draw(_stamps(deadline, first.at))
    raw = _message(name, stamp, "Hebt u onze mail goed ontvangen?", number=number, answers=True)
    return Message(raw, Truth(EntryKind.OTHER, name, stamp.verdict))


_FOLLOWS: Sequence[Callable[[st.DrawFn, datetime, str, _Stamp, int], Message]] = (_version, _copy, _question)


# ---------------------------------------------------------------- what is of nobody


def _automatic(header: str) -> Callable[[st.DrawFn, datetime, int], Message]:
    def make(draw: st.DrawFn, deadline: datetime, number: int) -> Message:
        stamp = draw(_stamps(deadline))
        raw = _message(f"Robot{number}", stamp, "Ik ben er niet.", broken=header, number=number)
        return Message(raw, Truth(EntryKind.OTHER, None, stamp.verdict))

    return make


def _stranger(draw: st.DrawFn, deadline: datetime, number: int) -> Message:
    stamp = draw(_stamps(deadline))
    raw = _message(f"Buur{number}", stamp, "Tot wanneer kunnen we indienen?", number=number)
    return Message(raw, Truth(EntryKind.OTHER, None, stamp.verdict))


_OTHERS: Sequence[Callable[[st.DrawFn, datetime, int], Message]] = (
    _automatic("Auto-Submitted: auto-replied"),
    _automatic("Return-Path: <>"),
    _automatic("List-Id: <nieuws.example>"),
    _stranger,
)

# ---------------------------------------------------------------- the bytes

_BROKEN = (
    "",
    "",
    "Subject: =?utf-8?B?kapot===?= =?latin-99?q?x?=",
    "Date: gisteren om half elf",
    "X-Lang: " + "a" * 2000,
    "Content-Transfer-Encoding: onbekend",
    "References: <<<>> geen-id <x@y> <",
)
"""A header that is wrong, in front of the others."""


def _message(
    name: str, stamp: _Stamp, text: str, *, number: int, broken: str = "", answers: bool = False
) -> bytes:
    """A message as the own server kept it. Below its own line stands one that the sender made up.

    :param answers: it answers the first message of the same sender.
    """
    host = f"{name.lower()}.example"
    earlier = format_datetime(stamp.at - timedelta(days=30))
    head = [
        *([broken] if broken else []),
        f"Received: from {host} by {OWN} with ESMTP id {number}; {stamp.text}",
        f"Received: from pc by {OWN} with ESMTP id vals; {earlier}",
        f"From: {name} <info@{host}>",
        f"To: {a_call().submission_email}",
        f"Subject: {'RE: ' if answers else ''}Bericht {number} van {name}",
        f"Date: {earlier}",
        f"Message-ID: <{number}@{host}>",
        *([f"In-Reply-To: <0@{host}>"] if answers else []),
        "Content-Type: text/plain; charset=utf-8",
    ]
    return "\n".join([*head, "", text, ""]).encode()


def _form(name: str, edited: int = 0) -> str:
    """A filled-in form with a story of its own; an edited one differs in a word or two."""
    story = [f"{name.lower()}{word:02d}" for word in range(80)]
    story[7 : 7 + edited] = [f"herwerkt{edited}"] * edited
    lines = (
        f"Naam van de organisatie: {name} vzw",
        f"E-mailadres: info@{name.lower()}.example",
        "Regio-uitdagingen: 1, 4",
        f"Aanpak: {' '.join(story)}",
    )
    return "Wij dienen onze kandidatuur in.\n\n" + "\n\n".join(lines)
