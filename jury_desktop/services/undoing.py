"""Taking a step back never overwrites what somebody changed since."""

from __future__ import annotations

from collections.abc import Iterable
from typing import TypeVar

from jury_desktop.domain.errors import RuleError
from jury_desktop.domain.messages import Message

T = TypeVar("T")


def refuse_changed_since(now: T, made: T | None, fields: Iterable[str], message: Message) -> None:
    """Refuses with ``message`` when one of the fields is no longer as a step ``made`` it.

    :param made: what the step that is taken back gave; None for a step of its own, which is never refused.
    """
    if made is not None and any(getattr(now, field) != getattr(made, field) for field in fields):
        raise RuleError(message)
