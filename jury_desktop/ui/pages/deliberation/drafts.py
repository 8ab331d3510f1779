"""What was typed about candidates and not kept yet: it stays while one looks elsewhere."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

from jury_desktop.domain.decision import DecisionKind, Stage
from jury_desktop.services.decide import Deliberation

Key = tuple[str, Stage]
"""Candidacy id and stage: what a decision is about."""


@dataclass(frozen=True, slots=True)
class Draft:
    """The fields as they stand: decision, motivation as a whole, and per item key the text and the ids of the
    sheets it rests on."""

    kind: DecisionKind | None
    summary: str
    texts: Mapping[str, str]
    rests: Mapping[str, tuple[str, ...]] = field(default_factory=dict)


def kept_draft(found: Deliberation) -> Draft:
    """The fields as the dossier has them: the decision, or before there is one what the jury agreed on, and
    else the jury's own sentences."""
    proposed = {line.item: line for line in found.proposal}
    agreed = {line.item: line for line in found.talk.agreed} if found.talk else {}
    written = {line.item: line for line in found.decision.lines} if found.decision else proposed | agreed
    rests = {key: line.sheets for key, line in (proposed | agreed | written).items()}
    keys = [score.item.key for score in found.scores]
    return Draft(
        found.decision.kind if found.decision else None,
        found.decision.summary if found.decision else "",
        {key: written[key].text if key in written else "" for key in keys},
        {key: rests.get(key, ()) for key in keys},
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

    def bring_back(self, key: Key, draft: Draft) -> None:
        """What was kept is not kept any more; what was typed since comes first."""
        self._drafts.setdefault(key, draft)

    def of(self, found: Deliberation) -> Draft | None:
        """What was typed about a candidacy and not kept."""
        return self._drafts.get((found.candidacy.id, found.stage))

    def drop(self, key: Key) -> None:
        """It has been kept, or is not wanted."""
        self._drafts.pop(key, None)

    def candidacies(self) -> tuple[str, ...]:
        """The ids of the candidacies with a draft."""
        return tuple(dict.fromkeys(candidacy for candidacy, _ in self._drafts))
