"""What other scores would do to score and rank, tried before any is kept; and keeping them, with a reason.

Trying works on the selection as it was read, with other sheets of one candidacy: the same functions give its
official score and the order. Keeping goes the way of every change to a submitted sheet.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping
from dataclasses import dataclass, replace
from functools import cached_property

from jury_desktop.domain.call import Rubric
from jury_desktop.domain.candidacy import Candidacy
from jury_desktop.domain.decision import DecisionKind, Stage
from jury_desktop.domain.errors import RuleError, refuse
from jury_desktop.domain.messages import say
from jury_desktop.domain.ranking import Rank
from jury_desktop.domain.rights import Right
from jury_desktop.domain.score import OfficialScore, official_score
from jury_desktop.domain.selection import Selection, deciding
from jury_desktop.domain.sheet import Answer, Item, Sheet, items_of
from jury_desktop.domain.told import Act, answers
from jury_desktop.services.admission import needs
from jury_desktop.services.known import known
from jury_desktop.services.ports import Dossier, UnitOfWork
from jury_desktop.services.rounds import selection_of
from jury_desktop.services.scoring import keep_sheet, sheet_of

Supposed = Mapping[tuple[str, str], int]
"""Other values, by id of the sheet and key of the item."""


@dataclass(frozen=True, slots=True)
class Given:
    """A submitted sheet that counts, and who gave it."""

    sheet: Sheet
    juror: str
    items: tuple[Item, ...]


@dataclass(frozen=True, slots=True)
class Standing:
    """Where a candidacy stands: its score and place as they are, and as they would be."""

    candidacy: str
    reference: str
    organisation: str
    decided: DecisionKind | None
    score: float | None
    rank: Rank | None
    new_score: float | None
    new_rank: Rank | None

    @property
    def moves(self) -> bool:
        """Whether its score or its place would be another."""
        return (self.score, self.rank) != (self.new_score, self.new_rank)


class Effect:
    """The scores behind the decision that a rebuttal answers, ready to be tried otherwise. Keeps nothing."""

    def __init__(self, selection: Selection, candidacy: str, stage: Stage) -> None:
        """:raises RuleError: the scores are still sealed."""
        self._selection, self._stage = selection, stage
        self.subject: Candidacy = selection.candidacy(candidacy)
        if not selection.is_open_at(stage, candidacy):
            raise RuleError(say("rebuttal.scores_sealed", reference=self.subject.reference))

    @property
    def rubric(self) -> Rubric:
        """The scale and the criteria of the call."""
        return self._selection.call.rubric

    @cached_property
    def given(self) -> tuple[Given, ...]:
        """The sheets that count, round by round."""
        chosen, selection = self.subject.challenges, self._selection
        return tuple(
            Given(sheet, selection.juror(sheet.juror).name, items_of(self.rubric, chosen, round_))
            for round_ in selection.rounds(self._stage)
            for sheet in selection.open_sheets(self.subject.id, round_)
        )

    def changed(self, supposed: Supposed) -> dict[str, dict[str, Answer]]:
        """The answers that would be others, by sheet and item; what is as it was is none of them."""
        found: dict[str, dict[str, Answer]] = defaultdict(dict)
        sheets = {each.sheet.id: each.sheet for each in self.given}
        for (key, item), value in supposed.items():
            before = sheets[key].answers.get(item, Answer())
            if before.value != value:
                found[key][item] = replace(before, value=value, not_applicable=False)
        return found

    def order(self, supposed: Supposed) -> tuple[Standing, ...]:
        """Every candidacy with a score, in the order that would be; ties by the call's rule."""
        before, stage = self._selection, self._stage
        scores = {**before.open_scores(stage), **self._scored(supposed)}
        ranks = before.ranks_by(scores, stage)
        found = []
        for key in (*ranks, *(each for each in scores if each not in ranks)):
            candidacy, decision = before.candidacy(key), before.decision(key, stage)
            found.append(
                Standing(
                    key,
                    candidacy.reference,
                    candidacy.organisation,
                    decision.kind if decision else None,
                    deciding(before.open_scores(stage)[key], stage),
                    before.ranks(stage).get(key),
                    deciding(scores[key], stage),
                    ranks.get(key),
                )
            )
        return tuple(found)

    def _scored(self, supposed: Supposed) -> dict[str, OfficialScore]:
        """The official score that would be; nobody else has another, so trying sums nothing of theirs."""
        selection, key, changed = self._selection, self.subject.id, self.changed(supposed)
        sheets = [
            replace(sheet, answers={**sheet.answers, **changed.get(sheet.id, {})})
            for round_ in selection.seen(self._stage)
            for sheet in selection.open_sheets(key, round_)
        ]
        score = official_score(selection.call, self.subject, sheets, selection.barred)
        return {key: score} if deciding(score, self._stage) is not None else {}


@needs(Right.ANSWER)
def effect_of(dossier: Dossier, rebuttal: str) -> Effect:
    """The scores behind the decision that a rebuttal answers; refused while they are sealed."""
    return _effect(known(dossier).selection, rebuttal)


@needs(Right.ANSWER)
def change_scores(dossier: Dossier, rebuttal: str, supposed: Supposed, reason: str) -> tuple[Sheet, ...]:
    """Changes the submitted sheets as it was tried, all of them or none, each with its event and the reason.

    The decision stays as it was told until the jury takes it anew.
    """
    if not reason.strip():
        raise refuse("rebuttal.amend_reason_missing")
    with dossier.change() as uow:
        effect = _effect(selection_of(uow), rebuttal)
        changed = effect.changed(supposed)
        if not changed:
            raise refuse("rebuttal.nothing_changed")
        sheets = [each.sheet for each in effect.given if each.sheet.id in changed]
        return tuple(_amend(uow, dossier.actor, sheet, changed[sheet.id], reason) for sheet in sheets)


def _amend(uow: UnitOfWork, actor: str, old: Sheet, answers_: Mapping[str, Answer], reason: str) -> Sheet:
    """Only values change, so that the sheet stays as complete as it was."""
    sheet_of(uow, old.juror, old.candidacy, old.round)  # refuses whoever may not score it
    new = replace(old, answers={**old.answers, **answers_})
    name = uow.jurors.get(old.juror).name
    keep_sheet(uow, old, new, "sheet.amended", reason.strip(), on_behalf_of=name if name != actor else "")
    return new


def _effect(selection: Selection, rebuttal: str) -> Effect:
    found = next(each for each in selection.rebuttals if each.id == rebuttal)
    answered = answers(found, selection.letters)
    first = answered is not None and answered.act is Act.SHORTLIST
    return Effect(selection, found.candidacy, Stage.SHORTLIST if first else Stage.FINAL)
