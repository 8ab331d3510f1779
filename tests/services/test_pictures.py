"""The pictures of a stage: made from open scores, written as files, and nothing of what is sealed."""

from __future__ import annotations

from dataclasses import replace
from io import BytesIO
from pathlib import Path

import page
import pytest
from PIL import Image
from pypdf import PdfReader

from jury_desktop.domain.call import Round
from jury_desktop.domain.decision import Stage
from jury_desktop.domain.errors import JuryError
from jury_desktop.domain.sheet import SheetState
from jury_desktop.services.picture_files import ask_report, picture_file, report_file, write, write_all
from jury_desktop.services.pictures import Picture, drawing, shown
from jury_desktop.services.ports import Dossier
from tests.builders import a_candidacy, a_juror, a_sheet
from tests.services.scenario import a_dossier, after_both_rounds, after_the_written_round


def sealed() -> Dossier:
    """Everything scored 5, but one sheet of the round is still a draft."""
    dossier = after_the_written_round()
    with dossier.change() as uow:
        uow.sheets.save(replace(uow.sheets.get("j1-c2-written"), state=SheetState.DRAFT))
        uow.journal.append("test.saved", "sheet", "j1")
    return dossier


def test_what_each_juror_gave_is_weighed_over_both_rounds() -> None:
    candidacy, juror = a_candidacy(), a_juror()
    with (dossier := after_both_rounds(count=1, jurors=2)).change() as uow:
        uow.sheets.save(a_sheet(juror, candidacy, Round.PITCH, value=0))
        uow.journal.append("test.saved", "sheet", "j1")
    assert shown(dossier, Stage.FINAL).scores[0].given == pytest.approx((3.0, 5.0))
    assert shown(dossier, Stage.SHORTLIST).scores[0].given == (5.0, 5.0)


def test_the_means_are_those_of_every_score_on_a_criterion() -> None:
    found = shown(after_the_written_round(), Stage.SHORTLIST)
    assert [set(row.by_criterion.values()) for row in found.means] == [{5.0}, {4.0}]
    assert list(found.criteria) == list(found.means[0].by_criterion)


@pytest.mark.parametrize("picture", list(Picture))
def test_sealed_scores_are_in_no_picture(picture: Picture) -> None:
    found = drawing(shown(sealed(), Stage.SHORTLIST), picture, 1, "nl")
    assert found.told == ""
    assert "K-0" not in str(found.marks)


def test_sealed_scores_give_no_file(tmp_path: Path) -> None:
    with pytest.raises(JuryError) as refused:
        write_all(sealed(), Stage.SHORTLIST, 1, "nl", tmp_path / "beelden")
    assert refused.value.message.key == "plots.sealed"
    assert list(tmp_path.iterdir()) == []


def test_every_picture_is_written_as_svg_and_png_with_a_report(tmp_path: Path) -> None:
    paths = write_all(after_both_rounds(), Stage.FINAL, 1, "nl", tmp_path / "beelden")
    names = {f"{picture.value}.{kind}" for picture in Picture for kind in ("svg", "png")} | {"report.pdf"}
    assert {path.name for path in paths} == {path.name for path in (tmp_path / "beelden").iterdir()} == names


def test_a_png_is_on_white_with_something_on_it() -> None:
    made = drawing(shown(after_both_rounds(), Stage.FINAL), Picture.SCORES, 1, "nl")
    image = Image.open(BytesIO(picture_file(made, "png"))).convert("RGB")
    assert image.size == pytest.approx((2 * (made.width + 32), 2 * (made.height + 62)), abs=2)
    assert image.getpixel((2, 2)) == (255, 255, 255)
    assert len(image.getcolors(100_000) or ()) > 10


def test_the_report_says_what_it_shows_and_is_the_same_every_time() -> None:
    dossier = after_both_rounds()
    made = report_file(ask_report(dossier, Stage.FINAL, 1, "nl"))
    assert made == report_file(ask_report(dossier, Stage.FINAL, 1, "nl"))
    document = PdfReader(BytesIO(made))
    text = "".join(sheet.extract_text() for sheet in document.pages)
    for expected in (
        "De rangschikking in beeld",
        "De streep staat na 1 plaatsen",
        "K-01 Ankerpunt vzw",
        "4,00",
    ):
        assert expected in text
    assert document.trailer["/Root"]["/MarkInfo"]["/Marked"].value is True
    assert "/Figure" in str(made)


@pytest.mark.parametrize("language", ["nl", "en"])
def test_the_report_is_fit_to_keep_and_to_read_aloud(language: str) -> None:
    made = report_file(ask_report(after_both_rounds(), Stage.FINAL, 1, language))
    for profile in (page.ValidationProfile.PDF_A_2A, page.ValidationProfile.PDF_UA_1):
        assert page.is_pdf_compliant_bytes(made, profile=profile)


def test_a_large_stage_takes_more_pages_and_draws_the_line_once() -> None:
    candidacies = [a_candidacy(number) for number in range(1, 61)]
    jurors = [a_juror(1), a_juror(2)]
    sheets = [
        a_sheet(juror, candidacy, value=number % 6)
        for juror in jurors
        for number, candidacy in enumerate(candidacies)
    ]
    dossier = a_dossier(candidacies, jurors, sheets)
    document = PdfReader(BytesIO(report_file(ask_report(dossier, Stage.SHORTLIST, 40, "en"))))
    text = "".join(sheet.extract_text() for sheet in document.pages)
    assert len(document.pages) >= 6
    assert all(candidacy.reference in text for candidacy in candidacies)


def test_a_place_that_cannot_be_written_is_told(tmp_path: Path) -> None:
    (tmp_path / "bestand").write_text("")
    with pytest.raises(JuryError) as refused:
        write(b"x", tmp_path / "bestand" / "beeld.svg")
    assert refused.value.message.key == "plots.cannot_write"
