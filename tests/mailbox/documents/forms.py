"""One filled-in form of an invented organisation, in each kind of document that offices make forms with."""

from __future__ import annotations

import io

from tests.mailbox.builders import docx, paragraph

ANSWERS = {
    "organisation": "De Zeilmakers vzw",
    "contact": "Noor Desmedt",
    "email": "noor@dezeilmakers.example",
    "phone": "03 000 11 22",
    "municipalities": "Lier, Nijlen",
    "partners": "De Ankerplaats vzw",
}
LABELS = {
    "organisation": "Naam van de organisatie",
    "contact": "Contactpersoon",
    "email": "E-mailadres",
    "phone": "Telefoon",
    "municipalities": "Gemeenten",
    "partners": "Partners",
}
CHALLENGES = ("Saled & Nassim", "Cindy & Jordy", "Roy", "Jolien", "Chadia", "Christiane", "Thierry")
CHOSEN = (2, 4, 7)


def a_pdf_form() -> bytes:
    """Fillable, on the second of two pages, with fields that are called "Text1" and a list to choose from."""
    from reportlab.pdfgen.canvas import Canvas

    out = io.BytesIO()
    canvas = Canvas(out)
    canvas.drawString(72, 780, "Toelichting bij het formulier")
    canvas.showPage()
    height = 780
    for number, (key, label) in enumerate(LABELS.items(), start=1):
        canvas.drawString(72, height, f"{label}:")
        place = {"x": 250, "y": height - 5, "width": 220, "height": 18}
        if key == "municipalities":
            options = [ANSWERS[key], "Berlaar"]
            canvas.acroForm.choice(name=f"List{number}", value=ANSWERS[key], options=options, **place)
        else:
            canvas.acroForm.textfield(name=f"Text{number}", value=ANSWERS[key], **place)
        height -= 34
    canvas.drawString(72, height, "Regio-uitdagingen")
    for number, name in enumerate(CHALLENGES, start=1):
        canvas.drawString(95, height - 20 * number, f"{number} {name}")
        canvas.acroForm.checkbox(
            name=f"Check{number}", checked=number in CHOSEN, x=72, y=height - 4 - 20 * number, size=14
        )
    canvas.save()
    return out.getvalue()


def a_word_form() -> bytes:
    """Made of content controls in a table; the municipalities from a dropdown, the boxes as Word has them."""
    rows = "".join(_row(label, _control(ANSWERS[key], _kind(key))) for key, label in LABELS.items())
    boxes = "".join(_box(number, name) for number, name in enumerate(CHALLENGES, start=1))
    return docx(paragraph("Kandidatuur") + f"<w:tbl>{rows}</w:tbl>" + paragraph("Regio-uitdagingen") + boxes)


def an_old_word_form() -> bytes:
    """Made with the form fields of Word 97, which offices still use; its dropdown keeps only a number."""
    lines = "".join(f"<w:p>{_run(label + ': ')}{_old_field(key)}</w:p>" for key, label in LABELS.items())
    boxes = "".join(
        f"<w:p><w:r><w:fldChar><w:ffData><w:checkBox><w:checked w:val='{int(number in CHOSEN)}'/>"
        f"</w:checkBox></w:ffData></w:fldChar></w:r>{_run(f'{number} {_xml(name)}')}</w:p>"
        for number, name in enumerate(CHALLENGES, start=1)
    )
    return docx(lines + paragraph("Regio-uitdagingen") + boxes)


def a_workbook_form() -> bytes:
    """Labels in the first column, answers in the second."""
    from openpyxl import Workbook

    book, out = Workbook(), io.BytesIO()
    sheet = book.active
    sheet.append(("Kandidatuur",))
    for key, label in LABELS.items():
        sheet.append((label, ANSWERS[key]))
    sheet.append(("Regio-uitdagingen", ", ".join(map(str, CHOSEN))))
    book.save(out)
    return out.getvalue()


def a_text_form() -> str:
    """As people answer in the mail itself."""
    lines = [f"{label}: {ANSWERS[key]}" for key, label in LABELS.items()]
    return "\n\n".join(["Beste", *lines, f"Regio-uitdagingen: {', '.join(map(str, CHOSEN))}"])


def _xml(text: str) -> str:
    return text.replace("&", "&amp;")


def _run(text: str) -> str:
    return f'<w:r><w:t xml:space="preserve">{text}</w:t></w:r>'


def _kind(key: str) -> str:
    if key != "municipalities":
        return "<w:text/>"
    return f'<w:dropDownList><w:listItem w:displayText="{ANSWERS[key]}" w:value="1"/></w:dropDownList>'


def _control(text: str, kind: str) -> str:
    content = f"<w:sdtContent>{_run(text)}</w:sdtContent>"
    return f"<w:p><w:sdt><w:sdtPr>{kind}</w:sdtPr>{content}</w:sdt></w:p>"


def _row(label: str, cell: str) -> str:
    return f"<w:tr><w:tc>{paragraph(label)}</w:tc><w:tc>{cell}</w:tc></w:tr>"


def _box(number: int, name: str) -> str:
    ticked = number in CHOSEN
    checked = f'<w14:checkbox><w14:checked w14:val="{int(ticked)}"/></w14:checkbox>'
    content = f"<w:sdtContent>{_run('☒' if ticked else '☐')}</w:sdtContent>"
    box = f"<w:sdt><w:sdtPr>{checked}</w:sdtPr>{content}</w:sdt>"
    return f"<w:p>{box}{_run(f' {number} {_xml(name)}')}</w:p>"


def _old_field(key: str) -> str:
    if key != "municipalities":
        return _run(ANSWERS[key])
    entries = "".join(f'<w:listEntry w:val="{entry}"/>' for entry in ("Berlaar", ANSWERS[key]))
    data = f'<w:ffData><w:ddList><w:result w:val="1"/>{entries}</w:ddList></w:ffData>'
    return f"<w:r><w:fldChar w:fldCharType='begin'>{data}</w:fldChar></w:r>"
