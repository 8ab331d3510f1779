"""Every letter in every length: says what it must, keeps its margins, is tagged and fit to keep."""

from __future__ import annotations

import re
from functools import cache
from io import BytesIO

import page
import pypdfium2
import pytest
from pypdf import PdfReader

from jury_desktop import wording
from jury_desktop.domain.letter import LetterData, LetterType
from jury_desktop.letters.layout import NBN
from jury_desktop.letters.pdf import fonts
from tests.letters.gallery import SCORED, Shape, data, letter, shapes
from tests.letters.pdf.reading import read_along_tags

POINTS_PER_MM = 72 / 25.4
GALLERY = [pytest.param(*pair, id="-".join(pair)) for pair in shapes()]

gallery = pytest.mark.parametrize(("letter_type", "shape"), GALLERY)


@cache
def pages(letter_type: LetterType, shape: Shape) -> tuple[str, ...]:
    """The text of each page, as any reader finds it."""
    document = pypdfium2.PdfDocument(letter(letter_type, shape).pdf)
    return tuple(words(sheet.get_textpage().get_text_bounded()) for sheet in document)


def words(text: str) -> str:
    """One space between words; a hyphen at the end of a line belongs to the next word."""
    return " ".join(text.replace("\ufffe", "-").replace("\x02", "-").split())


@gallery
def test_it_is_an_archive_and_accessible(letter_type, shape):
    reports = [
        page.validate_pdf_bytes(letter(letter_type, shape).pdf, profile=profile)
        for profile in (page.ValidationProfile.PDF_A_2A, page.ValidationProfile.PDF_UA_1)
    ]
    assert [(failure.rule_id, failure.message) for report in reports for failure in report.failures] == []
    assert all(report.rules.passed > 30 for report in reports)


@gallery
def test_nothing_that_was_said_is_lost_on_the_way_to_paper(letter_type, shape):
    footer = re.compile(r"Stad Netegem · LP-2034-K07-01 Pagina \d+ van \d+$")
    head = re.compile(r"^Criterium Motivering Gewicht (?:Score|Schriftelijk Pitch) ")
    sheets = [footer.sub("", sheet) for sheet in pages(letter_type, shape)]
    found = words(" ".join([sheets[0], *(head.sub("", sheet) for sheet in sheets[1:])]))
    said = letter(letter_type, shape).text.split("\n\n")
    pieces = [piece for line in said for piece in line.removeprefix("- ").split(" | ")]
    drawn = [words(fonts.drawable(piece)) for piece in pieces]
    assert [piece for piece in drawn if piece not in found] == []


@gallery
def test_who_reads_along_the_tags_reads_what_was_said_with_its_spaces(letter_type, shape):
    made = letter(letter_type, shape)
    above, about = around(data(letter_type, shape))
    whole = f" {words(fonts.drawable(' '.join([*above, *made.text.split(), *about])))} "
    read = [piece.replace("\u00a0", " ") for piece in read_along_tags(made.pdf)]
    assert read[: len(above)] == [words(fonts.drawable(line)) for line in above]
    assert [piece for piece in read if f" {piece} " not in whole] == []


def around(said: LetterData) -> tuple[list[str], list[str]]:
    """What is said above the text: sender and address; and beside it: reference row, marks, enclosures."""
    above = [said.sender.name, *said.sender.lines, said.delivery, *said.addressee]
    row = ["Datum", "Ons kenmerk", "Uw kandidatuur", "Contactpersoon", "Uw kenmerk", said.your_reference]
    row += [f"{said.place}, {wording.day(said.dated)}", said.reference, said.candidacy, said.contact.name]
    enclosed = f"Bijlage{'n' if len(said.enclosures) > 1 else ''}: {'; '.join(said.enclosures)}"
    return above, [*row, "•", *(f"{number}." for number in range(1, 200)), enclosed]


@gallery
def test_every_page_is_numbered(letter_type, shape):
    sheets = pages(letter_type, shape)
    numbers = [f"Pagina {number} van {len(sheets)}" for number in range(1, len(sheets) + 1)]
    assert [sheet[-len(number) :] for sheet, number in zip(sheets, numbers, strict=True)] == numbers


@gallery
def test_nothing_stands_outside_the_margins(letter_type, shape):
    for sheet in pypdfium2.PdfDocument(letter(letter_type, shape).pdf):
        text = sheet.get_textpage()
        boxes = [
            text.get_charbox(at) for at in range(text.count_chars()) if text.get_text_range(at, 1).strip()
        ]
        left, bottom = min(box[0] for box in boxes), min(box[1] for box in boxes)
        right, top = max(box[2] for box in boxes), max(box[3] for box in boxes)
        assert left >= NBN.left * POINTS_PER_MM - 1
        assert right <= (NBN.left + NBN.width) * POINTS_PER_MM + 1
        assert bottom >= NBN.footer * POINTS_PER_MM
        assert top <= (297 - NBN.sender_top) * POINTS_PER_MM + 1


@gallery
def test_only_embedded_fonts(letter_type, shape):
    sheets = PdfReader(BytesIO(letter(letter_type, shape).pdf)).pages
    used = [font.get_object() for sheet in sheets for font in sheet["/Resources"]["/Font"].values()]
    assert [
        str(f["/BaseFont"]) for f in used if not re.fullmatch(r"/[A-Z]{6}\+Inter-\w+", f["/BaseFont"])
    ] == []
    assert all("/FontFile2" in font["/FontDescriptor"] for font in used)


@pytest.mark.parametrize("letter_type", LetterType)
def test_a_long_letter_takes_three_pages(letter_type):
    assert len(pages(letter_type, Shape.LONG)) >= 3


@pytest.mark.parametrize("letter_type", SCORED)
def test_a_row_higher_than_a_page_goes_on_under_the_head_of_its_table(letter_type):
    continued = [
        sheet for sheet in pages(letter_type, Shape.SPLIT)[1:] if "De jury ziet een duidelijke" in sheet
    ]
    head = "Criterium Motivering Gewicht"
    assert [sheet[: len(head)] for sheet in continued[-1:]] == [head]


@pytest.mark.parametrize(
    "letter_type", [LetterType.ACKNOWLEDGEMENT, LetterType.REBUTTAL_RECEIPT, LetterType.REBUTTAL_EXTENSION]
)
def test_a_simple_message_takes_one_page(letter_type):
    assert len(pages(letter_type, Shape.NORMAL)) == 1


@gallery
def test_no_page_holds_a_signature_alone(letter_type, shape):
    last = pages(letter_type, shape)[-1]
    assert "Met vriendelijke groeten" in last
    assert not last.startswith("Met vriendelijke groeten")


@pytest.mark.parametrize(
    ("letter_type", "words_needed"),
    [
        (
            LetterType.ACKNOWLEDGEMENT,
            ["donderdag 1 juni 2034 om 14.12 uur", "nummer K-07", "vrijdag 9 juni 2034"],
        ),
        (
            LetterType.LATE,
            ["vrijdag 2 juni 2034 om 23.59 uur", "zaterdag 3 juni 2034 om 00.07 uur", "60 dagen"],
        ),
        (LetterType.INADMISSIBLE, ["niet ontvankelijk", "De voorwaarde:", "Onze vaststelling:", "60 dagen"]),
        (LetterType.INVITATION, ["woensdag 14 juni 2034, van 13.40 uur tot 14.20 uur", "Stadhuis, zaal 2"]),
        (LetterType.NOT_SHORTLISTED, ["gaat niet door naar de pitch", "2,90 op 5", "60 dagen", "weerwoord"]),
        (
            LetterType.SELECTED,
            ["is geselecteerd", "nog geen recht op subsidie", "Regio-uitdaging 5", "60 dagen"],
        ),
        (LetterType.RESERVE, ["plaats 2 van de reservelijst", "tot en met 13 juli 2035", "60 dagen"]),
        (
            LetterType.NOT_SELECTED,
            [
                "niet geselecteerd",
                "minstens 3,00 nodig",
                "uiterlijk op vrijdag 28 juli 2034 om 23.59 uur",
                "60 dagen",
            ],
        ),
        (
            LetterType.REBUTTAL_RECEIPT,
            ["dinsdag 25 juli 2034 om 16.05 uur", "op tijd", "vrijdag 18 augustus 2034"],
        ),
        (LetterType.REBUTTAL_EXTENSION, ["uiterlijk op vrijdag 1 september 2034", "29 augustus 2034"]),
        (
            LetterType.REBUTTAL_OUTCOME,
            [
                "bevestigt haar beslissing in de brief van 14 juli 2034",
                "Argument 1",
                "Argument 2",
                "60 dagen",
            ],
        ),
        (
            LetterType.REVISED_DECISION,
            ["nieuwe beslissing", "vervangt die in onze brief van 14 juli 2034", "60 dagen"],
        ),
    ],
)
def test_each_type_says_what_it_must(letter_type, words_needed):
    text = " ".join(pages(letter_type, Shape.NORMAL))
    assert [needed for needed in words_needed if needed not in text] == []
