"""The real program, killed at a random moment of each of its jobs: nothing that was shown as kept is lost.

The long form is ``python benchmarks/kills.py``.
"""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.kills.harness import JOBS, expect, trial

SHARE = 0.3
"""Of the time that the long form takes: it kills early."""
pytestmark = pytest.mark.xdist_group("kills")


@pytest.mark.parametrize("job", JOBS)
def test_a_kill_loses_nothing_that_was_shown_as_kept(job: str, tmp_path: Path) -> None:
    assert trial(job, 1, tmp_path, share=SHARE).wrong == []


def test_what_is_not_as_told_would_be_noticed(tmp_path: Path) -> None:
    """Held against programs that told more than they kept."""
    file = tmp_path / "lier.jury"
    lies = {
        "import": [{"doing": "mail.imported"}, {"kept": "mail.imported", "messages": 3}],
        "scoring": [{"typed": "c1", "item": "a", "value": 4}, {"kept": "c1", "values": {"a": 4}}],
        "planning": [{"kept": [["K-01", "2023-06-14T13:00:00+02:00"]]}],
        "letters": [{"doing": "final"}, {"kept": [["x", "y"]]}],
        "backup": [{"kept": "weg.jury", "sha256": "0", "events": 1}],
    }
    for job, facts in lies.items():
        file.unlink(missing_ok=True)
        JOBS[job].prepare(file)
        assert JOBS[job].check(file, facts) != [], job
    assert expect("iets", 1, 2, 3) == ["iets: 1, and not one of (2, 3)"]
