"""Puts the shipped files of ``resources/`` inside the package when a wheel is built.

They lie beside the package, where a newcomer finds them; jury_desktop/resources.py looks in both places.
"""

from __future__ import annotations

from pathlib import Path

from setuptools import setup
from setuptools.command.build_py import build_py

RESOURCES = Path("resources")
MANUAL = Path("docs", "handleiding.md")
MAKES_THE_SAMPLE = (
    "sample/maker/*",
    "sample/messages/*",
    "sample/candidacies/*",
    "sample/scoring/*",
    "sample/expected.json",
)
NOT_SHIPPED = (*MAKES_THE_SAMPLE, "sample/*.py", "i18n/*.py", "*.pyc", ".*")


def shipped() -> dict[Path, Path]:
    """Every file a running program reads, with its place under ``jury_desktop/resources/``."""
    files = {file: file.relative_to(RESOURCES) for file in sorted(RESOURCES.rglob("*")) if file.is_file()}
    wanted = {file: place for file, place in files.items() if not any(map(place.match, NOT_SHIPPED))}
    return wanted | {MANUAL: Path(MANUAL.name)}


class BuildWithResources(build_py):  # type: ignore[misc]  # setuptools has no types
    """Builds the package with its resources; an editable install reads them where they lie."""

    def run(self) -> None:
        super().run()
        if not self.editable_mode:
            for file, place in shipped().items():
                self.copy_resource(file, self.target(place))

    def copy_resource(self, file: Path, target: Path) -> None:
        self.mkpath(str(target.parent))
        self.copy_file(str(file), str(target), preserve_mode=False)

    def target(self, place: Path) -> Path:
        return Path(self.build_lib, "jury_desktop", "resources", place)

    def get_outputs(self, include_bytecode: bool = True) -> list[str]:
        outputs = list(super().get_outputs(include_bytecode))
        if self.editable_mode:
            return outputs
        return outputs + [str(self.target(place)) for place in shipped().values()]


setup(cmdclass={"build_py": BuildWithResources})
