"""What a candidacy form says: fields by the labels of the call file, and the challenges that are ticked."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from functools import cache

from jury_desktop.domain.call import FormField
from jury_desktop.domain.mail import FieldValue

CHALLENGES = "challenges"
"""The field that names the chosen challenges (one of ``call.FORM_KEYS``)."""
EMAIL = "email"
"""The field with the address to write to."""

_TICKED = r"[☒☑✅✓✔✗✘🗹⮽\uf052\uf0fd\uf0fe]|\[\s?[xXvV✓✔]\s?\]|\([xX]\)|(?<![\w.])[xX](?=\s+\d)"
_EMPTY = r"[☐□❏❐▢⬜\uf06f\uf0a3\uf0a8]|\[\s{0,3}\]|\(\s{1,3}\)"
_BOX = re.compile(f"(?P<ticked>{_TICKED})|(?P<empty>{_EMPTY})")
_BROKEN = re.compile(f"^(?P<box>[ \\t]*(?:{_TICKED}|{_EMPTY}))[ \\t]*\\n(?=[ \\t]*\\d)", re.MULTILINE)
_NUMBER = re.compile(r"(?<!\d)(\d{1,2})(?!\d)")
_RANGE = re.compile(
    r"(?<!\d)(\d{1,2})\s*(?:tot en met|t\.?e\.?m\.?|t/m|tot|-|–)\s*(\d{1,2})(?!\d)", re.IGNORECASE
)
_LISTED = re.compile(
    r"\W*+(?:(?:regio-?)?uitdaging(?:en)?|challenges?|nummers?|nrs?)?\W*+(\d{1,2}(?:\s+\d{1,2})*)(?!\d)",
    re.IGNORECASE,
)
_NUMBERING = re.compile(
    r"^(?:\(?\d{1,2}(?:\.\d{1,2})*[.)]?\s+|\(?\d{1,2}[.)]|[a-z][.)]\s|[-•*–▪·○●]\s*)", re.IGNORECASE
)
_HEADING = re.compile(r"^\d{1,2}(?:\.\d{1,2})*[.)]?\s+[A-Z]")
_SEPARATOR = re.compile(r"[:?]|\t+| {2,}|\s[–-]\s")
_UNFILLED = re.compile(
    r"^(?:[\s._…·-]*|(?:klik of tik|klik hier|click or tap|kies een item|choose an item).*)$", re.IGNORECASE
)
_INNER = re.compile(r"\w")
_WORD = re.compile(r"[^\W\d_]+")
_OPENING = re.compile(r"[\W\d_]{0,40}([^\W\d_]+)(?:[\W\d_]{1,40}([^\W\d_]+))?")
"""The first two words of a line: a label begins there, at the second one behind a numbering such as "b)"."""
_ALL = 5
_DOTS = re.compile(r"^\s*[._…]{3,}\s*|(?<![._…])[._…]{3,}+\s*$")
"""Begins only where a run of dots does: a search from every dot of a million would never end."""
_ADDRESS = re.compile(r"(?<![^\s<>(),;:@])[^\s<>(),;:@]++@[^\s<>(),;:@]+\.[^\s<>(),;:@.]+")
_WRAPPED = 60
"""A line at least this long may have been broken by the page, so that its value goes on below."""


@dataclass(slots=True)
class _Found:
    """A label seen in the text, with the lines of its value so far."""

    key: str
    line: str
    lines: list[str] = field(default_factory=list)
    beside: bool = False
    open: bool = True
    filled: bool = False

    def add(self, line: str) -> None:
        """Takes one more line of the value; an empty form has lines, and yet is not filled in."""
        self.lines.append(line)
        self.filled = self.filled or not _UNFILLED.match(line)

    @property
    def value(self) -> str:
        kept = [line for line in self.lines if not _UNFILLED.match(line)]
        return "\n".join(kept).strip()


def read_fields(text: str, source: str, labels: Sequence[FormField]) -> tuple[FieldValue, ...]:
    """The filled-in fields, one per key, in the order of the text.

    A value stands on the line of its label, after a colon, question mark or table gap, or on the lines below
    up to the next label. Ticked boxes give the challenges wherever they stand, when the label gives none.

    :param source: the file the text came from, kept with every field.
    """
    words = _vocabulary(tuple(labels))
    known, lines = words.known, text.splitlines()
    found: dict[str, FieldValue] = {}
    for item in _walk(_upright(lines, known), words) if words.may_stand_in(lines) else ():
        if item.value and item.key not in found:
            value = _tidied(item.key, item.value)
            found[item.key] = FieldValue(item.key, value, item.line.strip()[:500], source)
    read = found.get(CHALLENGES)
    if CHALLENGES in known.values() and (read is None or not challenge_numbers(read.value)):
        found.update(_loose_boxes(text, source))
    return tuple(found.values())


def best_fields(readings: Iterable[tuple[FieldValue, ...]]) -> tuple[FieldValue, ...]:
    """One value per field: from the text that looks most like the form, completed from the others."""
    best: dict[str, FieldValue] = {}
    for found in sorted(readings, key=_completeness, reverse=True):
        for item in found:
            best.setdefault(item.key, item)
    return tuple(best.values())


def _completeness(found: tuple[FieldValue, ...]) -> tuple[bool, int]:
    return any(item.key == CHALLENGES for item in found), len(found)


@dataclass(frozen=True, slots=True)
class _Vocabulary:
    """The labels of a form.

    :param known: the key of every label, as ``_plain`` writes it.
    :param openings: the first words of labels, which quickly tell lines without any.
    :param beginning: finds a line that a label may begin; most letters have none.
    """

    known: Mapping[str, str]
    openings: frozenset[str]
    beginning: re.Pattern[str]

    def may_stand_in(self, lines: Sequence[str]) -> bool:
        """Whether any of the lines may begin with a label."""
        return self.beginning.search("\n".join(("", *lines)).casefold()) is not None


@cache
def _vocabulary(labels: tuple[FormField, ...]) -> _Vocabulary:
    known = {_plain(label): form_field.key for form_field in labels for label in form_field.labels}
    openings = frozenset(word for label in known for word in _WORD.findall(label)[:1])
    spelled = "|".join(r"\s+".join(map(re.escape, label.split())) for label in known)
    beginning = rf"\n[\W\d_]{{0,40}}(?:\w[.)]\s*)?(?:{spelled})(?:\s?[:?*.(\n\t]|\s[\s–-]|\Z)"
    return _Vocabulary(known, openings, re.compile(beginning))


def _upright(lines: Iterable[str], known: Mapping[str, str]) -> Iterator[str]:
    """The lines; a row of nothing but labels over a row of values becomes a line for each label."""
    rest = iter(lines)
    for line in rest:
        heads = line.strip().split("\t") if "\t" in line.strip() else []
        if heads and all(_plain(head) in known for head in heads):
            values = next(rest, "").split("\t")
            yield from map("\t".join, zip(heads, values, strict=False))
        else:
            yield line


def _tidied(key: str, value: str) -> str:
    """Of the field for the e-mail address the address alone; everywhere ordinary spaces."""
    address = _ADDRESS.search(value) if key == EMAIL else None
    return address[0] if address else value.replace("\xa0", " ")


def _walk(lines: Iterable[str], words: _Vocabulary) -> Iterator[_Found]:
    current: _Found | None = None
    blank = False
    for line in lines:
        first = _OPENING.match(line)
        begun = first and not words.openings.isdisjoint(map(str.casefold, first.groups("")))
        label = _label(line, words.known) if begun else None
        if label is not None:
            if current:
                yield current
            key, value = label
            current = _Found(key, line, beside=not _UNFILLED.match(value))
            if current.beside:
                current.add(value)
        elif current and line.strip():
            _continue(current, line.strip(), blank)
        blank = not line.strip()
    if current:
        yield current


def _continue(current: _Found, line: str, after_blank: bool) -> None:
    """Adds the line to the value unless the value is over: at a numbered heading, or after one short line."""
    if current.filled and after_blank and _HEADING.match(line):
        current.open = False
    alone = current.beside and len(current.lines) == 1
    if alone and len(current.line.strip()) < _WRAPPED and not _next_box(current, line):
        current.open = False
    if current.open:
        current.add(line)


def _next_box(current: _Found, line: str) -> bool:
    """Whether the line is one more box of the value, and not of a question whose label the page lost."""
    boxed = current.key == CHALLENGES or bool(_BOX.match(current.lines[0]))
    return boxed and bool(_BOX.match(line))


def _label(line: str, known: Mapping[str, str]) -> tuple[str, str] | None:
    """The key and the value on a line that starts with a known label, or None."""
    if (key := known.get(_plain(line))) is not None:
        return key, ""
    for separator in _SEPARATOR.finditer(line[:200]):
        if (key := known.get(_plain(line[: separator.start()]))) is not None:
            return key, _DOTS.sub("", line[separator.end() :]).strip(" \t:")
    return None


def _plain(label: str) -> str:
    """The label without numbering, closing marks, remarks between brackets and differences of case."""
    text = " ".join(label.casefold().split())
    text = _NUMBERING.sub("", text)
    return re.sub(r"\s\([^()]*\)\s*[:?*]*$", "", text).rstrip(" :?*.")


def _loose_boxes(text: str, source: str) -> dict[str, FieldValue]:
    if text.isascii() and not any(mark in text for mark in "[(xX"):
        return {}
    lines = [line.strip() for line in text.splitlines() if _is_boxed(line) and _NUMBER.search(line)]
    value = "\n".join(lines)
    if len(_BOX.findall(value)) < 2 or not challenge_numbers(value):
        return {}
    return {CHALLENGES: FieldValue(CHALLENGES, value, lines[0][:500], source)}


def _is_boxed(line: str) -> bool:
    """Whether a box stands in it; a bare x between words and numbers is a size: "30 x 40"."""
    box = _BOX.search(line)
    return box is not None and (box[0] not in "xX" or not _INNER.search(line[: box.start()]))


def challenge_numbers(value: str) -> tuple[int, ...]:
    """The chosen challenges in order: those with a ticked box, or without boxes those listed: "1, 4 en 5".

    A bare list of five or more lines numbered from 1 is the form itself, whose boxes left no text: nothing.
    """
    lines = _BROKEN.sub(r"\g<box> ", value).splitlines()
    boxed = any(_BOX.search(line) for line in lines)
    if not boxed and _is_bare_list(lines):
        return ()
    numbers = (number for line in lines for number in (_ticked(line) if boxed else _listed(line)))
    return tuple(sorted({number for number in numbers if number > 0}))


def _is_bare_list(lines: Sequence[str]) -> bool:
    counted = [[number] for number in range(1, len(lines) + 1)]
    return len(lines) >= _ALL and [_listed(line)[:1] for line in lines] == counted


def _ticked(line: str) -> list[int]:
    """The number after each ticked box; in a line that begins with a number, the one before it."""
    boxes = list(_BOX.finditer(line))
    if not boxes:
        return []
    starts = [box.end() for box in boxes]
    ends = [box.start() for box in boxes[1:]] + [len(line)]
    if _NUMBER.search(line[: boxes[0].start()]):
        starts, ends = [0, *starts[:-1]], [box.start() for box in boxes]
    numbers = [_NUMBER.search(line[start:end]) for start, end in zip(starts, ends, strict=True)]
    return [int(number[1]) for box, number in zip(boxes, numbers, strict=True) if box["ticked"] and number]


def _listed(line: str) -> list[int]:
    bare = re.sub(r"\([^()]*\)", " ", line)
    spread = _RANGE.sub(lambda m: ", ".join(map(str, range(int(m[1]), int(m[2]) + 1))), bare)
    segments = re.split(r"[,;&+/]|\ben\b|\band\b", spread)
    return [int(number) for segment in segments if (m := _LISTED.match(segment)) for number in m[1].split()]
