"""What a message may cost, and how a process is held to it.

Measured on hostile files (intake.md, "Safety"): a 53-byte TNEF file took 23 GB, a 2.4 MB DOCX 3.7 GB, a
1.4 MB PDF 1.9 GB.
"""

from __future__ import annotations

import contextlib
import sys
from dataclasses import dataclass

MEBIBYTE = 1024 * 1024


@dataclass(frozen=True, slots=True)
class Limits:
    """Limits for reading one message or one attachment.

    :param seconds: wall clock for one message or one attachment.
    :param cpu_seconds: processor time for the same (POSIX).
    :param memory: address space of the reading process, in bytes.
    """

    seconds: float = 30.0
    cpu_seconds: int = 20
    memory: int = 1536 * MEBIBYTE


MESSAGE_BYTES = 160 * MEBIBYTE
"""A mail larger than this passes no mail server we know (Exchange Online stops at 150 MB)."""
KEPT_BYTES = MEBIBYTE
"""How much is kept of what is too large, or no mail."""
DEPTH = 200
"""Multiparts and messages within each other."""
PARTS = 2_000
UNWRAPPED = 50
"""Attached .msg files and winmail.dats in one message that are opened."""
DECORATION_BYTES = 100 * 1024
"""An image shown within the text is a logo up to this size; a larger one may be a scanned page."""
HEADER_CHARACTERS = 8_192
RECEIVED_LINES = 60
IDENTIFIERS = 200
TEXT_CHARACTERS = 1_000_000
"""Of the text of a body or an attachment."""
TEXT_BYTES = 4 * TEXT_CHARACTERS
"""In which these are written: no character takes more in any encoding that mail is written in."""
HEAD_BYTES = 2 * MEBIBYTE
"""Of the headers of a message; no mail server lets a quarter of a megabyte pass."""
ATTACHED_CHARACTERS = 10_000_000
"""Of the texts of all attachments of one message; what comes after is kept unread."""
FAILURES = 5
"""Attachments of one message whose reading may fail, half a minute each, before the rest is kept unread."""
PDF_PAGES = 300
"""Whose text is read."""
PDF_PAGES_SHOWN = 5_000
PICTURE_PIXELS = 250_000_000
"""In one picture: an A0 poster scanned at 400 dots per inch has about this many."""
DECODED_BYTES = 200_000_000
"""Of a picture, as it is unpacked to be shown; of a JPEG that may be a smaller one than the whole."""
DRAWN_PIXELS = 8_000_000
"""Of one page on the screen; what is shown larger is stretched."""
DRAWN_SIDE = 10_000
SHEET_CELLS = 200_000
ZIP_MEMBERS = 10_000
ZIP_BYTES = 200 * MEBIBYTE
"""Of one Office file or zip attachment, unpacked."""
ARCHIVE_BYTES = 64 * 1024 * MEBIBYTE
"""Of a zipped mailbox, unpacked."""
ARCHIVE_FREE = 4 * 1024 * MEBIBYTE
"""Of a zipped mailbox, unpacked, however small it is packed: an honest white scan of 25 MB packs to 25 kB."""
ZIP_RATIO = 200
"""Unpacked to packed, beyond the first ten megabytes of an attachment or what is free of a mailbox."""
ZIP_NESTING = 3

if sys.platform == "win32":

    def confine(memory: int) -> None:
        """Nothing: a job object holds the process (:mod:`~jury_desktop.mailbox.job_object`)."""

    def allow_cpu(seconds: int) -> None:
        """Nothing: the wall clock is the only limit of time."""

else:
    import resource

    def confine(memory: int) -> None:
        """Holds this process to its memory in bytes, and forbids it to write files."""
        _lower(resource.RLIMIT_AS, memory)
        _lower(resource.RLIMIT_FSIZE, 0)
        _lower(resource.RLIMIT_CORE, 0)

    def allow_cpu(seconds: int) -> None:
        """Gives this process so much processor time from now on; it ends when that is spent."""
        usage = resource.getrusage(resource.RUSAGE_SELF)
        _lower(resource.RLIMIT_CPU, int(usage.ru_utime + usage.ru_stime) + 1 + seconds)

    def _lower(which: int, value: int) -> None:
        """Sets the soft limit; a system that refuses leaves the wall clock as the only one."""
        _, hard = resource.getrlimit(which)
        ceiling = value if hard == resource.RLIM_INFINITY else min(value, hard)
        with contextlib.suppress(ValueError, OSError):
            resource.setrlimit(which, (ceiling, hard))
