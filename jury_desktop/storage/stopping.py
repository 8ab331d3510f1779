"""Long reading that can be broken off: SQLite asks now and then whether to go on."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import contextmanager

from sqlalchemy import Connection
from sqlalchemy.exc import DBAPIError

from jury_desktop.domain.backup import Tell
from jury_desktop.storage.drivers import OPERATIONAL_ERRORS, driver_of

OFTEN = 100_000
"""Steps of SQLite's machine between two questions: some milliseconds."""
_STOPPED: tuple[type[Exception], ...] = (DBAPIError, *OPERATIONAL_ERRORS)


@contextmanager
def stoppable(connection: Connection, tell: Tell) -> Iterator[None]:
    """Asks now and then whether to go on; what ``tell`` raises then comes out here. A database on a server is
    not asked."""
    said: list[BaseException] = []
    if connection.dialect.name != "sqlite":
        yield
        return
    bare = driver_of(connection)
    bare.set_progress_handler(_asking(tell, said), OFTEN)
    try:
        yield
    except _STOPPED:
        if said:
            raise said[0] from None
        raise
    finally:
        bare.set_progress_handler(None, 0)


def _asking(tell: Tell, said: list[BaseException]) -> Callable[[], int]:
    def ask() -> int:
        try:
            tell(0, 0)
        except BaseException as stop:  # SQLite would only print it
            said.append(stop)
            return 1
        return 0

    return ask
