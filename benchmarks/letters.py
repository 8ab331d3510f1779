"""Letters per second, beside others, and the memory of many: ``python benchmarks/letters.py [--runs N]``.

The letter is the one that refuses: three pages with a table of scores, motivation, legal blocks. Each round
lets everyone make it a few times in turn, each time with another name and number, so that nothing can be
kept from the time before; the median round counts, and nobody clears up what another left in memory. Drawing
is compared with drawing: the words are filled in beforehand. Ours is also shown whole, with template,
pre-flight and hash. What a peer made is read back and must hold every word.

The peers are no part of the program: ``pip install -c constraints.txt ".[benchmark]"`` brings them.
"""

from __future__ import annotations

import argparse
import gc
import multiprocessing
import os
import resource
import statistics
import sys
import time
from collections.abc import Callable
from concurrent.futures import ProcessPoolExecutor
from dataclasses import replace
from pathlib import Path

import pypdfium2

sys.path.insert(0, str(Path(__file__).parents[1]))  # this checkout, whichever is installed
sys.path.insert(0, str(Path(__file__).parent))
from letter_peers import peers
from letter_said import Said

from jury_desktop.domain.letter import LetterData, LetterType
from jury_desktop.letters.drawing import draw
from jury_desktop.letters.layout import NBN
from jury_desktop.letters.pdf import fonts
from jury_desktop.letters.rendering import render, written
from jury_desktop.letters.samples import sample

KIND = LetterType.NOT_SELECTED
FEW, MANY = 200, 2_000


def numbered(number: int) -> LetterData:
    """The letter to another organisation."""
    letter = sample(KIND)
    name = f"Buurtwerk {number} vzw"
    address = (name, *letter.addressee[1:])
    return replace(letter, organisation=name, reference=f"LP-2034-{number:05d}", addressee=address)


def said(number: int) -> Said:
    """Its words, filled in."""
    data = numbered(number)
    made = written(KIND, data)
    return Said(data, made.subject, (*made.remark, *made.body))


def drawn(letter: Said) -> bytes:
    """The letter as the program draws it, tagged."""
    return draw(letter.data, letter.subject, letter.blocks, "nl", NBN)


def whole(letter: Said) -> bytes:
    """The letter as the program makes it: filled in, drawn, looked over, hashed."""
    return render(KIND, letter.data).pdf


def rounds(makers: dict[str, Callable[[Said], bytes]], runs: int, each: int) -> dict[str, float]:
    """Median seconds that the processor spent on one letter, per maker."""
    taken: dict[str, list[float]] = {name: [] for name in makers}
    number = 0
    for _ in range(runs):
        for name, make in makers.items():
            letters = [said(number + at) for at in range(each)]
            number += each
            gc.collect()  # nobody clears up after another
            began = spent()
            for letter in letters:
                make(letter)
            taken[name].append((spent() - began) / each)
    return {name: statistics.median(times) for name, times in taken.items()}


def spent() -> float:
    """Seconds of processor so far, of all threads and child processes; the clock would count others' work."""
    children = resource.getrusage(resource.RUSAGE_CHILDREN)
    return time.process_time() + children.ru_utime + children.ru_stime


def lost_words(pdf: bytes, letter: Said) -> list[str]:
    """The words of the letter that cannot be read back from the PDF."""
    document = pypdfium2.PdfDocument(pdf)
    found = "".join("".join(page.get_textpage().get_text_bounded().split()) for page in document)
    found = found.replace("\x02", "-").replace("\ufffe", "-")
    wanted = [*letter.head, letter.subject, *letter.closing, *letter.heads]
    for criterion, motivation, figures in letter.rows:
        wanted += [criterion, motivation, *figures]
    wanted += [words for _, words in letter.pieces()]
    spoken = {word for line in wanted for word in fonts.drawable(line).split()}
    return sorted(word for word in spoken if word not in found and word.replace("-", "") not in found)


def _make(number: int) -> int:
    return len(render(KIND, numbered(number)).pdf)


def both_cores(count: int) -> float:
    """Letters per second with a process for each of two cores, whole letters."""
    with ProcessPoolExecutor(2, multiprocessing.get_context("spawn")) as pool:
        list(pool.map(_make, range(20), chunksize=5))
        began = time.perf_counter()
        list(pool.map(_make, range(count), chunksize=25))
        return count / (time.perf_counter() - began)


def memory(count: int) -> float:
    """The peak memory in MB of a fresh process after ``count`` letters (Linux)."""
    with ProcessPoolExecutor(1, multiprocessing.get_context("spawn")) as pool:
        return pool.submit(_peak_after, count).result()


def _peak_after(count: int) -> float:
    for number in range(count):
        _make(number)
    status = Path("/proc/self/status").read_text(encoding="ascii")
    return int(status.partition("VmHWM:")[2].split()[0]) / 1024


def main() -> None:
    """Prints the table of speed, the two cores and the memory."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--runs", type=int, default=9)
    parser.add_argument("--each", type=int, default=5)
    arguments = parser.parse_args()
    makers: dict[str, Callable[[Said], bytes]] = {"ours, drawn": drawn, "ours, whole": whole, **peers()}
    first = said(0)
    for name, make in makers.items():
        if lost := lost_words(make(first), first):
            raise SystemExit(f"{name} lost {', '.join(lost)}")
    times = rounds(makers, arguments.runs, arguments.each)
    pages = {name: len(pypdfium2.PdfDocument(make(first))) for name, make in makers.items()}
    print(f"load {os.getloadavg()[0]:.1f}\n")
    print("| maker | pages | a letter | letters a second and core | ours, drawn, is |\n|---|---|---|---|---|")
    for name, taken in times.items():
        ratio = taken / times["ours, drawn"]
        print(f"| {name} | {pages[name]} | {taken * 1000:.1f} ms | {1 / taken:.0f} | {ratio:.2f} × as fast |")
    print(f"\ntwo processes, whole letters: {both_cores(400):.0f} a second")
    few, many = memory(FEW), memory(MANY)
    print(f"peak memory: {few:.0f} MB after {FEW} letters, {many:.0f} MB after {MANY}")


if __name__ == "__main__":
    main()
