"""The journal as tables of a page, some hundreds of events each."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from jury_desktop.domain.messages import say
from jury_desktop.services.html_pages import Said, Section, in_groups
from jury_desktop.services.journal import JournalLine
from jury_desktop.services.journal_words import Change, changes, sentence
from jury_desktop.wording import moment, render

ON_A_PAGE = 400
"""Events: more of them make a page that a browser is slow to open."""
LONGEST = 600
"""Characters of a value that are shown; ``logboek.jsonl`` has all of it."""
_COLUMNS = ("number", "moment", "who", "what", "changed", "reason", "hash")


def journal_pages(lines: Sequence[JournalLine], language: str) -> Iterator[Section]:
    """The events, oldest first, as one table for each page."""
    heads = tuple(render(say(f"audit.column_{name}"), language) for name in _COLUMNS)
    for start in range(0, len(lines), ON_A_PAGE):
        some = lines[start : start + ON_A_PAGE]
        first, last = some[0].event.sequence, some[-1].event.sequence
        title = render(say("audit.events", first=first, last=last), language)
        yield Section(title, heads, tuple(_row(line, language) for line in some))


def _row(line: JournalLine, language: str) -> tuple[Said, ...]:
    event = line.event
    changed = tuple(_change(each) for each in changes(event, language))
    sealed = render(say("audit.sealed_event"), language)
    return (
        str(event.sequence),
        moment(event.at, language),
        tuple(filter(None, (event.actor, event.on_behalf_of and f"({event.on_behalf_of})"))),
        sentence(event, language),
        (sealed,) if line.sealed else changed,
        event.reason,
        in_groups(event.hash),
    )


def _change(change: Change) -> str:
    before = f"{_short(change.old)} → " if change.old else ""
    return f"{change.name}: {before}{_short(change.new)}"


def _short(value: str) -> str:
    return value if len(value) <= LONGEST else f"{value[:LONGEST]}…"
