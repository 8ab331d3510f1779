"""A legal text counts where it is read: templates that carry one and hide it are found, each in its way."""

from __future__ import annotations

from dataclasses import replace

import pytest

from jury_desktop.domain.letter import Block, LetterData, LetterType
from jury_desktop.domain.letter_texts import Approval, LetterTexts, OwnText, fingerprint
from jury_desktop.domain.messages import Message, say
from jury_desktop.letters import checking, mandatory, sources
from jury_desktop.letters.rendering import render
from jury_desktop.letters.samples import Length, sample
from jury_desktop.letters.unfilled import spoken
from tests.builders import NOW
from tests.letters.approved import APPROVED

LATE = sources.letter_source(LetterType.LATE, "nl")
APPEAL = '{{ block("appeal") }}'
MISSING = say("letters.missing_block", block=spoken("block.appeal"))
NOT_ALWAYS = say("letters.block_not_always", block=spoken("block.appeal"))

HIDDEN = {
    "a choice that is never true": f"{{% if false %}}{APPEAL}{{% endif %}}",
    "a field that such a letter never has": f"{{% if reserve_place %}}{APPEAL}{{% endif %}}",
    "one side of a choice": f"{{% if arrival %}}Dag.{{% else %}}{APPEAL}{{% endif %}}",
    "the second question of a choice": f"{{% if arrival %}}Dag.{{% elif deadline %}}{APPEAL}{{% endif %}}",
    "a series without anything in it": f"{{% for each in points %}}{APPEAL}{{% endfor %}}",
    "the question of a choice": '{% if block("appeal") %}Dag.{% endif %}',
    "a short choice": '{{ block("appeal") if reserve_place else "" }}',
    "the question of a short choice": '{{ "" if block("appeal") else "" }}',
    "before and": '{{ block("appeal") and "" }}',
    "after or": '{{ "Dag." or block("appeal") }}',
    "compared with nothing": '{% if block("appeal") == "" %}Dag.{% endif %}',
    "an invisible comparison of the whole": '{% if not block("appeal") %}{% else %}{% endif %}',
}
"""Ways to carry the mention of appeal and show it to nobody."""

REFUSED = {
    "a macro that is never called": f"{{% macro beroep() %}}{APPEAL}{{% endmacro %}}",
    "a part that nothing shows": f"{{% set beroep = {APPEAL[3:-3]} %}}",
    "a comment of the template": f"{{# {APPEAL} #}}",
    "nothing at all": "",
}


def without_appeal(instead: str) -> LetterTexts:
    """The letter to who came late, with something else where it mentions the appeal."""
    own = OwnText(LATE.subject, LATE.body.replace(APPEAL, instead))
    return APPROVED.with_text(LetterType.LATE, own)


def found_by_editor(texts: LetterTexts, kind: LetterType = LetterType.LATE) -> list[Message]:
    source = sources.source_of(kind, "nl", texts)
    return [each.message for each in (*checking.check(source), *mandatory.missing_in(kind, source))]


def stopping(texts: LetterTexts, data: LetterData | None = None) -> list[Message]:
    made = render(LetterType.LATE, data or sample(LetterType.LATE), texts=texts)
    return [problem.message for problem in made.problems if problem.blocking]


@pytest.mark.parametrize("hidden", HIDDEN.values(), ids=HIDDEN)
def test_a_text_that_hides_the_appeal_is_neither_kept_nor_final(hidden: str) -> None:
    texts = without_appeal(hidden)

    assert found_by_editor(texts) == [NOT_ALWAYS]
    assert MISSING in stopping(texts)


@pytest.mark.parametrize("hidden", REFUSED.values(), ids=REFUSED)
def test_what_is_no_part_of_the_text_carries_nothing(hidden: str) -> None:
    assert {found.key for found in found_by_editor(without_appeal(hidden))} & {
        MISSING.key,
        "letters.not_allowed",
    }


@pytest.mark.parametrize(
    "shown",
    [
        f"<!-- {APPEAL} -->",
        f'<span style="color:white">{APPEAL}</span>',
        f"*{APPEAL}*",
        f"\u200b{APPEAL}\u200b",
        f"{{% if arrival %}}Zo.{APPEAL}{{% else %}}Of zo.{APPEAL}{{% endif %}}",
    ],
    ids=["HTML comment", "white", "emphasis", "zero width", "both sides of a choice"],
)
def test_what_is_no_way_to_hide_in_a_letter_leaves_the_appeal_to_read(shown: str) -> None:
    """There is no HTML, no colour and no size: all that is written is read."""
    texts = without_appeal(shown)

    assert found_by_editor(texts) == []
    assert "beroep instellen" in render(LetterType.LATE, sample(LetterType.LATE), texts=texts).text
    assert stopping(texts) == []


@pytest.mark.parametrize(
    "empty", ["", "{# Later. #}", "\u200b\u200b", "***", "{% if false %}Beroep.{% endif %}", "1.\n\n–"]
)
def test_a_legal_text_that_says_nothing_is_missing_whoever_approved_it(empty: str) -> None:
    assert stopping(_worded(Block.APPEAL, empty)) == [MISSING]


def test_a_legal_text_must_say_its_fields_where_they_are_read() -> None:
    body = "Vragen? {% if false %}{{ contact.name }}, {{ contact.phone }}, {{ contact.email }}{% endif %}"

    assert stopping(_worded(Block.CONTACT, body)) == [
        say("letters.unread", field=spoken(name), what=name)
        for name in ("contact.email", "contact.name", "contact.phone")
    ]


def test_the_last_day_of_the_rebuttal_is_read_in_its_own_text() -> None:
    body = "Stuur uw weerwoord naar {{ rebuttal_to }}.{% if false %}{{ term_end | moment }}{% endif %}"
    made = render(
        LetterType.NOT_SELECTED, sample(LetterType.NOT_SELECTED), texts=_worded(Block.REBUTTAL, body)
    )

    assert say("letters.unread", field=spoken("term_end"), what="term_end") in [
        problem.message for problem in made.problems if problem.blocking
    ]


@pytest.mark.parametrize(
    ("instead", "names"),
    [
        ("{% if false %}{{ summary }}{% endif %}{{ score_table }}", ["summary"]),
        ("{{ summary }}{% if false %}{{ score_table }}{% endif %}", ["score_table"]),
    ],
)
def test_the_reasons_of_a_refusal_are_read(instead: str, names: list[str]) -> None:
    shipped = sources.letter_source(LetterType.NOT_SELECTED, "nl")
    body = shipped.body.replace("{{ summary }}", "").replace("{{ score_table }}", instead)
    texts = APPROVED.with_text(LetterType.NOT_SELECTED, OwnText(shipped.subject, body))
    made = render(LetterType.NOT_SELECTED, sample(LetterType.NOT_SELECTED), texts=texts)

    assert [problem.message for problem in made.problems if problem.blocking] == [
        say("letters.unread", field=spoken(name), what=name) for name in names
    ]


@pytest.mark.parametrize("letter_type", list(LetterType))
def test_no_shipped_letter_hides_anything_whatever_it_is_filled_with(letter_type: LetterType) -> None:
    for length in Length:
        made = render(letter_type, sample(letter_type, length), texts=APPROVED)
        keys = [problem.message.key for problem in made.problems]
        assert {"letters.missing_block", "letters.unread"} & set(keys) == set(), length


def test_a_reason_with_strange_marks_is_found_in_the_text_as_it_was_written() -> None:
    data = sample(LetterType.INADMISSIBLE)
    strange = replace(data, finding="*Geen*  enkele\t\\ <b>uitdaging</b> \u200b| niets.\r\n\r\n# Niets")

    made = render(LetterType.INADMISSIBLE, strange, texts=APPROVED)

    assert [problem.message.key for problem in made.problems if problem.blocking] == []


def _worded(block: Block, body: str) -> LetterTexts:
    """A legal text of one's own, which a lawyer approved."""
    texts = APPROVED.with_text(block, OwnText("", body))
    version = sources.block_source(block, "nl", texts).entry("version")
    approval = Approval(block, version, fingerprint(body), "mr. Els Claes", "Regisseur", NOW)
    return texts.with_approvals(approval)
