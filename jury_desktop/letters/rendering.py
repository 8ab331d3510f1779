"""One letter, from its data to a finished PDF."""

from __future__ import annotations

import hashlib
from collections.abc import Iterator
from dataclasses import dataclass

from jury_desktop import wording
from jury_desktop.domain.anchor import Anchor
from jury_desktop.domain.letter import LetterData, LetterProblem, LetterType
from jury_desktop.domain.letter_texts import SHIPPED, LetterTexts
from jury_desktop.domain.messages import say
from jury_desktop.letters import extent, markdown, preflight, score_table, template
from jury_desktop.letters.document import Block, Paragraph, Run, Scores, lines_of
from jury_desktop.letters.layout import NBN, Layout
from jury_desktop.letters.sources import BlockVersion, letter_source
from jury_desktop.letters.template import Filled


@dataclass(frozen=True, slots=True)
class Written:
    """A letter in words, not laid out yet: what PDF and Word have in common.

    :param remark: what stands above the text while a legal block awaits approval; empty otherwise.
    """

    subject: str
    remark: tuple[Block, ...]
    body: tuple[Block, ...]
    filled: Filled


@dataclass(frozen=True, slots=True)
class RenderedLetter:
    """A letter with what pre-flight found.

    :param sha256: of ``pdf``; the same data and templates give the same bytes, anywhere and at any time.
    :param text: the letter as plain text, subject first.
    :param blocks: the legal blocks in it, with their versions.
    """

    pdf: bytes
    sha256: str
    subject: str
    text: str
    problems: tuple[LetterProblem, ...]
    blocks: tuple[BlockVersion, ...]

    @property
    def can_be_final(self) -> bool:
        """Whether nothing stands in the way of sending it."""
        return not any(problem.blocking for problem in self.problems)


def render(
    letter_type: LetterType,
    data: LetterData,
    language: str = "nl",
    *,
    layout: Layout = NBN,
    texts: LetterTexts = SHIPPED,
    anchor: Anchor | None = None,
) -> RenderedLetter:
    """Makes the letter of ``letter_type``.

    :param texts: what the dossier words otherwise, and which legal blocks were approved. As long as one of
        those in the letter was not, the PDF says above the text that it is a draft.
    :param anchor: of the journal of the dossier it is made from, printed at the foot.
    :raises JuryError: for a language without letters, a template that is wrong, a logo that cannot be read.
    """
    from jury_desktop.letters.drawing import draw

    made = written(letter_type, data, language, texts)
    pdf = draw(data, made.subject, (*made.remark, *made.body), language, layout, anchor)
    text = _as_text(made.subject, made.body, data)
    problems = preflight.check(letter_type, data, made.filled, text)
    sha256 = hashlib.sha256(pdf).hexdigest()
    return RenderedLetter(pdf, sha256, made.subject, text, problems, made.filled.blocks)


def written(
    letter_type: LetterType, data: LetterData, language: str = "nl", texts: LetterTexts = SHIPPED
) -> Written:
    """The words of a letter; see :func:`render`."""
    filled = template.fill(letter_source(letter_type, language, texts), data, language, texts)
    subject = " ".join(_plain(filled.subject).split())
    body = markdown.parse(filled.body)
    extent.refuse_endless(body)
    return Written(subject, tuple(_awaiting(filled.blocks)), body, filled)


def _awaiting(blocks: tuple[BlockVersion, ...]) -> Iterator[Paragraph]:
    """The remark on a draft with legal texts that nobody approved yet."""
    waiting = tuple(f"{block.title} ({block.version})" for block in blocks if not block.approved)
    if waiting:
        remark = wording.render(say("letters.awaits_approval", blocks=waiting), "nl")
        yield Paragraph((Run(remark, strong=True),))


def _plain(line: str) -> str:
    """The text of one line of Markdown."""
    return " ".join(lines_of(markdown.parse(line)))


def _as_text(subject: str, body: tuple[Block, ...], data: LetterData) -> str:
    lines = [subject, f"{data.salutation},"]
    for block in body:
        lines += score_table.lines(data) if isinstance(block, Scores) else lines_of((block,))
    lines += ["Met vriendelijke groeten", data.signatory.name, data.signatory.role]
    return markdown.clean("\n\n".join(lines)).replace("\u00a0", " ")
