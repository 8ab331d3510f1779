"""The candidacies as a workbook: one row each, in words, and nothing in it that a spreadsheet would run."""

from __future__ import annotations

from dataclasses import replace

import pytest
from openpyxl import load_workbook

from jury_desktop.domain.candidacy import Admissibility
from jury_desktop.domain.errors import JuryError
from jury_desktop.services.candidacy_sheet import write_candidacies
from jury_desktop.services.ports import Dossier
from tests.builders import RAW, a_candidacy, a_mail, a_version, placed
from tests.services.mailing import a_dossier

MAIL = a_mail()


@pytest.fixture
def dossier() -> Dossier:
    made = a_dossier()
    with made.change() as uow:
        uow.blobs.put(RAW)
        uow.mails.add(placed(MAIL))
        version = a_version(mail=MAIL.sha256)
        uow.candidacies.save(
            a_candidacy(2, organisation='=HYPERLINK("http://kwaad.example")', versions=(version,))
        )
        late = replace(version, verdict="late", received_at=None, received_by="")
        judged = {"admissibility": Admissibility.LATE, "admissibility_reason": "Te laat\x07."}
        uow.candidacies.save(a_candidacy(1, partners=("De Klink", "Brug"), versions=(late,), **judged))
        uow.journal.append("candidacy.received", "candidacy", "K-01")
    return made


def test_every_candidacy_is_a_row_in_words(dossier, tmp_path):
    target = tmp_path / "kandidaturen.xlsx"

    assert write_candidacies(dossier, target) == 2

    heads, first, second = load_workbook(target).active.iter_rows(values_only=True)
    assert heads == (
        "nummer", "organisatie", "contactpersoon", "e-mailadres", "telefoon", "adres", "regio-uitdagingen",
        "gemeenten", "partners", "ontvangen op", "bewezen door", "op tijd", "oordeel over de vorm",
        "reden van het oordeel", "bestanden", "nog niet in orde",
    )  # fmt: skip
    assert first == (
        "K-01", "Ankerpunt vzw", "An Peeters", "an@ankerpunt.example", "03 000 00 00",
        "Grote Markt 1, 2500 Lier", "1, 4", "Lier, Nijlen", "De Klink, Brug", None, None, "laattijdig",
        "laattijdig", "Te laat.", "kandidatuur.pdf", None,
    )  # fmt: skip
    assert f"{second[9]:%d/%m/%Y %H:%M}" == "01/06/2023 11:30"
    assert second[12] == "ontvankelijk"


def test_what_looks_like_a_formula_stays_text(dossier, tmp_path):
    target = tmp_path / "kandidaturen.xlsx"
    write_candidacies(dossier, target)

    cell = load_workbook(target).active["B3"]

    assert (cell.value, cell.data_type) == ('=HYPERLINK("http://kwaad.example")', "s")


def test_a_place_that_cannot_be_written_is_told(dossier, tmp_path):
    with pytest.raises(JuryError) as caught:
        write_candidacies(dossier, tmp_path / "nergens" / "kandidaturen.xlsx")

    assert caught.value.message.key == "import.cannot_write"
