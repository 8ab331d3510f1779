"""A letter on the regisseur's own Word document: its header, its fields filled in, the letter at its place.

docxtpl fills in what stands in the document, and would run whatever that says. Here it gets a sandbox that
looks at each part first, with the grammar of the texts of letters. What may stand in those may stand here,
and ``{{ letter }}`` besides, once, where the letter comes.
"""

from __future__ import annotations

import zipfile
from collections.abc import Iterator
from dataclasses import dataclass
from io import BytesIO
from typing import Any
from xml.sax.saxutils import escape

from docx.document import Document as WordDocument
from docx.opc.exceptions import OpcError
from docx.oxml.ns import qn
from docx.text.paragraph import Paragraph
from docxtpl import DocxTemplate
from jinja2 import Template, TemplateError, TemplateSyntaxError
from lxml.etree import LxmlError

from jury_desktop.domain.errors import JuryError, RuleError, refuse
from jury_desktop.domain.letter import LetterData
from jury_desktop.letters import checking, fields, grammar
from jury_desktop.letters.fields import Shape
from jury_desktop.letters.markdown import clean

LETTER = "letter"
"""The field in the place of which the letter comes."""

_HERE = "\ue001"
"""What it is while fields are filled in; no value can hold it, since private-use characters are taken out."""

_MOST_UNPACKED = 60_000_000
_MOST_WRITTEN = 20_000_000
_MOST_TURNS = 5_000


@dataclass(frozen=True, slots=True)
class Paper:
    """A document with its fields filled in, and the paragraph in the place of which the letter comes."""

    document: WordDocument
    place: Paragraph


def filled(content: bytes, data: LetterData) -> Paper:
    """The document ``content`` (.docx) for the letter of ``data``.

    :raises JuryError: it is no Word document, says what may not be said, or has no place for the letter.
    """
    _refuse_bombs(content)
    values = fields.context(data, {}, _Turns().count) | {LETTER: _Here(LETTER)}
    template = DocxTemplate(BytesIO(content))
    try:
        template.render(values, _Sandbox())
        return _with_place(template.docx)
    except JuryError:
        raise
    except TemplateSyntaxError as error:
        raise refuse("letters.template_syntax") from error
    except (TemplateError, ArithmeticError, RecursionError, TypeError, SyntaxError) as error:
        raise refuse("letters.template_failed", name="Word", reason=str(error)) from error
    except (OpcError, LxmlError, KeyError, ValueError, AttributeError) as error:
        raise refuse("letters.word_paper_broken") from error


class _Here(str):
    """The place of the letter, among the values of a document."""

    __slots__ = ()


class _Sandbox:
    """What docxtpl makes a template of each part with: body, header, footer, notes, properties."""

    def from_string(self, source: str) -> _Filling:
        """A part that has been looked at; JuryError with the first thing in it that may not be there."""
        tree = checking.environment().parse(source)
        for wrong in grammar.wrong_in(tree, in_block=True, also={LETTER: Shape(str)}):
            raise RuleError(wrong.message)
        return _Filling(checking.environment(_shown).from_string(source))


@dataclass(frozen=True, slots=True)
class _Filling:
    """A part of a document as a template."""

    template: Template

    def render(self, values: dict[str, Any]) -> str:
        """The part with its fields filled in, as long as it stays a letter."""
        return "".join(_bounded(self.template.generate(values)))


def _bounded(pieces: Iterator[str]) -> Iterator[str]:
    length = 0
    for piece in pieces:
        length += len(piece)
        if length > _MOST_WRITTEN:
            raise refuse("letters.letter_too_long", most=_MOST_WRITTEN)
        yield piece


@dataclass(slots=True)
class _Turns:
    """How often the loops of a document turned."""

    made: int = 0

    def count(self) -> None:
        """One more; refused when there have been too many."""
        self.made += 1
        if self.made > _MOST_TURNS:
            raise refuse("letters.too_many_turns", most=_MOST_TURNS)


def _shown(value: Any) -> str:
    """A value as it stands in the XML of a document."""
    return _HERE if isinstance(value, _Here) else escape(clean(str(value)))


def _with_place(document: WordDocument) -> Paper:
    """The document, whose one paragraph with nothing but the letter is found."""
    every = (Paragraph(each, document) for each in document.element.body.iter(qn("w:p")))
    places = [each for each in every if _HERE in each.text]
    if len(places) != 1 or places[0].text.strip() != _HERE:
        raise refuse("letters.word_paper_place")
    return Paper(document, places[0])


def _refuse_bombs(content: bytes) -> None:
    """Refuses what is no package, and one that is far larger unpacked than a document is."""
    try:
        with zipfile.ZipFile(BytesIO(content)) as package:
            sizes = [part.file_size for part in package.infolist()]
    except (zipfile.BadZipFile, OSError, ValueError) as error:
        raise refuse("letters.word_paper_broken") from error
    if sum(sizes) > _MOST_UNPACKED:
        raise refuse("letters.word_paper_broken")
