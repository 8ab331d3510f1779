"""The score rows of a candidacy with what was changed in them afterwards, as the journal keeps it.

Only of scores that are open.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import Any

from jury_desktop.domain.call import Round
from jury_desktop.domain.decision import Stage
from jury_desktop.domain.journal import Event
from jury_desktop.domain.score_row import RowChange, ScoreRow
from jury_desktop.domain.selection import Selection
from jury_desktop.domain.sheet import Answer, Sheet, SheetState, items_of
from jury_desktop.services.ports import UnitOfWork
from jury_desktop.services.record import SEPARATOR


def score_rows(uow: UnitOfWork, selection: Selection, candidacy: str, stage: Stage) -> tuple[ScoreRow, ...]:
    """Every row on a candidacy that is open at a stage, item by item; those that count no more too."""
    rounds = [round_ for round_ in selection.rounds(stage) if selection.is_open(candidacy, round_)]
    reference = selection.candidacy(candidacy).reference
    events = uow.journal.about("sheet", (), [_ending(reference, round_) for round_ in rounds])
    return tuple(row for round_ in rounds for row in _of_round(selection, candidacy, round_, events))


def _of_round(selection: Selection, candidacy: str, round_: Round, events: Sequence[Event]) -> list[ScoreRow]:
    subject = selection.candidacy(candidacy)
    counting = {sheet.id for sheet in selection.open_sheets(candidacy, round_)}
    place = (candidacy, round_)
    sheets = [s for s in selection.sheets if (s.candidacy, s.round) == place and s.submitted]
    changes = {sheet.id: _changes(selection, sheet, subject.reference, events) for sheet in sheets}
    return [
        ScoreRow(
            sheet,
            selection.juror(sheet.juror).name,
            item,
            sheet.answers.get(item.key, Answer()),
            sheet.id in counting,
            changes[sheet.id].get(item.key, ()),
        )
        for item in items_of(selection.call.rubric, subject.challenges, round_)
        for sheet in sheets
    ]


def _changes(
    selection: Selection, sheet: Sheet, reference: str, events: Iterable[Event]
) -> dict[str, tuple[RowChange, ...]]:
    """What was changed on a sheet once it was submitted, by item."""
    subject = f"{selection.juror(sheet.juror).name}{_ending(reference, sheet.round)}"
    found: dict[str, tuple[RowChange, ...]] = {}
    for event in _after_submission([event for event in events if event.subject == subject]):
        for item, before, after in _differing(_kept(event.old), _kept(event.new)):
            change = RowChange(event.at, event.actor, event.reason, before, after)
            found[item] = (*found.get(item, ()), change)
    return found


def _after_submission(events: Sequence[Event]) -> Sequence[Event]:
    """What happened to a sheet once it was sealed; one that came sealed has no event of that."""
    sealing = [at for at, event in enumerate(events) if _kept(event.new).get("state") == SheetState.SUBMITTED]
    return events[sealing[-1] + 1 :] if sealing else events


def _differing(old: Mapping[str, Any], new: Mapping[str, Any]) -> Iterator[tuple[str, Answer, Answer]]:
    before, after = old.get("answers", {}), new.get("answers", {})
    for item in {**before, **after}:
        was, became = (Answer(**side.get(item, {})) for side in (before, after))
        if was != became:
            yield item, was, became


def _ending(reference: str, round_: Round) -> str:
    return f"{SEPARATOR}{reference}{SEPARATOR}{round_.value}"


def _kept(text: str) -> Mapping[str, Any]:
    """What the journal keeps of a sheet: the fields that differ."""
    kept: Any = json.loads(text) if text else {}
    return kept if isinstance(kept, dict) else {}
