"""A finished letter: the same bytes every time, its hash, its text, its blocks."""

from __future__ import annotations

import hashlib
import os
import subprocess
import sys
from dataclasses import replace
from io import BytesIO
from pathlib import Path

import pytest
from PIL import Image

import jury_desktop
from jury_desktop.domain.anchor import Anchor, written
from jury_desktop.domain.errors import JuryError
from jury_desktop.domain.letter import Block, LetterType
from jury_desktop.domain.letter_texts import LetterTexts, OwnText
from jury_desktop.letters.layout import NBN, WINDOW_RIGHT
from jury_desktop.letters.rendering import render
from jury_desktop.letters.samples import Length, sample
from tests.letters.gallery import png

TYPES = (LetterType.NOT_SELECTED, LetterType.INVITATION, LetterType.REBUTTAL_OUTCOME)
PROGRAM = """
from jury_desktop.domain.letter import LetterType
from jury_desktop.letters.rendering import render
from jury_desktop.letters.samples import Length, sample
for name in {names!r}:
    print(render(LetterType(name), sample(LetterType(name), Length.LONG)).sha256)
"""


def run_elsewhere(program: str, **environment: str) -> list[str]:
    """The words that another process prints, far from here."""
    root = Path(jury_desktop.__file__).parent.parent
    done = subprocess.run(
        [sys.executable, "-c", program],
        env=os.environ | {"PYTHONPATH": str(root)} | environment,
        cwd=Path(sys.executable).parent,
        capture_output=True,
        text=True,
        check=True,
    )
    return done.stdout.split()


def test_the_same_letter_has_the_same_bytes_in_another_process_zone_and_hash_seed():
    names = [str(letter_type) for letter_type in TYPES]
    here = [render(letter_type, sample(letter_type, Length.LONG)).sha256 for letter_type in TYPES]
    there = run_elsewhere(
        PROGRAM.format(names=names[::-1]),
        PYTHONHASHSEED="4242",
        TZ="Pacific/Auckland",
        SOURCE_DATE_EPOCH="86400",
        LC_ALL="C",
    )
    assert there[::-1] == here


def test_the_hash_is_that_of_the_bytes():
    letter = render(LetterType.LATE, sample(LetterType.LATE))
    assert letter.sha256 == hashlib.sha256(letter.pdf).hexdigest()


def test_another_date_gives_other_bytes():
    data = sample(LetterType.NOT_SELECTED)
    later = replace(data, dated=data.dated.replace(day=15))
    assert render(LetterType.NOT_SELECTED, data).pdf != render(LetterType.NOT_SELECTED, later).pdf


def test_the_text_is_the_whole_letter():
    letter = render(LetterType.REBUTTAL_RECEIPT, sample(LetterType.REBUTTAL_RECEIPT, Length.SHORT))
    assert letter.text.split("\n\n")[:3] == [
        "Wij ontvingen uw weerwoord",
        "Beste Noor Peeters,",
        "Wij hebben het weerwoord van De Springplank vzw ontvangen op dinsdag 25 juli 2034 om 16.05 uur. "
        "Het gaat over onze brief van 14 juli 2034 met kenmerk LP-2034-K07-02.",
    ]


def test_it_tells_which_legal_blocks_it_carries():
    letter = render(LetterType.LATE, sample(LetterType.LATE))
    assert [version.block for version in letter.blocks] == [
        Block.GROUNDS,
        Block.APPEAL,
        Block.CONTACT,
        Block.PERSONAL_DATA,
    ]


def test_an_address_of_seven_lines_and_a_long_name_stays_above_the_reference_row():
    import pypdfium2

    data = replace(
        sample(LetterType.LATE),
        addressee=(
            "Vereniging met een heel erg lange naam die niet op één regel past vzw",
            *"abcde",
            "2500 Netegem",
        ),
    )
    (text,) = (
        sheet.get_textpage() for sheet in [pypdfium2.PdfDocument(render(LetterType.LATE, data).pdf)[0]]
    )
    found = text.get_text_bounded()
    town, label = found.index("2500 Netegem"), found.index("Ons kenmerk")
    assert text.get_charbox(town)[1] > text.get_charbox(label)[3]


@pytest.mark.parametrize("layout", [NBN, WINDOW_RIGHT])
def test_the_address_stands_where_the_window_is(layout):
    import pypdfium2

    text = pypdfium2.PdfDocument(render(LetterType.LATE, sample(LetterType.LATE), layout=layout).pdf)[
        0
    ].get_textpage()
    start = text.get_text_bounded().index("Kerkstraat 12")
    millimetres = text.get_charbox(start)[0] * 25.4 / 72
    assert millimetres == pytest.approx(layout.address_left, abs=0.6)


def with_logo(data: bytes):
    letter = sample(LetterType.LATE)
    return replace(letter, sender=replace(letter.sender, logo=data, logo_alt="Logo van de stad"))


def test_a_logo_is_drawn_and_described():
    import page

    pdf = render(LetterType.LATE, with_logo(png())).pdf
    assert page.is_pdf_compliant_bytes(pdf, profile=page.ValidationProfile.PDF_UA_1)
    assert page.is_pdf_compliant_bytes(pdf, profile=page.ValidationProfile.PDF_A_2A)
    assert b"/Subtype /Image" in pdf


@pytest.mark.parametrize("data", [b"", b"GIF89a", png()[:40], b"<svg/>"])
def test_a_logo_that_cannot_be_read_is_refused(data):
    with pytest.raises(JuryError) as caught:
        render(LetterType.LATE, with_logo(data))
    assert caught.value.message.key == "letters.logo_broken"


def test_a_huge_logo_is_refused_before_it_is_unpacked():
    out = BytesIO()
    Image.new("L", (5000, 5000)).save(out, "PNG")
    with pytest.raises(JuryError) as caught:
        render(LetterType.LATE, with_logo(out.getvalue()))
    assert caught.value.message.key == "letters.logo_too_large"


def test_the_heavy_libraries_are_only_loaded_when_a_letter_is_made():
    program = "import sys, jury_desktop.letters.rendering; print(*sys.modules)"
    assert {"reportlab", "jinja2", "babel"} & set(run_elsewhere(program)) == set()


def test_a_template_may_end_without_small_print():
    texts = LetterTexts().with_text(LetterType.LATE, OwnText("Bericht", "Een enkele zin."))
    assert "Een enkele zin." in render(LetterType.LATE, sample(LetterType.LATE), texts=texts).text


def test_the_anchor_of_the_journal_stands_at_the_foot_of_every_page_and_in_the_bytes():
    import page
    import pypdfium2

    anchor = Anchor(812, hashlib.sha256(b"812").hexdigest())
    letter = render(LetterType.SELECTED, sample(LetterType.SELECTED, Length.LONG), anchor=anchor)
    with pypdfium2.PdfDocument(letter.pdf) as document:
        texts = [each.get_textpage().get_text_bounded() for each in document]

    assert len(texts) > 1
    assert all(f"Logboek {anchor.printed}" in text for text in texts)
    assert list(written(letter.pdf)) == [anchor]
    assert page.is_pdf_compliant_bytes(letter.pdf, profile=page.ValidationProfile.PDF_A_2A)
    assert page.is_pdf_compliant_bytes(letter.pdf, profile=page.ValidationProfile.PDF_UA_1)
