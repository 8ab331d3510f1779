"""A message that Outlook wrote, attached to a mail: read the short way, as it would be the long way."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from jury_desktop.mailbox.child import Child
from jury_desktop.mailbox.limits import MEBIBYTE, Limits
from jury_desktop.mailbox.mime import opened
from jury_desktop.mailbox.outlook import msg, tnef
from jury_desktop.mailbox.outlook.attachments import within
from jury_desktop.mailbox.outlook.properties import Tag
from jury_desktop.mailbox.outlook.rewrite import as_mime
from jury_desktop.mailbox.parse import message_from
from tests.mailbox.builders import mails, raw_mail, written
from tests.mailbox.outlook import builders
from tests.mailbox.outlook.builders import arrived, attached, embedded

LONG = bytes(range(256)) * 40
MESSAGES = {
    "attachments": builders.msg(
        arrived(), attachments=[attached("a.bin", LONG), attached("b.txt", b"kort"), attached("c.bin", LONG)]
    ),
    "long text": builders.msg(
        arrived(BODY="Kandidatuur van De Brug. " * 2000), attachments=[attached("a", LONG)]
    ),
    "picture in the text": builders.msg(
        arrived(HTML=b'<p>Dag</p><img src="cid:logo">'),
        attachments=[attached("logo.png", b"\x89PNG\r\n\x1a\n" + LONG, ATTACH_CONTENT_ID="logo")],
    ),
    "message within": builders.msg(
        arrived(), attachments=[embedded("b", arrived(), [attached("c.bin", LONG)]), attached("d.bin", LONG)]
    ),
    "winmail": builders.winmail(arrived(), [("a.bin", LONG, {Tag.ATTACH_LONG_FILENAME: "lange naam.bin"})]),
    "nothing long": builders.msg(arrived()),
}


@pytest.mark.parametrize("content", MESSAGES.values(), ids=MESSAGES)
def test_it_says_the_same_as_when_written_out(content: bytes) -> None:
    found = within(content)
    assert found is not None
    item = (tnef if content.startswith(tnef.SIGNATURE) else msg).read(content)

    short, long = opened(found.message), opened(message_from(as_mime(item)))

    assert (short.texts, short.nested, short.files) == (long.texts, long.nested, long.files)


@pytest.mark.parametrize("name", ["bericht.msg", "winmail.dat"])
def test_a_large_one_is_read_within_600_megabytes(tmp_path: Path, name: str) -> None:
    large = os.urandom(80 * MEBIBYTE)
    if name == "winmail.dat":
        content = builders.winmail({}, [("a.bin", large, {})])
    else:
        content = builders.msg(arrived(), attachments=[attached("a.bin", large)])
    raw = raw_mail("Zie bijlage", attachments=[(name, "application/octet-stream", content)])

    with Child(Limits(memory=600 * MEBIBYTE)) as child:
        (mail,) = mails(written(tmp_path, "a.eml", raw), child=child)

    assert ("a.bin", len(large)) in [(item.name, item.bytes) for item in mail.attachments]
