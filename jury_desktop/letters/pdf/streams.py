"""Streams that end as PDF/A asks: with an end-of-line before ``endstream`` (ISO 19005-2, 6.1.7.1)."""

from __future__ import annotations

import zlib
from functools import lru_cache
from typing import Any

from reportlab.pdfbase.pdfdoc import PDFDictionary, PDFObject

_END_OF_LINE = b"\r\n"


class _Closed(PDFObject):  # type: ignore[misc]
    """Bytes of a stream; the end-of-line after them does not count in the stream's length.

    It is CR LF, since a lone LF after data that happen to end in CR would be taken together with it.
    """

    def __init__(self, content: bytes) -> None:
        self._content = content

    def __len__(self) -> int:
        return len(self._content)

    def format(self, document: Any) -> bytes:
        return self._content + _END_OF_LINE


class Deflate:
    """The stream filter for every stream of a document."""

    pdfname = "FlateDecode"

    def encode(self, content: str | bytes) -> _Closed:
        """The compressed ``content``."""
        data = content.encode("utf-8") if isinstance(content, str) else content
        return _Closed(_compressed(data))


@lru_cache(maxsize=64)
def _compressed(data: bytes) -> bytes:
    """The same for whatever comes back: the colour profile, a font of which each letter uses as much."""
    return zlib.compress(data)


class PlainStream(PDFObject):  # type: ignore[misc]
    """A stream without filter, so that XMP can be found without a PDF reader (ISO 19005-2, 6.6.2.1)."""

    __RefOnly__ = 1

    def __init__(self, content: bytes, entries: dict[str, Any]) -> None:
        self._content = content
        self._entries = entries

    def format(self, document: Any) -> bytes:
        """See ReportLab."""
        head: bytes = PDFDictionary(self._entries | {"Length": len(self._content)}).format(document)
        return head + b"\nstream\n" + self._content + _END_OF_LINE + b"endstream\n"
