"""Packets and sheet files as bytes, and back; whatever comes in is taken for hostile."""

from __future__ import annotations

import json
from collections.abc import Mapping
from typing import Any

from jury_desktop.codec import dump, load_foreign
from jury_desktop.domain.errors import JuryError, refuse
from jury_desktop.domain.packet import Packet, ReturnedWork
from jury_desktop.packets import locks
from jury_desktop.packets.box import pack, unpack

FORMAT = 1
"""The number of the format; a program refuses what a newer one made."""
LARGEST_PACKET = 512_000_000
"""Bytes of a packet: it is opened in memory, three times over."""
LARGEST_SHEET_FILE = 20_000_000
"""Bytes of a sheet file; one with a hundred sheets takes a few hundred thousand."""


def write_packet(packet: Packet, files: Mapping[str, bytes], passphrase: str) -> bytes:
    """A packet with its attachments (by SHA-256), locked.

    :raises JuryError: it would become too large to be opened again.
    """
    made = pack(_written("packet", dump(packet, Packet)), files)
    if len(made) > LARGEST_PACKET - 1_000_000:
        raise refuse("packet.would_be_too_large", megabytes=len(made) // 1_000_000)
    return locks.lock_by_passphrase(made, passphrase)


def read_packet(content: bytes, passphrase: str) -> tuple[Packet, Mapping[str, bytes]]:
    """The packet and its attachments.

    :raises JuryError: it is no packet, the passphrase is another one, it is damaged, or from a newer program.
    """
    if not locks.is_by_passphrase(content):
        raise refuse("packet.is_sheet_file" if locks.is_by_key(content) else "packet.no_packet")
    if len(content) > LARGEST_PACKET:
        raise refuse("packet.too_large")
    return read_opened(locks.open_by_passphrase(content, passphrase))


def read_opened(content: bytes) -> tuple[Packet, Mapping[str, bytes]]:
    """The packet and its attachments, of a packet that has been opened: who made it may be hostile all the
    same."""
    damaged = refuse("packet.damaged")
    try:
        document, files = unpack(content)
    except ValueError as error:
        raise damaged from error
    return _read("packet", document, Packet, damaged), files


def write_sheet_file(work: ReturnedWork, key: str) -> bytes:
    """What a juror sends back: signed and locked with the key of the packet."""
    document = _written("sheets", dump(work, ReturnedWork))
    return locks.lock_by_key(locks.signature(document, key) + b"\n" + document, key)


def read_sheet_file(content: bytes, keys: Mapping[str, str]) -> ReturnedWork:
    """What a juror sent back.

    :param keys: the key of every packet that may have been scored, by its id.
    :raises JuryError: it is no sheet file, belongs to none of these packets, or was tampered with.
    """
    if not locks.is_by_key(content):
        raise refuse("packet.is_packet" if locks.is_by_passphrase(content) else "packet.no_sheet_file")
    if len(content) > LARGEST_SHEET_FILE:
        raise refuse("packet.sheet_too_large")
    opened = locks.open_by_key(content, keys.values())
    if opened is None:
        raise refuse("packet.another_dossier")
    signed, _, document = opened.partition(b"\n")
    forged = refuse("packet.sheet_forged")
    work: ReturnedWork = _read("sheets", document, ReturnedWork, forged)
    if work.packet not in keys or not locks.is_signed(document, signed, keys[work.packet]):
        raise forged
    return work


def _written(what: str, value: str) -> bytes:
    """A document that says what it is. Texts from hostile mail may hold half a character."""
    return f'{{"jury":"{what}","format":{FORMAT},"value":{value}}}'.encode("utf-8", "surrogatepass")


def _read(what: str, document: bytes, kind: Any, unfit: JuryError) -> Any:
    try:
        whole = json.loads(document.decode("utf-8", "surrogatepass"))
        said, number, value = whole["jury"], whole["format"], whole["value"]
        if said != what or not isinstance(number, int):
            raise unfit
        if number > FORMAT:
            raise refuse("packet.newer")
        found = load_foreign(json.dumps(value), kind)
    except (ValueError, LookupError, TypeError, RecursionError) as error:
        raise unfit from error
    return found
