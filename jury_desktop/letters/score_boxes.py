"""The table of scores as boxes: the reasons stand under the name of their criterion, figures in columns.

To a screen reader name, reasons, weight and scores are cells of one row, with the name as header.
"""

from __future__ import annotations

from collections.abc import Iterator

from reportlab.lib.styles import ParagraphStyle
from reportlab.lib.units import mm

from jury_desktop.domain.letter import LetterData, ScoreRow
from jury_desktop.letters import markup, score_table, styles
from jury_desktop.letters.markdown import clean
from jury_desktop.letters.pdf.boxes import Box, Row, RowStyle, Text, text
from jury_desktop.letters.pdf.structure import Element, Scope, Tag

_WEIGHT_WIDTH, _SCORE_WIDTH = 17 * mm, 22 * mm
_PADDING = 5.0
_BEFORE_SCORES = 3
"""Columns before those of the scores: criterion, motivation, weight."""


def score_boxes(data: LetterData, width: float, parent: Element) -> Iterator[Box]:
    """The table, and under it how the total follows; ``width`` is that of the text, in points."""
    element = parent.add(Tag.TABLE)
    figures = len(score_table.columns(data)) * (_SCORE_WIDTH,)
    words = width - _WEIGHT_WIDTH - sum(figures)
    columns = (words, _WEIGHT_WIDTH, *figures)
    header = Row(_head(data, element.add(Tag.ROW)), ruled(columns, dark=True), before=8, keeps_next=True)
    yield header
    closing = score_table.closing(data)
    for left, row in zip(range(len(data.rows) - 1, -1, -1), data.rows, strict=True):
        cells = _cells(data, row, element.add(Tag.ROW))
        yield Row(cells, ruled(columns), head=header, keeps_next=bool(closing) and not left)
    for left, each in zip(range(len(closing) - 1, -1, -1), closing, strict=True):
        last = each.figures if len(each.figures) > 1 else (each.figures[0],)
        widths = (words + _WEIGHT_WIDTH, *(sum(figures) / len(last) for _ in last))
        cells = _closing(each, len(figures) // len(last), element.add(Tag.ROW))
        yield Row(cells, ruled(widths, dark=not left, splits=False), head=header, keeps_next=bool(left))
    if told := score_table.explanation(data):
        yield text(markup.of_line(told), styles.TABLE, parent.add(Tag.PARAGRAPH), before=6)


def ruled(widths: tuple[float, ...], *, dark: bool = False, splits: bool = True) -> RowStyle:
    """A row of a table, with a line under it."""
    line = styles.DARK_LINE if dark else styles.LINE
    return RowStyle(widths, _PADDING, line, 0.8 if dark else 0.5, splits)


def _head(data: LetterData, element: Element) -> tuple[tuple[Text, ...], ...]:
    look, right = styles.TABLE_HEAD, styles.right_aligned(styles.TABLE_HEAD)
    words = (score_table.CRITERION, score_table.MOTIVATION)
    stack = tuple(_header(score_table.worded(each), look, element) for each in words)
    figures = (score_table.worded(score_table.WEIGHT), *score_table.columns(data))
    return stack, *((_header(each, right, element),) for each in figures)


def _header(name: str, look: ParagraphStyle, row: Element) -> Text:
    cell = row.add(Tag.HEADER_CELL, scope=Scope.COLUMN)
    return text(markup.of_line(name), look, cell.add(Tag.PARAGRAPH), before=0.0)


def _cells(data: LetterData, row: ScoreRow, element: Element) -> tuple[tuple[Text, ...], ...]:
    reasons = [part for part in clean(row.motivation).split("\n\n") if part.strip()]
    header = element.add(Tag.HEADER_CELL, scope=Scope.ROW, columns=1 if reasons else 2)
    title = text(
        markup.of_line(row.criterion), styles.TABLE_STRONG, header.add(Tag.PARAGRAPH), keeps_next=True
    )
    argued = element.add(Tag.CELL)
    stack = (text(markup.of_line(part), styles.TABLE, argued.add(Tag.PARAGRAPH)) for part in reasons)
    weight = _figure(score_table.weight(row), styles.TABLE, element)
    scores = (_figure(each, styles.TABLE_STRONG, element) for each in score_table.scores(data, row))
    return (title, *stack), weight, *scores


def _closing(row: score_table.Closing, span: int, element: Element) -> tuple[tuple[Text, ...], ...]:
    header = element.add(Tag.HEADER_CELL, scope=Scope.ROW, columns=_BEFORE_SCORES)
    label = text(markup.of_line(row.label), styles.TABLE_STRONG, header.add(Tag.PARAGRAPH))
    return (label,), *(_figure(each, styles.TABLE_STRONG, element, span) for each in row.figures)


def _figure(shown: str, look: ParagraphStyle, row: Element, columns: int = 1) -> tuple[Text, ...]:
    cell = row.add(Tag.CELL, columns=columns).add(Tag.PARAGRAPH)
    return (text(shown, styles.right_aligned(look), cell, before=0.0),)
