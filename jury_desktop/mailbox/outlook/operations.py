"""What the reading process does with Outlook's formats: ordinary messages, and what goes with it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from functools import lru_cache
from typing import Any

from jury_desktop.domain.errors import refuse
from jury_desktop.domain.mail import Evidence, EvidenceKind
from jury_desktop.domain.messages import Message
from jury_desktop.mailbox import sent
from jury_desktop.mailbox.outlook import delivery, msg, pst, tnef
from jury_desktop.mailbox.outlook.item import Item
from jury_desktop.mailbox.outlook.properties import Tag
from jury_desktop.mailbox.outlook.rewrite import as_mime

Answer = tuple[dict[str, Any], Sequence[bytes]]


def message_file(data: bytes, _head: dict[str, Any]) -> Answer:
    """A .msg file as an ordinary message."""
    item = msg.read(data)
    return _answer(item, delivery.evidence(item))


def wrapping(data: bytes, _head: dict[str, Any]) -> Answer:
    """A winmail.dat as an ordinary message; whatever it says of its delivery, the sender wrote."""
    item = tnef.read(data)
    return _answer(replace(item, properties=item.properties.without(Tag.TRANSPORT_HEADERS)), ())


def folders(_data: bytes, head: dict[str, Any]) -> Answer:
    """The folders of a .pst with their number of messages, None for one that cannot be read."""
    _, found = _opened(head["path"])
    return {"folders": [["/".join(folder.names), folder.count] for folder in found]}, ()


def message_within(_data: bytes, head: dict[str, Any]) -> Answer:
    """One message of a .pst, by the number of its folder and its own number there."""
    _, found = _opened(head["path"])
    folder = found[head["folder"]]
    try:
        item = pst.item(folder.content.get_sub_message(head["number"]))
    except OSError as error:
        raise refuse("intake.outlook_broken") from error
    evidence = delivery.evidence(item, proves=not (folder.sent or folder.deleted))
    place = "/".join(folder.names)
    if folder.sent and not sent.by_place(place):
        evidence = (*evidence, Evidence(EvidenceKind.SENT_COPY, place, None))
    return _answer(item, evidence)


@lru_cache(maxsize=1)
def _opened(path: str) -> tuple[Any, list[pst.Folder]]:
    """The file, held open from one message to the next, with its folders."""
    import pypff

    file = pypff.file()
    try:
        file.open(path)
        return file, pst.folders(file)
    except OSError as error:
        raise refuse("intake.pst_broken") from error


def _answer(item: Item, evidence: Sequence[Evidence]) -> Answer:
    said = [{"kind": one.kind.value, "raw": one.raw, "at": one.at and one.at.isoformat()} for one in evidence]
    return {"evidence": said, "notes": [_sent(note) for note in delivery.notes(item)]}, [as_mime(item)]


def _sent(note: Message) -> dict[str, Any]:
    return {"key": note.key, "values": dict(note.values)}
