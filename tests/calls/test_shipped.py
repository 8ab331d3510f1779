"""Every call that comes with the program can be used, and they differ in everything a call may decide."""

from __future__ import annotations

import pytest

from jury_desktop import resources
from jury_desktop.domain.call_document import document
from jury_desktop.services.calls import load_call, shipped_calls


@pytest.mark.parametrize("name", shipped_calls())
def test_a_shipped_call_is_named_after_its_file_and_keeps_its_text(name: str) -> None:
    call = load_call(name)

    assert call.id == name
    assert call.text == resources.text("calls", f"{name}.toml")


@pytest.mark.parametrize("name", shipped_calls())
def test_a_shipped_call_holds_a_pitch_for_every_challenge(name: str) -> None:
    call = load_call(name)
    places = sum(window.rooms * (window.minutes // call.pitch.minutes) for window in call.windows)

    assert places >= len(call.challenges)


@pytest.mark.parametrize("name", shipped_calls())
def test_a_shipped_call_rests_its_criteria_on_its_own_words(name: str) -> None:
    call = load_call(name)
    text = " ".join(line.text for line in document(call))

    assert [
        criterion.source for criterion in call.rubric.criteria if not _quoted(criterion.source, text)
    ] == []


def _quoted(source: str, text: str) -> bool:
    return all(part in text for part in source.split(" … "))


def test_the_two_calls_have_nothing_in_common_that_code_could_rely_on() -> None:
    lier, kust = load_call("lier-2023"), load_call("kust-2026")

    assert (kust.rubric.lowest, kust.rubric.highest) == (1, 4)
    assert [challenge.number for challenge in kust.challenges] == [1, 2, 3, 5]
    assert kust.rubric.challenge_weights == ((1, 1.0), (2, 1.5), (3, 1.0), (5, 0.75))
    assert {window.rooms for window in kust.windows} == {1, 2}
    assert kust.deadline.utcoffset() != kust.windows[0].start.utcoffset()
    for part in ("area", "municipalities", "deadline", "deciding_body", "own_servers", "headings", "form"):
        assert getattr(lier, part) != getattr(kust, part)
    for rule in ("pitch_minutes", "quorum", "panel_max", "break_after", "grid_minutes", "expertise"):
        assert getattr(lier.pitch, rule) != getattr(kust.pitch, rule)
    for rule in ("anchor", "days_to_submit", "days_to_assess", "third_working_day", "hour"):
        assert getattr(lier.rebuttal, rule) != getattr(kust.rebuttal, rule)
    for rule in ("round_weights", "threshold", "invite_threshold", "ties", "reveal"):
        assert getattr(lier.rubric, rule) != getattr(kust.rubric, rule)
