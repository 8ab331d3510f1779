"""What the regisseur does in the review: agree, place differently; each step can be undone."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QObject, Signal

from jury_desktop.domain.entry import EntryKind
from jury_desktop.services.places import (
    PlaceChange,
    change_place,
    confirm_places,
    reopen_places,
    undo_place,
)
from jury_desktop.services.ports import Dossier
from jury_desktop.services.review import ReviewRow
from jury_desktop.ui.dialogs.place_dialog import NewPlace
from jury_desktop.ui.jobs import JobContext
from jury_desktop.ui.operations import Operation
from jury_desktop.ui.pages.candidacies.reading import CHANGES
from jury_desktop.ui.pages.candidacies.review_table import heading, key
from jury_desktop.ui.shell import Shell
from jury_desktop.ui.text import area

tr = area("intake")


class ReviewVerbs(QObject):
    """Runs the operations of the review.

    :ivar confirmed: places were confirmed; carries the SHA-256 of the messages.
    :ivar undone: a step was undone; carries the SHA-256 of the first message it was about.
    """

    confirmed = Signal(object)
    undone = Signal(str)

    def __init__(self, shell: Shell, parent: QObject) -> None:
        super().__init__(parent)
        self._shell = shell

    def confirm(self, text: str, mails: tuple[str, ...]) -> None:
        """Agree with the places of these messages."""
        operation = Operation(
            text,
            lambda dossier, _: confirm_places(dossier, mails),
            CHANGES,
            inverse=lambda confirmed: lambda dossier, _: reopen_places(dossier, confirmed),
            done=self.confirmed.emit,
            undone=self._reopened,
        )
        self._shell.run_operation(operation)

    def place(self, row: ReviewRow, wanted: NewPlace) -> None:
        """Give a message another place."""
        undone = tr("Undone")
        operation = Operation(
            tr("Place {message} differently").format(message=heading(row)),
            _placing(key(row), wanted),
            CHANGES,
            inverse=lambda change: lambda dossier, _: undo_place(dossier, change, undone),
            done=self._placed,
            undone=self._moved_back,
        )
        self._shell.run_operation(operation)

    def _reopened(self, mails: tuple[str, ...]) -> None:
        if mails:
            self.undone.emit(mails[0])

    def _moved_back(self, change: PlaceChange) -> None:
        self.undone.emit(change.sha256)

    def _placed(self, change: PlaceChange) -> None:
        self.confirmed.emit((change.sha256,))


def quick_place(row: ReviewRow, kind: EntryKind) -> NewPlace | None:
    """The place one key gives a message, unasked; None where the candidacy must be chosen first."""
    home = row.placed.candidacy if row.placed.kind is not EntryKind.CANDIDACY else None
    if home is None and row.likely is not None and kind in {EntryKind.REVISION, EntryKind.DUPLICATE}:
        home = row.likely.id
    if kind is EntryKind.REVISION and home is None:
        return None
    return NewPlace(kind, None if kind is EntryKind.CANDIDACY else home, tr("Seen so in the review"))


def _placing(sha256: str, wanted: NewPlace) -> Callable[[Dossier, JobContext], PlaceChange]:
    return lambda dossier, _: change_place(dossier, sha256, wanted.kind, wanted.candidacy, wanted.reason)
