"""The syntax trees of the whole program take 180 MB: they are kept for these tests, and no longer."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from tests.architecture.checkout import tree


@pytest.fixture(scope="package", autouse=True)
def _trees() -> Iterator[None]:
    yield
    tree.cache_clear()
