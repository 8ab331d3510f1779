"""A letter on one's own Word document: fields filled in, the letter at its place, and nothing run."""

from __future__ import annotations

import zipfile
from dataclasses import replace
from io import BytesIO

import pytest
from docx import Document
from docx.document import Document as WordDocument

from jury_desktop.domain.errors import JuryError
from jury_desktop.domain.letter import LetterType
from jury_desktop.domain.messages import say
from jury_desktop.letters.samples import Length, sample
from jury_desktop.letters.word import word_draft
from tests.letters.approved import APPROVED
from tests.letters.attacks import BRINGING, BUSY, REACHING
from tests.letters.test_word import opened, words_of

KIND = LetterType.NOT_SELECTED
REMARK = "Concept om na te lezen en te bewerken. De brief die telt, is de pdf."
ATTACKS = REACHING | BRINGING | {name: text for name, text in BUSY.items() if text.startswith("{")}


def saved(document: WordDocument) -> bytes:
    out = BytesIO()
    document.save(out)
    return out.getvalue()


def paper(*paragraphs: str, header: str = "", footer: str = "") -> bytes:
    """A document of the house with these paragraphs."""
    document = Document()
    document.sections[0].header.paragraphs[0].text = header
    document.sections[0].footer.paragraphs[0].text = footer
    for words in paragraphs:
        document.add_paragraph(words)
    return saved(document)


def draft(own: bytes, kind: LetterType = KIND, data=None) -> bytes:
    return word_draft(kind, data or sample(kind), texts=APPROVED, paper=own)


def refusal(own: bytes):
    with pytest.raises(JuryError) as caught:
        draft(own)
    return caught.value.message


def test_fields_are_filled_in_everywhere_and_the_letter_stands_between_what_was_around_it():
    own = paper(
        "{% for line in addressee %}{{ line }} · {% endfor %}",
        "Netegem, {{ dated | weekday }}",
        "{{ letter }}",
        "Bezoek ons op het stadhuis.",
        header="Stad Netegem · {{ reference }}",
        footer="{{ contact.email }}",
    )
    data = sample(KIND)
    word = opened(draft(own))
    told = [each.text.replace("\u00a0", " ") for each in word.paragraphs]
    assert told[0] == "".join(f"{line} · " for line in data.addressee)
    assert told[1].startswith("Netegem, ")
    assert told[2] == REMARK
    assert told[3] == word.core_properties.title
    assert told[4] == f"{data.salutation},"
    assert told[-1] == "Bezoek ons op het stadhuis."
    assert word.sections[0].header.paragraphs[0].text == f"Stad Netegem · {data.reference}"
    assert word.sections[0].footer.paragraphs[0].text == data.contact.email
    assert len(word.tables) == 1


@pytest.mark.parametrize("kind", list(LetterType))
def test_every_word_below_the_head_is_that_of_the_plain_draft(kind):
    plain = words_of(word_draft(kind, sample(kind), texts=APPROVED))
    on_paper = words_of(draft(paper("{{ letter }}"), kind))
    head, body = on_paper[: len(REMARK.split())], on_paper[len(REMARK.split()) :]
    assert " ".join(head) == REMARK
    assert plain[-len(body) :] == body


def test_a_document_without_the_styles_of_a_letter_will_do():
    document = Document()
    for style in list(document.styles):
        if style.name != "Normal":
            style.delete()
    document.add_paragraph("{{ letter }}")
    found = words_of(draft(saved(document)))
    assert "Totaal" in found
    assert "•" in found


def test_what_a_field_was_broken_into_by_word_is_one_field():
    document = Document()
    parts = document.add_paragraph()
    for piece in ("{", "{ organi", "sation }", "}"):
        parts.add_run(piece).bold = piece == "{ organi"
    document.add_paragraph("{{ letter }}")
    data = replace(sample(KIND), organisation="De Brug & Zoon <vzw>")
    assert opened(draft(saved(document), data=data)).paragraphs[0].text == "De Brug & Zoon <vzw>"


@pytest.mark.parametrize("attack", REACHING.values(), ids=REACHING)
def test_what_a_candidate_wrote_is_text_on_paper_of_ones_own(attack):
    data = replace(sample(KIND, Length.SPECIAL), organisation=attack)
    found = words_of(draft(paper("{{ organisation }}", "{{ letter }}"), data=data))
    assert found[: len(attack.split())] == attack.split()


@pytest.mark.parametrize("attack", ATTACKS.values(), ids=ATTACKS)
def test_no_document_reaches_further_than_a_text_of_letters(attack):
    with pytest.raises(JuryError):
        draft(paper("{{ letter }}", attack))


def test_no_other_part_of_a_document_does_either():
    attack = REACHING["class of a value"]
    named = Document(BytesIO(paper("{{ letter }}")))
    named.core_properties.title = attack
    for own in (paper("{{ letter }}", header=attack), paper("{{ letter }}", footer=attack), saved(named)):
        assert refusal(own) == say("letters.unknown_field", what="organisation.__class__")


@pytest.mark.parametrize(
    "paragraphs", [(), ("{{ letter }}", "{{ letter }}"), ("Geachte, {{ letter }}",), ("{{ organisation }}",)]
)
def test_a_document_without_one_clear_place_for_the_letter_is_refused(paragraphs):
    assert refusal(paper(*paragraphs)) == say("letters.word_paper_place")


def test_a_field_that_does_not_exist_is_named():
    assert refusal(paper("{{ organisatie }}", "{{ letter }}")) == say(
        "letters.unknown_field", what="organisatie"
    )


@pytest.mark.parametrize("content", [b"", b"geen document", paper("{{ letter }}")[:900]])
def test_what_is_no_word_document_is_refused(content):
    assert refusal(content) == say("letters.word_paper_broken")


def test_a_package_that_swells_up_is_refused_before_it_is_read():
    out = BytesIO(paper("{{ letter }}"))
    with zipfile.ZipFile(out, "a", zipfile.ZIP_DEFLATED) as package:
        package.writestr("word/media/image1.bin", bytes(70_000_000))
    assert refusal(out.getvalue()) == say("letters.word_paper_broken")


def test_another_kind_of_package_is_refused():
    out = BytesIO()
    with zipfile.ZipFile(out, "w") as package:
        package.writestr("inhoud.txt", "niets")
    assert refusal(out.getvalue()) == say("letters.word_paper_broken")
