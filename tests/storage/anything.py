"""Any value of a domain type, by its type hints: what hypothesis needs to try what nobody thought of."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import is_dataclass
from datetime import UTC, date, datetime, timedelta, timezone
from types import NoneType, UnionType
from typing import Any, TypeVar, Union, get_args, get_origin, get_type_hints

from hypothesis import strategies as st

from jury_desktop.domain.messages import Message

T = TypeVar("T")

TEXTS = st.text(st.characters() | st.sampled_from("\x00\ud800\udc00\ue000"), max_size=12)
"""Often with NUL, lone surrogates, and the character with which storage escapes them."""
OFFSETS = st.integers(-840, 840).map(lambda minutes: timezone(timedelta(minutes=minutes)))
MOMENTS = st.datetimes(datetime(1970, 1, 2), datetime(2100, 1, 1), timezones=st.just(UTC) | OFFSETS)  # noqa: DTZ001
FLOATS = st.floats(allow_nan=False, allow_infinity=False)
VALUES = TEXTS | st.integers() | FLOATS | st.dates() | MOMENTS | st.lists(TEXTS, max_size=2).map(tuple)

PLAIN: dict[Any, st.SearchStrategy[Any]] = {
    str: TEXTS,
    int: st.integers(-(2**31), 2**31 - 1),
    float: FLOATS,
    bool: st.booleans(),
    bytes: st.binary(max_size=64),
    datetime: MOMENTS,
    date: st.dates(),
    NoneType: st.none(),
    Message: st.builds(Message, TEXTS, st.dictionaries(TEXTS, VALUES, max_size=3)),
}


def any_(kind: type[T], /, **fixed: st.SearchStrategy[Any]) -> st.SearchStrategy[T]:
    """Any dataclass of this type, but for the fields whose values are ``fixed``."""
    hints = get_type_hints(kind)
    return st.builds(
        kind, **{name: fixed[name] if name in fixed else _of(hint) for name, hint in hints.items()}
    )


def some(kind: st.SearchStrategy[T], by: Any = None) -> st.SearchStrategy[tuple[T, ...]]:
    """A few of a kind, no two the same ``by`` a key."""
    return st.lists(kind, max_size=3, unique_by=by).map(tuple)


def _of(hint: Any) -> st.SearchStrategy[Any]:
    if hint in PLAIN:
        return PLAIN[hint]
    if get_origin(hint) in (UnionType, Union):
        return st.one_of(*map(_of, get_args(hint)))
    if get_origin(hint) is tuple:
        return _tuples(get_args(hint))
    if get_origin(hint) is Mapping:
        key, value = get_args(hint)
        return st.dictionaries(_of(key), _of(value), max_size=3)
    return any_(hint) if is_dataclass(hint) else st.sampled_from(hint)


def _tuples(inner: tuple[Any, ...]) -> st.SearchStrategy[Any]:
    return some(_of(inner[0])) if inner[-1] is Ellipsis else st.tuples(*map(_of, inner))
