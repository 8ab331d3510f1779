"""Who still has to say whether they can sit in a session that lies at another time than was asked about."""

from __future__ import annotations

from dataclasses import replace

from jury_desktop.domain.availability import within
from jury_desktop.domain.errors import refuse
from jury_desktop.domain.juror import Juror
from jury_desktop.domain.pitch import Interval
from jury_desktop.domain.rights import Right
from jury_desktop.services.admission import needs
from jury_desktop.services.ports import Dossier, UnitOfWork
from jury_desktop.services.session_windows import WindowsChange, window_title


def note_answers(uow: UnitOfWork, old: Juror | None, new: Juror) -> None:
    """A juror whose availability in a session is other than it was has answered about it.

    To be called before the event about the juror.
    """
    for kept in uow.windows.find():
        span = Interval(kept.window.start, kept.window.end)
        before = within(old.available, span) if old is not None else ()
        if new.id in kept.unanswered and within(new.available, span) != before:
            left = tuple(key for key in kept.unanswered if key != new.id)
            uow.windows.save(replace(kept, unanswered=left))


@needs(Right.KEEP_JURY)
def mark_answered(dossier: Dossier, window: str) -> WindowsChange:
    """Everybody has answered about a session (its id): what is kept of each is what they said."""
    with dossier.change() as uow:
        before = uow.windows.find()
        kept = next((each for each in before if each.id == window), None)
        if kept is None:
            raise refuse("windows.gone")
        new = replace(kept, unanswered=())
        after = tuple(new if each.id == window else each for each in before)
        if kept.unanswered:
            uow.windows.save(new)
            uow.journal.append("window.answered", "session", window_title(kept.window))
        return WindowsChange(before, after)
