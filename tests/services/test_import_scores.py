"""A list of scores is taken over row by row, under every rule of the desk."""

from __future__ import annotations

import re
from dataclasses import replace
from pathlib import Path

import pytest

from jury_desktop.domain.call import Round
from jury_desktop.domain.errors import JuryError
from jury_desktop.domain.messages import Message, say
from jury_desktop.domain.paper_sheet import PaperState
from jury_desktop.domain.sheet import Answer, GoalMark, Item, Sheet, items_of
from jury_desktop.services.import_scores import ScoreImport, import_scores
from jury_desktop.services.jury import save_juror
from jury_desktop.services.lists import RejectedRow
from jury_desktop.services.paper import confirm_entry, enter_comment, enter_goal, enter_score, paper_grid
from jury_desktop.services.ports import Dossier
from jury_desktop.services.rounds import close_round
from jury_desktop.services.scoring import save_answers, submit_sheet
from jury_desktop.wording import render
from tests.builders import a_call, a_candidacy, a_conflict, a_juror
from tests.services.scenario import a_dossier

HEAD = "jurylid;kandidatuur;ronde;criterium;uitdaging;score;toelichting\n"
ITEMS = items_of(a_call().rubric, (1, 4), Round.WRITTEN)
OPTIONAL = next(item for item in ITEMS if item.criterion.not_applicable_allowed)
STRICT = next(i for i in ITEMS if i.challenge is None and not i.criterion.not_applicable_allowed)
PER_CHALLENGE = next(item for item in ITEMS if item.challenge == 4)
GOALS = a_call().challenge(4).goals


@pytest.fixture
def dossier() -> Dossier:
    """Two jurors; the second is kept apart from K-02."""
    jurors, candidacies = [a_juror(1), a_juror(2)], [a_candidacy(1), a_candidacy(2)]
    return a_dossier(candidacies, jurors, conflicts=[a_conflict(jurors[1], candidacies[1])])


@pytest.fixture
def take_over(dossier: Dossier, tmp_path: Path):
    def run(*rows: str, submit: bool = False, dry_run: bool = False) -> ScoreImport:
        file = tmp_path / "scores.csv"
        file.write_text(HEAD + "\n".join(rows) + "\n", encoding="utf-8")
        return import_scores(dossier, file, submit=submit, dry_run=dry_run)

    return run


def sheets(dossier: Dossier) -> dict[str, Sheet]:
    with dossier.read() as uow:
        return {sheet.candidacy: sheet for sheet in uow.sheets.find(juror="j1")}


def row(item: Item, score: str = "4", comment: str = "Degelijk") -> str:
    return f"Jurylid 1;K-01;;{item.criterion.title};{item.challenge or ''};{score};{comment}"


def everything() -> list[str]:
    return [row(item) for item in ITEMS]


def test_scores_come_into_the_drafts_of_the_jurors(dossier: Dossier, take_over):
    found = take_over(
        f"jurylid1@gemeente.example;k-01;schriftelijk;{STRICT.criterion.key};;4,0;Sterk",
        f"JURYLID 1;K-01;written;{PER_CHALLENGE.key};;0;",
        f"Jurylid 1;K-02;;{OPTIONAL.criterion.title};;n.v.t.;",
    )

    assert found == ScoreImport(added=3, changed=0, same=0, submitted=0, rejected=(), dry_run=False)
    assert {key: dict(sheet.answers) for key, sheet in sheets(dossier).items()} == {
        "c1": {STRICT.key: Answer(4, comment="Sterk"), PER_CHALLENGE.key: Answer(0)},
        "c2": {OPTIONAL.key: Answer(not_applicable=True)},
    }
    with dossier.read() as uow:
        assert [event.action for event in uow.journal.all()][1:] == ["sheet.entered", "sheet.entered"]


def test_what_is_there_is_changed_and_an_empty_cell_leaves_it(dossier: Dossier, take_over):
    take_over(row(STRICT, "2", "Vaag"))

    assert take_over(row(STRICT, "", "")).same == 1
    assert take_over(row(STRICT, "5", "")).changed == 1
    assert sheets(dossier)["c1"].answers[STRICT.key] == Answer(5, comment="Vaag")


@pytest.mark.parametrize("guess", ["2", "4"])
def test_what_a_juror_gave_on_the_screen_is_neither_changed_nor_guessed(
    dossier: Dossier, take_over, guess: str
):
    before = {STRICT.key: Answer(2, comment="Vaag")}
    save_answers(dossier, "j1", "c1", Round.WRITTEN, before)

    tried = take_over(row(STRICT, guess, "Vaag"), dry_run=True)

    reason = say("paper.on_screen", name="Jurylid 1")
    assert tried == ScoreImport(0, 0, 0, 0, (RejectedRow(2, reason),), dry_run=True)
    assert take_over(row(STRICT, guess, "Vaag")).rejected == tried.rejected
    assert sheets(dossier)["c1"].answers == before


def test_what_was_typed_on_the_screen_stays_so_under_another_name(dossier: Dossier, take_over):
    before = {STRICT.key: Answer(2, comment="Vaag")}
    save_answers(dossier, "j1", "c1", Round.WRITTEN, before)
    save_juror(dossier, a_juror(1, name="Jurylid Een"))
    save_juror(dossier, a_juror(1, name="Jurylid Uno"))

    found = take_over(f"Jurylid Uno;K-01;;{STRICT.key};;4;")

    assert found.rejected == (RejectedRow(2, say("paper.on_screen", name="Jurylid Uno")),)
    assert sheets(dossier)["c1"].answers == before


@pytest.fixture
def twice(dossier: Dossier) -> Sheet:
    """K-01 entered from paper twice with the same outcome."""
    for item in ITEMS:
        enter_score(dossier, "j1", "c1", Round.WRITTEN, item.key, Answer(4))
        enter_comment(dossier, "j1", "c1", Round.WRITTEN, item.key, "Degelijk")
    enter_goal(dossier, "j1", "c1", Round.WRITTEN, GOALS[0].key, GoalMark.SHOWN)
    typed = {item.key: Answer(4) for item in ITEMS} | {GOALS[0].key: GoalMark.SHOWN}
    confirm_entry(dossier, "j1", "c1", Round.WRITTEN, typed)
    return sheets(dossier)["c1"]


@pytest.mark.parametrize(
    "other",
    [
        row(STRICT, "1"),
        row(STRICT, "4", "Vaag"),
        "Jurylid 1;K-01;;doel 4.1;;niet;",
        "Jurylid 1;K-01;;doel 4.2;;niet;",
    ],
)
def test_a_list_never_writes_over_what_was_entered_twice(
    dossier: Dossier, take_over, twice: Sheet, other: str
):
    found = take_over(other, row(OPTIONAL))

    reason = say("paper.entered_twice", name="Jurylid 1", reference="K-01")
    assert found == ScoreImport(0, 0, 1, 0, (RejectedRow(2, reason),), dry_run=False)
    assert sheets(dossier)["c1"] == twice
    assert paper_grid(dossier, "j1", Round.WRITTEN).rows[0].state is PaperState.CHECKED


def test_a_list_that_says_the_same_submits_what_was_entered_twice(dossier: Dossier, take_over, twice: Sheet):
    assert take_over(*everything(), submit=True) == ScoreImport(0, 0, len(ITEMS), 1, (), dry_run=False)


def test_a_dry_run_tells_the_same_and_keeps_nothing(dossier: Dossier, take_over):
    tried = take_over(*everything(), submit=True, dry_run=True)

    assert (tried.added, tried.submitted, tried.dry_run) == (len(ITEMS), 1, True)
    assert sheets(dossier) == {}


def test_every_row_that_is_refused_is_told_with_the_reason(dossier: Dossier, take_over):
    key, title = STRICT.criterion.key, STRICT.criterion.title
    found = take_over(
        f"Wie dan ook;K-01;;{key};;3;",
        f"Jurylid 1;K-09;;{key};;3;",
        f"Jurylid 1;K-01;derde;{key};;3;",
        "Jurylid 1;K-01;;sfeer;;3;",
        f"Jurylid 1;K-01;;{PER_CHALLENGE.criterion.key};7;3;",
        f"Jurylid 1;K-01;;{key};;hoog;",
        f"Jurylid 1;K-01;;{key};;3,5;",
        f"Jurylid 1;K-01;;{key};;6;",
        f"Jurylid 1;K-01;;{key};;nvt;",
        f"Jurylid 1;K-01;;{key};;3;",
        f"Jurylid 1;K-01;;{key};;4;",
        f"Jurylid 2;K-02;;{key};;3;",
    )

    scale = {"lowest": 0, "highest": 5}
    assert found.rejected == (
        RejectedRow(2, say("scoring.import_juror", text="Wie dan ook")),
        RejectedRow(3, say("scoring.import_candidacy", text="K-09")),
        RejectedRow(4, say("scoring.import_round", text="derde")),
        RejectedRow(5, say("scoring.import_item", text="sfeer")),
        RejectedRow(6, say("scoring.import_item", text=f"{PER_CHALLENGE.criterion.key} 7")),
        RejectedRow(7, say("scoring.import_score", text="hoog")),
        RejectedRow(8, say("scoring.import_score", text="3,5")),
        RejectedRow(9, say("scoring.outside_scale", item=title, **scale)),
        RejectedRow(10, say("scoring.not_applicable_refused", item=title)),
        RejectedRow(12, say("scoring.import_twice", other=11)),
        RejectedRow(13, say("scoring.not_yours")),
    )
    assert (found.added, dict(sheets(dossier)["c1"].answers)) == (1, {STRICT.key: Answer(3)})


@pytest.mark.parametrize("language", ["nl", "en"])
def test_the_reason_of_a_refused_row_speaks_of_that_row_and_not_of_the_list(
    dossier: Dossier, take_over, twice: Sheet, language: str
):
    save_juror(dossier, replace(a_juror(3), observer=True))
    save_answers(dossier, "j2", "c1", Round.WRITTEN, {STRICT.key: Answer(2)})
    on_two = f"Jurylid 1;K-02;;{STRICT.key};"

    found = take_over(
        f"{on_two};3;",
        f"Jurylid 3;K-01;;{STRICT.key};;3;",
        f"Jurylid 2;K-01;;{STRICT.key};;3;",
        f"Jurylid 1;K-02;;{PER_CHALLENGE.key};;6;",
        row(STRICT, "1"),
    )

    told = [render(each.reason, language) for each in found.rejected]
    assert (found.added, len(told)) == (1, 4)
    assert [text for text in told if re.search("er is niets|nothing (has|was)", text, re.IGNORECASE)] == []


def test_a_complete_sheet_is_submitted_when_that_is_asked(dossier: Dossier, take_over):
    assert take_over(*everything()).submitted == 0
    assert not sheets(dossier)["c1"].submitted

    assert take_over(*everything(), submit=True) == ScoreImport(0, 0, len(ITEMS), 1, (), dry_run=False)
    assert (sheets(dossier)["c1"].submitted, sheets(dossier)["c1"].submitted_at) == (True, dossier.now())


def test_a_sheet_of_which_a_row_was_refused_is_not_submitted(dossier: Dossier, take_over):
    take_over(*everything())

    assert take_over(row(STRICT, "9"), submit=True).submitted == 0
    assert not sheets(dossier)["c1"].submitted


@pytest.mark.parametrize(
    ("unclear", "submitted"),
    [
        ("Jurylid 1;K-01;;sfeer;;3;", 0),
        (f"Jurylid 1;K-01;derde;{STRICT.key};;3;", 0),
        (f"Iemand;K-01;;{STRICT.key};;3;", 1),
        (f"Jurylid 1;K-09;;{STRICT.key};;3;", 0),
        ("Jurylid 2;K-01;;sfeer;;3;", 1),
        ("Jurylid 1;K-01;pitch;sfeer;;3;", 1),
        ("Totaal;;;;;87;", 1),
    ],
)
def test_a_row_that_is_not_understood_holds_back_every_sheet_it_may_be_about(
    dossier: Dossier, take_over, unclear: str, submitted: int
):
    found = take_over(*everything(), unclear, submit=True)

    assert (len(found.rejected), found.submitted) == (1, submitted)
    assert sheets(dossier)["c1"].submitted is bool(submitted)


def test_a_sealed_sheet_and_a_closed_round_take_nothing(dossier: Dossier, take_over):
    save_answers(dossier, "j1", "c1", Round.WRITTEN, {i.key: Answer(3, comment="Goed") for i in ITEMS})
    submit_sheet(dossier, "j1", "c1", Round.WRITTEN)
    assert take_over(row(STRICT, "5")).rejected == (RejectedRow(2, say("scoring.sealed")),)

    close_round(dossier, Round.WRITTEN, "Ziekte")
    other = f"Jurylid 2;K-01;;{STRICT.criterion.key};;3;"
    assert take_over(other).rejected == (RejectedRow(2, say("scoring.round_closed")),)


def test_a_list_without_a_needed_column_is_refused_whole(dossier: Dossier, tmp_path: Path):
    file = tmp_path / "lijst.csv"
    file.write_text("jurylid;kandidatuur;score\nJurylid 1;K-01;3\n", encoding="utf-8")

    with pytest.raises(JuryError) as refused:
        import_scores(dossier, file)

    assert refused.value.message.key == "lists.no_column"
    assert refused.value.message.values["column"] == "criterium"


@pytest.mark.parametrize(
    ("criterion", "challenge"),
    [("doel 4.2", ""), ("Doel 2", "4"), ("goal 4.02", ""), (GOALS[1].text, "")],
)
@pytest.mark.parametrize(
    ("mark", "kept"), [("aangetoond", GoalMark.SHOWN), ("2", GoalMark.PARTLY), ("Niet", GoalMark.NOT)]
)
def test_goals_are_marked_by_their_code_or_their_text(
    dossier: Dossier, take_over, criterion: str, challenge: str, mark: str, kept: GoalMark
):
    line = f'Jurylid 1;K-01;;"{criterion}";{challenge};{mark};'

    assert (take_over(line).added, take_over(line).same) == (1, 1)
    assert sheets(dossier)["c1"].goal_marks == {GOALS[1].key: kept}


@pytest.mark.parametrize(
    ("cells", "reason"),
    [
        ("doel 4.99;;deels;", say("scoring.import_goal", text="doel 4.99")),
        ("doel 3;7;deels;", say("scoring.import_goal", text="doel 3 7")),
        ("doel 4.1;;5;", say("scoring.import_mark", text="5")),
        ("doel 4.1;;deels;Half", say("scoring.import_goal_comment")),
    ],
)
def test_what_is_no_goal_or_no_mark_is_told(dossier: Dossier, take_over, cells: str, reason: Message):
    assert take_over(f"Jurylid 1;K-01;;{cells}").rejected == (RejectedRow(2, reason),)
    assert sheets(dossier) == {}


def test_an_empty_mark_leaves_what_is_known_and_another_changes_it(dossier: Dossier, take_over):
    take_over("Jurylid 1;K-01;;doel 4.1;;deels;")

    assert take_over("Jurylid 1;K-01;;doel 4.1;;;").same == 1
    assert take_over("Jurylid 1;K-01;;doel 4.1;;niet;").changed == 1
    assert sheets(dossier)["c1"].goal_marks == {GOALS[0].key: GoalMark.NOT}
