"""A bundle as somebody has it who has nothing else: its pages, its links, and the script that checks it."""

from __future__ import annotations

import subprocess
import sys
from html.parser import HTMLParser
from pathlib import Path
from urllib.parse import unquote


class Reader(HTMLParser):
    """What a page is made of: its tags, their attributes, and where its links lead."""

    def __init__(self) -> None:
        super().__init__()
        self.tags: set[str] = set()
        self.links: list[str] = []
        self.attributes: set[str] = set()

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.add(tag)
        self.attributes |= {name for name, _ in attrs}
        self.links += [value or "" for name, value in attrs if name in ("href", "src")]


def pages(folder: Path) -> dict[Path, Reader]:
    """Every page of a bundle."""
    found = {}
    for file in folder.rglob("*.html"):
        reader = Reader()
        reader.feed(file.read_text(encoding="utf-8"))
        found[file] = reader
    return found


def loose_links(folder: Path) -> list[tuple[str, str]]:
    """The links that lead to no file, or out of the bundle, with the pages on which they stand."""
    links = [
        (page, page.parent / unquote(link)) for page, reader in pages(folder).items() for link in reader.links
    ]
    return [
        (page.name, str(target))
        for page, target in links
        if not target.is_file() or folder.resolve() not in target.resolve().parents
    ]


def checked(folder: Path, *words: str) -> tuple[int, str]:
    """What the script of the bundle says, run where nothing of the program can be found."""
    done = subprocess.run(
        [sys.executable, "-I", "-S", "-B", str(folder / "controle.py"), *words],
        cwd=folder.parent,
        capture_output=True,
        encoding="utf-8",
        env={"PYTHONIOENCODING": "utf-8", "PATH": ""},
        check=False,
    )
    assert done.stderr == ""
    return done.returncode, done.stdout
