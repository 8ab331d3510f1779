"""What a jury has to know about a candidacy before it goes by its scores: a suspected conflict that nobody
judged yet, and a letter that left and whose scores changed since."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from jury_desktop.domain.conflict import ConflictState
from jury_desktop.domain.decision import Stage
from jury_desktop.domain.letter import LetterType
from jury_desktop.domain.rights import Right
from jury_desktop.domain.selection import Selection
from jury_desktop.domain.told import act_of, announced
from jury_desktop.services.admission import needs
from jury_desktop.services.known import known
from jury_desktop.services.letter_book import overtaken
from jury_desktop.services.letterhead import house_of
from jury_desktop.services.ports import Dossier, UnitOfWork


@dataclass(frozen=True, slots=True)
class Attention:
    """What is to be looked into first.

    :param suspected: names of jurors whose suspected conflict with the candidacy waits for a judgement.
    :param overtaken: a letter with the decision left, and something that it told no longer holds.
    """

    suspected: tuple[str, ...] = ()
    overtaken: bool = False

    def __bool__(self) -> bool:
        return bool(self.suspected) or self.overtaken


NOTHING = Attention()


@needs(Right.SEE_DELIBERATION)
def attention(dossier: Dossier, stage: Stage) -> Mapping[str, Attention]:
    """Of the candidacies (ids) of a stage those that ask for attention."""

    def looked_into(selection: Selection) -> Mapping[str, Attention]:
        with dossier.read() as uow:
            return attention_in(uow, selection, stage)

    return known(dossier).once(("attention", stage), looked_into)


def attention_in(uow: UnitOfWork, selection: Selection, stage: Stage) -> Mapping[str, Attention]:
    """The same, of a selection that has been read."""
    act = act_of(stage)
    gone = overtaken(selection, house_of(selection.call, uow.settings))
    told = [(x.candidacy, announced(LetterType(x.type), x.about)) for x in selection.letters if x.id in gone]
    wrong = {candidacy for candidacy, made in told if made is not None and made.act is act}
    found = {
        candidacy.id: Attention(_suspected(selection, candidacy.id), candidacy.id in wrong)
        for candidacy in selection.in_stage(stage)
    }
    return {key: each for key, each in found.items() if each}


def _suspected(selection: Selection, candidacy: str) -> tuple[str, ...]:
    waiting = [
        selection.juror(conflict.juror)
        for conflict in selection.conflicts
        if conflict.candidacy == candidacy and conflict.state is ConflictState.SUGGESTED
    ]
    return tuple(juror.name for juror in waiting if juror.active)
