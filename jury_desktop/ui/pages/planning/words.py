"""What the goals of a plan and what was proven about it are called."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence

from jury_desktop.domain.call import BRUSSELS, SessionWindow
from jury_desktop.domain.pitch import Level, LevelResult, PitchPlan, PlanStatus
from jury_desktop.ui.text import area
from jury_desktop.ui.theme import Tone
from jury_desktop.wording import day

tr = area("planning")


def level_name(level: Level) -> str:
    """A goal of the plan in words."""
    return {
        Level.LEFT_OUT: tr("Pitches left out"),
        Level.TOLD_LEFT_OUT: tr("Communicated pitches left out"),
        Level.MOVED: tr("Moved since communicated"),
        Level.MOVED_MINUTES: tr("Minutes moved"),
        Level.PREFERENCE_MISSED: tr("Wished day missed"),
        Level.NO_EXPERT: tr("Pitches without an expert"),
        Level.NO_COMMON_JURORS: tr("Sessions without a common juror"),
        Level.CHALLENGE_CHANGES: tr("Changes of challenge"),
        Level.JUROR_BURDEN: tr("Burden of the jury (minutes)"),
        Level.IDLE_ROOM: tr("Idle minutes"),
    }[level]


def proof(plan: PitchPlan) -> tuple[str, Tone]:
    """What the planner proved, with its tone."""
    if plan.status is PlanStatus.OPTIMAL:
        return tr("proven optimal"), Tone.GOOD
    return {
        PlanStatus.FEASIBLE: tr("good, not proven"),
        PlanStatus.INFEASIBLE: tr("impossible"),
        PlanStatus.UNKNOWN: tr("stopped"),
        PlanStatus.OPTIMAL: "",
    }[plan.status], Tone.WARN


def value(level: LevelResult) -> str:
    """How a goal came out; with the best that was proven where it may be better."""
    least = max(0, level.bound)
    return f"{level.value} (≥ {least})" if least < level.value else str(level.value)


def window_names(windows: Sequence[SessionWindow], language: str, *, timed: bool = True) -> Mapping[str, str]:
    """By id what each session is called, no longer than tells them apart: "wo 14/06 13:00", and where others
    begin then too "wo 14/06 13:00 · Zaal B".

    :param timed: False leaves the hour out where a session is alone on its day: "wo 14/06".
    """
    spelled = {window.id: _spellings(window, language)[0 if not timed else 1 :] for window in windows}
    times = [Counter(texts) for texts in zip(*spelled.values(), strict=True)]
    return {
        key: next((text for text, of in zip(texts, times, strict=True) if of[text] == 1), texts[-1])
        for key, texts in spelled.items()
    }


def _spellings(window: SessionWindow, language: str) -> tuple[str, ...]:
    """What a session can be called, ever longer."""
    start = window.start.astimezone(BRUSSELS)
    date = day(start.date(), language, "EEE d/MM")
    where = " / ".join(filter(None, window.room_names)) or window.place
    timed = f"{date} {start:%H:%M}"
    return date, timed, f"{timed} · {where}" if where else f"{timed}–{window.end.astimezone(BRUSSELS):%H:%M}"
