"""What a built package carries: the program and all it reads, and nothing that only makes them."""

from __future__ import annotations

import shutil
import subprocess
import sys
import tarfile
import zipfile
from pathlib import Path

import pytest

import jury_desktop
from tests.architecture.checkout import ROOT, tracked_files

VERSION = jury_desktop.__version__
SAMPLE = {"README.md", "decisions.toml", "jury.toml", "postvak.mbox", "scores.toml"}


@pytest.fixture(scope="module")
def source(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The project as a clean checkout has it."""
    folder = tmp_path_factory.mktemp("source")
    for file in tracked_files():
        (folder / file).parent.mkdir(parents=True, exist_ok=True)
        shutil.copy(ROOT / file, folder / file)
    return folder


def build(source: Path, kind: str) -> Path:
    """Build a wheel or an sdist with the build tool that is installed, and give the file."""
    target = source.parent / f"{source.name}-{kind}"
    code = f"from setuptools import build_meta; print(build_meta.build_{kind}({str(target)!r}))"
    done = subprocess.run(
        [sys.executable, "-c", code], cwd=source, capture_output=True, text=True, check=False
    )
    assert done.returncode == 0, done.stderr
    return target / done.stdout.splitlines()[-1]


@pytest.fixture(scope="module")
def wheel(source: Path) -> Path:
    return build(source, "wheel")


def is_read_by_the_program(file: Path) -> bool:
    """Whether a resource is shipped; of the sample only the outcome is, not what makes and checks it."""
    if file.parts[:2] == ("resources", "sample"):
        return file.parts[2] in SAMPLE
    goes_along = file.parts[:2] == ("resources", "audit")  # in a bundle, a script among them
    return file.parts[0] == "resources" and (goes_along or file.suffix != ".py")


def test_a_wheel_carries_the_program_and_what_it_reads_and_nothing_else(wheel: Path) -> None:
    code = {file.as_posix() for file in tracked_files() if file.parts[0] == "jury_desktop"}
    shipped = {f"jury_desktop/{file.as_posix()}" for file in tracked_files() if is_read_by_the_program(file)}
    manual = {"jury_desktop/resources/handleiding.md"}
    about = {"METADATA", "RECORD", "WHEEL", "entry_points.txt", "top_level.txt", "licenses/LICENSE"}

    assert set(zipfile.ZipFile(wheel).namelist()) == code | shipped | manual | {
        f"jury_desktop-{VERSION}.dist-info/{name}" for name in about
    }


def test_an_installed_wheel_finds_its_resources_away_from_the_checkout(wheel: Path, tmp_path: Path) -> None:
    site = tmp_path / "site"
    zipfile.ZipFile(wheel).extractall(site)
    code = (
        f"import sys; sys.path[:0] = [{str(site)!r}]\n"
        "from jury_desktop import resources\n"
        "print(resources.root(), resources.manual()[:10], *resources.names('calls', '.toml'), sep='|')"
    )

    said = subprocess.run(
        [sys.executable, "-I", "-c", code], cwd=tmp_path, capture_output=True, text=True, check=True
    ).stdout.strip()

    calls = sorted(file.stem for file in tracked_files() if file.match("resources/calls/*.toml"))
    manual = (ROOT / "docs" / "handleiding.md").read_text(encoding="utf-8")[:10]
    assert said == "|".join([str(site / "jury_desktop" / "resources"), manual, *calls])


def test_a_source_archive_carries_the_whole_project(source: Path) -> None:
    with tarfile.open(build(source, "sdist")) as archive:
        files = {str(Path(*Path(entry.name).parts[1:])) for entry in archive if entry.isfile()}
    made = {name for name in files if name in {"PKG-INFO", "setup.cfg"} or ".egg-info/" in name}

    assert files - made == {str(file) for file in tracked_files()}
