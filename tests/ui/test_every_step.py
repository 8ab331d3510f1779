"""Every step of the user, done, undone, done again and undone: the dossier is exactly what it was. So it is
after any row of steps; the journal only grows, and the check finds nothing."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field, replace
from datetime import timedelta
from pathlib import Path
from random import Random
from typing import Any

import pytest
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from jury_desktop.domain.account import Account
from jury_desktop.domain.call import Round
from jury_desktop.domain.candidacy import ItemState
from jury_desktop.domain.completeness import items_of
from jury_desktop.domain.decision import DecisionKind
from jury_desktop.domain.entry import EntryKind
from jury_desktop.domain.journal import Event, broken_links
from jury_desktop.domain.letter import Block, LetterType
from jury_desktop.domain.messages import Message
from jury_desktop.domain.outgoing import LetterState
from jury_desktop.domain.rebuttal import Point, RebuttalOutcome, Ruling
from jury_desktop.domain.role import Role
from jury_desktop.domain.term import Channel
from jury_desktop.services import verifier
from jury_desktop.services.candidacies import set_availability
from jury_desktop.services.completeness import check_item
from jury_desktop.services.decide import decide
from jury_desktop.services.jury import save_juror
from jury_desktop.services.letter_texts import approve_blocks, save_text, text_book
from jury_desktop.services.letters import draft_letters, keep_letters, letter_jobs
from jury_desktop.services.plan_moves import plan_as_of_now
from jury_desktop.services.planning import keep_plan, plan_view
from jury_desktop.services.ports import Dossier, Store
from jury_desktop.services.practice import choose_practice
from jury_desktop.services.rebuttals import answer_points, conclude_rebuttal
from jury_desktop.services.scoring import save_answers
from jury_desktop.services.session_windows import change_window, session_rows
from jury_desktop.services.soundness import verify
from jury_desktop.storage.store import create_store
from jury_desktop.ui.jobs import Jobs
from jury_desktop.ui.operations import Operation, Operations
from tests.architecture.test_undo import WITH_A_WAY_BACK
from tests.builders import (
    NOW,
    a_call,
    a_juror,
    a_letter,
    a_mail,
    a_version,
    an_encrypted_mail,
    an_unreadable_mail,
    placed,
)
from tests.services.test_letters import reasons
from tests.services.whole import MAIL, at_the_end, everything, tables, unlike
from tests.ui import larger_steps, steps
from tests.ui.hand import Hand

OTHER = b"From: bo@ankerpunt.example\r\nSubject: Vraag\r\n\r\nHoe laat begint het?"
STEPS = {**steps.STEPS, **larger_steps.STEPS}
EAGERNESS = 200
"""How often the dice are thrown before a step is said to be impossible."""


@dataclass
class Desk:
    """The real undo list on a dossier, and who makes the steps.

    :ivar refused: the steps that the rules did not let happen, by why.
    :ivar stuck: those that were not undone or done again, with why.
    """

    qtbot: QtBot
    hand: Hand
    jobs: Jobs = field(default_factory=Jobs)
    refused: list[Message] = field(default_factory=list)
    stuck: list[object] = field(default_factory=list)

    def __post_init__(self) -> None:
        self.operations = Operations(self.jobs, lambda: self.hand.dossier)
        self.jobs.refused.connect(lambda error: self.refused.append(error.message))
        self.operations.stopped.connect(lambda step, why, _before: self.stuck.append((step, why)))
        self.operations.stayed.connect(lambda step, why, _after: self.stuck.append((step, why)))

    @property
    def dossier(self) -> Dossier:
        return self.hand.dossier

    def settle(self) -> None:
        self.qtbot.waitUntil(lambda: not self.jobs.running, timeout=20_000)

    def do(self, operation: Operation[Any]) -> bool:
        """Do it; False when it was refused."""
        at = self.operations.stack.index()
        self.operations.run(operation)
        self.settle()
        return self.operations.stack.index() == at + 1

    def undo(self) -> None:
        self.operations.undo()
        self.settle()

    def redo(self) -> None:
        self.operations.redo()
        self.settle()

    def held(self) -> Mapping[str, object]:
        """All that the dossier holds; of one in a file every row as well."""
        if self.dossier.store.file is None:
            return everything(self.dossier)
        rows = tables(self.dossier)
        return {**everything(self.dossier), **{f"table {name}": rows[name] for name in rows}}

    def journal(self) -> tuple[Event, ...]:
        with self.dossier.read() as uow:
            return uow.journal.all()


def prepared(store: Store | None = None) -> Dossier:
    """What some steps ask for stands ready: a letter with receipt, something to take back."""
    dossier = at_the_end(store)
    with dossier.read() as uow:
        candidacy, pdf = uow.candidacies.get("c3"), uow.letters.get("l-c3").pdf
    receipt = a_letter(candidacy, id="l-r", type="acknowledgement", pdf=pdf, sent_at=NOW)
    with dossier.change() as uow:
        uow.letters.save(replace(receipt, state=LetterState.SENT, channel=Channel.REGISTERED_RECEIPT.value))
        uow.blobs.put(OTHER)
        uow.mails.add(placed(a_mail(OTHER, source="export.mbox · 9"), EntryKind.OTHER))
        for number, unread in enumerate((an_encrypted_mail(), an_unreadable_mail()), start=7):
            uow.mails.add(placed(replace(unread, source=f"export.mbox · {number}"), EntryKind.UNREADABLE))
        uow.journal.append("test.prepared", "dossier", "test")
    set_availability(dossier, "c1", (), ("di",))
    return dossier


def with_signing_in(dossier: Dossier) -> Dossier:
    """The dossier for its regisseur, where everybody signs in; one juror has an account too."""
    account = Account("a-regisseur", dossier.actor, Role.REGISSEUR)
    with dossier.change() as uow:
        uow.accounts.save(account)
        uow.accounts.save(Account("a-j1", "Jurylid 1", Role.JUROR, "j1"))
        uow.journal.append("account.begun", "account", account.name)
    return replace(dossier, who=account.person)


ANSWERED = (Point("Te laag.", "outreach", "Neen.", ruling=Ruling.UNFOUNDED),)


def _answered(dossier: Dossier) -> object:
    return answer_points(dossier, "r-c3", ANSWERED, "Blijft.")


def _concluded(dossier: Dossier) -> object:
    _answered(dossier)
    return conclude_rebuttal(dossier, "r-c3", RebuttalOutcome.CONFIRMED, "Blijft.")


def _lacking(dossier: Dossier) -> object:
    return check_item(dossier, "c1", items_of(a_call())[0].key, ItemState.MISSING)


def _worded(dossier: Dossier) -> object:
    shipped = text_book(dossier).row(LetterType.LATE).shipped
    return save_text(dossier, LetterType.LATE, replace(shipped, body=f"{shipped.body}\n\nDe jury dankt u.\n"))


def _asked(dossier: Dossier) -> object:
    """A session moves to another week, and nobody has said yet who can come."""
    last = session_rows(dossier)[-1].window
    week = timedelta(days=7)
    return change_window(
        dossier, last.id, replace(last, start=last.start + week, end=last.end + week), "Zaal"
    )


def _drafted(dossier: Dossier) -> object:
    """A juror who joined late has begun a sheet; a new version of the candidacy arrives."""
    save_juror(dossier, a_juror(5))
    save_answers(dossier, "j5", "c1", Round.WRITTEN, {}, remark="Sterk team")
    with dossier.change() as uow:
        candidacy = uow.candidacies.get("c1")
        newer = replace(candidacy, versions=(*candidacy.versions, a_version(2, mail=MAIL.sha256)))
        uow.candidacies.save(newer)
        uow.journal.append("candidacy.version_received", "candidacy", "K-01")
    return None


def _final_letters(dossier: Dossier) -> object:
    approve_blocks(dossier, tuple(Block), "Mr. Claes")
    decide(dossier, "c1", DecisionKind.SELECTED, "Sterk.", reasons(dossier, "c1"))
    return keep_letters(dossier, draft_letters(letter_jobs(dossier)), final=True)


def _moved(dossier: Dossier) -> object:
    view = plan_view(dossier)
    assert view.plan is not None
    return keep_plan(dossier, view.problem, plan_as_of_now(view.problem, view.plan))


def while_scoring(dossier: Dossier) -> Dossier:
    """The dossier with a sheet under way, and a plan that was made anew."""
    _drafted(dossier)
    _moved(dossier)
    return dossier


def among_letters(dossier: Dossier) -> Dossier:
    """The dossier with letters of every state."""
    _final_letters(dossier)
    return dossier


BEFORE = {
    "pages/assessment/keeper.py SheetKeeper._newest_read": _drafted,
    "pages/assessment/keeper.py SheetKeeper._run": _drafted,
    "pages/assessment/keeper.py SheetKeeper.save": _drafted,
    "pages/letters/signing.py Signing._keep": _final_letters,
    "pages/planning/steps.py restoring": _moved,
    "pages/planning/sessions/steps.py answering": _asked,
    "pages/assessment/practice/steps.py PracticeSteps.clear.answered": choose_practice,
    "pages/candidacies/requesting.py _keeping": _lacking,
    "pages/letters/texts/view.py TextsView._restore": _worded,
    "pages/rebuttal/verbs.py concluding": _answered,
    "pages/rebuttal/verbs.py reopening": _concluded,
}
"""What has to be there first."""


def _as_it_is(dossier: Dossier) -> Dossier:
    return dossier


BEGUN = {
    "memory": _as_it_is,
    "shared": with_signing_in,
    "scoring": while_scoring,
    "letters": among_letters,
}
"""What is under way, by the kind of a desk."""


@pytest.fixture
def desk(
    qtbot: QtBot,
    dutch: object,
    tmp_path: Path,
    request: pytest.FixtureRequest,
    monkeypatch: pytest.MonkeyPatch,
) -> Iterator[Desk]:
    """A desk by its kind (``BEGUN``), or "file" for a dossier on disk."""
    monkeypatch.setattr(verifier, "MEMORY", 64)
    monkeypatch.setattr(verifier, "PASSES", 1)
    window = QWidget()
    qtbot.addWidget(window)
    dossier = prepared(create_store(tmp_path / "lier.jury", a_call()) if request.param == "file" else None)
    made = Desk(qtbot, Hand(BEGUN.get(request.param, _as_it_is)(dossier), window, tmp_path))
    yield made
    made.jobs.shutdown()
    made.dossier.store.close()


def kind_of_desk(place: str) -> str:
    return "shared" if "account_steps" in place else "memory"


@pytest.mark.parametrize(("desk", "place"), [(kind_of_desk(each), each) for each in STEPS], indirect=["desk"])
def test_a_step_is_undone_done_again_and_undone(place: str, desk: Desk) -> None:
    BEFORE.get(place, lambda _: None)(desk.dossier)
    before = after = desk.held()
    for throw in range(EAGERNESS):
        desk.hand.dice = Random(throw)
        operation = desk.hand.step(STEPS[place])
        if operation is not None and desk.do(operation) and (after := desk.held()) != before:
            break
        desk.operations.forget()
    assert after != before, "the step never changed anything"
    desk.refused.clear()
    events = [len(desk.journal())]

    for step, wanted in ((desk.undo, before), (desk.redo, after), (desk.undo, before)):
        step()
        assert (desk.refused, desk.stuck, unlike(desk.held(), wanted)) == ([], [], {})
        events.append(len(desk.journal()))

    assert events == sorted(set(events))
    assert broken_links(desk.journal()) == ()


STEPS_IN_A_ROW = 50
ROWS = [
    *(("memory", seed) for seed in range(6)),
    *(("file", seed) for seed in (6, 7)),
    *(("shared", seed) for seed in (8, 9)),
    *(("scoring", seed) for seed in (10, 11)),
    *(("letters", seed) for seed in (12, 13)),
]


def walk(desk: Desk, seed: int, steps_in_a_row: int = STEPS_IN_A_ROW) -> int:
    """Does, undoes and does again at random, and undoes all of it in the end; how many steps that were.

    After each the dossier is exactly what it was when the undo list stood where it stands.
    """
    dice = desk.hand.dice = Random(seed)
    states, events, done = [desk.held()], [len(desk.journal())], 0
    for _ in range(steps_in_a_row):
        at = desk.operations.stack.index()
        match dice.choice(("do", "do", "do", "undo", "undo", "redo")):
            case "do":
                operation = desk.hand.step(STEPS[dice.choice(tuple(STEPS))])
                if operation is not None and desk.do(operation):
                    states[at + 1 :] = [desk.held()]
                    done += 1
            case "undo":
                desk.undo()
                assert (desk.operations.stack.index(), desk.stuck) == (max(0, at - 1), [])
            case "redo":
                desk.redo()
                assert (desk.operations.stack.index(), desk.stuck) == (min(len(states) - 1, at + 1), [])
        assert unlike(desk.held(), states[desk.operations.stack.index()]) == {}
        events.append(len(desk.journal()))
    for at in range(desk.operations.stack.index(), 0, -1):
        desk.undo()
        assert (desk.operations.stack.index(), desk.stuck) == (at - 1, [])
    assert unlike(desk.held(), states[0]) == {}
    assert events == sorted(events)
    assert verify(desk.dossier).problems == ()
    return done


@pytest.mark.parametrize(("desk", "seed"), ROWS, indirect=["desk"])
def test_any_row_of_steps_can_be_walked_back_and_forth(desk: Desk, seed: int) -> None:
    assert walk(desk, seed) > 0


def test_every_step_that_can_be_undone_is_tried() -> None:
    assert set(STEPS) == WITH_A_WAY_BACK
    assert steps.STEPS.keys() & larger_steps.STEPS.keys() == set()
