"""Practising: before it scores, the jury tries the scale on one candidacy that counts for nothing, and talks.

The jurors score it as they score any other (``practice_view.practising``); once all have, or the regisseur
has closed it, what they gave stands side by side.
"""

from __future__ import annotations

import mimetypes
from collections.abc import Sequence
from dataclasses import dataclass, field
from pathlib import Path

from jury_desktop import resources
from jury_desktop.domain.call import Call, Round
from jury_desktop.domain.candidacy import Candidacy
from jury_desktop.domain.errors import refuse
from jury_desktop.domain.juror import Juror
from jury_desktop.domain.mail import Attachment
from jury_desktop.domain.practice import (
    Practice,
    PracticeItem,
    PracticeSheet,
    practice_candidacy,
    side_by_side,
)
from jury_desktop.domain.rights import Right
from jury_desktop.domain.sheet import items_of
from jury_desktop.mailbox.sniff import media_type
from jury_desktop.services.admission import needs
from jury_desktop.services.new_ids import new_id
from jury_desktop.services.ports import Dossier, UnitOfWork
from jury_desktop.services.practice_view import KIND, PREFIX, PracticeWork
from jury_desktop.services.record import record_change
from jury_desktop.services.rounds import RoundState, round_state, selection_of
from jury_desktop.services.whole_files import read_whole

EXAMPLE = ("practice", "kandidatuur.txt")
LARGEST = 50_000_000
"""Bytes of a file to practise on."""
_OPENING = 2
"""Challenges of the call that the candidacy addresses unless others are chosen."""
_CHOSEN, _REMOVED, _PUT_BACK = (f"{PREFIX}{step}" for step in ("chosen", "removed", "put_back"))


@dataclass(frozen=True, slots=True)
class PracticeState:
    """How far the practice is; ``candidacy`` is None before one was chosen.

    :param opened: everybody has submitted, or it was closed: what was given may be seen.
    """

    call: Call
    candidacy: Candidacy | None
    round: RoundState
    opened: bool


@dataclass(frozen=True, slots=True)
class PracticeTable:
    """What the jurors gave, side by side: ``items`` have an answer for each of the ``jurors``, in that order.

    :param waiting: the names of those who submitted nothing.
    :param highest: of the scale.
    """

    candidacy: Candidacy
    jurors: tuple[Juror, ...]
    items: tuple[PracticeItem, ...]
    waiting: tuple[str, ...]
    highest: int


@needs(Right.SEE_WORK)
def practice_state(dossier: Dossier) -> PracticeState:
    """How far the practice is."""
    with dossier.read() as uow:
        selection = selection_of(PracticeWork(uow))
        found = next(iter(selection.candidacies), None)
        return PracticeState(uow.call, found, round_state(selection, Round.WRITTEN), practice_opened(uow))


def practice_opened(uow: UnitOfWork) -> bool:
    """Whether what was given may be seen; the rule of the call holds here too."""
    selection = selection_of(PracticeWork(uow))
    return any(selection.is_open(each.id, Round.WRITTEN) for each in selection.candidacies)


@needs(Right.KEEP_ROUNDS)
def choose_practice(
    dossier: Dossier, file: Path | None = None, challenges: Sequence[int] = ()
) -> PracticeState:
    """Lays a candidacy before the jury to practise on.

    :param file: a text, PDF or other document; the example that comes with the program unless one is given.
    :param challenges: those it is scored on; the first two of the call unless said otherwise.
    :raises JuryError: the jury practises on another one, or the file cannot be read.
    """
    source = file or resources.path(*EXAMPLE)
    content = read_whole(source, refuse("practice.too_large", file=source.name), LARGEST)
    organisation = source.stem if file else _first_line(content)
    with dossier.change() as uow:
        if uow.practices.find():
            raise refuse("practice.chosen_already")
        known = tuple(challenge.number for challenge in uow.call.challenges)
        chosen = tuple(challenges) or known[:_OPENING]
        declared = mimetypes.guess_type(source.name)[0] or ""
        kind = media_type(content, declared)
        attachment = Attachment(source.name, kind, uow.blobs.put(content), len(content))
        key = new_id("practice")
        uow.practices.save(Practice(key, practice_candidacy(key, organisation, chosen, attachment)))
        told = {"organisation": organisation, "challenges": chosen, "file": source.name}
        record_change(uow, _CHOSEN, _subject(organisation), None, told)
    return practice_state(dossier)


@dataclass(frozen=True, slots=True)
class ClearedPractice:
    """A practice that was taken away, with all that was scored in it; shown to nobody."""

    practices: tuple[Practice, ...]
    sheets: tuple[PracticeSheet, ...] = field(repr=False)


@needs(Right.KEEP_ROUNDS)
def remove_practice(dossier: Dossier) -> ClearedPractice:
    """Takes the practice away with all that was scored in it; nothing happens when there is none."""
    with dossier.change() as uow:
        cleared = ClearedPractice(uow.practices.find(), uow.practice_sheets.find())
        for sheet in cleared.sheets:
            uow.practice_sheets.remove(sheet.id)
        for practice in cleared.practices:
            uow.practices.remove(practice.id)
            record_change(uow, _REMOVED, _subject(practice.candidacy.organisation), None, None)
        return cleared


@needs(Right.KEEP_ROUNDS)
def put_back_practice(dossier: Dossier, cleared: ClearedPractice) -> None:
    """Lays a practice before the jury again as it was.

    :raises JuryError: the jury practises on another one by now.
    """
    with dossier.change() as uow:
        if uow.practices.find():
            raise refuse("practice.chosen_already")
        for practice in cleared.practices:
            uow.practices.save(practice)
        for sheet in cleared.sheets:
            uow.practice_sheets.save(sheet)
        for practice in cleared.practices:
            record_change(uow, _PUT_BACK, _subject(practice.candidacy.organisation), None, None)


@needs(Right.KEEP_ROUNDS)
def practice_table(dossier: Dossier) -> PracticeTable:
    """What the jurors gave, side by side.

    :raises JuryError: nobody may see it yet, or there is nothing to see.
    """
    with dossier.read() as uow:
        selection = selection_of(PracticeWork(uow))
        if not practice_opened(uow):
            raise refuse("practice.sealed")
    candidacy = selection.candidacies[0]
    sheets = selection.open_sheets(candidacy.id, Round.WRITTEN)
    submitted = {sheet.juror for sheet in sheets}
    jurors = tuple(juror for juror in selection.jurors if juror.id in submitted)
    items = items_of(selection.call.rubric, candidacy.challenges, Round.WRITTEN)
    return PracticeTable(
        candidacy,
        jurors,
        side_by_side(items, [juror.id for juror in jurors], sheets),
        tuple(j.name for j in selection.jurors if j.scores and j.id not in submitted),
        selection.call.rubric.highest,
    )


def _first_line(content: bytes) -> str:
    """How the example is called: what stands before the brackets on its first line."""
    return content.decode().partition("\n")[0].partition(" (")[0]


def _subject(organisation: str) -> tuple[str, str]:
    return f"{KIND}candidacy", organisation
