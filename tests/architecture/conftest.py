"""The syntax trees of the whole program take 180 MB: they are kept for these tests, and no longer."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.architecture.checkout import tree

HERE = Path(__file__).parent


def pytest_runtest_teardown(nextitem: pytest.Item | None) -> None:
    if nextitem is None or HERE not in nextitem.path.parents:
        tree.cache_clear()
