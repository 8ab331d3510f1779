"""Raw mails and mboxes as mail servers, candidates and attackers write them."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Iterable, Mapping, Sequence
from datetime import datetime
from email.message import EmailMessage
from email.utils import format_datetime
from pathlib import Path
from zoneinfo import ZoneInfo

from jury_desktop.domain.mail import Mail, ReadMail, UnreadableMail
from jury_desktop.mailbox.child import Child
from jury_desktop.mailbox.reader import read
from tests.builders import a_call

BRUSSELS = ZoneInfo("Europe/Brussels")
OWN = "mail.mechelen.example"
"""One of the own servers of the call."""
FORM = """Kandidatuurformulier

Naam van de organisatie: De Brug vzw
Contactpersoon: Liesbet Aerts
E-mailadres: info@debrug.example

Regio-uitdagingen
☒ 1 Saled & Nassim
☐ 2 Cindy & Jordy
☒ 4 Jolien
"""

Attached = tuple[str, str, bytes]
"""Name, media type and content."""


def received(at: datetime, by: str = OWN, source: str = "smtp.debrug.example") -> str:
    """A Received line as the server ``by`` writes it on arrival."""
    return f"from {source} ([192.0.2.7]) by {by} with ESMTPS id 4QXy; {format_datetime(at)}"


def on(day: int, clock: str, month: int = 6) -> datetime:
    """A moment of 2023, Brussels time: ``on(2, "23:59:59")``."""
    hour, minute, second = (int(part) for part in (clock + ":00").split(":")[:3])
    return datetime(2023, month, day, hour, minute, second, tzinfo=BRUSSELS)


def raw_mail(
    text: str = "Dag allemaal",
    *,
    at: datetime | None = None,
    sender: str = "Liesbet Aerts <info@debrug.example>",
    subject: str = "Kandidatuur De Brug",
    message_id: str = "<1@debrug.example>",
    attachments: Sequence[Attached] = (),
    html: str | None = None,
    **headers: str,
) -> bytes:
    """The source of a message; ``at`` is when the own server received it, headers go by name with ``_``."""
    mail = EmailMessage()
    if at is not None:
        mail["Received"] = received(at)
    mail["From"] = sender
    mail["To"] = "kandidaturen@mechelen.example"
    mail["Subject"] = subject
    mail["Date"] = format_datetime(at or on(1, "10:00"))
    mail["Message-ID"] = message_id
    mail.set_content(text)
    for name, value in headers.items():
        mail[name.replace("_", "-")] = value
    if html is not None:
        mail.add_alternative(html, subtype="html")
    for name, media_type, content in attachments:
        main, _, sub = media_type.partition("/")
        mail.add_attachment(content, maintype=main, subtype=sub, filename=name)
    return mail.as_bytes()


def mbox(mails: Iterable[bytes], mark: str = "From - Fri Jun  2 20:00:00 2023") -> bytes:
    """An mbox of these messages, body lines that begin with "From " quoted."""
    quoted = (mail.replace(b"\nFrom ", b"\n>From ") for mail in mails)
    return b"".join(mark.encode() + b"\n" + mail.rstrip(b"\n") + b"\n\n" for mail in quoted)


def zipped(files: Mapping[str, bytes], compression: int = zipfile.ZIP_DEFLATED) -> bytes:
    """A zip with these files, under exactly these names."""
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", compression) as archive:
        for name, content in files.items():
            archive.writestr(zipfile.ZipInfo(name), content, compression)
    return out.getvalue()


def docx(body: str, **parts: str) -> bytes:
    """A Word document whose body is this WordprocessingML."""
    spaces = (
        'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main" '
        'xmlns:w14="http://schemas.microsoft.com/office/word/2010/wordml" '
        'xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006"'
    )
    document = f"<w:document {spaces}><w:body>{body}</w:body></w:document>"
    files = {"[Content_Types].xml": b"<Types/>", "word/document.xml": document.encode()}
    return zipped(files | {f"word/{name}.xml": part.encode() for name, part in parts.items()})


def paragraph(text: str) -> str:
    """A paragraph of Word."""
    return f"<w:p><w:r><w:t>{text}</w:t></w:r></w:p>"


def pdf(*lines: str, password: str | None = None) -> bytes:
    """A PDF with these lines, encrypted when a password is given."""
    from reportlab.pdfgen.canvas import Canvas

    out = io.BytesIO()
    canvas = Canvas(out, encrypt=password)
    for number, line in enumerate(lines):
        canvas.drawString(72, 780 - 18 * number, line)
    canvas.showPage()
    canvas.save()
    return out.getvalue()


def written(folder: Path, name: str, content: bytes) -> Path:
    """The path of a new file with this content."""
    path = folder / name
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(content)
    return path


SHARED = Child()
"""One reading process for all tests that have no reason for their own; conftest.py closes it."""


def everything(*paths: Path, child: Child = SHARED) -> list[ReadMail | UnreadableMail]:
    """All that reading these paths gives, with the form and own servers of the shipped call."""
    call = a_call()
    return list(read(paths, call.own_servers, call.form, child=child))


def mails(*paths: Path, child: Child = SHARED) -> list[Mail]:
    """The readable messages; fails when there are others."""
    found = everything(*paths, child=child)
    unreadable = [item.reason for item in found if isinstance(item, UnreadableMail)]
    assert unreadable == []
    return [item.mail for item in found if isinstance(item, ReadMail)]


def reasons(*paths: Path, child: Child = SHARED) -> list[str]:
    """The keys of the reasons why messages are unreadable."""
    found = everything(*paths, child=child)
    return [item.reason.key for item in found if isinstance(item, UnreadableMail)]
