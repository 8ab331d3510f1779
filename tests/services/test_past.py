"""Any step of any day is taken back from what the journal keeps of it, or refused with the reason."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace
from datetime import date, timedelta
from functools import partial
from pathlib import Path
from shutil import copyfile

import pytest

from jury_desktop.domain.backup import Keeping
from jury_desktop.domain.call import Round
from jury_desktop.domain.candidacy import Admissibility
from jury_desktop.domain.decision import Decision, DecisionKind, MotivationLine, Stage
from jury_desktop.domain.envelope import WINDOW_RIGHT
from jury_desktop.domain.errors import JuryError
from jury_desktop.domain.journal import Event
from jury_desktop.domain.letter import Block, LetterType
from jury_desktop.domain.letter_texts import TextKind
from jury_desktop.domain.messages import Message, say
from jury_desktop.domain.rebuttal import Point, RebuttalOutcome, Remedy, Ruling
from jury_desktop.domain.retention import Retention
from jury_desktop.domain.talk import Votes
from jury_desktop.services import past
from jury_desktop.services.accounts import set_lock_minutes
from jury_desktop.services.backups import Choices, choose_backups
from jury_desktop.services.candidacies import (
    correct_candidacy,
    judge_admissibility,
    particulars_of,
    set_availability,
)
from jury_desktop.services.confirm import confirm_decision, send_back_decision
from jury_desktop.services.copy_request import keep_copy_request, take_back_copy_request
from jury_desktop.services.decide import decide, take_back_decision
from jury_desktop.services.dossier_settings import dossier_settings, save_closing_days, save_house
from jury_desktop.services.envelopes import save_envelope
from jury_desktop.services.jury import declare_conflict, judge_conflict, remove_juror, save_juror
from jury_desktop.services.letter_fate import record_bounce, record_receipt
from jury_desktop.services.letter_texts import restore_text, save_logo, save_text, text_book
from jury_desktop.services.meeting import MeetingDetails, keep_meeting
from jury_desktop.services.past import take_back_event
from jury_desktop.services.places import confirm_places, reopen_places
from jury_desktop.services.plan_moves import lock_pitch
from jury_desktop.services.planning import communicate_plan
from jury_desktop.services.ports import Dossier
from jury_desktop.services.rebuttal_mail import dismiss_mail, recall_mail
from jury_desktop.services.rebuttal_register import (
    Arrived,
    correct_rebuttal,
    register_rebuttal,
    withdraw_rebuttal,
)
from jury_desktop.services.rebuttals import answer_points, conclude_rebuttal, extend_answer
from jury_desktop.services.request_mail import Request
from jury_desktop.services.retention import save_retention
from jury_desktop.services.rounds import close_round
from jury_desktop.services.session_runs import ClockStep, put_back, turn_clock
from jury_desktop.services.session_runs import keep_notes as keep_pitch_notes
from jury_desktop.services.talk import agree, ask_second_look, end_second_look, keep_notes
from jury_desktop.services.ways_back import WAYS
from jury_desktop.services.word_paper import KeptPaper, set_word_paper
from jury_desktop.storage.store import create_store, open_store
from jury_desktop.wording import catalogue
from tests.builders import NOW, a_call, a_juror
from tests.fakes import MemoryStore
from tests.services.scenario import after_both_rounds
from tests.services.test_confirm import FOUR_EYES
from tests.services.test_letter_texts import a_picture
from tests.services.views import without_ids
from tests.services.whole import LATER, MAIL, at_the_end, everything

Do = Callable[[Dossier], object]
FINAL = Stage.FINAL


@dataclass(frozen=True)
class Case:
    """A step that can be taken back from the journal.

    :param first: what has to be done before it.
    """

    action: str
    do: Do
    first: Do = lambda _dossier: None


def _corrected(dossier: Dossier) -> object:
    with dossier.read() as uow:
        now = uow.candidacies.get("c1")
    better = replace(particulars_of(now), contact="Bo Claes", municipalities=("Berlaar",))
    return correct_candidacy(dossier, "c1", better)


def _available(dossier: Dossier) -> object:
    return set_availability(dossier, "c1", (), ("wo",))


def _renamed(dossier: Dossier) -> object:
    return save_juror(dossier, a_juror(4, name="Anne Peeters", observer=True, expertise=(2,)))


def _housed(dossier: Dossier) -> object:
    house = dossier_settings(dossier).house
    return save_house(
        dossier, replace(house, place="Nijlen", signatory=replace(house.signatory, role="Dir."))
    )


def _decided(dossier: Dossier, candidacy: str) -> object:
    return decide(dossier, candidacy, DecisionKind.SELECTED, "Sterk voorstel.", [LINE])


def _suspected(dossier: Dossier, *, confirmed: bool) -> object:
    with dossier.read() as uow:
        (conflict,) = uow.conflicts.find()
    return judge_conflict(dossier, conflict.id, confirmed=confirmed, reason="Nagegaan")


def _met(dossier: Dossier, place: str) -> object:
    details = MeetingDetails(NOW, NOW + timedelta(hours=2), place, present=("j1", "j2"), guests=("Robin",))
    return keep_meeting(dossier, FINAL, details)


def _worded(dossier: Dossier, kind: TextKind) -> object:
    text = text_book(dossier).row(kind).text
    return save_text(dossier, kind, replace(text, body=f"{text.body}\n\nDe jury dankt u.\n"))


LATE = LetterType.LATE
ARRIVED = Arrived(NOW + timedelta(days=4), "hand", submitted_by="An")
ASKED = (Point("De score klopt niet.", "outreach", remedy=Remedy.SCORE),)
ANSWERED = (replace(ASKED[0], answer="Jawel.", ruling=Ruling.UNFOUNDED),)
LINE = MotivationLine("outreach", "Aanklampend.", ())
COPY = Request("an@ankerpunt.example", "Kopie", "Kunt u het opnieuw sturen?", (), date(2026, 12, 1))

CASES = [
    Case("candidacy.changed", _corrected),
    Case("candidacy.changed", _available),
    Case(
        "candidacy.judged",
        lambda d: judge_admissibility(d, "c2", Admissibility.WITHDRAWN, "Trekt zich terug"),
    ),
    Case("mail.confirmed", lambda d: confirm_places(d, [MAIL.sha256])),
    Case("juror.added", lambda d: save_juror(d, a_juror(9))),
    Case("juror.changed", _renamed),
    Case("juror.removed", lambda d: remove_juror(d, "j4")),
    Case("conflict.declared", lambda d: declare_conflict(d, "j4", "c1", "Familie")),
    Case("conflict.confirmed", partial(_suspected, confirmed=True)),
    Case("conflict.dismissed", partial(_suspected, confirmed=False)),
    Case("decision.made", lambda d: _decided(d, "c1")),
    Case("decision.made", lambda d: _decided(d, "c2")),
    Case("talk.noted", lambda d: keep_notes(d, "c1", FINAL, "Sterk team", Votes(3, 1, 0))),
    Case(
        "talk.noted",
        lambda d: keep_notes(d, "c1", FINAL, "Anders"),
        lambda d: keep_notes(d, "c1", FINAL, "Zo"),
    ),
    Case("talk.agreed", lambda d: agree(d, "c1", FINAL, LINE), lambda d: keep_notes(d, "c1", FINAL, "Zo")),
    Case("talk.second_look", lambda d: ask_second_look(d, "c1", FINAL, "Begroting")),
    Case(
        "talk.looked_again",
        lambda d: end_second_look(d, "c1", FINAL),
        lambda d: ask_second_look(d, "c1", FINAL, "Begroting"),
    ),
    Case("meeting.noted", lambda d: _met(d, "Lier")),
    Case("meeting.noted", lambda d: _met(d, "Lier"), lambda d: _met(d, "Nijlen")),
    Case("letter.bounced", lambda d: record_bounce(d, "l-c3", LATER, "Bus vol")),
    Case("letter.received", lambda d: record_receipt(d, "l-c3", LATER, "Antwoord")),
    Case("rebuttal.registered", lambda d: register_rebuttal(d, "l-c3", ARRIVED, ASKED)),
    Case("rebuttal.withdrawn", lambda d: withdraw_rebuttal(d, "r-c3")),
    Case("rebuttal.corrected", lambda d: correct_rebuttal(d, "r-c3", ARRIVED, ASKED)),
    Case("rebuttal.answered", lambda d: answer_points(d, "r-c3", ANSWERED)),
    Case(
        "rebuttal.extended", lambda d: extend_answer(d, "r-c3", (LATER + timedelta(days=99)).date(), "Verlof")
    ),
    Case(
        "rebuttal.concluded",
        lambda d: conclude_rebuttal(d, "r-c3", RebuttalOutcome.CONFIRMED, "Blijft."),
        lambda d: answer_points(d, "r-c3", ANSWERED, "Blijft."),
    ),
    Case("plan.locked", lambda d: lock_pitch(d, "K-01", locked=True)),
    Case(
        "plan.unlocked",
        lambda d: lock_pitch(d, "K-01", locked=False),
        lambda d: lock_pitch(d, "K-01", locked=True),
    ),
    Case("plan.communicated", communicate_plan),
    Case("settings.changed", _housed),
    Case("text.changed", lambda d: _worded(d, Block.COMPLAINT)),
    Case("text.restored", lambda d: restore_text(d, LATE), lambda d: _worded(d, LATE)),
    Case("settings.changed", lambda d: save_envelope(d, WINDOW_RIGHT)),
    Case("retention.set", lambda d: save_retention(d, Retention(date(2030, 12, 31), "Artikel 82"))),
    Case("settings.changed", lambda d: set_word_paper(d, KeptPaper("a" * 64, "huisstijl.docx"))),
    Case("settings.changed", lambda d: save_closing_days(d, [date(2026, 12, 28), date(2026, 12, 29)])),
    Case(
        "settings.changed",
        lambda d: save_closing_days(d, []),
        lambda d: save_closing_days(d, [date(2026, 12, 28)]),
    ),
    Case("backups.chosen", lambda d: choose_backups(d, Choices(keeping=Keeping(newest=3)))),
    Case("account.lock_changed", lambda d: set_lock_minutes(d, 3)),
    Case("text.logo", lambda d: save_logo(d, a_picture(), "Leeuw")),
    Case("text.logo", lambda d: save_logo(d, None, ""), lambda d: save_logo(d, a_picture(), "Leeuw")),
    Case("mail.copy_requested", lambda d: keep_copy_request(d, MAIL.sha256, COPY)),
    Case(
        "mail.copy_request_taken_back",
        lambda d: take_back_copy_request(d, MAIL.sha256, COPY),
        lambda d: keep_copy_request(d, MAIL.sha256, COPY),
    ),
    Case("rebuttal.mail_dismissed", lambda d: dismiss_mail(d, MAIL.sha256)),
    Case(
        "rebuttal.mail_recalled",
        lambda d: recall_mail(d, MAIL.sha256),
        lambda d: dismiss_mail(d, MAIL.sha256),
    ),
    Case("session.noted", lambda d: keep_pitch_notes(d, "c2", "Sterke pitch")),
    Case("session.noted", lambda d: keep_pitch_notes(d, "c1", "Sterke pitch")),
]


@pytest.fixture(scope="module")
def file(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A dossier in a file: what storage does to hours and zones counts here."""
    made = tmp_path_factory.mktemp("past") / "lier.jury"
    at_the_end(create_store(made, a_call())).store.close()
    return made


@pytest.fixture
def dossier(file: Path, tmp_path: Path) -> Iterator[Dossier]:
    copyfile(file, tmp_path / "lier.jury")
    made = Dossier(open_store(tmp_path / "lier.jury"), "Regisseur", lambda: LATER)
    yield made
    made.store.close()


def later(dossier: Dossier, tmp_path: Path) -> Dossier:
    """The same dossier, opened again on another day."""
    dossier.store.close()
    return replace(dossier, store=open_store(tmp_path / "lier.jury"))


def the_event(dossier: Dossier, action: str) -> Event:
    """The last event of an action."""
    with dossier.read() as uow:
        return uow.journal.of(action)[-1]


def refusal(dossier: Dossier, event: Event) -> Message:
    with pytest.raises(JuryError) as caught:
        take_back_event(dossier, event)
    return caught.value.message


@pytest.mark.parametrize("case", CASES, ids=lambda case: case.action)
def test_a_step_of_an_earlier_sitting_is_taken_back_and_done_again(
    case: Case, dossier: Dossier, tmp_path: Path
) -> None:
    case.first(dossier)
    before = everything(dossier)
    case.do(dossier)
    after = everything(dossier)
    assert after != before

    reopened = later(dossier, tmp_path)
    made = take_back_event(reopened, the_event(reopened, case.action))
    assert everything(reopened) == before
    take_back_event(reopened, made)
    assert without_ids(repr(everything(reopened))) == without_ids(repr(after))
    assert [str(problem) for problem in reopened.store.problems()] == []
    reopened.store.close()


def test_every_way_back_is_tried() -> None:
    tried = {case.action for case in CASES}
    made_by_undoing = {
        "conflict.restored",
        "conflict.withdrawn",
        "decision.confirmation_taken_back",
        "decision.withdrawn",
        "mail.reopened",
        "plan.not_communicated",
        "rebuttal.reopened",
        "letter.fate_withdrawn",
        "meeting.restored",
        "rebuttal.extension_withdrawn",
        "rebuttal.put_back",
        "session.put_back",
        "talk.restored",
    }
    elsewhere = {"decision.confirmed", "decision.sent_back", "letter.presented"}
    assert set(WAYS) == tried | made_by_undoing | elsewhere


def test_a_confirmation_by_a_second_person_is_taken_back_by_that_person() -> None:
    dossier = after_both_rounds(store=MemoryStore(FOUR_EYES))
    decided = decide(dossier, "c1", DecisionKind.SELECTED, "Sterk.", [LINE])
    second = replace(dossier, actor="Noor Tweede")
    before = everything(dossier)
    confirmed = confirm_decision(second, decided)
    take_back_event(second, the_event(dossier, "decision.confirmed"))
    assert everything(dossier) == before

    send_back_decision(second, confirm_decision(second, decided), "Lees na")
    assert confirmed.confirmed_by == "Noor Tweede"
    take_back_event(second, the_event(dossier, "decision.sent_back"))
    assert everything(dossier)["decisions"][decided.id].confirmed  # type: ignore[index]


def test_what_was_changed_since_stays(dossier: Dossier) -> None:
    set_availability(dossier, "c1", (), ("wo",))
    event = the_event(dossier, "candidacy.changed")
    set_availability(dossier, "c1", (), ("ma",))
    before = everything(dossier)

    assert refusal(dossier, event) == say("history.changed_since")
    assert everything(dossier) == before


def test_another_change_of_the_same_thing_is_no_hindrance(dossier: Dossier) -> None:
    before = everything(dossier)
    set_availability(dossier, "c1", (), ("wo",))
    event = the_event(dossier, "candidacy.changed")
    _corrected(dossier)

    take_back_event(dossier, event)
    take_back_event(dossier, [e for e in whole_journal(dossier) if "Bo Claes" in e.new][-1])
    assert everything(dossier) == before


def whole_journal(dossier: Dossier) -> tuple[Event, ...]:
    with dossier.read() as uow:
        return uow.journal.all()


def test_a_step_of_another_person_is_refused_and_nothing_is_changed(dossier: Dossier) -> None:
    _available(dossier)
    before, events = everything(dossier), len(whole_journal(dossier))
    another = replace(dossier, actor="Iemand Anders")

    assert refusal(another, the_event(dossier, "candidacy.changed")) == say(
        "history.another", name="Regisseur"
    )
    assert (everything(dossier), len(whole_journal(dossier))) == (before, events)


def test_a_step_on_behalf_of_a_juror_is_of_that_juror(dossier: Dossier) -> None:
    declare_conflict(dossier, "j1", "c2", "Familie", by_juror=True)

    event = the_event(dossier, "conflict.declared")
    assert refusal(dossier, event) == say("history.another", name="Jurylid 1")


def test_what_has_no_way_back_says_where_it_is_changed(dossier: Dossier) -> None:
    close_round(dossier, Round.PITCH, "Genoeg gewacht")
    assert refusal(dossier, the_event(dossier, "round.closed")) == say("history.seen")
    assert refusal(dossier, the_event(dossier, "test.prepared")) == say("history.no_way")


def test_closing_days_that_were_changed_since_stay(dossier: Dossier) -> None:
    save_closing_days(dossier, [date(2026, 12, 28)])
    event = the_event(dossier, "settings.changed")
    save_closing_days(dossier, [date(2026, 12, 29)])

    assert refusal(dossier, event) == say("history.changed_since")
    assert dossier_settings(dossier).closing_days == (date(2026, 12, 29),)


def test_what_the_journal_keeps_in_part_is_not_called_changed(dossier: Dossier) -> None:
    """Of the clock it keeps what people read; that a step of it was undone is put right on its own page."""
    put_back(dossier, turn_clock(dossier, "c2", ClockStep.HEARD))
    assert refusal(dossier, the_event(dossier, "session.put_back")) == say("history.session")


def test_what_came_back_by_another_way_is_not_put_back_twice(dossier: Dossier) -> None:
    decision = _decided(dossier, "c1")
    assert isinstance(decision, Decision)
    take_back_decision(dossier, decision, None)
    _decided(dossier, "c1")
    assert refusal(dossier, the_event(dossier, "decision.withdrawn")) == say("history.changed_since")

    confirm_places(dossier, [MAIL.sha256])
    event = the_event(dossier, "mail.confirmed")
    reopen_places(dossier, [MAIL.sha256])
    assert refusal(dossier, event) == say("history.changed_since")


def test_no_reason_is_about_a_room_that_is_not_there() -> None:
    actions = {name.removeprefix("actions.") for name in catalogue("nl") if name.startswith("actions.")}
    rooms = {action.partition("_")[0] for action in actions}
    assert set(past.ROOMS) - rooms == set()
    assert all(why in catalogue("nl") for why in past.ROOMS.values())


def test_of_two_decisions_on_a_candidacy_the_one_that_was_changed_is_put_back(dossier: Dossier) -> None:
    with dossier.read() as uow:
        (decided,) = uow.decisions.find(candidacy="c2", stage=FINAL)
    send_back_decision(dossier, decided, "Lees na")
    after = everything(dossier)

    made = take_back_event(dossier, the_event(dossier, "decision.sent_back"))
    take_back_event(dossier, made)

    assert everything(dossier) == after


def test_notes_that_were_brought_back_from_their_history_go_again(dossier: Dossier) -> None:
    before = everything(dossier)
    keep_notes(dossier, "c1", FINAL, "Sterk team")
    gone = take_back_event(dossier, the_event(dossier, "talk.noted"))

    back = take_back_event(dossier, gone)
    assert everything(dossier) != before
    take_back_event(dossier, back)

    assert everything(dossier) == before
