"""Every file that travels in the sample mailbox, by the name the messages use for it."""

from __future__ import annotations

import io

from openpyxl import Workbook
from reportlab.lib.styles import ParagraphStyle
from reportlab.platypus import Paragraph, SimpleDocTemplate

from maker.compose import File
from maker.form_docx import form_docx
from maker.form_pdf import form_pdf
from maker.model import Candidacy
from maker.other_files import budget_xlsx, logo_png, statutes_pdf
from maker.zips import repack

PDF = "application/pdf"
DOCX = "application/vnd.openxmlformats-officedocument.wordprocessingml.document"
XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
WITH_CONTROLS = {"K-03", "K-07"}
FORMS = {
    "K-01": ("Kandidatuur De Brug vzw.pdf", "band"),
    "K-02": ("Kandidatuurformulier.pdf", "rule"),
    "K-03": ("Kandidatuurformulier_Werkspoor.docx", "word"),
    "K-04": ("Kandidatuur Route 2 - corrigendum.pdf", "band"),
    "K-05": ("formulier kompas werkt.docx", "word"),
    "K-06": ("Kandidatuur_Ankerpunt.pdf", "strip"),
    "K-07": ("Kandidatuurformulier Leerhuis Nete.docx", "word"),
    "K-08": ("Kandidatuur Taalatelier Nete (één bestand, coördinatie).pdf", "band"),
    "K-09": ("Kandidatuur Buurtkracht.pdf", "rule"),
    "K-10": ("Opwaarts_kandidatuur_Lier-HodB.pdf", "strip"),
    "K-11": ("kandidatuur groenwerk nete.pdf", "rule"),
    "K-12": ("Kandidatuur Meegaan.pdf", "strip"),
    "K-13": ("Tandem_kandidatuur_herziene versie.pdf", "band"),
    "K-14": ("Kandidatuur Welkom Thuis vzw.pdf", "rule"),
}
FIRST_NAMES = {"K-04": "Kandidatuur Route 2.pdf", "K-13": "Tandem_kandidatuur.pdf"}
BUDGETS = {
    "K-02": "Begroting.xlsx",
    "K-06": "Begroting Ankerpunt.xlsx",
    "K-08": "Begroting Taalatelier.xlsx",
    "K-10": "Begroting Opwaarts.xlsx",
}
STATUTES = {"K-02": "Statuten.pdf", "K-06": "Statuten.pdf", "K-10": "Statuten Opwaarts.pdf"}
LOGOS = ("K-02", "K-06", "K-08", "K-10")


def all_files(candidacies: dict[str, Candidacy]) -> dict[str, File]:
    """Forms, first versions, budgets, statutes, logos and two files that belong to no candidacy."""
    files = {f"{reference} form": _form(candidacy) for reference, candidacy in candidacies.items()}
    for reference, name in FIRST_NAMES.items():
        first = form_pdf(candidacies[reference].as_first_sent(), FORMS[reference][1])
        files[f"{reference} first form"] = File(name, PDF, first)
    for reference, name in BUDGETS.items():
        files[f"{reference} budget"] = File(name, XLSX, budget_xlsx(candidacies[reference]))
    for reference, name in STATUTES.items():
        files[f"{reference} statutes"] = File(name, PDF, statutes_pdf(candidacies[reference].organisation))
    for reference in LOGOS:
        files[f"{reference} logo"] = File(
            "logo.png", "image/png", logo_png(candidacies[reference].organisation)
        )
    return files | {"availability": _availability(), "leaflet": _leaflet()}


def _form(candidacy: Candidacy) -> File:
    name, layout = FORMS[candidacy.reference]
    if layout == "word":
        return File(name, DOCX, form_docx(candidacy, controls=candidacy.reference in WITH_CONTROLS))
    return File(name, PDF, form_pdf(candidacy, layout))


def _availability() -> File:
    book = Workbook()
    sheet = book.active
    assert sheet is not None
    for row in (
        ("Jurymoment", "Wim Daems"),
        ("wo 14/06 13-17", "ja"),
        ("vr 16/06 9-12", "ja"),
        ("ma 19/06 9-12", "ja"),
    ):
        sheet.append(row)
    target = io.BytesIO()
    book.save(target)
    return File("beschikbaarheid jury.xlsx", XLSX, repack(target.getvalue()))


def _leaflet() -> File:
    body = ParagraphStyle("body", fontName="Helvetica", fontSize=11, leading=15, spaceAfter=6)
    title = ParagraphStyle("title", body, fontName="Helvetica-Bold", fontSize=16, leading=20)
    lines = (
        "Dinsdag 13 juni 2023, 10 tot 11.30 uur, online.",
        "We bespreken het samenstellen van een jury, het motiveren van beslissingen en het weerwoord.",
        "Voor regisseurs en hun medewerkers. Deelnemen is gratis.",
    )
    target = io.BytesIO()
    story = [
        Paragraph("Webinar: van kandidatuur naar partnerschap", title),
        *(Paragraph(line, body) for line in lines),
    ]
    SimpleDocTemplate(target, pageCompression=0, invariant=1, title="Infofiche webinar").build(story)
    return File("Infofiche webinar.pdf", PDF, target.getvalue())
