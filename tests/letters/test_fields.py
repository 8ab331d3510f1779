"""What templates see of a letter's data."""

from __future__ import annotations

from jury_desktop.domain.letter import LetterType
from jury_desktop.letters import fields
from jury_desktop.letters.samples import sample


def test_a_field_without_value_names_itself_all_the_way_down():
    unfilled: fields.Unfilled = {}
    slot = fields.context(sample(LetterType.ACKNOWLEDGEMENT), unfilled)["slot"]
    assert (bool(slot), list(unfilled)) == (False, [])
    assert (str(slot.start), list(slot)) == ("[slot.start]", [])
    assert list(unfilled) == ["slot.start", "slot"]


def test_templates_never_see_the_names_of_other_candidates():
    assert "other_names" not in fields.context(sample(LetterType.NOT_SELECTED), {})


def test_templates_know_the_parts_of_every_field():
    shape = fields.shape()
    assert shape["contact"] == {"name": {}, "role": {}, "email": {}, "phone": {}}
    assert shape["rows"] == {"criterion": {}, "score": {}, "maximum": {}, "motivation": {}}
    assert shape["slot"].keys() == {"start", "end", "place", "pitch_minutes", "question_minutes"}
    assert shape["candidacy"] == shape["challenges"] == {}
