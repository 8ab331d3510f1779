"""A document for the record as PDF/A-2a and PDF/UA-1: the minutes of the deliberation."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from reportlab.lib.styles import ParagraphStyle

from jury_desktop.letters import markup, styles
from jury_desktop.letters.markdown import clean
from jury_desktop.letters.pdf.archive import Properties
from jury_desktop.letters.pdf.boxes import Box, Row, RowStyle, Text, text
from jury_desktop.letters.pdf.structure import Element, Scope, Tag
from jury_desktop.letters.plain_pages import LANGUAGE_TAGS, WIDTH, draw_part, new_canvas
from jury_desktop.letters.record_paper import (
    Facts,
    Grid,
    Part,
    Reason,
    Reasons,
    Record,
    Signatures,
    Title,
    Words,
)

_LABEL = 0.24
"""Share of the width for the name of a fact."""
_FIGURE = 0.16
"""Share of the width for a score beside its reasons."""
_ROOM_TO_SIGN = 34.0
_HEADINGS = {2: Tag.HEADING_2, 3: Tag.HEADING_3}


def record_pdf(record: Record) -> bytes:
    """The PDF; the same bytes for the same input."""
    root = Element(Tag.DOCUMENT)
    subject = " · ".join(record.about)
    tag = LANGUAGE_TAGS[record.language]
    canvas = new_canvas(
        root, Properties(record.title, record.author, subject, tag, record.made, record.source)
    )
    draw_part(canvas, list(_boxes(record, root)), record.foot)
    return canvas.finish()


def _boxes(record: Record, root: Element) -> Iterator[Box]:
    yield text(markup.of_line(record.title), styles.TITLE, root.add(Tag.HEADING_1), keeps_next=True)
    for line in record.about:
        yield text(markup.of_line(line), styles.SMALL, root.add(Tag.PARAGRAPH), before=2, keeps_next=True)
    for part in record.parts:
        yield from _part(part, root)


def _part(part: Part, root: Element) -> Iterator[Box]:
    match part:
        case Title(words, level):
            look = styles.HEADING[level]
            yield text(
                markup.of_line(words), look, root.add(_HEADINGS[level]), before=_above(level), keeps_next=True
            )
        case Words(words, small):
            style = styles.SMALL if small else styles.VALUE
            for paragraph in _paragraphs(words):
                yield text(paragraph, style, root.add(Tag.PARAGRAPH), before=4)
        case Facts():
            yield from _facts(part, root)
        case Grid():
            yield from _grid(part, root)
        case Reasons():
            yield from _reasons(part, root)
        case Signatures():
            yield from _signatures(part, root)


def _above(level: int) -> float:
    return 22.0 if level == min(_HEADINGS) else 10.0


def _paragraphs(words: str) -> Iterator[str]:
    for paragraph in clean(words).replace("\r\n", "\n").split("\n"):
        if paragraph.strip():
            yield markup.of_line(paragraph)


def _facts(facts: Facts, root: Element) -> Iterator[Box]:
    table = root.add(Tag.TABLE)
    look = RowStyle((WIDTH * _LABEL, WIDTH * (1 - _LABEL)), 1.5)
    for at, (name, value) in enumerate(facts.rows):
        row = table.add(Tag.ROW)
        head = row.add(Tag.HEADER_CELL, scope=Scope.ROW).add(Tag.PARAGRAPH)
        cell = row.add(Tag.CELL)
        shown = [text(each, styles.VALUE, cell.add(Tag.PARAGRAPH)) for each in _paragraphs(value or "–")]
        yield Row(
            ((text(markup.of_line(name), styles.TABLE_HEAD, head),), tuple(shown)),
            look,
            before=4 if at == 0 else 0,
            keeps_next=at + 1 < len(facts.rows),
        )


def _grid(grid: Grid, root: Element) -> Iterator[Box]:
    table = root.add(Tag.TABLE)
    widths = tuple(WIDTH * share for share in grid.shares)
    header = Row(
        _cells(grid.heads, grid.figures, table.add(Tag.ROW), heads=True), _ruled(widths, dark=True), 6, True
    )
    yield header
    for values in grid.rows:
        yield Row(_cells(values, grid.figures, table.add(Tag.ROW)), _ruled(widths), head=header)


def _cells(
    values: Sequence[str], figures: frozenset[int], row: Element, *, heads: bool = False
) -> tuple[tuple[Text, ...], ...]:
    return tuple(
        (text(markup.of_line(value), _look(at in figures, heads), _cell(row, at, heads)),)
        for at, value in enumerate(values)
    )


def _look(figure: bool, heads: bool) -> ParagraphStyle:
    style = styles.TABLE_HEAD if heads else styles.VALUE
    return styles.right_aligned(style) if figure else style


def _cell(row: Element, at: int, heads: bool) -> Element:
    if heads or at == 0:
        scope = Scope.COLUMN if heads else Scope.ROW
        return row.add(Tag.HEADER_CELL, scope=scope).add(Tag.PARAGRAPH)
    return row.add(Tag.CELL).add(Tag.PARAGRAPH)


def _reasons(reasons: Reasons, root: Element) -> Iterator[Box]:
    table = root.add(Tag.TABLE)
    widths = (WIDTH * (1 - _FIGURE), WIDTH * _FIGURE)
    heads = _cells(reasons.heads, frozenset({1}), table.add(Tag.ROW), heads=True)
    header = Row(heads, _ruled(widths, dark=True), 8, True)
    yield header
    for reason in reasons.rows:
        yield Row(_reason(reason, table.add(Tag.ROW)), _ruled(widths, splits=True), head=header)


def _reason(reason: Reason, row: Element) -> tuple[tuple[Text, ...], ...]:
    head = row.add(Tag.HEADER_CELL, scope=Scope.ROW)
    left = [text(markup.of_line(reason.title), styles.TABLE_STRONG, head.add(Tag.PARAGRAPH), keeps_next=True)]
    for words in reason.paragraphs:
        left += [text(each, styles.TABLE, head.add(Tag.PARAGRAPH)) for each in _paragraphs(words)]
    left += [
        text(markup.of_line(note), styles.SMALL, head.add(Tag.PARAGRAPH), before=2) for note in reason.notes
    ]
    strong = styles.right_aligned(styles.TABLE_STRONG)
    return tuple(left), (text(markup.of_line(reason.figure), strong, row.add(Tag.CELL).add(Tag.PARAGRAPH)),)


def _signatures(part: Signatures, root: Element) -> Iterator[Box]:
    for role, name in part.people:
        cells = (
            (
                text(markup.of_line(role), styles.LABEL, root.add(Tag.PARAGRAPH)),
                text(markup.of_line(name or "…"), styles.TABLE_STRONG, root.add(Tag.PARAGRAPH)),
            ),
            (text(markup.of_line(part.date), styles.LABEL, root.add(Tag.PARAGRAPH)),),
            (text(markup.of_line(part.signature), styles.LABEL, root.add(Tag.PARAGRAPH)),),
        )
        widths = (WIDTH * 0.4, WIDTH * 0.24, WIDTH * 0.36)
        yield Row(cells, RowStyle(widths, _ROOM_TO_SIGN / 2, styles.LINE, splits=False), before=4)


def _ruled(widths: tuple[float, ...], *, dark: bool = False, splits: bool = False) -> RowStyle:
    line = styles.DARK_LINE if dark else styles.LINE
    return RowStyle(widths, 4, line, 0.8 if dark else 0.5, splits)
