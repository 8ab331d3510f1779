"""What a letter of ``letters.py`` says, ready to be drawn: what every maker is given."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from jury_desktop import wording
from jury_desktop.domain.letter import LetterData
from jury_desktop.letters.document import Block, Heading, ListBlock, Paragraph, Scores, lines_of, plain
from jury_desktop.letters.filters import score_out_of


@dataclass(frozen=True, slots=True)
class Said:
    """What the letter says, ready to be drawn."""

    data: LetterData
    subject: str
    blocks: tuple[Block, ...]

    @property
    def head(self) -> tuple[str, ...]:
        """Sender, address and reference, a line each."""
        data = self.data
        facts = (
            f"Datum {data.place}, {wording.day(data.dated)}",
            f"Ons kenmerk {data.reference}",
            f"Uw kandidatuur {data.candidacy}",
            f"Contactpersoon {data.contact.name}",
        )
        return (data.sender.name, *data.sender.lines, data.delivery, *data.addressee, *facts)

    @property
    def closing(self) -> tuple[str, ...]:
        """Greeting, name and function."""
        return ("Met vriendelijke groeten", self.data.signatory.name, self.data.signatory.role)

    @property
    def rows(self) -> tuple[tuple[str, str, str], ...]:
        """Criterion, motivation and score, with the total at the end."""
        rows = tuple(
            (row.criterion, row.motivation, score_out_of(row.score, row.maximum)) for row in self.data.rows
        )
        assert self.data.total is not None
        assert self.data.maximum is not None
        return (*rows, ("Totaal", "", score_out_of(self.data.total, self.data.maximum)))

    def pieces(self) -> Iterator[tuple[str, str]]:
        """The text as kind (``h``, ``p``, ``li`` or ``scores``) and words, in order."""
        for block in self.blocks:
            match block:
                case Scores():
                    yield "scores", ""
                case Heading(_, runs):
                    yield "h", plain(runs)
                case Paragraph(runs):
                    yield "p", plain(runs)
                case ListBlock():
                    yield from (("li", line.removeprefix("- ")) for line in lines_of((block,)))
                case _:
                    yield from (("p", line) for line in lines_of((block,)))
