"""Mail that no person wrote to hand in a candidacy."""

from __future__ import annotations

from email import message_from_bytes

import pytest

from jury_desktop.mailbox.automatic import automatic
from tests.mailbox.builders import raw_mail

MEETING = b"""From: a@x.example
Content-Type: multipart/alternative; boundary=b

--b
Content-Type: text/plain

Kom je?
--b
Content-Type: text/calendar; method=%s; charset=utf-8

BEGIN:VCALENDAR
--b--
"""


def reason(raw: bytes) -> str | None:
    found = automatic(message_from_bytes(raw))
    return found.key.removeprefix("intake.") if found else None


@pytest.mark.parametrize(
    ("headers", "why"),
    [
        ({}, None),
        ({"Auto_Submitted": "no"}, None),
        ({"Auto_Submitted": "auto-replied"}, "automatic_reply"),
        ({"Auto_Submitted": "auto-generated; x=y"}, "automatic_reply"),
        ({"X_Autoreply": "yes"}, "automatic_reply"),
        ({"subject": "Automatisch antwoord: Kandidatuur"}, "automatic_reply"),
        ({"subject": "=?utf-8?q?Automatic_reply=3A?= x"}, "automatic_reply"),
        ({"List_Id": "<nieuws.example>"}, "newsletter"),
        ({"List_Unsubscribe": "<mailto:x@y.example>"}, "newsletter"),
        ({"Precedence": "bulk"}, "newsletter"),
        ({"Precedence": "normal"}, None),
        ({"Return_Path": "<>"}, "bounce"),
        ({"Return_Path": "<info@debrug.example>"}, None),
        ({"sender": "MAILER-DAEMON@mx.example"}, "bounce"),
        ({"Content_Class": "urn:content-classes:calendarmessage"}, "meeting"),
    ],
)
def test_is_told_by_its_headers(headers: dict[str, str], why: str | None) -> None:
    assert reason(raw_mail(**headers)) == why


@pytest.mark.parametrize(
    ("report", "why"), [("delivery-status", "bounce"), ("disposition-notification", "receipt")]
)
def test_reports_are_bounces_or_receipts(report: str, why: str) -> None:
    raw = f"From: a@x.example\nContent-Type: multipart/report; report-type={report}; boundary=b\n\n--b--\n"

    assert reason(raw.encode()) == why


@pytest.mark.parametrize(
    ("method", "why"), [(b"REQUEST", "meeting"), (b"reply", "meeting"), (b"publish", None)]
)
def test_meetings_ask_for_an_answer(method: bytes, why: str | None) -> None:
    assert reason(MEETING % method) == why


def test_an_agenda_file_that_is_attached_is_no_meeting() -> None:
    assert reason(raw_mail(attachments=[("agenda.ics", "text/calendar", b"BEGIN:VCALENDAR")])) is None
