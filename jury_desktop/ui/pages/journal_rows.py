"""The events of the journal as rows: their words, made once, and which of them are wanted."""

from __future__ import annotations

from dataclasses import dataclass

from jury_desktop.domain.call import BRUSSELS
from jury_desktop.services.journal import JournalLine
from jury_desktop.services.journal_words import changes, kind_of_subject, sentence
from jury_desktop.ui.text import area
from jury_desktop.ui.widgets.event_view import who
from jury_desktop.ui.widgets.rows_model import Column, Look

tr = area("journal")


@dataclass(frozen=True, slots=True)
class EventRow:
    """An event with its words, made once; ``found_by`` is all a search looks at, in lower case."""

    line: JournalLine
    when: str
    person: str
    subject: str
    text: str
    found_by: str


@dataclass(frozen=True, slots=True)
class Wanted:
    """What of the journal is to be seen: words that are all found, and where not empty a subject, who did it
    and on whose behalf; with ``reasoned`` only what somebody gave a reason for."""

    words: tuple[str, ...]
    subject: str
    person: str
    behalf: str
    reasoned: bool

    def keeps(self, row: EventRow) -> bool:
        """Whether this event is to be seen."""
        event = row.line.event
        return (
            self.subject in {"", row.subject}
            and self.person in {"", event.actor}
            and self.behalf in {"", event.on_behalf_of}
            and (not self.reasoned or bool(event.reason))
            and all(word in row.found_by for word in self.words)
        )


def columns() -> tuple[Column[EventRow], ...]:
    """When, what, who."""
    return (
        Column(tr("When"), lambda row: row.when, order=_order, width=140),
        Column(tr("What happened"), lambda row: row.text, Look.STRONG, tip=lambda row: row.text),
        Column(tr("Who"), lambda row: row.person, Look.MUTED, tip=lambda row: row.person, width=136),
    )


def event_row(line: JournalLine, language: str) -> EventRow:
    """The event with its words in a language."""
    event = line.event
    when = f"{event.at.astimezone(BRUSSELS):%d/%m/%Y %H:%M}"
    said, about, person = sentence(event, language), kind_of_subject(event, language), who(line)
    changed = (f"{each.name} {each.old} {each.new}" for each in changes(event, language))
    found_by = " ".join((said, about, person, event.reason, when, *changed)).casefold()
    shown = tr("{event} · sealed").format(event=said) if line.sealed else said
    return EventRow(line, when, person, about, shown, found_by)


def reference_of(line: JournalLine) -> str:
    """The candidacy an event is about, or nothing."""
    event = line.event
    parts = event.subject.split(" – ")
    place = {"candidacy": 0, "sheet": 1, "conflict": 1}.get(event.subject_kind, -1)
    found = parts[place] if 0 <= place < len(parts) else ""
    return found if found.startswith("K-") and not event.action.endswith(".removed") else ""


def key_of(row: EventRow) -> str:
    return str(row.line.event.sequence)


def _order(row: EventRow) -> int:
    return row.line.event.sequence
