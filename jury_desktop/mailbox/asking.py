"""What the reading process says about messages: about many at once, and one by one when that goes wrong."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from hashlib import sha256
from typing import Any

from jury_desktop.domain.messages import say
from jury_desktop.mailbox.child import Child, UnreadError, revived
from jury_desktop.mailbox.lift import TOKEN, Content, Lifted
from jury_desktop.mailbox.prepare import Prepared

NONSENSE = (LookupError, TypeError, ValueError, AttributeError, RuntimeError)
"""What an answer raises that is none: a hostile message may have got hold of the process."""


@dataclass(frozen=True, slots=True)
class Answer:
    """What stands in a message, and the contents of its attachments in the order of ``said["files"]``."""

    said: dict[str, Any]
    contents: tuple[Content, ...]


def ask_all(child: Child, messages: Sequence[Prepared]) -> list[Answer | UnreadError]:
    """The answer about each message, or why there is none."""
    if not messages:
        return []
    try:
        frames = _together(child, [_lifted(message) for message in messages])
        return [_settled(child, message, *frame) for message, frame in zip(messages, frames, strict=True)]
    except UnreadError as error:
        why = error
    except NONSENSE:
        why = UnreadError(say("intake.reader_stopped"))
    if len(messages) == 1:
        return [why]
    return [answer for message in messages for answer in ask_all(child, [message])]


def _lifted(message: Prepared) -> Lifted:
    return message.lifted or Lifted(message.found.data)


def _together(child: Child, messages: Sequence[Lifted]) -> Iterator[tuple[dict[str, Any], list[bytes]]]:
    """One question about all; raises UnreadError when the process did not survive one of them."""
    blobs: list[bytes] = []
    sizes: list[list[int]] = []
    for message in messages:
        blobs += (message.skeleton, *(content.shown for content in message.contents))
        sizes.append([len(content.data) for content in message.contents])
    head, contents = child.ask("mails", *blobs, token=TOKEN, sizes=sizes)
    waiting = iter(contents)
    for said in head["mails"]:
        yield said, [next(waiting) for _ in range(said["blobs"])]


def _settled(
    child: Child, message: Prepared, said: dict[str, Any], blobs: list[bytes]
) -> Answer | UnreadError:
    if "failed" in said:
        return UnreadError(revived(said["failed"]) or say("intake.reader_stopped"))
    if "again" in said:
        try:
            said, blobs = child.ask("mail", message.found.data)
        except UnreadError as error:
            return error
    return Answer(said, tuple(_contents(said, blobs, _lifted(message))))


def _contents(said: dict[str, Any], blobs: Sequence[bytes], message: Lifted) -> Iterator[Content]:
    waiting = iter(blobs)
    for file in said["files"]:
        if file["lifted"] is not None:
            yield message.contents[file["lifted"]]
        else:
            data = next(waiting)
            yield Content(sha256(data).hexdigest(), data)
