"""Many letters in one file, for the printer alone: their tags, archive and signatures stay behind.

Who keeps a letter or has it read aloud takes its own file.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from io import BytesIO


def print_batch(letters: Iterable[bytes], *, two_sided: bool, before: Callable[[int], object]) -> bytes:
    """The pages of all letters one after another, as they are.

    :param two_sided: each letter begins on a sheet of its own, also where the one before ends on a front.
    :param before: hears which letter (from 0) comes next; may raise ``Cancelled``.
    """
    import pypdfium2

    batch = pypdfium2.PdfDocument.new()
    for number, content in enumerate(letters):
        before(number)
        letter = pypdfium2.PdfDocument(content)
        batch.import_pages(letter)
        if two_sided and len(letter) % 2:
            batch.new_page(*letter.get_page_size(0))
        letter.close()
    out = BytesIO()
    batch.save(out)
    batch.close()
    return out.getvalue()


def title_of(letter: bytes) -> str:
    """The subject of a letter, as its file tells it."""
    import pypdfium2

    document = pypdfium2.PdfDocument(letter)
    title = str(document.get_metadata_value("Title"))
    document.close()
    return title
