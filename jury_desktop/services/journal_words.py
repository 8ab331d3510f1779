"""Events in words: what was done in a sentence, and what it changed line by line.

The sentences lie in ``resources/i18n/messages/actions.<language>.toml``: one per action, and the names of
fields and values. What has no name there shows as the journal keeps it, so that nothing is ever hidden.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterator, Mapping
from contextlib import suppress
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any

from jury_desktop.domain.journal import Event
from jury_desktop.domain.messages import Message, say
from jury_desktop.services.record import SEPARATOR
from jury_desktop.wording import catalogue, day, moment, number, render

_KEY = re.compile(r"[0-9a-f]{32}|(?:[0-9a-f]{8}:)?[0-9a-f]{64}")
"""Ids and fingerprints say nothing to people; the event itself keeps them."""
_UNTOLD = frozenset({"id", "juror", "basis", "told"})
"""Fields by which the program knows a thing, a person, or what a letter said; the sentence names them."""
_NOT_WHY = {"letter.signed": "signed_by"}
"""Actions of which the reason is none: who signed stands there."""
_MOMENT = re.compile(r"\d{4}-\d\d-\d\dT\d\d:\d\d")
_DAY = re.compile(r"\d{4}-\d\d-\d\d")
_NUMBERED = re.compile(r"(challenge)[.:](\d+)")
"""An item that is scored once for each challenge chosen."""
_NAMES = ("name", "organisation", "text", "number")
"""By which a thing in a list is called, the best first."""


@dataclass(frozen=True, slots=True)
class Change:
    """One thing an event changed: its name, what it was and what it became; empty where there was nothing."""

    name: str
    old: str
    new: str


def sentence(event: Event, language: str = "nl") -> str:
    """What was done, in a sentence: "Kandidatuur K-02 gewijzigd"."""
    key = event.action.replace(".", "_")
    counted = f"{key}_single" if event.subject == "1" else f"{key}_many"
    if event.subject.isdigit() and f"actions.{counted}" in catalogue(language):
        key = counted
    if f"actions.{key}" not in catalogue(language):
        return f"{event.action}: {event.subject}"
    return render(say(f"actions.{key}", subject=subject_words(event.subject, language)), language)


def why(event: Event, language: str = "nl") -> str:
    """The reason given, in a line: "Reden: …"; empty where none was."""
    if not event.reason:
        return ""
    key = _NOT_WHY.get(event.action, "reason")
    return render(say(f"journal.{key}", words=event.reason), language)


def kind_of_subject(event: Event, language: str = "nl") -> str:
    """What the event is about, as a word: "kandidatuur"."""
    return _word("subject", event.subject_kind, language)


def changes(event: Event, language: str = "nl") -> tuple[Change, ...]:
    """What the event changed, in the order the journal keeps it."""
    old, new = dict(_leaves(_parsed(event.old), language)), dict(_leaves(_parsed(event.new), language))
    return tuple(
        Change(_path_name(path, language), old.get(path, ""), new.get(path, ""))
        for path in {**old, **new}
        if old.get(path) != new.get(path)
    )


def subject_words(subject: str, language: str = "nl") -> str:
    """What an event is about, with its last part in words: "An Peeters – K-02 – schriftelijk"."""
    *parts, last = subject.split(SEPARATOR)
    return SEPARATOR.join([*parts, _word("value", last, language)])


def _parsed(text: str) -> Any:
    try:
        return json.loads(text) if text else None
    except ValueError:
        return text


Path = tuple[str, ...]


def _leaves(value: Any, language: str, path: Path = ()) -> Iterator[tuple[Path, str]]:
    """Everything in a value that can be told, with the way to it."""
    if isinstance(value, Mapping) and not _whole(value):
        for name in (name for name in value if name not in _UNTOLD):
            yield from _leaves(value[name], language, (*path, name))
    elif shown := _shown(value, language, path[-1] if path else ""):
        yield path, shown


def _whole(value: Mapping[str, Any]) -> bool:
    """Whether a map is one thing to people: a message of the catalogue, or a stretch of time."""
    return set(value) in ({"key", "values"}, {"start", "end"})


def _shown(value: Any, language: str, field: str = "") -> str:
    """A value in words; some words depend on the ``field`` that it is the value of."""
    if value is None:
        return ""
    if isinstance(value, Mapping):
        return _thing(value, language)
    if isinstance(value, list):
        return ", ".join(filter(None, (_element(item, language) for item in value)))
    if isinstance(value, str):
        return _text(value, language, field)
    return _plain(value, language)


def _thing(value: Mapping[str, Any], language: str) -> str:
    if set(value) == {"start", "end"}:
        end = datetime.fromisoformat(value["end"])
        return f"{_text(value['start'], language)} – {_text(end.isoformat(), language).split()[-1]}"
    return render(Message(value["key"], value["values"]), language)


def _element(value: Any, language: str) -> str:
    """A thing in a list by its name, with the answer to it; of a list in a list the first."""
    if isinstance(value, Mapping) and not _whole(value):
        named = next((value[name] for name in _NAMES if value.get(name)), "")
        told = (_shown(part, language) for part in (named, value.get("answer")))
        return SEPARATOR.join(filter(None, told))
    return _shown(value[0], language) if isinstance(value, list) and value else _shown(value, language)


def _text(value: str, language: str, field: str = "") -> str:
    if _KEY.fullmatch(value):
        return ""
    room = f"value_{field}" if f"actions.value_{field}_{value}" in catalogue(language) else "value"
    return _dated(value, language) or _word(room, value, language)


def _dated(value: str, language: str) -> str:
    """A moment or a day in words; nothing for other text, also where it only looks like one."""
    with suppress(ValueError):
        if _MOMENT.match(value):
            return moment(datetime.fromisoformat(value), language)
        if _DAY.fullmatch(value):
            return day(date.fromisoformat(value), language)
    return ""


def _plain(value: Any, language: str) -> str:
    if isinstance(value, bool):
        return _word("value", "yes" if value else "no", language)
    return number(value, language) if isinstance(value, float) else str(value)


def _path_name(path: Path, language: str) -> str:
    return " · ".join(_word("field", part, language) for part in path) or _word("field", "value", language)


def _word(room: str, name: str, language: str) -> str:
    """The word of the catalogue for a name, or the name itself."""
    told = catalogue(language).get(f"actions.{room}_{name.replace('-', '_')}")
    if told is not None:
        return told
    numbered = _NUMBERED.fullmatch(name)
    return f"{_word(room, numbered[1], language)} {numbered[2]}" if numbered else name
