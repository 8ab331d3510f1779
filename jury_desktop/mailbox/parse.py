"""A message as a tree of parts: a short way for ordinary ones, the standard library for the rest.

Nearly every message has well-formed headers and boundaries that open and close. Those are found here with a
few regular expressions, faster than line by line. Whatever is the least unusual goes to ``email`` with policy
compat32, which raised on none of 1316 real messages; tests compare the two trees.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from email import message_from_bytes
from email.errors import CloseBoundaryNotFoundDefect, StartBoundaryNotFoundDefect
from email.message import Message as Part
from email.policy import compat32
from itertools import pairwise
from typing import Any, NamedTuple

from jury_desktop.mailbox import headers

_HEADER = r"[!-9;-~]+:[^\n]*\n(?:[ \t][^\n]*\n)*"
_HEAD = re.compile(rf"((?:{_HEADER})*)\r?\n")
_FIELDS = re.compile(r"([!-9;-~]+):[ \t]*([^\n]*\n(?:[ \t][^\n]*\n)*)")
_BOUNDARY = re.compile(
    r"multipart/[a-z]+;\s*boundary=(?:\"([^\"\\;]+)\"|([^\"\\;=()<>@,/?\s]+))\s*", re.IGNORECASE
)
_DEEPEST = 20
_OPEN_ENDED = (CloseBoundaryNotFoundDefect, StartBoundaryNotFoundDefect)


class Tree(Part):
    """A part of a message that is only read: its headers are looked through once, not for every question."""

    def get(self, name: str, failobj: Any = None) -> Any:
        """The first value of a header, as ``email`` gives it but for what may stand behind it: "base64 ;"."""
        found = headers.of(self).by_name.get(name.lower())
        if found is None:
            return failobj
        return (
            found[0].rstrip("; \t\r\n")
            if found[0].isascii()
            else self.policy.header_fetch_parse(name, found[0])
        )

    def get_content_type(self) -> str:
        """The media type, remembered once the headers are known."""
        kind: str | None = self.__dict__.get("_kind")
        if kind is None:
            kind = self.__dict__["_kind"] = super().get_content_type()
        return kind

    def get_payload(self, i: Any = None, decode: bool = False) -> Any:
        """What it holds, decoded or as it came: ``email`` would read that by a charset, which may be any."""
        if decode:
            return super().get_payload(decode=True)
        held = self.__dict__["_payload"]
        return held if i is None else held[i]

    def get_boundary(self, failobj: Any = None) -> Any:
        """The boundary, none where it is said in letters that nothing can read."""
        try:
            return super().get_boundary(failobj)
        except ValueError:
            return failobj


class _UnusualError(Exception):
    """The message must go the long way."""


def message_from(raw: bytes) -> Part:
    """The tree of parts of a message, however broken."""
    try:
        return _part(raw.decode("ascii", "surrogateescape"), 0)
    except _UnusualError:
        return message_from_bytes(raw, _class=Tree, policy=compat32)


def breaks_off(message: Part) -> bool:
    """Whether a message of several parts ends before its last boundary: something may be missing."""
    return any(isinstance(defect, _OPEN_ENDED) for defect in message.defects)


def _part(text: str, depth: int) -> Part:
    head = _HEAD.match(text)
    if head is None or depth > _DEEPEST or ("\r" in text and _lone_returns(text)):
        raise _UnusualError
    part = Tree(policy=compat32)
    for name, value in _FIELDS.findall(head[1]):
        part.set_raw(name, value.rstrip("\r\n"))
    kind = part.get_content_type()
    if kind.startswith(("message/", "multipart/digest")):
        raise _UnusualError
    if kind.startswith("multipart/"):
        part.set_payload([_part(inner, depth + 1) for inner in _pieces(part, text, head.end())])
    else:
        part.set_payload(text[head.end() :])
    return part


def _lone_returns(text: str) -> bool:
    return text.count("\r") != text.count("\r\n")


def _pieces(part: Part, text: str, start: int) -> list[str]:
    """The sources of the parts of a multipart, each without the line end that belongs to the boundary."""
    marks = list(_marks(text, f"--{_boundary(part)}", start))
    if len(marks) < 2 or not marks[-1].closes or any(mark.closes for mark in marks[:-1]):
        raise _UnusualError
    return [_without_line_end(text[one.end : two.start]) for one, two in pairwise(marks)]


def _boundary(part: Part) -> str:
    found = _BOUNDARY.fullmatch(str(part["Content-Type"]))
    boundary = (found[1] or found[2]).rstrip() if found else part.get_boundary()
    if not boundary:
        raise _UnusualError
    return boundary


class _Mark(NamedTuple):
    """The line of a boundary, and whether it is the last one."""

    start: int
    end: int
    closes: bool


def _marks(text: str, separator: str, start: int) -> Iterator[_Mark]:
    """Every line that is the separator, alone or followed by two hyphens and white space."""
    at = text.find(separator, start)
    while at >= 0:
        end = text.find("\n", at) + 1 or len(text)
        rest = text[at + len(separator) : end].removesuffix("\n").removesuffix("\r")
        if text[at - 1 : at] == "\n" and not rest.removeprefix("--").strip(" \t"):
            yield _Mark(at, end, rest.startswith("--"))
        at = text.find(separator, at + len(separator))


def _without_line_end(text: str) -> str:
    if text.endswith("\r\n"):
        return text[:-2]
    if text.endswith("\n"):
        return text[:-1]
    raise _UnusualError
