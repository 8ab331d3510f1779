"""The jury practises with the ordinary form, sealed as always; and what it gives counts for nothing."""

from __future__ import annotations

import ast
from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from jury_desktop.domain.call import Round
from jury_desktop.domain.decision import Stage
from jury_desktop.domain.errors import JuryError
from jury_desktop.domain.messages import say
from jury_desktop.domain.sheet import Answer, items_of
from jury_desktop.services.journal import journal
from jury_desktop.services.jury import save_juror
from jury_desktop.services.ports import Dossier
from jury_desktop.services.practice import (
    choose_practice,
    practice_state,
    practice_table,
    put_back_practice,
    remove_practice,
)
from jury_desktop.services.practice_view import KIND, practising
from jury_desktop.services.ranking import ranking
from jury_desktop.services.rounds import close_round, reopen_round
from jury_desktop.services.scoring import amend_sheet, save_answers, submit_sheet
from jury_desktop.services.scoring_desk import scoring_desk
from tests.builders import a_call, a_juror
from tests.services.scenario import after_both_rounds, after_the_written_round
from tests.services.sealed import with_everything
from tests.services.views import VIEWS, seen

RUBRIC = a_call().rubric
ITEMS = items_of(RUBRIC, (1, 2), Round.WRITTEN)
WRITTEN = Round.WRITTEN


def practise(dossier: Dossier, *given_by: tuple[str, int], submit: bool = True) -> Dossier:
    """The dossier with the example, scored by jurors who give everything the same value."""
    choose_practice(dossier, challenges=(1, 2))
    view = practising(dossier)
    for juror, value in given_by:
        answers = {item.key: Answer(value, comment=f"Woord van {juror}") for item in ITEMS}
        save_answers(view, juror, key(dossier), WRITTEN, answers, remark="Oefening")
        if submit:
            submit_sheet(view, juror, key(dossier), WRITTEN)
    return dossier


def key(dossier: Dossier) -> str:
    found = practice_state(dossier).candidacy
    assert found is not None
    return found.id


def refused(dossier: Dossier) -> object:
    with pytest.raises(JuryError) as caught:
        practice_table(dossier)
    return caught.value.message


# choosing


def test_the_example_lies_before_every_juror_with_the_ordinary_criteria() -> None:
    dossier = practise(after_the_written_round())
    for juror in ("j1", "j2", "j3"):
        mine = scoring_desk(practising(dossier), juror, WRITTEN).mine
        assert mine is not None
        assert [(row.candidacy.reference, row.items) for row in mine.rows] == [("K-00", len(ITEMS))]
    state = practice_state(dossier)
    assert state.candidacy is not None
    assert (state.candidacy.organisation, state.round.expected) == ("Werkplaats Kantelpunt vzw", 3)


def test_a_file_of_ones_own_takes_its_name_and_its_bytes_are_kept(tmp_path: Path) -> None:
    dossier, file = after_the_written_round(), tmp_path / "Proefdossier.txt"
    file.write_text("Wij begeleiden mensen.", encoding="utf-8")
    choose_practice(dossier, file, (3,))
    found = practice_state(dossier).candidacy
    assert found is not None
    attachment = found.current.attachments[0]
    assert (found.organisation, found.challenges, attachment.media_type) == (
        "Proefdossier",
        (3,),
        "text/plain",
    )
    with dossier.read() as uow:
        assert uow.blobs.get(attachment.sha256) == file.read_bytes()


def test_there_is_one_practice_at_a_time() -> None:
    dossier = practise(after_the_written_round())
    with pytest.raises(JuryError) as caught:
        choose_practice(dossier)
    assert caught.value.message == say("practice.chosen_already")
    remove_practice(dossier)
    choose_practice(dossier)


def test_clearing_takes_everything_away_and_once_more_changes_nothing() -> None:
    dossier = practise(after_the_written_round(), ("j1", 4))
    remove_practice(dossier)
    with dossier.read() as uow:
        assert (uow.practices.find(), uow.practice_sheets.find()) == ((), ())
        events = len(uow.journal.all())
    remove_practice(dossier)
    with dossier.read() as uow:
        assert len(uow.journal.all()) == events


# sealed, then side by side


def test_the_scores_open_once_everybody_has_submitted() -> None:
    dossier = practise(after_the_written_round(), ("j1", 1), ("j2", 4))
    assert refused(dossier) == say("practice.sealed")
    view = practising(dossier)
    save_answers(view, "j3", key(dossier), WRITTEN, {item.key: Answer(3, comment="Ja") for item in ITEMS})
    submit_sheet(view, "j3", key(dossier), WRITTEN)
    table = practice_table(dossier)
    assert ([juror.id for juror in table.jurors], table.waiting) == (["j1", "j2", "j3"], ())
    assert {(each.mean, each.spread) for each in table.items} == {(8 / 3, 3)}
    assert table.items[0].answers[0] == Answer(1, comment="Woord van j1")


def test_or_once_the_regisseur_closes_it_and_they_are_sealed_again_when_it_reopens() -> None:
    dossier = practise(after_the_written_round(), ("j1", 1))
    close_round(practising(dossier), WRITTEN, "We beginnen eraan")
    assert practice_table(dossier).waiting == ("Jurylid 2", "Jurylid 3")
    reopen_round(practising(dossier), WRITTEN, "Nog één")
    assert refused(dossier) == say("practice.sealed")


def test_closing_the_practice_closes_no_round_and_closing_a_round_no_practice() -> None:
    dossier = practise(after_the_written_round(), ("j1", 1))
    close_round(practising(dossier), WRITTEN, "Klaar")
    assert [each.closed for each in scoring_desk(dossier, "j1", WRITTEN).rounds] == [False, False]
    other = practise(after_the_written_round(), ("j1", 1))
    close_round(other, WRITTEN, "Klaar")
    assert not practice_state(other).opened


def test_a_new_practice_begins_open_though_the_last_one_was_closed() -> None:
    dossier = practise(after_the_written_round(), ("j1", 1))
    close_round(practising(dossier), WRITTEN, "Klaar")
    remove_practice(dossier)
    choose_practice(dossier)
    assert not practice_state(dossier).opened


def test_an_observer_does_not_practise() -> None:
    dossier = after_the_written_round()
    save_juror(dossier, a_juror(9, observer=True))
    practise(dossier)
    assert practice_state(dossier).round.expected == 3


def test_the_journal_keeps_the_practice_under_its_own_names_and_hides_what_is_sealed() -> None:
    dossier = practise(after_the_written_round(), ("j1", 1))
    amend_sheet(
        practising(dossier),
        "j1",
        key(dossier),
        WRITTEN,
        {ITEMS[0].key: Answer(2, comment="Toch")},
        "Herlezen",
    )
    lines = [line for line in journal(dossier) if line.event.subject_kind == f"{KIND}sheet"]
    actions = ["practice.sheet.amended", "practice.sheet.submitted", "practice.sheet.saved"]
    assert [line.event.action for line in lines] == actions
    assert all(line.sealed and (line.event.new, line.event.reason) == ("", "") for line in lines)
    close_round(practising(dossier), WRITTEN, "Klaar")
    shown = [line for line in journal(dossier) if line.event.subject_kind == f"{KIND}sheet"]
    assert [line.event.reason for line in shown if line.event.reason] == ["Herlezen"]


# it counts for nothing

OF_THE_PRACTICE = {
    "journal.journal": "keeps everything",
    "person_data.person_data": "shows what the journal keeps of a person",
    "practice.practice_state": "shows the practice itself",
    "practice.practice_table": "shows the practice itself",
}
"""The views in which it has to be seen, and why."""


def scored(with_practice: bool) -> Dossier:
    """Everything in a dossier, the written round scored and open; practised in, or not."""
    dossier = with_everything()
    for juror, value in (("j1", 2), ("j2", 3), ("j3", 4)):
        for candidacy in ("c1", "c2", "c3"):
            answers = {item.key: Answer(value, comment="Ja") for item in items_of(RUBRIC, (1, 4), WRITTEN)}
            save_answers(dossier, juror, candidacy, WRITTEN, answers)
            submit_sheet(dossier, juror, candidacy, WRITTEN)
    if with_practice:
        practise(dossier, ("j1", 5), ("j2", 0), ("j3", 5))
    return dossier


TELLS_OF_THE_JOURNAL = ("logboek.jsonl", "bundel.json", "index.html", "LEESMIJ.txt", "overzicht/logboek")
"""How the paths of those files of a bundle begin."""


def alike(view: str, folder: Path) -> tuple[str, str]:
    """What a view shows of a dossier without practice and of one with it, after as many events in each."""
    without, practised = scored(False), scored(True)
    with practised.read() as uow:
        events = len(uow.journal.all())
    with without.change() as uow:
        for _ in range(events - len(uow.journal.all())):
            uow.journal.append("test.prepared", "test", "test")
    return seen(view, without, folder / "a"), seen(view, practised, folder / "b")


def without_journal(written: str) -> str:
    """What was written of a bundle, but for the journal and how many of its events are sealed."""
    files = ast.literal_eval(written)
    return repr([(name, content) for name, content in files if not name.startswith(TELLS_OF_THE_JOURNAL)])


@pytest.mark.parametrize("view", sorted(set(VIEWS) - set(OF_THE_PRACTICE)))
def test_no_view_shows_a_trace_of_it(view: str, tmp_path: Path) -> None:
    without, practised = alike(view, tmp_path)
    if view == "bundle.make_bundle":  # the journal goes along in the bundle: it keeps everything
        without, practised = map(without_journal, (without, practised))
    assert practised == without
    assert "Kantelpunt" not in practised


VALUES = st.none() | st.integers(RUBRIC.lowest, RUBRIC.highest)


@settings(max_examples=25, deadline=None)
@given(values=st.tuples(VALUES, VALUES, VALUES), submit=st.booleans(), closed=st.booleans())
def test_whatever_is_given_in_practice_score_and_ranking_stay_the_same_to_the_byte(
    values: tuple[int | None, ...], submit: bool, closed: bool
) -> None:
    dossier = after_both_rounds(4)
    before = [repr(ranking(dossier, stage)) for stage in Stage]
    given_by = [(f"j{at}", value) for at, value in enumerate(values, 1) if value is not None]
    practise(dossier, *given_by, submit=submit)
    if closed:
        close_round(practising(dossier), WRITTEN, "Klaar")
    assert [repr(ranking(dossier, stage)) for stage in Stage] == before


def test_a_juror_who_practised_is_not_taken_for_one_who_scored() -> None:
    """Practice keeps nobody from becoming an observer."""
    dossier = after_the_written_round()
    save_juror(dossier, a_juror(9))
    practise(dossier, ("j9", 3))
    save_juror(dossier, replace(a_juror(9), observer=True))
    assert practice_state(dossier).round.expected == 3


def test_a_practice_that_was_cleared_is_put_back_whole() -> None:
    dossier = practise(after_the_written_round(), ("j1", 3), ("j2", 4))
    with dossier.read() as uow:
        before = uow.practices.find(), uow.practice_sheets.find()

    cleared = remove_practice(dossier)
    put_back_practice(dossier, cleared)

    with dossier.read() as uow:
        assert (uow.practices.find(), uow.practice_sheets.find()) == before
    with pytest.raises(JuryError) as caught:
        put_back_practice(dossier, cleared)
    assert caught.value.message == say("practice.chosen_already")
