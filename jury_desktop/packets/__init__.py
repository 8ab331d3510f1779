"""Packets for jurors who score elsewhere, and the sheet files that come back: their format and their locks.

Both are ordinary age files (https://age-encryption.org/v1), so that what is in them can be had with other
tools as well. A packet opens with a passphrase and holds a zip file that nothing was compressed in; a sheet
file opens with the key that only the packet and the dossier have, and holds a signed JSON document.
"""

from jury_desktop.packets.files import (
    read_packet,
    read_sheet_file,
    write_packet,
    write_sheet_file,
)
from jury_desktop.packets.locks import new_key
from jury_desktop.packets.words import new_passphrase

__all__ = [
    "new_key",
    "new_passphrase",
    "read_packet",
    "read_sheet_file",
    "write_packet",
    "write_sheet_file",
]
