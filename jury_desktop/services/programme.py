"""The programme of the pitch sessions: who comes when and where, before whom, and who leaves the room."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime, timedelta
from itertools import groupby

from jury_desktop.domain.call import Call, PitchRules, Round, SessionWindow
from jury_desktop.domain.candidacy import Candidacy
from jury_desktop.domain.errors import refuse
from jury_desktop.domain.juror import Juror
from jury_desktop.domain.pitch import Assignment, StoredPlan
from jury_desktop.domain.rights import Right
from jury_desktop.domain.selection import Selection
from jury_desktop.letters.calendar import Edition
from jury_desktop.services.admission import needs
from jury_desktop.services.letterhead import House, house_of
from jury_desktop.services.plan_edition import edition_of
from jury_desktop.services.ports import Dossier
from jury_desktop.services.rounds import selection_of


@dataclass(frozen=True, slots=True)
class Turn:
    """One pitch.

    :param outside: who sits in this room in the same session, or observes, and is kept apart from this
        candidate: they leave the room.
    """

    place: Assignment
    candidacy: Candidacy
    panel: tuple[Juror, ...]
    outside: tuple[Juror, ...]

    def phases(self, rules: PitchRules) -> tuple[datetime, datetime, datetime]:
        """When the pitch, the questions and the deliberation begin."""
        questions = self.place.start + timedelta(minutes=rules.pitch_minutes)
        return self.place.start, questions, questions + timedelta(minutes=rules.question_minutes)


@dataclass(frozen=True, slots=True)
class Sitting:
    """One room (from 1) in one session, its pitches in order of time."""

    window: SessionWindow
    room: int
    turns: tuple[Turn, ...]


@dataclass(frozen=True, slots=True)
class Programme:
    """The newest plan, in order of time and room, with all that goes to people about it.

    :param waiting: who was invited and has no place.
    :param told: the versions of the plan that were communicated, oldest first.
    """

    selection: Selection
    house: House
    stored: StoredPlan
    sittings: tuple[Sitting, ...]
    waiting: tuple[Candidacy, ...]
    told: tuple[StoredPlan, ...]
    edition: Edition
    made: datetime

    @property
    def call(self) -> Call:
        """The call of the selection."""
        return self.selection.call

    @property
    def turns(self) -> tuple[Turn, ...]:
        """Every pitch, in order of time and room."""
        found = (turn for sitting in self.sittings for turn in sitting.turns)
        return tuple(sorted(found, key=lambda turn: (turn.place.start, turn.place.room)))

    @property
    def rooms(self) -> int:
        """The largest number of rooms side by side."""
        return max((sitting.room for sitting in self.sittings), default=1)

    @property
    def jurors(self) -> tuple[Juror, ...]:
        """Who sits on a panel, in the order of the jury."""
        seated = {juror.id for turn in self.turns for juror in turn.panel}
        return tuple(juror for juror in self.selection.jurors if juror.id in seated)


@needs(Right.SEE_SELECTION)
def programme(dossier: Dossier) -> Programme:
    """The programme of the newest plan; refused before there is one."""
    with dossier.read() as uow:
        selection = selection_of(uow)
        if selection.plan is None:
            raise refuse("planning.no_plan")
        told = sorted(
            (plan for plan in uow.plans.find() if plan.communicated_at is not None),
            key=lambda plan: plan.version,
        )
        house, edition = house_of(selection.call, uow.settings), edition_of(uow)
    placed = {place.pitch for place in selection.plan.plan.assignments}
    return Programme(
        selection,
        house,
        selection.plan,
        _sittings(selection, selection.plan),
        tuple(each for each in selection.in_round(Round.PITCH) if each.reference not in placed),
        tuple(told),
        edition,
        dossier.now(),
    )


def _sittings(selection: Selection, stored: StoredPlan) -> tuple[Sitting, ...]:
    windows = {window.id: window for window in stored.instance.windows}
    known = {candidacy.reference: candidacy for candidacy in selection.candidacies}

    def where(place: Assignment) -> tuple[datetime, str, int]:
        return windows[place.window].start, place.window, place.room

    places = sorted(stored.plan.assignments, key=lambda place: (*where(place), place.start))
    found = []
    for (_, window, room), group in groupby(places, where):
        inside = list(group)
        present = {juror for place in inside for juror in place.jurors}
        turns = (_turn(selection, place, known[place.pitch], present) for place in inside)
        found.append(Sitting(windows[window], room, tuple(turns)))
    return tuple(found)


def _turn(selection: Selection, place: Assignment, candidacy: Candidacy, present: set[str]) -> Turn:
    panel = tuple(juror for juror in selection.jurors if juror.id in place.jurors)
    here = present - set(place.jurors)
    outside = (juror for juror in selection.jurors if juror.id in here or (juror.observer and juror.active))
    barred = tuple(juror for juror in outside if (juror.id, candidacy.id) in selection.barred)
    return Turn(place, candidacy, panel, barred)
