"""Makes the sample: mailbox, expected outcome, scores, decisions and README.

Usage: ``python resources/sample/make_sample.py [--out FOLDER]`` (default: this folder).
"""

from __future__ import annotations

import argparse
import json
import sys
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parent))

from maker.expected import Sample, expected
from maker.files import all_files
from maker.letter import load_letters
from maker.model import SAMPLE, load_candidacies
from maker.panel import load_panel, load_truths
from maker.postbox import mbox, messages
from maker.readme import readme
from maker.score_files import decisions_toml, scores_toml
from maker.scores import all_sheets


def make(folder: Path) -> None:
    """Writes the mailbox with its expected outcome, the scores with the decisions, and the README."""
    candidacies, letters = load_candidacies(), load_letters()
    files = all_files(candidacies)
    sample = Sample(candidacies, letters, files, mbox(letters, messages(letters, files)))
    outcome = json.dumps(expected(sample), ensure_ascii=False, indent=1) + "\n"
    (folder / "postvak.mbox").write_bytes(sample.mbox)
    (folder / "expected.json").write_bytes(outcome.encode())
    (folder / "README.md").write_bytes(readme(sample).encode())
    truths, panel = load_truths(), load_panel()
    sheets = all_sheets(candidacies, truths, panel)
    (folder / "scores.toml").write_bytes(scores_toml(sheets, panel).encode())
    (folder / "decisions.toml").write_bytes(decisions_toml(candidacies, truths, sheets).encode())


def main() -> None:
    """Reads the folder from the command line and makes the sample there."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--out", type=Path, default=SAMPLE)
    folder = parser.parse_args().out
    folder.mkdir(parents=True, exist_ok=True)
    make(folder)


if __name__ == "__main__":
    main()
