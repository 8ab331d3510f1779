"""Two mailboxes to measure with, the same bytes every time: one with large attachments, one of small mails.

Both look like the mailbox of a city: short Dutch messages, replies with their quotes, Received lines of three
servers, newsletters, bounces, a duplicate now and then, and candidacies with a filled-in form. Every person,
organisation and address is invented.
"""

from __future__ import annotations

import base64
import io
import random
import zipfile
from datetime import UTC, datetime, timedelta
from email.utils import format_datetime
from pathlib import Path

MEBIBYTE = 1024 * 1024
START = datetime(2023, 4, 17, 7, 0, tzinfo=UTC)
BOX = "kandidaturen@stad.example"

_SEED = 20230602
_FIRST = (
    "An",
    "Bart",
    "Cem",
    "Dina",
    "Els",
    "Fatma",
    "Gert",
    "Hanne",
    "Ilse",
    "Jef",
    "Karim",
    "Lotte",
    "Mia",
)
_LAST = ("Aerts", "Baert", "Claes", "Demir", "Engels", "Fierens", "Goos", "Haddad", "Ivens", "Maes", "Özkan")
_HOUSES = [f"{word}{number}.example" for word in ("buurt", "zorg", "werk", "sport") for number in range(75)]
_WORDS = tuple(
    word
    for line in (
        "we de het een buurt samen werking project jongeren ouderen aanbod vraag vergadering woensdag",
        "voorstel partners gemeente plan begroting vrijwilligers locatie zaal materiaal planning overleg",
        "verslag nota afspraak telefoon graag alvast bedankt nog even laten weten volgende week na het",
        "weekend is dat mogelijk met vriendelijke groeten onze organisatie dienst welzijn",
    )
    for word in line.split()
)
_FORM = """Kandidatuurformulier

Naam van de organisatie: {organisation}
Contactpersoon: {person}
E-mailadres: {address}

Regio-uitdagingen
☒ 1 Saled & Nassim
☐ 2 Cindy & Jordy
☒ 4 Jolien
"""


def write_large(path: Path, size: int) -> tuple[int, int]:
    """An mbox of about this many bytes with attachments; gives (messages, attachments).

    Three messages of four carry one attachment, lognormal in size with a median of 260 kB and at most 10 MB.
    """
    chance = random.Random(_SEED)
    messages = attachments = 0
    with path.open("wb") as out:
        while out.tell() < size:
            attached = _attachment(chance, messages) if chance.random() < 0.765 else None
            out.write(_marked(messages, _message(chance, messages, attached)))
            messages += 1
            attachments += attached is not None
    return messages, attachments


def write_small(path: Path, count: int) -> None:
    """An mbox of this many messages without attachments, about 2.4 kB each."""
    chance = random.Random(_SEED + 1)
    with path.open("wb") as out:
        for number in range(count):
            out.write(_marked(number, _message(chance, number, None)))


def write_candidacies(path: Path, count: int, each: int) -> None:
    """An mbox of so many candidacies of as many organisations, each with a form in the message and one PDF of
    about this many bytes."""
    chance = random.Random(_SEED + 2)
    with path.open("wb") as out:
        for number in range(count):
            house, first = f"organisatie{number}.example", chance.choice(_FIRST)
            person, address = f"{first} {chance.choice(_LAST)}", f"{first.lower()}@{house}"
            filled = _FORM.format(organisation=f"Organisatie {number} vzw", person=person, address=address)
            file = f"dossier {number}.pdf", "application/pdf", _pdf(_text(chance), chance.randbytes(each))
            head = _head(chance, 3 * number, person, address)
            message = _mixed(head, filled + _text(chance), file, f"=_grens_{number:08x}")
            out.write(_marked(3 * number, message))


Attached = tuple[str, str, bytes]
"""Name, media type and content."""


def _marked(number: int, message: bytes) -> bytes:
    moment = START + timedelta(minutes=number)
    return b"From - %s\n%s\n" % (moment.strftime("%a %b %d %H:%M:%S %Y").encode(), message)


def _message(chance: random.Random, number: int, attached: Attached | None) -> bytes:
    house = chance.choice(_HOUSES)
    first = chance.choice(_FIRST)
    person, address = f"{first} {chance.choice(_LAST)}", f"{first.lower()}@{house}"
    head = _head(chance, number, person, address)
    text = _text(chance)
    if number % 400 == 17:
        text = (
            _FORM.format(organisation=f"{house.partition('.')[0]} vzw", person=person, address=address) + text
        )
    if attached is None:
        return _plain(chance, head, text)
    return _mixed(head, text, attached, f"=_grens_{number:08x}")


def _head(chance: random.Random, number: int, person: str, address: str) -> str:
    at = START + timedelta(minutes=number, seconds=chance.randrange(60))
    house = address.partition("@")[2]
    name = f'"{person}"' if person.isascii() else f"=?utf-8?B?{base64.b64encode(person.encode()).decode()}?="
    subject = " ".join(chance.choices(_WORDS, k=5)).capitalize()
    sealed = "\n\t ".join(base64.b64encode(chance.randbytes(51)).decode() for _ in range(4))
    lines = [
        f"Return-Path: <{address}>",
        "Received: from mx1.stad.example (mx1.stad.example [192.0.2.4])\n\tby mail.stad.example (Postfix) "
        f"with ESMTPS id {_ticket(chance)}\n\tfor <{BOX}>; {format_datetime(at + timedelta(seconds=3))}",
        f"Received: from smtp.{house} (smtp.{house} [198.51.100.{number % 250}])\n\t(using TLSv1.3 with "
        "cipher TLS_AES_256_GCM_SHA384 (256/256 bits))\n\tby mx1.stad.example (Postfix) with ESMTPS id "
        f"{_ticket(chance)};\n\t{format_datetime(at + timedelta(seconds=2))}",
        f"DKIM-Signature: v=1; a=rsa-sha256; d={house}; s=s1;\n\th=from:to:subject:date;\n\tb={sealed}",
        f"From: {name} <{address}>",
        f"To: {BOX}" if number % 3 else f"To: Kandidaturen <{BOX}>, info@{house}",
        f"Subject: {'Re: ' if number % 4 == 1 else ''}{subject}",
        f"Date: {format_datetime(at)}",
        f"Message-ID: <{_identifier(number)}@{house}>",
    ]
    if number % 4 == 1:
        lines.append(f"In-Reply-To: <{_identifier(number - 1)}@{house}>")
    if number % 25 == 9:
        lines.append(f"List-Unsubscribe: <https://{house}/weg>")
    if number % 60 == 31:
        lines.append("Auto-Submitted: auto-replied")
    return "\n".join([*lines, "MIME-Version: 1.0"])


def _ticket(chance: random.Random) -> str:
    return f"{chance.getrandbits(40):010X}"


def _identifier(number: int) -> str:
    return f"{number:08x}.{number * 7919 % 65536:04x}"


def _text(chance: random.Random) -> str:
    lines = [
        " ".join(chance.choices(_WORDS, k=chance.randrange(6, 14))) for _ in range(chance.randrange(4, 18))
    ]
    return "Beste,\n\n" + "\n".join(lines) + "\n\nMet vriendelijke groeten\n"


def _plain(chance: random.Random, head: str, text: str) -> bytes:
    """A message without attachments: mostly plain text, one in three with the same as HTML."""
    kind = 'Content-Type: text/plain; charset="utf-8"\nContent-Transfer-Encoding: 8bit'
    if chance.random() < 2 / 3:
        return f"{head}\n{kind}\n\n{text}".encode()
    html = "".join(f"<p>{line}</p>\n" for line in text.split("\n") if line)
    return (
        f'{head}\nContent-Type: multipart/alternative; boundary="=_keuze"\n\n--=_keuze\n{kind}\n\n{text}\n'
        '--=_keuze\nContent-Type: text/html; charset="utf-8"\nContent-Transfer-Encoding: 8bit\n\n'
        f"<html><body>{html}</body></html>\n--=_keuze--\n"
    ).encode()


def _mixed(head: str, text: str, attached: Attached, boundary: str) -> bytes:
    name, kind, content = attached
    before = (
        f'{head}\nContent-Type: multipart/mixed; boundary="{boundary}"\n\n--{boundary}\n'
        'Content-Type: text/plain; charset="utf-8"\nContent-Transfer-Encoding: 8bit\n\n'
        f"{text}\n--{boundary}\n"
        f'Content-Type: {kind}; name="{name}"\nContent-Disposition: attachment; filename="{name}"\n'
        "Content-Transfer-Encoding: base64\n\n"
    )
    return before.encode() + base64.encodebytes(content) + f"--{boundary}--\n".encode()


def _attachment(chance: random.Random, number: int) -> Attached:
    """A photo, a PDF, a Word document or a packed folder, each largely incompressible, as they are."""
    size = min(int(chance.lognormvariate(12.47, 1.35)), 10 * MEBIBYTE)
    bulk = chance.randbytes(size)
    kind = chance.random()
    if kind < 0.45:
        return f"foto {number}.jpg", "image/jpeg", b"\xff\xd8\xff\xe0\0\x10JFIF\0" + bulk
    if kind < 0.85:
        return f"nota {number}.pdf", "application/pdf", _pdf(_text(chance), bulk)
    word = "application/vnd.openxmlformats-officedocument.wordprocessingml.document"
    return f"verslag {number}.docx", word, _docx(_text(chance), bulk)


def _pdf(text: str, picture: bytes) -> bytes:
    """A page of text and a picture."""
    shown = "".join(f"({line}) Tj T*\n" for line in text.split("\n"))
    stream = f"BT /F1 11 Tf 14 TL 72 760 Td\n{shown}ET\n".encode("cp1252")
    page = b"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents 4 0 R "
    objects = [
        b"<< /Type /Catalog /Pages 2 0 R >>",
        b"<< /Type /Pages /Kids [3 0 R] /Count 1 >>",
        page + b"/Resources << /Font << /F1 5 0 R >> /XObject << /I1 6 0 R >> >> >>",
        b"<< /Length %d >>\nstream\n%s\nendstream" % (len(stream), stream),
        b"<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica /Encoding /WinAnsiEncoding >>",
        b"<< /Type /XObject /Subtype /Image /Width 800 /Height 600 /ColorSpace /DeviceRGB "
        b"/BitsPerComponent 8 /Filter /DCTDecode /Length %d >>\nstream\n%s\nendstream"
        % (len(picture), picture),
    ]
    out = io.BytesIO(b"%PDF-1.4\n")
    out.seek(0, io.SEEK_END)
    places = []
    for number, item in enumerate(objects, start=1):
        places.append(out.tell())
        out.write(b"%d 0 obj\n%s\nendobj\n" % (number, item))
    start = out.tell()
    out.write(b"xref\n0 7\n0000000000 65535 f \n" + b"".join(b"%010d 00000 n \n" % place for place in places))
    out.write(b"trailer << /Size 7 /Root 1 0 R >>\nstartxref\n%d\n%%%%EOF\n" % start)
    return out.getvalue()


def _docx(text: str, picture: bytes) -> bytes:
    """A document of Word with a picture."""
    space = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'
    body = "".join(f"<w:p><w:r><w:t>{line}</w:t></w:r></w:p>" for line in text.split("\n"))
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w") as archive:
        for name, content in (
            (
                "[Content_Types].xml",
                b'<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"/>',
            ),
            ("word/document.xml", f"<w:document {space}><w:body>{body}</w:body></w:document>".encode()),
            ("word/media/image1.jpeg", picture),
        ):
            archive.writestr(zipfile.ZipInfo(name), content)
    return out.getvalue()
