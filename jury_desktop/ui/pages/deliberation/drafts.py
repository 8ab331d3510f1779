"""What was typed about candidates and not kept yet: it stays while one looks elsewhere."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from jury_desktop.domain.decision import DecisionKind, Stage
from jury_desktop.services.decide import Deliberation

Key = tuple[str, Stage]
"""Candidacy id and stage: what a decision is about."""


@dataclass(frozen=True, slots=True)
class Draft:
    """The fields as they stand: decision, motivation as a whole, and the text per item key."""

    kind: DecisionKind | None
    summary: str
    texts: Mapping[str, str]


def kept_draft(found: Deliberation) -> Draft:
    """The fields as the dossier has them: the decision, or before there is one the jury's own sentences."""
    written = found.decision.lines if found.decision else found.proposal
    texts = {line.item: line.text for line in written}
    return Draft(
        found.decision.kind if found.decision else None,
        found.decision.summary if found.decision else "",
        {score.item.key: texts.get(score.item.key, "") for score in found.scores},
    )


class Drafts:
    """The unsaved drafts by candidacy and stage."""

    def __init__(self) -> None:
        self._drafts: dict[Key, Draft] = {}

    def note(self, found: Deliberation, draft: Draft) -> None:
        """Remember what is typed; a draft that says what has been kept is no draft any more."""
        key = (found.candidacy.id, found.stage)
        if draft == kept_draft(found):
            self._drafts.pop(key, None)
        else:
            self._drafts[key] = draft

    def of(self, found: Deliberation) -> Draft | None:
        """What was typed about a candidacy and not kept."""
        return self._drafts.get((found.candidacy.id, found.stage))

    def drop(self, key: Key) -> None:
        """It has been kept, or is not wanted."""
        self._drafts.pop(key, None)

    def candidacies(self) -> tuple[str, ...]:
        """The ids of the candidacies with a draft."""
        return tuple(dict.fromkeys(candidacy for candidacy, _ in self._drafts))
