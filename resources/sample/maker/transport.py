"""The road of a message: what each server wrote on top of it, ours above, the sender's below."""

from __future__ import annotations

from datetime import datetime, timedelta
from email.utils import format_datetime

from maker.letter import MAILBOX, Letter
from maker.mime import Header, token

MX, STORE = "mx1.mechelen.example", "mail.mechelen.example"
CLOCK_OFF = {"k11": timedelta(minutes=9), "k14": timedelta(minutes=-9), "k05": timedelta(hours=-1)}
"""Senders whose own servers keep the wrong time."""


def road(letter: Letter, alias: str = MAILBOX) -> tuple[Header, ...]:
    """Return-Path, Delivered-To and the Received lines, newest first; nothing for what we sent ourselves."""
    if letter.received is None:
        return ()
    bounce = letter.address.startswith("MAILER-DAEMON")
    mx_time = letter.received - timedelta(seconds=1)
    return (
        ("Return-Path", "<>" if bounce else f"<{letter.address}>"),
        ("Delivered-To", alias),
        ("Received", _stored(letter, alias, letter.received)),
        ("Received", _taken_in(letter, alias, mx_time)),
        ("Authentication-Results", f"{MX};\n\tspf=pass smtp.mailfrom={letter.domain}; dkim=none; dmarc=none"),
        *_outer(letter, mx_time),
    )


def arrival_line(letter: Letter) -> str:
    """The header that proves the time of arrival, on one line."""
    assert letter.received is not None
    return " ".join(_stored(letter, MAILBOX, letter.received).split())


def _stored(letter: Letter, alias: str, moment: datetime) -> str:
    return (
        f"from {MX} ({MX} [192.0.2.10])\n"
        f"\tby {STORE} (Dovecot) with LMTP id {token(letter.id, 'lmtp', length=12)}\n"
        f"\tfor <{alias}>; {_clock(moment)}"
    )


def _taken_in(letter: Letter, alias: str, moment: datetime) -> str:
    relay = f"smtp-out.{letter.domain}"
    return (
        f"from {relay} ({relay} [198.51.100.{_number(letter)}])\n"
        f"\t(using TLSv1.3 with cipher TLS_AES_256_GCM_SHA384 (256/256 bits))\n"
        f"\tby {MX} (Postfix) with ESMTPS id {token(letter.id, 'mx', length=11).upper()}\n"
        f"\tfor <{alias}>; {_clock(moment)}"
    )


def _outer(letter: Letter, taken_in: datetime) -> tuple[Header, ...]:
    """The sender's own hops, with the sender's own idea of the time."""
    off = CLOCK_OFF.get(letter.id, timedelta())
    relayed, handed = taken_in - timedelta(seconds=2) + off, taken_in - timedelta(seconds=9) + off
    relay, desk = f"smtp-out.{letter.domain}", f"[10.0.{_number(letter)}.23]"
    return (
        (
            "Received",
            f"from mail.{letter.domain} (mail.{letter.domain} [203.0.113.{_number(letter)}])\n"
            f"\tby {relay} with ESMTP id {token(letter.id, 'relay', length=10)}; {_clock(relayed)}",
        ),
        ("Received", f"from {desk} by mail.{letter.domain} with ESMTPSA; {_clock(handed)}"),
    )


def _clock(moment: datetime) -> str:
    return f"{format_datetime(moment)} (CEST)"


def _number(letter: Letter) -> int:
    """The last part of the invented address of the sender's server, 1 to 254."""
    return int(token(letter.domain, length=4), 16) % 254 + 1
