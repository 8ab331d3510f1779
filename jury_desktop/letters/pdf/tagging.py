"""Writes the structure tree into the PDF: StructTreeRoot, ParentTree and one StructElem per element."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Any

from reportlab.pdfbase.pdfdoc import (
    PDFDictionary,
    PDFName,
    PDFObject,
    PDFObjectReference,
    PDFString,
)

from jury_desktop.letters.pdf.structure import Annotation, Element, Mark

_ROOT = "StructTreeRoot"
_FIRST_ANNOTATION_KEY = 100_000  # above any page number, since both share the keys of the parent tree


@dataclass(slots=True)
class Ledger:
    """Which element every piece of marked content and every annotation belongs to."""

    pages: list[list[Element]] = field(default_factory=lambda: [[]])
    annotated: list[Element] = field(default_factory=list)

    def mark(self, element: Element) -> Mark:
        """The next marked content on this page, as a kid of ``element``."""
        mark = Mark(len(self.pages) - 1, len(self.pages[-1]))
        self.pages[-1].append(element)
        element.kids.append(mark)
        return mark

    def annotate(self, element: Element) -> Annotation:
        """The next annotation, on this page, as a kid of ``element``."""
        annotation = Annotation(len(self.pages) - 1, _FIRST_ANNOTATION_KEY + len(self.annotated))
        self.annotated.append(element)
        element.kids.append(annotation)
        return annotation

    def next_page(self) -> None:
        """Starts the numbers of the next page."""
        self.pages.append([])


def write(document: Any, root: Element, ledger: Ledger) -> None:
    """Puts the tree of ``root`` into ``document`` and ties its pages to it."""
    used = [element for element in root.walk() if _has_content(element)]
    names = {id(element): f"StructElem{number}" for number, element in enumerate(used)}
    parents = {id(kid): element for element in used for kid in element.kids if isinstance(kid, Element)}
    for element in used:
        parent = parents.get(id(element))
        parent_name = names[id(parent)] if parent else _ROOT
        document.Reference(_Node(element, parent_name, names), names[id(element)])
    tree = {
        "Type": PDFName("StructTreeRoot"),
        "K": _refer(names[id(root)]),
        "ParentTree": PDFDictionary({"Nums": _ParentTree(ledger, names)}),
        "ParentTreeNextKey": _FIRST_ANNOTATION_KEY + len(ledger.annotated),
    }
    document.Catalog.StructTreeRoot = document.Reference(PDFDictionary(tree), _ROOT)
    document.Catalog.MarkInfo = PDFDictionary({"Marked": "true"})
    _tie_pages(document)


def _has_content(element: Element) -> bool:
    return any(not isinstance(kid, Element) or _has_content(kid) for kid in element.kids)


@dataclass(eq=False)
class _Node(PDFObject):  # type: ignore[misc]
    """An element as an object of the file, in the notation of ReportLab's dictionaries but written at once.

    Those are put together from parts that each look themselves up: it took a sixth of the time of a letter.
    """

    element: Element
    parent: str
    names: dict[int, str]

    def format(self, document: Any) -> bytes:
        """See ReportLab."""
        kids = [shown for kid in self.element.kids if (shown := self._kid(kid, document))]
        alt = {"Alt": _string(self.element.alt, document)} if self.element.alt else {}
        entries = {
            **_attributes(self.element),
            **alt,
            "K": f"[ {_array(kids)} ]",
            "P": _reference(self.parent, document),
            "S": f"/{self.element.tag}",
            "Type": "/StructElem",
        }
        return _dictionary(entries).encode("latin-1")

    def _kid(self, kid: Element | Mark | Annotation, document: Any) -> str:
        match kid:
            case Element():
                return _reference(self.names[id(kid)], document) if id(kid) in self.names else ""
            case Mark(page, number):
                return _dictionary({"MCID": str(number), "Pg": _page(page, document), "Type": "/MCR"})
            case Annotation(page):
                link = _reference(f"Annot.{kid.name}", document)
                return _dictionary({"Obj": link, "Pg": _page(page, document), "Type": "/OBJR"})


@dataclass(eq=False)
class _ParentTree(PDFObject):  # type: ignore[misc]
    """Which elements the marked content of each page belongs to, and each annotation; written at once too."""

    ledger: Ledger
    names: dict[int, str]

    def format(self, document: Any) -> bytes:
        """See ReportLab."""
        entries: list[str] = []
        for page, elements in enumerate(self.ledger.pages):
            if elements:
                parents = [_reference(self.names[id(element)], document) for element in elements]
                entries += [str(page), f"[ {_array(parents)} ]"]
        for number, element in enumerate(self.ledger.annotated):
            entries += [str(_FIRST_ANNOTATION_KEY + number), _reference(self.names[id(element)], document)]
        return f"[ {_array(entries)} ]".encode("ascii")


def _attributes(element: Element) -> dict[str, str]:
    spans = {"ColSpan": str(element.columns)} if element.columns > 1 else {}
    scope = {"Scope": f"/{element.scope}"} if element.scope is not None else {}
    if spans or scope:
        return {"A": _dictionary({**spans, "O": "/Table", **scope})}
    if element.numbered is not None:
        style = "/Decimal" if element.numbered else "/Disc"
        return {"A": _dictionary({"ListNumbering": style, "O": "/List"})}
    return {}


def _dictionary(entries: dict[str, str]) -> str:
    """A dictionary as ReportLab writes it."""
    return "<<\n" + " ".join(f"/{key} {value}" for key, value in entries.items()) + "\n>>"


def _array(items: list[str]) -> str:
    """What is in an array, ten to the line as ReportLab writes it."""
    lines = (" ".join(items[at : at + 10]) for at in range(0, len(items), 10))
    return " \n  ".join(lines)


def _string(text: str, document: Any) -> str:
    written: bytes = PDFString(text).format(document)
    return written.decode("latin-1")


def _reference(name: str, document: Any) -> str:
    number, version = document.idToObjectNumberAndVersion[name]
    return f"{number} {version} R"


def _page(number: int, document: Any) -> str:
    return _reference(f"Page{number + 1}", document)


def _tie_pages(document: Any) -> None:
    for number, page in enumerate(document.Pages.pages):
        page.__NoDefault__ = [*page.__NoDefault__, "StructParents", "Tabs"]
        page.StructParents = number
        page.Tabs = PDFName("S")


def _refer(name: str) -> PDFObjectReference:
    return PDFObjectReference(name)
