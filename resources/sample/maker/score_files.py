"""``scores.toml`` and ``decisions.toml`` as text."""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping
from datetime import datetime
from typing import Any

from maker.comments import reason
from maker.model import Candidacy
from maker.panel import ROUNDS, SCORING, Panel, Truth, items_for, read
from maker.scores import Answer, Sheet, mean_of

MADE = "# Made by make_sample.py from scoring/; change the source and make it again.\n\n"


def scores_toml(sheets: tuple[Sheet, ...], panel: Panel) -> str:
    """Every sheet with its answers and goal marks, and how the written round was closed."""
    return MADE + 'call = "lier-2023"\n' + _rounds(panel) + "".join(_sheet(sheet) for sheet in sheets)


def decisions_toml(
    candidacies: Mapping[str, Candidacy], truths: Mapping[str, Truth], sheets: tuple[Sheet, ...]
) -> str:
    """Admissibility, decisions of both stages with their motivation per item, and rebuttals."""
    outcome = (SCORING / "outcome.toml").read_text(encoding="utf-8").partition("\n\n")[2]
    moments = read(SCORING / "outcome.toml")["moments"]
    parts = [MADE, outcome]
    for truth in truths.values():
        parts += _decision(candidacies[truth.candidacy], truth, sheets, "shortlist", moments)
        parts += _decision(candidacies[truth.candidacy], truth, sheets, "final", moments)
    return "".join(parts)


def _rounds(panel: Panel) -> str:
    lines = [f"\n[rounds.{name}]\n{_pairs(values)}" for name, values in panel.rounds.items()]
    return "".join(lines)


def _sheet(sheet: Sheet) -> str:
    state = "draft" if sheet.submitted_at is None else "submitted"
    about = {"juror": sheet.juror, "candidacy": sheet.candidacy, "round": sheet.round, "state": state}
    submitted = {} if sheet.submitted_at is None else {"submitted_at": sheet.submitted_at}
    goals = ", ".join(f'"{key}" = "{mark}"' for key, mark in sheet.goals.items())
    head = _pairs({**about, **submitted})
    answers = "".join(f'"{key}" = {_answer(answer)}\n' for key, answer in sheet.answers.items())
    return f"\n[[sheets]]\n{head}goals = {{ {goals} }}\n\n[sheets.answers]\n{answers}"


def _answer(answer: Answer) -> str:
    value = "not_applicable = true" if answer.value is None else f"value = {answer.value}"
    said = f", comment = {_text(answer.comment)}" if answer.comment else ""
    return f"{{ {value}{said} }}"


def _decision(
    candidacy: Candidacy, truth: Truth, sheets: tuple[Sheet, ...], stage: str, moments: Mapping[str, datetime]
) -> Iterator[str]:
    decided = truth.shortlist if stage == "shortlist" else truth.final
    if decided is None:
        return
    yield f"\n[[decisions]]\ncandidacy = {_text(truth.candidacy)}\nstage = {_text(stage)}\n{_pairs(decided)}"
    yield f"decided_at = {moments[f'{stage}_decided'].isoformat()}\n\n[decisions.lines]\n"
    rounds = ROUNDS[:1] if stage == "shortlist" else ROUNDS
    for place, item in enumerate(items_for(candidacy), start=int(truth.candidacy[2:])):
        mean = mean_of(sheets, truth.candidacy, item, rounds)
        yield f'"{item.key}" = {_text(reason(truth, item, mean, place))}\n'


def _pairs(values: Mapping[str, Any]) -> str:
    return "".join(f"{key} = {_plain(value)}\n" for key, value in values.items())


def _plain(value: Any) -> str:
    if isinstance(value, datetime):
        return value.isoformat()
    return _text(value) if isinstance(value, str) else str(value)


def _text(value: str) -> str:
    """A TOML basic string; JSON's escapes are a subset of TOML's."""
    return json.dumps(value, ensure_ascii=False)
