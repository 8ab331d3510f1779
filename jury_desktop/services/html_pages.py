"""Pages that any browser opens without the program: text, tables and links, and nothing that runs.

Whatever people or mails wrote is escaped and without invisible signs; a page names one style, by its SHA-256,
and forbids the browser everything else: no script, no picture, no frame, no network.
"""

from __future__ import annotations

import base64
import hashlib
import unicodedata
from collections.abc import Iterable
from dataclasses import dataclass
from functools import cache
from typing import TYPE_CHECKING
from urllib.parse import quote

from jury_desktop import resources

if TYPE_CHECKING:
    from jinja2 import Template

_INVISIBLE = frozenset({"Cc", "Cf", "Cs", "Co", "Cn", "Zl", "Zp"})
"""Signs that do not show, or that turn the direction in which the rest is read."""


@dataclass(frozen=True, slots=True)
class Link:
    """A link to a file of the same folder; ``path`` is relative to the first page, with slashes."""

    path: str
    text: str


Said = str | Link | tuple[str | Link, ...]
"""What a cell says: a text, a link, or several below each other."""


@dataclass(frozen=True, slots=True)
class Section:
    """A table under a heading.

    :param empty: what is said in the place of a table without rows.
    :param facts: two columns, of which the first names the second; the heads do not show.
    """

    title: str
    columns: tuple[str, ...]
    rows: tuple[tuple[Said, ...], ...]
    empty: str = ""
    facts: bool = False


@dataclass(frozen=True, slots=True)
class Page:
    """A page; ``path`` is relative to the first page.

    :param lead: paragraphs above the sections.
    :param ways: links to other pages, at the top.
    :param foot: a line at the end of the page.
    """

    path: str
    title: str
    lead: tuple[str, ...] = ()
    sections: tuple[Section, ...] = ()
    ways: tuple[Link, ...] = ()
    foot: str = ""


def page_bytes(page: Page, language: str) -> bytes:
    """The page as a file."""
    style = resources.text("audit", "style.css")
    digest = base64.b64encode(hashlib.sha256(style.encode()).digest()).decode()
    up = "../" * page.path.count("/")
    text = _template().render(page=page, language=language, style=style, digest=digest, up=up)
    return text.encode("utf-8", "replace")


@cache
def _template() -> Template:
    from jinja2 import Environment, StrictUndefined
    from markupsafe import Markup

    env = Environment(autoescape=True, undefined=StrictUndefined, trim_blocks=True, lstrip_blocks=True)
    env.filters["visible"] = visible
    env.filters["address"] = lambda path: quote(path, safe="/", errors="replace")
    env.filters["parts"] = lambda said: said if isinstance(said, tuple) else (said,)
    env.filters["style"] = Markup
    env.tests["link"] = lambda part: isinstance(part, Link)
    return env.from_string(resources.text("audit", "page.html"))


def visible(text: str) -> str:
    """A text without signs that do not show; ends of lines stay."""
    if text.isprintable():
        return text
    return "".join(c for c in text if c == "\n" or unicodedata.category(c) not in _INVISIBLE)


def facts(title: str, told: Iterable[tuple[Said, Said]]) -> Section:
    """A section of names with what is to be said of each; what says nothing stays out."""
    return Section(title, ("", ""), tuple((name, said) for name, said in told if said), facts=True)


def in_groups(digest: str) -> str:
    """A SHA-256 in four groups, which a narrow column can break and an eye can compare."""
    return " ".join(digest[at : at + 16] for at in range(0, len(digest), 16))
