"""Ids for what is new in a dossier; a step that is done again gives what it makes the ids it had.

Whoever undoes two steps and does both again finds the second one about the thing that the first one made:
without this that thing would have another id by then.
"""

from __future__ import annotations

import uuid
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from contextvars import ContextVar

Ids = dict[tuple[str, ...], str]
"""The ids that a step gave, by what each is of."""
_GIVEN: ContextVar[Ids | None] = ContextVar("ids of the step that is being done", default=None)


def new_id(*about: str) -> str:
    """A fresh id.

    :param about: kind and what else tells the new thing from others that the same step may make.
    """
    return once(lambda: uuid.uuid4().hex, *about)


def once(make: Callable[[], str], *about: str) -> str:
    """What chance has a part in, such as a code that is drawn: the same when the step is done again.

    :param about: as for :func:`new_id`.
    """
    given = _GIVEN.get()
    if given is None:
        return make()
    if about not in given:
        given[about] = make()
    return given[about]


@contextmanager
def same_ids(ids: Ids) -> Iterator[None]:
    """Within it a thing gets the id it has in ``ids``, and what is not in it yet is added."""
    before = _GIVEN.set(ids)
    try:
        yield
    finally:
        _GIVEN.reset(before)
