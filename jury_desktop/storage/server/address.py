"""The address of a database: read, kept from travelling in the clear, and shown without its password."""

from __future__ import annotations

import os
from collections.abc import Iterator
from ipaddress import ip_address

from sqlalchemy import URL, make_url
from sqlalchemy.exc import ArgumentError

from jury_desktop.domain.errors import StorageError
from jury_desktop.domain.messages import say

SCHEMES = ("postgresql:", "postgresql+psycopg:", "postgres:")
"""How the address of a dossier in a database begins."""
_SAFE = ("require", "verify-ca", "verify-full")
"""The values of libpq's ``sslmode`` in which nothing is sent in the clear
(https://www.postgresql.org/docs/18/libpq-ssl.html)."""
_BEST = {"sslmode": "verify-full", "sslrootcert": "system"}
"""What an address gets that says nothing: as a browser does, the name and the certificate must agree."""


def address_of(text: str) -> URL:
    """The address, complete with how the connection is kept secret.

    :raises StorageError: it is no address, or allows a connection over a network without TLS.
    """
    url = _read(text)
    if not all(map(_is_here, _hosts(url))):
        url = _over_tls(url)
    return url


def with_password(text: str, password: str) -> str:
    """The address with a password in it, for the driver alone: it is never shown or kept. "" adds nothing."""
    url = _read(text)
    return url.set(password=password or url.password).render_as_string(hide_password=False)


def _read(text: str) -> URL:
    wrong = StorageError(say("storage.bad_address", address=text.rpartition("@")[2]))
    if not text.startswith(SCHEMES):
        raise wrong
    try:
        url = make_url(f"postgresql+psycopg:{text.partition(':')[2]}")
    except (ArgumentError, ValueError) as error:
        raise wrong from error
    if url.query and not _options() >= url.query.keys():
        raise wrong
    return url


def _options() -> frozenset[str]:
    """What may stand behind the ``?`` of an address: the words that libpq knows."""
    from psycopg.pq import Conninfo

    return frozenset(option.keyword.decode() for option in Conninfo.get_defaults())


def _over_tls(url: URL) -> URL:
    mode = url.query.get("sslmode")
    if mode is None:
        rest = {key: value for key, value in _BEST.items() if key not in url.query}
        return url.update_query_dict({"gssencmode": "disable", **rest})
    if mode not in _SAFE:
        raise StorageError(say("server.in_the_clear", host=url.host or "", mode=str(mode)))
    return url.update_query_dict({"gssencmode": "disable"})


def _hosts(url: URL) -> Iterator[str]:
    """Every machine, or folder with a socket, that the driver may connect to."""
    named = [url.query.get("host", ()), url.query.get("hostaddr", ()), url.host or ()]
    listed = [part for each in named for part in ((each,) if isinstance(each, str) else each)]
    listed = listed or [os.environ.get("PGHOST", ""), os.environ.get("PGHOSTADDR", "")]
    if "service" in url.query or os.environ.get("PGSERVICE"):
        listed.append("service")  # a file of the system says which machine
    for each in listed:
        yield from each.split(",")


def _is_here(host: str) -> bool:
    """Whether a connection stays on this computer: a socket, or the loopback."""
    if not host or host.startswith(("/", "@")) or host == "localhost":
        return True
    try:
        return ip_address(host.partition(":")[0] if host.count(":") == 1 else host).is_loopback
    except ValueError:
        return False
