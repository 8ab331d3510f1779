"""The letter of ``letters.py`` by ReportLab as it comes: what the tags and the archive cost beside it.

The fonts are ReportLab's own kind, of the same files, so that nothing that ours does faster is lent to it.
Streams are compressed as ours are, and not written as ASCII 85 on top of it: its default costs it 4 %.
"""

from __future__ import annotations

import io
from collections.abc import Iterator
from functools import cache
from html import escape

from letter_said import Said
from reportlab import rl_config
from reportlab.lib.fonts import addMapping
from reportlab.lib.styles import ParagraphStyle
from reportlab.lib.units import mm
from reportlab.pdfbase.pdfmetrics import registerFont
from reportlab.pdfbase.ttfonts import TTFont
from reportlab.pdfgen.canvas import Canvas
from reportlab.platypus import Flowable, Paragraph, SimpleDocTemplate, Table, TableStyle

from jury_desktop import resources
from jury_desktop.letters import document, markup, styles
from jury_desktop.letters.document import Block, Scores, lines_of

_FACES = ("Regular", "Medium", "SemiBold", "Italic", "BoldItalic")


def reportlab(said: Said) -> bytes:
    """Flowables, one pass for the pages and one for "Pagina 1 van 3"."""
    rl_config.useA85 = 0
    body: list[Flowable] = [_text(escape(line), styles.VALUE) for line in said.head]
    body += [
        _text(escape(said.subject), styles.SUBJECT),
        _text(f"{escape(said.data.salutation)},", styles.BODY),
    ]
    for block, (kind, words) in zip(_one_each(said.blocks), said.pieces(), strict=True):
        if kind == "scores":
            body.append(_scores(said))
        elif kind == "h":
            body.append(_text(escape(words), styles.HEADING[2]))
        elif isinstance(block, document.Paragraph):
            body.append(_text(markup.of_runs(block.runs), styles.BODY))
        else:
            body.append(_text(escape(words), styles.BODY, bullet="•" if kind == "li" else None))
    body += [_text(escape(line), styles.BODY) for line in said.closing]
    out = io.BytesIO()
    page = SimpleDocTemplate(out, leftMargin=33 * mm, rightMargin=15 * mm, initialFontName=_face("Regular"))
    page.build(body, canvasmaker=_Numbered)
    return out.getvalue()


def _scores(said: Said) -> Table:
    cells = [[_text(head, styles.TABLE_HEAD) for head in said.heads]]
    for criterion, motivation, figures in said.rows:
        left = [_text(escape(criterion), styles.TABLE_STRONG)]
        left += [_text(escape(motivation), styles.TABLE)] if motivation else []
        cells.append([left, *(_text(figure, styles.TABLE_STRONG) for figure in figures)])
    look = TableStyle([("LINEBELOW", (0, 0), (-1, -1), 0.5, styles.LINE)])
    return Table(cells, [101 * mm, 17 * mm, 22 * mm, 22 * mm], repeatRows=1, style=look)


def _text(marked: str, style: ParagraphStyle, bullet: str | None = None) -> Paragraph:
    return Paragraph(marked, _plain(style), bulletText=bullet)


@cache
def _plain(style: ParagraphStyle) -> ParagraphStyle:
    """The same style in a font of ReportLab's own kind."""
    return ParagraphStyle(style.name, parent=style, fontName=_face(style.fontName.partition("-")[2]))


def _face(name: str) -> str:
    _register()
    return f"Plain-{name}"


@cache
def _register() -> None:
    for name in _FACES:
        file = resources.path("fonts", f"Inter-{name}.ttf")
        registerFont(TTFont(f"Plain-{name}", str(file), asciiReadable=False))
    for base in ("Plain-Regular", "Plain-Medium"):
        addMapping(base, 0, 0, base)
        addMapping(base, 1, 0, "Plain-SemiBold")
        addMapping(base, 0, 1, "Plain-Italic")
        addMapping(base, 1, 1, "Plain-BoldItalic")
    addMapping("Plain-SemiBold", 0, 0, "Plain-SemiBold")


def _one_each(blocks: tuple[Block, ...]) -> Iterator[Block]:
    """A block for every piece: one of several lines comes as often as it has lines, and
    the table of scores with how its total follows."""
    for block in blocks:
        count = 2 if isinstance(block, Scores) else len(list(lines_of((block,))))
        yield from (block for _ in range(count))


class _Numbered(Canvas):  # type: ignore[misc]
    """A canvas that draws the page numbers when it knows how many there are."""

    def __init__(self, *arguments: object, **options: object) -> None:
        super().__init__(*arguments, **options)
        self.kept: list[dict[str, object]] = []

    def showPage(self) -> None:  # noqa: N802 - ReportLab's name
        self.kept.append(dict(self.__dict__))
        self._startPage()

    def save(self) -> None:
        for number, state in enumerate(self.kept, start=1):
            self.__dict__.update(state)
            self.setFont(_face("Regular"), 8)
            self.drawRightString(550, 30, f"Pagina {number} van {len(self.kept)}")
            super().showPage()
        super().save()
