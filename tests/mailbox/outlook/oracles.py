"""Attachments by readers that share nothing with ours but the definition of the formats."""

from __future__ import annotations

import struct
from collections import Counter
from hashlib import sha256
from pathlib import Path

import olefile
import pypff
from oxmsg import Message

Found = tuple[str, str]
"""Name and SHA-256."""

_NAMES = ("3707001F", "3704001F", "3001001F", "3707001E", "3704001E", "3001001E")


def msg_files(path: Path) -> tuple[list[Found], int]:
    """Every file in a .msg, also in the messages within it, and how many messages lie within it."""
    with olefile.OleFileIO(str(path)) as file:
        paths = file.listdir(streams=True, storages=True)
        files = [_file(file, one) for one in paths if one[-1] == "__substg1.0_37010102"]
        held = [one for one in paths if one[-1] == "__substg1.0_3701000D"]
        messages = [one for one in held if file.exists([*one, "__properties_version1.0"])]
    return sorted(files), len(messages)


def _file(file: olefile.OleFileIO, path: list[str]) -> Found:
    for name in _NAMES:
        given = [*path[:-1], f"__substg1.0_{name}"]
        if file.exists(given):
            text = file.openstream(given).read().decode("utf-16-le" if name.endswith("F") else "cp1252")
            return text.rstrip("\0"), _digest(file.openstream(path).read())
    return "", _digest(file.openstream(path).read())


def msg_top_files(path: Path) -> Counter[Found]:
    """The files of the message itself by python-oxmsg, which looks into no message within."""
    found = ((one.file_name or "", one.file_bytes) for one in Message.load(str(path)).attachments)
    return Counter((name, _digest(content)) for name, content in found if content)


def pst_count(path: Path) -> int:
    """How many items lie in the folders of a .pst, whatever they are."""
    file = pypff.file()
    file.open(str(path))
    waiting, count = [file.get_root_folder()], 0
    while waiting:
        folder = waiting.pop()
        count += folder.get_number_of_sub_messages()
        waiting += list(folder.sub_folders)
    return count


def tnef_files(data: bytes) -> list[Found]:
    """The files in a TNEF stream that lie in attributes of their own."""
    files: list[tuple[str, bytes]] = []
    at = 6
    while at + 11 <= len(data):
        _, name, _, length = struct.unpack_from("<BHHI", data, at)
        content = data[at + 11 : at + 11 + length]
        if name == 0x9002:
            files.append(("", b""))
        elif name == 0x8010:
            files[-1] = content.rstrip(b"\0").decode("cp1252", "replace"), files[-1][1]
        elif name == 0x800F:
            files[-1] = files[-1][0], content
        at += 13 + length
    return [(name, _digest(content)) for name, content in files if content]


def _digest(content: bytes) -> str:
    return sha256(content).hexdigest()
