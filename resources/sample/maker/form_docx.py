"""The candidacy form as a Word file, with content controls or as plain text."""

from __future__ import annotations

import io
from datetime import datetime
from typing import Any
from xml.sax.saxutils import escape

from docx import Document
from docx.oxml import parse_xml
from docx.oxml.ns import nsdecls, qn
from docx.shared import Pt, RGBColor

from maker import form
from maker.model import Candidacy
from maker.zips import repack

W14 = 'xmlns:w14="http://schemas.microsoft.com/office/word/2010/wordml"'
KEPT_STYLES = {
    *("Normal", "DefaultParagraphFont", "TableNormal", "NoList", "TableGrid"),
    *("Title", "TitleChar", "Heading1", "Heading1Char", "Heading2", "Heading2Char"),
    *("Footer", "FooterChar"),
}
SAVED = datetime(2023, 5, 30, 9, 0, 0)  # noqa: DTZ001 (python-docx wants a naive time)


def form_docx(candidacy: Candidacy, controls: bool) -> bytes:
    """The form as docx bytes; with ``controls`` its fields and boxes are Word content controls."""
    document = Document()
    _dress(document, candidacy)
    document.add_heading(form.TITLE, level=0)
    document.add_paragraph(form.SUBTITLE)
    _identity(document, candidacy, controls)
    _choices(document, candidacy, controls)
    _texts(document, candidacy)
    _table(document, ("Regio-uitdaging", "Obstakel", "Wat wij doen"), form.goal_rows(candidacy))
    document.add_heading(f"7. {form.PLANNING_HEADING}", level=1)
    _table(document, ("Wanneer", "Wat"), tuple((step.when, step.what) for step in candidacy.planning))
    document.add_heading(f"8. {form.BUDGET_HEADING}", level=1)
    _paragraphs(document, candidacy, "budget")
    return _saved(document)


def _dress(document: Any, candidacy: Candidacy) -> None:
    properties = document.core_properties
    properties.author = properties.last_modified_by = candidacy.organisation.name
    properties.title, properties.comments = form.TITLE, ""
    properties.created = properties.modified = SAVED
    document.styles["Normal"].font.name = "Calibri"
    document.styles["Normal"].font.size = Pt(10.5)
    colour = RGBColor.from_string(candidacy.organisation.colour.removeprefix("#"))
    for name in ("Title", "Heading 1", "Heading 2"):
        document.styles[name].font.color.rgb = colour
    document.sections[0].footer.paragraphs[
        0
    ].text = (
        f"{candidacy.organisation.name} · {candidacy.organisation.address} · {candidacy.organisation.website}"
    )


def _identity(document: Any, candidacy: Candidacy, controls: bool) -> None:
    document.add_heading("1. Uw organisatie", level=1)
    for key, label, value in form.identity(candidacy):
        _labelled(document, key, label, value, controls)
    _paragraphs(document, candidacy, "about")


def _choices(document: Any, candidacy: Candidacy, controls: bool) -> None:
    document.add_heading(f"2. {form.CHALLENGE_QUESTION}", level=1)
    _boxes(document, "uitdaging", form.challenge_boxes(candidacy), controls)
    document.add_heading(f"3. {form.MUNICIPALITY_QUESTION}", level=1)
    _boxes(document, "gemeente", form.municipality_boxes(candidacy), controls)
    municipalities, partners = form.summary_lines(candidacy)
    _labelled(document, *municipalities, controls)
    document.add_heading("4. Met wie werkt u samen?", level=1)
    _labelled(document, *partners, controls)


def _texts(document: Any, candidacy: Candidacy) -> None:
    document.add_heading("5. Aanpak", level=1)
    for section, heading in form.SECTIONS:
        document.add_heading(heading, level=2)
        _paragraphs(document, candidacy, section)
    document.add_heading(f"6. {form.GOALS_HEADING}", level=1)


def _paragraphs(document: Any, candidacy: Candidacy, section: str) -> None:
    for text in candidacy.paragraphs(section):
        document.add_paragraph(text)


def _labelled(document: Any, key: str, label: str, value: str, controls: bool) -> None:
    paragraph = document.add_paragraph()
    paragraph.paragraph_format.space_after = Pt(2)
    paragraph.add_run(f"{label}: ").bold = True
    if controls:
        paragraph._p.append(_text_control(key, label, value))
    else:
        paragraph.add_run(value)


def _text_control(key: str, label: str, value: str) -> Any:
    return parse_xml(
        f'<w:sdt {nsdecls("w")}><w:sdtPr><w:alias w:val="{escape(label)}"/><w:tag w:val="{key}"/><w:text/>'
        f"</w:sdtPr>"
        f'<w:sdtContent><w:r><w:t xml:space="preserve">{escape(value)}</w:t></w:r></w:sdtContent></w:sdt>'
    )


def _boxes(document: Any, tag: str, boxes: tuple[tuple[bool, str], ...], controls: bool) -> None:
    for number, (ticked, label) in enumerate(boxes, start=1):
        paragraph = document.add_paragraph()
        paragraph.paragraph_format.space_after = Pt(0)
        if controls:
            paragraph._p.append(_box_control(f"{tag}_{number}", ticked))
            paragraph.add_run(f" {label}")
        else:
            paragraph.add_run(f"{_sign(ticked)} {label}")


def _box_control(tag: str, ticked: bool) -> Any:
    return parse_xml(
        f'<w:sdt {nsdecls("w")} {W14}><w:sdtPr><w:tag w:val="{tag}"/><w14:checkbox>'
        f'<w14:checked w14:val="{int(ticked)}"/><w14:checkedState w14:val="2612" w14:font="MS Gothic"/>'
        f'<w14:uncheckedState w14:val="2610" w14:font="MS Gothic"/></w14:checkbox></w:sdtPr>'
        f'<w:sdtContent><w:r><w:rPr><w:rFonts w:ascii="MS Gothic" w:eastAsia="MS Gothic"/>'
        f"</w:rPr><w:t>{_sign(ticked)}</w:t></w:r></w:sdtContent></w:sdt>"
    )


def _sign(ticked: bool) -> str:
    return "☒" if ticked else "☐"


def _table(document: Any, heads: tuple[str, ...], rows: tuple[tuple[str, ...], ...]) -> None:
    table = document.add_table(rows=1, cols=len(heads), style="Table Grid")
    for cell, head in zip(table.rows[0].cells, heads, strict=True):
        cell.paragraphs[0].add_run(head).bold = True
    for row in rows:
        for cell, text in zip(table.add_row().cells, row, strict=True):
            cell.text = text


def _saved(document: Any) -> bytes:
    _lighten(document)
    target = io.BytesIO()
    document.save(target)
    return repack(target.getvalue())


def _lighten(document: Any) -> None:
    """Drops what python-docx's template brings along and the form does not use (900 kB of styles)."""
    styles = document.styles.element
    unused = [
        style for style in styles.findall(qn("w:style")) if style.get(qn("w:styleId")) not in KEPT_STYLES
    ]
    for element in [*unused, *styles.findall(qn("w:latentStyles"))]:
        styles.remove(element)
    for rels in (document.part.package.rels, document.part.rels):
        for key in [key for key, rel in rels.items() if rel.reltype.endswith(_DROPPED)]:
            del rels[key]


_DROPPED = ("/thumbnail", "/stylesWithEffects", "/customXml", "/webSettings", "/numbering")
