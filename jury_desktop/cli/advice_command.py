"""``advice`` and ``pictures``: how firm the ranking is, in figures and to look at."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from jury_desktop.cli.opening import opened
from jury_desktop.cli.printing import Line, Options, show
from jury_desktop.domain.advice import Advice, Compared, Model, Sensitivity, swing
from jury_desktop.domain.agenda import Agenda, Topic
from jury_desktop.domain.decision import Stage
from jury_desktop.domain.discussion import Discussion
from jury_desktop.domain.errors import refuse
from jury_desktop.domain.messages import say
from jury_desktop.domain.sheet import label
from jury_desktop.services.advice import advice, default_cut, sensitivities, topics
from jury_desktop.services.discussion import discussion_order, door
from jury_desktop.services.known import known
from jury_desktop.services.picture_files import write_all
from jury_desktop.services.ports import Dossier
from jury_desktop.services.ranking import ranking
from jury_desktop.services.what_if import Reweighed, what_if

SHOWN = 5
"""So many topics are told to a person; the JSON has all."""


@dataclass(frozen=True, slots=True)
class Told:
    """Everything that is printed.

    :param names: how people call candidacies, jurors and criteria, by id or key.
    :param tried: the order under the weights that were asked, if any were.
    """

    cut: int
    advice: Advice
    weights: tuple[Sensitivity, ...]
    agenda: Agenda
    discussion: Discussion
    tried: tuple[Reweighed, ...] | None
    names: Mapping[str, str]


def advise(options: Options) -> int:
    """Prints what stands beside the official ranking."""
    with opened(options) as dossier:
        told = _read(dossier, Stage(options.stage), options.cut, dict(options.weight))
    show(options, _view(told), *_lines(told))
    return 0


def draw_pictures(options: Options) -> int:
    """Writes the pictures of a stage and the report that has them all."""
    stage = Stage(options.stage)
    with opened(options) as dossier:
        cut = options.cut or default_cut(ranking(dossier, stage))
        paths = write_all(dossier, stage, cut, options.lang, options.out)
    show(options, {"files": [str(path) for path in paths]}, *(str(path) for path in paths))
    return 0


def _read(dossier: Dossier, stage: Stage, cut: int | None, weights: Mapping[str, float]) -> Told:
    selection = known(dossier).selection
    criteria = {criterion.key: criterion.title for criterion in selection.call.rubric.criteria}
    for key in weights:
        if key not in criteria:
            raise refuse("cli.no_criterion", criterion=key, known=tuple(criteria))
    line = cut or default_cut(ranking(dossier, stage))
    references = {each.id: each.reference for each in selection.candidacies}
    return Told(
        line,
        advice(dossier, stage),
        sensitivities(dossier, stage),
        topics(dossier, stage, line),
        discussion_order(*door(dossier, stage)),
        what_if(dossier, stage).order(weights) if weights else None,
        {**criteria, **references, **{juror.id: juror.name for juror in selection.jurors}},
    )


def _view(told: Told) -> dict[str, Any]:
    names = told.names
    return {
        "stage": told.advice.stage.value,
        "cut": told.cut,
        "sealed": told.advice.sealed,
        "ranking": [_compared(row, told.cut) for row in told.advice.rows],
        "without": [
            {
                "juror": names[each.juror],
                "enters": [names[key] for key in found.enters],
                "leaves": [names[key] for key in found.leaves],
            }
            for each in told.advice.left_out
            for found in [swing(told.advice.places, each.places, told.cut)]
        ],
        "leniency": [
            {"juror": names[each.juror], "value": round(each.value, 3), "error": round(each.error, 3)}
            for each in told.advice.leniency
        ],
        "weights": [
            dict(zip(("criterion", "below", "above"), (each.criterion, *each.turns(told.cut)), strict=True))
            for each in told.weights
        ],
        "tried": None if told.tried is None else [_tried(each, names) for each in told.tried],
        "agenda": [_topic(topic) for topic in told.agenda.topics],
        "discussion": _discussion(told.discussion, names),
    }


def _compared(row: Compared, cut: int) -> dict[str, Any]:
    unsure = row.uncertainty
    return {
        "reference": row.candidacy.reference,
        "rank": row.rank.first,
        "joint_until": row.rank.last,
        "score": row.score,
        "rank_interval": list(unsure.rank) if unsure else None,
        "above_cut": unsure.chance(cut) if unsure else None,
        "places": {model.value: place.first for model, place in row.places.items()},
    }


def _tried(each: Reweighed, names: Mapping[str, str]) -> dict[str, Any]:
    place = each.rank.first if each.rank else None
    return {"reference": names[each.candidacy], "rank": place, "score": each.score}


def _topic(topic: Topic) -> dict[str, Any]:
    return {
        "reference": topic.candidacy.reference,
        "round": topic.round.value,
        "item": topic.item.key,
        "values": list(topic.values),
        "spread": round(topic.spread, 3),
        "ratio": round(topic.ratio, 3),
        "camps": topic.camps,
        "unexplained": topic.unexplained,
        "closeness": round(topic.closeness, 3),
    }


def _discussion(found: Discussion, names: Mapping[str, str]) -> dict[str, Any]:
    turns = [
        {
            "reference": names[turn.candidacy],
            "leave": [names[juror] for juror in turn.leave],
            "return": [names[juror] for juror in turn.return_],
            "outside": [names[juror] for juror in turn.outside],
        }
        for turn in found.turns
    ]
    counts = {"walks": found.walks, "walks_by_rank": found.before, "proven": found.proven}
    return {**counts, "order": turns}


def _lines(told: Told) -> Iterator[Line]:
    """For a person: the ranking with its chances, what would turn it, what to talk about, and the door."""
    names = told.names
    if told.advice.sealed:
        yield say("cli.sealed", count=told.advice.sealed)
    yield say("cli.advice", cut=told.cut, models=tuple(model.value for model in Model))
    for row in told.advice.rows:
        yield _row(row, told.cut)
    for each in told.advice.left_out:
        if found := swing(told.advice.places, each.places, told.cut):
            sides = {"enters": found.enters, "leaves": found.leaves}
            listed = {side: tuple(names[key] for key in keys) or ("–",) for side, keys in sides.items()}
            yield say("cli.advice_without", juror=names[each.juror], **listed)
    for weight in told.weights:
        for factor in weight.turns(told.cut):
            if factor is not None:
                yield say("cli.advice_turns", criterion=names[weight.criterion], factor=factor)
    if told.tried is not None:
        yield say("cli.advice_weights", order=tuple(names[each.candidacy] for each in told.tried))
    for topic in told.agenda.topics[:SHOWN]:
        values = " · ".join(map(str, topic.values))
        reference = topic.candidacy.reference
        yield say("cli.advice_topic", reference=reference, item=label(topic.item), values=values)
    order = tuple(names[turn.candidacy] for turn in told.discussion.turns)
    if told.discussion.walks:
        counts = {"count": told.discussion.walks, "before": told.discussion.before}
        yield say("cli.advice_walks", order=order, **counts)


def _row(row: Compared, cut: int) -> str:
    unsure, places = row.uncertainty, " ".join(f"{place.text:>5}" for place in row.places.values())
    chance = f"{unsure.chance(cut):>4.0%}  {unsure.rank[0]:>3}–{unsure.rank[1]:<3}" if unsure else " " * 13
    return f"{row.rank.text:>5}  {row.candidacy.reference}  {chance}  {places}  {row.candidacy.organisation}"
