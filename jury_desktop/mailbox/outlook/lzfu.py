"""Compressed RTF (MS-OXRTFCP): the body of a message as Outlook keeps it."""

from __future__ import annotations

import struct

from jury_desktop.mailbox import limits

_HEAD = struct.Struct("<III")
_COMPRESSED, _PLAIN = b"LZFu", b"MELA"
_START = (
    b"{\\rtf1\\ansi\\mac\\deff0\\deftab720{\\fonttbl;}{\\f0\\fnil \\froman \\fswiss \\fmodern \\fscript "
    b"\\fdecor MS Sans SerifSymbolArialTimes New RomanCourier{\\colortbl\\red0\\green0\\blue0\r\n\\par "
    b"\\pard\\plain\\f0\\fs20\\b\\i\\u\\tab\\tx"
)
_WINDOW = 4096
_LONGEST = 16 * limits.MEBIBYTE


def expanded(data: bytes) -> bytes:
    """The RTF, at most 16 MiB of it; empty where this is no compressed RTF, shorter where it breaks off."""
    if len(data) < 16:
        return b""
    _, length, _ = _HEAD.unpack_from(data)
    if data[8:12] == _PLAIN:
        return data[16 : 16 + min(length, _LONGEST)]
    return _expand(data, min(length, _LONGEST)) if data[8:12] == _COMPRESSED else b""


def _expand(data: bytes, length: int) -> bytes:
    """Every control byte announces eight tokens: a letter, or a place and length in what came before."""
    out = bytearray(_START)
    wanted = len(_START) + length
    at, end = 16, len(data)
    while at < end and len(out) < wanted:
        control = data[at]
        at += 1
        if control == 0:
            out += data[at : at + 8]
            at += 8
            continue
        for bit in range(8):
            if not control >> bit & 1:
                out += data[at : at + 1]
                at += 1
            elif at + 2 > end or not _repeat(out, data[at] << 8 | data[at + 1]):
                return bytes(out[len(_START) : wanted])
            else:
                at += 2
    return bytes(out[len(_START) : wanted])


def _repeat(out: bytearray, token: int) -> bool:
    """Copies what the token refers to, which may run into itself; False for the token that ends the text."""
    back = (len(out) - (token >> 4)) % _WINDOW
    if back == 0:
        return False
    count = (token & 15) + 2
    piece = out[-back:] if back <= len(out) else bytes(back - len(out)) + out
    out += (piece * (count // back + 1))[:count]
    return True
