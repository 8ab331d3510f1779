"""The jury of the sample from ``jury.toml`` and ``scoring/``, and the criteria from the call file."""

from __future__ import annotations

import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any

from maker.model import SAMPLE, Candidacy

CALL_FILE = SAMPLE.parent / "calls" / "lier-2023.toml"
SCORING = SAMPLE / "scoring"
ROUNDS = ("written", "pitch")


@dataclass(frozen=True, slots=True)
class Item:
    """What a juror scores: a criterion, once per chosen challenge or once in all."""

    key: str
    criterion: str
    challenge: int | None
    rounds: tuple[str, ...]
    comment_required: bool


@dataclass(frozen=True, slots=True)
class Truth:
    """What the sample holds to be true of a candidacy; ``quality`` goes by item key, 0 to 5."""

    candidacy: str
    quality: Mapping[str, float]
    pitch: float
    disputed: tuple[str, ...]
    remarks: Mapping[str, Mapping[str, list[str]]]
    shortlist: Mapping[str, Any]
    final: Mapping[str, Any] | None


@dataclass(frozen=True, slots=True)
class Panel:
    """Who scores, how leniently, and what stays open. ``barred`` holds (juror, candidacy) pairs."""

    seed: int
    spread: float
    dispute: float
    leniency: Mapping[str, float]
    rounds: Mapping[str, Any]
    barred: frozenset[tuple[str, str]]
    drafts: Mapping[tuple[str, str], frozenset[str]]
    not_applicable: Mapping[tuple[str, str, str], str]


def load_truths() -> dict[str, Truth]:
    """The truth about every candidacy that the jury assesses, by reference."""
    found = [_truth(read(path)) for path in sorted(SCORING.glob("k*.toml"))]
    return {truth.candidacy: truth for truth in found}


def load_panel() -> Panel:
    """The jury of the sample."""
    data, jury = read(SCORING / "panel.toml"), read(SAMPLE / "jury.toml")
    return Panel(
        data["seed"],
        data["spread"],
        data["dispute"],
        data["leniency"],
        data["rounds"],
        frozenset((entry["juror"], entry["candidacy"]) for entry in jury["conflicts"]),
        {(entry["juror"], entry["candidacy"]): frozenset(entry["missing"]) for entry in data["drafts"]},
        {
            (entry["juror"], entry["candidacy"], entry["item"]): entry["comment"]
            for entry in data["not_applicable"]
        },
    )


def items_for(candidacy: Candidacy) -> tuple[Item, ...]:
    """Everything that is scored for a candidacy, challenges first, as the call file lists its criteria."""
    items: list[Item] = []
    for entry in read(CALL_FILE)["rubric"]["criteria"]:
        per_challenge = entry["kind"] == "challenge"
        for challenge in candidacy.challenges if per_challenge else (None,):
            key = entry["key"] if challenge is None else f"{entry['key']}.{challenge}"
            rounds, required = tuple(entry["rounds"]), entry["comment_required"]
            items.append(Item(key, entry["key"], challenge, rounds, required))
    return tuple(items)


def goal_keys(challenge: int) -> tuple[str, ...]:
    """The keys of the goals of a challenge, as the call file counts them: ``"1.01"``."""
    entry = next(entry for entry in read(CALL_FILE)["challenges"] if entry["number"] == challenge)
    return tuple(f"{challenge}.{place:02d}" for place in range(1, len(entry["goals"]) + 1))


@cache
def read(path: Path) -> dict[str, Any]:
    """A TOML file, read once."""
    return tomllib.loads(path.read_text(encoding="utf-8"))


def _truth(data: dict[str, Any]) -> Truth:
    return Truth(
        data["candidacy"],
        data["quality"],
        data["pitch"],
        tuple(data["disputed"]),
        data["remarks"],
        data["shortlist"],
        data.get("final"),
    )
