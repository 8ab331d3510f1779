"""Nothing of anybody in what the program leaves of its own faults: reports, console, logs of libraries."""

from __future__ import annotations

import sqlite3
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest
from sqlalchemy import create_engine, text
from sqlalchemy.exc import SQLAlchemyError

from jury_desktop.domain.errors import StorageError
from jury_desktop.domain.messages import say
from jury_desktop.services.fault_report import report_of, where, without_folders
from tests.architecture.checkout import ROOT

NAME, ADDRESS, ROW = "Liesbet Aerts", "liesbet@brug.example", "Kaaihof 7, 2500 Lier"
PERSONAL = (NAME, ADDRESS, ROW, "Liesbet", "Aerts", "Kaaihof")


def _quoting() -> None:
    raise ValueError(f"no such person: {NAME} <{ADDRESS}>")


def _by_key() -> None:
    {}[ADDRESS]


def _in_a_chain() -> None:
    try:
        _by_key()
    except KeyError as error:
        found = RuntimeError(ROW)
        found.add_note(f"while reading {NAME}")
        raise found from error


def _while_handling() -> None:
    try:
        _quoting()
    except ValueError:
        open(f"/nergens/{NAME}.jury")  # noqa: SIM115 - the fault


def _many_at_once() -> None:
    raise ExceptionGroup(NAME, [ValueError(ADDRESS), KeyError(ROW)])


def _in_the_database() -> None:
    with create_engine("sqlite://").connect() as connection:
        connection.execute(text("create table juror (name text, email text unique)"))
        for _ in range(2):
            connection.execute(text("insert into juror values (:n, :e)"), {"n": NAME, "e": ADDRESS})


def _in_a_statement() -> None:
    with create_engine("sqlite://").connect() as connection:
        connection.exec_driver_sql(f"select '{NAME}' from nowhere")


def _plain_sqlite() -> None:
    sqlite3.connect(":memory:").execute(f"select '{ADDRESS}' from {NAME}")


def _said_to_a_person() -> None:
    raise StorageError(say("storage.missing", name=f"{NAME}.jury"))


def _decoding() -> None:
    f"{NAME} \udcff".encode()


def _without_end() -> None:
    def again(name: str) -> None:
        again(name)

    again(NAME)


def _made_up() -> None:
    code = compile(f"def f(who='{NAME}'):\n    raise ValueError(who)\nf()", f"/home/{NAME}/plan.py", "exec")
    exec(code, {})


FAULTS: dict[Callable[[], None], str] = {
    _quoting: "\nValueError\n",
    _by_key: "\nKeyError\n",
    _in_a_chain: "\nKeyError\nwhich led to\n",
    _while_handling: "\nFileNotFoundError: ENOENT\n",
    _many_at_once: "\none of its parts\nKeyError\n",
    _in_the_database: "sqlalchemy.exc.IntegrityError of sqlite3.IntegrityError: SQLITE_CONSTRAINT_UNIQUE"
    " UNIQUE constraint failed: juror.email\n",
    _in_a_statement: "sqlalchemy.exc.OperationalError of sqlite3.OperationalError: SQLITE_ERROR\n",
    _plain_sqlite: "\nsqlite3.OperationalError: SQLITE_ERROR\n",
    _said_to_a_person: "\njury_desktop.domain.errors.StorageError: storage.missing\n",
    _decoding: "\nUnicodeEncodeError\n",
    _without_end: " more …\n",
    _made_up: "  <elsewhere>:2 in f\n",
}


def reported(fault: Callable[[], None]) -> str:
    try:
        fault()
    except (Exception, SQLAlchemyError) as error:
        return report_of(type(error), error, error.__traceback__)
    raise AssertionError("no fault")


@pytest.mark.parametrize("fault", FAULTS, ids=lambda fault: fault.__name__.strip("_"))
def test_a_report_says_where_and_how_and_nothing_of_anybody(fault: Callable[[], None]) -> None:
    report = reported(fault)

    assert [word for word in (*PERSONAL, str(Path.home()), str(ROOT)) if word in report] == []
    assert FAULTS[fault] in report
    assert f" in {fault.__name__}\n" in report


def test_of_a_line_of_the_program_itself_the_report_has_the_words() -> None:
    with pytest.raises(AttributeError) as caught:
        without_folders.__globals__["_named"](NAME).nowhere  # noqa: B018 - the fault is in the test
    assert where(caught.value).startswith("<elsewhere>:")

    with pytest.raises(TypeError) as caught_inside:
        without_folders(None)  # type: ignore[arg-type]
    report = report_of(TypeError, caught_inside.value, caught_inside.tb)
    assert where(caught_inside.value).startswith("jury_desktop/services/fault_report.py:")
    assert "\n    return _FILE.sub(" in report


def test_what_the_interpreter_noted_names_no_folder_of_the_computer() -> None:
    noted = (
        "Fatal Python error: Segmentation fault\n"
        '  File "/srv/liesbet/site-packages/PySide6/a.py", line 3 in b\n'
        f'  File "{ROOT}/jury_desktop/ui/app.py", line 9 in run\n'
        '  File "/srv/liesbet/mijn.py", line 1 in c\n'
    )
    assert without_folders(noted) == (
        'Fatal Python error: Segmentation fault\n  File "PySide6/a.py", line 3 in b\n'
        '  File "jury_desktop/ui/app.py", line 9 in run\n  File "<elsewhere>", line 1 in c\n'
    )


FAULTY = f"""
import gc, logging, sys, threading, warnings
from datetime import UTC, datetime
from pathlib import Path
from jury_desktop.__main__ import _hush_libraries
from jury_desktop.ui.crash import CrashHandler

_hush_libraries()
CrashHandler(lambda: datetime(2023, 6, 8, tzinfo=UTC), Path(sys.argv[1])).install()

class Person:
    def __repr__(self): return {NAME!r}
    def __del__(self): raise ValueError({ADDRESS!r})

def lost(): raise KeyError({NAME!r})

logging.getLogger("pypdf").warning("in the file of %s", {NAME!r})
warnings.warn({ADDRESS!r})
thread = threading.Thread(target=lost, name={NAME!r})
thread.start(); thread.join()
Person(); gc.collect()
raise RuntimeError({ROW!r})
"""


@pytest.mark.parametrize("part", ["console", "disk"])
def test_a_process_full_of_faults_writes_no_byte_about_anybody(part: str, tmp_path: Path) -> None:
    """Its main thread, another thread, an object on its way out, a library that logs, and one that warns."""
    done = subprocess.run(
        [sys.executable, "-c", FAULTY, str(tmp_path / "log")], cwd=ROOT, capture_output=True, check=False
    )
    written = b"".join(file.read_bytes() for file in (tmp_path / "log").iterdir())
    looked_at = done.stdout + done.stderr if part == "console" else written

    assert [word for word in PERSONAL if word.encode() in looked_at] == []
    assert b"RuntimeError" in looked_at
    if part == "console":
        assert [kind for kind in (b"KeyError", b"ValueError") if kind not in looked_at] == []
