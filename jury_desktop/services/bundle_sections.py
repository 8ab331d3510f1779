"""The tables on the pages of an audit bundle, each with links to the files it speaks of."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from datetime import datetime
from functools import cached_property

from jury_desktop.domain.call import BRUSSELS
from jury_desktop.domain.candidacy import Candidacy, different_files
from jury_desktop.domain.entry import Placed
from jury_desktop.domain.messages import Value, say
from jury_desktop.domain.outgoing import Letter
from jury_desktop.domain.pitch import StoredPlan
from jury_desktop.domain.rebuttal import Rebuttal
from jury_desktop.domain.selection import grouped
from jury_desktop.domain.table import Cell, Table
from jury_desktop.services.bundle_files import (
    DANGEROUS,
    BundleContents,
    attachment_path,
    letter_paths,
    message_path,
)
from jury_desktop.services.html_pages import Link, Said, Section, in_groups
from jury_desktop.services.table_account import column_name, sheet_name
from jury_desktop.services.table_words import code_word, in_words
from jury_desktop.wording import clock, day, moment, render

FOLDER = "overzicht"
"""Where every page lies but the first."""
_NAMED_ABOVE = ("reference", "organisation")
"""Columns that a page about one candidacy says in its title."""
Row = tuple[Cell, ...]
Numbered = tuple[int, Placed]
"""A message with its number, from 1 in order of import."""


class Sections:
    """Makes the tables of one bundle, in its language."""

    def __init__(self, contents: BundleContents, tables: Mapping[str, Table], language: str) -> None:
        self._contents, self._tables, self._language = contents, tables, language
        self._paths = contents.files
        self._references = {each.id: each.reference for each in contents.selection.candidacies}
        self._known = frozenset(self._references.values())

    def sentence(self, key: str, **values: Value) -> str:
        """A sentence of the bundle."""
        return render(say(f"audit.{key}", **values), self._language)

    def moment(self, at: datetime | None) -> str:
        """A moment, or nothing."""
        return moment(at, self._language) if at else ""

    def word(self, code: str) -> str:
        """A code of the program in a word."""
        return code_word(code, self._language)

    def link_to(self, reference: str) -> Said:
        """A candidacy, with a link to its page."""
        return Link(page_path(reference), reference) if reference in self._known else reference

    # tables

    def whole(self, key: str) -> Section:
        """A table with all its rows."""
        table = self._tables[key]
        heads = tuple(column_name(column.key, self._language) for column in table.columns)
        rows = tuple(self._row(table, row) for row in table.rows)
        return Section(self._title(table), heads, rows, self._none)

    def about(self, key: str, reference: str) -> Section | None:
        """A table with the rows of one candidacy; None where it has none."""
        table, rows = self._tables[key], self._rows_of(key).get(reference)
        if not rows:
            return None
        kept = [at for at, column in enumerate(table.columns) if column.key not in _NAMED_ABOVE]
        said = tuple(
            tuple(in_words(table.columns[at], row[at], self._language) for at in kept) for row in rows
        )
        return Section(self._title(table), tuple(self._head(table, at) for at in kept), said)

    def particulars(self, reference: str) -> list[tuple[Said, Said]]:
        """What a candidacy tells about itself, name by name."""
        table = self._tables["candidacies"]
        [row] = self._rows_of("candidacies")[reference]
        return [
            (self._head(table, at), in_words(column, row[at], self._language))
            for at, column in enumerate(table.columns)
        ]

    def _rows_of(self, key: str) -> Mapping[str, list[Row]]:
        """The rows of a table by the candidacy they are about."""
        if key not in self._grouped:
            table = self._tables[key]
            at = [column.key for column in table.columns].index("reference")
            self._grouped[key] = grouped(table.rows, lambda row: str(row[at]))
        return self._grouped[key]

    @cached_property
    def _grouped(self) -> dict[str, Mapping[str, list[Row]]]:
        return {}

    def _row(self, table: Table, row: Row) -> tuple[Said, ...]:
        return tuple(
            self.link_to(str(cell)) if column.key == "reference" else in_words(column, cell, self._language)
            for column, cell in zip(table.columns, row, strict=True)
        )

    def _title(self, table: Table) -> str:
        return sheet_name(table.key, self._language)

    def _head(self, table: Table, at: int) -> str:
        return column_name(table.columns[at].key, self._language)

    # files and messages

    def attachments(self, candidacy: Candidacy) -> Section:
        """Every file that came with any version; what can do harm has no link."""
        rows = []
        for file in different_files(candidacy.versions):
            path = attachment_path(candidacy, file)
            why = render(file.problem, self._language) if file.problem else ""
            linked = path in self._paths and not path.endswith(DANGEROUS)
            said: Said = Link(path, file.name) if linked else file.name
            rows.append((said, file.media_type, counted(file.bytes), why, in_groups(file.sha256)))
        return self._section("attachments", ("file", "type", "bytes", "remark", "hash"), rows)

    def all_messages(self) -> Section:
        """Every message."""
        return self._messages(self._numbered)

    def messages_of(self, candidacy: Candidacy) -> Section:
        """The messages that belong to a candidacy."""
        return self._messages(self._messages_of.get(candidacy.id, ()))

    @cached_property
    def _numbered(self) -> tuple[Numbered, ...]:
        return tuple(enumerate(self._contents.messages, start=1))

    @cached_property
    def _messages_of(self) -> Mapping[str, list[Numbered]]:
        return grouped(self._numbered, lambda numbered: numbered[1].candidacy or "")

    def _messages(self, numbered: Iterable[Numbered]) -> Section:
        names = ("message", "received", "sender", "subject", "kind", "candidacy", "why", "source")
        return self._section("messages", names, (self._message(*each) for each in numbered))

    def _message(self, number: int, placed: Placed) -> tuple[Said, ...]:
        sender = placed.mail.sender
        return (
            Link(message_path(number, placed), f"{number:04d}"),
            self.moment(placed.mail.arrival.at),
            f"{sender.name} {sender.email}".strip(),
            placed.mail.subject,
            self.word(placed.kind.value),
            self.link_to(self._references.get(placed.candidacy or "", "")),
            render(placed.entry.reason, self._language),
            placed.mail.source,
        )

    # letters and plans

    def letters(self, candidacies: Iterable[Candidacy]) -> Section:
        """The letters to candidates, with their files."""
        selection = self._contents.selection
        names = ("candidacy", "letter", "state", "made", "left", "channel", "sent_to", "back", "files")
        letters = (letter for each in candidacies for letter in selection.letters_to(each.id))
        return self._section("letters", names, map(self._letter, letters))

    def rebuttals(self, candidacies: Iterable[Candidacy]) -> Section:
        """What candidates answered, and what came of it."""
        selection = self._contents.selection
        names = ("candidacy", "received", "channel", "by", "arguments", "outcome", "ended")
        answers = (rebuttal for each in candidacies for rebuttal in selection.rebuttals_of(each.id))
        return self._section("rebuttals", names, map(self._rebuttal, answers))

    def plan(self, stored: StoredPlan) -> Section:
        """A version of the plan."""
        names = {juror.id: juror.name for juror in self._contents.selection.jurors}
        made = self.sentence("plan_made", version=stored.version, moment=stored.created_at)
        told = self.sentence("plan_told", moment=stored.communicated_at) if stored.communicated_at else ""
        rows = tuple(
            (
                self.link_to(place.pitch),
                day(place.start.astimezone(BRUSSELS).date(), self._language),
                clock(place.start),
                str(place.room),
                ", ".join(names.get(juror, juror) for juror in place.jurors),
            )
            for place in sorted(stored.plan.assignments, key=lambda each: (each.start, each.room))
        )
        heads = self._columns(("candidacy", "day", "hour", "room", "jurors"))
        return Section(f"{made} {told}".strip(), heads, rows, self._none)

    def _letter(self, letter: Letter) -> tuple[Said, ...]:
        reference = self._references[letter.candidacy]
        files = tuple(Link(path, path.rpartition("/")[2]) for path in letter_paths(letter, reference))
        return (
            self.link_to(reference),
            self.word(letter.type),
            self.word(letter.state.value),
            self.moment(letter.created_at),
            self.moment(letter.sent_at),
            self.word(letter.channel or letter.planned_channel),
            " ".join(filter(None, (letter.sent_to, letter.postal_reference))),
            " ".join(filter(None, (self.moment(letter.bounced_at), letter.bounce))),
            files,
        )

    def _rebuttal(self, rebuttal: Rebuttal) -> tuple[Said, ...]:
        return (
            self.link_to(self._references[rebuttal.candidacy]),
            self.moment(rebuttal.received_at),
            self.word(rebuttal.channel),
            rebuttal.submitted_by,
            tuple("\n".join(filter(None, (point.text, point.answer))) for point in rebuttal.points),
            f"{self.word(rebuttal.outcome.value)}\n{rebuttal.outcome_text}".strip(),
            self.moment(rebuttal.concluded_at),
        )

    # parts

    def _section(self, title: str, columns: Iterable[str], rows: Iterable[tuple[Said, ...]]) -> Section:
        return Section(self.sentence(title), self._columns(columns), tuple(rows), self._none)

    def _columns(self, names: Iterable[str]) -> tuple[str, ...]:
        return tuple(self.sentence(f"column_{name}") for name in names)

    @cached_property
    def _none(self) -> str:
        return self.sentence("none")


def page_path(name: str) -> str:
    """Where a page lies."""
    return f"{FOLDER}/{name}.html"


def counted(size: int) -> str:
    """A number of bytes, by the thousand."""
    return f"{size:,}".replace(",", "\N{NO-BREAK SPACE}")
