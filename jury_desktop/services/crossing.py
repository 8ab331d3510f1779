"""Two people change one thing at once: what they changed apart is joined, and who would overwrite is told."""

from __future__ import annotations

from dataclasses import fields, replace
from typing import TYPE_CHECKING, TypeVar

from jury_desktop.domain.errors import RuleError
from jury_desktop.domain.messages import Message

if TYPE_CHECKING:
    from _typeshed import DataclassInstance

T = TypeVar("T", bound="DataclassInstance")


def joined(seen: T, now: T, wanted: T, message: Message) -> T:
    """What somebody wants who had something before them, joined with what others made of it meanwhile: each
    field as whoever changed it has it.

    :param seen: as it was when they began; ``now`` as it is.
    :raises RuleError: with ``message``: a field was changed otherwise on both sides.
    """
    taken = {}
    for field in fields(now):
        before, there, here = (getattr(each, field.name) for each in (seen, now, wanted))
        if here not in (before, there) and there != before:
            raise RuleError(message)
        taken[field.name] = there if here == before else here
    return replace(now, **taken)
