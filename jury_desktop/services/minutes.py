"""The minutes of the deliberation: what the dossier holds of a stage as a document to sign.

Made of the dossier alone, as it stands after the last event of its journal: the same dossier gives the same
bytes, and the hash of that event is printed in it.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime

from jury_desktop.domain.anchor import anchor_of
from jury_desktop.domain.decision import Stage
from jury_desktop.domain.errors import refuse
from jury_desktop.domain.journal import Event
from jury_desktop.domain.juror_names import JurorNames, lettered, named
from jury_desktop.domain.meeting import Meeting
from jury_desktop.domain.messages import Value, say
from jury_desktop.domain.rights import Right
from jury_desktop.domain.score_row import ScoreRow
from jury_desktop.domain.selection import Selection
from jury_desktop.domain.standing import Ranking
from jury_desktop.letters.record_paper import Facts, Grid, Part, Record, Signatures, Title, Words
from jury_desktop.services.admission import needs
from jury_desktop.services.decide import deliberation_of
from jury_desktop.services.known import known
from jury_desktop.services.meeting import meeting_of
from jury_desktop.services.minutes_subject import Told, decision_word, rank_word, subject_parts
from jury_desktop.services.ports import Dossier
from jury_desktop.services.ranking import ranking_in
from jury_desktop.services.score_rows import score_rows
from jury_desktop.wording import moment, render, score

PUBLIC = "public"
"""Salt of the letters in documents that go out: another than that of the meeting itself."""


@dataclass(frozen=True, slots=True)
class Minutes:
    """What the minutes are made from; making them needs no dossier."""

    selection: Selection
    ranking: Ranking
    meeting: Meeting | None
    rows: dict[str, tuple[ScoreRow, ...]]
    last: Event
    names: JurorNames
    language: str

    @property
    def is_draft(self) -> bool:
        """Whether something has still to be decided."""
        return any(True for _ in _open_ends(self))

    def words(self, key: str, **values: Value) -> str:
        """A sentence of the minutes."""
        return render(say(f"minutes.{key}", **values), self.language)


@needs(Right.SEE_DELIBERATION)
def ask_minutes(dossier: Dossier, stage: Stage, language: str = "nl", *, with_names: bool = True) -> Minutes:
    """Reads what the minutes of a stage say.

    :param with_names: whether jurors are named; else each goes by a letter.
    :raises JuryError: the stage has no candidacies.
    """
    now = known(dossier)
    ranking = ranking_in(now, stage)
    if not ranking.rows:
        raise refuse("minutes.nothing")
    with dossier.read() as uow:
        meeting, last = meeting_of(uow, stage), uow.journal.newest()
        rows = {c.id: score_rows(uow, now.selection, c.id, stage) for c in now.selection.in_stage(stage)}
    assert last is not None
    jurors = now.selection.jurors
    form = render(say("minutes.juror", letter="{letter}"), language)
    names = named(jurors) if with_names else lettered(jurors, f"{PUBLIC}{stage}", form)
    return Minutes(now.selection, ranking, meeting, rows, last, names, language)


def minutes_pdf(asked: Minutes) -> bytes:
    """The minutes as PDF/A-2a and PDF/UA-1; the same bytes for the same dossier."""
    from jury_desktop.letters.record import record_pdf

    return record_pdf(minutes_record(asked))


def minutes_record(asked: Minutes) -> Record:
    """What the minutes say, part by part."""
    call = asked.selection.call
    open_ends = tuple(_open_ends(asked))
    title = asked.words("draft_title" if open_ends else "title")
    stage = asked.words(f"stage_{asked.ranking.stage.value}")
    about = (call.title, asked.words("about", stage=stage, body=call.deciding_body))
    parts: list[Part] = []
    if open_ends:
        parts += [Title(asked.words("still_open")), *(Words(line) for line in open_ends)]
    parts += [Title(asked.words("meeting")), *_meeting(asked), *_ranking(asked)]
    for row in asked.ranking.rows:
        found = deliberation_of(asked.selection, row.candidacy.id, asked.ranking.stage)
        names = asked.names.about(row.candidacy.id)
        told = Told(asked.selection, row, found, asked.rows[row.candidacy.id], asked.meeting, names)
        parts += subject_parts(told, asked.language)
    parts += [*_signing(asked), *_anchor(asked)]
    foot = f"{title} · {call.short_title} · {stage}"
    return Record(
        title,
        about,
        tuple(parts),
        foot,
        call.contact.name,
        asked.language,
        asked.last.at,
        str(anchor_of(asked.last)),
    )


def _open_ends(asked: Minutes) -> Iterator[str]:
    """Why these are no final minutes yet."""
    ranking, selection = asked.ranking, asked.selection
    undecided = [row.candidacy.reference for row in ranking.rows if row.decision is None]
    if ranking.sealed:
        yield asked.words("open_sealed", count=ranking.sealed)
    if undecided:
        yield asked.words("open_undecided", list=tuple(undecided))
    talks = {row.candidacy.id: selection.talk(row.candidacy.id, ranking.stage) for row in ranking.rows}
    again = [row.candidacy.reference for row in ranking.rows if (t := talks[row.candidacy.id]) and t.waiting]
    if again:
        yield asked.words("open_again", list=tuple(again))
    waiting = [r.candidacy.reference for r in ranking.rows if r.decision and not r.decision.confirmed]
    if selection.call.deliberation.four_eyes and waiting:
        yield asked.words("open_unconfirmed", list=tuple(waiting))
    yield from _unrecorded(asked)


def _unrecorded(asked: Minutes) -> Iterator[str]:
    """What of the meeting itself has still to be noted."""
    meeting = asked.meeting
    if meeting is None:
        yield asked.words("open_meeting")
        return
    if not meeting.present:
        yield asked.words("open_present")
    if not (meeting.chair and meeting.secretary):
        yield asked.words("open_signing")


# the meeting


def _meeting(asked: Minutes) -> Iterator[Part]:
    meeting, names = asked.meeting, asked.names
    jury = [juror for juror in asked.selection.jurors if not juror.observer]
    if meeting is None:
        yield Words(asked.words("no_meeting"))
        yield Facts(((asked.words("jury"), _people(asked, [juror.id for juror in jury if juror.active])),))
        return
    present = [juror for juror in jury if juror.id in meeting.present]
    absent = [juror for juror in jury if juror.active and juror.id not in meeting.present]
    watching = [j for j in asked.selection.jurors if j.observer and j.id in meeting.present]
    guests = (*(names.of(juror.id) for juror in watching), *map(names.hide, meeting.guests))
    yield Facts(
        (
            (asked.words("when"), _when(meeting, asked.language)),
            (asked.words("place"), meeting.place),
            (asked.words("chair"), names.hide(meeting.chair)),
            (asked.words("secretary"), names.hide(meeting.secretary)),
            (asked.words("present"), _people(asked, [juror.id for juror in present])),
            (asked.words("guests"), ", ".join(guests)),
            (asked.words("absent"), _people(asked, [juror.id for juror in absent])),
        )
    )


def _people(asked: Minutes, jurors: list[str]) -> str:
    """Each on a line: by name with the organisation, or by letter alone."""
    if asked.names.hidden:
        return ", ".join(sorted(asked.names.of(juror) for juror in jurors))
    known = (asked.selection.juror(juror) for juror in jurors)
    return "\n".join(", ".join(filter(None, (each.name, each.role, each.organisation))) for each in known)


def _when(meeting: Meeting, language: str) -> str:
    begins = _whole_minute(meeting.started_at)
    if meeting.ended_at is None:
        return moment(begins, language)
    start, end = moment(begins, language), moment(_whole_minute(meeting.ended_at), language)
    day, _, clock = end.rpartition(" ")
    return f"{start} – {clock if start.startswith(day) else end}"


def _whole_minute(at: datetime) -> datetime:
    return at.replace(second=0, microsecond=0)


# the ranking


def _ranking(asked: Minutes) -> Iterator[Part]:
    yield Title(asked.words("ranking"))
    yield Words(asked.words("ranking_told"))
    yield Grid(
        tuple(asked.words(f"column_{name}") for name in ("place", "candidate", "decision", "score", "range")),
        tuple(
            (
                rank_word(row),
                f"{row.candidacy.reference} {row.candidacy.organisation}",
                decision_word(row.decision, asked.language),
                "–" if row.score is None else score(row.score, asked.language),
                _range(row.uncertainty.rank if row.uncertainty else None),
            )
            for row in asked.ranking.rows
        ),
        (0.09, 0.41, 0.24, 0.1, 0.16),
        frozenset({3, 4}),
    )
    yield Words(asked.words("advice_told"), small=True)


def _range(rank: tuple[int, int] | None) -> str:
    if rank is None:
        return "–"
    return str(rank[0]) if rank[0] == rank[1] else f"{rank[0]}–{rank[1]}"


# the end


def _signing(asked: Minutes) -> Iterator[Part]:
    meeting = asked.meeting
    chair, secretary = (meeting.chair, meeting.secretary) if meeting else ("", "")
    people = (
        (asked.words("chair"), asked.names.hide(chair)),
        (asked.words("secretary"), asked.names.hide(secretary)),
    )
    yield Title(asked.words("signing"))
    yield Signatures(people, asked.words("sign_date"), asked.words("sign_here"))


def _anchor(asked: Minutes) -> Iterator[Part]:
    last = asked.last
    yield Title(asked.words("anchor"))
    yield Words(asked.words("anchor_told", count=last.sequence, moment=last.at), small=True)
    yield Words(anchor_of(last).in_full, small=True)
