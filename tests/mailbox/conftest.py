"""The reading process that the tests of this room share."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from tests.mailbox.builders import SHARED


@pytest.fixture(scope="session", autouse=True)
def _shared_child() -> Iterator[None]:
    yield
    SHARED.close()
