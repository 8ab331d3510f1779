"""Brings the tables of a dossier to the shape this program knows, one revision at a time.

Alembic is loaded only where there is something to do, since an opened dossier is mostly up to date.
"""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path
from typing import TYPE_CHECKING, Any

from sqlalchemy import Connection, inspect, text

from jury_desktop.domain.errors import StorageError
from jury_desktop.domain.messages import say
from jury_desktop.storage.schema import metadata

if TYPE_CHECKING:
    from alembic.config import Config
    from alembic.runtime.migration import MigrationContext

HEAD = "0015"
"""The revision of the tables that this program works with: the newest in ``migrations/versions``."""

REVISIONS = Path(__file__).parent / "migrations"
VERSION_TABLE = "alembic_version"


def revision(connection: Connection) -> str:
    """The revision of the tables of a dossier."""
    return str(connection.scalar(text(f"SELECT version_num FROM {VERSION_TABLE}")))


def is_outdated(connection: Connection, name: str) -> bool:
    """Whether the tables are older than this program.

    :raises StorageError: this program does not know their revision, so a newer one made them; or something
        else wrote an earlier one there.
    """
    now = revision(connection)
    if now == HEAD:
        return False
    if now not in known_revisions():
        raise StorageError(say("storage.newer", name=name))
    if _sealed_for(connection) > now:
        raise StorageError(say("storage.version_wrong", name=name))
    return True


def _sealed_for(connection: Connection) -> str:
    """The revision for which every object has its seal; "" in a dossier of before there were any."""
    columns = {column["name"] for column in inspect(connection).get_columns("dossier")}
    return str(connection.scalar(text("SELECT sealed FROM dossier"))) if "sealed" in columns else ""


def known_revisions() -> tuple[str, ...]:
    """Every revision, newest first."""
    from alembic.script import ScriptDirectory

    script = ScriptDirectory.from_config(_config())
    return tuple(entry.revision for entry in script.walk_revisions())


def upgrade(connection: Connection) -> None:
    """Runs every missing revision within the transaction of ``connection``."""
    from alembic.runtime.environment import EnvironmentContext
    from alembic.script import ScriptDirectory

    config = _config()
    script = ScriptDirectory.from_config(config)

    def missing(current: Any, context: MigrationContext) -> Iterable[Any]:
        return script._upgrade_revs("head", current)  # as alembic.command.upgrade does; it has no public name

    with EnvironmentContext(config, script, fn=missing) as environment:
        environment.configure(connection=connection, target_metadata=metadata, transactional_ddl=True)
        environment.run_migrations()


def _config() -> Config:
    from alembic.config import Config

    config = Config()
    config.set_main_option("script_location", str(REVISIONS).replace("%", "%%"))
    config.set_main_option("path_separator", "os")
    return config
