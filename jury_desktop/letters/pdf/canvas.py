"""A ReportLab canvas that tags what it draws: marked content for every element, artifacts for the rest."""

from __future__ import annotations

import hashlib
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from io import BytesIO
from typing import Any

from reportlab.lib.colors import Color
from reportlab.pdfbase.pdfdoc import PDFArray, PDFDictionary, PDFName, PDFString
from reportlab.pdfgen.canvas import Canvas

from jury_desktop.letters.pdf import archive, fonts, tagging
from jury_desktop.letters.pdf.pictures import Picture
from jury_desktop.letters.pdf.streams import Deflate
from jury_desktop.letters.pdf.structure import Element, Tag

_VERSION = (1, 7)
_PRINTED = 4  # annotation flag Print, which PDF/A asks for (ISO 19005-2, 6.3.2)


class TaggedCanvas(Canvas):  # type: ignore[misc]
    """Draws one document. Everything drawn lies within :meth:`tagged` or :meth:`artifact`.

    :param size: width and height of the page in points.
    :param root: the top of the structure tree.
    """

    def __init__(self, size: tuple[float, float], root: Element, properties: archive.Properties) -> None:
        fonts.register()
        super().__init__(
            BytesIO(),
            pagesize=size,
            pageCompression=0,
            invariant=1,
            pdfVersion=_VERSION,
            initialFontName=fonts.REGULAR,
            lang=properties.language,
        )
        self._root = root
        self._properties = properties
        self._ledger = tagging.Ledger()
        self._drawn: list[Element] = []
        self._doc.defaultStreamFilters = [Deflate()]
        self._doc.signature = hashlib.md5(
            usedforsecurity=False
        )  # ReportLab's own depends on SOURCE_DATE_EPOCH

    @contextmanager
    def tagged(self, element: Element) -> Iterator[None]:
        """What is drawn inside is content of ``element``."""
        mark = self._ledger.mark(element)
        self._code.append(f"/{element.tag} <</MCID {mark.number}>> BDC")
        self._drawn.append(element)
        yield
        self._drawn.pop()
        self._code.append("EMC")

    @contextmanager
    def artifact(self, kind: str = "Layout") -> Iterator[None]:
        """What is drawn inside is no content: rules, header, footer ("Pagination")."""
        self._code.append(f"/Artifact <</Type /{kind}>> BDC")
        yield
        self._code.append("EMC")

    def rule(self, x: float, y: float, width: float, color: Color, thickness: float = 0.5) -> None:
        """A horizontal line, as decoration."""
        with self.artifact():
            self.saveState()
            self.setStrokeColor(color)
            self.setLineWidth(thickness)
            self.line(x, y, x + width, y)
            self.restoreState()

    def picture(self, element: Element, picture: Picture, box: tuple[float, float, float, float]) -> None:
        """``picture`` in a box of x, y (lower left), width and height."""
        x, y, width, height = box
        if not self.hasForm(picture.name):
            self._doc.addForm(picture.name, picture.stream())
        with self.tagged(element):
            self.saveState()
            self.transform(width, 0, 0, height, x, y)
            self.doForm(picture.name)
            self.restoreState()

    def linkURL(self, url: str, rect: Sequence[float], relative: int = 0, **_: Any) -> None:  # noqa: N802
        """Makes a part of the page open ``url``; paragraphs call it for their ``<a href>``.

        The link is an element of its own under the element that is being drawn.
        """
        if not self._drawn:
            return
        annotation = self._ledger.annotate(self._drawn[-1].add(Tag.LINK, alt=url))
        entries = {
            "Type": PDFName("Annot"),
            "Subtype": PDFName("Link"),
            "Rect": PDFArray(self._absRect(rect, relative)),
            "Border": PDFArray([0, 0, 0]),
            "F": _PRINTED,
            "Contents": PDFString(url),
            "StructParent": annotation.key,
            "A": PDFDictionary({"S": PDFName("URI"), "URI": PDFString(url)}),
        }
        self._addAnnotation(PDFDictionary(entries), name=annotation.name)

    def showPage(self) -> None:  # noqa: N802 - ReportLab's name
        """Ends the page and starts the next."""
        super().showPage()
        self._ledger.next_page()

    def finish(self) -> bytes:
        """The bytes of the finished document; the canvas is used up."""
        tagging.write(self._doc, self._root, self._ledger)
        archive.write(self._doc, self._properties)
        data: bytes = self.getpdfdata()
        return data
