"""What the reader of a letter must be able to read in it, whatever its template does with it.

A template can carry a legal text and show it in no letter: in a choice that is never true, as the question of
one, behind a format. So each is looked for in the text as it stands on paper. Formatting is left aside: white
space, capitals at the start, and the marks of Markdown.
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, datetime
from functools import lru_cache, reduce

from jury_desktop import wording
from jury_desktop.domain.call import BRUSSELS
from jury_desktop.domain.letter import Block, LetterData, LetterType
from jury_desktop.letters import markdown
from jury_desktop.letters.document import lines_of
from jury_desktop.letters.mandatory import FIELDS
from jury_desktop.letters.template import Filled

_REASONS = frozenset({"summary", "finding", "revision_reason", "extension_reason"})
"""Fields of a letter that are its reasons: they stand in it word for word."""


def unread_blocks(filled: Filled, text: str) -> Iterator[Block]:
    """The legal texts that the letter carries, and whose words do not all stand in ``text``, or that say
    nothing."""
    seen = _bare(text)
    for block, body in filled.said:
        lines = _lines(body)
        if not any(map(_says_something, lines)) or any(line not in seen for line in lines):
            yield block


def unread_fields(letter_type: LetterType, data: LetterData, filled: Filled, text: str) -> Iterator[str]:
    """The names of fields with a value that the letter, or a legal text in it, must say, and does not."""
    seen, said = _bare(text), dict(filled.said)
    asked = dict.fromkeys(sorted(FIELDS[letter_type] & _REASONS), seen)
    for block, body in said.items():
        asked |= dict.fromkeys(sorted(FIELDS.get(block, frozenset())), "".join(_lines(body)))
    yield from (name for name, where in asked.items() if not _stands(_value(data, name), where))
    if "score_table" in FIELDS[letter_type] and any(not _stands(row.motivation, seen) for row in data.rows):
        yield "score_table"


@lru_cache(maxsize=128)
def _lines(body: str) -> tuple[str, ...]:
    """The lines of a legal text, which is mostly the same in every letter of a batch."""
    return tuple(_bare(line.removeprefix("- ")) for line in lines_of(markdown.parse(body)))


def _value(data: LetterData, name: str) -> object:
    return reduce(getattr, name.split("."), data)


def _stands(value: object, text: str) -> bool:
    """Whether a value can be read; of a moment its day, however it is written. What has no value is missing,
    which is said elsewhere."""
    if isinstance(value, datetime):
        value = value.astimezone(BRUSSELS).date()
    shown = wording.day(value) if isinstance(value, date) else str(value or "")
    return _bare(markdown.clean(shown)) in text


def _says_something(line: str) -> bool:
    return any(character.isalpha() for character in line)


def _bare(text: str) -> str:
    """Without white space, so that it does not matter where lines break."""
    return "".join(markdown.clean(text).split())
