"""The list of the texts: what a line shows, and what state its text is in."""

from __future__ import annotations

from dataclasses import dataclass

from jury_desktop.domain.letter import Block
from jury_desktop.domain.letter_texts import OwnText
from jury_desktop.services.letter_texts import TextRow
from jury_desktop.ui.pages.letters.texts.words import kind_name
from jury_desktop.ui.text import area
from jury_desktop.ui.theme import Tone
from jury_desktop.ui.widgets.cells import PillCell
from jury_desktop.ui.widgets.paint import Pill
from jury_desktop.ui.widgets.rows_model import Column

tr = area("texts")


@dataclass(frozen=True, slots=True)
class Line:
    """A text in the list; ``draft`` is what was typed and not kept."""

    row: TextRow
    draft: OwnText | None = None

    @property
    def text(self) -> OwnText:
        """As it stands on the screen."""
        return self.draft or self.row.text


def key(line: Line) -> str:
    """By which a line is found again."""
    return line.row.kind.value


def columns() -> tuple[Column[Line], ...]:
    """Name and status."""
    return (
        Column(tr("Text"), lambda line: kind_name(line.row.kind)),
        Column(tr("Status"), _state_name, mark=_state, delegate=PillCell, width=112),
    )


def _state_name(line: Line) -> str:
    state = _state(line)
    return state.text if state else ""


def _state(line: Line) -> Pill | None:
    if line.draft is not None:
        return Pill(tr("not kept"), Tone.BAD)
    if isinstance(line.row.kind, Block) and not line.row.approved:
        return Pill(tr("to approve"), Tone.WARN)
    return Pill(tr("own"), Tone.INFO) if line.row.own else None
