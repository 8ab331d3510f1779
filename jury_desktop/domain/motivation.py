"""A first motivation from what the jury wrote, each line with the score rows it rests on."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from jury_desktop.domain.decision import MotivationLine
from jury_desktop.domain.sheet import Answer, Item, Sheet


def propose_lines(sheets: Sequence[Sheet], items: Sequence[Item]) -> tuple[MotivationLine, ...]:
    """One line per item with comments: the jurors' own sentences, the same one only once.

    Names of jurors never enter; the references tell which sheets a line rests on.
    """
    lines = (_line(item, sheets) for item in items)
    return tuple(line for line in lines if line is not None)


def with_comment(line: MotivationLine, sheet: str, comment: str) -> MotivationLine:
    """The reasons with the sentence of a juror behind them, unless they hold it, and a reference to it."""
    sentence = _sentence(comment.strip())
    text = line.text if sentence in line.text else f"{line.text} {sentence}".strip()
    return replace(line, text=text, sheets=tuple(dict.fromkeys((*line.sheets, sheet))))


def _line(item: Item, sheets: Sequence[Sheet]) -> MotivationLine | None:
    said = [(sheet.id, sheet.answers.get(item.key, Answer()).comment.strip()) for sheet in sheets]
    said = [(sheet, comment) for sheet, comment in said if comment]
    if not said:
        return None
    sentences = dict.fromkeys(_sentence(comment) for _, comment in said)
    return MotivationLine(item.key, " ".join(sentences), tuple(sheet for sheet, _ in said))


def _sentence(comment: str) -> str:
    text = comment[0].upper() + comment[1:]
    return text if text[-1] in ".!?…" else f"{text}."
