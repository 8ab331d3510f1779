"""How fast the chain is, with a peer beside it where there is one: ``python benchmarks/chain.py [--runs N]``.

Everything is measured in one run on one machine, each pair in turn, so that a slow moment hits both. Prints
the median of the runs and the ratio to the peer; ``docs/benchmarks.md`` keeps the last figures.
"""

from __future__ import annotations

import argparse
import hashlib
import io
import mailbox
import statistics
import tempfile
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from functools import cache
from pathlib import Path
from xml.sax.saxutils import escape

from jury_desktop import bootstrap, resources
from jury_desktop.domain.letter import LetterType
from jury_desktop.letters.rendering import render
from jury_desktop.letters.samples import sample
from jury_desktop.services.calls import load_call
from jury_desktop.services.demo import Demo
from jury_desktop.services.import_mail import import_mail
from jury_desktop.services.planning import plan_view, solve_plan
from jury_desktop.services.ports import Dossier
from jury_desktop.services.sample import load_sample

MAILBOX = resources.path("sample", "postvak.mbox")


def ours_import() -> None:
    """The sample mailbox into a new dossier: parsed in a confined process, sorted, kept, journaled."""
    with tempfile.TemporaryDirectory() as folder:
        dossier = bootstrap.create_dossier(str(Path(folder) / "b.jury"), "lier-2023")
        import_mail(dossier, [MAILBOX])
        dossier.store.close()


def peer_import() -> None:
    """The standard library reading the same file: every part decoded and hashed, nothing kept."""
    for message in mailbox.mbox(MAILBOX):
        for part in message.walk():
            content = part.get_payload(decode=True)
            if isinstance(content, bytes):
                hashlib.sha256(content).hexdigest()


def ours_letter() -> None:
    """A letter with score table as tagged PDF/A-2a and PDF/UA-1, pre-flight included."""
    render(LetterType.NOT_SELECTED, sample(LetterType.NOT_SELECTED))


def peer_letter() -> None:
    """The same text as a plain PDF with ReportLab's own paragraphs, untagged."""
    from reportlab.lib.styles import getSampleStyleSheet
    from reportlab.platypus import Paragraph, SimpleDocTemplate

    style = getSampleStyleSheet()["BodyText"]
    text = _letter_text()
    SimpleDocTemplate(io.BytesIO()).build([Paragraph(line, style) for line in text if line.strip()])


@cache
def _letter_text() -> tuple[str, ...]:
    """The lines of the letter, made once outside the clock."""
    text = render(LetterType.NOT_SELECTED, sample(LetterType.NOT_SELECTED)).text
    return tuple(escape(line) for line in text.split("\n"))


@contextmanager
def dossier_of_the_sample() -> Iterator[Dossier]:
    """The demonstration as far as its first plan."""
    with tempfile.TemporaryDirectory() as folder:
        dossier = bootstrap.create_dossier(str(Path(folder) / "p.jury"), load_call("lier-2023").id)
        demo = Demo(Path(folder) / "brieven", load_sample())
        for step in demo.steps():
            step.run(dossier)
            if plan_view(dossier).plan is not None:
                break
        yield dossier
        dossier.store.close()


def plan_of_the_sample() -> Callable[[], None]:
    """The twelve pitches of the sample: every level proven optimal, one worker, fixed seed."""
    with dossier_of_the_sample() as dossier:
        problem = plan_view(dossier).problem
    return lambda: _proven(solve_plan(problem).status.value)


def _proven(status: str) -> None:
    if status != "OPTIMAL":
        raise SystemExit(f"the plan was {status}")


def seconds(work: Callable[[], None]) -> float:
    """Wall time of one run."""
    began = time.perf_counter()
    work()
    return time.perf_counter() - began


def compare(name: str, ours: Callable[[], None], peer: Callable[[], None] | None, runs: int) -> None:
    """Runs both in turn after one warm-up and prints medians and ratio."""
    ours()
    _letter_text()
    mine, theirs = [], []
    for _ in range(runs):
        mine.append(seconds(ours))
        if peer is not None:
            theirs.append(seconds(peer))
    median = statistics.median(mine)
    line = f"{name:<46} {median:8.3f} s"
    if theirs:
        line += (
            f"   peer {statistics.median(theirs):8.3f} s   ratio {median / statistics.median(theirs):6.2f}"
        )
    print(line)


def main() -> None:
    """Runs every comparison."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--runs", type=int, default=5)
    runs = parser.parse_args().runs
    compare("import of the sample (peer: stdlib, read only)", ours_import, peer_import, runs)
    compare("one letter (peer: plain ReportLab)", ours_letter, peer_letter, runs)
    compare("plan of 12 pitches, proven", plan_of_the_sample(), None, runs)


if __name__ == "__main__":
    main()
