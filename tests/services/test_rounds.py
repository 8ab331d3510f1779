"""A round ends complete or closed with a reason, and can be opened again with one."""

from __future__ import annotations

import json
from collections.abc import Callable

import pytest

from jury_desktop.domain.call import Round
from jury_desktop.domain.decision import DecisionKind, Stage
from jury_desktop.domain.errors import JuryError
from jury_desktop.domain.messages import say
from jury_desktop.services.ports import Dossier, UnitOfWork
from jury_desktop.services.rounds import (
    RoundState,
    close_round,
    expected_of,
    latest_plan,
    must_score,
    reopen_round,
    round_state,
    selection_of,
)
from tests.builders import (
    RAW,
    a_candidacy,
    a_conflict,
    a_decision,
    a_juror,
    a_mail,
    a_plan,
    a_sheet,
    a_version,
    placed,
)
from tests.services.mailing import a_dossier

MAIL = a_mail()
SENT = (a_version(mail=MAIL.sha256),)
CANDIDACIES = tuple(a_candidacy(number, versions=SENT) for number in (1, 2))
JURORS = (a_juror(1), a_juror(2))


@pytest.fixture
def dossier() -> Dossier:
    """Two jurors, two candidacies of which the second juror may not score K-02; one sheet is in."""
    made = a_dossier()
    with made.change() as uow:
        uow.blobs.put(RAW)
        uow.mails.add(placed(MAIL))
        for candidacy in CANDIDACIES:
            uow.candidacies.save(candidacy)
        for juror in JURORS:
            uow.jurors.save(juror)
        uow.conflicts.save(a_conflict(JURORS[1], CANDIDACIES[1]))
        uow.sheets.save(a_sheet(JURORS[0], CANDIDACIES[0]))
        uow.journal.append("candidacy.received", "candidacy", "K-01")
    return made


def state(dossier: Dossier, round_: Round = Round.WRITTEN) -> RoundState:
    with dossier.read() as uow:
        return round_state(selection_of(uow), round_)


def test_the_state_of_a_round_is_counts_only(dossier: Dossier):
    assert state(dossier) == RoundState(Round.WRITTEN, 1, 3, closed=False)
    assert state(dossier, Round.PITCH) == RoundState(Round.PITCH, 0, 0, closed=False)


@pytest.mark.parametrize(("submitted", "expected", "complete"), [(3, 3, True), (2, 3, False), (0, 0, False)])
def test_a_round_is_complete_once_every_sheet_is_in(submitted: int, expected: int, complete: bool):
    assert RoundState(Round.WRITTEN, submitted, expected, closed=False).complete is complete


def test_a_round_closes_with_a_reason_and_only_once(dossier: Dossier):
    close_round(dossier, Round.WRITTEN, "Ziekte")
    close_round(dossier, Round.WRITTEN, "Nog eens")

    assert state(dossier).closed
    assert not state(dossier, Round.PITCH).closed
    with dossier.read() as uow:
        closing = [(event.action, event.subject, event.reason) for event in uow.journal.all()[1:]]
    assert closing == [("round.closed", "written", "Ziekte")]


def test_a_closed_round_opens_again_with_a_reason(dossier: Dossier):
    close_round(dossier, Round.WRITTEN, "Ziekte")
    reopen_round(dossier, Round.WRITTEN, "Toch nog tijd")
    reopen_round(dossier, Round.WRITTEN, "Nog eens")

    assert not state(dossier).closed
    with dossier.read() as uow:
        closed, opened = uow.journal.all()[1:]
    assert [closed.action, opened.action] == ["round.closed", "round.reopened"]
    assert json.loads(opened.old) == {"scores_open_since": closed.at.isoformat()}


@pytest.mark.parametrize(
    ("end", "key"),
    [(close_round, "scoring.close_needs_reason"), (reopen_round, "scoring.reopen_needs_reason")],
)
def test_nothing_ends_without_a_reason(
    dossier: Dossier, end: Callable[[Dossier, Round, str], None], key: str
):
    with pytest.raises(JuryError) as refused:
        end(dossier, Round.WRITTEN, "  ")

    assert refused.value.message == say(key)
    assert not state(dossier).closed


def asked_one_by_one(uow: UnitOfWork, round_: Round) -> set[tuple[str, str]]:
    """Whom ``must_score`` names, of everybody there is and somebody there is not."""
    jurors = [juror.id for juror in uow.jurors.find()]
    candidacies = [candidacy.id for candidacy in uow.candidacies.find()]
    pairs = [(juror, candidacy) for juror in (*jurors, "nobody") for candidacy in (*candidacies, "nothing")]
    return {pair for pair in pairs if must_score(uow, *pair, round_)}


def test_in_the_written_round_every_juror_scores_what_no_conflict_bars(dossier: Dossier):
    with dossier.read() as uow:
        assert expected_of(uow, Round.WRITTEN) == {("j1", "c1"), ("j1", "c2"), ("j2", "c1")}
        assert asked_one_by_one(uow, Round.WRITTEN) == expected_of(uow, Round.WRITTEN)


def test_in_the_pitch_round_the_panel_of_the_newest_plan_scores(dossier: Dossier):
    invited = a_decision(CANDIDACIES[0], stage=Stage.SHORTLIST, kind=DecisionKind.INVITED)
    with dossier.change() as uow:
        uow.decisions.save(invited)
        uow.plans.save(a_plan(CANDIDACIES[:1], JURORS))
        uow.plans.save(a_plan(CANDIDACIES[:1], JURORS[:1], version=2))
        uow.journal.append("plan.solved", "plan", "2")

    with dossier.read() as uow:
        newest = latest_plan(uow)
        assert newest is not None
        assert newest.version == 2
        assert expected_of(uow, Round.PITCH) == {("j1", "c1")}
        assert asked_one_by_one(uow, Round.PITCH) == {("j1", "c1")}
