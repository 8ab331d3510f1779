"""Word and OpenDocument text, with content controls and check boxes: a form made of controls must not come
in empty (python-docx lost their text in 14 of 15 real files)."""

from __future__ import annotations

import zipfile
from collections.abc import Iterator

from lxml import etree

from jury_desktop.domain.errors import refuse
from jury_desktop.mailbox import sniff
from jury_desktop.mailbox.archives import Unusable, open_attachment
from jury_desktop.mailbox.charset import clean

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
W14 = "{http://schemas.microsoft.com/office/word/2010/wordml}"
MC = "{http://schemas.openxmlformats.org/markup-compatibility/2006}"
TEXT = "{urn:oasis:names:tc:opendocument:xmlns:text:1.0}"
TABLE = "{urn:oasis:names:tc:opendocument:xmlns:table:1.0}"
OFFICE = "{urn:oasis:names:tc:opendocument:xmlns:office:1.0}"

_SYMBOLS = {"F0FE": "☒", "F0FD": "☒", "F052": "☒", "F0A8": "☐", "F06F": "☐", "F0A3": "☐", "F0FC": "✓"}
_OFF = frozenset({"0", "false", "off"})
_SKIPPED = frozenset(
    {
        f"{MC}Fallback",
        f"{W}instrText",
        f"{W}delText",
        f"{W}rPr",
        f"{W}pPr",
        f"{W}sdtPr",
        f"{W}tblPr",
        f"{W}moveFrom",
    }
    | {f"{W}del", f"{TEXT}tracked-changes", f"{OFFICE}annotation", f"{TEXT}note-citation"}
)
_BEFORE = {
    f"{W}tab": "\t",
    f"{W}br": "\n",
    f"{W}cr": "\n",
    f"{TEXT}tab": "\t",
    f"{TEXT}line-break": "\n",
    f"{TEXT}s": " ",
}
_PARAGRAPHS = frozenset({f"{W}p", f"{TEXT}p", f"{TEXT}h"})
_CELLS = frozenset({f"{W}tc", f"{TABLE}table-cell"})
_ROWS = frozenset({f"{W}tr", f"{TABLE}table-row"})
_LETTERS = frozenset({f"{W}t"})
_OPEN_TEXT = (TEXT, OFFICE)


def text(data: bytes, media_type: str) -> str:
    """The text of the document: a paragraph or table row a line, cells apart by a tab, boxes as ☒ and ☐.

    :raises JuryError: when it is broken, encrypted, a bomb, or holds a document type declaration.
    """
    try:
        with open_attachment(data) as archive:
            parts = [_parse(archive.read(name)) for name in _members(archive, media_type)]
    except Unusable as error:
        raise refuse("intake.attachment_broken") from error
    pieces: list[str] = []
    for root in parts:
        _walk(root, pieces)
        pieces.extend(f"\n{line}" for line in _controls(root))
    return _tidy("".join(pieces))


def _members(archive: zipfile.ZipFile, media_type: str) -> list[str]:
    if media_type == sniff.ODT:
        return ["content.xml"]
    names = set(archive.namelist())
    margins = sorted(name for name in names if name.startswith(("word/header", "word/footer")))
    return [name for name in ["word/document.xml", *margins] if name in names]


def _parse(xml: bytes) -> etree._Element:
    """:raises JuryError: for a document type, which honest Office files never have."""
    parser = etree.XMLParser(
        resolve_entities=False, no_network=True, load_dtd=False, huge_tree=False, recover=False
    )
    try:
        root = etree.fromstring(xml, parser)
    except (etree.XMLSyntaxError, ValueError) as error:
        declares = b"<!DOCTYPE" in xml[:65_536]  # entities that unfold too far end the reading too
        raise refuse("intake.attachment_bomb" if declares else "intake.attachment_broken") from error
    if root.getroottree().docinfo.internalDTD is not None:
        raise refuse("intake.attachment_bomb")
    return root


def _walk(root: etree._Element, pieces: list[str]) -> None:
    """Writes the text in reading order; iterative, because Word allows any depth."""
    skipped = cells = 0
    for event, node in etree.iterwalk(root, events=("start", "end")):
        name = node.tag if isinstance(node.tag, str) else ""
        leaves_out = name in _SKIPPED or (name == f"{W}sdt" and _is_prompt(node))
        if event == "start":
            skipped += leaves_out
            cells += name in _CELLS
            if not skipped:
                pieces.append(_start(node, name))
        else:
            cells -= name in _CELLS
            if not skipped:
                pieces.append(_end(name, cells))
            skipped -= leaves_out
            if not skipped and name.startswith(_OPEN_TEXT) and _within_paragraph(node):
                pieces.append(node.tail or "")


def _start(node: etree._Element, name: str) -> str:
    if name in _BEFORE:
        return _BEFORE[name]
    if name in _LETTERS or (name.startswith(_OPEN_TEXT) and _holds_letters(name)):
        return node.text or ""
    if name == f"{W}sym":
        return _SYMBOLS.get((node.get(f"{W}char") or "").upper(), "")
    if name == f"{W}checkBox":
        return "☒ " if _is_on(node, "checked", _is_on(node, "default", False)) else "☐ "
    return _chosen(node) if name == f"{W}ddList" else ""


def _chosen(old_list: etree._Element) -> str:
    """What is chosen in the list of an old form, which keeps only its place: the first when none is given."""
    entries = [entry.get(f"{W}val") or "" for entry in old_list.findall(f"{W}listEntry")]
    result = old_list.find(f"{W}result")
    place = "0" if result is None else result.get(f"{W}val") or ""
    return entries[int(place)] if place.isdecimal() and int(place) < len(entries) else ""


def _end(name: str, cells: int) -> str:
    if name in _PARAGRAPHS:
        return " " if cells else "\n"
    if name in _CELLS:
        return "\t"
    return "\n" if name in _ROWS else ""


def _holds_letters(name: str) -> bool:
    return name in _PARAGRAPHS or name in {
        f"{TEXT}span",
        f"{TEXT}a",
        f"{TEXT}text-input",
        f"{TEXT}placeholder",
    }


def _within_paragraph(node: etree._Element) -> bool:
    return any(isinstance(parent.tag, str) and parent.tag in _PARAGRAPHS for parent in node.iterancestors())


def _is_on(node: etree._Element, child: str, default: bool) -> bool:
    found = node.find(f"{W}{child}")
    return default if found is None else (found.get(f"{W}val") or "1") not in _OFF


def _is_prompt(control: etree._Element) -> bool:
    """Whether a content control still shows its prompt ("Klik of tik om tekst in te voeren")."""
    properties = control.find(f"{W}sdtPr")
    return properties is not None and properties.find(f"{W}showingPlcHdr") is not None


def _controls(root: etree._Element) -> Iterator[str]:
    """Content controls by their own title, as "Organisatie: De Brug vzw" or "☒ 1 Taal"."""
    for control in root.iter(f"{W}sdt"):
        properties = control.find(f"{W}sdtPr")
        title = properties.find(f"{W}alias") if properties is not None else None
        if properties is None or title is None or _is_prompt(control):
            continue
        label = title.get(f"{W}val") or ""
        checked = properties.find(f"{W14}checkbox/{W14}checked")
        if checked is not None:
            yield f"{'☐' if checked.get(f'{W14}val') in _OFF else '☒'} {label}"
        else:
            yield f"{label}: {''.join(node.text or '' for node in control.iter(f'{W}t'))}"


def _tidy(found: str) -> str:
    return "\n".join(line.strip(" \t") for line in clean(found).split("\n"))
