"""Which letters are owed, drafted and sent: the state of all correspondence at a glance."""

from __future__ import annotations

from dataclasses import dataclass
from typing import NamedTuple

from jury_desktop.domain.candidacy import Candidacy
from jury_desktop.domain.due import Due, due_letters
from jury_desktop.domain.letter import LetterType
from jury_desktop.domain.outgoing import Letter, LetterState
from jury_desktop.domain.rebuttal import rebuttal_in
from jury_desktop.domain.rights import Right
from jury_desktop.domain.selection import Selection
from jury_desktop.domain.told import Act, announced
from jury_desktop.services.admission import needs
from jury_desktop.services.invitations import invitation_now
from jury_desktop.services.letter_data import UNPLANNED, basis_of, holds, lasting_data
from jury_desktop.services.letter_replaced import Replaced, replaced
from jury_desktop.services.letter_told import Part, changed_since, promised, told_in
from jury_desktop.services.letter_wanted import Wanted
from jury_desktop.services.letterhead import House, house_of
from jury_desktop.services.ports import Dossier
from jury_desktop.services.rounds import selection_of


class LetterKey(NamedTuple):
    """What a letter is: the id of its candidacy, its type, and what tells several of that type apart."""

    candidacy: str
    type: LetterType
    about: str = ""


@dataclass(frozen=True, slots=True)
class LetterRow:
    """A letter that is owed or exists.

    :param letter: None until drafted.
    :param outdated: it has not left and no longer says what the dossier says.
    :param changed: this of what it told is otherwise now. Of one that left, what was formally revised since
        is not changed but ``replaced``; of one that did not, what makes it out of date may be none of these.
    :param number: which of several it is, on rebuttals of a candidate or on what was decided anew; else 0.
    :param answered: a rebuttal answers it, so it arrived, whatever came back.
    """

    candidacy: Candidacy
    type: LetterType
    letter: Letter | None
    outdated: bool
    about: str = ""
    changed: tuple[Part, ...] = ()
    replaced: Replaced = Replaced.NOT
    answered: bool = False
    number: int = 0

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

    @property
    def may_leave(self) -> bool:
        """Whether it is ready to leave, or to leave once more since it came back."""
        return self.frozen or self.asked_again

    @property
    def asked_again(self) -> bool:
        """Whether it came back and still tells what holds: then it has to leave once more."""
        return self.came_back and not self.changed and self.replaced is Replaced.NOT

    @property
    def came_back(self) -> bool:
        """Whether it could not be delivered, and nothing shows that it arrived after all."""
        return self.letter is not None and self.letter.came_back and not self.answered

    @property
    def overtaken(self) -> bool:
        """Whether what its reader was told no longer holds, and no later letter that left says so."""
        return self.sent and (bool(self.changed) or self.replaced is Replaced.UNTOLD)


@needs(Right.SEE_LETTERS)
def letter_book(dossier: Dossier) -> tuple[LetterRow, ...]:
    """Every letter that is owed or exists, by candidacy and in the order of the procedure."""
    with dossier.read() as uow:
        selection = selection_of(uow)
        return letter_rows(selection, house_of(selection.call, uow.settings))


def overtaken(selection: Selection, house: House) -> frozenset[str]:
    """The letters (ids) that left with a decision of the jury, and of which something changed since."""
    left = [x for x in selection.letters if x.sent and _tells_what_the_jury_decided(x)]
    return frozenset(x.id for x in left if changed_in(selection, house, x))


def _tells_what_the_jury_decided(letter: Letter) -> bool:
    made = announced(LetterType(letter.type), letter.about)
    return made is not None and made.act is not Act.FORM


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
    there = (*_sent(selection, candidacy), *owed(selection, candidacy), *_receipts(selection, candidacy))
    return tuple(dict.fromkeys(there))


def letter_row(selection: Selection, house: House, key: LetterKey) -> LetterRow:
    """One letter of the book, whether it exists or not."""
    there = selection.letters_to(key.candidacy)
    letter = next((x for x in there if (x.type, x.about) == (key.type, key.about)), None)
    candidacy, number = selection.candidacy(key.candidacy), _number(selection, key)
    if letter is not None and letter.sent:
        changed, anew = changed_in(selection, house, letter), replaced(selection, letter)
        answered = any(rebuttal.letter == letter.id for rebuttal in selection.rebuttals)
        return LetterRow(candidacy, key.type, letter, False, key.about, changed, anew, answered, number)
    outdated = letter is not None and is_outdated(selection, house, letter)
    changed = _told_otherwise(selection, house, letter) if letter is not None and outdated else ()
    return LetterRow(candidacy, key.type, letter, outdated, key.about, changed, number=number)


def _number(selection: Selection, key: LetterKey) -> int:
    made = announced(key.type, key.about)
    if made is not None:
        return made.number if made.number > 1 else 0
    there = [rebuttal.id for rebuttal in selection.rebuttals_of(key.candidacy)]
    about = rebuttal_in(key.about)
    return there.index(about) + 1 if about in there and len(there) > 1 else 0


def is_outdated(selection: Selection, house: House, letter: Letter) -> bool:
    """Whether a letter that has not left no longer says what the dossier says."""
    return not holds(letter, basis_of(_wanted(selection, house, letter)))


def changed_in(selection: Selection, house: House, letter: Letter) -> tuple[Part, ...]:
    """What is otherwise now of what a letter that left told. Nothing, when it was formally revised since:
    then it is replaced; and of one that an older program made nothing can be said."""
    if replaced(selection, letter) is not Replaced.NOT:
        return ()
    return _told_otherwise(selection, house, letter)


def _told_otherwise(selection: Selection, house: House, letter: Letter) -> tuple[Part, ...]:
    now = _wanted(selection, house, letter)
    return changed_since(letter.told, told_in(now, lasting_data(now))) if letter.told else ()


def _wanted(selection: Selection, house: House, letter: Letter) -> Wanted:
    due = Due(LetterType(letter.type), letter.about)
    return Wanted(selection, house, selection.candidacy(letter.candidacy), due, UNPLANNED)


def owed(selection: Selection, candidacy: Candidacy) -> tuple[Due, ...]:
    """The letters owed to one candidacy."""
    decisions, rebuttals = selection.decisions_on(candidacy.id), selection.rebuttals_of(candidacy.id)
    letters = selection.letters_to(candidacy.id)
    planned = selection.place(candidacy.id) is not None
    return due_letters(
        candidacy,
        decisions,
        rebuttals,
        letters,
        planned=planned,
        invitation=invitation_now(selection, candidacy),
        promised=promised(letters),
    )


def _receipts(selection: Selection, candidacy: Candidacy) -> tuple[Due, ...]:
    """What was made final about a rebuttal stays as well, until its way out is noted: that may be after the
    outcome left, when nobody owes it any more."""
    final = (x for x in selection.letters_to(candidacy.id) if x.state is LetterState.FINAL and not x.sent)
    heard = {each.id for each in selection.rebuttals_of(candidacy.id)}
    about = (x for x in final if x.type == LetterType.REBUTTAL_RECEIPT and rebuttal_in(x.about) in heard)
    return tuple(Due(LetterType(letter.type), letter.about) for letter in about)


def _sent(selection: Selection, candidacy: Candidacy) -> tuple[Due, ...]:
    """What has left stays in the book, whatever was decided since, in the order in which it left."""
    sent = [x for x in selection.letters_to(candidacy.id) if x.sent_at is not None]
    ordered = sorted(sent, key=lambda letter: letter.sent_at or letter.created_at)
    return tuple(Due(LetterType(letter.type), letter.about) for letter in ordered)
