"""The programs people write mail with: their headers, boundaries, charsets and habits."""

from __future__ import annotations

import base64
from dataclasses import dataclass
from datetime import datetime
from email.utils import format_datetime

from maker.letter import Letter
from maker.mime import Header, token


@dataclass(frozen=True, slots=True)
class Mailer:
    """How a program writes.

    :param boundary: pattern with ``{level}``, ``{a}`` (eight characters) and ``{b}`` (sixteen).
    :param message_id: pattern of the Message-ID with ``{a}``, ``{b}`` and ``{domain}``.
    :param agent: the headers by which the program makes itself known.
    :param how: Q or B, for encoded words.
    """

    boundary: str
    message_id: str
    charset: str
    encoding: str
    agent: tuple[Header, ...]
    how: str = "Q"
    style: str = "plain"
    threads: bool = False
    width: int = 76


_EXCHANGE = (("Accept-Language", "nl-BE, en-US"), ("Content-Language", "nl-BE"), ("X-MS-TNEF-Correlator", ""))
_CLASSIC = (("X-Mailer", "Microsoft Outlook 16.0"), ("Content-Language", "nl-be"))
_GERMAN = (("X-Mailer", "Microsoft Outlook 16.0"), ("Content-Language", "de"), ("X-Priority", "3 (Normal)"))
_MAC = (("X-Mailer", "Apple Mail (2.3731.500.231)"),)
_PHONE = (("X-Mailer", "iPhone Mail (20E252)"),)
_BIRD = (
    ("User-Agent", "Mozilla/5.0 (X11; Linux x86_64; rv:102.0) Gecko/20100101 Thunderbird/102.11.0"),
    ("Content-Language", "nl"),
)
MAILERS = {
    "outlook": Mailer(
        "_00{level}_{b}eurprd04_",
        "<{b}@{a}.eurprd04.{domain}>",
        "windows-1252",
        "quoted-printable",
        _EXCHANGE,
        style="word",
        threads=True,
    ),
    "outlook_desktop": Mailer(
        "----=_NextPart_000_00{level}_01D9{a}.{a}",
        "<00{level}01d9${a}${a}@{domain}>",
        "iso-8859-15",
        "quoted-printable",
        _CLASSIC,
        style="word",
        threads=True,
    ),
    "outlook_de": Mailer(
        "----=_NextPart_000_00{level}_01D9{a}.{a}",
        "<00{level}01d9${a}${a}@{domain}>",
        "utf-8",
        "base64",
        _GERMAN,
        how="B",
        style="word",
        threads=True,
    ),
    "gmail": Mailer(
        "00000000000{level}{b}",
        "<CA+{b}@mail.{domain}>",
        "utf-8",
        "quoted-printable",
        (),
        how="B",
        style="div",
    ),
    "apple": Mailer(
        "Apple-Mail=_{a}-{level}C1F-4E0B-{b}",
        "<{b}-{a}@{domain}>",
        "utf-8",
        "quoted-printable",
        _MAC,
        style="div",
    ),
    "iphone": Mailer("Apple-Mail-{a}-{level}B2D-{b}", "<{b}-{a}@{domain}>", "utf-8", "8bit", _PHONE),
    "thunderbird": Mailer("------------{b}{level}", "<{a}-{b}@{domain}>", "utf-8", "8bit", _BIRD, width=72),
    "webmail": Mailer(
        "=_{b}{a}{level}",
        "<{b}{a}@{domain}>",
        "utf-8",
        "quoted-printable",
        (("User-Agent", "Roundcube Webmail/1.6.1"),),
    ),
    "newsletter": Mailer(
        "_----------={level}_{b}",
        "<{b}@bulk.{domain}>",
        "utf-8",
        "quoted-printable",
        (("X-Mailer", "Postzak 4.2"),),
        style="news",
    ),
    "automatic": Mailer("{a}.{b}/{level}", "<{b}@{domain}>", "utf-8", "8bit", ()),
}


def boundary(letter: Letter, level: int) -> str:
    """The boundary this program draws at a depth of the message."""
    return _filled(MAILERS[letter.mailer].boundary, letter, level)


def message_id(letter: Letter) -> str:
    """The Message-ID, the same wherever the message is mentioned."""
    return _filled(MAILERS[letter.mailer].message_id, letter, 1)


def date_text(letter: Letter) -> str:
    """The Date header as the sender's program wrote it."""
    return letter.claimed_date or format_datetime(letter.date)


def thread_headers(letter: Letter, ancestors: tuple[Letter, ...]) -> tuple[Header, ...]:
    """In-Reply-To, References and, for Outlook, Thread-Index; ``ancestors`` oldest first."""
    headers: list[Header] = []
    if ancestors:
        headers.append(("References", "\n ".join(message_id(ancestor) for ancestor in ancestors)))
        headers.append(("In-Reply-To", message_id(ancestors[-1])))
    if MAILERS[letter.mailer].threads:
        first = ancestors[0] if ancestors else letter
        headers.append(("Thread-Index", _thread_index(letter, first, len(ancestors))))
    return tuple(headers)


def _filled(pattern: str, letter: Letter, level: int) -> str:
    a, b = token(letter.id, "a", length=8), token(letter.id, "b")
    return pattern.format(level=level, a=a, b=b, domain=letter.domain)


def _thread_index(letter: Letter, first: Letter, depth: int) -> str:
    """Outlook's 22 bytes: the time of the first message, a GUID for the thread, 5 bytes per answer."""
    ticks = _ticks(first.date).to_bytes(8, "big")[:6]
    guid = bytes.fromhex(token(first.id, "thread", length=32))
    answers = b"".join(bytes.fromhex(token(letter.id, "answer", step, length=10)) for step in range(depth))
    return base64.b64encode(ticks + guid + answers).decode()


def _ticks(moment: datetime) -> int:
    """A Windows file time: tenths of microseconds since 1601."""
    return (int(moment.timestamp()) + 11_644_473_600) * 10_000_000
