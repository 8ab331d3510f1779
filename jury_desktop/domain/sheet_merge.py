"""A sheet that was changed in two places, made one again, cell by cell."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass, replace
from enum import StrEnum

from jury_desktop.domain.sheet import Answer, GoalMark, Sheet


class CellKind(StrEnum):
    """What a cell of a sheet holds."""

    ANSWER = "answer"
    GOAL = "goal"
    REMARK = "remark"


class CellState(StrEnum):
    """What became of a cell since both sides had the same sheet."""

    EQUAL = "equal"
    """Both sides have the same."""
    NEW = "new"
    """Filled in on the sheet that came back; it was empty here."""
    CHANGED = "changed"
    """Changed on the sheet that came back; it stayed as it was here."""
    KEPT = "kept"
    """Changed here; it stayed as it was on the sheet that came back."""
    CONFLICT = "conflict"
    """Changed on both sides, each otherwise."""


@dataclass(frozen=True, slots=True)
class Cell:
    """One thing on a sheet; ``key`` is that of the item or the goal, empty for the remark."""

    kind: CellKind
    key: str
    state: CellState


@dataclass(frozen=True, slots=True)
class Merge:
    """What became of each cell, and the sheet that holds both sides.

    :param sheet: as ``ours``, with what is new or changed in ``theirs``; of a conflict what was chosen.
    """

    cells: tuple[Cell, ...]
    sheet: Sheet


_Place = tuple[CellKind, str]
_Value = Answer | GoalMark | str | None
_Values = Mapping[_Place, _Value]


def merge_sheets(
    seen: Sheet | None,
    ours: Sheet,
    theirs: Sheet,
    items: Collection[str],
    goals: Collection[str],
    *,
    take_theirs: bool = False,
) -> Merge:
    """Joins two sheets of one juror on one candidacy.

    :param seen: the sheet as both sides last had it; None if it was empty.
    :param items: the keys of what is asked, ``goals`` of the goals that can be marked; the rest stays.
    :param take_theirs: take what ``theirs`` says also where ``ours`` was changed; else that stays.
    """
    places = _places(items, goals)
    before, here, there = (_values(sheet, places) for sheet in (seen, ours, theirs))
    cells = tuple(Cell(*place, _state(before[place], here[place], there[place])) for place in places)
    taken = set(CellState) if take_theirs else {CellState.NEW, CellState.CHANGED}
    differing = (cell for cell in cells if cell.state in taken - {CellState.EQUAL})
    chosen = {(cell.kind, cell.key): there[cell.kind, cell.key] for cell in differing}
    merged = _filled(ours, chosen, theirs.version)
    if all(cell.state is CellState.EQUAL for cell in cells) and theirs.version > ours.version:
        merged = replace(ours, version=theirs.version)  # only read anew: what was said holds for that one too
    return Merge(cells, merged)


def same_answers(one: Sheet, other: Sheet, items: Collection[str], goals: Collection[str]) -> bool:
    """Whether two sheets say the same about all that is asked."""
    places = _places(items, goals)
    return _values(one, places) == _values(other, places)


def _places(items: Iterable[str], goals: Iterable[str]) -> tuple[_Place, ...]:
    answers = ((CellKind.ANSWER, key) for key in items)
    return (*answers, *((CellKind.GOAL, key) for key in goals), (CellKind.REMARK, ""))


def _values(sheet: Sheet | None, places: Iterable[_Place]) -> _Values:
    return {place: _value(sheet, *place) for place in places}


def _value(sheet: Sheet | None, kind: CellKind, key: str) -> _Value:
    """What a cell holds; an empty one holds the same wherever it is."""
    if kind is CellKind.ANSWER:
        return sheet.answers.get(key, Answer()) if sheet else Answer()
    if kind is CellKind.GOAL:
        return sheet.goal_marks.get(key) if sheet else None
    return sheet.remark if sheet else ""


def _state(before: _Value, here: _Value, there: _Value) -> CellState:
    if here == there:
        return CellState.EQUAL
    if there == before:
        return CellState.KEPT
    if here != before:
        return CellState.CONFLICT
    return CellState.NEW if here in (Answer(), None, "") else CellState.CHANGED


def _filled(ours: Sheet, chosen: _Values, version: int) -> Sheet:
    """Our sheet with what was chosen of theirs; it then judges the version that theirs judged."""
    if not chosen:
        return ours
    answers, marks, remark = dict(ours.answers), dict(ours.goal_marks), ours.remark
    for (kind, key), value in chosen.items():
        if isinstance(value, Answer):
            answers[key] = value
        elif isinstance(value, GoalMark):
            marks[key] = value
        elif kind is CellKind.GOAL:
            marks.pop(key, None)
        else:
            remark = str(value)
    return replace(ours, version=version, answers=answers, goal_marks=marks, remark=remark)
