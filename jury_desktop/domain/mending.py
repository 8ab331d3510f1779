"""What the regisseur mended in a candidacy, as its events tell; it is kept nowhere else."""

from __future__ import annotations

import json
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from jury_desktop.domain.candidacy import PARTICULARS
from jury_desktop.domain.journal import Event

CHANGED = "candidacy.changed"
"""The action by which the regisseur changes particulars."""


@dataclass(frozen=True, slots=True)
class Mend:
    """A particular that is now as the regisseur made it.

    :param name: one of :data:`~jury_desktop.domain.candidacy.PARTICULARS`.
    :param by: who did it last, and ``at`` when (aware).
    :param was: what the program had made of it, as the journal keeps it.
    """

    name: str
    by: str
    at: datetime
    was: object


def mends(events: Iterable[Event]) -> dict[str, Mend]:
    """The mended particulars by name, from the events on one candidacy, oldest first.

    One that is set back to what it was is mended no longer, nor is one that a message filled in afterwards.
    """
    found: dict[str, Mend] = {}
    now: dict[str, object] = {}
    for event in events:
        before, after = _values(event.old), _values(event.new)
        for name in PARTICULARS:
            if name in after and after[name] != now.get(name):  # a candidacy put back whole changes nothing
                _take(found, event, name, before.get(name), after[name])
                now[name] = after[name]
    return found


def _take(found: dict[str, Mend], event: Event, name: str, before: object, after: object) -> None:
    earlier = found.pop(name, None)
    was = earlier.was if earlier else before
    if event.action == CHANGED and after != was:
        found[name] = Mend(name, event.on_behalf_of or event.actor, event.at, was)


def _values(text: str) -> dict[str, Any]:
    try:
        values = json.loads(text) if text else {}
    except ValueError:
        return {}
    return values if isinstance(values, dict) else {}
