"""Zip files (docx, xlsx) that come out byte for byte the same on every machine."""

from __future__ import annotations

import io
import re
import zipfile

STAMP = (2023, 5, 30, 9, 0, 0)
_SAVED = re.compile(rb"(<dcterms:(?:created|modified)[^>]*>)[^<]*")
_PROGRAM = re.compile(rb"<Application>Microsoft Excel[^<]*</Application><AppVersion>[^<]*</AppVersion>")


def repack(content: bytes) -> bytes:
    """The same archive with fixed times, fixed order and stored members.

    Members are stored, not deflated: zlib and zlib-ng deflate to different bytes.
    """
    target = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(content)) as source, zipfile.ZipFile(target, "w") as packed:
        for name in sorted(source.namelist(), key=_content_types_first):
            member = zipfile.ZipInfo(name, STAMP)
            member.create_system = 0
            member.external_attr = 0
            packed.writestr(member, _still(source.read(name)))
    return target.getvalue()


def _content_types_first(name: str) -> tuple[bool, str]:
    return name != "[Content_Types].xml", name


def _still(content: bytes) -> bytes:
    """The member with the times and the version number that openpyxl writes by itself set to fixed ones."""
    content = _SAVED.sub(rb"\g<1>2023-05-30T09:00:00Z", content)
    return _PROGRAM.sub(
        rb"<Application>Microsoft Excel</Application><AppVersion>16.0300</AppVersion>", content
    )
