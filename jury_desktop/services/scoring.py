"""Scoring: a juror's candidacies, one sheet at a time, saved as typed and sealed on submission."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import datetime

from jury_desktop.domain.call import Challenge, Round, Rubric
from jury_desktop.domain.candidacy import Candidacy
from jury_desktop.domain.errors import RuleError, refuse
from jury_desktop.domain.juror import Juror
from jury_desktop.domain.messages import Message, say
from jury_desktop.domain.rights import Right
from jury_desktop.domain.score import sheet_score
from jury_desktop.domain.sheet import (
    Answer,
    GoalMark,
    Item,
    Sheet,
    SheetState,
    check_answer,
    items_of,
    missing,
    overwrites,
)
from jury_desktop.services.admission import needs
from jury_desktop.services.new_ids import new_id
from jury_desktop.services.ports import Dossier, UnitOfWork
from jury_desktop.services.record import record_change
from jury_desktop.services.rounds import (
    is_closed,
    must_score,
    refuse_when_closed,
)
from jury_desktop.services.session_runs import refuse_still_to_come
from jury_desktop.services.sheet_history import amended_at, sheet_subject, told_at


@dataclass(frozen=True, slots=True)
class SheetView:
    """A sheet ready to fill in.

    :param challenges: those of the candidacy, with their goals.
    :param outdated: a newer version came after the one the sheet judged.
    :param closed: the round has ended, so that only a submitted sheet can still be changed.
    :param amended_at: when it was changed last after it had been submitted.
    :param told_at: when the candidate was sent a letter that rests on it.
    :param veiled: what the sheet says is left out, for it is sealed and nobody asked to see it (``veil.py``).
    """

    candidacy: Candidacy
    juror: Juror
    sheet: Sheet
    items: tuple[Item, ...]
    rubric: Rubric
    challenges: tuple[Challenge, ...]
    score: float | None
    outdated: bool
    closed: bool
    amended_at: datetime | None = None
    told_at: datetime | None = None
    veiled: bool = False


@needs(Right.SCORE, own="juror")
def open_sheet(dossier: Dossier, juror: str, candidacy: str, round_: Round) -> SheetView:
    """The juror's sheet on a candidacy, new if there is none; refused when the juror has a conflict."""
    with dossier.read() as uow:
        return view_of(uow, sheet_of(uow, juror, candidacy, round_))


@needs(Right.SCORE, own="juror")
def save_answers(
    dossier: Dossier,
    juror: str,
    candidacy: str,
    round_: Round,
    answers: Mapping[str, Answer],
    goal_marks: Mapping[str, GoalMark | None] | None = None,
    remark: str | None = None,
    known: Sequence[Sheet] = (),
) -> SheetView:
    """Keeps what the juror typed, item by item; refused on a sealed sheet or outside the scale.

    :param goal_marks: None for a goal takes its mark away.
    :param known: the states of the sheet that who types has seen or made. Where something else than in any
        of them was kept meanwhile, by another program, it is not overwritten: refused.
    """
    with dossier.change() as uow:
        old = draft_of(uow, juror, candidacy, round_)
        new = _changed(old, answers, goal_marks, remark)
        if known and overwrites(old, new, known):
            raise RuleError(say("scoring.changed_elsewhere"))
        return view_of(uow, old) if new == old else _keep(uow, dossier.actor, old, new, "sheet.saved")


@needs(Right.SCORE, own="juror")
def judge_newest(
    dossier: Dossier, juror: str, candidacy: str, round_: Round, *, version: int | None = None
) -> SheetView:
    """The juror has read the newest version of the candidacy: the draft judges that one from now on.

    :param version: an earlier one, where that was a mistake.
    """
    with dossier.change() as uow:
        old = draft_of(uow, juror, candidacy, round_)
        new = replace(old, version=version or uow.candidacies.get(candidacy).current.number)
        return view_of(uow, old) if new == old else _keep(uow, dossier.actor, old, new, "sheet.saved")


@needs(Right.SCORE, own="juror")
def submit_sheet(dossier: Dossier, juror: str, candidacy: str, round_: Round) -> SheetView:
    """Seals the sheet; refused while a value or a required comment is missing."""
    with dossier.change() as uow:
        old = draft_of(uow, juror, candidacy, round_)
        refuse_incomplete(uow, old)
        return _keep(uow, dossier.actor, old, sealed(old, dossier.now()), "sheet.submitted")


@needs(Right.SCORE, own="juror")
def amend_sheet(
    dossier: Dossier,
    juror: str,
    candidacy: str,
    round_: Round,
    answers: Mapping[str, Answer],
    reason: str,
    goal_marks: Mapping[str, GoalMark | None] | None = None,
    remark: str | None = None,
) -> SheetView:
    """Changes a sealed sheet, with a reason; the journal keeps the old values.

    The sheet stays complete, and judges the newest version of the candidacy from now on.
    """
    if not reason.strip():
        raise refuse("scoring.amend_needs_reason")
    with dossier.change() as uow:
        old = sheet_of(uow, juror, candidacy, round_)
        if not old.submitted:
            raise RuleError(say("scoring.not_submitted"))
        version = uow.candidacies.get(candidacy).current.number
        new = replace(_changed(old, answers, goal_marks, remark), version=version)
        refuse_incomplete(uow, new)
        return _keep(uow, dossier.actor, old, new, "sheet.amended", reason)


def sheet_of(uow: UnitOfWork, juror: str, candidacy: str, round_: Round) -> Sheet:
    """The sheet as it is, new if there is none; refused for a conflict, an absence, or no part in it."""
    if not must_score(uow, juror, candidacy, round_):
        refuse_observer(uow.jurors.get(juror))
        raise RuleError(_why_not(uow, juror, candidacy, round_))
    found = uow.sheets.find(juror=juror, candidacy=candidacy, round=round_)
    if found:
        return found[0]
    version = uow.candidacies.get(candidacy).current.number
    return Sheet(new_id("sheet", juror, candidacy, round_), juror, candidacy, round_, version)


def _why_not(uow: UnitOfWork, juror: str, candidacy: str, round_: Round) -> Message:
    """Why a juror has no sheet: not there when it was pitched, or no part in it at all."""
    runs = uow.runs.find(candidacy=candidacy) if round_ is Round.PITCH else ()
    noted = next((run.juror(juror) for run in runs), None)
    if noted is None or noted.scores:
        return say("scoring.not_yours")
    return say("scoring.absent", reference=uow.candidacies.get(candidacy).reference)


def refuse_observer(juror: Juror) -> None:
    """Keeps who only observes from everything that ends in a score."""
    if juror.observer:
        raise refuse("scoring.observer", name=juror.name)


def draft_of(uow: UnitOfWork, juror: str, candidacy: str, round_: Round) -> Sheet:
    """The sheet while it can be filled in; refused once it is sealed or its round has ended, and while the
    pitch has still to be heard."""
    found = sheet_of(uow, juror, candidacy, round_)
    if found.submitted:
        raise RuleError(say("scoring.sealed"))
    refuse_when_closed(uow, round_)
    refuse_still_to_come(uow, candidacy, round_)
    return found


def refuse_incomplete(uow: UnitOfWork, sheet: Sheet) -> None:
    """Keeps a sheet from being submitted while something is missing."""
    if lacking := missing(sheet, _items(uow, sheet)):
        raise RuleError(lacking[0])


def _changed(
    old: Sheet,
    answers: Mapping[str, Answer],
    goal_marks: Mapping[str, GoalMark | None] | None,
    remark: str | None,
) -> Sheet:
    """What says nothing any more is no answer: a sheet on which a score was undone is what it was."""
    marks = {**old.goal_marks, **(goal_marks or {})}
    return replace(
        old,
        answers={key: each for key, each in {**old.answers, **answers}.items() if each != Answer()},
        goal_marks={key: mark for key, mark in marks.items() if mark is not None},
        remark=old.remark if remark is None else remark,
    )


def sealed(sheet: Sheet, now: datetime) -> Sheet:
    """The sheet as submitted."""
    return replace(sheet, state=SheetState.SUBMITTED, submitted_at=now)


def _keep(uow: UnitOfWork, actor: str, old: Sheet, new: Sheet, action: str, reason: str = "") -> SheetView:
    """Keeps what a juror did: at the officer's computer on behalf of that juror."""
    name = uow.jurors.get(new.juror).name
    keep_sheet(uow, old, new, action, reason, on_behalf_of=name if name != actor else "")
    return view_of(uow, new)


def keep_sheet(
    uow: UnitOfWork, old: Sheet, new: Sheet, action: str, reason: str = "", on_behalf_of: str = ""
) -> None:
    """Keeps a sheet within a piece of work, with its event; refused outside the scale of the call.

    :param on_behalf_of: the juror's name, where somebody else enters what the juror scored.
    """
    _check(uow, new)
    uow.sheets.save(new)
    record_change(uow, action, sheet_subject(uow, new), old, new, reason, on_behalf_of)


def _check(uow: UnitOfWork, sheet: Sheet) -> None:
    for item in _items(uow, sheet):
        problem = check_answer(sheet.answers.get(item.key, Answer()), item, uow.call.rubric)
        if problem is not None:
            raise RuleError(problem)


def _items(uow: UnitOfWork, sheet: Sheet) -> tuple[Item, ...]:
    return items_of(uow.call.rubric, uow.candidacies.get(sheet.candidacy).challenges, sheet.round)


def view_of(uow: UnitOfWork, sheet: Sheet) -> SheetView:
    """A sheet with all that is needed to fill it in."""
    items = _items(uow, sheet)
    candidacy = uow.candidacies.get(sheet.candidacy)
    score = sheet_score(sheet, items, uow.call.rubric)
    outdated = sheet.version < candidacy.current.number
    challenges = tuple(uow.call.challenge(number) for number in sorted(candidacy.challenges))
    closed = is_closed(uow, sheet.round)
    juror = uow.jurors.get(sheet.juror)
    view = SheetView(candidacy, juror, sheet, items, uow.call.rubric, challenges, score, outdated, closed)
    return replace(view, amended_at=amended_at(uow, sheet), told_at=told_at(uow, sheet))
