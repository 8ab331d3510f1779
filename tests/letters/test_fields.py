"""What templates see of a letter's data."""

from __future__ import annotations

from datetime import datetime

from jury_desktop.domain.letter import LetterType
from jury_desktop.letters import fields
from jury_desktop.letters.samples import sample


def turn() -> None:
    """Loops may turn as they like."""


def test_a_field_without_value_names_itself_all_the_way_down():
    unfilled: fields.Unfilled = {}
    slot = fields.context(sample(LetterType.ACKNOWLEDGEMENT), unfilled, turn)["slot"]
    assert (bool(slot), list(unfilled)) == (False, [])
    assert (str(slot.start), list(slot)) == ("[nog niet ingevuld: begin van de pitch]", [])
    assert list(unfilled) == ["slot.start", "slot"]


def test_templates_never_see_the_names_of_other_candidates():
    assert "other_names" not in fields.context(sample(LetterType.NOT_SELECTED), {}, turn)


def test_templates_know_the_parts_of_every_field():
    shape = fields.shape()
    assert shape["contact"].parts.keys() == {"name", "role", "email", "phone"}
    assert (shape["rows"].many, shape["rows"].parts.keys()) == (
        True,
        {"criterion", "score", "maximum", "motivation", "weight", "by_round"},
    )
    assert shape["slot"].parts.keys() == {"start", "end", "place", "pitch_minutes", "question_minutes"}
    assert shape["candidacy"] == fields.Shape(str)
    assert shape["challenges"] == fields.Shape(str, many=True)
    assert shape["term_end"] == fields.Shape(datetime)


def test_templates_see_no_bytes():
    assert "logo" not in fields.shape()["sender"].parts
