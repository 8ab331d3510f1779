"""Pages for any browser: whatever a text holds, it stays a text."""

from __future__ import annotations

import unicodedata
from html.parser import HTMLParser

from hypothesis import given
from hypothesis import strategies as st

from jury_desktop.services.html_pages import Link, Page, Section, facts, in_groups, page_bytes, visible

TEXT = st.text(max_size=40) | st.sampled_from(
    [
        "</td><script>alert(1)</script>",
        "{{ 7 * 7 }}",
        "' onmouseover='x",
        "javascript:alert(1)",
        "\ud800",
        "a\u202eb",
    ]
)


class Tags(HTMLParser):
    def __init__(self) -> None:
        super().__init__()
        self.tags: list[str] = []
        self.links: list[str] = []
        self.text = ""

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.append(tag)
        self.links += [value or "" for name, value in attrs if name == "href"]

    def handle_data(self, data: str) -> None:
        self.text += data


def read(page: Page) -> Tags:
    found = Tags()
    found.feed(page_bytes(page, "nl").decode())
    return found


def a_page(text: str) -> Page:
    rows = ((text, Link(f"berichten/{text}", text)), ((text, Link("a.html", text)), text))
    section = Section(text, (text, text), rows, text)
    told = facts(text, [(text or "x", text), (Link("b.html", text), text)])
    return Page("overzicht/x.html", text, (text,), (section, told), (Link("index.html", text),), text)


PLAIN = read(a_page("tekst"))


@given(TEXT)
def test_no_text_becomes_anything_but_text(text: str) -> None:
    found = read(a_page(text))

    assert set(found.tags) <= set(PLAIN.tags)
    assert found.tags.count("script") == 0
    assert all(link.startswith("../") and "\n" not in link for link in found.links)
    shown = found.text.replace("\n", "")
    assert [c for c in shown if unicodedata.category(c) in {"Cc", "Cf", "Cs", "Co", "Cn", "Zl", "Zp"}] == []


@given(st.text())
def test_what_shows_of_a_text_is_the_text_without_signs_that_do_not(text: str) -> None:
    kept = visible(text)
    assert visible(kept) == kept
    assert [c for c in text if c.isprintable()] == [c for c in kept if c.isprintable()]


def test_a_table_without_rows_says_so() -> None:
    section = Section("Leeg", ("a",), (), "Er is niets.")
    page = page_bytes(Page("index.html", "Titel", (), (section,)), "nl").decode()
    assert ('<p class="empty">Er is niets.</p>' in page, "<table" in page) == (True, False)


def test_what_says_nothing_is_no_fact() -> None:
    assert facts("Feiten", [("naam", ""), ("plaats", "Lier")]).rows == (("plaats", "Lier"),)


def test_a_fingerprint_is_shown_in_four_groups() -> None:
    digest = "0123456789abcdef" * 4
    assert in_groups(digest).split() == ["0123456789abcdef"] * 4
