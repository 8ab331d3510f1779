"""What the review asks in a window of its own: a place, a closer look."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QWidget

from jury_desktop.domain.candidacy import Version
from jury_desktop.domain.entry import EntryKind
from jury_desktop.domain.mail import Mail
from jury_desktop.services.review import Review, ReviewRow
from jury_desktop.ui.dialogs.compare_dialog import CompareDialog
from jury_desktop.ui.dialogs.place_dialog import NewPlace, PlaceDialog
from jury_desktop.ui.pages.candidacies.review_table import KINDS, heading, key
from jury_desktop.ui.pages.candidacies.review_verbs import ReviewVerbs
from jury_desktop.ui.pages.candidacies.words import kinds
from jury_desktop.ui.shell import Shell
from jury_desktop.ui.text import area

tr = area("intake")


class Asking(QObject):
    """Opens the dialogs of the review and hands on what was answered.

    :ivar placed: a message gets another place; carries the :class:`ReviewRow` and the :class:`NewPlace`.
    """

    placed = Signal(object, object)

    def __init__(self, shell: Shell, verbs: ReviewVerbs, window: QWidget) -> None:
        super().__init__(window)
        self._shell = shell
        self._verbs = verbs
        self._window = window
        self._row: ReviewRow | None = None

    def place(self, row: ReviewRow, review: Review, kind: EntryKind) -> None:
        """Ask for another place, with ``kind`` proposed."""
        self._row = row
        names = {each: kinds()[each] for each in KINDS}
        others = [c for c in review.candidacies if c.id != key(row) or len(c.versions) > 1]
        dialog = PlaceDialog(heading(row), names, others, self._window)
        dialog.placed.connect(self._place)
        dialog.propose(kind, row.placed.candidacy)
        dialog.open()

    def _place(self, wanted: NewPlace) -> None:
        self.placed.emit(self._row, wanted)

    def compare(self, row: ReviewRow) -> None:
        """Show what differs between a message and what it may repeat or replace."""
        if others := comparable(row):
            CompareDialog(self._shell, (key(row), heading(row)), others, self._window).open()


def comparable(row: ReviewRow) -> list[tuple[str, str]]:
    """What a message can be compared with: what it repeats first, then the version before it and those before
    that, then those that came after it."""
    if not isinstance(row.placed.mail, Mail):
        return []
    homes = [home for home in (row.home, row.likely) if home is not None]
    found = {row.placed.entry.original or "": row.original}
    for home in homes:
        for version in _earlier_first(home.versions, key(row)):
            named = tr("{reference} · version {number}")
            found.setdefault(version.mail, named.format(reference=home.reference, number=version.number))
    return [(mail, text) for mail, text in found.items() if mail not in {"", key(row)}]


def _earlier_first(versions: Sequence[Version], mail: str) -> list[Version]:
    """The versions before the one that ``mail`` brought, then those after it, newest first each time; all of
    them are before a message that brought none."""
    own = next((version.number for version in versions if version.mail == mail), len(versions) + 1)
    return sorted(versions, key=lambda version: (version.number > own, -version.number))
