"""Two programs that keep the same sheet: the later one is told, and overwrites nothing it has not seen."""

from __future__ import annotations

import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from jury_desktop.bootstrap import open_dossier
from jury_desktop.domain.call import Round
from jury_desktop.domain.errors import RuleError
from jury_desktop.domain.messages import say
from jury_desktop.domain.sheet import Answer, GoalMark, Sheet, items_of, overwrites
from jury_desktop.services.ports import Dossier
from jury_desktop.services.scoring import open_sheet, save_answers
from jury_desktop.storage.store import create_store
from tests.builders import a_call, a_candidacy, a_juror
from tests.services.scenario import a_dossier

HERE = ("j1", "c1", Round.WRITTEN)
FIRST, SECOND = (item.key for item in items_of(a_call().rubric, (1, 4), Round.WRITTEN)[:2])
ROOT = Path(__file__).parents[2]
PROGRAM = """
import sys
from jury_desktop.bootstrap import open_dossier
from jury_desktop.domain.call import Round
from jury_desktop.domain.errors import JuryError
from jury_desktop.domain.sheet import Answer
from jury_desktop.services.scoring import open_sheet, save_answers

dossier = open_dossier(sys.argv[1])
here = ("j1", "c1", Round.WRITTEN)
seen = open_sheet(dossier, *here).sheet
print("seen", flush=True)
sys.stdin.readline()
try:
    save_answers(dossier, *here, {sys.argv[2]: Answer(5)}, known=[seen])
    print("kept", flush=True)
except JuryError as error:
    print(error.message.key, flush=True)
dossier.store.close()
"""


@pytest.fixture
def file(tmp_path: Path) -> Path:
    target = tmp_path / "lier.jury"
    a_dossier([a_candidacy()], [a_juror(1)], store=create_store(target, a_call())).store.close()
    return target


@pytest.fixture
def dossier(file: Path) -> Iterator[Dossier]:
    made = open_dossier(str(file))
    yield made
    made.store.close()


def score(dossier: Dossier, key: str, value: int, *known: Sheet) -> Sheet:
    return save_answers(dossier, *HERE, {key: Answer(value)}, known=known).sheet


@pytest.mark.parametrize(("item", "outcome"), [(FIRST, "scoring.changed_elsewhere"), (SECOND, "kept")])
def test_the_later_of_two_programs_is_told_when_they_cross(
    dossier: Dossier, file: Path, item: str, outcome: str
) -> None:
    other = subprocess.Popen(
        [sys.executable, "-c", PROGRAM, str(file), item],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        text=True,
        cwd=ROOT,
    )
    assert other.stdout is not None
    assert other.stdout.readline() == "seen\n"
    score(dossier, FIRST, 2)

    told, _ = other.communicate("go\n")

    answers = open_sheet(dossier, *HERE).sheet.answers
    assert told.strip() == outcome
    assert answers[FIRST] == Answer(2)
    assert answers.get(SECOND) == (Answer(5) if outcome == "kept" else None)


def test_who_saw_what_the_other_kept_may_change_it(dossier: Dossier) -> None:
    before = open_sheet(dossier, *HERE).sheet
    mine = score(dossier, FIRST, 2, before)

    assert score(dossier, FIRST, 4, before, mine).answers[FIRST] == Answer(4)


def test_the_same_score_of_both_crosses_nothing(dossier: Dossier) -> None:
    before = open_sheet(dossier, *HERE).sheet
    score(dossier, FIRST, 2)

    assert score(dossier, FIRST, 2, before).answers[FIRST] == Answer(2)


def test_a_mark_or_a_remark_of_another_is_not_taken_away_either(dossier: Dossier) -> None:
    before = open_sheet(dossier, *HERE).sheet
    save_answers(dossier, *HERE, {}, {"goal": GoalMark.SHOWN}, "Van An")

    for marks, remark in (({"goal": None}, None), ({}, "Van Bea")):
        with pytest.raises(RuleError) as caught:
            save_answers(dossier, *HERE, {}, {"goal": GoalMark.PARTLY} if marks else {}, remark, [before])
        assert caught.value.message == say("scoring.changed_elsewhere")


def test_an_answer_that_was_never_given_is_the_same_as_none() -> None:
    empty = Sheet("s", "j1", "c1", Round.WRITTEN, 1)
    blank = Sheet("s", "j1", "c1", Round.WRITTEN, 1, answers={FIRST: Answer()})
    scored = Sheet("s", "j1", "c1", Round.WRITTEN, 1, answers={FIRST: Answer(3)})

    assert not overwrites(blank, scored, [empty])
    assert overwrites(scored, blank, [empty])
