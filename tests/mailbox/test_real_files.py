"""Mail that others collected for their own tests, where it lies beside the project."""

from __future__ import annotations

import email
import hashlib
from collections import Counter
from collections.abc import Iterator
from email.message import Message
from pathlib import Path

import pytest

from jury_desktop.domain.errors import JuryError
from jury_desktop.domain.mail import UnreadableMail
from jury_desktop.mailbox import headers
from jury_desktop.mailbox.child import Child
from jury_desktop.mailbox.formats import Format, detect
from jury_desktop.mailbox.limits import MEBIBYTE, Limits
from jury_desktop.mailbox.mbox import split
from jury_desktop.mailbox.mime import take_apart
from jury_desktop.mailbox.names import safe_name
from jury_desktop.mailbox.outlook import msg, store, tnef
from jury_desktop.mailbox.outlook.rewrite import as_mime
from jury_desktop.mailbox.sniff import TNEF
from tests.mailbox.builders import everything
from tests.mailbox.outlook import oracles

FOLDER = Path(__file__).parents[3] / "shared" / "data" / "mail"
FILES = sorted(file for file in FOLDER.rglob("*") if file.is_file())
MAILS = [file for file in FILES if detect(file.read_bytes()[:65536], file.name) in (Format.EML, Format.MBOX)]
OUTLOOK = [file for file in FILES if detect(file.read_bytes()[:65536], file.name) is Format.MSG]
WRAPPED = [file for file in FILES if detect(file.read_bytes()[:65536], file.name) is Format.TNEF]
DATA_FILES = [file for file in FILES if detect(file.read_bytes()[:65536], file.name) is Format.PST]
MESSAGE = "message/rfc822"
BODIES = {"text/plain", "text/html"}

pytestmark = pytest.mark.skipif(not FILES, reason="the collection is not here")

Found = tuple[str, str]
"""Name and SHA-256."""


def raws(file: Path) -> Iterator[bytes]:
    if detect(file.read_bytes()[:65536], file.name) is Format.EML:
        yield file.read_bytes()
        return
    with file.open("rb") as stream:
        yield from (piece.raw for piece in split(stream))


def expected(message: Message) -> Iterator[Found]:
    """Every attachment by the standard library's own walk: parts that are no text of the message itself."""
    for part in message.walk():
        name = headers.decoded(part.get_filename("") or "")
        attached = bool(name) or "attachment" in str(part.get("Content-Disposition", "")).lower()
        if part.is_multipart() and part.get_content_maintype() == "message":
            yield name, _digest(b"\n".join(child.as_bytes() for child in part.get_payload()))
        elif not part.is_multipart() and (attached or not _is_text(part)):
            yield name, _digest(part.get_payload(decode=True))


def _is_text(part: Message) -> bool:
    return part.get_content_type() in BODIES or part.get_content_maintype() == "multipart"


def _digest(content: bytes) -> str:
    return hashlib.sha256(content).hexdigest()


def found(raw: bytes) -> list[Found]:
    """What we find, up to what Outlook wrapped: the standard library does not look into that."""
    files = take_apart(raw).files
    end = next((at + 1 for at, file in enumerate(files) if file.media_type == TNEF), None)
    return [(file.name, _digest(file.content)) for file in files[:end]]


def test_there_is_enough_to_learn_from() -> None:
    assert len(MAILS) > 150


@pytest.mark.parametrize("source", sorted({file.parent.name for file in MAILS}))
def test_attachments_are_those_of_the_standard_library(source: str) -> None:
    assert [file.name for file in MAILS if file.parent.name == source and not agree(file)] == []


def agree(file: Path) -> bool:
    """Whether all that we read in the file has the attachments that the standard library finds."""
    return all(_agree(raw) for raw in raws(file))


def _agree(raw: bytes) -> bool:
    try:
        ours = found(raw)
    except JuryError:
        return True
    theirs = list(expected(email.message_from_bytes(raw)))
    if [digest for _, digest in ours] != [digest for _, digest in theirs]:
        return False
    pairs = [(name, given) for (name, _), (given, _) in zip(ours, theirs, strict=True)]
    return all(name == safe_name(given, name) for name, given in pairs if given and given.isascii())


@pytest.mark.parametrize("file", OUTLOOK, ids=lambda file: file.name)
def test_files_in_a_msg_are_those_of_two_other_readers(file: Path) -> None:
    opened = take_apart(as_mime(msg.read(file.read_bytes()))).files
    files = sorted((item.name, _digest(item.content)) for item in opened if item.media_type != MESSAGE)
    messages = sum(item.media_type == MESSAGE for item in opened)

    assert (files, messages) == oracles.msg_files(file)
    assert oracles.msg_top_files(file) <= Counter(files)


@pytest.mark.parametrize("file", WRAPPED, ids=lambda file: file.name)
def test_files_in_a_winmail_are_those_of_another_reader(file: Path) -> None:
    ours = Counter(_digest(item.content) for item in take_apart(as_mime(tnef.read(file.read_bytes()))).files)

    assert Counter(digest for _, digest in oracles.tnef_files(file.read_bytes())) <= ours


@pytest.mark.parametrize("file", DATA_FILES, ids=lambda file: file.name)
def test_every_message_of_a_data_file_is_accounted_for(file: Path) -> None:
    found = everything(file)

    assert len(found) == oracles.pst_count(file)
    assert [item.reason.key for item in found if isinstance(item, UnreadableMail)] == []


def test_every_file_is_read_or_refused_with_a_reason(monkeypatch: pytest.MonkeyPatch) -> None:
    """Within ten seconds and 600 MB of address space each, for mail as for Outlook's data files."""
    bounds = Limits(seconds=10.0, memory=600 * MEBIBYTE)
    monkeypatch.setattr(store, "Child", lambda: Child(bounds))

    with Child(bounds) as child:
        found = everything(FOLDER, child=child)

    counts = Counter(getattr(item, "reason", None) and item.reason.key for item in found)

    assert counts.pop(None) > 400
    assert set(counts) == {
        "intake.no_mail",
        "intake.empty_file",
        "intake.sealed",
    }
