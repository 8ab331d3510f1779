"""What the page asks of the services beyond a single call of one (``operations.calling``)."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Generic, TypeVar

from jury_desktop.domain.call import Round
from jury_desktop.domain.sheet import Sheet
from jury_desktop.services.admission import obstacle
from jury_desktop.services.ports import Dossier
from jury_desktop.services.practice_view import practising
from jury_desktop.services.scoring import SheetView, amend_sheet, open_sheet, save_answers, submit_sheet
from jury_desktop.services.scoring_desk import Desk, scoring_desk
from jury_desktop.services.scoring_order import draw_order
from jury_desktop.services.veil import approach_sheet
from jury_desktop.ui.jobs import JobContext
from jury_desktop.ui.operations import Verb, calling
from jury_desktop.ui.pages.assessment.pending import Pending

Place = tuple[str, str, Round]
"""Juror, candidacy and round: which sheet."""
T = TypeVar("T")


@dataclass(frozen=True)  # no slots: Python 3.11 cannot make a generic one with ``Practised[Sheet](…)``
class Practised(Generic[T]):
    """Does the same on the candidacy that the jury practises on."""

    verb: Verb[T]

    def __call__(self, dossier: Dossier, context: JobContext) -> T:
        return self.verb(practising(dossier), context)


@dataclass(frozen=True, slots=True)
class ReadDesk:
    """The desk of a juror; without a round that of the round that is going on.

    Who sits down for the first time has the order of the candidacies drawn.
    """

    juror: str
    round: Round | None

    def __call__(self, dossier: Dossier, context: JobContext) -> tuple[Round, Desk]:
        desk = scoring_desk(dossier, self.juror, self.round or Round.WRITTEN)
        going_on = self.round or _going_on(desk)
        if self.round is None and going_on is not Round.WRITTEN:
            desk = scoring_desk(dossier, self.juror, going_on)
        draws = obstacle(draw_order, dossier.who, dossier.store.read_only) is None
        if desk.mine is not None and not desk.mine.drawn and draws:
            draw_order(dossier, self.juror, going_on)
            desk = scoring_desk(dossier, self.juror, going_on)
        return going_on, desk


@dataclass(frozen=True, slots=True)
class Submit:
    """Seals a sheet.

    :param plainly: also what the sealed sheet says is shown then.
    """

    place: Place
    plainly: bool

    def __call__(self, dossier: Dossier, context: JobContext) -> SheetView:
        view = submit_sheet(dossier, *self.place)
        return view if self.plainly else approach_sheet(dossier, *self.place)


def opening(place: Place, *, plainly: bool) -> Verb[SheetView]:
    """A sheet ready to fill in.

    :param plainly: also what a sealed sheet says.
    """
    return calling(open_sheet if plainly else approach_sheet, *place)


def saving(place: Place, typed: Pending, known: Sequence[Sheet] = ()) -> Verb[SheetView]:
    """Keeps what was typed.

    :param known: the states of the sheet that were seen or made here; see ``save_answers``.
    """
    return calling(save_answers, *place, typed.answers, typed.marks, typed.remark, known)


def amending(place: Place, typed: Pending, reason: str) -> Verb[SheetView]:
    """Changes a sealed sheet."""
    return calling(amend_sheet, *place, typed.answers, reason, goal_marks=typed.marks, remark=typed.remark)


def _going_on(desk: Desk) -> Round:
    """The pitch round once somebody is invited to it."""
    expected = {state.round: state.expected for state in desk.rounds}
    return Round.PITCH if expected[Round.PITCH] else Round.WRITTEN
