"""HTML as plain text: nothing is loaded, run or styled."""

from __future__ import annotations

import re
from html import unescape

from lxml import etree

from jury_desktop.mailbox.charset import clean

_BLOCKS = re.compile(
    "address|article|blockquote|br|dd|div|dl|dt|fieldset|footer|form|h[1-6]|header|hr|li|ol|p|pre|section|table|tr|ul"
)
_CELLS = frozenset(("td", "th"))
_UNSEEN = frozenset(("script", "style", "head", "title", "template", "noscript", "object", "svg"))


def to_text(html: str) -> str:
    """The visible text, one block a line, table cells apart by a tab."""
    if not html.strip():
        return ""
    root = _parsed(html)
    if root is None:
        return _tidy(unescape(re.sub(r"<[^>]*>", " ", html)))
    pieces: list[str] = []
    _collect(root, pieces)
    return _tidy("".join(pieces))


def _parsed(html: str) -> etree._Element | None:
    """The tree, or None where the parser gives up, as on thousands of levels.

    HTML has no entities of its own, so a huge tree is only as huge as its text.
    """
    parser = etree.HTMLParser(
        no_network=True, remove_comments=True, remove_pis=True, encoding="utf-8", huge_tree=True
    )
    try:
        root = etree.fromstring(html.encode("utf-8", "replace"), parser)
    except (etree.XMLSyntaxError, ValueError):
        return None
    gave_up = any(entry.level == etree.ErrorLevels.FATAL for entry in parser.error_log)
    return None if gave_up else root


def _collect(root: etree._Element, pieces: list[str]) -> None:
    hidden = 0
    for event, node in etree.iterwalk(root, events=("start", "end")):
        name = node.tag if isinstance(node.tag, str) else ""
        if event == "start":
            hidden += name in _UNSEEN
            if not hidden:
                pieces.append(_opening(name) + _flat(node.text))
        else:
            if not hidden:
                pieces.append("\n" if _BLOCKS.fullmatch(name) else "\t" if name in _CELLS else "")
            hidden -= name in _UNSEEN
            if not hidden:
                pieces.append(_flat(node.tail))


def _opening(name: str) -> str:
    return "\n" if _BLOCKS.fullmatch(name) and name != "br" else ""


def _flat(text: str | None) -> str:
    return re.sub(r"[ \t\r\n\xa0]+", " ", text or "")


def _tidy(text: str) -> str:
    lines = (re.sub(r" *\t[ \t]*", "\t", line).strip() for line in clean(text).split("\n"))
    return re.sub(r"\n{3,}", "\n\n", "\n".join(lines)).strip()
