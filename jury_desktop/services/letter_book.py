"""Which letters are owed, drafted and sent: the state of all correspondence at a glance."""

from __future__ import annotations

from dataclasses import dataclass

from jury_desktop.domain.candidacy import Candidacy
from jury_desktop.domain.due import due_letters
from jury_desktop.domain.letter import LetterType
from jury_desktop.domain.outgoing import Letter, LetterState
from jury_desktop.domain.selection import Selection
from jury_desktop.services.letter_data import basis_of
from jury_desktop.services.letterhead import House, house_of
from jury_desktop.services.ports import Dossier
from jury_desktop.services.rounds import selection_of


@dataclass(frozen=True, slots=True)
class LetterRow:
    """A letter that is owed or exists. ``letter`` None until drafted; ``outdated`` when what it rests on
    changed after it was made."""

    candidacy: Candidacy
    type: LetterType
    letter: Letter | None
    outdated: bool

    @property
    def sent(self) -> bool:
        """Whether it has left."""
        return self.letter is not None and self.letter.state is LetterState.SENT


def letter_book(dossier: Dossier) -> tuple[LetterRow, ...]:
    """Every letter that is owed or exists, by candidacy and in the order of the procedure."""
    with dossier.read() as uow:
        selection = selection_of(uow)
        return letter_rows(selection, house_of(selection.call, uow.settings))


def letter_rows(selection: Selection, house: House) -> tuple[LetterRow, ...]:
    """The letter book of a selection."""
    return tuple(
        _row(selection, house, candidacy, type_)
        for candidacy in sorted(selection.candidacies, key=lambda candidacy: candidacy.reference)
        for type_ in _types(selection, candidacy)
    )


def letters_sent(selection: Selection) -> tuple[int, int]:
    """How many letters have left, of how many owed or made; whether they still hold is not asked."""
    left = {(x.candidacy, x.type) for x in selection.letters if x.state is LetterState.SENT}
    keys = [(c.id, type_.value) for c in selection.candidacies for type_ in _types(selection, c)]
    return sum(key in left for key in keys), len(keys)


def _types(selection: Selection, candidacy: Candidacy) -> tuple[LetterType, ...]:
    return tuple(dict.fromkeys((*owed(selection, candidacy), *_sent(selection, candidacy))))


def owed(selection: Selection, candidacy: Candidacy) -> tuple[LetterType, ...]:
    """The types owed to one candidacy, each once."""
    decisions = [decision for decision in selection.decisions if decision.candidacy == candidacy.id]
    rebuttals = [rebuttal for rebuttal in selection.rebuttals if rebuttal.candidacy == candidacy.id]
    planned = selection.place(candidacy.id) is not None
    return tuple(dict.fromkeys(due_letters(candidacy, decisions, rebuttals, planned=planned)))


def _sent(selection: Selection, candidacy: Candidacy) -> tuple[LetterType, ...]:
    """What has left stays in the book, whatever was decided since."""
    letters = (letter for letter in selection.letters if letter.candidacy == candidacy.id)
    return tuple(LetterType(letter.type) for letter in letters if letter.state is LetterState.SENT)


def _row(selection: Selection, house: House, candidacy: Candidacy, type_: LetterType) -> LetterRow:
    key = (candidacy.id, type_.value)
    letter = next((x for x in selection.letters if (x.candidacy, x.type) == key), None)
    outdated = letter is not None and letter.basis != basis_of(selection, house, candidacy, type_)
    return LetterRow(candidacy, type_, letter, outdated)
