"""What happened to one thing: all of it, nothing else, newest first; what is sealed stays so."""

from __future__ import annotations

from dataclasses import replace

import pytest

from jury_desktop.domain.call import Round
from jury_desktop.domain.decision import DecisionKind, Stage
from jury_desktop.domain.letter import Block
from jury_desktop.domain.messages import Message, say
from jury_desktop.domain.sheet import Answer
from jury_desktop.services.accounts import set_lock_minutes
from jury_desktop.services.candidacies import set_availability
from jury_desktop.services.decide import decide
from jury_desktop.services.dossier_settings import dossier_settings, save_house
from jury_desktop.services.history import Thing, What, conflict_key, history, sheet_key, thing_of
from jury_desktop.services.jury import declare_conflict, save_juror
from jury_desktop.services.letter_fate import record_bounce
from jury_desktop.services.letter_texts import withdraw_approval
from jury_desktop.services.meeting import MeetingDetails, keep_meeting
from jury_desktop.services.places import confirm_places
from jury_desktop.services.plan_moves import lock_pitch
from jury_desktop.services.planning import communicate_plan
from jury_desktop.services.ports import Dossier
from jury_desktop.services.rebuttals import extend_answer
from jury_desktop.services.rounds import close_round
from jury_desktop.services.scoring import save_answers
from jury_desktop.services.session_runs import keep_notes
from jury_desktop.services.talk import ask_second_look
from tests.builders import a_candidacy, a_juror
from tests.services.scenario import a_dossier
from tests.services.whole import LATER, MAIL, at_the_end


def steps(dossier: Dossier, what: What, key: str = "") -> list[str]:
    return [past.line.event.action for past in history(dossier, Thing(what, key))]


def much_later(dossier: Dossier) -> object:
    """A day that may still be named."""
    return extend_answer(dossier, "r-c3", LATER.replace(year=LATER.year + 1).date(), "Verlof")


@pytest.fixture
def busy() -> Dossier:
    """Something happened to everything."""
    dossier = at_the_end()
    set_availability(dossier, "c1", (), ("wo",))
    save_juror(dossier, a_juror(4, observer=True, name="Anne"))
    declare_conflict(dossier, "j4", "c1", "Familie")
    decide(dossier, "c1", DecisionKind.SELECTED, "Sterk.", [])
    ask_second_look(dossier, "c1", Stage.FINAL, "Begroting")
    record_bounce(dossier, "l-c3", LATER, "Bus vol")
    much_later(dossier)
    lock_pitch(dossier, "K-01", locked=True)
    communicate_plan(dossier)
    keep_notes(dossier, "c1", "Sterk")
    confirm_places(dossier, [MAIL.sha256])
    house = dossier_settings(dossier).house
    save_house(dossier, replace(house, place="Nijlen"))
    withdraw_approval(dossier, Block.APPEAL)
    keep_meeting(dossier, Stage.FINAL, MeetingDetails(LATER, None, "Lier"))
    set_lock_minutes(dossier, 3)
    close_round(dossier, Round.PITCH, "Genoeg")
    return dossier


@pytest.mark.parametrize(
    ("thing", "happened"),
    [
        (Thing(What.JUROR, "Anne"), ["conflict.declared", "juror.changed"]),
        (Thing(What.CONFLICT, conflict_key("Anne", "K-01")), ["conflict.declared"]),
        (Thing(What.DECISION, "K-01"), ["talk.second_look", "decision.made"]),
        (Thing(What.LETTER, "K-03"), ["letter.bounced"]),
        (Thing(What.REBUTTAL, "K-03"), ["rebuttal.extended"]),
        (Thing(What.PITCH, "K-01"), ["session.noted", "plan.locked"]),
        (Thing(What.PLAN), ["plan.communicated"]),
        (Thing(What.MAIL, MAIL.source), ["mail.confirmed"]),
        (Thing(What.SETTINGS), ["account.lock_changed", "settings.changed"]),
        (Thing(What.MEETING, Stage.FINAL.value), ["meeting.noted"]),
        (Thing(What.ROUND, Round.PITCH.value), ["round.closed"]),
        (Thing(What.ACCOUNTS), ["account.lock_changed"]),
        (Thing(What.DOSSIER), ["account.lock_changed", "settings.changed", *["test.prepared"] * 2]),
        (Thing(What.TEXT, Block.APPEAL.value), ["text.approval_withdrawn"]),
    ],
    ids=lambda value: value.what.value if isinstance(value, Thing) else "",
)
def test_a_thing_has_the_steps_that_were_about_it(thing: Thing, happened: list[str], busy: Dossier) -> None:
    assert steps(busy, thing.what, thing.key) == happened


def test_of_a_candidacy_everything_is_told_that_concerns_it(busy: Dossier) -> None:
    told = steps(busy, What.CANDIDACY, "K-01")
    assert {"candidacy.changed", "conflict.declared", "decision.made", "talk.second_look"} <= set(told)
    assert not {"letter.bounced", "rebuttal.extended"} & set(told)


def a_draft() -> Dossier:
    """One juror out of two has scored, and then got another name."""
    dossier = a_dossier([a_candidacy()], [a_juror(1), a_juror(2)])
    save_answers(dossier, "j1", "c1", Round.WRITTEN, {"outreach": Answer(4, comment="Goed")})
    save_juror(dossier, a_juror(1, name="Anne"))
    return dossier


def test_a_sheet_is_known_by_every_name_of_its_juror_and_stays_sealed() -> None:
    dossier = a_draft()
    (past,) = history(dossier, Thing(What.SHEET, sheet_key("Anne", "K-01", Round.WRITTEN)))
    assert (past.line.event.action, past.line.sealed, past.line.event.new) == ("sheet.saved", True, "")
    assert past.stays == say("history.sealed")

    close_round(dossier, Round.WRITTEN, "Genoeg")
    (past,) = history(dossier, Thing(What.SHEET, sheet_key("Anne", "K-01", Round.WRITTEN)))
    assert not past.line.sealed
    assert "Goed" in past.line.event.new


def test_a_step_says_whether_it_can_be_taken_back(busy: Dossier) -> None:
    save_juror(busy, a_juror(4, observer=True, name="Anneke"))

    def stays(dossier: Dossier) -> list[Message | None]:
        return [past.stays for past in history(dossier, Thing(What.JUROR, "Anneke"))]

    assert stays(busy) == [None, None, say("history.changed_since")]
    other = say("history.another", name="Regisseur")
    assert stays(replace(busy, actor="Iemand Anders")) == [other] * 3


def test_an_event_is_in_the_history_of_what_it_is_about(busy: Dossier) -> None:
    with busy.read() as uow:
        events = uow.journal.all()
    for event in events:
        thing = thing_of(event)
        assert thing is not None
        assert thing.step == event.sequence
        assert event.sequence in {past.line.event.sequence for past in history(busy, thing)}, event.action


def test_every_kind_of_thing_has_a_history() -> None:
    dossier = a_dossier(jurors=[a_juror(1)])
    keys = {What.SHEET: sheet_key("X", "K-01", Round.PITCH), What.CONFLICT: conflict_key("X", "K-01")}
    found = {what: history(dossier, Thing(what, keys.get(what, "X"))) for what in What}
    (made,) = found.pop(What.DOSSIER)
    assert made.line.event.action == "test.prepared"
    assert set(found.values()) == {()}
