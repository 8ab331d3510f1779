"""Frames between the program and its reading process."""

from __future__ import annotations

from io import BytesIO

import pytest

from jury_desktop.mailbox import wire


def written(*blobs: bytes) -> BytesIO:
    stream = BytesIO()
    wire.write(stream, {"do": "mail"}, blobs)
    stream.seek(0)
    return stream


def test_come_over_as_they_were_one_after_the_other_up_to_the_end() -> None:
    stream = BytesIO(written(b"een", b"").getvalue() + written().getvalue())

    assert [wire.read(stream) for _ in range(3)] == [
        ({"do": "mail"}, [b"een", b""]),
        ({"do": "mail"}, []),
        None,
    ]


@pytest.mark.parametrize("missing", [1, 4, 20])
def test_that_break_off_are_refused(missing: int) -> None:
    with pytest.raises(wire.BrokenFrameError):
        wire.read(BytesIO(written(b"een").getvalue()[:-missing]))


def test_that_hold_too_much_together_are_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    stream = written(bytes(60), bytes(60))
    monkeypatch.setattr(wire, "_LARGEST", 100)

    with pytest.raises(wire.BrokenFrameError):
        wire.read(stream)
