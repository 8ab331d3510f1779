"""From the document model to boxes with their place in the structure tree."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import zip_longest

from reportlab.lib.styles import ParagraphStyle
from reportlab.lib.units import mm

from jury_desktop.domain.letter import LetterData
from jury_desktop.letters import markup, styles
from jury_desktop.letters.document import Align, Block, Heading, ListBlock, Paragraph, Run, Scores, Table
from jury_desktop.letters.pdf.boxes import Box, Row, RowStyle, Text, text
from jury_desktop.letters.pdf.structure import Element, Scope, Tag
from jury_desktop.letters.score_boxes import ruled, score_boxes

_LABEL_WIDTH = 5.5 * mm
_HEADINGS = {2: Tag.HEADING_2, 3: Tag.HEADING_3}


class Composer:
    """Makes the boxes of one letter; ``width`` is that of the text, in points."""

    def __init__(self, data: LetterData, width: float) -> None:
        self._data = data
        self._width = width

    def body(self, blocks: Sequence[Block], parent: Element) -> Iterator[Box]:
        """The boxes of the text, each an element under ``parent``."""
        for block, following in zip_longest(blocks, blocks[1:]):
            match block:
                case Paragraph(runs):
                    style = styles.SMALL if small_print(block) else styles.BODY
                    introduces = isinstance(following, ListBlock | Table | Scores)
                    yield text(markup.of_runs(runs), style, parent.add(Tag.PARAGRAPH), keeps_next=introduces)
                case Heading(level, runs):
                    element = parent.add(_HEADINGS[level])
                    yield text(markup.of_runs(runs), styles.HEADING[level], element, keeps_next=True)
                case ListBlock():
                    yield from self._list(block, parent)
                case Table():
                    yield from self._table(block, parent)
                case Scores():
                    yield from score_boxes(self._data, self._width, parent)

    def _list(self, block: ListBlock, parent: Element) -> Iterator[Box]:
        element = parent.add(Tag.LIST, numbered=block.ordered)
        look = RowStyle((_LABEL_WIDTH, self._width - _LABEL_WIDTH))
        for number, item in enumerate(block.items, start=1):
            label = f"{number}." if block.ordered else "•"
            yield _item(label, item, element.add(Tag.ITEM), look, first=number == 1)

    def _table(self, block: Table, parent: Element) -> Iterator[Box]:
        element = parent.add(Tag.TABLE)
        column = self._width / len(block.header)
        widths = (column,) * len(block.header)
        head = _cells(block.header, block.aligns, element.add(Tag.ROW), styles.TABLE_HEAD, Tag.HEADER_CELL)
        header = Row(head, ruled(widths, dark=True), before=8, keeps_next=True)
        yield header
        for runs in block.rows:
            cells = _cells(runs, block.aligns, element.add(Tag.ROW), styles.TABLE, Tag.CELL)
            yield Row(cells, ruled(widths), head=header)


def small_print(block: Block) -> bool:
    """Whether a paragraph is small print: wholly in emphasis."""
    return isinstance(block, Paragraph) and all(run.emphasis for run in block.runs if run.text.strip())


def _item(label: str, blocks: Sequence[Block], element: Element, look: RowStyle, *, first: bool) -> Row:
    mark = text(label, styles.TIGHT, element.add(Tag.LABEL))
    body = element.add(Tag.ITEM_BODY)
    lines = [runs for block in blocks for runs in _item_runs(block)]
    content = tuple(text(markup.of_runs(runs), styles.TIGHT, body.add(Tag.PARAGRAPH)) for runs in lines)
    before = styles.BODY.spaceBefore - 2 if first else styles.TIGHT.spaceBefore
    return Row(((mark,), content), look, before=before)


def _item_runs(block: Block) -> Iterator[tuple[Run, ...]]:
    """The paragraphs in a list item; a list inside a list becomes paragraphs with a dash."""
    match block:
        case Paragraph(runs) | Heading(_, runs):
            yield runs
        case ListBlock(_, items):
            for item in items:
                for inner in item:
                    yield from ((Run("– "), *runs) for runs in _item_runs(inner))
        case _:
            pass


def _cells(
    row: Sequence[tuple[Run, ...]], aligns: Sequence[Align], element: Element, style: ParagraphStyle, tag: Tag
) -> tuple[tuple[Text, ...], ...]:
    scope = Scope.COLUMN if tag is Tag.HEADER_CELL else None
    looks = [styles.right_aligned(style) if align is Align.RIGHT else style for align in aligns]
    return tuple(
        (text(markup.of_runs(runs), look, element.add(tag, scope=scope).add(Tag.PARAGRAPH)),)
        for runs, look in zip(row, looks, strict=True)
    )
