"""The structure tree, read back from finished letters with another library."""

from __future__ import annotations

import re
from dataclasses import replace
from functools import cache
from io import BytesIO

import pytest
from pypdf import PdfReader
from pypdf.generic import DictionaryObject

from jury_desktop.domain.letter import LetterType
from jury_desktop.letters.rendering import render
from jury_desktop.letters.samples import Length, sample
from tests.letters.approved import APPROVED


@cache
def reader(letter_type: LetterType, length: Length) -> PdfReader:
    return PdfReader(BytesIO(render(letter_type, sample(letter_type, length), texts=APPROVED).pdf))


LONG = (LetterType.NOT_SELECTED, Length.LONG)


def root(document: PdfReader) -> DictionaryObject:
    return document.trailer["/Root"]["/StructTreeRoot"].get_object()


def kids(element: DictionaryObject) -> list[DictionaryObject]:
    return [kid.get_object() for kid in element.get("/K", [])]


def elements(element: DictionaryObject) -> list[DictionaryObject]:
    """Every structure element below ``element``, in reading order."""
    own = [kid for kid in kids(element) if kid.get("/Type") == "/StructElem"]
    return [found for kid in own for found in (kid, *elements(kid))]


def all_elements(document: PdfReader) -> list[DictionaryObject]:
    document_element = root(document)["/K"].get_object()
    return [document_element, *elements(document_element)]


def outline(element: DictionaryObject) -> object:
    """Nested tags, without content."""
    inner = [outline(kid) for kid in kids(element) if kid.get("/Type") == "/StructElem"]
    return (element["/S"][1:], *inner) if inner else element["/S"][1:]


def marks(element: DictionaryObject) -> list[tuple[int, int]]:
    """Object number of the page and MCID of each piece of content."""
    return [(kid.raw_get("/Pg").idnum, kid["/MCID"]) for kid in kids(element) if kid.get("/Type") == "/MCR"]


def test_the_reading_order_is_that_of_the_letter():
    top = outline(root(reader(LetterType.REBUTTAL_RECEIPT, Length.SHORT))["/K"].get_object())
    reference = ("Table", *[("TR", *[(cell, "P")] * 4) for cell in ("TH", "TD")])
    assert top == (
        "Document",
        ("Sect", "P", "P", "P", ("P", "Link"), "P", "P", "P", "P", "P", reference),
        "H1",
        "P",
        "P",
        "P",
        "P",
        ("L", ("LI", "Lbl", ("LBody", "P"))),
        "P",
        ("P", "Link"),
        "P",
        "P",
        "P",
        ("P", "Link"),
    )


def test_every_header_cell_says_what_it_heads():
    heads = [element for element in all_elements(reader(*LONG)) if element["/S"] == "/TH"]
    scopes = [element["/A"]["/Scope"] for element in heads]
    assert scopes.count("/Column") == 4 + 5
    assert scopes.count("/Row") == 10 + 2


def test_a_paragraph_on_two_pages_is_one_element():
    data = sample(LetterType.NOT_SELECTED)
    long_row = replace(data.rows[0], motivation="De jury vond dit een goed punt. " * 200)
    pdf = render(LetterType.NOT_SELECTED, replace(data, rows=(long_row,))).pdf
    found = all_elements(PdfReader(BytesIO(pdf)))
    split = [element for element in found if len({sheet for sheet, _ in marks(element)}) > 1]
    assert [element["/S"] for element in split] == ["/P"]


def test_the_repeated_table_head_is_not_read_twice():
    tables = [element for element in all_elements(reader(*LONG)) if element["/S"] == "/Table"]
    rows = [kid for kid in kids(tables[-1]) if kid["/S"] == "/TR"]
    assert len(rows) == 1 + 10 + 2


@pytest.mark.parametrize("letter", [LONG, (LetterType.INVITATION, Length.NORMAL)])
def test_every_piece_of_marked_content_belongs_to_exactly_one_element(letter):
    document = reader(*letter)
    owners = [mark for element in all_elements(document) for mark in marks(element)]
    drawn = [
        (sheet.indirect_reference.idnum, int(number))
        for sheet in document.pages
        for number in re.findall(rb"/MCID (\d+)", sheet.get_contents().get_data())
    ]
    assert sorted(owners) == sorted(drawn)
    assert len(set(owners)) == len(owners)


@pytest.mark.parametrize("letter", [LONG, (LetterType.INVITATION, Length.NORMAL)])
def test_the_parent_tree_leads_back_to_the_owner(letter):
    document = reader(*letter)
    numbers = root(document)["/ParentTree"]["/Nums"]
    tree = {numbers[at]: numbers[at + 1].get_object() for at in range(0, len(numbers), 2)}
    for sheet in document.pages:
        for number, element in enumerate(tree[sheet["/StructParents"]]):
            assert (sheet.indirect_reference.idnum, number) in marks(element.get_object())
        for annotation in sheet.get("/Annots", []):
            link = tree[annotation.get_object()["/StructParent"]]
            assert link["/S"] == "/Link"
            assert [kid["/Obj"] for kid in kids(link)] == [annotation.get_object()]


def test_all_that_is_drawn_is_either_content_or_artifact():
    """Nothing is painted outside BDC … EMC."""
    for sheet in reader(*LONG).pages:
        depth, outside = 0, []
        for operands, operator in sheet.get_contents().operations:
            depth += {b"BDC": 1, b"EMC": -1}.get(operator, 0)
            if depth == 0 and operator in {b"Tj", b"TJ", b"S", b"f", b"f*", b"Do", b"B"}:
                outside.append((operands, operator))
        assert (depth, outside) == (0, [])


def test_mail_addresses_and_web_addresses_can_be_clicked():
    targets = {
        annotation.get_object()["/A"]["/URI"]
        for sheet in reader(LetterType.NOT_SELECTED, Length.NORMAL).pages
        for annotation in sheet.get("/Annots", [])
    }
    assert targets == {
        "https://eproadmin.raadvst-consetat.be",
        "mailto:gegevensbescherming@netegem.example",
        "mailto:ilse.verbruggen@netegem.example",
        "mailto:klachten@netegem.example",
        "mailto:regie@netegem.example",
    }
