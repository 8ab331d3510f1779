"""One candidacy in full: its messages, what happened to it, and how far the jury is with it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from enum import StrEnum

from jury_desktop.domain.call import Call, Round
from jury_desktop.domain.candidacy import Candidacy
from jury_desktop.domain.completeness import Checked, checklist, missing_fields
from jury_desktop.domain.conflict import Conflict
from jury_desktop.domain.entry import Placed
from jury_desktop.domain.juror import Juror
from jury_desktop.domain.mending import Mend, mends
from jury_desktop.domain.rights import Right
from jury_desktop.domain.selection import Selection
from jury_desktop.domain.sheet import begun, items_of, progress
from jury_desktop.services.admission import needs
from jury_desktop.services.copy_request import copies_asked
from jury_desktop.services.journal import JournalLine, events_on, newest_first
from jury_desktop.services.ports import Dossier
from jury_desktop.services.rounds import selection_of


class Work(StrEnum):
    """How far a juror is with a candidacy in a round."""

    BARRED = "barred"
    ABSENT = "absent"
    """Did not hear the pitch."""
    NOT_STARTED = "not_started"
    STARTED = "started"
    SUBMITTED = "submitted"


@dataclass(frozen=True, slots=True)
class JurorProgress:
    """What a juror has done: answered so many of all items. Never a score.

    :param outdated: what was done judges an older version than the one that counts now.
    """

    juror: Juror
    work: Work
    answered: int
    items: int
    outdated: bool = False


@dataclass(frozen=True, slots=True)
class RoundProgress:
    """Who assesses the candidacy in a round; ``opened`` once the call lets the scores be seen."""

    round: Round
    jurors: tuple[JurorProgress, ...]
    opened: bool

    @property
    def expected(self) -> int:
        """How many jurors must submit."""
        return sum(juror.work not in {Work.BARRED, Work.ABSENT} for juror in self.jurors)

    @property
    def submitted(self) -> int:
        """How many have."""
        return sum(juror.work is Work.SUBMITTED for juror in self.jurors)


@dataclass(frozen=True, slots=True)
class CandidacyDetails:
    """One candidacy in full.

    :param missing: the required fields that nobody filled in.
    :param checklist: what the call asks and how it stands.
    :param mends: the particulars that the regisseur mended.
    :param messages: every message that belongs to it, in order of import.
    :param history: what happened to it, newest first.
    :param asked: the messages (by SHA-256) of which the sender was asked for one that can be read, with the
        day by which to answer.
    :param rounds: the rounds in which it is assessed; none while it does not take part.
    """

    call: Call
    candidacy: Candidacy
    missing: tuple[str, ...]
    checklist: tuple[Checked, ...]
    mends: tuple[Mend, ...]
    messages: tuple[Placed, ...]
    history: tuple[JournalLine, ...]
    conflicts: tuple[Conflict, ...]
    rounds: tuple[RoundProgress, ...]
    asked: Mapping[str, date] = field(default_factory=dict)


@needs(Right.SEE_SELECTION)
def candidacy_details(dossier: Dossier, candidacy: str) -> CandidacyDetails:
    """All there is to know about a candidacy (by its id); KeyError if there is none."""
    with dossier.read() as uow:
        selection = selection_of(uow)
        found = selection.candidacy(candidacy)
        messages = uow.mails.of(candidacy)
        events = events_on(uow, found.reference, {placed.mail.source for placed in messages})
        return CandidacyDetails(
            selection.call,
            found,
            missing_fields(selection.call, found),
            checklist(selection.call, found),
            tuple(mends(event for event in events if event.subject_kind == "candidacy").values()),
            messages,
            newest_first(events, selection),
            tuple(conflict for conflict in selection.conflicts if conflict.candidacy == candidacy),
            tuple(_round(selection, found, r) for r in Round if found in selection.in_round(r)),
            copies_asked(uow),
        )


def _round(selection: Selection, candidacy: Candidacy, round_: Round) -> RoundProgress:
    expected = {juror for juror, _ in selection.panel(round_).of(candidacy.id)}
    jurors = tuple(
        _juror(selection, candidacy, round_, juror)
        for juror in selection.jurors
        if juror.id in expected
        or (not juror.observer and (juror.id, candidacy.id) in selection.kept_out(round_))
    )
    return RoundProgress(round_, jurors, selection.is_open(candidacy.id, round_))


def _juror(selection: Selection, candidacy: Candidacy, round_: Round, juror: Juror) -> JurorProgress:
    sheet = selection.sheet(juror.id, candidacy.id, round_)
    asked = items_of(selection.call.rubric, candidacy.challenges, round_)
    answered, items = progress(sheet, asked)
    if (juror.id, candidacy.id) in selection.barred:
        return JurorProgress(juror, Work.BARRED, 0, items)
    if (juror.id, candidacy.id) in selection.kept_out(round_):
        return JurorProgress(juror, Work.ABSENT, 0, items)
    outdated = sheet is not None and selection.judges_older(sheet)
    if sheet is not None and sheet.submitted:
        return JurorProgress(juror, Work.SUBMITTED, answered, items, outdated)
    return JurorProgress(
        juror, Work.STARTED if begun(sheet, asked) else Work.NOT_STARTED, answered, items, outdated
    )
