"""Folders of an export: which files may hold messages, and which only belong to one."""

from __future__ import annotations

import os
import posixpath
import re
from collections.abc import Callable, Iterator, Sequence
from pathlib import Path

from jury_desktop.domain.errors import refuse
from jury_desktop.mailbox import limits
from jury_desktop.mailbox.charset import clean
from jury_desktop.mailbox.places import Beside

_NO_MESSAGES = re.compile(
    r"(?:thumbs\.db|desktop\.ini|\.ds_store|.*\.msf|dovecot.*|maildirfolder|maildirsize|table_of_contents|subscriptions|popstate\.dat|"
    r"courierimapkeywords|courierimapuiddb|__macosx|filterlog\.html|msgfilterrules\.dat|info\.plist|"
    r"archive_browser\.html|.*\.json)",
    re.IGNORECASE,
)
_BESIDE_APPLE = (
    (re.compile(r"^(?P<home>(?:.*/)?)Attachments/(?P<number>\d+)/[^/]+/[^/]+$"), "Messages/"),
    (re.compile(r"^(?P<home>(?:.*/)?)(?P<number>\d+)\.[\d.]+\.emlxpart$"), ""),
)
"""How Apple Mail calls the attachments it keeps apart, and where their message lies from there."""


def files(paths: Sequence[Path]) -> list[tuple[Path, str]]:
    """Every file under the paths with its name for people, in order; what holds no messages is left out.

    :raises JuryError: when a path does not exist.
    """
    found: list[tuple[Path, str]] = []
    picked = {path.as_posix() for path in paths}
    for path in paths:
        if path.is_dir():
            found.extend((path / name, f"{path.name}/{name}") for name in _messages_within(path))
        elif path.is_file():
            found.extend([(path, path.name)] * (not belongs_to_another(path.as_posix(), picked)))
        else:
            raise refuse("intake.no_such_file", path=str(path))
    return [(path, clean(name)) for path, name in found]


def holds_messages(path: str) -> bool:
    """Whether a file at this path may hold messages; a hidden file never does, and a hidden folder may: a
    Maildir begins the names of its folders with a dot.
    """
    *folders, name = path.split("/")
    return not name.startswith(".") and all(map(_is_entered, (*folders, name)))


def _is_entered(name: str) -> bool:
    return not _NO_MESSAGES.fullmatch(name)


def is_undelivered(path: str, is_folder: Callable[[str], bool]) -> bool:
    """Whether a file lies in the ``tmp`` of a Maildir: it is still being written, and no message yet.

    Any other folder may be called so too.
    """
    home, folder = posixpath.split(posixpath.dirname(path))
    return folder == "tmp" and any(is_folder(posixpath.join(home, beside)) for beside in ("cur", "new"))


def belongs_to_another(name: str, names: set[str]) -> bool:
    """Whether this is an attachment that Apple Mail keeps beside one of the messages with these names."""
    for pattern, folder in _BESIDE_APPLE:
        if found := pattern.match(name):
            message = f"{found['home']}{folder}{found['number']}"
            return f"{message}.partial.emlx" in names or f"{message}.emlx" in names
    return False


def beside(path: Path) -> Beside:
    """How to look beside a file on disk; no link leads anywhere else."""

    def look(folder: str, start: str = "") -> Iterator[tuple[str, bytes]]:
        home = Path(os.path.normpath(path.parent.resolve() / folder))
        if not home.is_dir() or home.resolve() != home:
            return
        for name in _starting(home, start) if start else _within(home):
            file = home / name
            if file.stat().st_size <= limits.MESSAGE_BYTES:
                yield name, file.read_bytes()

    return look


def _starting(folder: Path, start: str) -> list[str]:
    """The regular files in a folder whose names begin so."""
    with os.scandir(folder) as entries:
        return sorted(
            entry.name
            for entry in entries
            if entry.name.startswith(start) and entry.is_file(follow_symlinks=False)
        )


def _messages_within(folder: Path) -> list[str]:
    names = list(_within(folder))
    known = set(names)
    return [name for name in names if not belongs_to_another(name, known)]


def _within(folder: Path) -> Iterator[str]:
    """The regular files of a folder and its subfolders; no links to elsewhere, no pipes, no hidden files."""
    for place, folders, names in os.walk(folder, followlinks=False):
        folders.sort()
        folders[:] = filter(_is_entered, folders)
        for name in sorted(filter(holds_messages, names)):
            file = Path(place, name)
            if os.path.isfile(file) and not os.path.islink(file):  # neither, where nobody may look
                yield file.relative_to(folder).as_posix()
