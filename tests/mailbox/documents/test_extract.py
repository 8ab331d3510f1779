"""The text of PDF, Excel, zip and plain attachments."""

from __future__ import annotations

import io
import re
import tracemalloc
import zipfile

import pytest
from openpyxl import Workbook
from reportlab.pdfgen.canvas import Canvas
from reportlab.platypus import SimpleDocTemplate, Table

from jury_desktop.domain.errors import JuryError
from jury_desktop.domain.form import challenge_numbers, read_fields
from jury_desktop.domain.messages import say
from jury_desktop.mailbox import limits, sniff
from jury_desktop.mailbox.documents import Extract, columns, extract, pdf_form, sheet
from tests.builders import a_call
from tests.mailbox.builders import FORM, docx, paragraph, pdf, zipped

SPREADSHEET = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"


def workbook(*rows: tuple[object, ...]) -> bytes:
    book = Workbook()
    for row in rows:
        book.active.append(row)
    out = io.BytesIO()
    book.save(out)
    return out.getvalue()


def table(*rows: tuple[str, ...]) -> bytes:
    """A page with nothing but a table: its columns are only places on the page."""
    out = io.BytesIO()
    SimpleDocTemplate(out).build([Table(rows)])
    return out.getvalue()


def sharing(text: str, rows: int) -> bytes:
    """A workbook with one text in a hundred cells of every row, written down once."""
    with zipfile.ZipFile(io.BytesIO(workbook(("x",)))) as book:
        parts = {name: book.read(name).decode() for name in book.namelist()}
    row = "<row>" + 100 * '<c t="s"><v>0</v></c>' + "</row>"
    parts["xl/worksheets/sheet1.xml"] = re.sub("<row.*</row>", row * rows, parts["xl/worksheets/sheet1.xml"])
    parts["xl/sharedStrings.xml"] = f'<sst xmlns="{SPREADSHEET}"><si><t>{text}</t></si></sst>'
    shared = "application/vnd.openxmlformats-officedocument.spreadsheetml.sharedStrings+xml"
    types = f'<Override PartName="/xl/sharedStrings.xml" ContentType="{shared}"/></Types>'
    parts["[Content_Types].xml"] = parts["[Content_Types].xml"].replace("</Types>", types)
    return zipped({name: part.encode() for name, part in parts.items()})


def fillable() -> bytes:
    """A form whose fields have names that say nothing."""
    out = io.BytesIO()
    canvas = Canvas(out)
    canvas.drawString(72, 700, "Naam van de organisatie:")
    canvas.acroForm.textfield(name="Text1", value="De Brug vzw", x=250, y=695, width=200, height=18)
    canvas.drawString(72, 660, "E-mailadres")
    canvas.acroForm.textfield(name="Text2", value="info@debrug.example", x=72, y=636, width=200, height=18)
    canvas.drawString(72, 620, "Regio-uitdagingen")
    for number, name in enumerate(("Saled & Nassim", "Cindy & Jordy", "Ahmed", "Jolien", "Chadia"), start=1):
        canvas.drawString(95, 620 - 20 * number, f"{number} {name}")
        canvas.acroForm.checkbox(
            name=f"Check Box{number + 10}", checked=number in (1, 4), x=72, y=616 - 20 * number, size=14
        )
    canvas.acroForm.textfield(name="Text3", value="", x=72, y=400, width=200, height=18)
    canvas.save()
    return out.getvalue()


class TestPdf:
    def test_gives_its_text(self) -> None:
        found = extract(pdf("Naam organisatie: De Brug", "tweede regel"), sniff.PDF)

        assert found == Extract("Naam organisatie: De Brug\ntweede regel")

    def test_gives_a_table_as_docx_does(self) -> None:
        rows = (("Naam van de organisatie", "De Brug vzw"), ("E-mailadres", "info@debrug.example"))

        found = extract(table(*rows), sniff.PDF)

        assert found == Extract("\n".join(map("\t".join, rows)))
        assert [field.value for field in read_fields(found.text, "", a_call().form)] == [
            value for _, value in rows
        ]

    @pytest.mark.parametrize("limit", ["_RUNS", "_LETTERS"])
    def test_looks_for_no_table_where_that_costs_much(
        self, monkeypatch: pytest.MonkeyPatch, limit: str
    ) -> None:
        monkeypatch.setattr(columns, limit, 5)

        assert extract(table(tuple("abcdef")), sniff.PDF).text == "a b c d e f"

    def test_of_a_page_with_endless_columns_reads_on(self, monkeypatch: pytest.MonkeyPatch) -> None:
        monkeypatch.setattr(columns, "_GAPS", 2)

        assert extract(table(tuple("abcdef")), sniff.PDF).text == "a\tb\tc d e f"

    def test_without_text_says_that_it_is_a_scan(self) -> None:
        assert extract(pdf(), sniff.PDF) == Extract("", note="intake.attachment_scan")

    def test_with_a_password_says_so(self) -> None:
        assert extract(pdf("geheim", password="x"), sniff.PDF).problem == say("intake.attachment_encrypted")

    def test_that_is_broken_says_so(self) -> None:
        assert extract(b"%PDF-1.7 niets", sniff.PDF).problem == say("intake.attachment_broken")

    def test_with_a_broken_page_gives_the_others(self) -> None:
        out = io.BytesIO()
        canvas = Canvas(out)
        for word in ("een", "twee", "drie"):
            canvas.drawString(72, 700, word)
            canvas.showPage()
        canvas.save()
        head, first, second, rest = out.getvalue().split(b"/Type /Page\n", 3)

        broken = b"/Type /Page\n".join([head, first]) + b"/Type /Pegg\n" + second + b"/Type /Page\n" + rest

        assert extract(broken, sniff.PDF).text.split() == ["een", "drie"]


class TestFillablePdf:
    def test_is_read_in_a_second_step(self) -> None:
        assert extract(fillable(), sniff.PDF).has_form

    def test_gives_fields_by_their_names_and_by_what_is_printed_beside_or_above_them(self) -> None:
        assert pdf_form.text(fillable()).splitlines() == [
            "Text1: De Brug vzw",
            "Naam van de organisatie: De Brug vzw",
            "Text2: info@debrug.example",
            "E-mailadres: info@debrug.example",
            "☒ 1 Saled & Nassim",
            "☐ 2 Cindy & Jordy",
            "☐ 3 Ahmed",
            "☒ 4 Jolien",
            "☐ 5 Chadia",
        ]

    def test_fills_the_form_of_the_call(self) -> None:
        data = fillable()
        text = f"{pdf_form.text(data)}\n{extract(data, sniff.PDF).text}"

        fields = {item.key: item.value for item in read_fields(text, "x.pdf", a_call().form)}

        assert (fields["organisation"], challenge_numbers(fields["challenges"])) == ("De Brug vzw", (1, 4))

    def test_that_is_broken_says_so(self) -> None:
        with pytest.raises(JuryError) as refused:
            pdf_form.text(b"%PDF-1.7 niets")
        assert refused.value.message == say("intake.attachment_broken")


class TestExcel:
    def test_gives_rows_as_lines_with_tabs(self) -> None:
        found = extract(
            workbook(("Post", "Bedrag"), ("Lonen", 120.5), (None, None), ("Som", "a\nb")), sniff.XLSX
        )

        assert found == Extract("Post\tBedrag\nLonen\t120.5\nSom\ta b")

    def test_with_one_long_text_in_every_cell_costs_no_more_than_its_limit(self) -> None:
        data = sharing("x" * 30_000, rows=100)

        tracemalloc.start()
        text = sheet.text(data)
        _, most = tracemalloc.get_traced_memory()
        tracemalloc.stop()

        assert len(text) == limits.TEXT_CHARACTERS
        assert most < 20 * limits.MEBIBYTE

    def test_with_a_document_type_is_refused(self) -> None:
        data = zipped({"[Content_Types].xml": b"", "xl/workbook.xml": b"<!DOCTYPE x><x/>"})

        assert extract(data, sniff.XLSX).problem == say("intake.attachment_bomb")

    @pytest.mark.parametrize("book", [b"<x/>", b"<x", b'<?xml version="1.0" encoding="nergens"?><x/>'])
    def test_that_is_broken_says_so(self, book: bytes) -> None:
        data = zipped({"[Content_Types].xml": book, "xl/workbook.xml": b"<x/>"})

        assert extract(data, sniff.XLSX).problem == say("intake.attachment_broken")


class TestOthers:
    def test_a_zip_gives_the_text_of_its_documents(self) -> None:
        inner = {
            "map/formulier.docx": docx(paragraph("Organisatie: De Brug")),
            "b.pdf": pdf("twee"),
            "c.png": b"x",
        }

        assert extract(zipped(inner), sniff.ZIP).text.split() == ["Organisatie:", "De", "Brug", "twee"]

    def test_a_zip_gives_its_fillable_form(self) -> None:
        assert (
            "Naam van de organisatie: De Brug vzw" in extract(zipped({"f.pdf": fillable()}), sniff.ZIP).text
        )

    def test_a_zip_with_a_bomb_inside_loses_only_that(self) -> None:
        bomb = zipped({"word/document.xml": b" " * 30_000_000, "[Content_Types].xml": b""})

        assert extract(zipped({"a.docx": bomb, "b.pdf": pdf("twee")}), sniff.ZIP).text == "twee"

    def test_a_bomb_of_a_zip_is_refused(self) -> None:
        assert extract(zipped({"a": b" " * 60_000_000}), sniff.ZIP).problem == say("intake.attachment_bomb")

    @pytest.mark.parametrize(
        ("data", "kind", "text"),
        [
            (FORM.encode(), "text/plain", FORM),
            (b"<p>Dag</p>", "text/html", "Dag"),
            (b"\x89PNG", "image/png", ""),
        ],
    )
    def test_text_is_text_and_pictures_say_nothing(self, data: bytes, kind: str, text: str) -> None:
        assert extract(data, kind) == Extract(text)
