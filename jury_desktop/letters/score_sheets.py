"""Score sheets to fill in by hand, as PDF/A-2a and PDF/UA-1: one for each candidacy of a juror."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from reportlab.lib.styles import ParagraphStyle
from reportlab.lib.units import mm

from jury_desktop.domain.messages import say
from jury_desktop.domain.sheet import GoalMark
from jury_desktop.letters import markup, styles
from jury_desktop.letters.document import Run
from jury_desktop.letters.pdf.archive import Properties
from jury_desktop.letters.pdf.boxes import Box, Row, RowStyle, Text, text
from jury_desktop.letters.pdf.canvas import TaggedCanvas
from jury_desktop.letters.pdf.structure import Element, Tag
from jury_desktop.letters.plain_pages import LANGUAGE_TAGS, WIDTH, draw_part, new_canvas
from jury_desktop.letters.sheet_stack import PrintedGoal, PrintedLine, PrintedSheet, SheetStack
from jury_desktop.wording import render

LINE = 7.0 * mm
"""Room for a line of handwriting, as on ruled paper."""
_CODE, _ASKED = 0.05, 0.55
"""Shares of the width: for the code of a line, and for what it asks; the values take the rest."""
SQUARE = "□"
"""What is ticked."""
_MARK, _MARKS_FROM = 19.0 * mm, 2
"""Room for one mark of a goal, and the cell of a row from which on marks stand."""
_ABSENT = 15.0 * mm
"""Room for the word that says that a question does not apply."""


def score_sheets_pdf(stack: SheetStack) -> bytes:
    """The PDF; the same bytes for the same input. Each sheet begins on a page of its own."""
    root = Element(Tag.DOCUMENT)
    title = render(say("paper.print_title", name=stack.juror), stack.language)
    tag = LANGUAGE_TAGS[stack.language]
    canvas = new_canvas(root, Properties(title, stack.author, stack.about, tag, stack.made))
    for sheet in stack.sheets:
        draw_part(canvas, _sheet_boxes(stack, sheet, root), f"{sheet.code} · {stack.juror}")
    draw_part(canvas, _anchor_boxes(stack, root), stack.about)
    return canvas.finish()


# one sheet


def _sheet_boxes(stack: SheetStack, sheet: PrintedSheet, root: Element) -> list[Box]:
    section = root.add(Tag.SECTION)
    boxes: list[Box] = [_head(stack, sheet, section)]
    told = render(say("paper.print_how"), stack.language)
    boxes.append(text(markup.of_line(told), styles.SMALL, section.add(Tag.PARAGRAPH), before=6))
    for line in sheet.lines:
        boxes += _line_boxes(stack, line, section)
        boxes += _goal_boxes(stack, line.goals, section)
    remark = render(say("paper.print_remark"), stack.language)
    boxes.append(_heading(remark, section))
    boxes.append(WritingRoom(3))
    boxes.append(_signature(stack, section))
    return boxes


def _head(stack: SheetStack, sheet: PrintedSheet, section: Element) -> Row:
    """Who and what on the left, the code on the right."""
    named = f"{sheet.reference} · {sheet.organisation}"
    left = (
        text(markup.of_line(stack.about), styles.LABEL, section.add(Tag.PARAGRAPH)),
        text(markup.of_line(named), styles.SUBJECT, section.add(Tag.HEADING_1)),
        text(markup.of_line(stack.juror), styles.VALUE, section.add(Tag.PARAGRAPH), before=2),
    )
    label = render(say("paper.print_code"), stack.language)
    right = (
        text(markup.of_line(label), styles.right_aligned(styles.LABEL), section.add(Tag.PARAGRAPH)),
        text(markup.of_line(sheet.code), styles.right_aligned(styles.SUBJECT), section.add(Tag.PARAGRAPH)),
    )
    return Row((left, right), RowStyle((WIDTH * 0.72, WIDTH * 0.28), 2, styles.DARK_LINE, splits=False))


def _line_boxes(stack: SheetStack, line: PrintedLine, section: Element) -> Iterator[Box]:
    """The question with the values to draw a circle around, and room to say why, which may be asked."""
    code = (text(markup.of_line(line.code), styles.TABLE_STRONG, section.add(Tag.PARAGRAPH)),)
    must = render(say("paper.print_explain"), stack.language) if line.explained else ""
    question = markup.of_runs((Run(f"{line.question} "), Run(must, strong=True)))
    asked = (
        text(markup.of_line(line.title), styles.TABLE_STRONG, section.add(Tag.HEADING_2)),
        text(question, styles.SMALL, section.add(Tag.PARAGRAPH), before=1),
    )
    style, small = (styles.right_aligned(each) for each in (styles.SUBJECT, styles.TABLE_STRONG))
    values = [(text(markup.of_line(each), style, section.add(Tag.PARAGRAPH)),) for each in line.values]
    absent = (text(markup.of_line(line.absent), small, section.add(Tag.PARAGRAPH)),) if line.absent else ()
    room = (WIDTH * (1 - _CODE - _ASKED) - _ABSENT) / len(values)
    widths = (WIDTH * _CODE, WIDTH * _ASKED, *[room] * len(values), _ABSENT)
    look = RowStyle(widths, 3, splits=False)
    yield Row((code, asked, *values, absent), look, before=7, keeps_next=line.lines > 0)
    if line.lines:
        yield WritingRoom(line.lines)


def _goal_boxes(stack: SheetStack, goals: Sequence[PrintedGoal], section: Element) -> Iterator[Box]:
    """The goals of a challenge, each with a square under every mark it may get."""
    if not goals:
        return
    widths = (WIDTH * _CODE, WIDTH * (1 - _CODE) - len(GoalMark) * _MARK, *[_MARK] * len(GoalMark))
    words = [render(say(f"paper.goal_{mark.value}"), stack.language) for mark in GoalMark]
    told = render(say("paper.print_goals"), stack.language)
    head = (told, *(f"{at} {word}" for at, word in enumerate(words, 1)))
    yield _goal_row(("", *head), widths, section, before=4, keeps_next=True)
    for goal in goals:
        squares = (SQUARE,) * len(GoalMark)
        yield _goal_row((goal.code, goal.text, *squares), widths, section, before=0)


def _goal_row(
    words: Sequence[str],
    widths: Sequence[float],
    section: Element,
    *,
    before: float,
    keeps_next: bool = False,
) -> Row:
    code, asked, *marks = (
        (text(markup.of_line(each), _goal_style(at, each), section.add(Tag.PARAGRAPH)),)
        for at, each in enumerate(words)
    )
    look = RowStyle(tuple(widths), 1, splits=False)
    return Row((code, asked, *marks), look, before=before, keeps_next=keeps_next)


def _goal_style(at: int, word: str) -> ParagraphStyle:
    if at < _MARKS_FROM:
        return styles.SMALL
    return styles.centred(styles.TIGHT if word == SQUARE else styles.SMALL)


def _heading(words: str, section: Element) -> Text:
    return text(
        markup.of_line(words), styles.TABLE_STRONG, section.add(Tag.HEADING_2), before=12, keeps_next=True
    )


def _signature(stack: SheetStack, section: Element) -> Row:
    words = [render(say(key), stack.language) for key in ("paper.print_date", "paper.print_signature")]
    cells = tuple((text(markup.of_line(each), styles.LABEL, section.add(Tag.PARAGRAPH)),) for each in words)
    return Row(cells, RowStyle((WIDTH * 0.35, WIDTH * 0.65), 8, splits=False), before=10)


def _anchor_boxes(stack: SheetStack, root: Element) -> list[Box]:
    """At the end, once: what the values mean."""
    section = root.add(Tag.SECTION)
    title = render(say("paper.print_anchors"), stack.language)
    boxes: list[Box] = [
        text(markup.of_line(title), styles.SUBJECT, section.add(Tag.HEADING_1), keeps_next=True)
    ]
    for name, sentences in stack.anchors:
        boxes.append(_heading(name, section))
        boxes += [_anchor(value, sentence, section) for value, sentence in enumerate(sentences)]
    return boxes


def _anchor(value: int, sentence: str, section: Element) -> Row:
    cells = tuple(
        (text(markup.of_line(words), styles.SMALL, section.add(Tag.PARAGRAPH)),)
        for words in (str(value), sentence)
    )
    return Row(cells, RowStyle((WIDTH * _CODE, WIDTH * (1 - _CODE)), 0, splits=False), before=2)


@dataclass(slots=True)
class WritingRoom:
    """Empty lines to write on; see :class:`~jury_desktop.letters.pdf.boxes.Box`."""

    lines: int
    before: float = 0.0
    keeps_next: bool = False

    def height(self, width: float) -> float:
        return float(self.lines * LINE)

    def least(self, width: float) -> float:
        return self.height(width)

    def split(self, width: float, room: float) -> None:
        return None

    def heads(self) -> Sequence[Box]:
        return ()

    def draw(self, canvas: TaggedCanvas, x: float, top: float, width: float) -> None:
        for line in range(1, self.lines + 1):
            canvas.rule(x, top - line * LINE, width, styles.LINE)
