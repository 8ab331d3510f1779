"""TLS as a PostgreSQL server speaks it: certificates of an authority of our own, and a front that answers for
a server without it. The PostgreSQL of the tests is built without TLS; whoever connects cannot tell the two
apart, for all that is refused is refused here, by libpq. ``benchmarks/server_tls.py`` does the same with a
server that has it.
"""

from __future__ import annotations

import socket
import ssl
import threading
from collections.abc import Iterator
from contextlib import closing, contextmanager, suppress
from datetime import UTC, datetime, timedelta
from pathlib import Path

from cryptography import x509
from cryptography.hazmat.primitives import hashes, serialization
from cryptography.hazmat.primitives.asymmetric import ec
from cryptography.x509.oid import NameOID

NAME = "db.gemeente.example"
"""The name on the certificate of the server."""
_ASKS_TLS = (8).to_bytes(4) + (80877103).to_bytes(4)
"""How a client begins that wants TLS (PostgreSQL manual, SSLRequest)."""
_PIECE = 65_536


class Authority:
    """Somebody who signs certificates, and the file that a user gets of it."""

    def __init__(self, folder: Path, name: str) -> None:
        self._key = ec.generate_private_key(ec.SECP256R1())
        self._folder = folder
        self._name = name
        self.file = folder / f"{name}.pem"
        self.file.write_bytes(self._signed(name, self._key, days=30))

    def certificate(self, host: str, days: int = 30) -> Path:
        """A certificate with its key for a server; one that lasts for less than no days has expired."""
        key = ec.generate_private_key(ec.SECP256R1())
        file = self._folder / f"{host}.{days}.server"
        secret = key.private_bytes(
            serialization.Encoding.PEM, serialization.PrivateFormat.PKCS8, serialization.NoEncryption()
        )
        file.write_bytes(secret + self._signed(host, key, days))
        return file

    def _signed(self, name: str, key: ec.EllipticCurvePrivateKey, days: int) -> bytes:
        now = datetime.now(UTC)
        made = (
            x509.CertificateBuilder()
            .subject_name(_named(name))
            .issuer_name(_named(self._name))
            .public_key(key.public_key())
            .serial_number(x509.random_serial_number())
            .not_valid_before(now - timedelta(days=60))
            .not_valid_after(now + timedelta(days=days))
            .add_extension(x509.BasicConstraints(name == self._name, None), critical=True)
            .add_extension(x509.SubjectAlternativeName([x509.DNSName(name)]), critical=False)
            .sign(self._key, hashes.SHA256())
        )
        return made.public_bytes(serialization.Encoding.PEM)


def _named(name: str) -> x509.Name:
    return x509.Name([x509.NameAttribute(NameOID.COMMON_NAME, name)])


@contextmanager
def front(behind: str, certificate: Path | None) -> Iterator[tuple[int, list[str]]]:
    """A port of this computer that leads to the socket of a server, with TLS or (None) without; and the TLS
    version of each connection over which the client said something.

    :param behind: the path of the socket.
    """
    context, spoken = None, list[str]()
    if certificate is not None:
        context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
        context.load_cert_chain(certificate)
    with closing(socket.create_server(("127.0.0.1", 0))) as door:
        threading.Thread(target=_answer, args=(door, behind, context, spoken), daemon=True).start()
        yield door.getsockname()[1], spoken


def _answer(door: socket.socket, behind: str, context: ssl.SSLContext | None, spoken: list[str]) -> None:
    with suppress(OSError):  # the door is closed at the end
        while True:
            client, _ = door.accept()
            threading.Thread(target=_serve, args=(client, behind, context, spoken), daemon=True).start()


def _serve(client: socket.socket, behind: str, context: ssl.SSLContext | None, spoken: list[str]) -> None:
    with suppress(OSError), client, socket.socket(socket.AF_UNIX) as server:
        if client.recv(len(_ASKS_TLS), socket.MSG_WAITALL) != _ASKS_TLS:
            return
        client.sendall(b"N" if context is None else b"S")
        if context is None:
            return
        with context.wrap_socket(client, server_side=True) as private:
            if not (first := private.recv(_PIECE)):
                return
            spoken.append(str(private.version()))
            server.connect(behind)
            server.sendall(first)
            threading.Thread(target=_carry, args=(server, private), daemon=True).start()
            _carry(private, server)


def _carry(one: socket.socket, other: socket.socket) -> None:
    """Everything that one says to the other, until it says no more."""
    with suppress(OSError):
        while piece := one.recv(_PIECE):
            other.sendall(piece)
    with suppress(OSError):
        other.shutdown(socket.SHUT_RDWR)
