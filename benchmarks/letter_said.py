"""What a letter of ``letters.py`` says, ready to be drawn: what every maker is given."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from jury_desktop import wording
from jury_desktop.domain.letter import LetterData
from jury_desktop.letters import score_table
from jury_desktop.letters.document import Block, Heading, ListBlock, Paragraph, Scores, lines_of, plain


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
    def heads(self) -> tuple[str, ...]:
        """What the columns of the table of scores are called."""
        words = " ".join(map(score_table.worded, (score_table.CRITERION, score_table.MOTIVATION)))
        return (words, score_table.worded(score_table.WEIGHT), *score_table.columns(self.data))

    @property
    def rows(self) -> tuple[tuple[str, str, tuple[str, ...]], ...]:
        """Criterion, motivation, then weight and scores; what closes the table at the end."""
        data = self.data
        rows = tuple(
            (row.criterion, row.motivation, (score_table.weight(row), *score_table.scores(data, row)))
            for row in data.rows
        )
        figures = len(self.heads) - 1
        closing = score_table.closing(data)
        filled = ((each.label, (("",) * figures + each.figures)[-figures:]) for each in closing)
        return (*rows, *((label, "", cells) for label, cells in filled))

    def pieces(self) -> Iterator[tuple[str, str]]:
        """The text as kind (``h``, ``p``, ``li`` or ``scores``) and words, in order."""
        for block in self.blocks:
            match block:
                case Scores():
                    yield "scores", ""
                    yield "p", score_table.explanation(self.data)
                case Heading(_, runs):
                    yield "h", plain(runs)
                case Paragraph(runs):
                    yield "p", plain(runs)
                case ListBlock():
                    yield from (("li", line.removeprefix("- ")) for line in lines_of((block,)))
                case _:
                    yield from (("p", line) for line in lines_of((block,)))
