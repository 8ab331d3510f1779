"""A box gives back what was put in it, and refuses whatever is not one."""

from __future__ import annotations

import hashlib
from io import BytesIO
from zipfile import ZIP_DEFLATED, ZIP_STORED, ZipFile

import pytest
from hypothesis import given
from hypothesis import strategies as st

from jury_desktop.packets import box


def key_of(content: bytes) -> str:
    return hashlib.sha256(content).hexdigest()


@given(st.binary(max_size=200), st.lists(st.binary(max_size=200), unique=True, max_size=4))
def test_what_is_packed_comes_out_the_same(document: bytes, contents: list[bytes]) -> None:
    files = {key_of(content): content for content in contents}

    assert box.unpack(box.pack(document, files)) == (document, files)


@given(st.binary(max_size=300))
def test_anything_else_is_refused(content: bytes) -> None:
    with pytest.raises(box.BoxError):
        box.unpack(content)


def a_zip(*entries: tuple[str, bytes], how: int = ZIP_STORED) -> bytes:
    made = BytesIO()
    with ZipFile(made, "w", how) as archive:
        for name, content in entries:
            archive.writestr(name, content)
    return made.getvalue()


HOSTILE = {
    "no document": a_zip((f"files/{key_of(b'a')}", b"a")),
    "a path out of it": a_zip((box.DOCUMENT, b"{}"), ("../../etc/passwd", b"a")),
    "an absolute path": a_zip((box.DOCUMENT, b"{}"), ("/files/x", b"a")),
    "a name that is not its content": a_zip((box.DOCUMENT, b"{}"), (f"files/{key_of(b'a')}", b"b")),
    "what unfolds": a_zip((box.DOCUMENT, b"0" * 10_000_000), how=ZIP_DEFLATED),
    "one name in another's place": a_zip((box.DOCUMENT, b"{}"), (f"files/{key_of(b'a').upper()}", b"a")),
    "cut off": a_zip((box.DOCUMENT, b"{}"))[:-10],
}


@pytest.mark.parametrize("content", HOSTILE.values(), ids=HOSTILE)
def test_a_hostile_zip_is_refused(content: bytes) -> None:
    with pytest.raises(box.BoxError):
        box.unpack(content)


def test_more_files_than_a_packet_can_have_are_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(box, "MOST_FILES", 2)

    with pytest.raises(box.BoxError):
        box.unpack(box.pack(b"{}", {key_of(content): content for content in (b"a", b"b")}))


def test_a_document_larger_than_any_is_refused_before_it_is_read(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(box, "LARGEST_DOCUMENT", 10)

    with pytest.raises(box.BoxError):
        box.unpack(a_zip((box.DOCUMENT, b"{}" * 6)))
