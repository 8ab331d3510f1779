"""The text of attached documents, for reading forms and comparing versions. Runs in the reading process."""

from __future__ import annotations

from dataclasses import dataclass

from jury_desktop.domain.errors import JuryError
from jury_desktop.domain.messages import Message
from jury_desktop.mailbox import limits, sniff


@dataclass(frozen=True, slots=True)
class Extract:
    """What a document says.

    :param problem: why the program will not open it, or None.
    :param note: sentence that says why its text was not read although it may be fine, with a gap for the
        name of the file; or empty.
    :param has_form: whether a PDF has fillable fields, which are read in a second step.
    """

    text: str = ""
    problem: Message | None = None
    note: str = ""
    has_form: bool = False


def extract(data: bytes, media_type: str) -> Extract:
    """The text of a document of a known type; nothing for pictures and everything else."""
    try:
        found = _read(data, media_type)
    except JuryError as refusal:
        return Extract(problem=refusal.message)
    return Extract(found.text[: limits.TEXT_CHARACTERS], found.problem, found.note, found.has_form)


def _read(data: bytes, media_type: str) -> Extract:
    if media_type == sniff.PDF:
        from jury_desktop.mailbox.documents import pdf

        return pdf.read(data)
    if media_type in (sniff.DOCX, sniff.ODT):
        from jury_desktop.mailbox.documents import writer

        return Extract(writer.text(data, media_type))
    if media_type == sniff.XLSX:
        from jury_desktop.mailbox.documents import sheet

        return Extract(sheet.text(data))
    if media_type == sniff.ZIP:
        from jury_desktop.mailbox.documents import packed

        return packed.read(data)
    if media_type in ("text/plain", "text/csv", "text/html"):
        from jury_desktop.mailbox.documents import plain

        return Extract(plain.text(data, media_type))
    return Extract()
