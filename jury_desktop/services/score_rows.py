"""The score rows of a candidacy with what was changed in them afterwards, as the journal keeps it.

Only of scores that are open.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping, Sequence
from typing import Any

from jury_desktop.domain.call import Round
from jury_desktop.domain.decision import Stage
from jury_desktop.domain.journal import Event
from jury_desktop.domain.score_row import RowChange, ScoreRow
from jury_desktop.domain.selection import Selection
from jury_desktop.domain.sheet import Answer, Sheet, items_of
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
    submitted = sheet.submitted_at
    for event in events:
        late = submitted is not None and event.at >= submitted and event.action != "sheet.submitted"
        if event.subject == subject and late:
            old, new = _answers(event.old), _answers(event.new)
            for item in {**old, **new}:
                before, after = old.get(item, Answer()), new.get(item, Answer())
                if before != after:
                    change = RowChange(event.at, event.actor, event.reason, before, after)
                    found[item] = (*found.get(item, ()), change)
    return found


def _ending(reference: str, round_: Round) -> str:
    return f"{SEPARATOR}{reference}{SEPARATOR}{round_.value}"


def _answers(text: str) -> Mapping[str, Answer]:
    kept: Any = json.loads(text) if text else {}
    answers = kept.get("answers", {}) if isinstance(kept, dict) else {}
    return {item: Answer(**answer) for item, answer in answers.items()}
