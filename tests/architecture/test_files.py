"""What may lie in the project: nothing of one machine, and every foreign thing with its licence."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from tests.architecture.checkout import ROOT, tracked_files

REGISTRIES = re.compile(
    r"(?:pypi|pythonhosted|npmjs|deb\.debian|archive\.ubuntu)\.(?:org|com)|--(?:extra-)?index-url"
)
MACHINE_PATHS = re.compile(r"(?:^|[\s\"'=(])(?:/work/|/opt/|/home/\w+/[\w.]|/Users/\w|[A-Z]:\\Users\\\w)")
FOREIGN = {".ttf", ".otf", ".woff2", ".icc", ".svg", ".dic", ".aff"}
GATES = Path("tests/architecture/test_files.py")


def texts() -> dict[str, str]:
    found = {}
    for file in tracked_files():
        content = (ROOT / file).read_bytes()
        if file != GATES and b"\0" not in content:
            found[file.as_posix()] = content.decode("utf-8", errors="replace")
    return found


@pytest.mark.parametrize("unwanted", [REGISTRIES, MACHINE_PATHS], ids=["registry", "path"])
def test_no_file_names_a_registry_or_a_path_of_one_machine(unwanted: re.Pattern[str]) -> None:
    found = [
        (name, line.strip()[:120])
        for name, text in texts().items()
        for line in text.splitlines()
        if unwanted.search(line)
    ]

    assert found == []


def test_the_licence_is_the_european_union_public_licence() -> None:
    text = (ROOT / "LICENSE").read_text(encoding="utf-8")

    assert text.splitlines()[0] == "EUROPEAN UNION PUBLIC LICENCE v. 1.2"
    assert [f"{number}." for number in range(1, 16)] == re.findall(r"^(\d+\.)[A-Z]", text, re.MULTILINE)


def test_every_folder_with_foreign_files_has_their_licence() -> None:
    folders = {
        file.parent for file in tracked_files() if file.suffix in FOREIGN and file.parts[0] == "resources"
    }

    bare = [folder.as_posix() for folder in folders if not any((ROOT / folder).glob("*LICENSE*"))]

    assert sorted(bare) == []


def test_the_same_name_never_differs_in_capitals_alone() -> None:
    """Windows and macOS would keep only one of the two."""
    names = [file.as_posix() for file in tracked_files()]

    assert len({name.casefold() for name in names}) == len(names)
