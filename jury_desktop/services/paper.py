"""Typing over what jurors scored on paper: entered once, entered a second time and compared, submitted.

Who types sees what was typed at that sitting and nothing that was there before: a score that a juror gave on
the screen stays sealed. Of a sheet from paper the second entry shows the first where the two differ.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace

from jury_desktop.domain.call import Call, Goal, Round
from jury_desktop.domain.candidacy import Candidacy
from jury_desktop.domain.errors import JuryError, refuse
from jury_desktop.domain.juror import Juror
from jury_desktop.domain.messages import Message
from jury_desktop.domain.paper_sheet import (
    CHECKED,
    ENTERABLE,
    ENTERED,
    EXPLAINED,
    Line,
    PaperState,
    goals,
    lines,
    paper_state,
)
from jury_desktop.domain.rights import Right
from jury_desktop.domain.sheet import Answer, GoalMark, Item, Sheet, answered, items_of
from jury_desktop.services.admission import needs
from jury_desktop.services.ports import Dossier, UnitOfWork
from jury_desktop.services.rounds import refuse_when_closed, selection_of
from jury_desktop.services.scoring import draft_of, keep_sheet, refuse_incomplete, sealed
from jury_desktop.services.sheet_history import happened, sheet_subject

Given = Answer | GoalMark
"""A score, or the mark of a goal."""
Typed = Mapping[str, Given]
"""What was typed, by the key of item or goal; of an answer the score counts, its comment is entered apart."""


@dataclass(frozen=True, slots=True)
class PaperRow:
    """A sheet as who types it over may know it: what is asked and whether it is there, never what it is.

    :param filled: the items that have a score; ``commented`` those that have a word of explanation.
    :param goals: those that can be marked; ``marked`` the keys of those that are. None of them has to be.
    """

    candidacy: Candidacy
    items: tuple[Item, ...]
    filled: frozenset[str]
    commented: frozenset[str]
    state: PaperState
    goals: tuple[Goal, ...] = ()
    marked: frozenset[str] = frozenset()

    @property
    def missing(self) -> int:
        """How many scores and required comments it still takes to submit it."""
        return len(self.unscored) + len(self.unexplained)

    @property
    def unscored(self) -> tuple[Item, ...]:
        """What has no score yet."""
        return tuple(item for item in self.items if item.key not in self.filled)

    @property
    def unexplained(self) -> tuple[Item, ...]:
        """What still needs a word of explanation."""
        wanted = (item for item in self.items if item.criterion.comment_required)
        return tuple(item for item in wanted if item.key not in self.commented)


@dataclass(frozen=True, slots=True)
class PaperGrid:
    """The sheets of a juror in a round, all to be typed over."""

    call: Call
    juror: Juror
    round: Round
    lines: tuple[Line, ...]
    rows: tuple[PaperRow, ...]


@dataclass(frozen=True, slots=True)
class SubmittedPaper:
    """Which sheets were submitted (by reference), and why others were not."""

    submitted: tuple[str, ...]
    refused: tuple[tuple[str, Message], ...]


@needs(Right.KEEP_ROUNDS)
def who_scores(dossier: Dossier) -> tuple[Juror, ...]:
    """Everybody who may have sheets."""
    with dossier.read() as uow:
        return tuple(juror for juror in uow.jurors.find() if juror.scores)


@needs(Right.KEEP_ROUNDS)
def paper_grid(dossier: Dossier, juror: str, round_: Round) -> PaperGrid:
    """The sheets a juror has to fill in, with how far each is."""
    with dossier.read() as uow:
        selection = selection_of(uow)
        who = selection.juror(juror)
        expected = selection.panel(round_).expected
        mine = [each for each in selection.in_round(round_) if (juror, each.id) in expected]
        rows = tuple(
            _row(uow, candidacy, selection.sheet(juror, candidacy.id, round_), who, round_)
            for candidacy in mine
        )
        return PaperGrid(uow.call, who, round_, lines(uow.call, round_), rows)


@needs(Right.KEEP_ROUNDS)
def enter_score(
    dossier: Dossier, juror: str, candidacy: str, round_: Round, item: str, answer: Answer
) -> Answer:
    """Keeps a score from paper, and gives what was there before; its comment stays."""
    with dossier.change() as uow:
        old = enterable(uow, juror, candidacy, round_)
        before = old.answers.get(item, Answer())
        _enter(uow, old, item, replace(answer, comment=before.comment))
        return before


@needs(Right.KEEP_ROUNDS)
def enter_comment(
    dossier: Dossier, juror: str, candidacy: str, round_: Round, item: str, comment: str
) -> Answer:
    """Keeps a comment from paper, and gives what was there before; its score stays, entered twice or once."""
    with dossier.change() as uow:
        old = enterable(uow, juror, candidacy, round_)
        before = old.answers.get(item, Answer())
        _enter(uow, old, item, replace(before, comment=comment), EXPLAINED)
        return before


@needs(Right.KEEP_ROUNDS)
def enter_goal(
    dossier: Dossier, juror: str, candidacy: str, round_: Round, goal: str, mark: GoalMark | None
) -> GoalMark | None:
    """Keeps the mark of a goal from paper, None takes it away, and gives what was there before.

    :raises JuryError: the sheet does not ask about that goal.
    """
    with dossier.change() as uow:
        old = enterable(uow, juror, candidacy, round_)
        if goal not in {each.key for each in _goals(uow, candidacy, round_)}:
            raise refuse("paper.no_such_goal", goal=goal)
        marks = {**old.goal_marks, goal: mark}
        kept = {key: each for key, each in marks.items() if each is not None}
        _keep(uow, old, replace(old, goal_marks=kept))
        return old.goal_marks.get(goal)


@needs(Right.KEEP_ROUNDS)
def second_entry(
    dossier: Dossier, juror: str, candidacy: str, round_: Round, typed: Typed
) -> Mapping[str, Given | None]:
    """Where the second entry differs from the first: by key what was entered first, None for no mark.

    :raises JuryError: the sheet was not entered from paper.
    """
    with dossier.read() as uow:
        return _differing(_entered(uow, juror, candidacy, round_), typed)


@needs(Right.KEEP_ROUNDS)
def confirm_entry(dossier: Dossier, juror: str, candidacy: str, round_: Round, typed: Typed) -> None:
    """Notes that somebody entered the sheet a second time with the same outcome.

    :raises JuryError: the two differ, or the second is not complete.
    """
    with dossier.change() as uow:
        sheet = _entered(uow, juror, candidacy, round_)
        differing = _differing(sheet, typed)
        items = _items(uow, candidacy, round_)
        there = {item.key for item in items if answered(sheet, item)} | _marked(sheet, goals(uow.call, items))
        untyped = there - set(typed)
        if differing or untyped:
            raise refuse("paper.differs", count=len(differing) + len(untyped))
        subject = sheet_subject(uow, sheet)
        uow.journal.append(CHECKED, *subject, on_behalf_of=uow.jurors.get(juror).name)


@needs(Right.KEEP_ROUNDS)
def submit_paper(dossier: Dossier, juror: str, round_: Round, candidacies: Iterable[str]) -> SubmittedPaper:
    """Submits the sheets that were entered from paper and are complete; of the others it says why not."""
    submitted, refused = list[str](), list[tuple[str, Message]]()
    with dossier.change() as uow:
        name = uow.jurors.get(juror).name
        for candidacy in candidacies:
            reference = uow.candidacies.get(candidacy).reference
            try:
                sheet = enterable(uow, juror, candidacy, round_)
                refuse_incomplete(uow, sheet)
            except JuryError as error:
                refused.append((reference, error.message))
                continue
            new = sealed(sheet, dossier.now())
            keep_sheet(uow, sheet, new, "sheet.submitted", on_behalf_of=name)
            submitted.append(reference)
    return SubmittedPaper(tuple(submitted), tuple(refused))


def _row(uow: UnitOfWork, candidacy: Candidacy, sheet: Sheet | None, juror: Juror, round_: Round) -> PaperRow:
    items = items_of(uow.call.rubric, candidacy.challenges, round_)
    state = paper_state(sheet, _actions(uow, sheet))
    seen = sheet if state in ENTERABLE else None
    filled = {item.key for item in items if seen is not None and answered(seen, item)}
    answers = seen.answers if seen is not None else {}
    commented = {key for key, answer in answers.items() if answer.comment.strip()}
    asked = goals(uow.call, items)
    marked = _marked(seen, asked) if seen is not None else frozenset()
    return PaperRow(candidacy, items, frozenset(filled), frozenset(commented), state, asked, marked)


def _items(uow: UnitOfWork, candidacy: str, round_: Round) -> tuple[Item, ...]:
    return items_of(uow.call.rubric, uow.candidacies.get(candidacy).challenges, round_)


def _goals(uow: UnitOfWork, candidacy: str, round_: Round) -> tuple[Goal, ...]:
    return goals(uow.call, _items(uow, candidacy, round_))


def _marked(sheet: Sheet, asked: Iterable[Goal]) -> frozenset[str]:
    return frozenset(goal.key for goal in asked if goal.key in sheet.goal_marks)


def _actions(uow: UnitOfWork, sheet: Sheet | None) -> list[str]:
    if sheet is None:
        return []
    return [event.action for event in happened(uow, sheet)]


def entered_twice(uow: UnitOfWork, sheet: Sheet) -> bool:
    """Whether somebody entered a draft a second time with the same outcome, and nothing has changed since."""
    return paper_state(sheet, _actions(uow, sheet)) is PaperState.CHECKED


def enterable(uow: UnitOfWork, juror: str, candidacy: str, round_: Round) -> Sheet:
    """The sheet while it may be typed over; one that the juror scores on the screen is nobody else's."""
    sheet = draft_of(uow, juror, candidacy, round_)
    if paper_state(sheet, _actions(uow, sheet)) not in ENTERABLE:
        raise refuse("paper.on_screen", name=uow.jurors.get(juror).name)
    return sheet


def _entered(uow: UnitOfWork, juror: str, candidacy: str, round_: Round) -> Sheet:
    """The sheet once it was typed over: only then may anybody see where it differs."""
    refuse_when_closed(uow, round_)
    sheet = enterable(uow, juror, candidacy, round_)
    if paper_state(sheet, _actions(uow, sheet)) is PaperState.EMPTY:
        raise refuse("paper.nothing_entered")
    return sheet


def _enter(uow: UnitOfWork, old: Sheet, item: str, answer: Answer, action: str = ENTERED) -> None:
    _keep(uow, old, replace(old, answers={**old.answers, item: answer}), action)


def _keep(uow: UnitOfWork, old: Sheet, new: Sheet, action: str = ENTERED) -> None:
    if new != old:
        keep_sheet(uow, old, new, action, on_behalf_of=uow.jurors.get(old.juror).name)


def _differing(sheet: Sheet, typed: Typed) -> dict[str, Given | None]:
    kept = {key: _kept(sheet, key, given) for key, given in typed.items()}
    return {key: kept[key] for key, given in typed.items() if _score(kept[key]) != _score(given)}


def _kept(sheet: Sheet, key: str, given: Given) -> Given | None:
    if isinstance(given, Answer):
        return sheet.answers.get(key, Answer())
    return sheet.goal_marks.get(key)


def _score(given: Given | None) -> object:
    """What is compared: of an answer the score, not the comment."""
    return (given.value, given.not_applicable) if isinstance(given, Answer) else given
