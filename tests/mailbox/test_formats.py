"""What kind of file an export is."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from jury_desktop.mailbox.formats import Format, detect
from tests.mailbox.builders import mbox, raw_mail, zipped


@pytest.mark.parametrize(
    ("head", "name", "kind"),
    [
        (raw_mail(), "bericht.eml", Format.EML),
        (raw_mail(), "zonder naam", Format.EML),
        (b"\xef\xbb\xbf" + raw_mail(), "bericht.eml", Format.EML),
        (b" From: a@x.example\nSubject: y\n\nz", "a.txt", Format.EML),
        (b"Kapot\nmaar toch .eml", "bericht.eml", Format.EML),
        (mbox([raw_mail()]), "Postvak", Format.MBOX),
        (b"\r\n" + mbox([raw_mail()]).replace(b"\n", b"\r\n"), "Postvak.eml", Format.MBOX),
        (zipped({"a.eml": raw_mail()}), "export.eml", Format.ZIP),
        (zipped({"a": b""}), "export.olm", Format.ZIP),
        (b"!BDN\x12", "export.zip", Format.PST),
        (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + "__substg1.0_".encode("utf-16-le"), "x", Format.MSG),
        (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", "x.doc", Format.MSG),
        (b"\x78\x9f\x3e\x22\x01\x00", "bijlage", Format.TNEF),
        (b"437\n" + raw_mail(), "1.emlx", Format.EMLX),
        (b'"Onderwerp","Hoofdtekst","Van: (naam)","Van: (adres)"\n', "export.txt", Format.CSV),
        (b"a;b", "export.csv", Format.CSV),
        (b"  \n", "leeg.eml", Format.EMPTY),
        (b"", "leeg.eml", Format.EMPTY),
        (b"%PDF-1.7", "formulier.pdf", Format.UNKNOWN),
        (b"Beste,\n\nVan: iemand", "brief.txt", Format.UNKNOWN),
        (b"From Russia with love\n\nYear: 1963", "film.txt", Format.UNKNOWN),
        (b"Titel: x\nAuteur: y\n\nz", "tekst.txt", Format.UNKNOWN),
        (b"BEGIN:VCALENDAR\nX-WR-CALNAME:Agenda\nEND:VCALENDAR\n", "agenda.ics", Format.UNKNOWN),
        (b"BEGIN:VCARD\nX-ABUID:7\nEND:VCARD\n", "kaart", Format.UNKNOWN),
    ],
)
def test_is_told_by_its_content(head: bytes, name: str, kind: Format) -> None:
    assert detect(head, name) is kind


@given(st.binary(max_size=300), st.text(max_size=20))
def test_is_always_one_of_them(head: bytes, name: str) -> None:
    assert detect(head, name) in Format
