"""What the projector shows of the deliberation: for everybody in the room, so without names of jurors.

Nothing sealed comes on it. A candidacy with which somebody in the room has a conflict comes without score or
place in the ranking, and by itself only after the slide that says who leaves; places are then left out
altogether, since a gap in them would tell.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass

from jury_desktop.domain.call import Round
from jury_desktop.domain.decision import DecisionKind, Stage
from jury_desktop.domain.discussion import Barred, Turn, turns
from jury_desktop.domain.juror_names import JurorNames, lettered
from jury_desktop.domain.meeting import Meeting
from jury_desktop.domain.messages import say
from jury_desktop.domain.rights import Right
from jury_desktop.domain.score_row import ScoreRow
from jury_desktop.domain.selection import Selection
from jury_desktop.domain.sheet import label
from jury_desktop.domain.standing import Ranking, RankingRow
from jury_desktop.services.admission import needs
from jury_desktop.services.decide import deliberation_of
from jury_desktop.services.discussion import discussion_order
from jury_desktop.services.known import known
from jury_desktop.services.meeting import meeting_of
from jury_desktop.services.ports import Dossier
from jury_desktop.services.ranking import ranking_in
from jury_desktop.services.score_rows import score_rows
from jury_desktop.services.talk import second_looks
from jury_desktop.wording import render


@dataclass(frozen=True, slots=True)
class Line:
    """A candidacy in the ranking; ``withheld`` for a conflict of somebody in the room."""

    reference: str
    organisation: str
    challenges: tuple[int, ...]
    place: str
    score: float | None
    decision: DecisionKind | None
    withheld: bool


@dataclass(frozen=True, slots=True)
class RankingSlide:
    """The ranking."""

    lines: tuple[Line, ...]
    highest: int


@dataclass(frozen=True, slots=True)
class DoorSlide:
    """Before a candidacy with which a juror has a conflict, or after it: how many leave the room, come back,
    and stay outside."""

    candidacy: str
    reference: str
    organisation: str
    leave: int
    back: int
    stay: int = 0


Given = tuple[str, Round, str, str]


@dataclass(frozen=True, slots=True)
class Bar:
    """An item: its mean, and what was given: by whom (the letters of this candidacy), in which round, what,
    and the comment.

    :param agreed: the sentence on which the jury agreed.
    """

    title: str
    mean: float | None
    given: tuple[Given, ...]
    agreed: str


@dataclass(frozen=True, slots=True)
class CardSlide:
    """One candidacy. ``again`` when it comes back for a second look."""

    candidacy: str
    reference: str
    organisation: str
    challenges: tuple[int, ...]
    place: str
    score: float | None
    interval: tuple[float, float] | None
    decision: DecisionKind | None
    bars: tuple[Bar, ...]
    lowest: int
    highest: int
    sealed: bool
    again: bool


Slide = RankingSlide | DoorSlide | CardSlide


@dataclass(frozen=True, slots=True)
class Show:
    """What is on show, in order, and of which call."""

    title: str
    slides: tuple[Slide, ...]


@dataclass(frozen=True, slots=True)
class Asked:
    """What the show is made from; making it needs no dossier."""

    selection: Selection
    ranking: Ranking
    meeting: Meeting | None
    rows: Mapping[str, tuple[ScoreRow, ...]]
    names: JurorNames


@needs(Right.SEE_DELIBERATION)
def ask_show(dossier: Dossier, stage: Stage, language: str = "nl") -> Asked:
    """Reads what the projector may show of a stage."""
    now = known(dossier)
    selection = now.selection
    with dossier.read() as uow:
        meeting = meeting_of(uow, stage)
        rows = {each.id: score_rows(uow, selection, each.id, stage) for each in selection.in_stage(stage)}
    form = render(say("minutes.juror", letter="{letter}"), language)
    salt = meeting.id if meeting is not None else f"meeting.{stage.value}"
    names = lettered(selection.jurors, salt, form)
    return Asked(selection, ranking_in(now, stage), meeting, rows, names)


def make_show(asked: Asked, *, cancelled: Callable[[], bool] | None = None) -> Show:
    """The ranking, then the candidacies in the order in which the fewest people leave the room, those to be
    looked at again once more at the end, and the ranking again."""
    selection, ranking = asked.selection, asked.ranking
    order = [row.candidacy.id for row in ranking.rows]
    barred = _barred(asked, order)
    found = [turn.candidacy for turn in discussion_order(order, barred, cancelled=cancelled).turns]
    again = [key for key in second_looks(selection, ranking.stage) if key in order]
    whole = turns([*found, *again], barred)
    overview = _overview(asked, barred)
    slides: list[Slide] = [overview]
    for at, turn in enumerate(whole):
        if turn.outside or turn.return_:
            slides.append(_door(selection, turn))
        slides.append(_card(asked, turn.candidacy, again=at >= len(found)))
    if whole and whole[-1].outside:
        slides.append(DoorSlide("", "", "", 0, len(whole[-1].outside)))
    return Show(selection.call.short_title, (*slides, overview) if whole else (overview,))


def _barred(asked: Asked, order: Sequence[str]) -> Barred:
    """Of each candidacy who of those in the room may not be there."""
    present = asked.meeting.present if asked.meeting is not None else None
    here = {
        juror.id
        for juror in asked.selection.jurors
        if juror.active and (present is None or juror.id in present)
    }
    pairs = [(juror, candidacy) for juror, candidacy in asked.selection.barred if juror in here]
    return {key: frozenset(juror for juror, candidacy in pairs if candidacy == key) for key in order}


def _overview(asked: Asked, barred: Barred) -> RankingSlide:
    """Where somebody in the room has a conflict, no candidacy has a place: a gap would tell."""
    any_withheld = any(barred.values())
    shown = [row for row in asked.ranking.rows if not barred[row.candidacy.id]]
    withheld = [row for row in asked.ranking.rows if barred[row.candidacy.id]]
    withheld.sort(key=lambda row: row.candidacy.reference)
    lines = [_line(row, "" if any_withheld else _place(row), withheld=False) for row in shown]
    lines += [_line(row, "", withheld=True) for row in withheld]
    return RankingSlide(tuple(lines), asked.selection.call.rubric.highest)


def _line(row: RankingRow, place: str, *, withheld: bool) -> Line:
    candidacy = row.candidacy
    return Line(
        candidacy.reference,
        candidacy.organisation,
        candidacy.challenges,
        place,
        None if withheld else row.score,
        None if withheld or row.decision is None else row.decision.kind,
        withheld,
    )


def _place(row: RankingRow) -> str:
    return "" if row.rank is None else row.rank.text


def _door(selection: Selection, turn: Turn) -> DoorSlide:
    candidacy = selection.candidacy(turn.candidacy)
    counts = len(turn.leave), len(turn.return_), len(turn.outside) - len(turn.leave)
    return DoorSlide(candidacy.id, candidacy.reference, candidacy.organisation, *counts)


def _card(asked: Asked, key: str, *, again: bool) -> CardSlide:
    row = next(each for each in asked.ranking.rows if each.candidacy.id == key)
    found = deliberation_of(asked.selection, key, asked.ranking.stage)
    rubric, names = asked.selection.call.rubric, asked.names.about(key)
    agreed = {line.item: line.text for line in found.talk.agreed} if found.talk else {}
    bars = [
        Bar(
            label(scored.item),
            scored.mean,
            _given([each for each in asked.rows[key] if each.item.key == scored.item.key], names),
            names.hide(agreed.get(scored.item.key, "")),
        )
        for scored in found.scores
    ]
    return CardSlide(
        key,
        row.candidacy.reference,
        row.candidacy.organisation,
        row.candidacy.challenges,
        _place(row),
        row.score,
        row.uncertainty.score if row.uncertainty else None,
        row.decision.kind if row.decision else None,
        () if found.sealed else tuple(bars),
        rubric.lowest,
        rubric.highest,
        found.sealed,
        again,
    )


def _given(rows: Sequence[ScoreRow], names: JurorNames) -> tuple[Given, ...]:
    """Who (by letter), when, what, and why, in the order of the letters and of the rounds."""
    counting = [row for row in rows if row.counts]
    told = (
        (names.of(row.sheet.juror), row.sheet.round, _value(row), names.hide(row.answer.comment.strip()))
        for row in counting
    )
    rounds = list(Round)
    return tuple(sorted(told, key=lambda given: (given[0], rounds.index(given[1]))))


def _value(row: ScoreRow) -> str:
    return "–" if row.answer.value is None else str(row.answer.value)
