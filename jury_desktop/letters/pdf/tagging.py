"""Writes the structure tree into the PDF: StructTreeRoot, ParentTree and one StructElem per element."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Any

from reportlab.pdfbase.pdfdoc import PDFArray, PDFDictionary, PDFName, PDFObjectReference, PDFString

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
        document.Reference(_element(element, parent_name, names), names[id(element)])
    tree = {
        "Type": PDFName("StructTreeRoot"),
        "K": _refer(names[id(root)]),
        "ParentTree": PDFDictionary({"Nums": _parent_tree(ledger, names)}),
        "ParentTreeNextKey": _FIRST_ANNOTATION_KEY + len(ledger.annotated),
    }
    document.Catalog.StructTreeRoot = document.Reference(PDFDictionary(tree), _ROOT)
    document.Catalog.MarkInfo = PDFDictionary({"Marked": "true"})
    _tie_pages(document)


def _has_content(element: Element) -> bool:
    return any(not isinstance(kid, Element) or _has_content(kid) for kid in element.kids)


def _element(element: Element, parent: str, names: dict[int, str]) -> PDFDictionary:
    entries: dict[str, Any] = {
        "Type": PDFName("StructElem"),
        "S": PDFName(element.tag),
        "P": _refer(parent),
        "K": PDFArray([shown for kid in element.kids if (shown := _kid(kid, names)) is not None]),
    }
    if element.alt:
        entries["Alt"] = PDFString(element.alt)
    if attributes := _attributes(element):
        entries["A"] = PDFDictionary(attributes)
    return PDFDictionary(entries)


def _kid(kid: Element | Mark | Annotation, names: dict[int, str]) -> Any:
    match kid:
        case Element():
            return _refer(names[id(kid)]) if id(kid) in names else None
        case Mark(page, number):
            return PDFDictionary({"Type": PDFName("MCR"), "Pg": _page(page), "MCID": number})
        case Annotation(page):
            return PDFDictionary(
                {"Type": PDFName("OBJR"), "Pg": _page(page), "Obj": _refer(f"Annot.{kid.name}")}
            )


def _attributes(element: Element) -> dict[str, Any]:
    if element.scope is not None:
        return {"O": PDFName("Table"), "Scope": PDFName(element.scope)}
    if element.numbered is not None:
        return {"O": PDFName("List"), "ListNumbering": PDFName("Decimal" if element.numbered else "Disc")}
    return {}


def _parent_tree(ledger: Ledger, names: dict[int, str]) -> PDFArray:
    entries: list[Any] = []
    for page, elements in enumerate(ledger.pages):
        if elements:
            entries += [page, PDFArray([_refer(names[id(element)]) for element in elements])]
    for number, element in enumerate(ledger.annotated):
        entries += [_FIRST_ANNOTATION_KEY + number, _refer(names[id(element)])]
    return PDFArray(entries)


def _tie_pages(document: Any) -> None:
    for number, page in enumerate(document.Pages.pages):
        page.__NoDefault__ = [*page.__NoDefault__, "StructParents", "Tabs"]
        page.StructParents = number
        page.Tabs = PDFName("S")


def _refer(name: str) -> PDFObjectReference:
    return PDFObjectReference(name)


def _page(number: int) -> PDFObjectReference:
    return PDFObjectReference(f"Page{number + 1}")
