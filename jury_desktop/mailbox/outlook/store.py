"""The way from Outlook's files to messages, in the program: nothing of their content is looked at here."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from shutil import copyfileobj
from tempfile import TemporaryDirectory
from typing import Any

from jury_desktop.domain.messages import say
from jury_desktop.mailbox import limits
from jury_desktop.mailbox.child import Child, UnreadError, told
from jury_desktop.mailbox.names import extension
from jury_desktop.mailbox.outlook import msg
from jury_desktop.mailbox.places import Found, Place, Raw, Refused, refusal

MSG, TNEF = "msg", "tnef"
"""What the reading process is asked for."""

Folders = Sequence[tuple[str, int | None]]
"""Name and number of messages, None where that cannot be read."""


def message_file(place: Place) -> Iterator[Found]:
    """The message in a compound file; other compound files, such as old Word documents, hold none.

    One that calls itself a message and shows none is a damaged one.
    """
    claims = extension(place.name) == MSG
    yield from _single(place, MSG, lambda data: claims or msg.is_message(data))


def wrapping(place: Place) -> Iterator[Found]:
    """The message in a winmail.dat that lies apart from its mail."""
    yield from _single(place, TNEF, lambda _: True)


def _single(place: Place, form: str, is_message: Callable[[bytes], bool]) -> Iterator[Found]:
    if place.size > limits.MESSAGE_BYTES:
        yield refusal(place, say("intake.too_large", megabytes=place.size // limits.MEBIBYTE))
        return
    with place.open() as stream:
        data = stream.read(limits.MESSAGE_BYTES)
    if is_message(data):
        yield Raw(place.name, data, form=form, keep=True)
    else:
        yield refusal(place, say("intake.no_mail"))


def data_file(place: Place) -> Iterator[Found]:
    """The messages of a .pst or .ost, folder by folder, read in a process that serves this file alone."""
    with _on_disk(place) as path, Child() as child:
        try:
            head, _ = child.ask("pst_folders", b"", path=str(path))
        except UnreadError as error:
            yield refusal(place, error.message)
            return
        yield from _messages(place, child, str(path), head["folders"])


def _messages(place: Place, child: Child, path: str, folders: Folders) -> Iterator[Found]:
    total = sum(count or 0 for _, count in folders)
    done = 0
    with place.open() as stream:
        for number, (name, count) in enumerate(folders):
            folder = f"{place.name} › {name}" if name else place.name
            if count is None:
                yield Refused(folder, b"", say("intake.outlook_folder_broken"))
            for within in range(count or 0):
                done += 1
                if place.path is not None:
                    stream.seek(place.size * done // total)  # tells how far the reading is
                source = f"{folder} · {within + 1}"
                yield _message(child, source, {"path": path, "folder": number, "number": within})


def _message(child: Child, source: str, which: dict[str, Any]) -> Found:
    try:
        head, (data,) = child.ask("pst_message", b"", **which)
    except UnreadError as error:
        return Refused(source, b"", error.message)
    return Raw(source, data, *told(head))


@contextmanager
def _on_disk(place: Place) -> Iterator[Path]:
    """Where the file lies; one within a zip is first copied aside, because libpff opens files only."""
    if place.path is not None:
        yield place.path
        return
    with TemporaryDirectory() as folder:
        path = Path(folder, "outlook.pst")
        with place.open() as stream, path.open("wb") as copy:
            copyfileobj(stream, copy, limits.MEBIBYTE)
        yield path
