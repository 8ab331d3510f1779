"""``session``: how far the pitch sessions are, and what it would do if one runs late. Changes nothing."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime
from typing import Any

from jury_desktop.cli.opening import opened
from jury_desktop.cli.printing import Line, Options, show
from jury_desktop.domain.call import BRUSSELS
from jury_desktop.domain.errors import refuse
from jury_desktop.domain.messages import Message, Phrase, say
from jury_desktop.domain.running_late import Late
from jury_desktop.services.session import Session, SessionPitch, sessions
from jury_desktop.services.session_late import LateView, late_view
from jury_desktop.wording import render


def session(options: Options) -> int:
    """Tells how far every session is, or one; or what it would do when that runs late."""
    with opened(options) as dossier:
        found = sessions(dossier)
        if not found.sessions:
            raise refuse("planning.no_plan")
        here = found.at(dossier.now())
        chosen = [found.session(options.only)] if options.only else list(found.sessions)
        key = options.only or (here.key if here else "")
        late = late_view(dossier, key, Late(options.late)) if options.late is not None else None
    view: dict[str, Any] = {
        "now": here.key if here else None,
        "sessions": [_session(each) for each in chosen],
    }
    lines: list[Line] = [line for each in chosen for line in _lines(each)]
    if late is not None:
        view["late"] = _late(late, options.lang)
        lines = _late_lines(late)
    show(options, view, *lines)
    return 0


def _session(each: Session) -> dict[str, Any]:
    return {
        "session": each.key,
        "start": each.window.start.isoformat(),
        "end": each.window.end.isoformat(),
        "room": each.room,
        "pitches": [_pitch(pitch) for pitch in each.pitches],
    }


def _pitch(pitch: SessionPitch) -> dict[str, Any]:
    return {
        "reference": pitch.candidacy.reference,
        "organisation": pitch.candidacy.organisation,
        "state": pitch.state.value,
        "planned": _moment(pitch.place.start),
        "expected": _moment(pitch.expected.start),
        "expected_end": _moment(pitch.expected.end),
        "told": _moment(pitch.told),
        "moved_to": _moment(pitch.moved_to.start if pitch.moved_to else None),
        "submitted": pitch.submitted,
        "scoring": pitch.scoring,
    }


def _late(view: LateView, language: str) -> dict[str, Any]:
    return {
        "session": view.session,
        "minutes": view.late.minutes,
        "pitches": [
            {
                "reference": pitch.candidacy.reference,
                "planned": _moment(pitch.planned.start),
                "expected": _moment(pitch.before.start),
                "becomes": _moment(pitch.after.start),
                "becomes_end": _moment(pitch.after.end),
                "told": _moment(pitch.told),
                "hits": [render(message, language) for message in pitch.hits],
            }
            for pitch in view.pitches
        ],
    }


def _lines(each: Session) -> list[Message]:
    """For a person: the session, and each pitch with its hour, state and who has submitted."""
    pitches = [
        say(
            "cli.session_pitch",
            hours=f"{_clock(pitch.expected.start)}–{_clock(pitch.expected.end)}",
            reference=pitch.candidacy.reference,
            organisation=pitch.candidacy.organisation,
            state=Phrase(f"cli.session_{pitch.state.value}"),
            submitted=pitch.submitted,
            scoring=pitch.scoring,
        )
        for pitch in each.pitches
    ]
    return [say("cli.session", name=each.key, start=each.window.start, end=_clock(each.window.end)), *pitches]


def _late_lines(view: LateView) -> list[Line]:
    """For a person: every hour that changes, and below it whom that hits."""
    lines: list[Line] = [say("cli.session_late", name=view.session, minutes=view.late.minutes)]
    for pitch in view.moves:
        old, new = _clock(pitch.before.start), _clock(pitch.after.start)
        lines.append(f"{pitch.candidacy.reference}  {old} → {new}–{_clock(pitch.after.end)}")
        lines += pitch.hits
    return lines


def _moment(moment: datetime | None) -> str | None:
    return moment.astimezone(BRUSSELS).isoformat() if moment else None


def _clock(moment: datetime) -> str:
    return f"{moment.astimezone(BRUSSELS):%H:%M}"


COMMANDS: dict[str, Callable[[Options], int]] = {"session": session}
