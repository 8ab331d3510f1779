"""The whole selection at one moment, read once, so that every question about it is plain arithmetic."""

from __future__ import annotations

from collections.abc import Callable, Hashable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import TypeVar

from jury_desktop.domain.assessment import Panel, expected_pairs, in_round, panel, revealed
from jury_desktop.domain.call import Call, Round
from jury_desktop.domain.candidacy import Candidacy
from jury_desktop.domain.conflict import Conflict, barred_pairs
from jury_desktop.domain.decision import Decision, Stage
from jury_desktop.domain.juror import Juror
from jury_desktop.domain.letter_texts import SHIPPED, LetterTexts
from jury_desktop.domain.outgoing import Letter
from jury_desktop.domain.pitch import Assignment, PitchPlan, StoredPlan
from jury_desktop.domain.pitch_windows import KeptWindow
from jury_desktop.domain.ranking import Rank, Standing, rank
from jury_desktop.domain.rebuttal import Rebuttal
from jury_desktop.domain.score import OfficialScore, counting, official_score, sheet_score
from jury_desktop.domain.session import PitchRun, absent_pairs, withdrawn
from jury_desktop.domain.sheet import Sheet, items_of
from jury_desktop.domain.talk import Talk

T = TypeVar("T")
K = TypeVar("K", bound=Hashable)


@dataclass(frozen=True)
class Selection:
    """Everything the dossier holds on the selection; ``plan`` is the newest of ``plans``, the pitch plans.

    :param runs: what happened to the pitches at their sessions.
    :param windows: the sessions, once those of the call file were changed; ``call`` has them too.
    :param texts: how letters are worded here.
    """

    call: Call
    candidacies: tuple[Candidacy, ...]
    jurors: tuple[Juror, ...]
    conflicts: tuple[Conflict, ...]
    sheets: tuple[Sheet, ...]
    decisions: tuple[Decision, ...]
    plan: StoredPlan | None
    closed: frozenset[Round]
    letters: tuple[Letter, ...]
    rebuttals: tuple[Rebuttal, ...]
    runs: tuple[PitchRun, ...] = ()
    talks: tuple[Talk, ...] = ()
    plans: tuple[StoredPlan, ...] = ()
    windows: tuple[KeptWindow, ...] = ()
    texts: LetterTexts = SHIPPED

    @cached_property
    def barred(self) -> frozenset[tuple[str, str]]:
        """The (juror, candidacy) pairs kept apart by a conflict of interest."""
        return barred_pairs(self.conflicts)

    @cached_property
    def absent(self) -> frozenset[tuple[str, str]]:
        """The (juror, candidacy) pairs that give no score of the pitch, for the juror did not hear it."""
        return absent_pairs(self.runs)

    @cached_property
    def withdrawn(self) -> frozenset[str]:
        """The candidacies that are heard no more: they have no score of the pitch, and never a zero."""
        return withdrawn(self.runs)

    def kept_out(self, round_: Round) -> frozenset[tuple[str, str]]:
        """The (juror, candidacy) pairs whose sheets cannot count in a round, whatever is on them."""
        return self.barred | self.absent if round_ is Round.PITCH else self.barred

    def run(self, candidacy: str) -> PitchRun | None:
        """What happened to the pitch of a candidacy at its session, if anything has."""
        return next((run for run in self.runs if run.candidacy == candidacy), None)

    @cached_property
    def _panels(self) -> dict[Round, Panel]:
        return {round_: self._panel(round_) for round_ in Round}

    def panel(self, round_: Round) -> Panel:
        """Who must score what in a round, and who has."""
        return self._panels[round_]

    def in_round(self, round_: Round) -> tuple[Candidacy, ...]:
        """The candidacies assessed in a round."""
        return self._in_rounds[round_]

    @property
    def heard(self) -> tuple[Candidacy, ...]:
        """The candidacies that were heard or still will be: of the pitch round, without who withdrew."""
        return tuple(c for c in self.in_round(Round.PITCH) if c.id not in self.withdrawn)

    def in_stage(self, stage: Stage) -> tuple[Candidacy, ...]:
        """The candidacies a stage decides on."""
        return self.in_round(self.rounds(stage)[-1])

    def rounds(self, stage: Stage) -> tuple[Round, ...]:
        """The rounds a stage rests on: the shortlist on the written one, the end on all with weight."""
        if stage is Stage.SHORTLIST:
            return (Round.WRITTEN,)
        return tuple(round_ for round_, weight in self.call.rubric.round_weights if weight > 0)

    def is_open(self, candidacy: str, round_: Round) -> bool:
        """Whether the scores on a candidacy in a round may be seen."""
        return revealed(self.panel(round_), self.call.rubric.reveal, candidacy)

    def is_open_at(self, stage: Stage, candidacy: str) -> bool:
        """Whether the scores of every round that a stage rests on may be seen; a pitch that is heard no more
        has none to wait for."""
        return all(self._unheard(candidacy, r) or self.is_open(candidacy, r) for r in self.rounds(stage))

    def _unheard(self, candidacy: str, round_: Round) -> bool:
        return round_ is Round.PITCH and candidacy in self.withdrawn

    def sealed_at(self, stage: Stage) -> int:
        """How many candidacies of a stage have scores that may not be seen yet."""
        return sum(not self.is_open_at(stage, candidacy.id) for candidacy in self.in_stage(stage))

    def open_sheets(self, candidacy: str, round_: Round) -> tuple[Sheet, ...]:
        """The sheets that count for a candidacy in a round; none while they are sealed."""
        if self._unheard(candidacy, round_) or not self.is_open(candidacy, round_):
            return ()
        sheets = self._sheets_on.get((candidacy, round_), ())
        return counting(sheets, candidacy, round_, self.kept_out(round_))

    def sheet_scores(self, candidacy: str, round_: Round) -> dict[str, float]:
        """What each juror whose sheet counts gave a candidacy in a round, by juror; none while sealed."""
        rubric = self.call.rubric
        items = items_of(rubric, self.candidacy(candidacy).challenges, round_)
        scores = ((s.juror, sheet_score(s, items, rubric)) for s in self.open_sheets(candidacy, round_))
        return {juror: score for juror, score in scores if score is not None}

    def open_scores(self, stage: Stage) -> dict[str, OfficialScore]:
        """The official scores of a stage that the call's rule has opened, by candidacy."""
        return self._open_scores[stage]

    def ranks(self, stage: Stage) -> dict[str, Rank]:
        """The place of every candidacy whose scores are open."""
        return self._ranks[stage]

    @cached_property
    def _open_scores(self) -> dict[Stage, dict[str, OfficialScore]]:
        return {stage: self._scores(stage) for stage in Stage}

    @cached_property
    def _ranks(self) -> dict[Stage, dict[str, Rank]]:
        return {stage: self._ranked(stage) for stage in Stage}

    def _scores(self, stage: Stage) -> dict[str, OfficialScore]:
        open_ = [c for c in self.in_stage(stage) if self.is_open_at(stage, c.id)]
        scores = {c.id: official_score(self.call, c, self._seen(c, stage), self.barred) for c in open_}
        return {key: score for key, score in scores.items() if deciding(score, stage) is not None}

    def _seen(self, candidacy: Candidacy, stage: Stage) -> tuple[Sheet, ...]:
        return tuple(s for round_ in self.seen(stage) for s in self.open_sheets(candidacy.id, round_))

    def seen(self, stage: Stage) -> tuple[Round, ...]:
        """The rounds a stage may look at: never a later one, for a tie would be broken by it."""
        return self.rounds(stage) if stage is Stage.SHORTLIST else tuple(Round)

    def _ranked(self, stage: Stage) -> dict[str, Rank]:
        return self.ranks_by(self.open_scores(stage), stage)

    def ranks_by(self, scores: Mapping[str, OfficialScore], stage: Stage) -> dict[str, Rank]:
        """The places that scores give at a stage, best first: the official ones, or what they would be."""
        standings = [
            Standing(key, value, score.written, score.pitch, len(self.candidacy(key).challenges))
            for key, score in scores.items()
            if (value := deciding(score, stage)) is not None
        ]
        return {place.candidacy: place for place in rank(standings, self.call.rubric.ties)}

    def candidacy(self, key: str) -> Candidacy:
        """The candidacy with this id; KeyError if there is none."""
        return self._by_id[key]

    def juror(self, key: str) -> Juror:
        """The juror with this id; KeyError if there is none."""
        return self._jurors_by_id[key]

    def sheet(self, juror: str, candidacy: str, round_: Round) -> Sheet | None:
        """The sheet of a juror on a candidacy in a round, sealed or not, if it was begun."""
        return self._sheets_by_place.get((juror, candidacy, round_))

    def judges_older(self, sheet: Sheet) -> bool:
        """Whether a newer version of the candidacy came after the one that the sheet judges."""
        return sheet.version < self.candidacy(sheet.candidacy).current.number

    def outdated(self, candidacy: str) -> tuple[Sheet, ...]:
        """The sheets on a candidacy that judge an older version than the one that counts now."""
        sheets = (sheet for sheet in self.sheets if sheet.candidacy == candidacy)
        return tuple(s for s in sheets if (s.juror, candidacy) not in self.barred and self.judges_older(s))

    def decision(self, candidacy: str, stage: Stage) -> Decision | None:
        """The decision on a candidacy in a stage, if it was made."""
        return next((d for d in self.decisions_on(candidacy) if d.stage is stage), None)

    def decisions_on(self, candidacy: str) -> Sequence[Decision]:
        """What was decided about a candidacy, in order of keeping."""
        return self._decisions_on.get(candidacy, ())

    def letters_to(self, candidacy: str) -> Sequence[Letter]:
        """The letters that exist to a candidate, in order of keeping."""
        return self._letters_to.get(candidacy, ())

    def rebuttals_of(self, candidacy: str) -> Sequence[Rebuttal]:
        """What a candidate answered, in order of keeping."""
        return self._rebuttals_of.get(candidacy, ())

    def talk(self, candidacy: str, stage: Stage) -> Talk | None:
        """What was said about a candidacy in a stage, if anything was noted."""
        return next((t for t in self.talks if (t.candidacy, t.stage) == (candidacy, stage)), None)

    def place(self, candidacy: str) -> Assignment | None:
        """The candidacy's place on the newest pitch plan."""
        return self._places.get(self.candidacy(candidacy).reference)

    def barred_seats(self, plan: PitchPlan) -> tuple[tuple[Juror, Candidacy], ...]:
        """Who sits on a panel of a plan before a candidate they are kept apart from."""
        keys = {candidacy.reference: candidacy.id for candidacy in self.candidacies}
        seats = ((juror, keys.get(place.pitch, "")) for place in plan.assignments for juror in place.jurors)
        return tuple((self.juror(j), self.candidacy(c)) for j, c in seats if (j, c) in self.barred)

    @cached_property
    def organisations(self) -> tuple[str, ...]:
        """The name of every candidate."""
        return tuple(candidacy.organisation for candidacy in self.candidacies)

    @cached_property
    def _by_id(self) -> dict[str, Candidacy]:
        return {candidacy.id: candidacy for candidacy in self.candidacies}

    @cached_property
    def _jurors_by_id(self) -> dict[str, Juror]:
        return {juror.id: juror for juror in self.jurors}

    @cached_property
    def _sheets_by_place(self) -> dict[tuple[str, str, Round], Sheet]:
        return {(sheet.juror, sheet.candidacy, sheet.round): sheet for sheet in self.sheets}

    @cached_property
    def _sheets_on(self) -> dict[tuple[str, Round], list[Sheet]]:
        return grouped(self.sheets, lambda sheet: (sheet.candidacy, sheet.round))

    @cached_property
    def _in_rounds(self) -> dict[Round, tuple[Candidacy, ...]]:
        return {round_: in_round(round_, self.candidacies, self.decisions) for round_ in Round}

    @cached_property
    def _decisions_on(self) -> dict[str, list[Decision]]:
        return grouped(self.decisions, lambda decision: decision.candidacy)

    @cached_property
    def _letters_to(self) -> dict[str, list[Letter]]:
        return grouped(self.letters, lambda letter: letter.candidacy)

    @cached_property
    def _rebuttals_of(self) -> dict[str, list[Rebuttal]]:
        return grouped(self.rebuttals, lambda rebuttal: rebuttal.candidacy)

    @cached_property
    def _places(self) -> dict[str, Assignment]:
        places = self.plan.plan.assignments if self.plan else ()
        return {place.pitch: place for place in reversed(places)}

    def _panel(self, round_: Round) -> Panel:
        plan = self.plan.plan if self.plan and round_ is Round.PITCH else None
        heard = self.heard if round_ is Round.PITCH else self.in_round(round_)
        expected = expected_pairs(heard, self.jurors, self.kept_out(round_), plan)
        return panel(round_, expected, self.sheets, round_ in self.closed)


def deciding(score: OfficialScore, stage: Stage) -> float | None:
    """The score that the order of a stage rests on: the written one for the shortlist, else the combined."""
    return score.written if stage is Stage.SHORTLIST else score.combined


def grouped(things: Iterable[T], by: Callable[[T], K]) -> dict[K, list[T]]:
    """Things by what they have in common, in their order."""
    found: dict[K, list[T]] = {}
    for thing in things:
        found.setdefault(by(thing), []).append(thing)
    return found
