"""No template, whoever wrote it, gets at more than the fields of its letter, or keeps the program busy."""

from __future__ import annotations

import re
from dataclasses import replace

import pytest

from jury_desktop import wording
from jury_desktop.domain.errors import JuryError
from jury_desktop.domain.letter import LetterType
from jury_desktop.domain.letter_texts import LetterTexts, OwnText
from jury_desktop.letters import checking, sources, template
from jury_desktop.letters.rendering import render
from jury_desktop.letters.samples import Length, sample
from tests.letters.attacks import BRINGING, BUSY, REACHING

DATA = sample(LetterType.NOT_SELECTED)
LEAKED = re.compile(r"<class|<bound|namespace\(|object at 0x|root:|__\w+__|Buurtwerk Nete")


def worded(body: str) -> LetterTexts:
    return LetterTexts().with_text(LetterType.NOT_SELECTED, OwnText("Over uw kandidatuur", body))


def source(body: str, subject: str = "Over uw kandidatuur", **meta: str) -> sources.Source:
    return sources.Source("eigen", (("name", "Eigen"), ("subject", subject), *meta.items()), body, 0, 0)


def refusal(body: str, data=DATA) -> str:
    with pytest.raises(JuryError) as caught:
        render(LetterType.NOT_SELECTED, data, texts=worded(body))
    return wording.render(caught.value.message, "nl")


def test_there_are_enough_of_them():
    assert len({*REACHING.values(), *BRINGING.values(), *BUSY.values()}) == 95


@pytest.mark.parametrize("attack", REACHING.values(), ids=REACHING)
def test_nothing_behind_a_value_can_be_reached(attack):
    assert checking.check(source(attack)) != ()
    assert not LEAKED.search(refusal(attack))


@pytest.mark.parametrize("attack", BRINGING.values(), ids=BRINGING)
def test_nothing_is_brought_in_or_changed(attack):
    assert checking.check(source(attack)) != ()
    assert not LEAKED.search(refusal(attack))


@pytest.mark.parametrize("attack", BUSY.values(), ids=BUSY)
def test_nothing_keeps_the_program_busy(attack):
    assert refusal(attack, sample(LetterType.NOT_SELECTED, Length.LONG))


@pytest.mark.parametrize("attack", {**REACHING, **BRINGING}.values(), ids={**REACHING, **BRINGING})
def test_the_subject_is_no_way_in(attack):
    assert checking.check(source("Tekst", subject=attack)) != ()


@pytest.mark.parametrize("attack", {**REACHING, **BRINGING}.values(), ids={**REACHING, **BRINGING})
def test_a_text_block_is_no_way_in(attack):
    assert checking.check(source(attack, subject="", version="1")) != ()


def test_a_text_block_cannot_call_itself():
    (problem,) = checking.check(source('{{ block("appeal") }}', subject="", version="1"))
    assert (problem.line, problem.message.key) == (1, "letters.block_in_block")


@pytest.mark.parametrize("attack", {**REACHING, **BRINGING}.values(), ids={**REACHING, **BRINGING})
def test_what_a_candidate_wrote_is_never_read_as_a_template(attack):
    data = replace(DATA, organisation=attack, summary=attack)
    letter = render(LetterType.NOT_SELECTED, data, texts=worded("{{ organisation }}\n\n{{ summary }}"))
    assert " ".join(attack.split()) in " ".join(letter.text.split())


def test_what_a_text_block_is_filled_with_is_bounded_too():
    endless = replace(DATA, summary="lang " * 30_000)
    with pytest.raises(JuryError) as caught:
        template.fill(source("{{ summary }}"), endless, "nl")
    assert caught.value.message.key == "letters.letter_too_long"
