"""Who may import whom, and what may not be loaded before it is needed."""

from __future__ import annotations

import subprocess
import sys

from tests.architecture.checkout import ROOT

HEAVY = ("ortools", "pandas", "reportlab")


def run_python(code: str) -> subprocess.CompletedProcess[str]:
    return subprocess.run([sys.executable, "-c", code], cwd=ROOT, capture_output=True, text=True, check=False)


def test_the_contracts_of_the_rooms_are_kept() -> None:
    outcome = run_python("from importlinter.cli import lint_imports_command as lint; lint()")

    assert outcome.returncode == 0, outcome.stdout + outcome.stderr


def test_the_command_line_starts_without_the_heavy_libraries() -> None:
    code = f"import sys, jury_desktop.cli; print([name for name in {HEAVY!r} if name in sys.modules])"

    outcome = run_python(code)

    assert (outcome.stdout.strip(), outcome.stderr) == ("[]", "")
