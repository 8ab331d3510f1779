"""The shipped letters are written in plain Flemish Dutch."""

from __future__ import annotations

import re

import pytest

from jury_desktop.domain.letter import LetterType
from jury_desktop.letters import document, markdown
from jury_desktop.letters.rendering import render
from jury_desktop.letters.samples import sample

STIFF = re.compile(
    r"\b(gelieve|indien|teneinde|aangaande|middels|derhalve|tevens|omtrent|dient te|dienen te|jegens|reeds"
    r"|inzake|conform|voormeld\w*|ondergetekende|desgevallend|mits)\b",
    re.IGNORECASE,
)
INFORMAL = re.compile(r"\b(je|jij|jou|jouw|jullie)\b", re.IGNORECASE)
MOST_WORDS = 30


def text_of(letter_type: LetterType) -> str:
    return render(letter_type, sample(letter_type)).text


@pytest.mark.parametrize("letter_type", list(LetterType))
def test_no_stiff_words(letter_type):
    assert STIFF.findall(text_of(letter_type)) == []


@pytest.mark.parametrize("letter_type", list(LetterType))
def test_the_reader_is_addressed_as_u(letter_type):
    text = text_of(letter_type)
    assert INFORMAL.findall(text) == []
    assert re.search(r"\buw?\b", text)


@pytest.mark.parametrize("letter_type", list(LetterType))
def test_short_sentences(letter_type):
    sentences = re.split(r"(?<=[.?!:;])\s+|\n\n", text_of(letter_type))
    assert [sentence for sentence in sentences if len(sentence.split()) > MOST_WORDS] == []
    counts = [len(sentence.split()) for sentence in sentences]
    assert sum(counts) / len(counts) < 14


@pytest.mark.parametrize(
    ("letter_type", "news"),
    [
        (LetterType.LATE, "niet ontvankelijk"),
        (LetterType.INADMISSIBLE, "niet ontvankelijk"),
        (LetterType.NOT_SHORTLISTED, "gaat niet door naar de pitch"),
        (LetterType.SELECTED, "geselecteerd"),
        (LetterType.RESERVE, "reservelijst"),
        (LetterType.NOT_SELECTED, "niet geselecteerd"),
        (LetterType.REBUTTAL_OUTCOME, "bevestigt haar beslissing"),
        (LetterType.REVISED_DECISION, "geselecteerd"),
    ],
)
def test_the_decision_its_body_and_date_stand_in_the_first_paragraph(letter_type, news):
    first = text_of(letter_type).split("\n\n")[2]
    assert news in first
    on_form = letter_type in (LetterType.LATE, LetterType.INADMISSIBLE)
    who = "De regisseur van de oproep" if on_form else "De jury van het lokaal partnerschap"
    assert f"{who} besliste dat op" in first


def test_the_last_day_is_never_only_a_number_of_days():
    text = text_of(LetterType.NOT_SELECTED)
    assert "14 dagen" not in text
    assert "uiterlijk op vrijdag 28 juli 2034 om 23.59 uur" in text


def test_plain_text_of_blocks():
    blocks = markdown.parse("## Kop\n\nTekst **vet**\n\n- een\n- twee\n\n| a | b |\n|---|---|\n| 1 | 2 |")
    assert list(document.lines_of(blocks)) == ["Kop", "Tekst vet", "- een", "- twee", "a | b", "1 | 2"]
