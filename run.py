#!/usr/bin/env python3
"""Sets Jury Desktop up where that is needed, and starts it. Needs Python 3.11 and nothing else.

    python3 run.py              opens the window on the sample dossier; without a display the same job
                                runs without a window and its result lies in the folder ``demo``
    python3 run.py test [...]   every check: ruff, import-linter, mypy and the tests; the rest goes to pytest
    python3 run.py ...          anything else is a command of jury-desktop

The environment lies in ``.venv`` and is made once. Its state is written down last, so that a set-up that was
broken off is seen and done again. This file keeps to syntax that old Pythons can read, so that it can refuse
them in words.
"""

from __future__ import annotations

import ctypes
import hashlib
import importlib.util
import os
import platform
import shutil
import signal
import subprocess
import sys
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path

FLOOR = (3, 11)
ROOT = Path(__file__).resolve().parent
VENV = ROOT / ".venv"
PYTHON = VENV / ("Scripts/python.exe" if os.name == "nt" else "bin/python")
STATE = VENV / "set-up.txt"
LOG = VENV / "set-up.log"
DEMO = ROOT / "demo"
LOCK_BYTE = 1 << 30  # far behind the end of this file: on Windows a locked byte cannot be read

# What Qt loads from the system, and the Debian and Ubuntu package that brings it.
ALWAYS = {
    "libEGL.so.1": "libegl1",
    "libGL.so.1": "libgl1",
    "libX11.so.6": "libx11-6",
    "libxkbcommon.so.0": "libxkbcommon0",
    "libfontconfig.so.1": "libfontconfig1",
    "libfreetype.so.6": "libfreetype6",
    "libglib-2.0.so.0": "libglib2.0-0",
    "libdbus-1.so.3": "libdbus-1-3",
    "libgssapi_krb5.so.2": "libgssapi-krb5-2",
    "libzstd.so.1": "libzstd1",
    "libbrotlidec.so.1": "libbrotli1",
}
ON_X11 = {
    "libX11-xcb.so.1": "libx11-xcb1",
    "libxcb-cursor.so.0": "libxcb-cursor0",
    "libxcb-icccm.so.4": "libxcb-icccm4",
    "libxcb-image.so.0": "libxcb-image0",
    "libxcb-keysyms.so.1": "libxcb-keysyms1",
    "libxcb-randr.so.0": "libxcb-randr0",
    "libxcb-render-util.so.0": "libxcb-render-util0",
    "libxcb-shape.so.0": "libxcb-shape0",
    "libxcb-sync.so.1": "libxcb-sync1",
    "libxcb-util.so.1": "libxcb-util1",
    "libxcb-xfixes.so.0": "libxcb-xfixes0",
    "libxcb-xkb.so.1": "libxcb-xkb1",
    "libxkbcommon-x11.so.0": "libxkbcommon-x11-0",
}
ON_WAYLAND = {
    "libwayland-client.so.0": "libwayland-client0",
    "libwayland-cursor.so.0": "libwayland-cursor0",
    "libwayland-egl.so.1": "libwayland-egl1",
}

PROGRAM = ["-P", "-m", "jury_desktop"]  # -P: nothing in the folder somebody stands in gets in the way
PYTEST = ["pytest", "-n", "2", "--dist", "loadgroup"]
GATES = (
    ("ruff check", ["-m", "ruff", "check", "."]),
    ("ruff format", ["-m", "ruff", "format", "--check", "."]),
    ("import-linter", ["-c", "from importlinter.cli import lint_imports_command as lint; lint()"]),
    ("mypy", ["-m", "mypy"]),
)


class SetUpError(Exception):
    """Why it cannot go on; its arguments are the Dutch and the English text."""


class NetworkError(SetUpError):
    """Nothing could be fetched; what was there has not been touched."""


# What the output of a failed step can show, and what to tell about it.
KNOWN_TROUBLE = (
    (
        ("No space left on device", "not enough space on the disk"),
        SetUpError,
        "De schijf is vol; Jury Desktop heeft ongeveer 2 GB nodig. Maak ruimte en start opnieuw.",
        "The disk is full; Jury Desktop needs about 2 GB. Make room and start again.",
    ),
    (
        ("CERTIFICATE_VERIFY_FAILED", "problem confirming the ssl certificate"),
        NetworkError,
        "Het netwerk heeft een certificaat dat Python niet kent. Zet PIP_CERT op dat van de ICT-dienst.",
        "The network has a certificate unknown to Python. Set PIP_CERT to the one of your IT department.",
    ),
    (
        ("Retrying (Retry(", "ConnectionError", "Temporary failure in name resolution"),
        NetworkError,
        "Er is geen netwerk. Alleen de eerste keer is internet nodig, om onderdelen op te halen. "
        "Maak verbinding en start opnieuw; wat er al stond, is behouden.",
        "There is no network. The internet is needed the first time only, to fetch components. "
        "Connect and start again; what was there has been kept.",
    ),
    (
        ("Permission denied", "Access is denied"),
        SetUpError,
        f"In de map {ROOT} mag niet geschreven worden. Zet het programma in een eigen map en start opnieuw.",
        f"The folder {ROOT} cannot be written to. Put the program in a folder of your own and start again.",
    ),
)


def main(arguments: list[str]) -> int:
    """Set up, then do what the arguments ask; the exit code."""
    signal.signal(signal.SIGTERM, lambda *_: sys.exit(143))
    try:
        require_python(sys.version_info[:2])
        testing = arguments[:1] == ["test"]
        screen = not testing and has_screen(sys.platform, os.environ)
        require_libraries(screen)
        set_up("test" if testing else "run")
        if testing:
            return run_gates(arguments[1:])
        return start(arguments, screen)
    except SetUpError as stop:
        tell(*stop.args)
    except OSError as error:
        tell(*explain(str(error)).args)
    return 1


def tell(dutch: str, english: str) -> None:
    """Say something to the person at the keyboard, in both languages."""
    print(dutch, english, sep="\n", file=sys.stderr, flush=True)


def require_python(version: tuple[int, int]) -> None:
    """Refuse a Python that is too old."""
    if version < FLOOR:
        found = ".".join(map(str, version))
        raise SetUpError(
            f"Jury Desktop heeft Python 3.11 of nieuwer nodig; dit is Python {found}. "
            "Installeer een nieuwere Python en start opnieuw met die versie.",
            f"Jury Desktop needs Python 3.11 or newer; this is Python {found}. "
            "Install a newer Python and start again with that one.",
        )


def has_screen(system: str, environment: Mapping[str, str]) -> bool:
    """Whether a window can be shown."""
    if environment.get("JURY_HEADLESS"):
        return False
    if system.startswith("linux"):
        return bool(environment.get("DISPLAY") or environment.get("WAYLAND_DISPLAY"))
    return True


# ---------------------------------------------------------------- what the system must have


def require_libraries(screen: bool) -> None:
    """Install what Debian or Ubuntu still lacks when we may; otherwise say exactly what to run."""
    missing = missing_packages(screen)
    if not missing:
        return
    if shutil.which("apt-get") and os.geteuid() == 0:
        apt_install(missing)
        missing = missing_packages(screen)
    if missing:
        raise SetUpError(*advice(missing))


def missing_packages(screen: bool) -> list[str]:
    """The Debian packages without which the environment cannot be made or Qt cannot load."""
    missing = []
    if importlib.util.find_spec("ensurepip") is None:
        missing.append("python{}.{}-venv".format(*sys.version_info[:2]))
    if sys.platform.startswith("linux"):
        needed = wanted_libraries(screen, os.environ)
        missing += [package for library, package in needed.items() if not loads(library)]
    return missing


def wanted_libraries(screen: bool, environment: Mapping[str, str]) -> dict[str, str]:
    """The libraries Qt needs here: for drawing alone, or for a window on X11 or Wayland as well."""
    wanted = dict(ALWAYS)
    if screen and environment.get("DISPLAY"):
        wanted.update(ON_X11)
    if screen and environment.get("WAYLAND_DISPLAY"):
        wanted.update(ON_WAYLAND)
    return wanted


def loads(library: str) -> bool:
    """Whether the system's loader finds a shared library."""
    try:
        ctypes.CDLL(library)
    except OSError:
        return False
    return True


def apt_install(packages: list[str]) -> None:
    """Install Debian packages as root."""
    tell(
        "Systeempakketten worden geïnstalleerd: " + " ".join(packages),
        "Installing system packages: " + " ".join(packages),
    )
    silent, environment = subprocess.DEVNULL, dict(os.environ, DEBIAN_FRONTEND="noninteractive")
    for step in (["update"], ["install", "-y", "--no-install-recommends", *packages]):
        if subprocess.call(["apt-get", "-qq", *step], env=environment, stdin=silent, stdout=silent):
            raise SetUpError(*advice(packages))


def advice(packages: list[str]) -> tuple[str, str]:
    """What somebody with the right to install must run, in both languages."""
    if not shutil.which("apt-get"):
        names = " ".join(packages)
        return (
            f"Systeembibliotheken ontbreken (Debian noemt ze {names}). Installeer ze en start opnieuw.",
            f"System libraries are missing (Debian calls them {names}). Install them and start again.",
        )
    line = "apt-get update && apt-get install -y " + " ".join(packages)
    if os.geteuid() != 0:
        sudo = line.replace("apt-get", "sudo apt-get")
        line = sudo if shutil.which("sudo") else f"su -c '{line}'"
    return (
        f"Er ontbreken systeempakketten. Voer dit uit en start opnieuw:\n\n    {line}\n",
        "System packages are missing. Run the line above and start again.",
    )


# ---------------------------------------------------------------- the environment


def set_up(extra: str) -> None:
    """Make or mend ``.venv`` unless it is as this checkout needs it; ``extra`` is run or test."""
    if is_ready(extra):
        return
    with one_at_a_time():
        if is_ready(extra):
            return
        tell(
            "Jury Desktop wordt klaargezet; de eerste keer duurt dat enkele minuten.",
            "Setting up Jury Desktop; the first time this takes a few minutes.",
        )
        if not is_sound():
            run_step(["-m", "venv", "--clear", str(VENV)], sys.executable)
        STATE.write_text("busy", encoding="utf-8")
        try:
            install(extra)
        except NetworkError:  # everything is fetched before anything is changed
            STATE.unlink()
            raise
        STATE.write_text(f"{place()}\n{recipe()}\n{extra}\n", encoding="utf-8")


def is_ready(extra: str) -> bool:
    """Whether the last set-up was finished, for this very checkout and at least for ``extra``."""
    ready = [f"{place()}\n{recipe()}\n{extra}\n" for extra in {extra, "test"}]
    return PYTHON.exists() and STATE.exists() and STATE.read_text(encoding="utf-8") in ready


def is_sound() -> bool:
    """Whether the environment there is can be built upon: whole, made here, and of this Python."""
    if STATE.exists() and STATE.read_text(encoding="utf-8").split("\n")[0] != place():
        return False
    check = "import sys, pip; print('{}.{}'.format(*sys.version_info))"
    try:
        answer = subprocess.run([PYTHON, "-c", check], capture_output=True, text=True, check=False)
    except OSError:
        return False
    return answer.stdout.strip() == "{}.{}".format(*sys.version_info)


def place() -> str:
    """Where and for which Python the environment is made; it cannot be moved or upgraded."""
    return "{} {}.{} {}".format(ROOT, *sys.version_info[:2], platform.machine())


def recipe() -> str:
    """A fingerprint of everything that decides what is installed."""
    names = ("pyproject.toml", "constraints.txt", "setup.py")
    return hashlib.sha256(b"\0".join((ROOT / name).read_bytes() for name in names)).hexdigest()


def install(extra: str) -> None:
    """Install the checkout with its pinned packages; the build tool comes first and is used from there."""
    pip = ["-m", "pip", "install", "--disable-pip-version-check", "--no-input", "--progress-bar", "off"]
    pip += ["-c", str(ROOT / "constraints.txt")]
    run_step([*pip, "setuptools"], PYTHON)
    project = f"{ROOT}[test]" if extra == "test" else str(ROOT)
    run_step([*pip, "--no-build-isolation", "--editable", project], PYTHON)


def run_step(arguments: list[str], python: str | Path) -> None:
    """Run one step of the set-up; shows what is downloaded, keeps all in the log, explains a failure."""
    heard = []
    with subprocess.Popen(
        [str(python), *arguments],
        stdin=subprocess.DEVNULL,
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        encoding="utf-8",
        errors="replace",
    ) as step:
        for line in step.stdout or ():
            heard.append(line)
            if line.lstrip().startswith(("Downloading", "Installing collected")):
                print(f"  {line.strip():.100}", file=sys.stderr, flush=True)
    if VENV.is_dir():
        with LOG.open("a", encoding="utf-8") as log:
            log.writelines(heard)
    if step.returncode:
        raise explain("".join(heard))


def explain(output: str) -> SetUpError:
    """The error to raise for the output of a failed step."""
    for signs, kind, dutch, english in KNOWN_TROUBLE:
        if any(sign in output for sign in signs):
            return kind(dutch, english)
    return SetUpError(
        f"Het klaarzetten is mislukt; start opnieuw om het nog eens te proberen. Alles staat in {LOG}.",
        f"The set-up failed; start again to retry. All of it is in {LOG}.\n\n{output.strip()[-600:]}",
    )


@contextmanager
def one_at_a_time() -> Iterator[None]:
    """Let a second start wait until the first has finished setting up."""
    with Path(__file__).open("rb") as lock:
        if sys.platform == "win32":
            import msvcrt

            lock.seek(LOCK_BYTE)
            msvcrt.locking(lock.fileno(), msvcrt.LK_LOCK, 1)
        else:
            import fcntl

            fcntl.flock(lock, fcntl.LOCK_EX)
        yield


# ---------------------------------------------------------------- what was asked for


def start(arguments: list[str], screen: bool) -> int:
    """Start the program; without arguments the demonstration, with or without a window."""
    environment = dict(os.environ)
    if not screen:
        environment.setdefault("QT_QPA_PLATFORM", "offscreen")
    if set(arguments) - {"--fresh", "--scoring"}:
        return call([*PROGRAM, *arguments], environment)
    headless = [] if screen else ["--headless"]
    code = call([*PROGRAM, "demo", "--out", str(DEMO), *headless, *arguments], environment)
    if code == 0 and not screen:
        tell(f"Geen scherm: het resultaat ligt in {DEMO}", f"No display: the result lies in {DEMO}")
    return code


def run_gates(arguments: list[str]) -> int:
    """Run every check, also after one has failed; the exit code of the first that did."""
    environment = dict(os.environ, QT_QPA_PLATFORM="offscreen")
    failed = {}
    for name, command in (*GATES, ("pytest", ["-m", *PYTEST, *arguments])):
        print(f"── {name}", flush=True)
        code = call(command, environment, cwd=ROOT)
        if code:
            failed[name] = code
    if failed:
        names = ", ".join(failed)
        tell(f"Niet in orde: {names}", f"Failed: {names}")
    return next(iter(failed.values()), 0)


def call(arguments: list[str], environment: Mapping[str, str], cwd: Path | None = None) -> int:
    """Run the environment's Python to its end; the exit code."""
    with subprocess.Popen([str(PYTHON), *arguments], env=environment, cwd=cwd) as child:
        try:
            return child.wait()
        except KeyboardInterrupt:  # the child got it as well and ends by itself
            return child.wait()
        except SystemExit:
            child.terminate()
            raise


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
