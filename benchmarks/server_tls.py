"""TLS with a PostgreSQL that has it: ``python -m benchmarks.server_tls /usr/lib/postgresql/17/bin``.

The PostgreSQL of the tests is built without TLS, so that they put a front before it. This makes a server with
``ssl = on`` and a certificate of an authority of its own, and connects as the program does: with what holds,
with what does not, and with the server's TLS turned off. Told is what was refused, in the words of the
program; exit code 1 when anything was let in that should not have been, or kept out that should not.
"""

from __future__ import annotations

import argparse
import os
import shutil
import subprocess
import tempfile
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path

from jury_desktop import bootstrap, wording
from jury_desktop.domain.errors import StorageError
from jury_desktop.storage.store import open_store
from tests.storage.server.tls import NAME, Authority

PORT = 55_432
_SETTINGS = """
ssl = on
ssl_cert_file = '{certificate}'
ssl_key_file = '{certificate}'
port = {port}
listen_addresses = '127.0.0.1'
unix_socket_directories = '{folder}'
"""


class Server:
    """A PostgreSQL of one's own; who runs this as root names another user, for no server runs as root."""

    def __init__(self, tools: Path, folder: Path, user: str) -> None:
        self.tools, self.folder, self._user = tools, folder, user

    def run(self, tool: str, *words: str) -> None:
        """One of the tools of PostgreSQL, which must succeed."""
        command = [str(self.tools / tool), *words]
        as_user = ["runuser", "-u", self._user, "--"] if os.geteuid() == 0 else []
        subprocess.run([*as_user, *command], check=True, stdout=subprocess.DEVNULL)

    def say(self, statement: str) -> None:
        """Has the server do something."""
        place = ("--host", str(self.folder), "--port", str(PORT), "--username", "postgres")
        self.run("psql", *place, "--quiet", "--command", statement)


@contextmanager
def server(tools: Path, folder: Path, user: str, certificate: Path) -> Iterator[Server]:
    """A server with TLS and an empty database, whose owner needs no password."""
    made, data = Server(tools, folder, user), str(folder / "data")
    if os.geteuid() == 0:
        for each in (folder, certificate):
            shutil.chown(each, user)
    certificate.chmod(0o600)
    made.run("initdb", "--pgdata", data, "--username", "postgres", "--auth", "trust", "--no-sync")
    settings = _SETTINGS.format(certificate=certificate, port=PORT, folder=folder)
    with Path(data, "postgresql.conf").open("a", encoding="utf-8") as file:
        file.write(settings)
    made.run("pg_ctl", "--pgdata", data, "--log", str(folder / "data" / "log"), "--wait", "start")
    try:
        made.say("CREATE ROLE beheer LOGIN CREATEROLE")
        made.say("CREATE DATABASE lier OWNER beheer")
        yield made
    finally:
        made.run("pg_ctl", "--pgdata", data, "--mode", "immediate", "stop")


def address(name: str, root: Path | None, mode: str = "") -> str:
    """Where the server is, under a name, for who trusts an authority (None: those of the system)."""
    more = (f"&sslrootcert={root}" if root is not None else "") + (f"&sslmode={mode}" if mode else "")
    return f"postgresql://beheer@{name}:{PORT}/lier?hostaddr=127.0.0.1{more}"


def answer(place: str) -> str:
    """Empty when a dossier could be opened there, else why not, in words."""
    try:
        open_store(place).close()
    except StorageError as error:
        return wording.render(error.message, "en")
    return ""


def trial(made: Server, ours: Authority, other: Authority) -> bool:
    """Whether everything went as it should."""
    bootstrap.create_dossier(address(NAME, ours.file), "lier-2023").store.close()
    cases = {
        "own authority, verify-full": (address(NAME, ours.file), True),
        "verify-ca under another name": (address("ander.example", ours.file, "verify-ca"), True),
        "another name": (address("ander.example", ours.file), False),
        "another authority": (address(NAME, other.file), False),
        "the authorities of the system": (address(NAME, None), False),
        "sslmode=disable": (address(NAME, ours.file, "disable"), False),
    }
    right = [_told(name, place, wanted) for name, (place, wanted) in cases.items()]
    made.say("ALTER SYSTEM SET ssl = off")
    made.run("pg_ctl", "--pgdata", str(made.folder / "data"), "--wait", "restart")
    right.append(_told("a server without TLS", address(NAME, ours.file), wanted=False))
    return all(right)


def _told(name: str, place: str, wanted: bool) -> bool:
    refused = answer(place)
    print(f"{name:34}{'refused: ' + refused if refused else 'let in'}")
    return (not refused) == wanted


def main(words: Sequence[str] | None = None) -> int:
    """Runs the trial; gives the exit code."""
    parser = argparse.ArgumentParser(description=__doc__.partition("\n")[0])
    parser.add_argument("tools", type=Path, help="folder with the programs of a PostgreSQL that has TLS")
    parser.add_argument("--user", default="postgres", help="who runs the server, for who runs this as root")
    asked = parser.parse_args(words)
    with tempfile.TemporaryDirectory(prefix="jury-tls-") as name:
        folder = Path(name)
        ours, other = Authority(folder, "Eigen autoriteit"), Authority(folder, "Andere autoriteit")
        with server(asked.tools, folder, asked.user, ours.certificate(NAME)) as made:
            return 0 if trial(made, ours, other) else 1


if __name__ == "__main__":
    raise SystemExit(main())
