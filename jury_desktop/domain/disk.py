"""Why the disk refused, in words of our own: the system tells it in a language that nobody chose."""

from __future__ import annotations

import errno

from jury_desktop.domain.messages import Phrase

_CAUSES = {
    errno.EACCES: "disk.not_allowed",
    errno.EPERM: "disk.not_allowed",
    errno.EROFS: "disk.not_allowed",
    errno.ENOSPC: "disk.full",
    errno.EEXIST: "disk.exists",
    errno.ENOENT: "disk.missing",
    errno.ENOTDIR: "disk.no_folder",
    errno.EISDIR: "disk.folder",
    errno.ENAMETOOLONG: "disk.long_name",
}


_OF_READING = {
    errno.EACCES: "disk.not_readable",
    errno.EPERM: "disk.not_readable",
    errno.ENOENT: "disk.no_file",
    errno.EISDIR: "disk.is_folder",
}


def cause(error: OSError) -> Phrase:
    """What went wrong with writing, to stand within a sentence."""
    return Phrase(_CAUSES.get(error.errno or 0, "disk.no_answer"))


def why_unread(error: OSError) -> Phrase:
    """What went wrong with reading a file, to stand within a sentence."""
    return Phrase(_OF_READING.get(error.errno or 0, cause(error)))
