"""The start of everything: ``python3 run.py`` on a small project of its own, without any network."""

from __future__ import annotations

import ast
import importlib.util
import os
import shutil
import signal
import subprocess
import sys
import zipfile
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from importlib import metadata
from pathlib import Path
from types import ModuleType

import pytest

ROOT = Path(__file__).parents[1]
SETUPTOOLS = metadata.version("setuptools")
PROJECT = """
[build-system]
requires = ["setuptools"]
build-backend = "setuptools.build_meta"
[project]
name = "jury-desktop"
version = "1"
[project.optional-dependencies]
test = []
[tool.setuptools]
packages = ["jury_desktop"]
"""
PROGRAM = """
import os, pathlib, signal, sys, time
ended = pathlib.Path(__file__).parents[1] / "ended"
signal.signal(signal.SIGTERM, lambda *_: sys.exit(ended.write_text("by itself")))
print(*sys.argv[1:], os.environ.get("QT_QPA_PLATFORM"), sep="|", flush=True)
if "wait" in sys.argv:
    time.sleep(100)
sys.exit(int(sys.argv[-1]) if sys.argv[-1].isdigit() else 0)
"""
GATE = """
import pathlib, sys
name = pathlib.Path(__file__).stem
codes = dict(line.split("=") for line in pathlib.Path("codes").read_text().split())
with open("gates", "a") as log: print(name, *sys.argv[1:], file=log)
def lint_imports_command(): sys.exit(int(codes.get("cli", 0)))
if name != "cli": sys.exit(int(codes.get(name, 0)))
"""
FILES = {
    "pyproject.toml": PROJECT,
    "constraints.txt": f"setuptools=={SETUPTOOLS}\n",
    "setup.py": "from setuptools import setup\nsetup()\n",
    "jury_desktop/__main__.py": PROGRAM,
    "ruff.py": GATE,
    "mypy.py": GATE,
    "pytest.py": GATE,
    "importlinter/cli.py": GATE,
    ".venv/set-up.log": "",
}

pytestmark = pytest.mark.xdist_group("run")


def load(file: Path) -> ModuleType:
    """A run.py as a module."""
    spec = importlib.util.spec_from_file_location("run", file)
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


@pytest.fixture(scope="module")
def run() -> ModuleType:
    return load(ROOT / "run.py")


@dataclass(frozen=True, slots=True)
class Checkout:
    """A small project with the real run.py, and a folder of packages in place of the internet."""

    root: Path
    packages: Path

    @property
    def state(self) -> Path:
        return self.root / ".venv" / "set-up.txt"

    @property
    def keepsake(self) -> Path:
        """A file that is gone after the environment has been made anew."""
        return self.root / ".venv" / "keepsake"

    def environment(self, **extra: str) -> dict[str, str]:
        kept = {name: value for name, value in os.environ.items() if not name.startswith(("PIP_", "QT_"))}
        offline = {"PIP_NO_INDEX": "1", "PIP_FIND_LINKS": str(self.packages), "PIP_CONFIG_FILE": os.devnull}
        return kept | offline | {"JURY_HEADLESS": "1"} | extra

    def begin(self, *arguments: str, **extra: str) -> subprocess.Popen[str]:
        """Start run.py from another folder."""
        return subprocess.Popen(
            [sys.executable, str(self.root / "run.py"), *arguments],
            env=self.environment(**extra),
            cwd=self.packages,
            stdout=subprocess.PIPE,
            stderr=subprocess.PIPE,
            text=True,
        )

    def start(self, *arguments: str, **extra: str) -> tuple[int, str, str]:
        """The exit code, what it printed and what it said to the person."""
        with self.begin(*arguments, **extra) as running:
            printed, said = running.communicate()
        return running.returncode, printed, said

    def change_recipe(self) -> None:
        with (self.root / "pyproject.toml").open("a") as project:
            project.write("# one more line\n")


def pack_setuptools(folder: Path) -> None:
    """A wheel of the build tool, put together from the installed one."""
    installed = metadata.distribution("setuptools")
    with zipfile.ZipFile(folder / f"setuptools-{SETUPTOOLS}-py3-none-any.whl", "w") as wheel:
        for file in installed.files or ():
            if ".." not in file.parts and file.suffix != ".pyc":
                wheel.write(str(file.locate()), str(file))


@pytest.fixture(scope="module")
def made(tmp_path_factory: pytest.TempPathFactory) -> Checkout:
    """The small project, where an earlier set-up was broken off and left a keepsake behind."""
    checkout = Checkout(tmp_path_factory.mktemp("checkout"), tmp_path_factory.mktemp("packages"))
    pack_setuptools(checkout.packages)
    shutil.copy(ROOT / "run.py", checkout.root)
    for name, text in FILES.items():
        (checkout.root / name).parent.mkdir(exist_ok=True)
        (checkout.root / name).write_text(text, encoding="utf-8")
    checkout.state.write_text("busy", encoding="utf-8")
    checkout.keepsake.touch()
    return checkout


@pytest.fixture(scope="module")
def first(made: Checkout) -> tuple[int, str, bool]:
    """How the first start went: exit code, what the program printed, whether the keepsake is still there."""
    code, printed, _ = made.start("rank")
    return code, printed, made.keepsake.exists()


@pytest.fixture
def ready(made: Checkout, first: tuple[int, str, bool]) -> Iterator[Checkout]:
    """The small project, set up; with a keepsake in its environment."""
    assert first[0] == 0
    assert made.start("rank")[0] == 0
    made.keepsake.touch()
    yield made
    for left in ("gates", "codes", "ended"):
        (made.root / left).unlink(missing_ok=True)


def test_a_set_up_that_was_broken_off_is_made_anew(first: tuple[int, str, bool]) -> None:
    assert first == (0, "rank|offscreen\n", False)


def test_the_second_start_sets_nothing_up(ready: Checkout) -> None:
    before = ready.state.stat().st_mtime_ns

    assert ready.start("rank", "--json") == (0, "rank|--json|offscreen\n", "")
    assert ready.state.stat().st_mtime_ns == before


def test_the_exit_code_is_that_of_the_program(ready: Checkout) -> None:
    assert ready.start("verify", "3") == (3, "verify|3|offscreen\n", "")


def test_without_arguments_and_display_the_demonstration_fills_a_folder(ready: Checkout) -> None:
    folder = ready.root / "demo"

    assert ready.start() == (
        0,
        f"demo|--out|{folder}|--headless|offscreen\n",
        f"Geen scherm: het resultaat ligt in {folder}\nNo display: the result lies in {folder}\n",
    )


def test_the_demonstration_can_be_started_afresh(ready: Checkout) -> None:
    printed = ready.start("--fresh")[1]

    assert printed == f"demo|--out|{ready.root / 'demo'}|--headless|--fresh|offscreen\n"


def test_the_sample_to_score_in_is_asked_with_one_word(ready: Checkout) -> None:
    printed = ready.start("--scoring")[1]

    assert printed == f"demo|--out|{ready.root / 'demo'}|--headless|--scoring|offscreen\n"


def test_a_changed_project_file_is_built_upon(ready: Checkout) -> None:
    ready.change_recipe()

    code, _, said = ready.start("rank")

    assert (code, "klaargezet" in said, ready.keepsake.exists()) == (0, True, True)


def test_a_broken_environment_is_not_built_upon(ready: Checkout) -> None:
    start = load(ready.root / "run.py")
    library = ready.root / ".venv" / ("Lib" if os.name == "nt" else "lib")
    whole = start.is_sound()

    away = library.rename(library.with_name("away"))
    broken = start.is_sound()
    away.rename(library)

    assert (whole, broken) == (True, False)


def test_without_network_it_says_so_and_keeps_what_was_there(ready: Checkout) -> None:
    pins = ready.root / "constraints.txt"
    before = pins.read_text()
    pins.write_text("setuptools==1.0\n")
    closed_port = "http://127.0.0.1:9/"

    code, _, said = ready.start("rank", PIP_NO_INDEX="0", PIP_INDEX_URL=closed_port, PIP_RETRIES="1")

    pins.write_text(before)
    assert (code, "There is no network." in said, "Er is geen netwerk." in said) == (1, True, True)
    assert (ready.start("rank")[0], ready.keepsake.exists()) == (0, True)


def test_two_starts_at_once_set_up_one_after_the_other(ready: Checkout) -> None:
    ready.change_recipe()

    both = [ready.begin("rank") for _ in range(2)]
    said = [start.communicate()[1] for start in both]

    assert [start.returncode for start in both] == [0, 0]
    assert sorted("klaargezet" in text for text in said) == [False, True]


@pytest.mark.skipif(os.name == "nt", reason="Windows ends a program without asking it")
def test_ending_the_start_ends_the_program(ready: Checkout) -> None:
    with ready.begin("wait") as running:
        assert running.stdout is not None
        assert running.stdout.readline() == "wait|offscreen\n"
        running.send_signal(signal.SIGTERM)

    assert (running.returncode, (ready.root / "ended").read_text()) == (143, "by itself")


@pytest.mark.parametrize(
    ("codes", "expected"),
    [("", 0), ("ruff=3", 3), ("mypy=4 pytest=5", 4), ("cli=6 pytest=5", 6), ("pytest=2", 2)],
)
def test_every_check_runs_and_the_first_failure_counts(ready: Checkout, codes: str, expected: int) -> None:
    (ready.root / "codes").write_text(codes)

    code, _, _ = ready.start("test", "-k", "term")

    assert code == expected
    assert (ready.root / "gates").read_text().splitlines() == [
        "ruff check .",
        "ruff format --check .",
        "cli",
        "mypy",
        "pytest -n 2 --dist loadgroup -k term",
    ]


def test_an_old_python_can_read_the_file_and_is_refused_in_two_languages(run: ModuleType) -> None:
    ast.parse((ROOT / "run.py").read_text(encoding="utf-8"), feature_version=(3, 7))

    with pytest.raises(run.SetUpError) as refusal:
        run.require_python((3, 10))

    dutch, english = refusal.value.args
    assert dutch.startswith("Jury Desktop heeft Python 3.11 of nieuwer nodig; dit is Python 3.10.")
    assert english.startswith("Jury Desktop needs Python 3.11 or newer; this is Python 3.10.")


@pytest.mark.parametrize(
    ("system", "environment", "expected"),
    [
        ("linux", {}, False),
        ("linux", {"DISPLAY": ":0"}, True),
        ("linux", {"WAYLAND_DISPLAY": "wayland-0"}, True),
        ("linux", {"DISPLAY": ":0", "JURY_HEADLESS": "1"}, False),
        ("win32", {}, True),
        ("darwin", {"JURY_HEADLESS": "1"}, False),
    ],
)
def test_where_a_window_can_be_shown(
    run: ModuleType, system: str, environment: dict[str, str], expected: bool
) -> None:
    assert run.has_screen(system, environment) is expected


def test_only_a_window_needs_the_libraries_of_the_screen(run: ModuleType) -> None:
    display = {"DISPLAY": ":0"}

    assert run.wanted_libraries(False, display) == run.ALWAYS
    assert run.wanted_libraries(True, display) == run.ALWAYS | run.ON_X11
    assert run.wanted_libraries(True, {"WAYLAND_DISPLAY": "w"}) == run.ALWAYS | run.ON_WAYLAND


@pytest.mark.skipif(sys.platform != "linux", reason="only Linux leaves these libraries to the system")
def test_a_library_that_lacks_is_seen(run: ModuleType) -> None:
    assert (run.loads("libc.so.6"), run.loads("libnobodyhasthis.so.1")) == (True, False)


@pytest.mark.parametrize(
    ("programs", "user", "line"),
    [
        ({"apt-get", "sudo"}, 1000, "sudo apt-get update && sudo apt-get install -y libegl1 libgl1"),
        ({"apt-get"}, 1000, "su -c 'apt-get update && apt-get install -y libegl1 libgl1'"),
        ({"apt-get", "sudo"}, 0, "apt-get update && apt-get install -y libegl1 libgl1"),
        (set(), 1000, "Systeembibliotheken ontbreken (Debian noemt ze libegl1 libgl1)."),
    ],
)
def test_the_advice_is_a_line_that_can_be_run_as_it_is(
    run: ModuleType, monkeypatch: pytest.MonkeyPatch, programs: set[str], user: int, line: str
) -> None:
    find: Callable[[str], str | None] = {name: f"/usr/bin/{name}" for name in programs}.get
    monkeypatch.setattr(run.shutil, "which", find)
    monkeypatch.setattr(run.os, "geteuid", lambda: user, raising=False)

    dutch, _ = run.advice(["libegl1", "libgl1"])

    assert any(row.strip().startswith(line) for row in dutch.splitlines())


@pytest.mark.parametrize(
    ("output", "start"),
    [
        ("ERROR: Could not install packages: [Errno 28] No space left on device", "De schijf is vol"),
        (
            "WARNING: Retrying (Retry(total=4, connect=None)) after connection broken by 'NewConn",
            "Er is geen netwerk",
        ),
        (
            "WARNING: Retrying (Retry(total=4)) SSLError(1, '[SSL: CERTIFICATE_VERIFY_FAILED]')",
            "Het netwerk heeft",
        ),
        ("[Errno 13] Permission denied: '.venv'", "In de map"),
        ("something nobody foresaw", "Het klaarzetten is mislukt"),
    ],
)
def test_a_failure_is_explained(run: ModuleType, output: str, start: str) -> None:
    assert run.explain(output).args[0].startswith(start)
