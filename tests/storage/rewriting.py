"""What somebody does who knows how the journal works: make every hash anew after a change."""

from __future__ import annotations

from jury_desktop.domain.journal import START, link_hash
from tests.storage.loose_rows import Bare

_FIELDS = (
    "sequence, at, actor, on_behalf_of, action, subject_kind, subject, old, new, reason, "
    "previous_hash, hash, sealed"
)


def rewrite_chain(file: Bare, since: int = 1) -> None:
    """Links every event from this number on to the one before, with a hash that fits, and the end as well."""
    before = file.execute("SELECT hash FROM journal WHERE sequence < ? ORDER BY sequence DESC", (since,))
    previous = (before.fetchone() or (START,))[0]
    rows = file.execute(f"SELECT {_FIELDS} FROM journal WHERE sequence >= ? ORDER BY sequence", (since,))
    anew = []
    for *what, _, _, sealed in rows.fetchall():
        own = link_hash((*what, previous, "", sealed))
        anew.append((previous, own, what[0]))
        previous = own
    # in two steps, for no two events may have the same hash, at any moment
    file.executemany(
        "UPDATE journal SET previous_hash = '-' || sequence, hash = '-' || sequence WHERE sequence = ?",
        [row[2:] for row in anew],
    )
    file.executemany("UPDATE journal SET previous_hash = ?, hash = ? WHERE sequence = ?", anew)
    file.execute(
        "UPDATE journal_end SET hash = ?, sequence = (SELECT max(sequence) FROM journal)", (previous,)
    )
