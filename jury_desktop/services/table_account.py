"""The first table of an export: what the others are, and what is not in them and why."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from jury_desktop.domain.anchor import anchor_of
from jury_desktop.domain.journal import Event
from jury_desktop.domain.messages import Message, say
from jury_desktop.domain.selection import Selection
from jury_desktop.domain.table import Column, Table, table
from jury_desktop.services.table_words import code_word
from jury_desktop.services.tables import sealed_places
from jury_desktop.wording import render


def account(
    selection: Selection, last: Event, language: str, *, whole: Sequence[Table] = (), redacted: bool
) -> Table:
    """The account; of what may be published it names what was left out of the ``whole``."""
    told = [*_told(selection, last, language), *(_left_out(whole, language) if redacted else ())]
    rows = [(render(name, language), render(what, language)) for name, what in told]
    return table("account", (Column("about", 24), Column("told", 110)), rows)


def _told(selection: Selection, last: Event, language: str) -> Iterator[tuple[Message, Message]]:
    yield say("tables.call"), say("tables.call_told", title=selection.call.title)
    anchor = str(anchor_of(last))
    yield say("tables.made"), say("tables.made_told", count=last.sequence, moment=last.at, anchor=anchor)
    sealed = tuple(f"{key} ({code_word(round_, language)})" for key, round_ in sealed_places(selection))
    if sealed:
        yield say("tables.sealed"), say("tables.sealed_told", list=sealed)


def _left_out(whole: Sequence[Table], language: str) -> Iterator[tuple[Message, Message]]:
    yield say("tables.redacted"), say("tables.redacted_told")
    yield say("tables.names"), say("tables.names_told")
    for each in whole:
        if each.personal:
            yield say("tables.without"), say("tables.table_told", table=sheet_name(each.key, language))
            continue
        columns = tuple(column_name(c.key, language) for c in each.columns if c.personal)
        if columns:
            sheet = sheet_name(each.key, language)
            yield say("tables.without"), say("tables.columns_told", table=sheet, list=columns)


def sheet_name(key: str, language: str) -> str:
    """What a table is called."""
    return render(say(f"tables.sheet_{key}"), language)


def column_name(key: str, language: str) -> str:
    """What a column is called."""
    return render(say(f"tables.column_{key}"), language)
