"""A zip attachment: the text of the documents in it, one level deep."""

from __future__ import annotations

from jury_desktop.domain.errors import JuryError, refuse
from jury_desktop.mailbox import limits, sniff
from jury_desktop.mailbox.archives import Unusable, open_attachment
from jury_desktop.mailbox.documents import Extract, extract

_READ = frozenset({sniff.PDF, sniff.DOCX, sniff.ODT, sniff.XLSX})


def read(data: bytes) -> Extract:
    """The text of its documents together; one that cannot be read is passed over.

    :raises JuryError: when the zip is broken, encrypted or a bomb.
    """
    try:
        with open_attachment(data) as archive:
            contents = [archive.read(name) for name in archive.namelist() if not name.endswith("/")]
    except Unusable as error:
        raise refuse("intake.attachment_broken") from error
    texts = (text for content in contents if (text := _text(content)))
    return Extract("\n".join(texts)[: limits.TEXT_CHARACTERS])


def _text(content: bytes) -> str:
    kind = sniff.media_type(content, "")
    if kind not in _READ:
        return ""
    found = extract(content, kind)
    if not found.has_form:
        return found.text
    from jury_desktop.mailbox.documents import pdf_form

    try:
        return f"{pdf_form.text(content)}\n{found.text}"
    except JuryError:
        return found.text
