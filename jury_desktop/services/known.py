"""The selection as it was read last: read again only when the journal has grown since.

Every change records an event, so the hash of the newest one says whether anything is different. What is
worked out from a selection is kept with it: intervals and comparisons cost more than a glance at a page may.
"""

from __future__ import annotations

from collections.abc import Callable, Hashable
from typing import TypeVar, cast
from weakref import WeakKeyDictionary

from jury_desktop.domain.rights import Right
from jury_desktop.domain.role import Person
from jury_desktop.domain.selection import Selection
from jury_desktop.services.admission import needs
from jury_desktop.services.ports import Dossier, Store
from jury_desktop.services.rounds import selection_of

T = TypeVar("T")


class Known:
    """A selection with what has been worked out from it."""

    def __init__(self, event: str, who: Person | None, selection: Selection) -> None:
        """:param event: the hash of the newest event when it was read; ``who`` for whom it was read."""
        self.event = event
        self.who = who
        self.selection = selection
        self._found: dict[Hashable, object] = {}

    def once(self, what: Hashable, work: Callable[[Selection], T]) -> T:
        """The result of ``work`` on the selection, done the first time; ``what`` names it."""
        if what not in self._found:
            self._found[what] = work(self.selection)
        return cast(T, self._found[what])


_LAST: WeakKeyDictionary[Store, Known] = WeakKeyDictionary()


@needs(Right.SEE_DELIBERATION)
def known(dossier: Dossier) -> Known:
    """What the dossier holds now. Only for reading: a change reads for itself what it rests on."""
    with dossier.read() as uow:
        newest = uow.journal.newest()
        event = newest.hash if newest is not None else ""
        last = _LAST.get(dossier.store)
        if last is None or (last.event, last.who) != (event, dossier.who):
            last = _LAST[dossier.store] = Known(event, dossier.who, selection_of(uow))
        return last
