"""A content in pieces is the same content."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from jury_desktop.mailbox.pieces import NOTHING, Pieces


@given(st.lists(st.binary(max_size=20)), st.integers(1, 30))
def test_its_blocks_join_to_what_it_is(parts: list[bytes], size: int) -> None:
    pieces = Pieces(tuple(map(memoryview, parts)))
    whole = b"".join(parts)

    assert list(pieces.blocks(size)) == [whole[at : at + size] for at in range(0, len(whole), size)]
    assert (bytes(pieces), len(pieces)) == (whole, len(whole))


def test_nothing_is_false() -> None:
    assert not NOTHING
    assert not Pieces.of(b"")
    assert Pieces.of(b"0")
