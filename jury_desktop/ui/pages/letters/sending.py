"""What happens to a letter once it is final: it leaves, is presented, or did not leave after all."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QWidget

from jury_desktop.domain.call import Call
from jury_desktop.domain.outgoing import Dispatch, Letter
from jury_desktop.services.dispatch import record_presentation, send_letters, take_back_dispatch
from jury_desktop.services.letter_book import LetterRow
from jury_desktop.services.letter_fate import take_back_fate
from jury_desktop.services.ports import Dossier
from jury_desktop.ui.final import Final
from jury_desktop.ui.jobs import JobContext
from jury_desktop.ui.operations import Changes, Operation, Subject, calling
from jury_desktop.ui.pages.letters.dispatching import DispatchDialog, PresentedDialog
from jury_desktop.ui.pages.letters.fate import Fate, FateDialog, recording
from jury_desktop.ui.pages.letters.words import row_name
from jury_desktop.ui.shell import Answer, Choice, Question, Shell
from jury_desktop.ui.text import area

tr = area("letters")

LETTERS: Changes = frozenset({Subject.LETTER})
SENT: Changes = LETTERS | {Subject.REBUTTAL}


class Post(QObject):
    """Asks what has to be known of a dispatch, and keeps it."""

    def __init__(self, shell: Shell, parent: QWidget) -> None:
        super().__init__(parent)
        self._shell, self._page = shell, parent
        self._keys: tuple[str, ...] = ()
        self._letter: Letter | None = None
        self._letters: tuple[Letter, ...] = ()

    def ask_send(self, rows: Sequence[LetterRow], call: Call) -> None:
        """How did these final letters leave?"""
        self._letters = tuple(found.letter for found in rows if found.letter is not None)
        shell = self._shell
        DispatchDialog(rows, call, shell.now(), shell.language, self._send, self._page).open()

    def ask_presented(self, found: LetterRow) -> None:
        """When was this letter with receipt presented?"""
        self._letter = found.letter
        name = f"{found.candidacy.reference} {found.candidacy.organisation}"
        PresentedDialog(name, self._shell.now(), self._presented, self._page).open()

    def ask_fate(self, found: LetterRow) -> None:
        """What became of this letter?"""
        letter = found.letter
        if letter is None or letter.sent_at is None:
            return
        self._letter = letter
        name = f"{found.candidacy.reference} {found.candidacy.organisation} · {row_name(found)}"
        FateDialog(name, letter.sent_at, self._shell.now(), self._became, self._page).open()

    def ask_take_back(self, rows: Sequence[LetterRow]) -> None:
        """Why did these letters not leave after all?"""
        self._keys = _ids(rows)
        text = tr("The letter becomes final again and its term stops. The journal keeps what happened.")
        choices = (Choice("back", tr("Take back dispatch"), danger=True),)
        self._shell.ask(Question(tr("Take back dispatch?"), text, choices, tr("Reason")), self._take_back)

    def _send(self, dispatch: Dispatch) -> None:
        self._shell.run_operation(sending(self._letters, dispatch))

    def _presented(self, day: date) -> None:
        if self._letter is not None:
            self._shell.run_operation(presenting(self._letter, day))

    def _became(self, fate: Fate) -> None:
        if self._letter is not None:
            self._shell.run_operation(recording(self._letter, fate))

    def _take_back(self, answer: Answer) -> None:
        self._shell.run_operation(taking_back(self._keys, answer.reason))


def _ids(rows: Sequence[LetterRow]) -> tuple[str, ...]:
    return tuple(found.letter.id for found in rows if found.letter is not None)


def sending(letters: Sequence[Letter], dispatch: Dispatch) -> Operation[tuple[Letter, ...]]:
    """Record that letters left: who undoes steps one by one does not take that back unseen."""
    keys = tuple(letter.id for letter in letters)
    verb = calling(send_letters, keys, dispatch)
    return Operation(tr("Record dispatch"), verb, SENT, Final.SENT, said=_sent)


def _sent(letters: tuple[Letter, ...]) -> str:
    return tr("%n letters are recorded as sent.", "", len(letters))


def presenting(letter: Letter, day: date) -> Operation[Letter]:
    """Record when a letter with receipt was presented; recording another day corrects it."""
    return Operation(
        tr("Record presentation"),
        calling(record_presentation, letter.id, day),
        SENT,
        lambda made: calling(take_back_fate, made, letter),
    )


def taking_back(keys: Sequence[str], reason: str) -> Operation[tuple[Letter, ...]]:
    """Note that letters did not leave after all."""

    def verb(dossier: Dossier, context: JobContext) -> tuple[Letter, ...]:
        return take_back_dispatch(dossier, keys, reason)

    return Operation(tr("Take back dispatch"), verb, SENT, Final.REASON)
