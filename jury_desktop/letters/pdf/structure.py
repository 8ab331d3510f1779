"""The structure tree of a tagged PDF (ISO 32000-1, 14.7): what is a heading, a list, a table cell."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from enum import StrEnum


class Tag(StrEnum):
    """The standard structure types in use (ISO 32000-1, 14.8.4)."""

    DOCUMENT = "Document"
    SECTION = "Sect"
    PARAGRAPH = "P"
    HEADING_1 = "H1"
    HEADING_2 = "H2"
    HEADING_3 = "H3"
    LIST = "L"
    ITEM = "LI"
    LABEL = "Lbl"
    ITEM_BODY = "LBody"
    TABLE = "Table"
    ROW = "TR"
    HEADER_CELL = "TH"
    CELL = "TD"
    FIGURE = "Figure"
    LINK = "Link"


class Scope(StrEnum):
    """Which cells a header cell is the header of."""

    COLUMN = "Column"
    ROW = "Row"


@dataclass(frozen=True, slots=True)
class Mark:
    """A piece of marked content: page (from 0) and its number (MCID) on that page."""

    page: int
    number: int


@dataclass(frozen=True, slots=True)
class Annotation:
    """An annotation on a page (from 0), by its key in the parent tree."""

    page: int
    key: int

    @property
    def name(self) -> str:
        """The name under which the PDF document knows it."""
        return f"link{self.key}"


@dataclass(eq=False, slots=True)
class Element:
    """A node of the tree. Its kids, in reading order, are elements, marked content and annotations.

    :param alt: text that stands for a figure or a link.
    :param scope: for a header cell.
    :param numbered: for a list whose labels are numbers.
    :param columns: how many columns a cell of a table takes.
    """

    tag: Tag
    alt: str = ""
    scope: Scope | None = None
    numbered: bool | None = None
    columns: int = 1
    kids: list[Element | Mark | Annotation] = field(default_factory=list)

    def add(
        self,
        tag: Tag,
        *,
        alt: str = "",
        scope: Scope | None = None,
        numbered: bool | None = None,
        columns: int = 1,
    ) -> Element:
        """A new last child."""
        child = Element(tag, alt, scope, numbered, columns)
        self.kids.append(child)
        return child

    def walk(self) -> Iterator[Element]:
        """This element and all below it, in reading order."""
        yield self
        for kid in self.kids:
            if isinstance(kid, Element):
                yield from kid.walk()
