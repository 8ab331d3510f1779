"""What the documents point at exists."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from tests.architecture.checkout import PACKAGE, ROOT

DOCUMENTS = sorted([*ROOT.glob("*.md"), *(ROOT / "docs").rglob("*.md")])
BASES = (ROOT, PACKAGE, ROOT / "resources", ROOT / "resources" / "i18n")
NAMED = re.compile(r"`(\w[\w./-]*(?:/|\.(?:py|toml|md|txt|sh|ts|mbox|json)))`")
LINKED = re.compile(r"\]\((?!https?:|mailto:|#)([^)#\s]+)")
MADE_LATER = {"demo/", "jury_desktop/resources/"}


def names_in(document: Path) -> set[str]:
    return set(NAMED.findall(document.read_text(encoding="utf-8"))) - MADE_LATER


@pytest.mark.parametrize(
    "document", [ROOT / "README.md", *sorted((ROOT / "docs").glob("[ad]*.md"))], ids=lambda d: d.name
)
def test_every_file_a_document_for_builders_names_exists(document: Path) -> None:
    missing = [name for name in names_in(document) if not any((base / name).exists() for base in BASES)]

    assert missing == []


@pytest.mark.parametrize("document", DOCUMENTS, ids=lambda document: document.name)
def test_every_link_between_documents_leads_somewhere(document: Path) -> None:
    links = LINKED.findall(document.read_text(encoding="utf-8"))

    assert [link for link in links if not (document.parent / link).exists()] == []
