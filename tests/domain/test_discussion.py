"""Who goes through the door in an order of discussion."""

from __future__ import annotations

from jury_desktop.domain.discussion import Turn, turns, walks

BARRED = {"b": frozenset({"an"}), "c": frozenset({"an", "bo"}), "e": frozenset({"an"})}


def test_who_stays_outside_walks_once() -> None:
    assert turns(["a", "b", "c", "d", "e"], BARRED) == (
        Turn("a", (), (), ()),
        Turn("b", ("an",), (), ("an",)),
        Turn("c", ("bo",), (), ("an", "bo")),
        Turn("d", (), ("an", "bo"), ()),
        Turn("e", ("an",), (), ("an",)),
    )
    assert walks(["a", "b", "c", "d", "e"], BARRED) == 3
    assert walks(["a", "d", "b", "e", "c"], BARRED) == 2


def test_without_conflicts_nobody_moves() -> None:
    assert walks(["a", "b"], {}) == 0
