"""A call file gives a call, or one clear sentence about the first mistake in it."""

from __future__ import annotations

import tomllib
from dataclasses import replace
from datetime import date, datetime
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from jury_desktop import resources
from jury_desktop.domain.call import (
    BRUSSELS,
    Anchor,
    Challenge,
    Consequence,
    Contact,
    Criterion,
    CriterionKind,
    FormField,
    Goal,
    Milestone,
    Obstacle,
    PitchRules,
    RebuttalRules,
    Reveal,
    Round,
    Rubric,
    SessionWindow,
)
from jury_desktop.domain.call_file import parse_call
from jury_desktop.domain.errors import CallFileError
from jury_desktop.domain.messages import Message
from jury_desktop.wording import catalogue, render

CALLS = Path(__file__).parents[1] / "calls"
SMALL = (CALLS / "small.toml").read_text(encoding="utf-8")
MISTAKES = tomllib.loads((CALLS / "mistakes.toml").read_text(encoding="utf-8"))["case"]
SHIPPED = {name: resources.text("calls", f"{name}.toml") for name in resources.names("calls", ".toml")}


def changed(old: str, new: str) -> str:
    """The small call with one place changed."""
    assert SMALL.count(old) == 1, old
    return SMALL.replace(old, new)


def mistake(text: str) -> CallFileError:
    with pytest.raises(CallFileError) as caught:
        parse_call(text, "park.toml")
    return caught.value


def test_every_table_becomes_its_part_of_the_call() -> None:
    call = parse_call(SMALL, "park.toml")

    assert (call.id, call.title, call.year, call.area) == (
        "park-2030",
        "Oproep stadspark",
        2030,
        ("Parkwijk",),
    )
    assert call.contact == Contact("Ada", "Tuinier", "ada@parkwijk.example", "012")
    assert call.challenges == (
        Challenge(1, "Kinderen", 1, (), (Obstacle("1.01", "Geen schaduw"),), (Goal("1.01", "Bomen"),)),
        Challenge(
            number=2,
            personas="Honden",
            prevalence=2,
            statement=(),
            obstacles=(Obstacle("2.01", "Geen water"), Obstacle("2.02", "Te weinig gras")),
            goals=(Goal("2.01", "Een fontein"),),
        ),
    )
    assert call.milestone("launch") == Milestone(
        "launch", "Start", "1 mei", date(2030, 5, 1), date(2030, 5, 1)
    )
    assert call.milestone("rebuttal") == Milestone("rebuttal", "Weerwoord", "+ 7 dagen", None, None)
    assert call.windows[1] == SessionWindow(
        "di", datetime(2030, 6, 11, 9, tzinfo=BRUSSELS), datetime(2030, 6, 11, 10, tzinfo=BRUSSELS), 2
    )
    assert call.form[0] == FormField("organisation", ("Naam", "Organisatie"), True)
    assert call.text == SMALL


def test_the_rules_become_rules() -> None:
    call = parse_call(SMALL, "park.toml")

    assert call.pitch == PitchRules(20, 10, 5, 3, 5, 3, 15, 0, 5, "soft", 1)
    assert call.rebuttal == RebuttalRules(Anchor.RECEIPT, 7, 0, True, 1, "23:59", ())
    assert call.rubric == Rubric(
        lowest=0,
        highest=2,
        criteria=(
            Criterion(
                key="green",
                kind=CriterionKind.GENERAL,
                title="Groen",
                question="Hoe groen?",
                source="Bomen",
                weight=1.0,
                anchors=("Niet", "Half", "Heel"),
                rounds=(Round.WRITTEN, Round.PITCH),
                comment_required=False,
                not_applicable_allowed=True,
            ),
        ),
        round_weights=((Round.WRITTEN, 0.6), (Round.PITCH, 0.4)),
        threshold=1.5,
        invite_threshold=None,
        ties=(),
        reveal=Reveal.ROUND_COMPLETE,
        challenge_weights=((1, 1.0), (2, 1.5)),
    )


def test_line_breaks_and_control_characters_in_a_text_count_as_one_space() -> None:
    text = changed('"Te weinig gras"', '"""\n  Te weinig\n  \\u0000gras\n  """')

    assert parse_call(text, "park.toml").challenge(2).obstacles[1].text == "Te weinig gras"


def test_a_fixed_date_goes_with_its_anchor() -> None:
    text = changed('anchor = "receipt"', 'anchor = "fixed_date"\nfixed_date = 2030-07-15')
    rules = parse_call(SMALL, "park.toml").rebuttal

    assert parse_call(text, "park.toml").rebuttal == replace(
        rules, anchor=Anchor.FIXED_DATE, fixed_date=date(2030, 7, 15)
    )


def test_windows_may_follow_each_other_without_a_gap() -> None:
    text = changed(
        "start = 2030-06-11T09:00:00+02:00\nend = 2030-06-11",
        "start = 2030-06-10T12:00:00+02:00\nend = 2030-06-10",
    )
    text = text.replace("2030-06-10T10:00", "2030-06-10T13:00").replace(
        "end = 2030-06-11\n", "end = 2030-06-10\n"
    )

    assert [window.minutes for window in parse_call(text, "park.toml").windows] == [180, 60]


def test_what_follows_when_somebody_comes_late_may_be_said_or_left_to_the_regisseur() -> None:
    silent = parse_call(SMALL, "park.toml").pitch
    assert (silent.juror_may_miss, silent.candidate_late, silent.candidate_absent) == (None, None, None)
    lines = 'common_jurors = 1\njuror_may_miss = 25\ncandidate_late = "shortened"\ncandidate_absent = "moved"'
    told = parse_call(changed("common_jurors = 1", lines), "park.toml").pitch
    assert (told.juror_may_miss, told.candidate_late) == (25, Consequence.SHORTENED)
    assert told.candidate_absent is Consequence.MOVED


def test_a_pitch_that_nobody_gives_is_not_shortened() -> None:
    line = 'common_jurors = 1\ncandidate_absent = "shortened"'
    error = mistake(changed("common_jurors = 1", line)).message
    assert (error.key, error.values["options"]) == ("call.expected_choice", ("moved", "withdrawn"))


@pytest.mark.parametrize("case", MISTAKES, ids=lambda case: case["name"])
def test_a_mistake_is_told_with_its_field_and_line(case: dict[str, str]) -> None:
    message = mistake(changed(case["old"], case["new"])).message

    assert (render(message, "nl"), render(message, "en")) == (case["nl"], case["en"])


def test_every_sentence_about_a_call_file_is_met() -> None:
    met = {mistake(changed(case["old"], case["new"])).message.key for case in MISTAKES}
    of_loading = {"call.not_found", "call.unreadable", "call.not_text", "call.too_large"}

    for language in ("nl", "en"):
        assert {key for key in catalogue(language) if key.startswith("call.")} == met | of_loading


@pytest.mark.parametrize(
    "text", ["", "\n", "# niets", "x = " + "[" * 5000, "x = " + "9" * 5000, "\ufffe", "[a.b.c]\nd=1"]
)
def test_what_is_no_call_at_all_is_told_too(text: str) -> None:
    assert render(mistake(text).message).startswith("park.toml, regel 1")


def told(text: str) -> None:
    """Parses, or says on an existing line what is wrong with a field or text; nothing else may come out."""
    message = refusal(text)
    if message is not None:
        assert 1 <= int(str(message.values["line"])) <= text.count("\n") + 1
        assert message.values.get("field") or message.values.get("column")
        assert render(message) != message.key


def refusal(text: str) -> Message | None:
    try:
        parse_call(text, "x.toml")
    except CallFileError as error:
        return error.message
    return None


def test_any_line_of_the_smaller_call_may_be_lost() -> None:
    lines = SHIPPED["kust-2026"].splitlines(keepends=True)
    for lost in range(len(lines)):
        told("".join(lines[:lost] + lines[lost + 1 :]))


TEXTS = st.sampled_from(sorted(SHIPPED.values()))
NUMBERS = ["0", "-1", "1.5", "nan", "inf", "1e400", "0x" + "f" * 6000, "9" * 5000]
MOMENTS = [
    "2023-06-02",
    "23:59:00",
    "2023-06-02T23:59:00",
    "9999-12-31T23:59:59Z",
    "0001-01-01T00:00:00+14:00",
]
OTHERS = ["", "true", '""', '"x"', '"\\u0000"', '"""', "[]", "[1]", "[[[]]]", "{}", "{a = 1}", "[" * 3000]
VALUES = st.sampled_from([*NUMBERS, *MOMENTS, *OTHERS])


@settings(max_examples=60, deadline=None)
@given(text=TEXTS, data=st.data())
def test_any_line_may_be_lost(text: str, data: st.DataObject) -> None:
    lines = text.splitlines(keepends=True)
    lost = data.draw(st.integers(0, len(lines) - 1))

    told("".join(lines[:lost] + lines[lost + 1 :]))


@settings(max_examples=120, deadline=None)
@given(text=TEXTS, value=VALUES, data=st.data())
def test_any_value_may_be_wrong(text: str, value: str, data: st.DataObject) -> None:
    lines = text.splitlines()
    fields = [number for number, line in enumerate(lines) if " = " in line]
    hit = data.draw(st.sampled_from(fields))
    lines[hit] = lines[hit].split(" = ")[0] + " = " + value

    told("\n".join(lines))


@settings(max_examples=60, deadline=None)
@given(text=TEXTS, noise=st.text(max_size=4), data=st.data())
def test_any_place_may_be_damaged(text: str, noise: str, data: st.DataObject) -> None:
    at = data.draw(st.integers(0, len(text)))
    cut = data.draw(st.integers(0, 30))

    told(text[:at] + noise + text[at + cut :])
