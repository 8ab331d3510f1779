"""Who owns the database of a server can change anything in it; the check finds and names it.
``benchmarks/tampering.py --server`` does the same thousands of times."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from jury_desktop.domain.messages import say
from tests.postgres import ONE_SERVER, drop_database, owned_database
from tests.storage.server.scene import Hosted, host, whole
from tests.storage.server.tampering import ON_SERVER, ServerBench
from tests.storage.tampering import Kind, tampered

pytestmark = ONE_SERVER


@pytest.fixture(scope="module")
def bench(server: str) -> Iterator[ServerBench]:
    hosted = host(owned_database(server, "tampered"), whole)
    hosted.close()
    found = ServerBench(hosted.owner)
    yield found
    found.close()
    drop_database(server, "tampered")


@pytest.mark.parametrize("kind", ON_SERVER, ids=lambda kind: kind.__name__)
def test_tampering_is_found_and_named(bench: ServerBench, kind: Kind) -> None:
    outcome = tampered(bench, kind, 1)

    assert (outcome.found, outcome.named) == (True, True), outcome


TRIGGER = (
    "CREATE TRIGGER stil BEFORE UPDATE ON sheet FOR EACH ROW "
    "EXECUTE FUNCTION suppress_redundant_updates_trigger()"
)


@pytest.mark.parametrize(
    ("statement", "name", "part"),
    [
        ("ALTER TABLE letter DISABLE ROW LEVEL SECURITY", "letter", "ROW LEVEL SECURITY"),
        ("CREATE TABLE kladblok (tekst text)", "kladblok", ""),
        (TRIGGER, "stil", ""),
        ("CREATE RULE niets AS ON DELETE TO juror DO INSTEAD NOTHING", "niets", ""),
    ],
)
def test_rules_that_were_taken_away_or_put_in_are_named(
    bench: ServerBench, statement: str, name: str, part: str
) -> None:
    with bench.opened(0) as desk:
        desk.file.execute(statement)
        found = {each.what for each in bench.looked(desk.connection)} - {each.what for each in bench.usual}

    altered = say("storage.table_altered", name=name, parts=part)
    assert found == {altered if part else say("storage.foreign_part", name=name)}


def test_guards_that_are_off_are_named(bench: ServerBench) -> None:
    """As they are while somebody tampers."""
    assert say("storage.table_altered", name="sheet", parts="a_guard") in {each.what for each in bench.usual}


def test_on_a_server_as_it_was_made_nothing_is_found(standing: Hosted) -> None:
    assert standing.store().problems() == ()
