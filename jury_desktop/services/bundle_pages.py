"""The pages of an audit bundle: a first page, one for each candidacy, and one for each list."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import datetime

from jury_desktop.domain.anchor import anchor_of
from jury_desktop.domain.candidacy import Candidacy
from jury_desktop.services.bundle_files import BundleContents
from jury_desktop.services.bundle_journal import journal_pages
from jury_desktop.services.bundle_sections import Sections, page_path
from jury_desktop.services.html_pages import Link, Page, Said, Section, facts
from jury_desktop.services.table_account import column_name, sheet_name
from jury_desktop.services.table_files import Export

FIRST = "index.html"
LISTS = {
    "kandidaturen": ("candidacies", "versions"),
    "jury": ("jurors", "conflicts"),
    "oproep": ("criteria", "weights"),
    "beslissingen": ("ranking", "decisions"),
    "planning": ("plan",),
}
"""The pages with whole tables, by the names of the tables."""
ON_CANDIDACY = (
    *("versions", "conflicts", "scores", "changes", "goals", "attendance", "talks", "agreed"),
    *("ranking", "decisions", "motivation", "plan"),
)
"""The tables of which a candidacy's page shows its own rows."""
_INDEX = ("reference", "organisation", "received_at", "admissibility", "decision")


@dataclass(frozen=True, slots=True)
class Heading:
    """What the first page says of the bundle: of which call, by whom, for whom, when, in which language."""

    title: str
    actor: str
    recipient: str
    made_at: datetime
    language: str


def bundle_pages(contents: BundleContents, tables: Export, heading: Heading) -> Iterator[Page]:
    """Every page, one at a time."""
    yield from _Pages(contents, tables, heading).all()


class _Pages:
    """Makes the pages of one bundle."""

    def __init__(self, contents: BundleContents, tables: Export, heading: Heading) -> None:
        self._contents, self._heading, self._export = contents, heading, tables
        self._tables = {each.key: each for each in tables.tables}
        self._make = Sections(contents, self._tables, heading.language)
        self._say = self._make.sentence
        last = tables.last
        anchor = anchor_of(last).in_full
        self._foot = self._say("foot", count=last.sequence, moment=last.at, anchor=anchor)

    def all(self) -> Iterator[Page]:
        selection = self._contents.selection
        yield self._first()
        for name, keys in LISTS.items():
            yield self._list(name, map(self._make.whole, keys))
        yield self._list("plannen", map(self._make.plan, selection.plans))
        yield self._list("berichten", [self._make.all_messages()])
        post = [self._make.letters(selection.candidacies), self._make.rebuttals(selection.candidacies)]
        yield self._list("brieven", post)
        yield from map(self._candidacy, selection.candidacies)
        yield from self._journal()

    def _first(self) -> Page:
        lead = [self._say("lead"), self._say("lead_personal")]
        if withheld := len(self._contents.withheld):
            lead.append(self._say("sealed_told", count=withheld))
        sections = (self._about(), self._index(), self._lists(), self._files())
        return Page(FIRST, self._say("title"), tuple(lead), sections, foot=self._foot)

    def _about(self) -> Section:
        heading = self._heading
        told: list[tuple[Said, Said]] = [
            (self._say("call"), heading.title),
            (self._say("made_at"), self._make.moment(heading.made_at)),
            (self._say("made_by"), heading.actor),
            (self._say("made_for"), heading.recipient),
            (self._say("state"), self._foot),
            (self._say("checking"), (self._say("checking_told"), Link("LEESMIJ.txt", "LEESMIJ.txt"))),
        ]
        return facts(self._say("about"), told)

    def _index(self) -> Section:
        selection, language = self._contents.selection, self._heading.language
        decided = {each.candidacy: each.kind.value for each in selection.decisions}
        rows = tuple(
            (
                self._make.link_to(each.reference),
                each.organisation,
                self._make.moment(each.first.received_at),
                self._make.word(each.admissibility.value),
                self._make.word(decided.get(each.id, "")),
            )
            for each in selection.candidacies
        )
        heads = tuple(column_name(key, language) for key in _INDEX)
        return Section(sheet_name("candidacies", language), heads, rows, self._say("none"))

    def _lists(self) -> Section:
        selection = self._contents.selection
        counts = {name: len(self._tables[keys[0]].rows) for name, keys in LISTS.items()} | {
            "plannen": len(selection.plans),
            "berichten": len(self._contents.messages),
            "brieven": len(selection.letters),
        }
        told: list[tuple[Said, Said]] = [
            (Link(page_path(name), self._say(f"page_{name}")), str(count)) for name, count in counts.items()
        ]
        events = str(len(self._contents.lines))
        told.append((Link(page_path("logboek-1"), self._say("page_logboek")), events))
        return facts(self._say("lists"), told)

    def _files(self) -> Section:
        stem = f"tabellen/{self._export.stem}"
        named: dict[str, str] = {
            "file_call": "oproep.toml",
            "file_candidacies": "kandidaturen.xlsx",
            "file_workbook": f"{stem}.xlsx",
            "file_json": f"{stem}.json",
            "file_journal": "logboek.jsonl",
            "file_about": "bundel.json",
            "file_sums": "SHA256SUMS",
            "file_script": "controle.py",
        }
        told = [(self._say(name), Link(path, path)) for name, path in named.items()]
        return facts(self._say("files"), told)

    def _candidacy(self, candidacy: Candidacy) -> Page:
        make, reference = self._make, candidacy.reference
        sections = [
            facts(self._say("particulars"), make.particulars(reference)),
            make.attachments(candidacy),
            make.messages_of(candidacy),
            *filter(None, (make.about(key, reference) for key in ON_CANDIDACY)),
            make.letters([candidacy]),
            make.rebuttals([candidacy]),
        ]
        return self._page(reference, f"{reference} {candidacy.organisation}", sections)

    def _journal(self) -> Iterator[Page]:
        pages = list(journal_pages(self._contents.lines, self._heading.language))
        ways = [Link(page_path(f"logboek-{at}"), str(at)) for at in range(1, len(pages) + 1)]
        for number, section in enumerate(pages, start=1):
            others = ways if len(ways) > 1 else ()
            yield self._page(f"logboek-{number}", self._say("page_logboek"), [section], others)

    def _list(self, name: str, sections: Iterable[Section]) -> Page:
        return self._page(name, self._say(f"page_{name}"), sections)

    def _page(self, name: str, title: str, sections: Iterable[Section], ways: Iterable[Link] = ()) -> Page:
        home = Link(FIRST, self._say("home"))
        return Page(page_path(name), title, (), tuple(sections), (home, *ways), self._foot)
