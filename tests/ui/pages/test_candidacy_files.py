"""Attachments that may hurt: never opened, by whatever name they come, and the page says why."""

from __future__ import annotations

import io
import zipfile
from pathlib import Path

import pytest
from PySide6.QtWidgets import QLabel
from pytestqt.qtbot import QtBot

from jury_desktop.services.import_mail import import_mail
from jury_desktop.ui.pages.candidacies import CandidaciesPage
from tests.mailbox.builders import docx, paragraph, pdf
from tests.mailbox.documents.hostile import a_pdf_with_a_picture
from tests.services.mailing import a_dossier, a_message, an_export, form
from tests.ui.pages.driving import opened, texts

PROGRAM = "Programma of script: wordt nooit geopend."
DISGUISED = "Programma dat zich als document voordoet: wordt nooit geopend."
MACROS = "Bevat macro's: wordt niet geopend. Vraag de afzender om een PDF."
LOCKED = "Versleuteld of met wachtwoord: onleesbaar. Vraag de afzender om een versie zonder wachtwoord."
BOMB = "Zou uitgepakt veel groter zijn dan een eerlijk document: niet geopend."


def with_macros() -> bytes:
    out = io.BytesIO(docx(paragraph("Dag")))
    with zipfile.ZipFile(out, "a") as archive:
        archive.writestr("word/vbaProject.bin", b"Sub AutoOpen()")
    return out.getvalue()


DANGEROUS = {
    "setup.exe": (b"MZ" + bytes(100), PROGRAM),
    "begroting.pdf.exe": (b"MZ" + bytes(100), DISGUISED),
    "kandidatuur.pdf": (b"MZ" + bytes(100), PROGRAM),
    "opruimen.ps1": (b"Remove-Item *", PROGRAM),
    "lees mij.js": (b"alert(1)", PROGRAM),
    "foto.jpg.bat": (b"echo", DISGUISED),
    "snelkoppeling.lnk": (b"L\0\0\0\x01\x14\x02\0" + bytes(50), PROGRAM),
    "schijf.iso": (bytes(0x8001) + b"CD001" + bytes(100), PROGRAM),
    "formulier.docm": (with_macros(), MACROS),
    "geheim.pdf": (pdf("geheim", password="sesam"), LOCKED),
    "formulier.docx": (b'<!DOCTYPE x [<!ENTITY a "b">]>', BOMB),
    "poster.pdf": (a_pdf_with_a_picture(20_000), BOMB),
}


def content_of(name: str) -> bytes:
    content, _ = DANGEROUS[name]
    if name != "formulier.docx":
        return content
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w") as archive:
        archive.writestr("[Content_Types].xml", b"<Types/>")
        archive.writestr("word/document.xml", content + b"<x>&a;</x>")
    return out.getvalue()


@pytest.mark.parametrize("name", DANGEROUS)
def test_a_file_that_may_hurt_is_not_opened_and_the_page_says_why(
    qtbot: QtBot, dutch: object, tmp_path: Path, name: str
) -> None:
    dossier = a_dossier()
    raw = a_message("An <an@anker.example>", form("Anker vzw"), files={name: content_of(name)})
    import_mail(dossier, [an_export(tmp_path, raw)])

    page, _ = opened(qtbot, CandidaciesPage, dossier)
    page.show_object("K-01.files")

    view = page.details.files.view
    said = [label.text() for label in view.findChildren(QLabel) if label.isVisible()]
    assert DANGEROUS[name][1] in said
    assert (view.text.toPlainText(), view.pages.area.count) == ("", 0)


def test_a_locked_file_gives_a_copy_for_who_has_the_password(
    qtbot: QtBot, dutch: object, tmp_path: Path
) -> None:
    dossier, locked = a_dossier(), content_of("geheim.pdf")
    raw = a_message("An <an@anker.example>", form("Anker vzw"), files={"geheim.pdf": locked})
    import_mail(dossier, [an_export(tmp_path, raw)])
    page, shell = opened(qtbot, CandidaciesPage, dossier)
    page.show_object("K-01.files")
    shell.files = [tmp_path / "kopie.pdf"]

    page.details.files.save.click()

    assert (tmp_path / "kopie.pdf").read_bytes() == locked


def test_a_file_with_a_problem_is_marked_without_its_colour_and_gives_no_copy(
    qtbot: QtBot, dutch: object, tmp_path: Path
) -> None:
    dossier = a_dossier()
    raw = a_message("An <an@anker.example>", form("Anker vzw"), files={"setup.exe": b"MZ" + bytes(100)})
    import_mail(dossier, [an_export(tmp_path, raw)])

    page, _ = opened(qtbot, CandidaciesPage, dossier)
    page.show_object("K-01.files")

    [chip] = page.details.files.chips()
    assert (chip.text(), chip.accessibleDescription()) == ("× setup.exe", PROGRAM)
    assert not page.details.files.save.isEnabled()
    assert PROGRAM in texts(page)
