"""What the sample knows about an organisation and its candidacy, read from ``candidacies/*.toml``."""

from __future__ import annotations

import tomllib
from collections.abc import Mapping
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

SAMPLE = Path(__file__).resolve().parent.parent
PERSONAS = {
    1: "Saled & Nassim",
    2: "Cindy & Jordy",
    3: "Roy",
    4: "Jolien",
    5: "Chadia",
    6: "Christiane",
    7: "Thierry",
}
MUNICIPALITIES = ("Lier", "Heist-op-den-Berg", "Berlaar", "Nijlen")


@dataclass(frozen=True, slots=True)
class Organisation:
    """An invented organisation; ``number`` is an enterprise number that cannot exist."""

    reference: str
    name: str
    contact: str
    role: str
    email: str
    phone: str
    address: str
    number: str
    website: str
    colour: str


@dataclass(frozen=True, slots=True)
class Goal:
    """How the organisation meets one "zodat ze …"; ``key`` is its challenge and position: ``"1.04"``."""

    key: str
    obstacle: str
    plan: str

    @property
    def challenge(self) -> int:
        """The number of the challenge the goal belongs to."""
        return int(self.key.partition(".")[0])


@dataclass(frozen=True, slots=True)
class Step:
    """One line of the planning."""

    when: str
    what: str


@dataclass(frozen=True, slots=True)
class BudgetLine:
    """One post of the budget, in whole euros for each of the two years."""

    post: str
    year_1: int
    year_2: int


@dataclass(frozen=True, slots=True)
class Candidacy:
    """What one form says. ``left_out`` names the parts an incomplete form leaves empty."""

    organisation: Organisation
    challenges: tuple[int, ...]
    municipalities: tuple[str, ...]
    partners: tuple[str, ...]
    left_out: tuple[str, ...]
    text: Mapping[str, str]
    goals: tuple[Goal, ...]
    planning: tuple[Step, ...]
    budget_lines: tuple[BudgetLine, ...]
    first_version: Mapping[str, Any]

    @property
    def reference(self) -> str:
        """The number the candidacy gets by order of arrival."""
        return self.organisation.reference

    def paragraphs(self, section: str) -> tuple[str, ...]:
        """The paragraphs of a section, each on one line; none when the section is empty."""
        return tuple(" ".join(part.split()) for part in self.text[section].split("\n\n") if part.strip())

    def as_first_sent(self) -> Candidacy:
        """The candidacy before its revision: other challenges or other text, as ``first_version`` states."""
        changes = dict(self.first_version)
        challenges = tuple(changes.pop("challenges", self.challenges))
        return replace(self, challenges=challenges, text={**self.text, **changes})


def load_candidacies() -> dict[str, Candidacy]:
    """All candidacies of the sample by reference, in order of arrival."""
    found = [_read(path) for path in sorted((SAMPLE / "candidacies").glob("*.toml"))]
    return {candidacy.reference: candidacy for candidacy in found}


def _read(path: Path) -> Candidacy:
    data = tomllib.loads(path.read_text(encoding="utf-8"))
    form = data["form"]
    return Candidacy(
        organisation=Organisation(**data["organisation"]),
        challenges=tuple(form["challenges"]),
        municipalities=tuple(form["municipalities"]),
        partners=tuple(form["partners"]),
        left_out=tuple(form.get("left_out", ())),
        text=data["text"],
        goals=tuple(Goal(**goal) for goal in data["goals"]),
        planning=tuple(Step(**step) for step in data["planning"]),
        budget_lines=tuple(BudgetLine(**line) for line in data.get("budget_lines", ())),
        first_version=data.get("first_version", {}),
    )
