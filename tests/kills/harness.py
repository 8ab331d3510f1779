"""Starts the real program on a dossier, kills it at a random moment, and looks at what is left.

Held after each kill: the dossier opens, its check finds nothing, all that the program showed as kept is there
with the same values, and nothing is half there.
"""

from __future__ import annotations

import json
import random
import shutil
import sqlite3
import subprocess
import sys
import tempfile
import threading
import time
from collections.abc import Callable
from contextlib import closing
from dataclasses import dataclass, field
from functools import cache
from pathlib import Path
from typing import Any

from jury_desktop.bootstrap import create_dossier, open_dossier
from jury_desktop.domain.backup import Reason
from jury_desktop.domain.call import BRUSSELS, Round
from jury_desktop.domain.outgoing import LetterState
from jury_desktop.services.backups import copies_of, make_backup
from jury_desktop.services.jury import save_juror
from jury_desktop.services.ports import Dossier
from jury_desktop.services.soundness import verify
from jury_desktop.storage import migrate
from jury_desktop.storage.copies import is_as_kept
from jury_desktop.storage.store import create_store, open_store
from tests.builders import NOW, a_call, a_candidacy, a_juror
from tests.kills.later import LATER
from tests.kills.program import MAILBOX, command
from tests.services.scenario import a_dossier, after_both_rounds

ROOT = Path(__file__).parents[2]
PATIENCE = 90.0
"""Seconds to wait for the first word of the program."""
OLD = 30
"""Dossiers of an earlier version, brought up to date one after the other."""
Fact = dict[str, Any]


@dataclass(frozen=True, slots=True)
class Job:
    """A job of the program.

    :param prepare: makes the dossier it works in.
    :param check: says what is wrong after the kill, with what the program had told.
    :param span: within how many seconds of its first word it is killed.
    """

    prepare: Callable[[Path], None]
    check: Callable[[Path, list[Fact]], list[str]]
    span: float


@dataclass(frozen=True, slots=True)
class Trial:
    """What came of one kill: after how many seconds, how much had been told as kept, what was wrong."""

    job: str
    seed: int
    after: float
    kept: int
    wrong: list[str] = field(default_factory=list)


def trial(job: str, seed: int, folder: Path, *, share: float = 1.0) -> Trial:
    """One kill, in a folder of its own.

    :param share: of the time within which it comes.
    """
    rng, work = random.Random(f"{job} {seed}"), JOBS[job]
    file = folder / "lier.jury"
    work.prepare(file)
    after = rng.uniform(0, work.span * share)
    facts = killed(job, file, seed, after)
    wrong = [] if facts else ["the program never began"]
    try:
        wrong += work.check(file, facts)
    except Exception as error:  # whatever it is, the dossier is not what it should be
        wrong.append(f"{type(error).__name__}: {error}")
    return Trial(job, seed, after, sum("kept" in fact for fact in facts), wrong)


def killed(job: str, file: Path, seed: int, after: float) -> list[Fact]:
    """What the program told until it was killed, so many seconds after its first word."""
    program = subprocess.Popen(
        [sys.executable, "-m", "tests.kills.program", job, str(file), str(seed)],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
        cwd=ROOT,
    )
    assert program.stdout is not None
    late = threading.Timer(PATIENCE, program.kill)
    late.start()
    first = program.stdout.readline()
    late.cancel()
    lines = [first]
    reader = threading.Thread(target=lambda: lines.extend(program.stdout or ()))
    reader.start()
    time.sleep(after)
    early = program.poll()
    program.kill()
    reader.join()
    _, complaint = program.communicate()
    if early is not None:
        raise AssertionError(f"{job} ended by itself: {complaint[-2000:]}")
    return [json.loads(line) for line in lines if line.endswith("\n")]


# what is left


def opened(file: Path, look: Callable[[Dossier], list[str]]) -> list[str]:
    """What is wrong with a dossier: by its own check, and by ``look``."""
    dossier = open_dossier(str(file), now=lambda: NOW)
    try:
        found = verify(dossier)
        said = [] if found.ok else [f"check: {found}"]
        return [*said, *look(dossier)]
    finally:
        dossier.store.close()


def said_as_kept(facts: list[Fact]) -> list[Any]:
    return [fact["kept"] for fact in facts if "kept" in fact]


def expect(what: str, found: object, *allowed: object) -> list[str]:
    return [] if found in allowed else [f"{what}: {found!r}, and not one of {allowed!r}"]


def check_reading(file: Path, facts: list[Fact]) -> list[str]:
    """The imports are those that were told, and perhaps the one under way; each whole or not there."""
    kept = said_as_kept(facts)
    begun = [fact["doing"] for fact in facts if "doing" in fact]

    def look(dossier: Dossier) -> list[str]:
        with dossier.read() as uow:
            actions = [event.action for event in uow.journal.all()]
            done = [action for action in actions if action in {"mail.imported", "mail.import_taken_back"}]
            mails, candidacies = len(uow.mails.all()), len(uow.candidacies.find())
        inside = bool(done) and done[-1] == "mail.imported"
        wrong = expect("imports", done, kept, begun[: len(kept) + 1])
        wrong += expect("messages and candidacies are there together", bool(mails), bool(candidacies))
        if inside:
            wrong += expect("messages", mails, whole_mailbox())
        return [*wrong, *expect("messages are there after an import alone", bool(mails), inside)]

    return opened(file, look)


@cache
def whole_mailbox() -> int:
    """How many messages an import keeps that nobody disturbs: one that comes twice is kept once."""
    with tempfile.TemporaryDirectory() as folder:
        file = Path(folder, "heel.jury")
        empty(file)
        command("import", str(file), MAILBOX)
        dossier = open_dossier(str(file))
        try:
            with dossier.read() as uow:
                return len(uow.mails.all())
        finally:
            dossier.store.close()


def check_scoring(file: Path, facts: list[Fact]) -> list[str]:
    """Each score is the one that was shown as saved last, or one typed after it."""
    typed: dict[tuple[str, str], list[int | None]] = {}
    for fact in facts:
        if "typed" in fact:
            typed.setdefault((fact["typed"], fact["item"]), [None]).append(fact["value"])
        if "values" in fact:
            for item, value in fact["values"].items():
                values = typed.setdefault((fact["kept"], item), [None])
                typed[fact["kept"], item] = values[values.index(value) :] if value in values else [value]

    def look(dossier: Dossier) -> list[str]:
        with dossier.read() as uow:
            sheets = {sheet.candidacy: sheet for sheet in uow.sheets.find(juror="j1", round=Round.WRITTEN)}
        wrong = []
        for (candidacy, item), allowed in typed.items():
            sheet = sheets.get(candidacy)
            answer = sheet.answers.get(item) if sheet is not None else None
            wrong += expect(f"{candidacy} {item}", answer.value if answer else None, *allowed)
        return wrong

    return opened(file, look)


def check_planning(file: Path, facts: list[Fact]) -> list[str]:
    """Every plan that was shown is there as it was shown, and at most one more."""
    kept = said_as_kept(facts)

    def look(dossier: Dossier) -> list[str]:
        with dossier.read() as uow:
            plans = sorted(uow.plans.find(), key=lambda plan: plan.version)
        found = [
            sorted(
                [each.pitch, each.start.astimezone(BRUSSELS).isoformat()] for each in plan.plan.assignments
            )
            for plan in plans
        ]
        wrong = expect("versions", [plan.version for plan in plans], [*range(1, len(plans) + 1)])
        wrong += expect("plans", len(found), len(kept), len(kept) + 1)
        return wrong + expect("plans that were shown", found[: len(kept)], kept)

    return opened(file, look)


def check_writing(file: Path, facts: list[Fact]) -> list[str]:
    """All letters are final, with the bytes that were told, or none is."""
    kept = said_as_kept(facts)
    last = kept[-1] if kept else []
    going_on = bool(facts) and "doing" in facts[-1]

    def look(dossier: Dossier) -> list[str]:
        with dossier.read() as uow:
            letters = [letter for letter in uow.letters.find() if letter.state is LetterState.FINAL]
            found = sorted([letter.id, letter.pdf] for letter in letters)
            sizes = [len(uow.blobs.get(letter.pdf)) for letter in letters]
        if going_on and bool(found) != bool(last):  # what was under way was kept, and not told any more
            return expect("letters", len(found), 6, 0)
        return expect("letters", found, last) + expect("every letter has its PDF", all(sizes), True)

    return opened(file, look)


def check_migrating(file: Path, facts: list[Fact]) -> list[str]:
    """Each dossier is of the version before or after, whole; those that were told are of the one after."""
    kept, wrong = said_as_kept(facts), []
    for each in sorted(file.parent.glob("oud*.jury")):
        revision, jurors = looked_into(each)
        wrong += expect(f"{each.name}: jurors", jurors, 9)
        wrong += expect(f"{each.name}: version", revision, *([LATER] if each.name in kept else OLD_OR_LATER))
        copies = copies_of(each)
        if revision == LATER:
            sound = [copy for copy in copies if copy.told.reason is Reason.UPGRADE and is_as_kept(copy)]
            wrong += expect(f"{each.name}: a copy of before", bool(sound), True)
            with closing(open_store(sound[0].file)) as before:
                wrong += [str(finding) for finding in before.problems()]
        else:
            wrong += opened(each, lambda _dossier: [])
    return wrong


OLD_OR_LATER = (migrate.HEAD, LATER)


def looked_into(file: Path) -> tuple[str, int]:
    """The version of a dossier and its jurors, without the program; with what SQLite itself finds."""
    with closing(sqlite3.connect(file)) as bare:
        assert bare.execute("PRAGMA integrity_check").fetchone() == ("ok",)
        assert bare.execute("PRAGMA foreign_key_check").fetchone() is None
        (revision,) = bare.execute("SELECT version_num FROM alembic_version").fetchone()
        columns = [row[1] for row in bare.execute("PRAGMA table_info(juror)")]
        assert ("nickname" in columns) == (revision == LATER)
        (jurors,) = bare.execute("SELECT count(*) FROM juror").fetchone()
    return revision, jurors


def check_copying(file: Path, facts: list[Fact]) -> list[str]:
    """Every copy that is listed is, byte for byte, what was kept; the last one told is among them."""
    told = [fact for fact in facts if "sha256" in fact]
    copies = copies_of(file)
    wrong = [f"{copy.file.name} is not as kept" for copy in copies if not is_as_kept(copy)]
    wrong += [f"{copy.file.name} is not sound" for copy in copies if not copy.told.is_sound]
    for fact in told[-5:]:
        sums = [copy.told.sha256 for copy in copies if copy.told.name == fact["kept"]]
        wrong += expect(f"copy {fact['kept']}", sums, [fact["sha256"]])
    return wrong + opened(file, lambda _dossier: [])


def check_restoring(file: Path, facts: list[Fact]) -> list[str]:
    """The dossier is what the last copy told holds, or the one that was being put back."""
    kept = said_as_kept(facts)
    begun = [fact["doing"] for fact in facts if "doing" in fact]
    sizes = {copy.told.name: copy.told for copy in copies_of(file)}
    allowed = [*kept[-1:], *begun[-1:]]
    jurors = [3 if name == min(sizes) else 4 for name in allowed] + ([4] if not kept else [])

    def look(dossier: Dossier) -> list[str]:
        with dossier.read() as uow:
            return expect("jurors", len(uow.jurors.find()), *jurors)

    wrong = opened(file, look)
    return wrong + [f"{copy.file.name} is not as kept" for copy in copies_of(file) if not is_as_kept(copy)]


# the dossiers


def empty(file: Path) -> None:
    create_dossier(str(file), "lier-2023", now=lambda: NOW).store.close()


def with_sheets(file: Path) -> None:
    candidacies = [a_candidacy(number) for number in (1, 2, 3)]
    a_dossier(candidacies, [a_juror(1), a_juror(2)], store=create_store(file, a_call())).store.close()


def with_pitches(file: Path) -> None:
    after_both_rounds(6, 3, store=create_store(file, a_call())).store.close()


def with_copies(file: Path) -> None:
    """Two copies: with three jurors, and a day later with four."""
    after_both_rounds(2, 3, store=create_store(file, a_call())).store.close()
    for day in (1, 2):
        dossier = open_dossier(str(file), now=lambda day=day: NOW.replace(day=day))  # type: ignore[misc]
        if day == 2:
            save_juror(dossier, a_juror(4))
        make_backup(dossier)
        dossier.store.close()


def of_before(file: Path) -> None:
    """Some dossiers of what is to be an earlier version."""
    jurors = [a_juror(number) for number in range(1, 10)]
    a_dossier([a_candidacy(1)], jurors, store=create_store(file, a_call())).store.close()
    for number in range(OLD):
        shutil.copy(file, file.with_name(f"oud{number:02}.jury"))


JOBS = {
    "import": Job(empty, check_reading, 16.0),
    "scoring": Job(with_sheets, check_scoring, 8.0),
    "planning": Job(with_pitches, check_planning, 5.0),
    "letters": Job(with_pitches, check_writing, 5.0),
    "migration": Job(of_before, check_migrating, 6.0),
    "backup": Job(with_sheets, check_copying, 6.0),
    "restore": Job(with_copies, check_restoring, 5.0),
}
"""What is done when the program is killed."""
