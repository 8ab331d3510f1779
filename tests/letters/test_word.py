"""The Word draft says what the PDF says, and says of itself that it is a draft."""

from __future__ import annotations

import re
import zipfile
from dataclasses import replace
from io import BytesIO

import pytest
from docx import Document
from docx.oxml.ns import qn
from docx.text.paragraph import Paragraph

from jury_desktop.domain.letter import LetterType
from jury_desktop.domain.letter_texts import OwnText
from jury_desktop.letters.rendering import render
from jury_desktop.letters.samples import Length, sample
from jury_desktop.letters.word import word_draft
from tests.letters.approved import APPROVED
from tests.letters.attacks import REACHING
from tests.letters.gallery import png
from tests.letters.test_rendering import with_logo


def opened(content: bytes):
    return Document(BytesIO(content))


def words_of(content: bytes) -> list[str]:
    """Every word of the document, in order: paragraphs and tables as they stand."""
    body = opened(content).element.body
    texts = [Paragraph(part, None).text for part in body.iter(qn("w:p"))]
    return " ".join(texts).replace("\u00a0", " ").split()


def plain(text: str) -> list[str]:
    """The words of a letter as text, without what only marks lists and scores there."""
    return re.sub(r"(?m)^- |(?<=/ 5)\. |: (?=\d,\d\d / )", " ", text).split()


@pytest.mark.parametrize("length", [Length.SHORT, Length.NORMAL, Length.SPECIAL])
@pytest.mark.parametrize("letter_type", list(LetterType))
def test_every_word_of_the_letter_is_in_the_draft(letter_type, length):
    data = sample(letter_type, length)
    letter = render(letter_type, data, texts=APPROVED)
    found = words_of(word_draft(letter_type, data, texts=APPROVED))
    missing = [word for word in plain(letter.text) if word.strip(".:|-–") and word not in found]
    assert missing == []


def test_the_paragraphs_stand_in_the_order_of_the_letter():
    data = sample(LetterType.ACKNOWLEDGEMENT)
    letter = render(LetterType.ACKNOWLEDGEMENT, data, texts=APPROVED)
    told = [line.removeprefix("- ") for line in letter.text.split("\n\n")]
    word = opened(word_draft(LetterType.ACKNOWLEDGEMENT, data, texts=APPROVED))
    written = [each.text.replace("\u00a0", " ") for each in word.paragraphs]
    begin = written.index(told[0])
    assert written[begin : begin + len(told) - 2] == told[:-2]
    assert written[begin + len(told) - 2] == f"{data.signatory.name}\n{data.signatory.role}"


def test_each_page_says_that_it_is_a_draft_and_the_pdf_the_letter():
    word = opened(word_draft(LetterType.LATE, sample(LetterType.LATE), texts=APPROVED))
    [head] = [each.text for each in word.sections[0].header.paragraphs]
    assert head == "Concept om na te lezen en te bewerken. De brief die telt, is de pdf."


def test_scores_stand_in_a_table_whose_header_comes_back_on_each_page():
    word = opened(word_draft(LetterType.NOT_SELECTED, sample(LetterType.NOT_SELECTED), texts=APPROVED))
    [table] = word.tables
    heads = ["Criterium\nMotivering", "Gewicht", "Schriftelijk", "Pitch"]
    total = ["Totaal (schriftelijk 60 % en pitch 40 %)", "", "", "2,90 / 5"]
    assert [cell.text for cell in table.rows[0].cells] == heads
    assert [cell.text.replace("\u00a0", " ") for cell in table.rows[-1].cells] == total
    assert "tblHeader" in table.rows[0]._tr.xml


def test_it_knows_its_language_title_and_sender_and_nothing_of_who_made_it():
    about = opened(word_draft(LetterType.LATE, sample(LetterType.LATE))).core_properties
    told = (about.title, about.author, about.language, about.comments, about.last_modified_by)
    title = "Uw kandidatuur kwam te laat aan en is niet ontvankelijk"
    assert told == (title, "Stad Netegem", "nl-BE", "", "")


def test_a_text_of_ones_own_is_in_it():
    texts = APPROVED.with_text(LetterType.LATE, OwnText("Bericht", "Dag {{ organisation }}, **spijtig**."))
    data = replace(sample(LetterType.LATE), organisation="De Brug vzw")
    word = opened(word_draft(LetterType.LATE, data, texts=texts))
    assert "Dag De Brug vzw, spijtig." in [each.text for each in word.paragraphs]


def test_the_logo_of_the_house_stands_above_it_with_what_is_on_it():
    data = with_logo(png())
    [logo] = opened(word_draft(LetterType.LATE, data)).inline_shapes
    assert logo._inline.docPr.get("descr") == data.sender.logo_alt


@pytest.mark.parametrize("attack", REACHING.values(), ids=REACHING)
def test_what_a_candidate_wrote_is_text_in_word_too(attack):
    data = replace(sample(LetterType.NOT_SELECTED), organisation=attack, summary=attack)
    found = " ".join(words_of(word_draft(LetterType.NOT_SELECTED, data, texts=APPROVED)))
    assert " ".join(attack.split()) in found


def test_nothing_in_it_runs_or_leads_elsewhere():
    content = word_draft(LetterType.NOT_SELECTED, sample(LetterType.NOT_SELECTED, Length.SPECIAL))
    with zipfile.ZipFile(BytesIO(content)) as file:
        assert not [name for name in file.namelist() if "vba" in name.lower() or "embed" in name.lower()]
        links = [file.read(name).decode() for name in file.namelist() if name.endswith(".rels")]
    assert not [each for each in links if 'TargetMode="External"' in each]
