"""The sample is made, never edited: making it again gives the same bytes on every machine."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest

from jury_desktop import resources

MADE = ("README.md", "decisions.toml", "expected.json", "postvak.mbox", "scores.toml")


@pytest.fixture(scope="module")
def made_again(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("sample")
    elsewhere = {**os.environ, "TZ": "America/New_York", "PYTHONHASHSEED": "4242", "LC_ALL": "C"}
    script = resources.path("sample", "make_sample.py")
    subprocess.run([sys.executable, "-I", str(script), "--out", str(folder)], check=True, env=elsewhere)
    return folder


def test_everything_that_is_made_is_shipped(made_again: Path) -> None:
    assert sorted(path.name for path in made_again.iterdir()) == sorted(MADE)


@pytest.mark.parametrize("name", MADE)
def test_made_again_in_another_zone_it_is_byte_for_byte_the_shipped_file(made_again: Path, name: str) -> None:
    assert (made_again / name).read_bytes() == resources.path("sample", name).read_bytes()


def test_the_mailbox_stays_under_three_megabytes() -> None:
    assert resources.path("sample", "postvak.mbox").stat().st_size < 3_000_000
