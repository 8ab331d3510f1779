"""What the page asks of the services, as values that run on the database's thread."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path
from typing import Generic, TypeVar

from jury_desktop.domain.call import Round
from jury_desktop.services.ports import Dossier
from jury_desktop.services.practice import (
    PracticeTable,
    choose_practice,
    practice_table,
    remove_practice,
)
from jury_desktop.services.practice_view import practising
from jury_desktop.services.rounds import close_round, reopen_round
from jury_desktop.services.scoring import (
    Desk,
    SheetView,
    amend_sheet,
    judge_newest,
    open_sheet,
    save_answers,
    scoring_desk,
    submit_sheet,
)
from jury_desktop.services.veil import approach_sheet, look_at_sheet
from jury_desktop.ui.jobs import JobContext
from jury_desktop.ui.operations import Verb
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
class ChoosePractice:
    """Lays a candidacy before the jury to practise on; the example where there is no file."""

    file: Path | None
    challenges: tuple[int, ...]

    def __call__(self, dossier: Dossier, context: JobContext) -> None:
        choose_practice(dossier, self.file, self.challenges)


@dataclass(frozen=True, slots=True)
class ReadPractice:
    """What everybody gave in practice."""

    def __call__(self, dossier: Dossier, context: JobContext) -> PracticeTable:
        return practice_table(dossier)


@dataclass(frozen=True, slots=True)
class ClearPractice:
    """Clears the practice away."""

    def __call__(self, dossier: Dossier, context: JobContext) -> None:
        remove_practice(dossier)


@dataclass(frozen=True, slots=True)
class ReadDesk:
    """The desk of a juror; without a round that of the round that is going on."""

    juror: str
    round: Round | None

    def __call__(self, dossier: Dossier, context: JobContext) -> tuple[Round, Desk]:
        desk = scoring_desk(dossier, self.juror, self.round or Round.WRITTEN)
        going_on = self.round or _going_on(desk)
        if self.round is None and going_on is not Round.WRITTEN:
            desk = scoring_desk(dossier, self.juror, going_on)
        return going_on, desk


@dataclass(frozen=True, slots=True)
class OpenSheet:
    """A sheet ready to fill in.

    :param plainly: also what a sealed sheet says.
    """

    place: Place
    plainly: bool

    def __call__(self, dossier: Dossier, context: JobContext) -> SheetView:
        return (open_sheet if self.plainly else approach_sheet)(dossier, *self.place)


@dataclass(frozen=True, slots=True)
class Look:
    """Shows on purpose what a sealed sheet says."""

    place: Place

    def __call__(self, dossier: Dossier, context: JobContext) -> SheetView:
        return look_at_sheet(dossier, *self.place)


@dataclass(frozen=True, slots=True)
class SaveAnswers:
    """Keeps what was typed."""

    place: Place
    pending: Pending

    def __call__(self, dossier: Dossier, context: JobContext) -> SheetView:
        typed = self.pending
        return save_answers(dossier, *self.place, typed.answers, typed.marks, typed.remark)


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


@dataclass(frozen=True, slots=True)
class JudgeNewest:
    """Ties a draft to the newest version."""

    juror: str
    candidacy: str
    round: Round

    def __call__(self, dossier: Dossier, context: JobContext) -> SheetView:
        return judge_newest(dossier, self.juror, self.candidacy, self.round)


@dataclass(frozen=True, slots=True)
class Amend:
    """Changes a sealed sheet."""

    place: Place
    pending: Pending
    reason: str

    def __call__(self, dossier: Dossier, context: JobContext) -> SheetView:
        typed = self.pending
        return amend_sheet(
            dossier, *self.place, typed.answers, self.reason, goal_marks=typed.marks, remark=typed.remark
        )


@dataclass(frozen=True, slots=True)
class EndRound:
    """Ends a round."""

    round: Round
    reason: str

    def __call__(self, dossier: Dossier, context: JobContext) -> None:
        close_round(dossier, self.round, self.reason)


@dataclass(frozen=True, slots=True)
class ReopenRound:
    """Lets jurors score again."""

    round: Round
    reason: str

    def __call__(self, dossier: Dossier, context: JobContext) -> None:
        reopen_round(dossier, self.round, self.reason)


def _going_on(desk: Desk) -> Round:
    """The pitch round once somebody is invited to it."""
    expected = {state.round: state.expected for state in desk.rounds}
    return Round.PITCH if expected[Round.PITCH] else Round.WRITTEN
