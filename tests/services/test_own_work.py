"""What somebody who signed in does with their rights works as it does where nobody has to sign in."""

from __future__ import annotations

from dataclasses import replace

import pytest

from jury_desktop.domain.call import Round
from jury_desktop.domain.conflict import Conflict, ConflictState
from jury_desktop.domain.decision import Stage
from jury_desktop.domain.errors import JuryError
from jury_desktop.domain.messages import say
from jury_desktop.domain.role import Role
from jury_desktop.domain.sheet import Answer, items_of
from jury_desktop.services.candidacies import attachment_content, list_candidacies
from jury_desktop.services.confirm import confirm_decision, send_back_decision
from jury_desktop.services.jury import declare_conflict, judge_conflict
from jury_desktop.services.known import known
from jury_desktop.services.planning import plan_view
from jury_desktop.services.ports import Dossier
from jury_desktop.services.practice_view import practising
from jury_desktop.services.ranking import ranking
from jury_desktop.services.scoring import amend_sheet, judge_newest, open_sheet, save_answers, submit_sheet
from jury_desktop.services.scoring_desk import own_desk, scoring_desk
from jury_desktop.services.scoring_order import draw_order
from tests.builders import RAW, a_call, a_candidacy, a_conflict, a_juror
from tests.fakes import MemoryStore
from tests.services.sealed import MAIL, low
from tests.services.signing_in import signed_in, with_accounts

WRITTEN = Round.WRITTEN
FOUR = {item.key: Answer(4, comment="Sterk") for item in items_of(a_call().rubric, (1, 4), WRITTEN)}


@pytest.fixture
def whole() -> Dossier:
    return with_accounts(low(MemoryStore(a_call())))


@pytest.fixture
def juror(whole: Dossier) -> Dossier:
    return signed_in(whole, Role.JUROR)


@pytest.fixture
def regisseur(whole: Dossier) -> Dossier:
    return signed_in(whole, Role.REGISSEUR)


def last_event(dossier: Dossier) -> tuple[str, str, str]:
    with dossier.read() as uow:
        event = uow.journal.newest()
    assert event is not None
    return event.action, event.actor, event.on_behalf_of


def test_a_juror_scores_submits_and_changes_in_their_own_name(juror: Dossier, regisseur: Dossier) -> None:
    save_answers(juror, "j1", "c3", WRITTEN, FOUR)
    assert last_event(regisseur) == ("sheet.saved", "Jurylid 1", "")
    judge_newest(juror, "j1", "c3", WRITTEN)
    submit_sheet(juror, "j1", "c3", WRITTEN)
    amend_sheet(juror, "j1", "c3", WRITTEN, {next(iter(FOUR)): Answer(5, comment="Nog")}, "Herlezen")
    assert last_event(regisseur) == ("sheet.amended", "Jurylid 1", "")

    view = open_sheet(juror, "j1", "c3", WRITTEN)
    assert (view.sheet.submitted, view.sheet.answers[next(iter(FOUR))].value) == (True, 5)
    assert view.amended_at is not None


def test_a_juror_has_the_desk_that_the_regisseur_sees_of_them(juror: Dossier, regisseur: Dossier) -> None:
    draw_order(juror, "j1", WRITTEN)
    own, seen = (scoring_desk(each, "j1", WRITTEN) for each in (juror, regisseur))
    assert (own.mine, own.rounds) == (seen.mine, seen.rounds)
    assert own_desk(juror) == scoring_desk(juror, "j1", Round.PITCH)


def test_a_juror_practises(juror: Dossier) -> None:
    view = practising(juror)
    (row,) = scoring_desk(view, "j1", WRITTEN).mine.rows  # type: ignore[union-attr]
    place = ("j1", row.candidacy.id, WRITTEN)
    learnt = dict.fromkeys(open_sheet(view, *place).sheet.answers, Answer(2, comment="Om te leren"))
    amend_sheet(view, *place, learnt, "Om te leren")
    assert open_sheet(view, *place).sheet.answers == learnt


def test_who_declares_a_conflict_sees_the_candidacy_no_more_at_once(
    juror: Dossier, regisseur: Dossier
) -> None:
    assert attachment_content(juror, MAIL.sha256) == RAW
    declare_conflict(juror, "j1", "c1", "Mijn zus werkt er", by_juror=True)

    with pytest.raises(JuryError) as refused:
        open_sheet(juror, "j1", "c1", WRITTEN)
    assert refused.value.message == say("scoring.not_yours")
    with pytest.raises(JuryError):
        attachment_content(juror, MAIL.sha256)
    assert [row.candidacy.reference for row in list_candidacies(juror)] == ["K-02", "K-03"]
    with regisseur.read() as uow:
        (conflict,) = uow.conflicts.find(juror="j1")
    assert (conflict.state, conflict.reason) == (ConflictState.DECLARED, "Mijn zus werkt er")


def test_a_conflict_that_was_judged_is_not_declared_over_again(juror: Dossier, regisseur: Dossier) -> None:
    """The regisseur dismissed it; the juror reports it anew to the regisseur, not past them."""
    declare_conflict(juror, "j1", "c1", "Mijn zus werkt er", by_juror=True)
    with regisseur.read() as uow:
        (conflict,) = uow.conflicts.find(juror="j1")
    judge_conflict(regisseur, conflict.id, confirmed=False, reason="Zij vertrok er")
    assert [row.candidacy.reference for row in list_candidacies(juror)] == ["K-01", "K-02", "K-03"]
    with pytest.raises(JuryError) as refused:
        declare_conflict(juror, "j1", "c1", "Toch weer", by_juror=True)
    assert refused.value.message == say("rights.not_yours")


def with_conflict(regisseur: Dossier, juror: int) -> Conflict:
    conflict = a_conflict(a_juror(juror), a_candidacy(3), state=ConflictState.CONFIRMED)
    with regisseur.change() as uow:
        uow.conflicts.save(conflict)
        uow.journal.append("test.prepared", "conflict", "test")
    return conflict


def test_an_observer_with_a_conflict_sees_the_plan_without_that_candidate_and_no_order(
    regisseur: Dossier, whole: Dossier
) -> None:
    observer = signed_in(whole, Role.OBSERVER)
    assert len(ranking(observer, Stage.SHORTLIST).rows) == 3
    with_conflict(regisseur, 2)

    assert "Kompas" not in repr(plan_view(observer))
    for shut in (lambda: ranking(observer, Stage.SHORTLIST), lambda: known(observer)):
        with pytest.raises(JuryError) as refused:
            shut()
        assert refused.value.message == say("rights.order_shows_all")


def test_what_one_person_read_is_not_given_to_another(
    regisseur: Dossier, juror: Dossier, whole: Dossier
) -> None:
    """What the deliberation reads is kept until the journal grows; also what somebody may not see."""
    reader = signed_in(whole, Role.SECOND_READER)
    observer = signed_in(whole, Role.OBSERVER)
    assert known(regisseur).selection.letters == known(reader).selection.letters
    assert known(observer).who == observer.who
    assert known(reader).who == reader.who


def test_the_second_reader_confirms_and_sends_back_what_the_regisseur_decided(
    regisseur: Dossier, whole: Dossier
) -> None:
    reader = signed_in(whole, Role.SECOND_READER)
    with regisseur.change() as uow:
        decision = replace(uow.decisions.find()[0], decided_by="An Maes", confirmed_by="", confirmed_at=None)
        uow.decisions.save(decision)
        uow.journal.append("test.prepared", "candidacy", "K-01")

    confirmed = confirm_decision(reader, decision)

    assert (confirmed.confirmed_by, confirmed.decided_by) == ("Bo Claes", "An Maes")
    assert (
        send_back_decision(reader, confirmed, "De motivering is te kort").sent_back
        == "De motivering is te kort"
    )
    with pytest.raises(JuryError) as refused:
        confirm_decision(regisseur, confirmed)
    assert refused.value.message.key == "rights.refused"
