"""The score rows that reasons rest on: what each juror gave on an item, and what became of it since."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime

from jury_desktop.domain.sheet import Answer, Item, Sheet


@dataclass(frozen=True, slots=True)
class RowChange:
    """A row as it was until somebody changed it after submitting, with the reason."""

    at: datetime
    by: str
    reason: str
    old: Answer
    new: Answer


@dataclass(frozen=True, slots=True)
class ScoreRow:
    """What one juror gave one item.

    :param juror: the name.
    :param counts: whether the sheet counts; not any more once the juror turned out to have a conflict.
    :param changes: what was changed after it was submitted, oldest first.
    """

    sheet: Sheet
    juror: str
    item: Item
    answer: Answer
    counts: bool = True
    changes: tuple[RowChange, ...] = ()

    def changed_since(self, moment: datetime) -> tuple[RowChange, ...]:
        """The changes that came after a moment."""
        return tuple(change for change in self.changes if change.at > moment)


def shaken(
    rows: Iterable[ScoreRow], item: str, sheets: Iterable[str], since: datetime
) -> tuple[ScoreRow, ...]:
    """The rows a sentence rests on that changed after it was written, or count no more."""
    wanted = set(sheets)
    mine = (row for row in rows if row.item.key == item and row.sheet.id in wanted)
    return tuple(row for row in mine if not row.counts or row.changed_since(since))
