"""How a change gets into the journal: what it was and what it became, as JSON."""

from __future__ import annotations

import json
from dataclasses import fields, is_dataclass
from typing import Any

from jury_desktop.domain import journal
from jury_desktop.domain.candidacy import Candidacy
from jury_desktop.domain.messages import Message, say
from jury_desktop.services.ports import Store, UnitOfWork

SEPARATOR = journal.SEPARATOR
"""Between the parts of a subject, as the journal has it."""


def record_change(
    uow: UnitOfWork,
    action: str,
    subject: tuple[str, str],
    old: object,
    new: object,
    reason: str = "",
    on_behalf_of: str = "",
) -> None:
    """Journals a change of one object: only the fields that differ, whole objects when one side is new.

    :param subject: kind and key for people, for example ``("candidacy", "K-01")``.
    """
    before, after = differing(old, new)
    if subject[0] == "candidacy" and isinstance(after, dict) and after and not isinstance(new, Candidacy):
        after = {**after, **_which(new)}
    texts = {"old": as_json(before), "new": as_json(after)}
    uow.journal.append(action, *subject, **texts, reason=reason, on_behalf_of=on_behalf_of)


def unrecorded(store: Store) -> Message | None:
    """What to tell who takes something out of a dossier that can only be read; None where its journal gets to
    know. Reading is no less a right there, and nobody should think that it was noted."""
    return say("privacy.unrecorded") if store.read_only is not None else None


def _which(thing: object) -> dict[str, object]:
    """The id of what is journaled under the name of its candidacy: there may be several of it."""
    return {"id": thing.id} if is_dataclass(thing) and hasattr(thing, "id") else {}


def differing(old: object, new: object) -> tuple[object, object]:
    """The parts of two objects that differ; both whole when they are not dataclasses of one type."""
    if not is_dataclass(old) or type(old) is not type(new):
        return old, new
    names = [f.name for f in fields(old) if getattr(old, f.name) != getattr(new, f.name)]
    return {name: getattr(old, name) for name in names}, {name: getattr(new, name) for name in names}


def as_json(value: object) -> str:
    """Compact JSON of plain values and dataclasses; nothing gives the empty text."""
    return "" if value is None else json.dumps(value, default=_plain, ensure_ascii=False, sort_keys=True)


def _plain(value: Any) -> object:
    if is_dataclass(value) and not isinstance(value, type):
        return {f.name: getattr(value, f.name) for f in fields(value)}
    if isinstance(value, (frozenset, set)):
        return sorted(value)
    if hasattr(value, "isoformat"):
        return value.isoformat()
    return dict(value) if hasattr(value, "keys") else str(value)
