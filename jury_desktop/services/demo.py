"""The demonstration: the whole chain on the shipped sample, each step on the day it would be taken.

What the dossier says of all that is ``demo_state.py``.
"""

from __future__ import annotations

import time
from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace
from datetime import datetime, timedelta
from functools import partial
from pathlib import Path

from jury_desktop.domain.call import Round
from jury_desktop.domain.candidacy import Admissibility
from jury_desktop.domain.decision import DecisionKind, MotivationLine, Stage
from jury_desktop.domain.letter import Block
from jury_desktop.domain.messages import Message, say
from jury_desktop.domain.outgoing import Dispatch, LetterState
from jury_desktop.domain.pitch_clock import parts
from jury_desktop.domain.rebuttal import Entitled, RebuttalOutcome
from jury_desktop.domain.term import Channel
from jury_desktop.services import sample as samples
from jury_desktop.services.candidacies import judge_admissibility, list_candidacies, set_availability
from jury_desktop.services.decide import decide, deliberation
from jury_desktop.services.demo_state import DemoResult, complete_demo, count, leave_at
from jury_desktop.services.dispatch import send_letters
from jury_desktop.services.dossier_settings import dossier_settings, save_house
from jury_desktop.services.import_mail import import_mail
from jury_desktop.services.jury import declare_conflict, judge_conflict, jury, save_juror
from jury_desktop.services.letter_files import write_letters
from jury_desktop.services.letter_texts import approve_blocks
from jury_desktop.services.letters import (
    draft_letters,
    keep_letters,
    letter_jobs,
)
from jury_desktop.services.places import confirm_places, places
from jury_desktop.services.planning import communicate_plan, keep_plan, planning_problem, solve_plan
from jury_desktop.services.ports import Dossier
from jury_desktop.services.rebuttal_register import Arrived, register_rebuttal
from jury_desktop.services.rebuttals import (
    answer_points,
    conclude_rebuttal,
    decision_letter,
)
from jury_desktop.services.rounds import close_round, expected_of, selection_of
from jury_desktop.services.scoring import save_answers, submit_sheet
from jury_desktop.services.session import sessions
from jury_desktop.services.session_presence import note_everybody
from jury_desktop.services.session_runs import ClockStep, turn_clock


@dataclass(frozen=True, slots=True)
class Step:
    """One piece of the chain, small enough to be done between two looks at the window."""

    text: Message
    run: Callable[[Dossier], None]


class Demo:
    """The whole chain as steps that must be run in their order, in an empty dossier of the sample's call.

    Each step takes the clock to the day on which it would be taken; the letters go to ``folder``.

    :ivar now: where the clock stands.
    """

    def __init__(self, folder: Path, sample: samples.Sample) -> None:
        self._folder = folder
        self._sample = sample
        self._began = time.monotonic()
        self._ids: dict[str, str] = {}
        self.now = sample.moment("imported")

    def steps(self) -> tuple[Step, ...]:
        """The steps; each may be run once the one before it is done."""
        return (
            Step(say("demo.import"), self._take_in),
            Step(say("demo.letters"), partial(self._send_letters, "imported")),
            Step(say("demo.jury"), self._appoint_jury),
            *self._scoring(Round.WRITTEN),
            Step(say("demo.decide_shortlist"), partial(self._decide, Stage.SHORTLIST)),
            Step(say("demo.plan"), self._plan),
            Step(say("demo.letters"), partial(self._send_letters, "shortlist_communicated")),
            Step(say("demo.hold"), self._hold),
            *self._scoring(Round.PITCH),
            Step(say("demo.decide_final"), partial(self._decide, Stage.FINAL)),
            Step(say("demo.letters"), partial(self._send_letters, "final_communicated")),
            Step(say("demo.rebuttals"), self._hear_rebuttals),
            Step(say("demo.letters"), partial(self._send_letters, "concluded")),
            Step(say("demo.end"), self._end),
        )

    def scoring_steps(self) -> tuple[Step, ...]:
        """The steps to the midst of the written round, where sheets are submitted, begun and empty."""
        return (*self.steps()[:3], Step(say("demo.score_written"), self._score_half))

    def result(self, dossier: Dossier) -> DemoResult:
        """What the steps so far have made."""
        return count(dossier, time.monotonic() - self._began)

    def _at(self, dossier: Dossier, moment: datetime | str) -> Dossier:
        """The dossier with the clock on a moment, or on one that the sample names."""
        when = self._sample.moment(moment) if isinstance(moment, str) else moment
        self.now = when
        return replace(dossier, now=lambda: when)

    def _take_in(self, dossier: Dossier) -> None:
        """Import, confirmation of every place, and the verdict on form."""
        dossier = self._at(dossier, "imported")
        place = str(self._sample.decisions["house"]["pitch_place"])
        save_house(dossier, replace(dossier_settings(dossier).house, pitch_place=place))
        approve_blocks(dossier, tuple(Block), str(self._sample.decisions["house"]["lawyer"]))
        import_mail(dossier, [samples.mailbox()])
        confirm_places(dossier, [placed.mail.sha256 for placed in places(dossier)])
        self._ids = {row.candidacy.reference: row.candidacy.id for row in list_candidacies(dossier)}
        exceptions = {node["candidacy"]: node for node in self._sample.decisions["admissibility"]}
        for reference, key in self._ids.items():
            node = exceptions.get(reference, {"verdict": Admissibility.ADMISSIBLE, "reason": ""})
            judge_admissibility(dossier, key, Admissibility(node["verdict"]), node["reason"])
        for node in self._sample.jury["candidates"]:
            away = samples.intervals(node.get("unavailable", ()))
            wishes = tuple(node.get("preferred_windows", ()))
            set_availability(dossier, self._ids[node["candidacy"]], away, wishes)

    def _appoint_jury(self, dossier: Dossier) -> None:
        """Jurors, the conflicts they declare, and the verdict on what the program suspects."""
        dossier = self._at(dossier, "jury_appointed")
        for node in self._sample.jury["jurors"]:
            save_juror(dossier, samples.juror(node))
        for node in self._sample.jury["conflicts"]:
            declare_conflict(dossier, node["juror"], self._ids[node["candidacy"]], node["reason"])
        for row in jury(dossier).conflicts:
            if not row.conflict.bars:
                judge_conflict(dossier, row.conflict.id, confirmed=True, reason=row.conflict.reason)

    def _scoring(self, round_: Round) -> Iterator[Step]:
        """A step per candidacy, then the end of the round."""
        text = say(f"demo.score_{round_.value}")
        sheets = self._sample.scores["sheets"]
        for reference in sorted({node["candidacy"] for node in sheets if node["round"] == round_.value}):
            yield Step(text, partial(self._score, round_, reference))
        yield Step(text, partial(self._end_round, round_))

    def _score(self, round_: Round, reference: str, dossier: Dossier) -> None:
        """The sheets of everybody who scores a candidacy in a round."""
        candidacy = self._ids[reference]
        with dossier.read() as uow:
            expected = expected_of(uow, round_)
        for node in self._sample.scores["sheets"]:
            mine = (node["round"], node["candidacy"]) == (round_.value, reference)
            if mine and (node["juror"], candidacy) in expected:
                self._fill_in(dossier, node, round_)

    def _fill_in(self, dossier: Dossier, node: samples.Node, round_: Round) -> None:
        dossier = self._at(dossier, node.get("submitted_at", "jury_appointed"))
        juror, candidacy = node["juror"], self._ids[node["candidacy"]]
        marks = samples.goal_marks(node)
        save_answers(dossier, juror, candidacy, round_, samples.answers(node), marks)
        if node["state"] == "submitted":
            submit_sheet(dossier, juror, candidacy, round_)

    def _score_half(self, dossier: Dossier) -> None:
        """Each sheet as it is at that moment: submitted, filled in by half, or of who scores on paper not
        begun. There the story is left."""
        then, on_paper = self._at(dossier, "scoring"), self._sample.jury["on_paper"]
        with dossier.read() as uow:
            expected = expected_of(uow, Round.WRITTEN)
        for node in self._sample.scores["sheets"]:
            place = (node["juror"], self._ids[node["candidacy"]])
            if node["round"] != Round.WRITTEN.value or place not in expected or place[0] in on_paper:
                continue
            if node.get("submitted_at", then.now()) < then.now():
                self._fill_in(dossier, node, Round.WRITTEN)
            else:
                half = samples.answers(node)
                begun = dict(list(half.items())[: len(half) // 2])
                save_answers(then, *place, Round.WRITTEN, begun)
        leave_at(self._at(dossier, "scoring"), Round.WRITTEN.value)

    def _end_round(self, round_: Round, dossier: Dossier) -> None:
        """Where sheets are missing, the regisseur closes the round with a reason."""
        with dossier.read() as uow:
            open_pairs = selection_of(uow).panel(round_).open_pairs
        if open_pairs:
            ending = self._sample.scores["rounds"][round_.value]
            close_round(self._at(dossier, ending["closed_at"]), round_, ending["closed_reason"])

    def _decide(self, stage: Stage, dossier: Dossier) -> None:
        """The jury's decisions of a stage, each line resting on the sheets that speak of its item."""
        for node in self._sample.decisions["decisions"]:
            if node["stage"] == stage.value:
                then, key = self._at(dossier, node["decided_at"]), self._ids[node["candidacy"]]
                rests = {line.item: line.sheets for line in deliberation(then, key, stage).proposal}
                lines = tuple(_resting(line, rests) for line in samples.lines(node))
                decide(then, key, DecisionKind(node["kind"]), node["summary"], lines)

    def _plan(self, dossier: Dossier) -> None:
        """The pitch plan, solved, kept and communicated."""
        then = self._at(dossier, "shortlist_decided")
        problem = planning_problem(then)
        keep_plan(then, problem, solve_plan(problem))
        communicate_plan(self._at(dossier, "shortlist_communicated"))

    def _hold(self, dossier: Dossier) -> None:
        """The pitches at their planned hours, everybody present."""
        found = sessions(dossier)
        pitches = [pitch for session in found.sessions for pitch in session.pitches]
        for pitch in sorted(pitches, key=lambda pitch: pitch.place.start):
            key, start = pitch.candidacy.id, pitch.place.start
            note_everybody(self._at(dossier, start), key)
            begins = start
            for at, part in enumerate(parts(found.rules)):
                step = ClockStep.NEXT_PHASE if at else ClockStep.START
                turn_clock(self._at(dossier, begins), key, step)
                begins += part.length
            turn_clock(self._at(dossier, begins), key, ClockStep.END)

    def _send_letters(self, moment: str, dossier: Dossier) -> None:
        """Every letter that is owed then: made, kept as final, written to the folder, marked as sent."""
        then = self._at(dossier, moment)
        drafted = draft_letters(letter_jobs(then))
        kept = keep_letters(then, drafted, final=True)
        final = [letter.id for letter in kept if letter.state is LetterState.FINAL]
        send_letters(then, final, Dispatch(Channel.EMAIL, then.now()))
        write_letters(drafted, self._folder)

    def _hear_rebuttals(self, dossier: Dossier) -> None:
        """The rebuttals of the sample: registered as they came, confirmed by letter, answered, concluded."""
        nodes = sorted(self._sample.decisions["rebuttals"], key=lambda node: node["received_at"])
        kept = [(node, self._register(dossier, node)) for node in nodes]
        then = self._at(dossier, "concluded")
        for node, rebuttal in kept:
            answer_points(then, rebuttal, samples.points(node, answered=True))
            self._supplement(then, node)
            conclude_rebuttal(then, rebuttal, RebuttalOutcome(node["outcome"]), node["outcome_text"])

    def _end(self, dossier: Dossier) -> None:
        """The dossier says that its demonstration is whole."""
        complete_demo(self._at(dossier, "concluded"))

    def _supplement(self, dossier: Dossier, node: samples.Node) -> None:
        """The same decision with a better motivation, where a rebuttal showed that something lacked."""
        better = {line.item: line for line in samples.lines(node)}
        kept = deliberation(dossier, self._ids[node["candidacy"]], Stage.FINAL).decision
        if better and kept is not None:
            lines = tuple(replace(line, text=better.get(line.item, line).text) for line in kept.lines)
            decide(dossier, kept.candidacy, kept.kind, kept.summary, lines, node["revision_reason"])

    def _register(self, dossier: Dossier, node: samples.Node) -> str:
        received: datetime = node["received_at"]
        then = self._at(dossier, received + timedelta(hours=1))
        answered = decision_letter(then, self._ids[node["candidacy"]]).id
        points = samples.points(node, answered=False)
        by, may = node["submitted_by"], Entitled.YES
        arrived = Arrived(received, node["channel"], submitted_by=by, entitled=may)
        return register_rebuttal(then, answered, arrived, points).id


def _resting(line: MotivationLine, rests: dict[str, tuple[str, ...]]) -> MotivationLine:
    return replace(line, sheets=rests.get(line.item, ()))
