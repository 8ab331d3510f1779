"""The benchmark of many jurors does what it says, with three of them."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from benchmarks import jurors
from tests.postgres import ONE_SERVER, drop_database, owned_database

pytestmark = ONE_SERVER


@pytest.fixture
def address(server: str) -> Iterator[str]:
    """The address of an empty database, for its owner."""
    yield owned_database(server, "bench")
    drop_database(server, "bench")


def test_nothing_is_lost_or_doubled_when_jurors_score_at_once(address: str) -> None:
    jurors.host(address, 3)
    saves = jurors.score_some(address, range(3), pause=0)
    plain = jurors.bare(address, 20)

    assert (len(saves), len(plain.seconds)) == (3 * 2 * jurors.CANDIDACIES, 20)
    assert jurors.lost_or_doubled(address, 3) == []
    assert jurors.lost_or_doubled(address, 4) != []  # a juror who is missing is found


def test_the_table_tells_the_median_and_the_slowest() -> None:
    saves = jurors.Saves(tuple(number / 1000 for number in range(1, 101)))

    assert saves.line("jurors") == "| jurors | 100 | 50.5 | 100.0 | 100.0 |"
