"""The list of what can be put into a text."""

from __future__ import annotations

import pytest

from jury_desktop.domain.letter import Block, LetterType
from jury_desktop.domain.letter_texts import LetterTexts, OwnText
from jury_desktop.services.letter_fields import FieldHelp, field_help
from jury_desktop.services.letter_preview import faults
from jury_desktop.wording import catalogue

KINDS = [*LetterType, *Block]


def named(kind: LetterType | Block) -> dict[str, FieldHelp]:
    return {each.name: each for each in field_help(kind)}


@pytest.mark.parametrize("kind", KINDS)
def test_everything_on_the_list_has_a_meaning_and_may_be_in_the_text(kind):
    helps = field_help(kind)
    assert [each.name for each in helps if each.meaning.key not in catalogue("nl")] == []
    text = OwnText("Bericht", "\n\n".join(each.snippet for each in helps))
    wrong = {fault.message.key for fault in faults(kind, text, LetterTexts())}
    assert wrong <= {"letters.must_say"}


def test_an_example_is_what_an_invented_candidate_would_read():
    helps = named(LetterType.NOT_SELECTED)
    shown = {
        name: (helps[name].snippet, helps[name].example) for name in ("candidacy", "decided_on", "total")
    }
    assert shown == {
        "candidacy": ("{{ candidacy }}", "K-07"),
        "decided_on": ("{{ decided_on | day }}", "14\u00a0juli\u00a02034"),
        "total": ("{{ total | score }}", "2,90"),
    }
    assert helps["slot.place"].example == ""


def test_a_series_comes_as_a_line_for_each():
    [help_] = [each for each in field_help(LetterType.SELECTED) if each.name == "challenges"]
    assert help_.snippet == "{% for each in challenges %}\n- {{ each | one_line }}\n{% endfor %}"
    assert help_.example == "- Regio-uitdaging 1 (Sami en Noor) - Regio-uitdaging 5 (Rania)"


def test_what_such_a_letter_has_no_value_for_comes_last():
    examples = [bool(each.example) for each in field_help(LetterType.INVITATION)]
    assert examples == sorted(examples, reverse=True)


def test_a_block_is_offered_no_block():
    assert not any(name.startswith("block") for name in named(Block.APPEAL))
