"""The running order of the pitch sessions as PDF/A-2a and PDF/UA-1, a page for each room in a session."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from jury_desktop.domain.messages import say
from jury_desktop.domain.paper import challenge
from jury_desktop.letters import markup, styles
from jury_desktop.letters.pdf.archive import Properties
from jury_desktop.letters.pdf.boxes import Box, Row, RowStyle, Text, text
from jury_desktop.letters.pdf.structure import Element, Scope, Tag
from jury_desktop.letters.plain_pages import LANGUAGE_TAGS, WIDTH, draw_parts, new_canvas
from jury_desktop.letters.running_sheet import RunningRoom, RunningSheet, RunningTurn
from jury_desktop.wording import render

_WIDTHS = (WIDTH * 0.20, WIDTH * 0.42, WIDTH * 0.38)
"""Hours, candidate, panel."""
_HEADS = ("plan_out.column_hours", "plan_out.column_candidate", "plan_out.column_panel")


def running_order_pdf(sheet: RunningSheet) -> bytes:
    """The PDF; the same bytes for the same input."""
    root = Element(Tag.DOCUMENT)
    title = render(say("plan_out.running_order"), sheet.language)
    properties = Properties(title, sheet.author, sheet.about, LANGUAGE_TAGS[sheet.language], sheet.made)
    canvas = new_canvas(root, properties)
    foot = f"{title} · {sheet.about}"
    parts = [list(_room_boxes(room, root.add(Tag.SECTION), sheet.language)) for room in sheet.rooms]
    if sheet.waiting or not sheet.rooms:
        parts.append(list(_waiting_boxes(sheet, root.add(Tag.SECTION))))
    draw_parts(canvas, parts, foot)
    return canvas.finish()


def _room_boxes(room: RunningRoom, section: Element, language: str) -> Iterator[Box]:
    yield text(markup.of_line(room.title), styles.SUBJECT, section.add(Tag.HEADING_1), keeps_next=True)
    yield text(
        markup.of_line(room.about), styles.SMALL, section.add(Tag.PARAGRAPH), before=2, keeps_next=True
    )
    table = section.add(Tag.TABLE)
    names = [render(say(key), language) for key in _HEADS]
    header = Row(_heads(names, table.add(Tag.ROW)), _ruled(dark=True), before=10, keeps_next=True)
    yield header
    for turn in room.turns:
        row = table.add(Tag.ROW)
        cells = _turn_cells(turn, row, language) if turn.reference else _break_cells(turn, row, language)
        yield Row(cells, _ruled(), head=header)


def _heads(names: Sequence[str], row: Element) -> tuple[tuple[Text, ...], ...]:
    return tuple(
        (
            text(
                markup.of_line(name),
                styles.TABLE_HEAD,
                row.add(Tag.HEADER_CELL, scope=Scope.COLUMN).add(Tag.PARAGRAPH),
            ),
        )
        for name in names
    )


def _turn_cells(turn: RunningTurn, row: Element, language: str) -> tuple[tuple[Text, ...], ...]:
    when, who, before_whom = (row.add(Tag.CELL) for _ in _WIDTHS)
    hours = [text(markup.of_line(turn.hours), styles.TABLE_STRONG, when.add(Tag.PARAGRAPH))]
    hours += [_small(f"{start} {name}", when) for start, name in turn.phases]
    named = f"{turn.reference} {turn.organisation}"
    candidate = [text(markup.of_line(named), styles.TABLE_STRONG, who.add(Tag.PARAGRAPH))]
    candidate += [_challenge(number, name, who) for number, name in turn.challenges]
    if turn.contact:
        candidate.append(_small(turn.contact, who))
    panel = [text(markup.of_line(", ".join(turn.panel)), styles.VALUE, before_whom.add(Tag.PARAGRAPH))]
    if turn.outside:
        leaves = render(say("plan_out.leaves", names=", ".join(turn.outside)), language)
        panel.append(
            text(markup.of_line(leaves), styles.TABLE_STRONG, before_whom.add(Tag.PARAGRAPH), before=3)
        )
    return tuple(hours), tuple(candidate), tuple(panel)


def _break_cells(turn: RunningTurn, row: Element, language: str) -> tuple[tuple[Text, ...], ...]:
    said = render(say("plan_out.break"), language)
    words = (turn.hours, said, "")
    return tuple((_small(each, row.add(Tag.CELL)),) for each in words)


def _challenge(number: int, name: str, cell: Element) -> Text:
    """The number on its colour, as everywhere, with the name beside it."""
    ground, ink = challenge(number)
    chip = f'<font name="Jury-SemiBold" color="{ink}" backColor="{ground}">&nbsp;{number}&nbsp;</font>'
    return text(f"{chip}&nbsp; {markup.of_line(name)}", styles.SMALL, cell.add(Tag.PARAGRAPH), before=2)


def _small(words: str, cell: Element) -> Text:
    return text(markup.of_line(words), styles.SMALL, cell.add(Tag.PARAGRAPH), before=1)


def _waiting_boxes(sheet: RunningSheet, section: Element) -> Iterator[Box]:
    heading = render(say("plan_out.waiting"), sheet.language)
    yield text(markup.of_line(heading), styles.SUBJECT, section.add(Tag.HEADING_1), keeps_next=True)
    for name in sheet.waiting:
        yield text(markup.of_line(name), styles.VALUE, section.add(Tag.PARAGRAPH), before=4)


def _ruled(*, dark: bool = False) -> RowStyle:
    line = styles.DARK_LINE if dark else styles.LINE
    return RowStyle(_WIDTHS, 5, line, 0.8 if dark else 0.5, splits=False)
