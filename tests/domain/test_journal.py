"""The journal is a chain: whatever is changed, taken out, put in or moved in it shows."""

from __future__ import annotations

import json
from dataclasses import fields, replace
from datetime import UTC, datetime, timedelta, timezone
from hashlib import sha256

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from jury_desktop.domain.journal import START, Event, broken_links, event_hash
from jury_desktop.domain.messages import say

NOON = datetime(2023, 6, 9, 12, 0, tzinfo=UTC)


def chain(*actions: str) -> tuple[Event, ...]:
    """A whole chain of events with these actions, a minute apart."""
    events: list[Event] = []
    for place, action in enumerate(actions):
        previous = events[-1].hash if events else START
        at = NOON + timedelta(minutes=place)
        events.append(seal(Event(place + 1, at, "An", "", action, "sheet", "s1", "2", "3", "", previous, "")))
    return tuple(events)


def seal(event: Event) -> Event:
    return replace(event, hash=event_hash(event))


CHAINS = st.lists(st.text(max_size=5), min_size=1, max_size=6).map(lambda actions: chain(*actions))
OTHER_VALUES = {int: 77, str: "iets anders", datetime: NOON + timedelta(days=1)}


def test_the_hash_covers_the_fields_as_json_with_the_moment_in_utc() -> None:
    brussels = NOON.astimezone(timezone(timedelta(hours=2)))
    event = Event(1, brussels, "An", "Jan", "sheet.changed", "sheet", "s1", "2", "3", "Tikfout é", START, "")

    covered = [1, "2023-06-09T12:00:00.000000+00:00", "An", "Jan", "sheet.changed", "sheet", "s1"]
    text = json.dumps([*covered, "2", "3", "Tikfout é", START], ensure_ascii=False)
    assert event_hash(event) == sha256(text.encode()).hexdigest()


def test_a_text_without_utf8_has_a_hash_all_the_same() -> None:
    event = chain("mail.imported")[0]

    assert event_hash(replace(event, reason="\ud800")) != event_hash(replace(event, reason="\udfff"))


def test_an_empty_journal_is_whole() -> None:
    assert broken_links(()) == ()


@given(CHAINS)
def test_a_whole_chain_has_no_broken_links(events: tuple[Event, ...]) -> None:
    assert broken_links(events) == ()


def test_a_changed_event_is_named() -> None:
    first, second, third = chain("a", "b", "c")

    assert broken_links((first, replace(second, reason="later bedacht"), third)) == (
        (2, say("journal.changed", sequence=2)),
    )


def test_an_event_changed_with_a_new_hash_breaks_the_link_after_it() -> None:
    first, second, third = chain("a", "b", "c")

    assert broken_links((first, seal(replace(second, reason="later bedacht")), third)) == (
        (3, say("journal.wrong_link", sequence=3)),
    )


def test_an_event_taken_out_leaves_a_gap() -> None:
    first, _, third = chain("a", "b", "c")

    assert broken_links((first, third)) == (
        (3, say("journal.gap", expected=2, found=3)),
        (3, say("journal.wrong_link", sequence=3)),
    )


@pytest.mark.parametrize("name", [field.name for field in fields(Event)])
@settings(max_examples=25)
@given(events=CHAINS, data=st.data())
def test_no_field_of_any_event_can_be_changed_unseen(
    events: tuple[Event, ...], data: st.DataObject, name: str
) -> None:
    place = data.draw(st.integers(0, len(events) - 1))
    other = replace(events[place], **{name: OTHER_VALUES[type(getattr(events[place], name))]})

    assert broken_links((*events[:place], other, *events[place + 1 :])) != ()


@given(CHAINS, st.data())
def test_no_event_before_the_last_can_be_taken_out_unseen(
    events: tuple[Event, ...], data: st.DataObject
) -> None:
    place = data.draw(st.integers(0, len(events) - 1))
    rest = (*events[:place], *events[place + 1 :])

    assert (broken_links(rest) == ()) == (place == len(events) - 1)


@given(CHAINS, st.data())
def test_no_two_events_can_change_places_unseen(events: tuple[Event, ...], data: st.DataObject) -> None:
    order = data.draw(st.permutations(events))

    assert (broken_links(order) == ()) == (tuple(order) == events)
