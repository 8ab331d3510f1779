"""Whole values as JSON text: plans, packets, messages for people; what comes back equals what went in."""

from __future__ import annotations

import json
from collections.abc import Mapping
from datetime import date, datetime
from enum import Enum
from functools import cache
from typing import Any

from cattrs.errors import BaseValidationError, ForbiddenExtraKeysError
from cattrs.preconf.json import JsonConverter, make_converter

from jury_desktop.domain.messages import Message, Value

_write = json.JSONEncoder(ensure_ascii=False, separators=(",", ":")).encode


def dump(value: object, kind: Any) -> str:
    """JSON of a value of type ``kind``: domain dataclasses, tuples and maps of them, plain values."""
    return _write(converter().unstructure(value, unstructure_as=kind))


def load(text: str, kind: Any) -> Any:
    """The value of type ``kind`` that :func:`dump` wrote."""
    return converter().structure(json.loads(text), kind)


def load_foreign(text: str, kind: Any) -> Any:
    """As :func:`load`, of a text that came from elsewhere: a number is never made of a text, nor a text of
    a number; a number fits where numbers are kept, and a moment has its zone.

    :raises ValueError: it is no JSON, or not of this type.
    """
    try:
        return _strict().structure(json.loads(text), kind)
    except _UNFIT as error:
        raise ValueError("not of the type that was asked") from error


_UNFIT = (
    ValueError,
    TypeError,
    LookupError,
    AttributeError,
    RecursionError,
    BaseValidationError,
    ForbiddenExtraKeysError,
)
"""What reading a value of another shape may raise."""


_LARGEST = 2**63 - 1


@cache
def _strict() -> JsonConverter:
    made = _made(strict=True)
    for kind in (int, str, bool):
        made.register_structure_hook(kind, _exactly)
    made.register_structure_hook(datetime, _aware)
    return made


def _exactly(plain: Any, kind: type) -> Any:
    """The value as it is; a member of an enumeration, which is a kind of text, by its value."""
    if issubclass(kind, Enum):
        return kind(plain)
    if type(plain) is not kind or (isinstance(plain, int) and abs(plain) > _LARGEST):
        raise TypeError(f"no {kind.__name__}")
    return plain


def _aware(plain: Any, _: object) -> datetime:
    found = datetime.fromisoformat(plain)
    if found.tzinfo is None:
        raise ValueError("no zone")
    return found


@cache
def converter() -> JsonConverter:
    """cattrs with the one type it cannot know: the values in a message."""
    return _made(strict=False)


def _made(*, strict: bool) -> JsonConverter:
    made = make_converter(detailed_validation=False, forbid_extra_keys=strict)
    made.register_unstructure_hook(Message, _message_to_plain)
    made.register_structure_hook(Message, _message_from_plain)
    return made


def _message_to_plain(message: Message) -> dict[str, object]:
    return {"key": message.key, "values": {name: _tagged(value) for name, value in message.values.items()}}


def _message_from_plain(plain: Mapping[str, Any], _: object) -> Message:
    return Message(plain["key"], {name: _untagged(value) for name, value in plain["values"].items()})


def _tagged(value: Value) -> object:
    """Dates are told from text by a tag, moments keep their offset, tuples become lists."""
    if isinstance(value, datetime):
        return {"moment": value.isoformat()}
    if isinstance(value, date):
        return {"day": value.isoformat()}
    return list(value) if isinstance(value, tuple) else value


def _untagged(plain: Any) -> Value:
    if isinstance(plain, dict):
        moment = plain.get("moment")
        return date.fromisoformat(plain["day"]) if moment is None else datetime.fromisoformat(moment)
    return tuple(plain) if isinstance(plain, list) else plain
