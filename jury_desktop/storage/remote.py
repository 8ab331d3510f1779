"""Whether a file lies on a disk of another computer, where SQLite's log cannot be shared.

The log needs memory that all programs share, which computers do not (https://www.sqlite.org/wal.html, 8).
"""

from __future__ import annotations

import ctypes
import os
import re
import sys
from contextlib import suppress
from pathlib import Path

KINDS = (
    "nfs",
    "cifs",
    "smb",
    "9p",
    "afs",
    "ceph",
    "glusterfs",
    "fuse.sshfs",
    "fuse.rclone",
    "davfs",
    "vboxsf",
)
"""How the kinds of file system of other computers begin, as Linux calls them."""
MOUNTS = Path("/proc/self/mounts")
_OCTAL = re.compile(r"\\([0-7]{3})")
"""How a space stands in that list."""
_REMOTE_DRIVE = 4
"""https://learn.microsoft.com/windows/win32/api/fileapi/nf-fileapi-getdrivetypew"""


def is_remote(path: Path, mounts: Path = MOUNTS) -> bool:
    """Whether a file lies on another computer, as far as the system tells."""
    full = os.path.abspath(path)
    if sys.platform == "win32":
        root = os.path.splitdrive(full)[0] + "\\"
        return full.startswith("\\\\") or ctypes.windll.kernel32.GetDriveTypeW(root) == _REMOTE_DRIVE
    with suppress(OSError):
        return _kind(os.path.realpath(full), mounts.read_text(encoding="utf-8", errors="replace")).startswith(
            KINDS
        )
    return False


def _kind(path: str, mounts: str) -> str:
    """The kind of the file system whose folder is the longest above a path."""
    found, longest = "", -1
    for line in mounts.splitlines():
        _, _, rest = line.partition(" ")
        folder, kind, *_ = [*rest.split(" "), "", ""]
        place = _OCTAL.sub(lambda found: chr(int(found[1], 8)), folder)
        inside = path == place or path.startswith(place.rstrip("/") + "/")
        if inside and len(place) >= longest:
            found, longest = kind, len(place)
    return found
