"""Jurors: who they are, what they know, when they can sit."""

from __future__ import annotations

from dataclasses import dataclass

from jury_desktop.domain.pitch import Interval


@dataclass(frozen=True, slots=True)
class Juror:
    """A member of the jury.

    :param role: the function in the organisation, for people to recognise.
    :param expertise: challenge numbers the juror knows from practice.
    :param available: the stretches within the session windows in which the juror can sit.
    :param active: False once somebody has left the jury; submitted sheets stay.
    :param observer: sees and attends, and declares conflicts like the others, but never scores: expected
        nowhere, on no panel, in no progress.
    """

    id: str
    name: str
    organisation: str
    email: str
    role: str = ""
    expertise: tuple[int, ...] = ()
    available: tuple[Interval, ...] = ()
    max_minutes_per_day: int | None = None
    active: bool = True
    observer: bool = False

    @property
    def scores(self) -> bool:
        """Whether the juror has to score: sits in the jury now, and not as an observer."""
        return self.active and not self.observer
