"""What a message carries in base64 is kept once, and the message comes back byte for byte."""

from __future__ import annotations

import base64
import hashlib
from collections.abc import Iterable
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from sqlalchemy import create_engine, func, select

from jury_desktop.domain.soundness import Finding
from jury_desktop.services.ports import Store
from jury_desktop.storage import open_store
from jury_desktop.storage.blobs import chunk
from jury_desktop.storage.stretches import LEAST, Stretch, divided, written
from tests.builders import NOW
from tests.storage.test_integrity import tamper

PHOTO, NOTE = bytes(range(256)) * 1000, b"%PDF-1.4 " * 5000
"""The photo is longer than what is compared at a time."""


def encoded(content: bytes, line: int = 76, ending: bytes = b"\n") -> bytes:
    """Base64 in lines, without an end to the last one."""
    text = base64.b64encode(content)
    return ending.join(text[start : start + line] for start in range(0, len(text), line))


def whole_again(pieces: list[bytes | Stretch], contents: dict[str, bytes]) -> bytes:
    return b"".join(
        written(piece, contents[piece.of]) if isinstance(piece, Stretch) else piece for piece in pieces
    )


@pytest.mark.parametrize("line", [64, 72, 76, 996])
@pytest.mark.parametrize("ending", ["\n", "\r\n"])
def test_a_stretch_in_base64_is_told_by_what_stands_there_and_how_its_lines_run(
    line: int, ending: str
) -> None:
    end = ending.encode()
    message = b"Subject: x" + end * 2 + encoded(PHOTO, line, end) + end + b"--grens--" + end

    pieces = list(divided(message, [("photo", PHOTO)]))

    before, after = b"Subject: x" + end * 2, end + b"--grens--" + end
    assert pieces == [before, Stretch("photo", line, ending), after]
    assert whole_again(pieces, {"photo": PHOTO}) == message


def test_several_stretches_stand_in_the_order_of_the_message() -> None:
    message = encoded(PHOTO) + b"\n--grens\n" + encoded(NOTE, 72)

    pieces = list(divided(message, [("photo", PHOTO), ("note", NOTE)]))

    assert pieces == [Stretch("photo", 76, "\n"), b"\n--grens\n", Stretch("note", 72, "\n")]


TWISTED = {
    "a line too long": encoded(PHOTO).replace(b"\n", b"", 1),
    "a line too short": encoded(PHOTO)[:50] + b"\n" + encoded(PHOTO)[50:],
    "a blank in a line": encoded(PHOTO)[:7000] + b" " + encoded(PHOTO)[7000:],
    "a blank at the end of a line": encoded(PHOTO).replace(b"\n", b" \n", 400).replace(b" \n", b"\n", 399),
    "another end of a line": encoded(PHOTO, ending=b"\r\n")[:-9000] + encoded(PHOTO)[-8000:],
    "ends of lines that moved": encoded(PHOTO).replace(b"A\n", b"\nA", 3),
    "broken off": encoded(PHOTO)[:-1],
    "other content after a while": encoded(PHOTO[:30_000] + b"!" + PHOTO[30_001:]),
    "one endless line": base64.b64encode(PHOTO),
    "lines that break off within a byte": encoded(PHOTO, 78),
    "not encoded": PHOTO,
}


@pytest.mark.parametrize("twisted", TWISTED.values(), ids=TWISTED)
def test_what_is_written_in_another_way_stays_in_the_message(twisted: bytes) -> None:
    assert list(divided(twisted, [("photo", PHOTO)])) == [twisted]


def test_small_ones_are_not_worth_the_trouble() -> None:
    message = encoded(PHOTO[: LEAST - 1])

    assert list(divided(message, [("photo", PHOTO[: LEAST - 1])])) == [message]


@given(
    contents=st.lists(st.binary(min_size=1, max_size=90), min_size=1, max_size=4),
    line=st.sampled_from([60, 64, 72, 76, 77]),
    ending=st.sampled_from([b"\n", b"\r\n"]),
    between=st.binary(max_size=60),
    cut=st.integers(0, 40),
)
def test_whatever_it_is_made_of_a_message_comes_back_as_it_was(
    contents: list[bytes], line: int, ending: bytes, between: bytes, cut: int
) -> None:
    large = [content * (LEAST // len(content) + 1) for content in contents]
    message = between.join(encoded(content, line, ending) for content in large)
    message = message[: len(message) - cut]
    carried = {str(at): content for at, content in enumerate(large)}

    pieces = list(divided(message, carried.items()))

    assert whole_again(pieces, carried) == message


# In the dossier


def keys(*contents: bytes) -> list[str]:
    return [hashlib.sha256(content).hexdigest() for content in contents]


MESSAGE = b"Subject: x\n\n" + encoded(PHOTO) + b"\n--grens\n" + encoded(NOTE) + b"\n--grens--\n"
MESSAGE_KEY, PHOTO_KEY, NOTE_KEY = keys(MESSAGE, PHOTO, NOTE)


def keep_message(store: Store) -> None:
    contents = {MESSAGE_KEY: MESSAGE, PHOTO_KEY: PHOTO, NOTE_KEY: NOTE}
    with store.change("regisseur", NOW) as uow:
        uow.blobs.keep(contents, {MESSAGE_KEY: (PHOTO_KEY, NOTE_KEY)})
        uow.journal.append("test.kept", "test", "1")


def test_a_message_and_what_it_carries_come_back_as_they_were(store: Store) -> None:
    keep_message(store)

    with store.read() as uow:
        assert [uow.blobs.get(key) for key in (MESSAGE_KEY, PHOTO_KEY, NOTE_KEY)] == [MESSAGE, PHOTO, NOTE]
    assert list(store.problems()) == []


def test_a_message_goes_with_what_it_carries(store: Store) -> None:
    keep_message(store)

    with store.change("regisseur", NOW) as uow:
        uow.blobs.remove(MESSAGE_KEY, PHOTO_KEY, NOTE_KEY)
        uow.journal.append("test.removed", "test", "1")

    with store.read() as uow, pytest.raises(KeyError):
        uow.blobs.get(MESSAGE_KEY)
    assert list(store.problems()) == []


def test_what_it_carries_takes_room_once(dossier_file: Path) -> None:
    store = open_store(dossier_file)
    keep_message(store)
    store.close()

    engine = create_engine(f"sqlite:///{dossier_file}")
    with engine.connect() as connection:
        kept = connection.scalar(select(func.sum(func.length(chunk.c.content))))
    engine.dispose()
    assert kept == len(PHOTO) + len(NOTE) + len(b"Subject: x\n\n" + b"\n--grens\n" + b"\n--grens--\n")


def told(found: Iterable[Finding]) -> set[tuple[str, str]]:
    """What was found, and of which content."""
    return {(finding.what.key, finding.key) for finding in found}


def test_what_a_message_carries_and_somebody_changed_spoils_the_message_too(target: str | Path) -> None:
    store = open_store(target)
    keep_message(store)
    store.close()
    tamper(target, f"UPDATE blob_chunk SET content = 'iets anders' WHERE sha256 = '{NOTE_KEY}'")

    again = open_store(target)
    found = again.problems()
    again.close()

    no_bytes = {("storage.row_unreadable", NOTE_KEY)} if isinstance(target, Path) else set()
    assert told(found) == no_bytes | {("storage.row_changed", NOTE_KEY)} | {
        ("storage.content_changed", key) for key in (MESSAGE_KEY, NOTE_KEY)
    }


def test_a_content_that_somebody_made_stand_in_itself_is_found(target: str | Path) -> None:
    store = open_store(target)
    keep_message(store)
    store.close()
    tamper(target, f"UPDATE blob_stretch SET of = '{MESSAGE_KEY}'".replace(" of ", ' "of" '))

    again = open_store(target)
    found = again.problems()
    again.close()

    assert told(found) == {
        ("storage.row_changed", MESSAGE_KEY),
        ("storage.content_changed", MESSAGE_KEY),
    }
