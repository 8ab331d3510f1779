"""Messages that are not simply written: calendar mail, reports, and one that is broken."""

from __future__ import annotations

from collections.abc import Callable

from maker.compose import text_body, whole
from maker.letter import MAILBOX, Letter
from maker.mailers import boundary, date_text, message_id
from maker.mime import Part, head, multipart, text_part
from maker.transport import road

EVENT = """BEGIN:VCALENDAR
METHOD:{method}
PRODID:-//Gemeentelijke agenda//NL
VERSION:2.0
BEGIN:VEVENT
UID:jury-lokaal-partnerschap-2023@vdab-rivierenland.example
DTSTAMP:20230531T065440Z
DTSTART;TZID=Europe/Brussels:20230614T130000
DTEND;TZID=Europe/Brussels:20230614T170000
RDATE;TZID=Europe/Brussels:20230616T090000,20230619T090000
SUMMARY:Jury lokaal partnerschap
LOCATION:Lier
ORGANIZER;CN=Annick Roels:mailto:annick.roels@vdab-rivierenland.example
ATTENDEE;PARTSTAT={answer}:mailto:{attendee}
END:VEVENT
END:VCALENDAR
"""


def meeting_request(letter: Letter, ancestors: tuple[Letter, ...]) -> bytes:
    """An invitation to a meeting, as Outlook sends it: text, HTML and a calendar part side by side."""
    return _calendar(letter, ancestors, "REQUEST", "NEEDS-ACTION", MAILBOX)


def meeting_reply(letter: Letter, ancestors: tuple[Letter, ...]) -> bytes:
    """The acceptance of a meeting."""
    return _calendar(letter, ancestors, "REPLY", "ACCEPTED", letter.address)


def bounce(letter: Letter, ancestors: tuple[Letter, ...]) -> bytes:
    """A delivery failure after RFC 3464, with the headers of the message that came back."""
    lost = ancestors[-1]
    status = (
        "Reporting-MTA: dns; mail.mechelen.example\nArrival-Date: Fri, 02 Jun 2023 11:20:15 +0200\n\n"
        "Final-Recipient: rfc822; info@kompaswerkt.example\nAction: failed\nStatus: 5.2.2\n"
        "Remote-MTA: dns; mx.kompaswerkt.example\nDiagnostic-Code: smtp; 552 5.2.2 Mailbox full\n"
    )
    returned = head((("From", lost.sender), ("Subject", lost.subject), ("Message-ID", message_id(lost))))
    return _report(letter, "delivery-status", status, ("text/rfc822-headers", returned))


def read_receipt(letter: Letter, _ancestors: tuple[Letter, ...]) -> bytes:
    """A read receipt after RFC 8098."""
    notice = (
        "Reporting-UA: mail.huisvanmorgen.example; Outlook\n"
        f"Final-Recipient: rfc822; {letter.address}\n"
        "Original-Message-ID: <bevestiging-aanvulling@mechelen.example>\n"
        "Disposition: manual-action/MDN-sent-manually; displayed\n"
    )
    return _report(letter, "disposition-notification", notice, None)


def broken(letter: Letter, _ancestors: tuple[Letter, ...]) -> bytes:
    """What is left of a message whose transfer was cut off.

    The server's lines are there, everything the sender wrote is gone: no sender, no date, no Message-ID,
    a boundary that never comes, and base64 that stops halfway with the noise of a torn block after it.
    """
    torn = (
        b"JVBERi0xLjQKJ\xc3\x28\xa0\xa1=\x00\x00==\xff\xfe9jaGlsZHJlbg"
        + bytes(range(128, 256))
        + b"\n=\x1a\n"
    )
    content_type = f'multipart/mixed; boundary="{boundary(letter, 1)}'
    return (
        head((*road(letter)[1:4], ("Content-Type", content_type), ("Content-Transfer-Encoding", "base64")))
        + b"\n"
        + torn
    )


Special = Callable[[Letter, tuple[Letter, ...]], bytes]
SPECIAL: dict[str, Special] = {
    "meeting_request": meeting_request,
    "meeting_reply": meeting_reply,
    "bounce": bounce,
    "read_receipt": read_receipt,
    "broken": broken,
}


def _calendar(
    letter: Letter, ancestors: tuple[Letter, ...], method: str, answer: str, attendee: str
) -> bytes:
    event = EVENT.format(method=method, answer=answer, attendee=attendee)
    part = text_part("calendar", event, "utf-8", "base64")
    calendar = Part(
        (("Content-Type", f'text/calendar; charset="utf-8"; method={method}'), part.headers[1]), part.body
    )
    body = multipart("alternative", boundary(letter, 1), (text_body(letter, None), calendar))
    return whole(letter, ancestors, body)


def _report(letter: Letter, kind: str, machine_text: str, returned: tuple[str, bytes] | None) -> bytes:
    human = text_part("plain", letter.text.strip() + "\n", "utf-8", "8bit")
    parts = [human, Part((("Content-Type", f"message/{kind}"),), machine_text.encode())]
    if returned is not None:
        parts.append(Part((("Content-Type", returned[0]),), returned[1]))
    report = multipart("report", boundary(letter, 1), tuple(parts), f"report-type={kind}")
    headers = (
        *road(letter),
        ("From", letter.sender),
        ("To", letter.to),
        ("Subject", letter.subject),
        ("Date", date_text(letter)),
        ("Message-ID", message_id(letter)),
        ("Auto-Submitted", "auto-replied"),
        ("MIME-Version", "1.0"),
        *report.headers,
    )
    return Part(headers, report.body).as_bytes()
