"""The call as its readers know it: headings, paragraphs and points, in the order of the document."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from enum import StrEnum

from jury_desktop.domain.call import Call, Challenge, LocalAnalysis


class LineKind(StrEnum):
    """How a line of the document looks."""

    TITLE = "title"
    SECTION = "section"
    TOPIC = "topic"
    PARAGRAPH = "paragraph"
    POINT = "point"


@dataclass(frozen=True, slots=True)
class Line:
    """One paragraph, heading or point of the document."""

    kind: LineKind
    text: str


def document(call: Call) -> tuple[Line, ...]:
    """The whole text of the call, without what only the program needs (rubric, rules, form).

    Parts and headings that the call lacks are left out.
    """
    return tuple(line for line in _lines(call) if line.text)


def _lines(call: Call) -> Iterator[Line]:
    headings = call.headings
    yield Line(LineKind.TITLE, call.title)
    yield Line(LineKind.PARAGRAPH, _labelled(headings.area, ", ".join(call.area)))
    yield Line(LineKind.SECTION, headings.challenges)
    yield from _all(LineKind.PARAGRAPH, call.intro)
    for challenge in call.challenges:
        yield from _challenge(challenge)
    yield Line(LineKind.SECTION, headings.analysis)
    yield Line(LineKind.TOPIC, headings.enrichment)
    yield from _enrichment(call.analysis)
    yield Line(LineKind.TOPIC, headings.arena)
    yield from _arena(call.analysis)
    yield Line(LineKind.TOPIC, headings.personas)
    yield Line(LineKind.TOPIC, headings.other_input)
    yield from _all(LineKind.PARAGRAPH, call.analysis.other_input)
    yield from _timing(call)
    yield Line(LineKind.SECTION, headings.contact)
    yield from _all(LineKind.PARAGRAPH, (call.contact_text, call.submission_text))


def _challenge(challenge: Challenge) -> Iterator[Line]:
    yield Line(LineKind.TOPIC, challenge.heading or f"{challenge.number}. {challenge.personas}")
    yield from _all(LineKind.PARAGRAPH, challenge.statement)
    yield from _all(LineKind.POINT, (obstacle.text for obstacle in challenge.obstacles))
    yield Line(LineKind.PARAGRAPH, challenge.goals_intro)
    yield from _all(LineKind.POINT, (goal.text for goal in challenge.goals))


def _enrichment(analysis: LocalAnalysis) -> Iterator[Line]:
    yield from _all(LineKind.PARAGRAPH, analysis.enrichment_intro)
    yield from _all(LineKind.POINT, analysis.recurring_points)
    yield from _all(LineKind.PARAGRAPH, analysis.extra_ideas)
    yield Line(LineKind.PARAGRAPH, analysis.extra_obstacles_intro)
    yield from _all(LineKind.POINT, analysis.extra_obstacles)


def _arena(analysis: LocalAnalysis) -> Iterator[Line]:
    yield from _all(LineKind.PARAGRAPH, analysis.arena_intro)
    yield from _all(LineKind.PARAGRAPH, analysis.arena_preferences)
    yield from _all(LineKind.PARAGRAPH, analysis.arena_needs)
    yield Line(LineKind.PARAGRAPH, analysis.services_intro)
    yield from _all(LineKind.POINT, (service.text for service in analysis.services))
    yield from _all(LineKind.PARAGRAPH, analysis.arena_closing)


def _timing(call: Call) -> Iterator[Line]:
    yield Line(LineKind.SECTION, call.headings.timing)
    yield from _all(LineKind.TOPIC, call.headings.timing_points)
    yield from _all(LineKind.PARAGRAPH, (f"{moment.label} {moment.text}" for moment in call.milestones))


def _all(kind: LineKind, texts: Iterable[str]) -> Iterator[Line]:
    return (Line(kind, text) for text in texts)


def _labelled(label: str, text: str) -> str:
    return f"{label}: {text}" if label else text
