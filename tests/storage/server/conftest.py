"""Dossiers on a real server."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from tests.postgres import drop_database, owned_database
from tests.storage.server.scene import Hosted, host, whole


@pytest.fixture(scope="session")
def standing_address(server: str) -> str:
    """Where the dossier lies that no test alters."""
    return host(owned_database(server, "standing"), whole).owner


@pytest.fixture
def standing(standing_address: str) -> Iterator[Hosted]:
    """A dossier that no test alters."""
    hosted = Hosted(standing_address)
    yield hosted
    hosted.close()


@pytest.fixture
def hosted(server: str) -> Iterator[Hosted]:
    """A dossier of the test's own."""
    hosted = host(owned_database(server, "hosted"), whole)
    yield hosted
    hosted.close()
    drop_database(server, "hosted")
