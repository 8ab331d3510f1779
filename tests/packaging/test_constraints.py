"""Everything that is installed has exactly one version, and it is the one that was tested."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Iterator
from functools import cache
from importlib import metadata

from packaging.markers import Marker
from packaging.requirements import Requirement
from packaging.utils import canonicalize_name

from tests.architecture.checkout import ROOT

PIN = re.compile(r"(?P<name>[A-Za-z0-9._-]+)==(?P<version>[A-Za-z0-9.!+]+)")
PLATFORMS = (
    {"sys_platform": "linux", "platform_system": "Linux", "os_name": "posix"},
    {"sys_platform": "win32", "platform_system": "Windows", "os_name": "nt"},
    {"sys_platform": "darwin", "platform_system": "Darwin", "os_name": "posix"},
)


def pin_lines() -> list[str]:
    lines = (ROOT / "constraints.txt").read_text(encoding="utf-8").splitlines()
    return [line for line in lines if line and not line.startswith("#")]


@cache
def pins() -> dict[str, str]:
    found = (PIN.fullmatch(line) for line in pin_lines())
    return {canonicalize_name(pin["name"]): pin["version"] for pin in found if pin}


def project() -> list[Requirement]:
    table = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]
    lines = table["dependencies"] + [
        line for extra in table["optional-dependencies"].values() for line in extra
    ]
    return [Requirement(line) for line in lines]


def applies(marker: Marker | None, extras: set[str]) -> bool:
    """Whether a requirement counts on any platform the program runs on."""
    if marker is None:
        return True
    return any(
        marker.evaluate(environment | {"extra": extra})
        for environment in PLATFORMS
        for extra in extras | {""}
    )


def closure() -> Iterator[str]:
    """The names of all packages that the project and its checks bring, on every platform."""
    waiting, seen = project(), set()
    while waiting:
        wanted = waiting.pop()
        name = canonicalize_name(wanted.name)
        if (name, *sorted(wanted.extras)) in seen:
            continue
        seen.add((name, *sorted(wanted.extras)))
        yield name
        try:
            needs = metadata.requires(name) or []
        except metadata.PackageNotFoundError:  # of another platform; it is a leaf
            continue
        deeper = map(Requirement, needs)
        waiting += [need for need in deeper if applies(need.marker, wanted.extras)]


def test_every_line_pins_one_version_and_names_no_place() -> None:
    assert [line for line in pin_lines() if not PIN.fullmatch(line)] == []


def test_exactly_what_is_needed_is_pinned() -> None:
    assert set(pins()) == set(closure()) | {"setuptools"}


def test_what_is_pinned_is_what_is_installed_here() -> None:
    installed: dict[str, str] = {
        canonicalize_name(found.name): found.version for found in metadata.distributions()
    }

    assert {
        name: version for name, version in pins().items() if installed.get(name, version) != version
    } == {}


def test_the_pins_satisfy_the_project_file() -> None:
    broken = [
        str(need) for need in project() if not need.specifier.contains(pins()[canonicalize_name(need.name)])
    ]

    assert broken == []


def test_no_package_of_the_program_is_under_the_gpl_alone() -> None:
    """The EUPL allows the LGPL beside it; a package that offers only the GPL would bind the whole program."""
    licences = {name: licence_of(name) for name in closure() if name in pins()}

    assert {name: text for name, text in licences.items() if gpl_alone(text)} == {}


def licence_of(name: str) -> str:
    try:
        about = metadata.metadata(name).json
    except metadata.PackageNotFoundError:
        return ""
    stated = str(about.get("license_expression") or about.get("license") or "")
    return stated if len(stated) < 200 else " ".join(about.get("classifier", ()))


def gpl_alone(licence: str) -> bool:
    choices = re.split(r"\bOR\b|;|,", licence)
    return bool(licence) and all(re.search(r"(?<!L)GPL", choice) for choice in choices)
