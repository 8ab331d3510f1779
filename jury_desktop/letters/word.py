"""A letter as a Word document: a draft to go on with elsewhere. The PDF is the letter that counts.

It is written from the same words as the PDF, on a plain page or on a document of one's own
(``word_paper.py``).
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import datetime, time
from io import BytesIO
from typing import Any

from docx import Document
from docx.document import Document as WordDocument
from docx.enum.text import WD_ALIGN_PARAGRAPH
from docx.oxml import OxmlElement
from docx.oxml.ns import qn
from docx.shared import Mm, Pt, RGBColor
from docx.table import Table as WordTable
from docx.text.paragraph import Paragraph as WordParagraph

from jury_desktop import wording
from jury_desktop.domain.letter import LetterData, LetterType
from jury_desktop.domain.letter_texts import SHIPPED, LetterTexts
from jury_desktop.domain.messages import say
from jury_desktop.letters import score_table
from jury_desktop.letters.document import Align, Block, Heading, ListBlock, Paragraph, Run, Scores, Table
from jury_desktop.letters.layout import NBN, SHEET
from jury_desktop.letters.markdown import clean
from jury_desktop.letters.rendering import written
from jury_desktop.letters.word_paper import Paper, filled

_FONT = "Calibri"
_GREY = RGBColor(0x56, 0x61, 0x6A)
_RIGHT = 20
_LOGO = Mm(16)


def word_draft(
    letter_type: LetterType,
    data: LetterData,
    language: str = "nl",
    *,
    texts: LetterTexts = SHIPPED,
    paper: bytes | None = None,
) -> bytes:
    """The letter as .docx, which says of itself that it is a draft.

    :param paper: a document of one's own (.docx) to write it on; it has sender, address and reference.
    :raises JuryError: as ``rendering.render``, and when the paper cannot be used.
    """
    made = written(letter_type, data, language, texts)
    letter = _Letter(data) if paper is None else _OnPaper(data, filled(paper, data))
    letter.concept(wording.render(say("letters.word_draft"), language))
    letter.head(made.subject)
    letter.blocks((*made.remark, *made.body))
    letter.close()
    return letter.saved()


class _Letter:
    """A document that grows from top to bottom."""

    def __init__(self, data: LetterData, word: WordDocument | None = None) -> None:
        self._data = data
        self._word = word or Document()
        if word is None:
            self._dress()
        about = self._word.core_properties
        about.author, about.comments, about.language = clean(data.sender.name), "", "nl-BE"
        about.created = about.modified = datetime.combine(data.dated, time(12))

    def _dress(self) -> None:
        """Paper, margins, type and language; nothing of the maker's own."""
        section = self._word.sections[0]
        section.page_width, section.page_height = Mm(SHEET[0]), Mm(SHEET[1])
        section.left_margin, section.right_margin = Mm(NBN.left), Mm(_RIGHT)
        normal = self._word.styles["Normal"]
        normal.font.name, normal.font.size = _FONT, Pt(11)
        normal.paragraph_format.space_after = Pt(6)
        spoken = OxmlElement("w:lang")
        spoken.set(qn("w:val"), "nl-BE")
        normal.element.get_or_add_rPr().append(spoken)

    def concept(self, remark: str) -> None:
        """What says at the head of each page that it is a draft."""
        self._grey(self._word.sections[0].header.paragraphs[0], remark)

    def head(self, subject: str) -> None:
        """Sender, address, date and reference, subject and salutation."""
        data = self._data
        if data.sender.logo is not None:
            logo = self._word.add_picture(BytesIO(data.sender.logo), height=_LOGO)
            logo._inline.docPr.set("descr", clean(data.sender.logo_alt) or clean(data.sender.name))
        self._lines([data.sender.name, *data.sender.lines], strong_first=True)
        self._lines([*filter(None, [data.delivery]), *data.addressee])
        facts = [
            f"{data.place}, {wording.day(data.dated)}",
            f"Ons kenmerk: {data.reference}",
            f"Uw kandidatuur: {data.candidacy}",
        ]
        self._lines(facts)
        self._open(subject)

    def _open(self, subject: str) -> None:
        self._word.core_properties.title = subject
        _write(self._heading(1), (Run(subject),))
        self._text(f"{self._data.salutation},")

    def close(self) -> None:
        """Greeting, who signs, enclosures."""
        self._text("Met vriendelijke groeten")
        self._lines([self._data.signatory.name, self._data.signatory.role], strong_first=True)
        if self._data.enclosures:
            label = "Bijlage" if len(self._data.enclosures) == 1 else "Bijlagen"
            self._text(f"{label}: {'; '.join(self._data.enclosures)}")

    def saved(self) -> bytes:
        """The document as a file."""
        file = BytesIO()
        self._word.save(file)
        return file.getvalue()

    def blocks(self, blocks: Iterable[Block], style: str | None = None, mark: str = "") -> None:
        """The text; ``style`` is that of the list it is an item of, ``mark`` stands for it where it lacks."""
        for block in blocks:
            match block:
                case Paragraph(runs):
                    _write(self._word.add_paragraph(style=style), (Run(mark), *runs) if mark else runs)
                case Heading(level, runs):
                    _write(self._heading(level), runs)
                case ListBlock(ordered, items):
                    known = self._known("List Number" if ordered else "List Bullet")
                    for number, item in enumerate(items, start=1):
                        shown = f"{number}. " if ordered else "• "
                        self.blocks(item, known, "" if known else shown)
                case Table(header, rows, aligns):
                    self._table([header, *rows], aligns)
                case Scores():
                    self._scores()

    def _table(self, rows: Sequence[Sequence[tuple[Run, ...]]], aligns: Sequence[Align]) -> None:
        table: WordTable = self._word.add_table(rows=len(rows), cols=len(aligns))
        table.style = self._known("Table Grid")
        for place, row in zip(table.rows, rows, strict=True):
            for cell, runs, align in zip(place.cells, row, aligns, strict=True):
                _write(cell.paragraphs[0], runs)
                if align is Align.RIGHT:
                    cell.paragraphs[0].alignment = WD_ALIGN_PARAGRAPH.RIGHT
        _repeat(table)
        self._word.add_paragraph()

    def _scores(self) -> None:
        """A row for each criterion with its motivation under it, and what closes the table."""
        data, columns = self._data, score_table.columns(self._data)
        first = f"{score_table.worded(score_table.CRITERION)}\n{score_table.worded(score_table.MOTIVATION)}"
        heads = (first, score_table.worded(score_table.WEIGHT), *columns)
        rows: list[tuple[tuple[Run, ...], ...]] = [tuple((Run(head, strong=True),) for head in heads)]
        for row in data.rows:
            reasons = (Run(row.criterion, strong=True), Run("\n"), Run(row.motivation))
            figures = (score_table.weight(row), *score_table.scores(data, row))
            rows.append((reasons, *((Run(figure),) for figure in figures)))
        for each in score_table.closing(data):
            room = ("",) * (1 + len(columns) - len(each.figures))
            told = (each.label, *room, *each.figures)
            rows.append(tuple((Run(figure, strong=True),) for figure in told))
        self._table(rows, (Align.LEFT, *(Align.RIGHT,) * (1 + len(columns))))
        if told_last := score_table.explanation(data):
            self._text(told_last)

    def _lines(self, lines: Sequence[str], *, strong_first: bool = False) -> None:
        runs = [Run(line, strong=strong_first and not at) for at, line in enumerate(lines)]
        parted = [part for run in runs for part in (run, Run("\n"))][:-1]
        _write(self._word.add_paragraph(), tuple(parted))

    def _heading(self, level: int) -> WordParagraph:
        made: WordParagraph = self._word.add_paragraph(style=self._known(f"Heading {level}"))
        return made

    def _known(self, style: str) -> str | None:
        """A style of Word by name; None where the document lacks it, as one's own may."""
        return style if style in self._word.styles else None

    def _text(self, text: str) -> None:
        _write(self._word.add_paragraph(), (Run(text),))

    def _grey(self, paragraph: WordParagraph, text: str) -> None:
        made = paragraph.add_run(text)
        made.font.color.rgb = _GREY
        made.font.size = Pt(9)


class _OnPaper(_Letter):
    """A letter on a document of one's own, which has what stands above the subject already."""

    def __init__(self, data: LetterData, paper: Paper) -> None:
        super().__init__(data, paper.document)
        self._place = paper.place._p
        self._before = len(self._grown())

    def concept(self, remark: str) -> None:
        """Above the letter itself: the header is the house's."""
        self._grey(self._word.add_paragraph(), remark)

    def head(self, subject: str) -> None:
        """Subject and salutation."""
        self._open(subject)

    def saved(self) -> bytes:
        """The document as a file, in which the letter came at its place."""
        for part in self._grown()[self._before :]:
            self._place.addprevious(part)
        self._place.getparent().remove(self._place)
        return super().saved()

    def _grown(self) -> list[Any]:
        """What stands in the document; new parts come at its end."""
        return [part for part in self._word.element.body if part.tag != qn("w:sectPr")]


def _write(paragraph: WordParagraph, runs: Iterable[Run]) -> None:
    for run in runs:
        made = paragraph.add_run(clean(run.text))
        made.bold, made.italic = run.strong or None, run.emphasis or None


def _repeat(table: WordTable) -> None:
    """The first row again on each page, and named as the header for screen readers."""
    mark = OxmlElement("w:tblHeader")
    mark.set(qn("w:val"), "true")
    table.rows[0]._tr.get_or_add_trPr().append(mark)
