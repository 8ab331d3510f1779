"""The letter of ``letters.py`` as others make it: from the same words, with their own table and page numbers.

A peer gets what the program's own drawing gets: the filled text as blocks, and the data around it. It uses
the same fonts, so that the same outlines are cut down and put into the file. Only ours follows PDF/A-2a and
PDF/UA-1. None is part of the program: ``pip install -c constraints.txt ".[benchmark]"`` brings them.
"""

from __future__ import annotations

import json
import shutil
import subprocess
import tempfile
from collections.abc import Callable
from functools import cache
from html import escape
from pathlib import Path
from typing import Any

from letter_reportlab import reportlab
from letter_said import Said

from jury_desktop import resources

FONTS = resources.path("fonts")

Peer = Callable[[Said], bytes]


def weasyprint(said: Said) -> bytes:
    """HTML and CSS, of which the look and the fonts are read once.

    Without ``libharfbuzz-subset`` on the machine it cuts down its fonts in Python: eight times as long.
    """
    from weasyprint import HTML

    look, known = _look()
    pdf: bytes = HTML(string=_html(said)).write_pdf(stylesheets=[look], font_config=known)
    return pdf


@cache
def _look() -> tuple[Any, Any]:
    from weasyprint import CSS
    from weasyprint.text.fonts import FontConfiguration

    faces = "".join(
        f"@font-face {{ font-family: Jury; font-weight: {weight}; src: url('{(FONTS / file).as_uri()}') }}"
        for weight, file in ((400, "Inter-Regular.ttf"), (600, "Inter-SemiBold.ttf"))
    )
    sheet = (
        "@page { size: A4; margin: 20mm 15mm 25mm 33mm;"
        " @bottom-right { content: 'Pagina ' counter(page) ' van ' counter(pages); font-size: 8pt } }"
        "body { font: 10.5pt/14.5pt Jury } h1 { font-size: 13pt } h2 { font-size: 11.5pt }"
        "table { border-collapse: collapse; width: 100% } td, th { border-bottom: .5pt solid #c8d0d6 }"
    )
    known = FontConfiguration()
    return CSS(string=faces + sheet, font_config=known), known


def _html(said: Said) -> str:
    parts = [f"<p>{'<br>'.join(escape(line) for line in said.head)}</p>"]
    parts.append(f"<h1>{escape(said.subject)}</h1><p>{escape(said.data.salutation)},</p>")
    for kind, words in said.pieces():
        if kind == "scores":
            rows = "".join(
                f"<tr><td><b>{escape(criterion)}</b><br>{escape(motivation)}</td>"
                f"{''.join(f'<td>{figure}</td>' for figure in figures)}</tr>"
                for criterion, motivation, figures in said.rows
            )
            head = "".join(f"<th>{each}</th>" for each in said.heads)
            parts.append(f"<table><thead><tr>{head}</tr></thead><tbody>{rows}</tbody></table>")
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
                col_widths=(101, 17, 22, 22), headings_style=strong, text_align=("LEFT", *("RIGHT",) * 3)
            ) as table:
                table.row(said.heads)
                for criterion, motivation, figures in said.rows:
                    table.row((f"{criterion}\n{motivation}".strip(), *figures))
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
    table(columns: (1fr, 17mm, 22mm, 22mm), stroke: (bottom: .5pt),
      table.header(..said.heads),
      ..said.rows.map(((name, why, figures)) => ([*#name* \\ #why], ..figures)).flatten())
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
            "heads": said.heads,
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
            table = document.add_table(0, len(said.heads))
            for criterion, motivation, figures in ((said.heads[0], "", said.heads[1:]), *said.rows):
                cells = table.add_row().cells
                for cell, words in zip(cells, (f"{criterion}\n{motivation}", *figures), strict=True):
                    cell.text = words
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
    from weasyprint.text.ffi import harfbuzz_subset

    slowed = "" if harfbuzz_subset else ", without libharfbuzz-subset"
    found: dict[str, Peer] = {
        "ReportLab as it comes": reportlab,
        "Typst": typst,
        f"WeasyPrint{slowed}": weasyprint,
        "fpdf2": fpdf2,
    }
    if shutil.which("soffice"):
        found["Word file and LibreOffice"] = libreoffice
    return found
