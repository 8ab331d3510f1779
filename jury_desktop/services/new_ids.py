"""Ids for what is new in a dossier; a step that is done again gives what it makes the ids it had.

Whoever undoes two steps and does both again finds the second one about the thing that the first one made:
without this that thing would have another id by then.
"""

from __future__ import annotations

import uuid
from collections.abc import Iterator
from contextlib import contextmanager
from contextvars import ContextVar

Ids = dict[tuple[str, ...], str]
"""The ids that a step gave, by what each is of."""
_GIVEN: ContextVar[Ids | None] = ContextVar("ids of the step that is being done", default=None)


def new_id(*about: str) -> str:
    """A fresh id.

    :param about: kind and what else tells the new thing from others that the same step may make.
    """
    given = _GIVEN.get()
    fresh = uuid.uuid4().hex
    return fresh if given is None else given.setdefault(about, fresh)


@contextmanager
def same_ids(ids: Ids) -> Iterator[None]:
    """Within it a thing gets the id it has in ``ids``, and what is not in it yet is added."""
    before = _GIVEN.set(ids)
    try:
        yield
    finally:
        _GIVEN.reset(before)
