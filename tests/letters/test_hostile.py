"""Whatever stands in the fields, a letter comes out that can be kept and read aloud."""

from __future__ import annotations

from dataclasses import replace

import page
from hypothesis import given, settings
from hypothesis import strategies as st

from jury_desktop.domain.letter import LetterType, ScoreRow
from jury_desktop.letters.calendar import Edition, pitch_event
from jury_desktop.letters.rendering import render
from jury_desktop.letters.samples import sample
from tests.builders import NOW

anything = st.text(max_size=60) | st.text("ab <&>{}%*_|#\n\r\t\x00\u202e\u00ad\ufffe\U0001f600", max_size=60)
endless = st.sampled_from(["x" * 400, "https://" + "a." * 200 + "be", "a@" + "b." * 150 + "be", "\n" * 50])
values = anything | endless


@settings(max_examples=10)
@given(values, values, values, values, st.lists(values, max_size=9).map(tuple))
def test_any_text_in_any_field(organisation, summary, motivation, title, addressee):
    data = replace(
        sample(LetterType.NOT_SELECTED),
        organisation=organisation,
        summary=summary,
        rows=(ScoreRow(title, 2.0, 5.0, motivation),),
        call_title=title,
        addressee=addressee,
        salutation=organisation,
        enclosures=(motivation,),
    )
    letter = render(LetterType.NOT_SELECTED, data)
    for profile in (page.ValidationProfile.PDF_A_2A, page.ValidationProfile.PDF_UA_1):
        report = page.validate_pdf_bytes(letter.pdf, profile=profile)
        assert [(failure.rule_id, failure.message) for failure in report.failures] == []
    assert letter == render(LetterType.NOT_SELECTED, data)


@settings(max_examples=20)
@given(values, values)
def test_any_text_in_an_invitation_makes_a_calendar(organisation, title):
    data = replace(sample(LetterType.INVITATION), organisation=organisation, call_title=title)
    lines = pitch_event(data, "0f1e", Edition(0, NOW)).decode().replace("\r\n ", "").splitlines()
    assert lines[0] == "BEGIN:VCALENDAR"
    assert sum(line.startswith("SUMMARY:") for line in lines) == 1
    assert [line for line in lines if line.startswith("BEGIN:")] == [
        "BEGIN:VCALENDAR",
        "BEGIN:VTIMEZONE",
        "BEGIN:DAYLIGHT",
        "BEGIN:STANDARD",
        "BEGIN:VEVENT",
    ]
