"""Streams end with an end-of-line that does not count."""

from __future__ import annotations

import re
import zlib

import pytest
from reportlab.pdfbase.pdfdoc import DummyDoc, PDFDictionary, PDFStream

from jury_desktop.letters.pdf.streams import Deflate, PlainStream


class Document(DummyDoc):
    """As much of a document as a stream needs."""

    compression = 0
    defaultStreamFilters = (Deflate(),)  # noqa: N815 - ReportLab's name


def content(stream: bytes) -> tuple[int, bytes]:
    found = re.fullmatch(rb"<<\n.*/Length (\d+).*>>\nstream\n(.*)\r\nendstream\n", stream, re.DOTALL)
    assert found
    return int(found[1]), found[2]


@pytest.mark.parametrize("data", [b"", b"abc", b"ends in CR\r", b"ends in LF\n", bytes(range(256)) * 9])
def test_a_compressed_stream(data):
    length, found = content(PDFStream(PDFDictionary(), data).format(Document()))
    assert (length, zlib.decompress(found)) == (len(found), data)


@pytest.mark.parametrize("data", [b"", b"<x/>", b"ends in CR\r"])
def test_a_plain_stream_is_stored_as_it_is(data):
    stream = PlainStream(data, {"Type": "/Metadata"}).format(Document())
    assert content(stream) == (len(data), data)
    assert b"Filter" not in stream
