"""An observer attends and declares conflicts, and never scores: through no door at all."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest

from jury_desktop.domain.call import Round
from jury_desktop.domain.decision import Stage
from jury_desktop.domain.errors import JuryError
from jury_desktop.domain.juror import Juror
from jury_desktop.domain.messages import Message, say
from jury_desktop.domain.sheet import Answer, items_of
from jury_desktop.services.candidacy_file import candidacy_details
from jury_desktop.services.discussion import door
from jury_desktop.services.import_jurors import import_jurors
from jury_desktop.services.import_scores import import_scores
from jury_desktop.services.jury import declare_conflict, jury, save_juror
from jury_desktop.services.jury_changes import take_back_jury
from jury_desktop.services.overview import overview
from jury_desktop.services.packets import make_packet
from jury_desktop.services.paper import enter_score, paper_grid
from jury_desktop.services.paper_prints import sheet_stacks
from jury_desktop.services.planning import planning_problem
from jury_desktop.services.ports import Dossier
from jury_desktop.services.rounds import selection_of
from jury_desktop.services.scoring import save_answers
from jury_desktop.services.scoring_desk import scoring_desk
from jury_desktop.services.stage_counts import stage_counts
from tests.builders import a_call, a_candidacy, a_juror, a_plan, a_sheet
from tests.services.scenario import a_dossier, invited

OBSERVER = a_juror(9, observer=True)
ITEM = items_of(a_call().rubric, (1, 4), Round.WRITTEN)[0].key
HERE = ("j9", "c1", Round.WRITTEN)
REFUSED = say("scoring.observer", name="Jurylid 9")


@pytest.fixture
def dossier() -> Dossier:
    """Two jurors and an observer; both candidacies are invited to pitch, nobody has scored."""
    candidacies = [a_candidacy(1), a_candidacy(2)]
    decisions = [invited(each) for each in candidacies]
    return a_dossier(candidacies, [a_juror(1), a_juror(2), OBSERVER], decisions=decisions)


def refusal(act: Callable[[], object]) -> Message:
    with pytest.raises(JuryError) as caught:
        act()
    return caught.value.message


def kept(dossier: Dossier, key: str = "j9") -> Juror:
    return next(juror for juror in jury(dossier).jurors if juror.id == key)


# where an observer is, and is not


def test_an_observer_is_in_the_jury_and_told_from_the_jurors(dossier: Dossier) -> None:
    found = jury(dossier)
    assert [juror.id for juror in found.jurors if juror.scores] == ["j1", "j2"]
    assert found.observers == (OBSERVER,)
    row = next(row for row in found.rows if row.juror == OBSERVER)
    assert (row.written, row.pitch) == ((0, 0), (0, 0))
    assert stage_counts(dossier).counts["jury"] == "2"


@pytest.mark.parametrize("round_", Round)
def test_no_round_expects_a_sheet_of_an_observer(dossier: Dossier, round_: Round) -> None:
    with dossier.read() as uow:
        expected = selection_of(uow).panel(round_).expected
    assert {juror for juror, _ in expected} == {"j1", "j2"}


def test_nobody_sits_down_as_an_observer_and_no_step_waits_for_one(dossier: Dossier) -> None:
    desk = scoring_desk(dossier, "j9", Round.WRITTEN)
    assert ([juror.id for juror in desk.jurors], desk.mine) == (["j1", "j2"], None)
    assert "Jurylid 9" not in repr(overview(dossier).steps)


def test_the_planner_knows_of_no_observer(dossier: Dossier) -> None:
    assert [juror.id for juror in planning_problem(dossier).jurors] == ["j1", "j2"]


def test_the_progress_of_a_candidacy_leaves_observers_out_even_with_a_conflict(dossier: Dossier) -> None:
    declare_conflict(dossier, "j9", "c1", "Woont ernaast")
    rounds = candidacy_details(dossier, "c1").rounds
    assert {each.juror.id for round_ in rounds for each in round_.jurors} == {"j1", "j2"}


def test_an_observer_with_a_conflict_leaves_the_room_like_the_others(dossier: Dossier) -> None:
    declare_conflict(dossier, "j9", "c1", "Woont ernaast")
    assert door(dossier, Stage.SHORTLIST)[1]["c1"] == frozenset({"j9"})


# doors to a score, all shut


def a_list(folder: Path) -> Path:
    file = folder / "scores.csv"
    file.write_text(f"jurylid;kandidatuur;criterium;score\nJurylid 9;K-01;{ITEM};3\n", encoding="utf-8")
    return file


SHUT: dict[str, Callable[[Dossier, Path], object]] = {
    "sheet": lambda dossier, _: save_answers(dossier, *HERE, {ITEM: Answer(3)}),
    "paper": lambda dossier, _: enter_score(dossier, *HERE, ITEM, Answer(3)),
    "packet": lambda dossier, at: make_packet(dossier, "j9", Round.WRITTEN, at / "p.jurypakket"),
    "prints": lambda dossier, _: sheet_stacks(dossier, Round.WRITTEN, jurors=("j9",)),
}


@pytest.mark.parametrize("door_", SHUT)
def test_whoever_would_score_as_an_observer_is_told_so(dossier: Dossier, door_: str, tmp_path: Path) -> None:
    assert refusal(lambda: SHUT[door_](dossier, tmp_path)) == REFUSED


def test_a_list_of_scores_refuses_the_rows_of_an_observer(dossier: Dossier, tmp_path: Path) -> None:
    found = import_scores(dossier, a_list(tmp_path))
    assert [(row.row, row.reason) for row in found.rejected] == [(2, REFUSED)]
    assert (found.added, found.changed) == (0, 0)


def test_paper_has_no_sheet_of_an_observer(dossier: Dossier) -> None:
    assert paper_grid(dossier, "j9", Round.WRITTEN).rows == ()
    assert [stack.juror for stack in sheet_stacks(dossier, Round.WRITTEN)] == ["Jurylid 1", "Jurylid 2"]


# becoming one


def test_a_juror_without_scores_becomes_an_observer_and_back_with_undo(dossier: Dossier) -> None:
    change = save_juror(dossier, a_juror(1, observer=True))
    assert kept(dossier, "j1").observer
    take_back_jury(dossier, change)
    assert kept(dossier, "j1") == a_juror(1)


def test_who_has_scored_cannot_become_one_and_hears_what_to_do(dossier: Dossier) -> None:
    save_answers(dossier, "j1", "c1", Round.WRITTEN, {ITEM: Answer(3)})
    message = say("jury.observer_has_scores", name="Jurylid 1")
    assert refusal(lambda: save_juror(dossier, a_juror(1, observer=True))) == message
    assert kept(dossier, "j1") == a_juror(1)


def test_nor_does_undo_make_one_of_who_has_scored_since(dossier: Dossier) -> None:
    change = save_juror(dossier, replace(OBSERVER, observer=False))
    save_answers(dossier, *HERE, {ITEM: Answer(3)})
    assert refusal(lambda: take_back_jury(dossier, change)) == say(
        "jury.observer_has_scores", name="Jurylid 9"
    )


def test_who_has_a_seat_on_the_plan_is_first_planned_anew(dossier: Dossier) -> None:
    with dossier.change() as uow:
        uow.plans.save(a_plan((a_candidacy(1),), (a_juror(1), a_juror(2))))
        uow.journal.append("plan.made", "plan", "v1")
    seated = a_juror(1, observer=True)
    assert refusal(lambda: save_juror(dossier, seated)) == say("jury.observer_has_seat", name="Jurylid 1")
    with dossier.change() as uow:
        uow.plans.save(a_plan((a_candidacy(1),), (a_juror(2),), version=2))
        uow.journal.append("plan.made", "plan", "v2")
    save_juror(dossier, seated)


# in a list of jurors


def imported(dossier: Dossier, folder: Path, *rows: str) -> list[tuple[int, Message]]:
    file = folder / "jury.csv"
    file.write_text("\n".join(["naam;hoedanigheid", *rows]), encoding="utf-8")
    return [(row.row, row.reason) for row in import_jurors(dossier, file).rejected]


@pytest.mark.parametrize(("word", "observes"), [("waarnemer", True), ("Observer", True), ("jurylid", False)])
def test_a_list_says_who_observes(dossier: Dossier, tmp_path: Path, word: str, observes: bool) -> None:
    assert imported(dossier, tmp_path, f"Mia Nijs;{word}") == []
    assert [juror.observer for juror in jury(dossier).jurors if juror.name == "Mia Nijs"] == [observes]


def test_an_empty_cell_leaves_what_is_known_and_another_word_is_refused(
    dossier: Dossier, tmp_path: Path
) -> None:
    rows = ("Jurylid 9;", "Jurylid 1;voorzitter")
    assert imported(dossier, tmp_path, *rows) == [(3, say("jury.import_capacity", text="voorzitter"))]
    assert kept(dossier).observer


def test_a_list_makes_no_observer_of_who_has_scored_and_keeps_the_others(
    dossier: Dossier, tmp_path: Path
) -> None:
    with dossier.change() as uow:
        uow.sheets.save(a_sheet(a_juror(1), a_candidacy(1)))
        uow.journal.append("sheet.saved", "sheet", "x")
    rows = ("Jurylid 1;waarnemer", "Jurylid 2;waarnemer")
    message = say("jury.observer_has_scores", name="Jurylid 1")
    assert imported(dossier, tmp_path, *rows) == [(2, message)]
    assert [kept(dossier, key).observer for key in ("j1", "j2")] == [False, True]
