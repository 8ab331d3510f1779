"""An anchor says what the journal was: typed over or found in a file, it holds or it does not."""

from __future__ import annotations

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from jury_desktop.domain.anchor import LEAST, Anchor, Hold, anchor_of, typed, written
from tests.domain.test_journal import chain, seal

EVENT = chain("a", "b", "c")[2]
WHOLE = anchor_of(EVENT)
ANCHORS = st.builds(
    Anchor, st.integers(1, 999_999_999), st.text("0123456789abcdef", min_size=64, max_size=64)
)


@given(ANCHORS)
def test_what_is_printed_can_be_typed_over(anchor: Anchor) -> None:
    assert typed(anchor.in_full) == anchor
    assert typed(anchor.printed) == replace(anchor, hash=anchor.hash[:32])
    assert typed(f"  {anchor.printed.upper()}\n") == typed(anchor.printed)


@pytest.mark.parametrize(
    "text", ["", "3", "3:", ":abcdef0123456789", f"3:{'a' * (LEAST - 1)}", f"3:{'g' * 64}", f"3:{'a' * 65}"]
)
def test_what_is_no_anchor_or_too_short_is_none(text: str) -> None:
    assert typed(text) is None


@given(st.lists(ANCHORS, max_size=4, unique=True))
def test_whole_anchors_are_found_wherever_they_stand(anchors: list[Anchor]) -> None:
    content = b"".join(b"<x>" + str(anchor).encode() + b"</x> " for anchor in anchors)

    assert list(written(content + content)) == anchors


@pytest.mark.parametrize(
    "content",
    [
        f"27134fc0:{'e' * 64}",
        f"0:{'e' * 64}",
        f"012:{'e' * 64}",
        f"27134670:{'e' * 64}:{'a' * 64}",
        f'{{"basis": "27134670:{"e" * 64}"}}',
        f'[{{"basis": "27134670:{"e" * 64}"}}]',
        f'{{"new": "{{\\"basis\\": \\"27134670:{"e" * 64}\\"}}"}}',
    ],
)
def test_other_hashes_that_stand_beside_each_other_are_no_anchor(content: str) -> None:
    assert list(written(content.encode())) == []


def test_in_json_an_anchor_is_called_one() -> None:
    content = f' {{"hash": "{WHOLE.hash}", "anchor": "{WHOLE}"}}'

    assert list(written(content.encode())) == [WHOLE]


def test_it_holds_while_the_event_is_what_it_was() -> None:
    assert WHOLE.hold(EVENT) is Hold.HOLDS
    assert replace(WHOLE, hash=WHOLE.hash[:LEAST]).hold(EVENT) is Hold.HOLDS


def test_an_event_with_another_hash_was_rewritten_and_one_that_is_gone_cut_off() -> None:
    assert WHOLE.hold(seal(replace(EVENT, reason="later bedacht"))) is Hold.REWRITTEN
    assert WHOLE.hold(None) is Hold.CUT_OFF
