"""What the minutes say of a pitch: when it was heard, who was not there and why, and what was noted."""

from __future__ import annotations

from collections.abc import Callable, Iterator

from jury_desktop.domain.call import BRUSSELS
from jury_desktop.domain.juror_names import JurorNames
from jury_desktop.domain.messages import Value, say
from jury_desktop.domain.session import Attendance, CandidatePresence, JurorPresence, PitchRun
from jury_desktop.letters.record_paper import Facts, Part, Title, Words
from jury_desktop.wording import moment, render

Say = Callable[..., str]


def pitch_parts(run: PitchRun | None, names: JurorNames, language: str) -> Iterator[Part]:
    """The pitch of a candidacy as its session kept it; nothing where nothing was kept."""

    def words(key: str, **values: Value) -> str:
        return render(say(f"minutes.{key}", **values), language)

    facts = tuple(_facts(run, names, words, language)) if run else ()
    if run is None or not (facts or run.notes.strip()):
        return
    yield Title(words("pitch"), 3)
    if facts:
        yield Facts(facts)
    if run.notes.strip():
        yield Words(names.hide(run.notes.strip()))


def _facts(run: PitchRun, names: JurorNames, words: Say, language: str) -> Iterator[tuple[str, str]]:
    if run.started_at is not None:
        yield words("pitch_heard"), _when(run, language)
    if run.candidate is not None and run.candidate.attendance is not Attendance.PRESENT:
        yield words("pitch_candidate"), _candidate(run.candidate, names, words)
    away = [noted for noted in run.jurors if not noted.scores]
    if away:
        yield words("pitch_away"), "\n".join(sorted(_juror(noted, names, words) for noted in away))
    late = [noted for noted in run.jurors if noted.scores and noted.attendance is Attendance.LATE]
    if late:
        yield words("pitch_late"), "\n".join(sorted(_juror(noted, names, words) for noted in late))


def _when(run: PitchRun, language: str) -> str:
    assert run.started_at is not None
    begun = moment(run.started_at.replace(second=0, microsecond=0), language)
    return begun if run.ended_at is None else f"{begun}–{run.ended_at.astimezone(BRUSSELS):%H:%M}"


def _candidate(noted: CandidatePresence, names: JurorNames, words: Say) -> str:
    late = words("pitch_minutes_late", count=noted.late) if noted.late else ""
    follows = words(f"pitch_{noted.consequence.value if noted.consequence else 'undecided'}")
    return "; ".join(filter(None, (late, follows, names.hide(noted.reason))))


def _juror(noted: JurorPresence, names: JurorNames, words: Say) -> str:
    missed = ""
    if noted.attendance is Attendance.LATE:
        missed = words("pitch_missed", count=noted.missed)
    why = "; ".join(filter(None, (missed, names.hide(noted.reason))))
    return f"{names.of(noted.juror)} ({why})" if why else names.of(noted.juror)
