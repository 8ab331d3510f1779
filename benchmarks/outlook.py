"""What a message of Outlook costs to read: ``python benchmarks/outlook.py --folder F``.

Makes messages of 30, 100 and 150 MB in the folder, as a .msg, as a winmail.dat, and each of both attached to
a mail; measures the seconds and the peak of memory of our two processes, each time in processes of their own
(Linux). A message may be 160 MB, and the reading process 600 MB.
"""

from __future__ import annotations

import argparse
import os
import sys
import time
from collections.abc import Callable
from email.message import EmailMessage
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parents[1]))
sys.path.insert(0, str(Path(__file__).parent))
from corpus import MEBIBYTE
from intake import made, memory

from tests.mailbox.outlook import builders

SIZES = (30, 100, 150)
FORMS: dict[str, Callable[[bytes], bytes]] = {
    "a.msg": lambda content: builders.msg({}, attachments=[builders.attached("a.bin", content)]),
    "winmail.dat": lambda content: builders.winmail({}, [("a.bin", content, {})]),
}
"""How Outlook writes a message with this attachment."""


def mailed(name: str, content: bytes) -> bytes:
    """A mail with this file attached."""
    mail = EmailMessage()
    mail["From"], mail["To"], mail["Subject"] = "a@debrug.example", "b@stad.example", "Kandidatuur"
    mail.set_content("Zie bijlage.")
    mail.add_attachment(content, maintype="application", subtype="octet-stream", filename=name)
    return mail.as_bytes()


def measure(folder: Path, name: str, megabytes: int) -> None:
    """Prints what a message with an attachment of so many megabytes costs, alone and attached to a mail."""

    def alone(path: Path) -> None:
        path.write_bytes(FORMS[name](os.urandom(megabytes * MEBIBYTE)))

    message = made(folder, f"{megabytes}-{name}", alone)
    print(f"{name}:")
    timed(message)
    if message.stat().st_size * 4 / 3 < 150 * MEBIBYTE:  # in base64 it must go into one mail
        print(f"{name}, attached to a mail:")
        write = mailed(name, message.read_bytes())
        timed(made(folder, f"{megabytes}-{name}.eml", lambda path: path.write_bytes(write)))


def timed(path: Path) -> None:
    """Prints the memory and the seconds of one reading."""
    began = time.perf_counter()
    memory(path)
    print(f"          {time.perf_counter() - began:.2f} s with the start of both processes")


def main() -> None:
    """Measures every form in every size."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawTextHelpFormatter)
    parser.add_argument("--folder", type=Path, required=True, help="where the messages are made and kept")
    folder: Path = parser.parse_args().folder
    folder.mkdir(parents=True, exist_ok=True)
    for name in FORMS:
        for megabytes in SIZES:
            measure(folder, name, megabytes)


if __name__ == "__main__":
    main()
