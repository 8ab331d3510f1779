"""A list of scores from Excel or CSV, as one who types over paper sheets makes it: one row a score.

Columns (the first row names them): jurylid, kandidatuur, ronde, criterium, uitdaging, score, toelichting. A
juror goes by name or address, a candidacy by its reference, a criterion by its key or title; the challenge is
needed where the criterion is asked for each. A score is a number of the scale or n.v.t.; an empty cell leaves
what is known. A goal is "doel 4.3" (or "doel 3" with its challenge, or its text), marked aangetoond, deels or
niet. Every rule of the desk holds, and what was not taken over is told row by row. As with typing
over, what a juror scores on the screen stays out of reach: else a list would tell what is the same there.
What was entered from paper twice with the same outcome is compared, never written over.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from functools import partial
from pathlib import Path
from typing import TypeVar

from jury_desktop.domain.call import Goal, Round
from jury_desktop.domain.candidacy import Candidacy
from jury_desktop.domain.errors import JuryError, RuleError, refuse
from jury_desktop.domain.juror import Juror
from jury_desktop.domain.paper_sheet import ENTERED, goals
from jury_desktop.domain.rights import Right
from jury_desktop.domain.sheet import Answer, Item, Sheet, answered, check_answer, items_of, missing
from jury_desktop.services.admission import needs
from jury_desktop.services.lists import Cells, RejectedRow, read_list
from jury_desktop.services.paper import enterable, entered_twice
from jury_desktop.services.ports import Dossier, UnitOfWork
from jury_desktop.services.score_cells import (
    COLUMNS,
    NEEDED,
    answer_of,
    candidacies_called,
    jurors_called,
    mark_of,
    round_of,
    the_candidacy,
    the_item,
    the_juror,
)
from jury_desktop.services.scoring import keep_sheet, refuse_observer, sealed

T = TypeVar("T")
Place = tuple[str, str, Round]
"""The ids of juror and candidacy, and the round: what tells sheets apart."""


@dataclass(frozen=True, slots=True)
class ScoreImport:
    """What a list adds and changes, in answers; ``same`` counts those it says nothing new about.

    :param submitted: how many sheets were sealed, where that was asked.
    """

    added: int
    changed: int
    same: int
    submitted: int
    rejected: tuple[RejectedRow, ...]
    dry_run: bool


@dataclass(frozen=True, slots=True)
class _Row:
    """A row of which it is known whom and what it is about."""

    number: int
    juror: Juror
    candidacy: Candidacy
    round: Round
    item: Item | Goal
    cells: Cells

    @property
    def sheet(self) -> Place:
        return self.juror.id, self.candidacy.id, self.round


@needs(Right.KEEP_ROUNDS)
def import_scores(
    dossier: Dossier, file: Path, *, submit: bool = False, dry_run: bool = False
) -> ScoreImport:
    """Takes a list over into the drafts of the jurors; with ``dry_run`` only tells what would happen.

    :param submit: seal each sheet the list is about, when it is complete and no row of its juror was refused
        that is or may be about it.
    :raises JuryError: when the file cannot be read as a list; nothing has changed then.
    """
    rows = read_list(file, COLUMNS, NEEDED)
    with dossier.rehearse() if dry_run else dossier.change() as uow:
        desk = _Desk(uow, dossier, submit)
        desk.take_over(rows)
        return desk.account(dry_run)


class _Desk:
    """One after another, the sheets that a list is about."""

    def __init__(self, uow: UnitOfWork, dossier: Dossier, submit: bool) -> None:
        self._uow = uow
        self._dossier = dossier
        self._submit = submit
        self._jurors, self._candidacies = uow.jurors.find(), uow.candidacies.find()
        self._rejected: list[RejectedRow] = []
        self._unclear: list[tuple[frozenset[str] | frozenset[Round], ...]] = []
        self._added = self._changed = self._same = self._submitted = 0

    def take_over(self, rows: Sequence[tuple[int, Cells]]) -> None:
        sheets: dict[Place, list[_Row]] = {}
        for number, cells in rows:
            if (row := self._tried(number, partial(self._understood, number, cells))) is not None:
                sheets.setdefault(row.sheet, []).append(row)
            else:
                self._unclear.append(self._perhaps(cells))
        for of_one in sheets.values():
            self._fill(of_one)

    def account(self, dry_run: bool) -> ScoreImport:
        rejected = tuple(sorted(self._rejected, key=lambda row: row.row))
        return ScoreImport(self._added, self._changed, self._same, self._submitted, rejected, dry_run)

    def _tried(self, number: int, step: Callable[[], T]) -> T | None:
        """What a step gives; a refusal becomes a row that was not taken over."""
        try:
            return step()
        except JuryError as error:
            self._rejected.append(RejectedRow(number, error.message))
            return None

    def _understood(self, number: int, cells: Cells) -> _Row:
        juror = the_juror(self._jurors, cells["juror"])
        refuse_observer(juror)
        candidacy = the_candidacy(self._candidacies, cells["candidacy"])
        round_ = round_of(cells)
        if round_ is None:
            raise refuse("scoring.import_round", text=cells["round"])
        items = items_of(self._uow.call.rubric, candidacy.challenges, round_)
        asked = the_item(items, goals(self._uow.call, items), cells)
        return _Row(number, juror, candidacy, round_, asked, cells)

    def _perhaps(self, cells: Cells) -> tuple[frozenset[str] | frozenset[Round], ...]:
        """The jurors, candidacies and rounds that a row may be about that is not understood; none for any."""
        round_ = round_of(cells)
        return (
            frozenset(one.id for one in jurors_called(self._jurors, cells["juror"])),
            frozenset(one.id for one in candidacies_called(self._candidacies, cells["candidacy"])),
            frozenset() if round_ is None else frozenset({round_}),
        )

    def _is_unclear(self, place: Place) -> bool:
        """Whether a row that was not understood may be about a sheet; without a juror it is about none."""
        return any(
            all(part in known or not known for part, known in zip(place, perhaps, strict=True))
            for perhaps in self._unclear
            if perhaps[0]
        )

    def _fill(self, rows: list[_Row]) -> None:
        first = rows[0]
        try:
            old = enterable(self._uow, *first.sheet)
        except JuryError as error:
            self._rejected += [RejectedRow(row.number, error.message) for row in rows]
            return
        new, seen, refused = old, dict[str, int](), len(self._rejected)
        fixed = entered_twice(self._uow, old)
        for row in rows:
            new = self._tried(row.number, partial(self._answered, old, new, row, seen, fixed=fixed)) or new
        if new != old:
            keep_sheet(self._uow, old, new, ENTERED, on_behalf_of=first.juror.name)
        if len(self._rejected) == refused and not self._is_unclear(first.sheet):
            self._seal(new, rows)

    def _answered(self, old: Sheet, sheet: Sheet, row: _Row, seen: dict[str, int], *, fixed: bool) -> Sheet:
        """The sheet with what one row says, which is counted.

        :param fixed: the sheet stands as it is, so that only a row that says the same is taken.
        """
        key = row.item.key
        if key in seen:
            raise refuse("scoring.import_twice", other=seen[key])
        new = self._scored(sheet, row.item, row.cells) if isinstance(row.item, Item) else _marked(sheet, row)
        if fixed and new != sheet:
            raise refuse("paper.entered_twice", name=row.juror.name, reference=row.candidacy.reference)
        seen[key] = row.number
        there = answered(old, row.item) if isinstance(row.item, Item) else key in old.goal_marks
        self._same += new == sheet
        self._changed += new != sheet and there
        self._added += new != sheet and not there
        return new

    def _scored(self, sheet: Sheet, item: Item, cells: Cells) -> Sheet:
        before = sheet.answers.get(item.key, Answer())
        answer = answer_of(cells, before)
        if problem := check_answer(answer, item, self._uow.call.rubric):
            raise RuleError(problem)
        return sheet if answer == before else replace(sheet, answers={**sheet.answers, item.key: answer})

    def _seal(self, sheet: Sheet, rows: list[_Row]) -> None:
        items = items_of(self._uow.call.rubric, rows[0].candidacy.challenges, sheet.round)
        if self._submit and not missing(sheet, items):
            new, name = sealed(sheet, self._dossier.now()), rows[0].juror.name
            keep_sheet(self._uow, sheet, new, "sheet.submitted", on_behalf_of=name)
            self._submitted += 1


def _marked(sheet: Sheet, row: _Row) -> Sheet:
    mark = mark_of(row.cells, sheet.goal_marks.get(row.item.key))
    return sheet if mark is None else replace(sheet, goal_marks={**sheet.goal_marks, row.item.key: mark})
