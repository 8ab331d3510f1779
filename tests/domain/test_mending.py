"""What the regisseur mended is read from the events on a candidacy."""

from __future__ import annotations

import json
from datetime import UTC, datetime, timedelta

from hypothesis import given
from hypothesis import strategies as st

from jury_desktop.domain.journal import Event
from jury_desktop.domain.mending import Mend, mends

START = datetime(2023, 6, 5, 9, 0, tzinfo=UTC)


def an_event(hour: int, action: str, old: object, new: object, actor: str = "An") -> Event:
    return Event(
        sequence=hour,
        at=START + timedelta(hours=hour),
        actor=actor,
        on_behalf_of="",
        action=f"candidacy.{action}",
        subject_kind="candidacy",
        subject="K-01",
        old=json.dumps(old),
        new=json.dumps(new),
        reason="",
        previous_hash="",
        hash="",
    )


RECEIVED = an_event(0, "received", None, {"organisation": "Anker", "phone": "", "challenges": [1]})


def test_a_correction_is_told_with_who_when_and_what_it_was() -> None:
    changed = an_event(1, "changed", {"phone": ""}, {"phone": "03 1"}, "Bea")

    assert mends([RECEIVED, changed]) == {"phone": Mend("phone", "Bea", START + timedelta(hours=1), "")}


def test_the_last_correction_counts_and_the_first_value_stays_known() -> None:
    first = an_event(1, "changed", {"phone": ""}, {"phone": "03 1"})
    second = an_event(2, "changed", {"phone": "03 1"}, {"phone": "03 2"}, "Bea")

    assert mends([RECEIVED, first, second])["phone"] == Mend("phone", "Bea", START + timedelta(hours=2), "")


def test_a_correction_that_is_taken_back_is_none() -> None:
    first = an_event(1, "changed", {"phone": ""}, {"phone": "03 1"})
    back = an_event(2, "changed", {"phone": "03 1"}, {"phone": ""})

    assert mends([RECEIVED, first, back]) == {}


def test_a_message_that_fills_a_field_in_afterwards_ends_the_correction() -> None:
    first = an_event(1, "changed", {"phone": ""}, {"phone": "03 1"})
    version = an_event(2, "version_received", {"phone": "03 1"}, {"phone": "03 9"})

    assert mends([RECEIVED, first, version]) == {}


def test_a_candidacy_that_is_taken_away_and_put_back_keeps_its_corrections() -> None:
    first = an_event(1, "changed", {"phone": ""}, {"phone": "03 1"})
    whole = {"organisation": "Anker", "phone": "03 1", "challenges": [1]}
    away = an_event(2, "removed", whole, None)
    back = an_event(3, "restored", None, whole)

    assert set(mends([RECEIVED, first, away, back])) == {"phone"}


def test_what_is_no_particular_is_no_correction() -> None:
    changed = an_event(1, "changed", {"preferred_windows": []}, {"preferred_windows": ["wo"]})

    assert mends([RECEIVED, changed]) == {}


@given(st.text())
def test_an_event_that_says_nothing_readable_mends_nothing(text: str) -> None:
    odd = an_event(1, "changed", None, None)

    assert mends([Event(**{**_parts(odd), "new": f"x{text}"})]) == {}


def _parts(event: Event) -> dict[str, object]:
    return {name: getattr(event, name) for name in event.__slots__}
