"""Two versions beside each other: the form, the words, and the text of every document."""

from __future__ import annotations

import io
from pathlib import Path

import pytest
from docx import Document
from reportlab.pdfgen.canvas import Canvas

from jury_desktop.domain.difference import Mark
from jury_desktop.domain.errors import JuryError
from jury_desktop.domain.messages import say
from jury_desktop.services.candidacies import list_candidacies
from jury_desktop.services.compare import Comparison, Part, Section, compare
from jury_desktop.services.import_mail import import_mail
from jury_desktop.services.places import places
from jury_desktop.services.ports import Dossier
from tests.services.mailing import IN_TIME, a_dossier, a_message, an_export, form


def a_document(*lines: str) -> bytes:
    document, stream = Document(), io.BytesIO()
    for line in lines:
        document.add_paragraph(line)
    document.save(stream)
    return stream.getvalue()


def a_pdf(text: str) -> bytes:
    stream = io.BytesIO()
    canvas = Canvas(stream, invariant=True)
    canvas.drawString(72, 720, text)
    canvas.save()
    return stream.getvalue()


STATUTES = a_pdf("Statuten")
FIRST = a_message(
    "info@anker.example",
    form("Anker vzw"),
    files={
        "Begroting.docx": a_document("Personeel 12000 euro per jaar", "Huur 3000 euro"),
        "Statuten.pdf": STATUTES,
        "Plan A.txt": b"x",
    },
)
SECOND = a_message(
    "info@anker.example",
    form("Anker vzw", "1, 5"),
    subject="Nieuwe versie",
    arrived=IN_TIME.replace(hour=15),
    files={
        "Begroting.docx": a_document("Personeel 15000 euro per jaar", "Huur 3000 euro"),
        "Statuten.pdf": STATUTES,
        "Nota.pdf": a_pdf("Nota van de partner"),
    },
)


@pytest.fixture
def dossier(tmp_path: Path) -> Dossier:
    made = a_dossier()
    import_mail(made, [an_export(tmp_path, FIRST, SECOND, b"\x00" * 8)])
    return made


@pytest.fixture
def comparison(dossier: Dossier) -> Comparison:
    [row] = list_candidacies(dossier)
    first, second = (version.mail for version in row.candidacy.versions)
    return compare(dossier, first, second)


def changed(section: Section) -> list[tuple[str, str]]:
    """The two sides of every line that differs."""
    return [
        ("".join(p.text for p in line.old), "".join(p.text for p in line.new))
        for line in section.lines
        if line.mark is not Mark.SAME
    ]


def test_the_fields_of_the_form_are_compared(comparison):
    [fields] = [section for section in comparison.sections if section.part is Part.FIELDS]

    assert changed(fields) == [("Regio-uitdagingen: 1, 4", "Regio-uitdagingen: 1, 5")]


def test_the_words_of_the_message_are_compared(comparison):
    [text] = [section for section in comparison.sections if section.part is Part.TEXT]

    assert changed(text) == [
        ("Kandidatuur", ""),
        ("", "Nieuwe versie"),
        ("Regio-uitdagingen: 1, 4", "Regio-uitdagingen: 1, 5"),
    ]


def test_documents_stand_beside_their_namesake(comparison):
    documents = {s.name: s for s in comparison.sections if s.part is Part.DOCUMENT}

    assert list(documents) == ["Begroting.docx", "Statuten.pdf", "Nota.pdf", "Plan A.txt"]
    assert changed(documents["Begroting.docx"]) == [
        ("Personeel 12000 euro per jaar", "Personeel 15000 euro per jaar")
    ]
    assert documents["Statuten.pdf"].identical
    assert changed(documents["Nota.pdf"]) == [("", "Nota van de partner")]
    assert changed(documents["Plan A.txt"]) == [("x", "")]


def test_each_side_says_which_version_it_is(comparison):
    assert (comparison.old.version, comparison.new.version) == (1, 2)
    assert comparison.changes == 7


def test_what_could_not_be_read_is_not_compared(dossier):
    readable, unread = places(dossier)[0], places(dossier)[-1]

    with pytest.raises(JuryError) as caught:
        compare(dossier, readable.mail.sha256, unread.mail.sha256)

    assert caught.value.message == say("import.unreadable_not_compared")
