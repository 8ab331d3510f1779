"""A sheet is kept as typed, sealed once complete, and changed after that only with a reason."""

from __future__ import annotations

import json
from collections.abc import Callable
from dataclasses import replace

import pytest

from jury_desktop.domain.call import Round
from jury_desktop.domain.errors import JuryError
from jury_desktop.domain.messages import Message, say
from jury_desktop.domain.sheet import Answer, GoalMark, Sheet, SheetState, items_of, label
from jury_desktop.services.candidacies import list_candidacies
from jury_desktop.services.candidacy_file import candidacy_details
from jury_desktop.services.ports import Dossier
from jury_desktop.services.rounds import RoundState, close_round, reopen_round
from jury_desktop.services.scoring import amend_sheet, judge_newest, open_sheet, save_answers, submit_sheet
from jury_desktop.services.scoring_desk import ScoringList, ScoringRow, scoring_desk
from tests.builders import (
    NOW,
    RAW,
    a_call,
    a_candidacy,
    a_conflict,
    a_juror,
    a_mail,
    a_sheet,
    a_version,
    placed,
)
from tests.services.mailing import a_dossier

MAIL = a_mail()
FIRST = a_version(mail=MAIL.sha256)
SECOND = a_version(2, mail=MAIL.sha256)
HERE = ("j1", "c1", Round.WRITTEN)
ITEMS = items_of(a_call().rubric, (1, 4), Round.WRITTEN)
WHOLE = {item.key: Answer(3, comment="Degelijk") for item in ITEMS}
KEY = ITEMS[0].key


@pytest.fixture
def dossier() -> Dossier:
    """Juror 1 scores K-01 and keeps away from K-02; juror 3 has left."""
    made = a_dossier()
    with made.change() as uow:
        uow.blobs.put(RAW)
        uow.mails.add(placed(MAIL))
        for number in (1, 2):
            uow.candidacies.save(a_candidacy(number, versions=(FIRST,)))
        for juror in (a_juror(1), a_juror(2), a_juror(3, active=False)):
            uow.jurors.save(juror)
        uow.conflicts.save(a_conflict(a_juror(1), a_candidacy(2)))
        uow.journal.append("candidacy.received", "candidacy", "K-01")
    return made


def kept(dossier: Dossier) -> Sheet:
    return open_sheet(dossier, *HERE).sheet


def work(dossier: Dossier) -> ScoringList:
    """What the first juror finds on the desk in the written round."""
    mine = scoring_desk(dossier, "j1", Round.WRITTEN).mine
    assert mine is not None
    return mine


def saved_events(dossier: Dossier) -> list[tuple[str, str]]:
    with dossier.read() as uow:
        return [(event.action, event.reason) for event in uow.journal.all()][1:]


def refusal(step: Callable[[], object]) -> Message:
    with pytest.raises(JuryError) as refused:
        step()
    return refused.value.message


def newer_version(dossier: Dossier) -> None:
    with dossier.change() as uow:
        uow.candidacies.save(replace(uow.candidacies.get("c1"), versions=(FIRST, SECOND)))
        uow.journal.append("candidacy.revised", "candidacy", "K-01")


# the desk


def test_a_juror_sees_only_what_no_conflict_bars_and_how_far_it_is(dossier: Dossier):
    save_answers(dossier, *HERE, {KEY: Answer(0, comment="Zwak"), ITEMS[1].key: Answer(comment="Later")})

    mine = work(dossier)

    assert mine.rows == (ScoringRow(mine.rows[0].candidacy, 1, len(ITEMS), submitted=False),)
    assert [row.candidacy.reference for row in mine.rows] == ["K-01"]
    assert mine.hidden == ("K-02",)


def test_nobody_sits_at_the_desk_until_somebody_sits_down(dossier: Dossier):
    desk = scoring_desk(dossier, "", Round.WRITTEN)

    assert desk.mine is None
    assert [juror.id for juror in desk.jurors] == ["j1", "j2"]
    assert desk.rounds == (RoundState(Round.WRITTEN, 0, 3, False), RoundState(Round.PITCH, 0, 0, False))


def test_the_desk_holds_the_list_of_whoever_sits_at_it(dossier: Dossier):
    assert work(dossier).juror.id == "j1"
    assert scoring_desk(dossier, "j3", Round.WRITTEN).mine is None


# as typed


def test_a_new_sheet_is_empty_and_not_kept_before_anything_is_typed(dossier: Dossier):
    view = open_sheet(dossier, *HERE)

    assert (view.sheet.answers, view.sheet.state, view.score) == ({}, SheetState.DRAFT, None)
    assert [challenge.number for challenge in view.challenges] == [1, 4]
    save_answers(dossier, *HERE, {})
    assert saved_events(dossier) == []


def test_what_is_typed_is_kept_item_by_item(dossier: Dossier):
    save_answers(dossier, *HERE, {KEY: Answer(4)}, {"1.01": GoalMark.SHOWN}, "Sterk")
    view = save_answers(dossier, *HERE, {ITEMS[1].key: Answer(2, comment="Vaag")}, {"1.02": GoalMark.PARTLY})

    assert view.sheet == kept(dossier)
    assert dict(view.sheet.answers) == {KEY: Answer(4), ITEMS[1].key: Answer(2, comment="Vaag")}
    assert dict(view.sheet.goal_marks) == {"1.01": GoalMark.SHOWN, "1.02": GoalMark.PARTLY}
    assert (view.sheet.remark, view.score) == ("Sterk", 3.0)


def test_a_score_and_a_mark_can_be_taken_back(dossier: Dossier):
    save_answers(dossier, *HERE, {KEY: Answer(4)}, {"1.01": GoalMark.SHOWN})

    view = save_answers(dossier, *HERE, {KEY: Answer()}, {"1.01": None})

    assert (dict(view.sheet.answers), dict(view.sheet.goal_marks)) == ({}, {})
    assert view.score is None


def test_saving_the_same_again_leaves_no_trace(dossier: Dossier):
    for _ in range(2):
        save_answers(dossier, *HERE, {KEY: Answer(4)})

    assert saved_events(dossier) == [("sheet.saved", "")]


@pytest.mark.parametrize(
    ("answer", "key"),
    [
        (Answer(6), "scoring.outside_scale"),
        (Answer(-1), "scoring.outside_scale"),
        (Answer(not_applicable=True), "scoring.not_applicable_refused"),
        (Answer(3, not_applicable=True), "scoring.value_and_not_applicable"),
    ],
)
def test_what_the_call_does_not_allow_is_refused_and_nothing_changes(
    dossier: Dossier, answer: Answer, key: str
):
    assert refusal(lambda: save_answers(dossier, *HERE, {KEY: answer})).key == key
    assert saved_events(dossier) == []


@pytest.mark.parametrize("place", [("j1", "c2"), ("j3", "c1")])
def test_a_sheet_that_is_not_the_jurors_stays_shut(dossier: Dossier, place: tuple[str, str]):
    assert refusal(lambda: open_sheet(dossier, *place, Round.WRITTEN)) == say("scoring.not_yours")


# sealed


def test_a_complete_sheet_is_sealed_with_its_moment(dossier: Dossier):
    save_answers(dossier, *HERE, WHOLE)

    view = submit_sheet(dossier, *HERE)

    assert (view.sheet.state, view.sheet.submitted_at) == (SheetState.SUBMITTED, NOW)
    assert work(dossier).rows[0].submitted
    assert refusal(lambda: save_answers(dossier, *HERE, {KEY: Answer(1)})) == say("scoring.sealed")
    assert refusal(lambda: submit_sheet(dossier, *HERE)) == say("scoring.sealed")


def test_a_sheet_with_something_missing_is_not_sealed(dossier: Dossier):
    save_answers(dossier, *HERE, {**WHOLE, KEY: Answer()})
    assert refusal(lambda: submit_sheet(dossier, *HERE)) == say("scoring.value_missing", item=label(ITEMS[0]))

    save_answers(dossier, *HERE, {KEY: Answer(0)})
    assert refusal(lambda: submit_sheet(dossier, *HERE)) == say(
        "scoring.comment_missing", item=label(ITEMS[0])
    )


def test_a_sealed_sheet_changes_with_a_reason_and_the_journal_keeps_the_old_value(dossier: Dossier):
    save_answers(dossier, *HERE, WHOLE)
    submit_sheet(dossier, *HERE)

    view = amend_sheet(
        dossier,
        *HERE,
        {KEY: Answer(5, comment="Beter gelezen")},
        "Verkeerd gelezen",
        goal_marks={"1.01": GoalMark.NOT},
        remark="Herlezen",
    )

    assert view.sheet.submitted
    assert view.sheet.answers[KEY] == Answer(5, comment="Beter gelezen")
    assert (dict(view.sheet.goal_marks), view.sheet.remark) == ({"1.01": GoalMark.NOT}, "Herlezen")
    with dossier.read() as uow:
        event = uow.journal.all()[-1]
    assert (event.action, event.reason) == ("sheet.amended", "Verkeerd gelezen")
    assert json.loads(event.old)["answers"][KEY]["value"] == 3
    assert json.loads(event.new)["answers"][KEY]["value"] == 5


def test_a_change_needs_a_reason_a_sealed_sheet_and_leaves_it_complete(dossier: Dossier):
    save_answers(dossier, *HERE, WHOLE)
    assert refusal(lambda: amend_sheet(dossier, *HERE, {}, "Fout")) == say("scoring.not_submitted")
    submit_sheet(dossier, *HERE)

    assert refusal(lambda: amend_sheet(dossier, *HERE, {}, " ")) == say("scoring.amend_needs_reason")
    missing = say("scoring.value_missing", item=label(ITEMS[0]))
    assert refusal(lambda: amend_sheet(dossier, *HERE, {KEY: Answer()}, "Fout")) == missing
    assert dict(kept(dossier).answers) == WHOLE


# versions and rounds


def test_a_newer_version_warns_until_the_juror_has_read_it(dossier: Dossier):
    save_answers(dossier, *HERE, {KEY: Answer(3)})
    newer_version(dossier)

    assert open_sheet(dossier, *HERE).outdated
    view = judge_newest(dossier, *HERE)
    assert (view.outdated, view.sheet.version, view.sheet.answers[KEY]) == (False, 2, Answer(3))
    assert judge_newest(dossier, *HERE, version=1).outdated


def test_who_changes_a_sealed_sheet_judges_the_newest_version(dossier: Dossier):
    save_answers(dossier, *HERE, WHOLE)
    submit_sheet(dossier, *HERE)
    newer_version(dossier)
    assert open_sheet(dossier, *HERE).outdated

    assert amend_sheet(dossier, *HERE, {}, "Nieuwe versie gelezen").sheet.version == 2


def test_a_closed_round_takes_no_more_sheets_but_a_sealed_one_can_still_be_mended(dossier: Dossier):
    save_answers(dossier, *HERE, WHOLE)
    submit_sheet(dossier, *HERE)
    close_round(dossier, Round.WRITTEN, "Ziekte")
    other = ("j2", "c1", Round.WRITTEN)

    assert open_sheet(dossier, *other).closed
    for step in (
        lambda: save_answers(dossier, *other, {KEY: Answer(3)}),
        lambda: submit_sheet(dossier, *other),
        lambda: judge_newest(dossier, *other),
    ):
        assert refusal(step) == say("scoring.round_closed")
    assert amend_sheet(dossier, *HERE, {KEY: Answer(4, comment="Toch")}, "Fout").sheet.submitted

    reopen_round(dossier, Round.WRITTEN, "Toch nog tijd")
    assert save_answers(dossier, *other, {KEY: Answer(3)}).sheet.answers == {KEY: Answer(3)}


def test_a_juror_is_told_that_a_newer_version_came():
    candidacy, juror = a_candidacy(1), a_juror(1)
    dossier = a_dossier()
    with dossier.change() as uow:
        uow.jurors.save(juror)
        uow.candidacies.save(replace(candidacy, versions=(a_version(1), a_version(2))))
        uow.sheets.save(a_sheet(juror, candidacy, version=1))
        uow.journal.append("sheet.submitted", "sheet", "K-01")

    [mine] = work(dossier).rows
    [listed] = list_candidacies(dossier)
    [round_] = [r for r in candidacy_details(dossier, candidacy.id).rounds if r.round is Round.WRITTEN]

    assert (mine.outdated, listed.outdated, round_.jurors[0].outdated) == (True, 1, True)
