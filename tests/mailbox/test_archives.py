"""Zip attachments, counted before they are opened."""

from __future__ import annotations

import io
import struct
import zipfile

import pytest
from hypothesis import given
from hypothesis import strategies as st

from jury_desktop.domain.errors import JuryError
from jury_desktop.mailbox import archives, limits
from jury_desktop.mailbox.archives import names_in, open_attachment, open_mailbox
from tests.mailbox.builders import zipped


@pytest.fixture
def few(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(limits, "ZIP_MEMBERS", 3)


MANY = zipped({str(number): b"x" for number in range(4)})


@pytest.mark.usefixtures("few")
class TestTooManyMembers:
    @pytest.mark.parametrize(
        "data",
        [
            MANY,
            b"voorafgaand" + MANY,
            MANY[:-10] + (9).to_bytes(4, "little") + MANY[-6:],
            MANY[:-22] + b"PK\x06\x07" + bytes(16) + MANY[-22:],
        ],
    )
    def test_are_never_listed(self, data: bytes) -> None:
        assert names_in(data) == frozenset()

    def test_are_refused(self) -> None:
        with pytest.raises(JuryError) as refused:
            open_attachment(MANY)

        assert refused.value.message.key == "intake.attachment_bomb"

    def test_do_not_count_what_a_member_holds(self) -> None:
        assert names_in(zipped({"in.zip": MANY}, compression=0)) == {"in.zip"}


def listing(members: int) -> bytes:
    """A zip that lists so many members, in the long form that knows no limit."""
    entry = b"PK\x01\x02" + struct.pack("<6H3I5H2I", 20, 20, *[0] * 7, 1, *[0] * 6) + b"a"
    size = members * len(entry)
    wide = struct.pack("<QHHIIQQQQ", 44, 45, 45, 0, 0, members, members, size, 4)
    pointer = struct.pack("<IQI", 0, 4 + size, 1)
    end = struct.pack("<HHHHIIH", 0, 0, 0xFFFF, 0xFFFF, 0xFFFFFFFF, 0xFFFFFFFF, 0)
    tail = b"PK\x06\x06" + wide + b"PK\x06\x07" + pointer + b"PK\x05\x06" + end
    return b"PK\x03\x04" + entry * members + tail


class TestAMailbox:
    def test_may_have_many_members(self) -> None:
        assert len(open_mailbox(io.BytesIO(listing(1000))).infolist()) == 1000

    def test_with_far_too_many_is_refused_before_they_are_listed(
        self, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        """Three million members in 134 MB would take two gigabytes as objects."""
        monkeypatch.setattr(limits, "ZIP_MEMBERS", 50)
        monkeypatch.setattr(zipfile, "ZipInfo", None)

        with pytest.raises(JuryError) as refused:
            open_mailbox(io.BytesIO(listing(1001)))

        assert refused.value.message.key == "intake.zip_bomb"

    def test_with_a_list_longer_than_memory_allows_is_refused(self, monkeypatch: pytest.MonkeyPatch) -> None:
        monkeypatch.setattr(archives, "_DIRECTORY", 100_000)

        with pytest.raises(JuryError):
            open_mailbox(io.BytesIO(listing(9_000)))

    def test_may_hold_long_members(self) -> None:
        with open_mailbox(io.BytesIO(zipped({"a.mbox": MANY * 1000}, compression=0))) as archive:
            assert archive.read("a.mbox") == MANY * 1000


@given(st.dictionaries(st.text("ab/", min_size=1, max_size=5), st.binary(max_size=30), max_size=8))
def test_all_names_are_found(files: dict[str, bytes]) -> None:
    assert names_in(zipped(files)) == set(files)
