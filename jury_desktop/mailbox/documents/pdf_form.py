"""The fields of a fillable PDF: values by pypdf, and by pdfium what is printed beside each field.

Forms are rarely made with care: where a field is called "Text1", the words printed beside it are its label.
"""

from __future__ import annotations

import io
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from typing import Any

from jury_desktop.domain.errors import refuse
from jury_desktop.mailbox import limits
from jury_desktop.mailbox.charset import clean

_OFF = frozenset({"", "/Off", "Off", "None"})
_SLACK = 2.0
_ABOVE = 22.0
"""How far over a field its label may stand, in points."""

Printed = Callable[[float, float, float, float], str]
"""The text printed within left, bottom, right and top."""


@dataclass(frozen=True, slots=True)
class _Widget:
    """A field on a page: its names, its value, and where it stands (points from the lower left corner)."""

    names: tuple[str, ...]
    value: str
    is_box: bool
    left: float
    bottom: float
    right: float
    top: float


def text(data: bytes) -> str:
    """The filled-in fields, one a line: "Organisatie: De Brug vzw", "☒ 1 Werk en wonen".

    A field gives a line for each of its names and for the words printed beside it.

    :raises JuryError: when the form is broken.
    """
    import pypdfium2 as pdfium
    from pypdf import PdfReader
    from pypdf.errors import PyPdfError

    try:
        pages = PdfReader(io.BytesIO(data)).pages
        widgets = [_widgets(pages[number]) for number in range(min(len(pages), limits.PDF_PAGES))]
    except (PyPdfError, ValueError, KeyError, TypeError, AttributeError, IndexError, RecursionError) as error:
        raise refuse("intake.attachment_broken") from error
    document = pdfium.PdfDocument(data)
    try:
        return "\n".join(
            line for number, found in enumerate(widgets) if found for line in _lines(document[number], found)
        )
    finally:
        document.close()


def _widgets(page: Any) -> list[_Widget]:
    """The fields of a page from top to bottom, left to right."""
    notes = [reference.get_object() for reference in page.get("/Annots") or ()]
    found = [_widget(note) for note in notes if note.get("/Subtype") == "/Widget"]
    return sorted(found, key=lambda widget: (-round(widget.top), widget.left))


def _widget(note: Any) -> _Widget:
    left, bottom, right, top = (float(number) for number in note["/Rect"])
    names = [clean(str(name)).strip() for key in ("/TU", "/T") if (name := _inherited(note, key))]
    is_box = _inherited(note, "/FT") == "/Btn"
    value = note.get("/AS", "") if is_box else _inherited(note, "/V")
    shown = ", ".join(map(str, value)) if isinstance(value, list) else str(value or "")
    return _Widget(tuple(dict.fromkeys(names)), clean(shown).strip(), is_box, left, bottom, right, top)


def _inherited(note: Any, key: str) -> Any:
    """The entry of the field or of the field it belongs to."""
    for _ in range(limits.DEPTH):
        if key in note or "/Parent" not in note:
            return note.get(key)
        note = note["/Parent"].get_object()
    return None


def _lines(page: Any, widgets: Sequence[_Widget]) -> Iterator[str]:
    layer = page.get_textpage()

    def printed(left: float, bottom: float, right: float, top: float) -> str:
        found = clean(layer.get_text_bounded(left=left, bottom=bottom, right=right, top=top)).strip()
        return found.splitlines()[-1].strip() if found else ""

    for widget in widgets:
        yield from _box(widget, widgets, printed) if widget.is_box else _value(widget, printed)
    layer.close()
    page.close()


def _value(widget: _Widget, printed: Printed) -> Iterator[str]:
    if not widget.value:
        return
    before = printed(0, widget.bottom - _SLACK, widget.left, widget.top + _SLACK)
    label = before or printed(widget.left - _SLACK, widget.top, widget.right, widget.top + _ABOVE)
    for name in dict.fromkeys((*widget.names, label.rstrip(" :"))):
        if name:
            yield f"{name}: {widget.value}"


def _box(widget: _Widget, widgets: Sequence[_Widget], printed: Printed) -> Iterator[str]:
    """A box with the words after it, up to the next field on its line; else those before; else its name."""
    beside = [other.left for other in widgets if other.left > widget.right and _on_one_line(widget, other)]
    row = (widget.bottom - _SLACK, widget.top + _SLACK)
    after = printed(widget.right, row[0], min(beside, default=10_000.0), row[1])
    label = after or printed(0, row[0], widget.left, row[1]) or next(iter(widget.names), "")
    yield f"{'☐' if widget.value in _OFF else '☒'} {label}"


def _on_one_line(one: _Widget, other: _Widget) -> bool:
    return one.bottom < other.top and other.bottom < one.top
