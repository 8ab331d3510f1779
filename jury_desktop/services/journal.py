"""The journal for people."""

from __future__ import annotations

from collections.abc import Collection, Iterable
from dataclasses import dataclass, replace

from jury_desktop.domain.call import Round
from jury_desktop.domain.journal import Event
from jury_desktop.domain.rights import Right
from jury_desktop.domain.selection import Selection
from jury_desktop.services.admission import needs
from jury_desktop.services.ports import Dossier, UnitOfWork
from jury_desktop.services.practice import practice_opened
from jury_desktop.services.practice_view import KIND
from jury_desktop.services.record import SEPARATOR
from jury_desktop.services.rounds import selection_of

PRACTICE_SHEET = f"{KIND}sheet"
"""The kind of what was scored in practice; it stands among the open subjects once the practice is open."""
_SCORED = frozenset({"sheet", PRACTICE_SHEET})


@dataclass(frozen=True, slots=True)
class JournalLine:
    """An event as people may see it; ``sealed`` when what was scored, and why, stays hidden for now."""

    event: Event
    sealed: bool = False


@needs(Right.SEE_JOURNAL)
def journal(dossier: Dossier) -> tuple[JournalLine, ...]:
    """Every event, newest first; what was scored stays hidden until the call's rule opens it."""
    with dossier.read() as uow:
        practised = practice_opened(uow)
        return newest_first(uow.journal.all(), selection_of(uow), practised=practised)


def newest_first(
    events: Iterable[Event], selection: Selection, *, practised: bool = False
) -> tuple[JournalLine, ...]:
    """The events as people may see them now.

    :param practised: what was scored in practice may be seen.
    """
    open_ = _open_subjects(selection) | ({PRACTICE_SHEET} if practised else set())
    return tuple(_line(event, open_) for event in reversed(tuple(events)))


def concerns(event: Event, reference: str) -> bool:
    """Whether an event is about a candidacy: itself, a score sheet, a conflict, or who was at its pitch."""
    if event.subject_kind == "candidacy":
        return event.subject == reference
    if event.subject_kind == "sheet":
        return _scored(event).partition(SEPARATOR)[0] == reference
    return event.subject_kind in {"conflict", "session"} and event.subject.endswith(f"{SEPARATOR}{reference}")


def events_on(uow: UnitOfWork, reference: str, sources: Collection[str]) -> tuple[Event, ...]:
    """The events on a candidacy, oldest first: itself, score sheets on it, conflicts with it, who was at its
    pitch, and the places of its messages (by their sources). The rest of the journal is not read."""
    sheets = [f"{SEPARATOR}{reference}{SEPARATOR}{round_.value}" for round_ in Round]
    found = (
        *uow.journal.about("candidacy", [reference]),
        *uow.journal.about("sheet", endings=sheets),
        *uow.journal.about("conflict", endings=[f"{SEPARATOR}{reference}"]),
        *uow.journal.about("session", endings=[f"{SEPARATOR}{reference}"]),
        *uow.journal.about("mail", sources),
    )
    return tuple(sorted(found, key=lambda event: event.sequence))


def _scored(event: Event) -> str:
    """Reference and round of a sheet event; read from the end, for a name may hold anything."""
    return SEPARATOR.join(event.subject.split(SEPARATOR)[-2:])


def _open_subjects(selection: Selection) -> frozenset[str]:
    return frozenset(
        SEPARATOR.join((candidacy.reference, round_.value))
        for round_ in Round
        for candidacy in selection.candidacies
        if selection.is_open(candidacy.id, round_)
    )


def _opening(event: Event) -> str:
    """What has to be open before the values of an event on a sheet may be seen."""
    return PRACTICE_SHEET if event.subject_kind == PRACTICE_SHEET else _scored(event)


def _line(event: Event, open_: frozenset[str]) -> JournalLine:
    if event.subject_kind not in _SCORED or _opening(event) in open_:
        return JournalLine(event)
    return JournalLine(replace(event, old="", new="", reason=""), sealed=True)
