"""Packets and sheet files, locked with real age: they come back whole, or not at all and with a reason."""

from __future__ import annotations

import json
from dataclasses import replace

import pyrage
import pytest

from jury_desktop.domain.call import Round
from jury_desktop.domain.errors import JuryError
from jury_desktop.domain.messages import say
from jury_desktop.domain.packet import Packet, ReturnedWork, taken_along
from jury_desktop.domain.sheet import Answer, GoalMark, Sheet
from jury_desktop.packets import (
    files,
    locks,
    new_key,
    read_packet,
    read_sheet_file,
    write_packet,
    write_sheet_file,
)
from tests.builders import NOW, a_call, a_candidacy, a_juror, a_sheet, a_version, an_attachment

CONTENT = b"%PDF-1.7"
FILE = an_attachment(CONTENT)
WORDS = "appel-fiets-lamp-zon-beker-muur"
KEY, OTHER_KEY = new_key(), new_key()
JUROR = a_juror()
CANDIDACY = taken_along(
    a_candidacy(organisation="Ankerpunt \ud83d vzw", versions=(a_version(), a_version(2, verdict="late")))
)
SHEET = a_sheet(
    JUROR,
    CANDIDACY,
    answers={"outreach": Answer(0, comment="Nul is geen leeg")},
    goal_marks={"1.1": GoalMark.PARTLY},
)
PACKET = Packet("p1", KEY, a_call().text, JUROR, Round.WRITTEN, (CANDIDACY,), (SHEET,), NOW)
WORK = ReturnedWork("p1", JUROR.id, Round.WRITTEN, NOW, (SHEET,), {CANDIDACY.id: "Verkeerd gelezen"})


@pytest.fixture(scope="module")
def packet() -> bytes:
    return write_packet(PACKET, {FILE.sha256: CONTENT}, WORDS)


@pytest.fixture(scope="module")
def sheet_file() -> bytes:
    return write_sheet_file(WORK, KEY)


def why(read, *arguments) -> str:
    with pytest.raises(JuryError) as refused:
        read(*arguments)
    return refused.value.message.key


# packets


def test_a_packet_comes_back_whole(packet: bytes) -> None:
    assert read_packet(packet, "Appel fiets lamp zon beker muur") == (PACKET, {FILE.sha256: CONTENT})


def test_nothing_of_a_packet_can_be_read_from_outside(packet: bytes) -> None:
    assert [text for text in (b"Jurylid", b"PDF-1.7", b"Ankerpunt") if text in packet] == []


def test_another_passphrase_is_told_as_such(packet: bytes) -> None:
    with pytest.raises(JuryError) as refused:
        read_packet(packet, "appel-fiets-lamp-zon-beker-raam")

    assert refused.value.message == say("packet.wrong_passphrase")


def test_an_empty_passphrase_is_a_wrong_one(packet: bytes) -> None:
    assert why(read_packet, packet, "") == "packet.wrong_passphrase"


@pytest.mark.parametrize("at", [60, -1])
def test_a_packet_of_which_anything_was_changed_does_not_open(packet: bytes, at: int) -> None:
    changed = bytearray(packet)
    changed[at] ^= 1

    assert why(read_packet, bytes(changed), WORDS) in {"packet.damaged", "packet.wrong_passphrase"}


def test_half_a_packet_is_damaged(packet: bytes) -> None:
    assert why(read_packet, packet[: len(packet) // 2], WORDS) == "packet.damaged"


def test_a_packet_that_asks_for_endless_work_is_refused_at_once(packet: bytes) -> None:
    """The work of a guess stands in the head of the file, as a power of two."""
    head, _, rest = packet.partition(b"\n-> scrypt ")
    salt, _, body = rest.partition(b" ")
    costly = head + b"\n-> scrypt " + salt + b" 19\n" + body.partition(b"\n")[2]

    assert why(read_packet, costly, WORDS) == "packet.too_costly"


@pytest.mark.parametrize("content", [b"", b"hello", b"PK\x03\x04", b"age-encryption.org/v1\n"])
def test_what_is_no_packet_is_called_so(content: bytes) -> None:
    assert why(read_packet, content, WORDS) == "packet.no_packet"


def test_a_sheet_file_is_no_packet(sheet_file: bytes) -> None:
    assert why(read_packet, sheet_file, WORDS) == "packet.is_sheet_file"


def test_a_packet_larger_than_memory_is_never_opened(packet: bytes, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(files, "LARGEST_PACKET", len(packet) - 1)

    assert why(read_packet, packet, WORDS) == "packet.too_large"


def test_a_packet_that_could_not_be_opened_again_is_not_made(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(files, "LARGEST_PACKET", 1_000_000)

    assert why(write_packet, PACKET, {FILE.sha256: CONTENT}, WORDS) == "packet.would_be_too_large"


def boxed(document: object) -> bytes:
    return files.pack(json.dumps(document).encode(), {})


HOSTILE = {
    "no json": "x",
    "another document": {"jury": "sheets", "format": 1, "value": {}},
    "a packet without anything": {"jury": "packet", "format": 1, "value": {}},
    "a list": [1, 2],
    "more than a packet has": {"jury": "packet", "format": 1, "value": {"__class__": "os.system"}},
}


@pytest.mark.parametrize("document", HOSTILE.values(), ids=HOSTILE)
def test_a_packet_that_holds_something_else_is_damaged(document: object) -> None:
    assert why(files.read_opened, boxed(document)) == "packet.damaged"


def test_a_packet_of_a_newer_program_says_so() -> None:
    assert why(files.read_opened, boxed({"jury": "packet", "format": 2, "value": {}})) == "packet.newer"


UNKEEPABLE = {
    "a moment without a zone": replace(SHEET, submitted_at=NOW.replace(tzinfo=None)),
    "a number beyond all bounds": replace(SHEET, answers={"outreach": Answer(10**30)}),
    "a text for a number": replace(SHEET, version="1"),  # type: ignore[arg-type]
    "yes for a number": replace(SHEET, answers={"outreach": Answer(True)}),
}


@pytest.mark.parametrize("sheet", UNKEEPABLE.values(), ids=UNKEEPABLE)
def test_values_that_no_dossier_can_keep_are_refused_on_both_ways(sheet: Sheet) -> None:
    document = files._written("packet", files.dump(replace(PACKET, sheets=(sheet,)), Packet))
    returned = write_sheet_file(replace(WORK, sheets=(sheet,)), KEY)

    assert why(files.read_opened, files.pack(document, {})) == "packet.damaged"
    assert why(read_sheet_file, returned, {"p1": KEY}) == "packet.sheet_forged"


# sheet files


def test_a_sheet_file_comes_back_whole(sheet_file: bytes) -> None:
    assert read_sheet_file(sheet_file, {"p0": OTHER_KEY, "p1": KEY}) == WORK


def test_a_sheet_file_of_another_dossier_is_told_as_such(sheet_file: bytes) -> None:
    assert why(read_sheet_file, sheet_file, {"p1": OTHER_KEY}) == "packet.another_dossier"
    assert why(read_sheet_file, sheet_file, {}) == "packet.another_dossier"


@pytest.mark.parametrize("at", [-1, -200, 130])
def test_a_sheet_file_of_which_anything_was_changed_does_not_open(sheet_file: bytes, at: int) -> None:
    changed = bytearray(sheet_file)
    changed[at] ^= 1

    refused = {"packet.sheet_damaged", "packet.another_dossier"}
    assert why(read_sheet_file, bytes(changed), {"p1": KEY}) in refused


def test_a_sheet_file_locked_for_the_dossier_by_somebody_without_the_key_is_forged() -> None:
    """The public half of the key is enough to lock something for the dossier, not to sign it."""
    document = files._written("sheets", files.dump(WORK, ReturnedWork))
    public = pyrage.x25519.Identity.from_str(KEY).to_public()
    forged = pyrage.encrypt(locks.signature(document, OTHER_KEY) + b"\n" + document, [public])

    assert why(read_sheet_file, forged, {"p1": KEY}) == "packet.sheet_forged"


def test_the_sheets_of_one_juror_cannot_be_passed_off_as_those_of_another() -> None:
    """A juror who signs with the key of the own packet in the name of another packet is found out."""
    in_the_name_of_another = write_sheet_file(replace(WORK, packet="p2", juror="j2"), KEY)

    assert why(read_sheet_file, in_the_name_of_another, {"p1": KEY, "p2": OTHER_KEY}) == "packet.sheet_forged"


@pytest.mark.parametrize("content", [b"", b"PK\x03\x04", b'{"score": 5}', b"age-encryption.org/v1\n-> ssh"])
def test_what_is_no_sheet_file_is_called_so(content: bytes) -> None:
    assert why(read_sheet_file, content, {"p1": KEY}) == "packet.no_sheet_file"


def test_a_packet_is_no_sheet_file(packet: bytes) -> None:
    assert why(read_sheet_file, packet, {"p1": KEY}) == "packet.is_packet"


def test_a_sheet_file_larger_than_any_is_never_opened(
    sheet_file: bytes, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(files, "LARGEST_SHEET_FILE", len(sheet_file) - 1)

    assert why(read_sheet_file, sheet_file, {"p1": KEY}) == "packet.sheet_too_large"


def test_nothing_of_a_sheet_file_can_be_read_from_outside(sheet_file: bytes) -> None:
    assert [text for text in (b"outreach", b"Nul is") if text in sheet_file] == []
