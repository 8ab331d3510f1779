"""Which letters are owed, drafted and sent: the state of all correspondence at a glance."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import NamedTuple

from jury_desktop.domain.candidacy import Candidacy
from jury_desktop.domain.due import Due, due_letters
from jury_desktop.domain.letter import LetterType
from jury_desktop.domain.outgoing import Letter, LetterState
from jury_desktop.domain.selection import Selection
from jury_desktop.domain.told import Act, announced
from jury_desktop.services.invitations import invitation_now
from jury_desktop.services.letter_data import UNPLANNED, basis_of, is_comparable
from jury_desktop.services.letter_wanted import Wanted
from jury_desktop.services.letter_words import revision_now
from jury_desktop.services.letterhead import House, house_of
from jury_desktop.services.ports import Dossier, UnitOfWork
from jury_desktop.services.rounds import selection_of


class LetterKey(NamedTuple):
    """What a letter is: the id of its candidacy, its type, and what tells several of that type apart."""

    candidacy: str
    type: LetterType
    about: str = ""


@dataclass(frozen=True, slots=True)
class LetterRow:
    """A letter that is owed or exists. ``letter`` None until drafted; ``outdated`` when what it rests on
    changed after it was made; ``overtaken`` when it left and a score that it rests on changed since."""

    candidacy: Candidacy
    type: LetterType
    letter: Letter | None
    outdated: bool
    about: str = ""
    overtaken: bool = False

    @property
    def key(self) -> LetterKey:
        """What the letter is."""
        return LetterKey(self.candidacy.id, self.type, self.about)

    @property
    def sent(self) -> bool:
        """Whether it has left."""
        return self.letter is not None and self.letter.sent

    @property
    def frozen(self) -> bool:
        """Whether it is final and still says what the dossier says."""
        return self.letter is not None and self.letter.state is LetterState.FINAL and not self.outdated


def letter_book(dossier: Dossier) -> tuple[LetterRow, ...]:
    """Every letter that is owed or exists, by candidacy and in the order of the procedure."""
    with dossier.read() as uow:
        selection = selection_of(uow)
        return letters_now(uow, selection, house_of(selection.call, uow.settings))


def letters_now(uow: UnitOfWork, selection: Selection, house: House) -> tuple[LetterRow, ...]:
    """The letter book with what became of the letters that left."""
    gone = overtaken(uow, selection, house)
    rows = letter_rows(selection, house)
    return tuple(replace(row, overtaken=row.letter is not None and row.letter.id in gone) for row in rows)


_TURNS_SCORES = (
    "sheet.amended",
    "conflict.declared",
    "conflict.confirmed",
    "conflict.dismissed",
    "conflict.restored",
    "conflict.withdrawn",
    "session.juror",
    "round.reopened",
)
"""The events after which the scores that count may be others."""


def overtaken(uow: UnitOfWork, selection: Selection, house: House) -> frozenset[str]:
    """The letters (ids) that left with a decision of the jury, and whose scores or place changed since.

    An address or a name that was mended afterwards takes nothing from what a candidate was told.
    """
    left = [x for x in selection.letters if x.sent_at is not None and _tells_of_scores(x)]
    if not left:
        return frozenset()
    turned = max((event.at for action in _TURNS_SCORES for event in uow.journal.of(action)), default=None)
    doubtful = [x for x in left if turned is not None and x.sent_at is not None and x.sent_at < turned]
    return frozenset(x.id for x in doubtful if is_outdated(selection, house, x))


def _tells_of_scores(letter: Letter) -> bool:
    """An invitation tells none; when the pitch moves, the next one replaces it."""
    made = announced(LetterType(letter.type), letter.about)
    return letter.type != LetterType.INVITATION and made is not None and made.act is not Act.FORM


def letter_rows(selection: Selection, house: House) -> tuple[LetterRow, ...]:
    """The letter book of a selection."""
    return tuple(
        letter_row(selection, house, LetterKey(candidacy.id, due.type, due.about))
        for candidacy in sorted(selection.candidacies, key=lambda candidacy: candidacy.reference)
        for due in _all(selection, candidacy)
    )


def letters_sent(selection: Selection) -> tuple[int, int]:
    """How many letters have left, of how many owed or made; whether they still hold is not asked."""
    left = {(x.candidacy, x.type, x.about) for x in selection.letters if x.sent}
    keys = [(c.id, due.type.value, due.about) for c in selection.candidacies for due in _all(selection, c)]
    return sum(key in left for key in keys), len(keys)


def _all(selection: Selection, candidacy: Candidacy) -> tuple[Due, ...]:
    return tuple(dict.fromkeys((*_sent(selection, candidacy), *owed(selection, candidacy))))


def letter_row(selection: Selection, house: House, key: LetterKey) -> LetterRow:
    """One letter of the book, whether it exists or not."""
    letter = next((x for x in selection.letters if (x.candidacy, x.type, x.about) == key), None)
    candidacy = selection.candidacy(key.candidacy)
    outdated = letter is not None and is_outdated(selection, house, letter)
    return LetterRow(candidacy, key.type, letter, outdated, key.about)


def is_outdated(selection: Selection, house: House, letter: Letter) -> bool:
    """Whether a letter no longer says what the dossier says. What left and was formally revised since is
    not out of date but replaced; of what left with an older program nothing can be said."""
    candidacy, due = selection.candidacy(letter.candidacy), Due(LetterType(letter.type), letter.about)
    told = announced(due.type, due.about)
    if letter.sent and not is_comparable(letter.basis):
        return False
    if letter.sent and told is not None and revision_now(selection, candidacy, told.act) != told:
        return False
    return letter.basis != basis_of(Wanted(selection, house, candidacy, due, UNPLANNED))


def owed(selection: Selection, candidacy: Candidacy) -> tuple[Due, ...]:
    """The letters owed to one candidacy."""
    decisions = [decision for decision in selection.decisions if decision.candidacy == candidacy.id]
    rebuttals = [rebuttal for rebuttal in selection.rebuttals if rebuttal.candidacy == candidacy.id]
    letters = [letter for letter in selection.letters if letter.candidacy == candidacy.id]
    planned = selection.place(candidacy.id) is not None
    invitation = invitation_now(selection, candidacy)
    return due_letters(candidacy, decisions, rebuttals, letters, planned=planned, invitation=invitation)


def _sent(selection: Selection, candidacy: Candidacy) -> tuple[Due, ...]:
    """What has left stays in the book, whatever was decided since, in the order in which it left."""
    sent = [x for x in selection.letters if x.candidacy == candidacy.id and x.sent_at is not None]
    ordered = sorted(sent, key=lambda letter: letter.sent_at or letter.created_at)
    return tuple(Due(LetterType(letter.type), letter.about) for letter in ordered)
