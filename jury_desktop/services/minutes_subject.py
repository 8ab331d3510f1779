"""What the minutes say of one candidacy: who left, the scores with their reasons, the talk, the decision."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import datetime

from jury_desktop.domain.decision import Decision, MotivationLine, Stage
from jury_desktop.domain.juror_names import JurorNames
from jury_desktop.domain.letter import LetterType
from jury_desktop.domain.meeting import Meeting
from jury_desktop.domain.messages import Value, say
from jury_desktop.domain.outgoing import Letter
from jury_desktop.domain.score import ItemScore
from jury_desktop.domain.score_row import ScoreRow
from jury_desktop.domain.selection import Selection
from jury_desktop.domain.sheet import Answer, label
from jury_desktop.domain.standing import RankingRow
from jury_desktop.domain.talk import Agreed, Talk
from jury_desktop.domain.told import DECIDED
from jury_desktop.letters.record_paper import Facts, Part, Reason, Reasons, Title, Words
from jury_desktop.services.decide import Deliberation
from jury_desktop.services.minutes_pitch import pitch_parts
from jury_desktop.wording import render, score


@dataclass(frozen=True, slots=True)
class Told:
    """One candidacy at the table: its place, what was found and said, and how jurors are called."""

    selection: Selection
    row: RankingRow
    found: Deliberation
    rows: tuple[ScoreRow, ...]
    meeting: Meeting | None
    names: JurorNames


def subject_parts(told: Told, language: str) -> list[Part]:
    """Everything the minutes say of a candidacy."""
    return list(_Subject(told, language).parts())


def rank_word(row: RankingRow) -> str:
    """ "3", or "3–5" for a joint rank; a dash while the scores are sealed."""
    return "–" if row.rank is None else row.rank.text


def decision_word(decision: Decision | None, language: str) -> str:
    """What was decided, in a word."""
    if decision is None:
        return render(say("minutes.undecided"), language)
    return render(say(f"actions.value_{decision.kind.value}"), language)


class _Subject:
    def __init__(self, told: Told, language: str) -> None:
        self._told = told
        self._language = language

    def parts(self) -> Iterator[Part]:
        candidacy = self._told.row.candidacy
        yield Title(f"{candidacy.reference} {candidacy.organisation}")
        yield Facts(tuple(self._facts()))
        if self._told.found.sealed:
            yield Words(self._words("sealed"))
            return
        if self._told.found.stage is Stage.FINAL:
            run = self._told.selection.run(candidacy.id)
            yield from pitch_parts(run, self._told.names, self._language)
        if reasons := tuple(map(self._reason, self._told.found.scores)):
            yield Reasons((self._words("column_reason"), self._words("column_score")), reasons)
        yield from self._talk()
        yield from self._decision()

    def _words(self, key: str, **values: Value) -> str:
        return render(say(f"minutes.{key}", **values), self._language)

    # the facts

    def _facts(self) -> Iterator[tuple[str, str]]:
        row = self._told.row
        yield self._words("challenges"), ", ".join(map(str, row.candidacy.challenges))
        yield self._words("conflicts"), self._conflicts()
        if row.score is None:
            return
        highest = self._told.selection.call.rubric.highest
        scored = self._words("score_of", score=score(row.score, self._language), highest=highest)
        yield self._words("official"), f"{scored}{self._by_round()}"
        yield self._words("column_place"), rank_word(row)
        if row.uncertainty is not None:
            low, high = (score(end, self._language) for end in row.uncertainty.score)
            first, last = row.uncertainty.rank
            yield (
                self._words("advice"),
                self._words("advice_range", low=low, high=high, first=first, last=last),
            )

    def _by_round(self) -> str:
        official = self._told.row.official
        if official is None or official.written is None or official.pitch is None:
            return ""
        written, pitch = (score(each, self._language) for each in (official.written, official.pitch))
        return f" ({self._words('by_round', written=written, pitch=pitch)})"

    def _conflicts(self) -> str:
        selection, meeting, names = self._told.selection, self._told.meeting, self._told.names
        active = {juror.id for juror in selection.jurors if juror.active}
        barred = sorted(j for j, c in selection.barred if c == self._told.row.candidacy.id and j in active)
        if not barred:
            return self._words("nobody_left")
        left = [juror for juror in barred if meeting is None or juror in meeting.present]
        away = [juror for juror in barred if juror not in left]
        said = [("left_room", left), ("was_absent", away)]
        return " ".join(
            self._words(key, list=tuple(sorted(map(names.of, jurors)))) for key, jurors in said if jurors
        )

    # the scores with their reasons

    def _reason(self, scored: ItemScore) -> Reason:
        figure = "–" if scored.mean is None else score(scored.mean, self._language)
        decision, talk = self._told.found.decision, self._told.found.talk
        lines = decision.lines if decision else ()
        line = next((each for each in lines if each.item == scored.item.key), None)
        agreed = talk.wording(scored.item.key) if talk else None
        paragraphs, notes = [], [self._given(scored)]
        if agreed is not None and (line is None or line.text != agreed.text):
            paragraphs.append(self._words("agreed", text=self._hide(agreed.text)))
            notes += self._rests(agreed)
        if line is not None:
            paragraphs.append(self._hide(line.text))
            notes += self._rests(line)
        if agreed is not None:
            notes.append(self._words("agreed_on", moment=agreed.agreed_at))
        return Reason(label(scored.item), figure, tuple(paragraphs), tuple(filter(None, notes)))

    def _given(self, scored: ItemScore) -> str:
        values = " · ".join(map(str, sorted(scored.values)))
        return self._words("given", values=values) if values else ""

    def _rests(self, line: MotivationLine | Agreed) -> Iterator[str]:
        mine = [row for row in self._told.rows if row.item.key == line.item and row.sheet.id in line.sheets]
        if mine:
            yield self._words("rests_on", list=tuple(sorted(self._by_juror(mine))))
        since = line.agreed_at if isinstance(line, Agreed) else self._decided_at()
        for row in mine:
            juror = self._told.names.of(row.sheet.juror)
            if not row.counts:
                yield self._words("counts_no_more", juror=juror)
            for change in row.changed_since(since) if since else ():
                old, new, why = _value(change.old), _value(change.new), self._hide(change.reason)
                yield self._words("changed", juror=juror, old=old, new=new, moment=change.at, reason=why)

    def _by_juror(self, rows: Sequence[ScoreRow]) -> Iterator[str]:
        """Each juror once, with the values in the order of the rounds."""
        values: dict[str, list[str]] = {}
        for row in rows:
            values.setdefault(self._told.names.of(row.sheet.juror), []).append(_value(row.answer))
        return (f"{juror} ({', '.join(given)})" for juror, given in values.items())

    def _decided_at(self) -> datetime | None:
        decision = self._told.found.decision
        return decision.decided_at if decision else None

    # what was said and decided

    def _talk(self) -> Iterator[Part]:
        talk = self._told.found.talk
        if talk is None or not (talk.notes or talk.looks or talk.votes):
            return
        yield Title(self._words("discussion"), 3)
        if talk.notes:
            yield Words(self._hide(talk.notes))
        yield from (Words(line) for line in self._looks(talk))
        if talk.votes is not None:
            votes = talk.votes
            counts = {"favour": votes.in_favour, "against": votes.against, "abstained": votes.abstained}
            yield Words(self._words("votes", **counts))

    def _looks(self, talk: Talk) -> Iterator[str]:
        for look in talk.looks:
            reason = self._hide(look.reason)
            if look.done_at is None:
                yield self._words("look_waiting", reason=reason)
            else:
                yield self._words("look_done", reason=reason, moment=look.done_at)

    def _decision(self) -> Iterator[Part]:
        decision = self._told.found.decision
        yield Title(self._words("decision"), 3)
        if decision is None:
            yield Words(self._words("not_decided"))
            return
        word = decision_word(decision, self._language)
        yield Words(self._words("decided", decision=word, moment=decision.decided_at))
        yield Words(self._hide(decision.summary))
        if decision.revised:
            reason = self._hide(decision.revision_reason)
            yield Words(self._words("revised", count=decision.revised, reason=reason))
        if (earlier := self._told.found.earlier) is not None:
            yield Words(self._earlier(earlier))
        if decision.confirmed_at is not None:
            name = self._hide(decision.confirmed_by)
            yield Words(self._words("confirmed", name=name, moment=decision.confirmed_at), small=True)
        elif decision.sent_back:
            yield Words(self._words("sent_back", reason=self._hide(decision.sent_back)))

    def _earlier(self, letter: Letter) -> str:
        """What the candidate was told before the decision was revised."""
        assert letter.sent_at is not None
        kind, when = DECIDED.get(LetterType(letter.type)), letter.sent_at
        if kind is None:
            return self._words("told_revision", moment=when)
        word = render(say(f"actions.value_{kind.value}"), self._language)
        return self._words("told_before", decision=word, moment=when)

    def _hide(self, text: str) -> str:
        return self._told.names.hide(text)


def _value(answer: Answer) -> str:
    return "n.v.t." if answer.not_applicable else "–" if answer.value is None else str(answer.value)
