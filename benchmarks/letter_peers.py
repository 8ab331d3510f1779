"""The letter of ``letters.py`` as others make it: from the same words, with their own table and page numbers.

A peer gets what the program's own drawing gets: the filled text as blocks, and the data around it. It uses
the same fonts, so that the same outlines are cut down and put into the file. Only ours follows PDF/A-2a and
PDF/UA-1. None is part of the program: ``pip install -c constraints.txt ".[benchmark]"`` brings them.
"""

from __future__ import annotations

import io
import json
import shutil
import subprocess
import tempfile
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from functools import cache
from html import escape
from pathlib import Path
from typing import Any

from jury_desktop import resources, wording
from jury_desktop.domain.letter import LetterData
from jury_desktop.letters import markup, styles
from jury_desktop.letters.document import Block, Heading, ListBlock, Paragraph, Scores, lines_of, plain
from jury_desktop.letters.filters import score_out_of
from jury_desktop.letters.pdf import fonts

FONTS = resources.path("fonts")


@dataclass(frozen=True, slots=True)
class Said:
    """What the letter says, ready to be drawn."""

    data: LetterData
    subject: str
    blocks: tuple[Block, ...]

    @property
    def head(self) -> tuple[str, ...]:
        """Sender, address and reference, a line each."""
        data = self.data
        facts = (
            f"Datum {data.place}, {wording.day(data.dated)}",
            f"Ons kenmerk {data.reference}",
            f"Uw kandidatuur {data.candidacy}",
            f"Contactpersoon {data.contact.name}",
        )
        return (data.sender.name, *data.sender.lines, data.delivery, *data.addressee, *facts)

    @property
    def closing(self) -> tuple[str, ...]:
        """Greeting, name and function."""
        return ("Met vriendelijke groeten", self.data.signatory.name, self.data.signatory.role)

    @property
    def rows(self) -> tuple[tuple[str, str, str], ...]:
        """Criterion, motivation and score, with the total at the end."""
        rows = tuple(
            (row.criterion, row.motivation, score_out_of(row.score, row.maximum)) for row in self.data.rows
        )
        assert self.data.total is not None
        assert self.data.maximum is not None
        return (*rows, ("Totaal", "", score_out_of(self.data.total, self.data.maximum)))

    def pieces(self) -> Iterator[tuple[str, str]]:
        """The text as kind (``h``, ``p``, ``li`` or ``scores``) and words, in order."""
        for block in self.blocks:
            match block:
                case Scores():
                    yield "scores", ""
                case Heading(_, runs):
                    yield "h", plain(runs)
                case Paragraph(runs):
                    yield "p", plain(runs)
                case ListBlock():
                    yield from (("li", line.removeprefix("- ")) for line in lines_of((block,)))
                case _:
                    yield from (("p", line) for line in lines_of((block,)))


Peer = Callable[[Said], bytes]


def reportlab(said: Said) -> bytes:
    """ReportLab as it comes: flowables, one pass for the pages and one for "Pagina 1 van 3"."""
    from reportlab.lib.units import mm
    from reportlab.platypus import Flowable, SimpleDocTemplate, Table, TableStyle
    from reportlab.platypus import Paragraph as Text

    fonts.register()
    body: list[Flowable] = [Text(escape(line), styles.VALUE) for line in said.head]
    body += [
        Text(escape(said.subject), styles.SUBJECT),
        Text(f"{escape(said.data.salutation)},", styles.BODY),
    ]
    for block, (kind, words) in zip(_one_each(said.blocks), said.pieces(), strict=True):
        if kind == "scores":
            cells = [[Text("Criterium en motivering", styles.TABLE_HEAD), Text("Score", styles.TABLE_HEAD)]]
            for criterion, motivation, score in said.rows:
                left = [Text(escape(criterion), styles.TABLE_STRONG)]
                left += [Text(escape(motivation), styles.TABLE)] if motivation else []
                cells.append([left, Text(score, styles.TABLE_STRONG)])
            look = TableStyle([("LINEBELOW", (0, 0), (-1, -1), 0.5, styles.LINE)])
            body.append(Table(cells, [138 * mm, 24 * mm], repeatRows=1, style=look))
        elif kind == "h":
            body.append(Text(escape(words), styles.HEADING[2]))
        elif isinstance(block, Paragraph):
            body.append(Text(markup.of_runs(block.runs), styles.BODY))
        else:
            body.append(Text(escape(words), styles.BODY, bulletText="•"))
    body += [Text(escape(line), styles.BODY) for line in said.closing]
    out = io.BytesIO()
    page = SimpleDocTemplate(out, leftMargin=33 * mm, rightMargin=15 * mm, initialFontName=fonts.REGULAR)
    page.build(body, canvasmaker=_numbered())
    return out.getvalue()


def _one_each(blocks: tuple[Block, ...]) -> Iterator[Block]:
    """A block for every piece: one of several lines comes as often as it has lines."""
    for block in blocks:
        count = 1 if isinstance(block, Scores) else len(list(lines_of((block,))))
        yield from (block for _ in range(count))


@cache
def _numbered() -> type:
    """A canvas that draws the page numbers when it knows how many there are."""
    from reportlab.pdfgen.canvas import Canvas

    class Numbered(Canvas):  # type: ignore[misc]
        def __init__(self, *arguments: object, **options: object) -> None:
            super().__init__(*arguments, **options)
            self.kept: list[dict[str, object]] = []

        def showPage(self) -> None:  # noqa: N802 - ReportLab's name
            self.kept.append(dict(self.__dict__))
            self._startPage()

        def save(self) -> None:
            for number, state in enumerate(self.kept, start=1):
                self.__dict__.update(state)
                self.setFont(fonts.REGULAR, 8)
                self.drawRightString(550, 30, f"Pagina {number} van {len(self.kept)}")
                super().showPage()
            super().save()

    return Numbered


def weasyprint(said: Said) -> bytes:
    """HTML and CSS."""
    from weasyprint import CSS, HTML
    from weasyprint.text.fonts import FontConfiguration

    faces = "".join(
        f"@font-face {{ font-family: Jury; font-weight: {weight}; src: url('{(FONTS / file).as_uri()}') }}"
        for weight, file in ((400, "Inter-Regular.ttf"), (600, "Inter-SemiBold.ttf"))
    )
    look = (
        "@page { size: A4; margin: 20mm 15mm 25mm 33mm;"
        " @bottom-right { content: 'Pagina ' counter(page) ' van ' counter(pages); font-size: 8pt } }"
        "body { font: 10.5pt/14.5pt Jury } h1 { font-size: 13pt } h2 { font-size: 11.5pt }"
        "table { border-collapse: collapse; width: 100% } td, th { border-bottom: .5pt solid #c8d0d6 }"
    )
    known = FontConfiguration()
    pdf: bytes = HTML(string=_html(said)).write_pdf(
        stylesheets=[CSS(string=faces + look, font_config=known)], font_config=known
    )
    return pdf


def _html(said: Said) -> str:
    parts = [f"<p>{'<br>'.join(escape(line) for line in said.head)}</p>"]
    parts.append(f"<h1>{escape(said.subject)}</h1><p>{escape(said.data.salutation)},</p>")
    for kind, words in said.pieces():
        if kind == "scores":
            rows = "".join(
                f"<tr><td><b>{escape(criterion)}</b><br>{escape(motivation)}</td><td>{score}</td></tr>"
                for criterion, motivation, score in said.rows
            )
            head = "<thead><tr><th>Criterium en motivering</th><th>Score</th></tr></thead>"
            parts.append(f"<table>{head}<tbody>{rows}</tbody></table>")
        else:
            tag = {"h": "h2", "p": "p", "li": "li"}[kind]
            parts.append(f"<{tag}>{escape(words)}</{tag}>")
    parts += [f"<p>{escape(line)}</p>" for line in said.closing]
    head = f"<head><title>{escape(said.subject)}</title></head>"
    return f"<html lang='nl'>{head}<body>{''.join(parts)}</body></html>"


def fpdf2(said: Said) -> bytes:
    """FPDF with its own tables."""
    from fpdf import FPDF
    from fpdf.fonts import FontFace

    class Sheet(FPDF):
        def footer(self) -> None:
            self.set_y(-15)
            self.set_font("Jury", size=8)
            self.cell(0, 10, f"Pagina {self.page_no()} van {{nb}}", align="R")

    sheet = Sheet()
    sheet.add_font("Jury", "", FONTS / "Inter-Regular.ttf")
    sheet.add_font("Jury", "B", FONTS / "Inter-SemiBold.ttf")
    sheet.set_margins(33, 20, 15)
    sheet.add_page()

    def line(words: str, size: float = 10.5, style: str = "") -> None:
        sheet.set_font("Jury", style, size)
        sheet.multi_cell(0, size * 0.5, words, new_x="LMARGIN", new_y="NEXT")
        sheet.ln(2)

    for words in said.head:
        line(words, 9.5)
    line(said.subject, 13, "B")
    line(f"{said.data.salutation},")
    for kind, words in said.pieces():
        if kind == "scores":
            sheet.set_font("Jury", size=9.5)
            strong = FontFace(emphasis="BOLD")
            with sheet.table(
                col_widths=(138, 24), headings_style=strong, text_align=("LEFT", "RIGHT")
            ) as table:
                table.row(("Criterium en motivering", "Score"))
                for criterion, motivation, score in said.rows:
                    table.row((f"{criterion}\n{motivation}".strip(), score))
        else:
            line(
                f"• {words}" if kind == "li" else words,
                11.5 if kind == "h" else 10.5,
                "B" if kind == "h" else "",
            )
    for words in said.closing:
        line(words)
    return bytes(sheet.output())


_TYPST = """
#set page(paper: "a4", margin: (left: 33mm, right: 15mm, y: 20mm), footer: context align(right, text(8pt)[
  Pagina #counter(page).display() van #counter(page).final().first()]))
#set text(font: "Inter", size: 10.5pt, lang: "nl")
#let said = json(bytes(sys.inputs.said))
#for line in said.head [#line \\ ]
= #said.subject
#said.salutation,

#for (kind, words) in said.pieces {
  if kind == "scores" {
    table(columns: (1fr, 24mm), stroke: (bottom: .5pt),
      table.header([Criterium en motivering], [Score]),
      ..said.rows.map(((criterion, motivation, score)) => ([*#criterion* \\ #motivation], score)).flatten())
  } else if kind == "h" [== #words] else if kind == "li" [- #words] else [#words #parbreak()]
}
#for line in said.closing [#line #parbreak()]
"""


def typst(said: Said) -> bytes:
    """Typst, a typesetter in Rust."""
    pdf: bytes = _typst_compiler().compile(sys_inputs={"said": _as_json(said)})
    return pdf


@cache
def _typst_compiler() -> Any:
    from typst import Compiler

    source = Path(tempfile.mkdtemp()) / "brief.typ"
    source.write_text(_TYPST, encoding="utf-8")
    return Compiler(input=str(source), font_paths=[FONTS], ignore_system_fonts=True)


def _as_json(said: Said) -> str:
    return json.dumps(
        {
            "head": said.head,
            "subject": said.subject,
            "salutation": said.data.salutation,
            "pieces": list(said.pieces()),
            "rows": said.rows,
            "closing": said.closing,
        }
    )


def libreoffice(said: Said) -> bytes:
    """A Word document turned into a PDF by LibreOffice, one at a time."""
    from docx import Document

    document = Document()
    for words in (*said.head, said.subject, f"{said.data.salutation},"):
        document.add_paragraph(words)
    for kind, words in said.pieces():
        if kind == "scores":
            table = document.add_table(0, 2)
            for criterion, motivation, score in (("Criterium en motivering", "", "Score"), *said.rows):
                cells = table.add_row().cells
                cells[0].text, cells[1].text = f"{criterion}\n{motivation}", score
        else:
            document.add_paragraph(words)
    for words in said.closing:
        document.add_paragraph(words)
    with tempfile.TemporaryDirectory() as folder:
        file = Path(folder) / "brief.docx"
        document.save(str(file))
        subprocess.run(
            ["soffice", "--headless", "--convert-to", "pdf", "--outdir", folder, str(file)],
            check=True,
            capture_output=True,
        )
        return file.with_suffix(".pdf").read_bytes()


def peers() -> dict[str, Peer]:
    """Those that can run here, by name."""
    found: dict[str, Peer] = {
        "ReportLab as it comes": reportlab,
        "Typst": typst,
        "WeasyPrint": weasyprint,
        "fpdf2": fpdf2,
    }
    if shutil.which("soffice"):
        found["Word file and LibreOffice"] = libreoffice
    return found
