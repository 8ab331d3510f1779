"""What holds for every test: no real screen is needed, no test fails because a machine is slow."""

from __future__ import annotations

import gc
import os
from collections.abc import Iterator

import pytest
from hypothesis import settings

from tests.postgres import ONE_SERVER, server

__all__ = ["server"]  # a fixture of every room

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

settings.register_profile("jury", deadline=None, derandomize="CI" in os.environ)
settings.load_profile("jury")


@pytest.hookimpl(wrapper=True)
def pytest_collection() -> Iterator[None]:
    """Ten thousand tests stay to the end: no search for garbage goes through them, now or later."""
    gc.disable()
    try:
        return (yield)
    finally:
        gc.enable()
        gc.collect()
        gc.freeze()


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    for item in items:
        if "server" in getattr(item, "fixturenames", ()):
            item.add_marker(ONE_SERVER)
