"""Files made to hurt: one clear reason, within bounds, whatever is in them."""

from __future__ import annotations

import os
import struct
from contextlib import suppress
from pathlib import Path

import pytest
from hypothesis import HealthCheck, example, given, settings
from hypothesis import strategies as st

from jury_desktop.domain.errors import JuryError
from jury_desktop.domain.messages import say
from jury_desktop.mailbox.child import Child, UnreadError
from jury_desktop.mailbox.limits import MEBIBYTE, TEXT_CHARACTERS, Limits
from jury_desktop.mailbox.mime import take_apart
from jury_desktop.mailbox.outlook import msg, tnef
from jury_desktop.mailbox.outlook.properties import LONGEST, STRING8, Tag
from jury_desktop.mailbox.outlook.rewrite import as_mime
from tests.mailbox.builders import SHARED, everything, mails, reasons, written
from tests.mailbox.outlook import builders
from tests.mailbox.outlook.builders import arrived, attached, embedded, packed_rtf
from tests.mailbox.outlook.compound import NOBODY, compound

MESSAGE = builders.msg(
    arrived(RTF_COMPRESSED=packed_rtf(r"{\rtf1\ansi Dag}")),
    recipients=[{Tag.DISPLAY_NAME: "Stad", Tag.SMTP_ADDRESS: "info@stad.example"}],
    attachments=[attached("a.pdf", b"%PDF-" * 2000), embedded("b", arrived(), [attached("c.txt", b"c")])],
)
WRAPPED = builders.winmail(
    arrived(), [("a.txt", b"a" * 99, {Tag.ATTACH_LONG_FILENAME: "lange naam.txt"}), ("b.txt", b"b", {})]
)
WRONG = st.one_of(
    st.binary(min_size=1, max_size=8), st.sampled_from([b"\xff" * 4, b"\0" * 4, b"\xfe" + b"\xff" * 3])
)
DIRECTORY = MESSAGE.index("Root Entry".encode("utf-16-le"))
LEFT, RIGHT, CHILD, START, SIZE = 68, 72, 76, 116, 120
"""Places of numbers in an entry of the directory."""


def wounded(data: bytes, wounds: list[tuple[float, bytes]], length: float) -> bytes:
    """The file with bytes overwritten at these shares of its length, and cut off at another."""
    copy = bytearray(data)
    for share, wrong in wounds:
        at = int(share * (len(copy) - len(wrong)))
        copy[at : at + len(wrong)] = wrong
    return bytes(copy[: int(length * len(copy))])


WOUNDS = st.lists(st.tuples(st.floats(0, 1), WRONG), max_size=6)
LENGTH = st.one_of(st.just(1.0), st.floats(0, 1))
PATIENT = settings(max_examples=300, deadline=None, suppress_health_check=[HealthCheck.too_slow])


@PATIENT
@given(WOUNDS, LENGTH)
@example([(0.07, b"\xff\xff\xff\x7f")], 1.0)
def test_a_wounded_message_is_read_or_refused(wounds: list[tuple[float, bytes]], length: float) -> None:
    with suppress(JuryError):
        take_apart(as_mime(msg.read(wounded(MESSAGE, wounds, length))))


@PATIENT
@given(WOUNDS, LENGTH)
def test_a_wounded_wrapping_is_read_or_refused(wounds: list[tuple[float, bytes]], length: float) -> None:
    with suppress(JuryError):
        take_apart(as_mime(tnef.read(wounded(WRAPPED, wounds, length))))


def answered(form: str, data: bytes) -> str:
    """How the reading process ends: with a message, or with a reason."""
    try:
        _, (source,) = SHARED.ask(form, data)
    except UnreadError as refusal:
        return refusal.message.key
    return "a message" if source.endswith(b"--\n") else "half a message"


@settings(max_examples=60, deadline=None)
@given(st.binary(max_size=3000))
def test_any_bytes_are_answered_by_the_reading_process(data: bytes) -> None:
    assert answered("msg", MESSAGE[:512] + data) == "intake.outlook_broken"
    assert answered("tnef", tnef.SIGNATURE + b"\x01\x00" + data) in ("a message", "intake.outlook_broken")


def entry(number: int, field: int, value: int) -> bytes:
    """The message with a number of a directory entry changed."""
    copy = bytearray(MESSAGE)
    struct.pack_into("<I", copy, DIRECTORY + 128 * number + field, value)
    return bytes(copy)


def chained(chain: dict[int, int]) -> bytes:
    """The message with links of its chain of sectors changed."""
    copy = bytearray(MESSAGE)
    fat = 512 * (1 + struct.unpack_from("<I", MESSAGE, 76)[0])
    for sector, following in chain.items():
        struct.pack_into("<I", copy, fat + 4 * sector, following)
    return bytes(copy)


class TestCompoundFiles:
    @pytest.mark.parametrize(
        "data",
        [
            entry(0, CHILD, 0),
            entry(0, CHILD, NOBODY),
            entry(0, CHILD, 1 << 30),
            entry(0, START, 0x7FFFFFFF),
            chained(dict.fromkeys(range(60), 0)),
            chained({number: number for number in range(60)}),
            MESSAGE[:512],
            MESSAGE[:700],
            b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + "__properties_version1.0".encode("utf-16-le"),
        ],
    )
    def test_that_are_broken_say_so(self, tmp_path: Path, data: bytes) -> None:
        assert reasons(written(tmp_path, "a.msg", data)) == ["intake.outlook_broken"]

    @pytest.mark.parametrize("field", [LEFT, RIGHT])
    def test_whose_entries_go_round_are_read_as_far_as_they_go(self, tmp_path: Path, field: int) -> None:
        for number in range(1, 12):
            found = everything(written(tmp_path, f"{number}.msg", entry(number, field, number)))
            assert len(found) == 1

    def test_whose_streams_share_their_bytes_are_refused(self, tmp_path: Path) -> None:
        """A thousand attachments of one megabyte each in a file of two."""
        parts = [attached(f"{number}.bin", b"") for number in range(300)]
        parts.append(attached("groot.bin", os.urandom(MEBIBYTE)))
        data = bytearray(builders.msg(arrived(), attachments=parts))
        name = "__substg1.0_37010102".encode("utf-16-le")
        places = [at for at in range(0, len(data) - 128, 128) if data[at : at + len(name)] == name]
        large = next(at for at in places if struct.unpack_from("<Q", data, at + SIZE)[0] == MEBIBYTE)
        for at in places:
            data[at + START : at + 128] = data[large + START : large + 128]

        assert reasons(written(tmp_path, "a.msg", bytes(data))) == ["intake.outlook_broken"]


class TestDepthAndNumber:
    def test_messages_within_messages_end(self, tmp_path: Path) -> None:
        inner = embedded("x", {Tag.SUBJECT: "diep"})
        for _ in range(25):
            inner = embedded("x", {Tag.SUBJECT: "diep"}, [inner])

        assert reasons(written(tmp_path, "a.msg", builders.msg({}, attachments=[inner]))) == [
            "intake.too_deep"
        ]

    def test_storages_deeper_than_can_be_walked_are_refused(self, tmp_path: Path) -> None:
        tree: dict[str, bytes | dict[str, object]] = {"x": b""}
        for _ in range(600):
            tree = {"__attach_version1.0_#00000000": tree}
        data = compound({"__properties_version1.0": bytes(32), **tree})  # type: ignore[dict-item]

        assert reasons(written(tmp_path, "a.msg", data)) == ["intake.too_deep"]

    def test_too_many_attachments_are_refused(self, tmp_path: Path) -> None:
        data = builders.msg({}, attachments=[attached("x", b"")] * 2001)

        assert reasons(written(tmp_path, "a.msg", data)) == ["intake.too_many_parts"]

    def test_too_many_wrapped_attachments_are_refused(self, tmp_path: Path) -> None:
        data = builders.winmail({}, [("x", b"", {})] * 2001)

        assert reasons(written(tmp_path, "winmail.dat", data)) == ["intake.too_many_parts"]


BOMBS = {
    "length": tnef.SIGNATURE + b"\x01\x00" + struct.pack("<BHHI", 1, 0x9003, 6, 0xFFFFFFFF),
    "count": tnef.SIGNATURE
    + b"\x01\x00"
    + builders.attribute(1, 0x9003, struct.pack("<IHHI", 0xFFFFFFFF, 0x1102, 0x3701, 0xFFFFFFFF) + bytes(14)),
    "rows": tnef.SIGNATURE + b"\x01\x00" + builders.attribute(1, 0x9004, b"\xff" * 4 + bytes(32)),
}


@pytest.mark.parametrize("bomb", BOMBS.values(), ids=BOMBS.keys())
def test_a_small_file_cannot_ask_for_much_memory(tmp_path: Path, bomb: bytes) -> None:
    """A file of 53 bytes took another reader 23 GB."""
    path = written(tmp_path, "winmail.dat", bomb)

    with Child(Limits(memory=600 * MEBIBYTE)) as child:
        assert len(mails(path, child=child)) == 1


@pytest.mark.parametrize("form", ["msg", "dat"])
def test_a_large_message_is_read_within_600_megabytes(tmp_path: Path, form: str) -> None:
    content = os.urandom(110 * MEBIBYTE)
    if form == "msg":
        data = builders.msg(arrived(), attachments=[attached("a.bin", content)])
    else:
        data = builders.winmail({}, [("a.bin", content, {})])

    with Child(Limits(memory=600 * MEBIBYTE)) as child:
        (mail,) = mails(written(tmp_path, f"a.{form}", data), child=child)

    assert [item.bytes for item in mail.attachments] == [len(content)]


@pytest.mark.parametrize("form", ["msg", "dat"])
def test_a_text_without_end_is_cut_and_says_so(tmp_path: Path, form: str) -> None:
    long = {Tag.SUBJECT: "Kandidatuur", Tag.BODY: (STRING8, b"a" * (LONGEST + 1))}
    data = builders.msg(long) if form == "msg" else builders.winmail(long)

    (mail,) = mails(written(tmp_path, f"a.{form}", data))

    assert mail.notes == (say("intake.outlook_long", megabytes=16),)
    assert (mail.subject, len(mail.text)) == ("Kandidatuur", TEXT_CHARACTERS)
