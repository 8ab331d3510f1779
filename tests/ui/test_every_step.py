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
from jury_desktop.domain.candidacy import ItemState
from jury_desktop.domain.completeness import items_of
from jury_desktop.domain.entry import EntryKind
from jury_desktop.domain.journal import Event, broken_links
from jury_desktop.domain.letter import LetterType
from jury_desktop.domain.messages import Message
from jury_desktop.domain.outgoing import LetterState
from jury_desktop.domain.rebuttal import Point, RebuttalOutcome, Ruling
from jury_desktop.domain.role import Role
from jury_desktop.domain.term import Channel
from jury_desktop.services import verifier
from jury_desktop.services.candidacies import set_availability
from jury_desktop.services.completeness import check_item
from jury_desktop.services.letter_texts import save_text, text_book
from jury_desktop.services.ports import Dossier, Store
from jury_desktop.services.practice import choose_practice
from jury_desktop.services.rebuttals import answer_points, conclude_rebuttal
from jury_desktop.services.session_windows import change_window, session_rows
from jury_desktop.services.soundness import verify
from jury_desktop.storage.store import create_store
from jury_desktop.ui.jobs import Jobs
from jury_desktop.ui.operations import Operation, Operations
from tests.architecture.test_undo import WITH_A_WAY_BACK
from tests.builders import NOW, a_call, a_letter, a_mail, placed
from tests.services.whole import at_the_end, everything
from tests.ui.steps import STEPS, TRIED_ELSEWHERE, Hand

OTHER = b"From: bo@ankerpunt.example\r\nSubject: Vraag\r\n\r\nHoe laat begint het?"
TESTS = Path(__file__).parents[1]
EAGERNESS = 200
"""How often the dice are thrown before a step is said to be impossible."""


@dataclass
class Desk:
    """The real undo list on a dossier, and who makes the steps."""

    qtbot: QtBot
    hand: Hand
    jobs: Jobs = field(default_factory=Jobs)
    refused: list[Message] = field(default_factory=list)

    def __post_init__(self) -> None:
        self.operations = Operations(self.jobs, lambda: self.hand.dossier)
        self.jobs.refused.connect(lambda error: self.refused.append(error.message))
        self.operations.stopped.connect(lambda _step, why, _before: self.refused.append(why))
        self.operations.stayed.connect(lambda _step, why, _after: self.refused.append(why))

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
        return everything(self.dossier)

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


@pytest.fixture
def desk(
    qtbot: QtBot,
    dutch: object,
    tmp_path: Path,
    request: pytest.FixtureRequest,
    monkeypatch: pytest.MonkeyPatch,
) -> Iterator[Desk]:
    """A desk by its kind: "memory", "file" for a dossier on disk, "shared" for one with accounts."""
    monkeypatch.setattr(verifier, "MEMORY", 64)
    monkeypatch.setattr(verifier, "PASSES", 1)
    window = QWidget()
    qtbot.addWidget(window)
    dossier = prepared(create_store(tmp_path / "lier.jury", a_call()) if request.param == "file" else None)
    if request.param == "shared":
        dossier = with_signing_in(dossier)
    made = Desk(qtbot, Hand(dossier, window, tmp_path))
    yield made
    made.jobs.shutdown()
    made.dossier.store.close()


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


BEFORE = {
    "pages/planning/sessions/steps.py answering": _asked,
    "pages/assessment/practice/steps.py PracticeSteps.clear.answered": choose_practice,
    "pages/candidacies/requesting.py _keeping": _lacking,
    "pages/letters/texts/view.py TextsView._restore": _worded,
    "pages/rebuttal/verbs.py concluding": _answered,
    "pages/rebuttal/verbs.py reopening": _concluded,
}
"""What has to be there first."""


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
        assert (desk.refused, desk.held()) == ([], wanted)
        events.append(len(desk.journal()))

    assert events == sorted(set(events))
    assert broken_links(desk.journal()) == ()


STEPS_IN_A_ROW = 50
ROWS = [*(("memory", seed) for seed in range(6)), ("file", 6), ("file", 7), ("shared", 8), ("shared", 9)]


@pytest.mark.parametrize(("desk", "seed"), ROWS, indirect=["desk"])
def test_any_row_of_steps_can_be_walked_back_and_forth(desk: Desk, seed: int) -> None:
    dice = desk.hand.dice = Random(seed)
    states, events = [desk.held()], [len(desk.journal())]
    for _ in range(STEPS_IN_A_ROW):
        at = desk.operations.stack.index()
        match dice.choice(("do", "do", "do", "undo", "undo", "redo")):
            case "do":
                operation = desk.hand.step(STEPS[dice.choice(tuple(STEPS))])
                if operation is not None and desk.do(operation):
                    states[at + 1 :] = [desk.held()]
            case "undo":
                desk.undo()
                assert desk.operations.stack.index() == max(0, at - 1), desk.refused[-1]
            case "redo":
                desk.redo()
                assert desk.operations.stack.index() == min(len(states) - 1, at + 1), desk.refused[-1]
        assert desk.held() == states[desk.operations.stack.index()]
        events.append(len(desk.journal()))

    for at in range(desk.operations.stack.index(), 0, -1):
        desk.undo()
        assert desk.operations.stack.index() == at - 1, desk.refused[-1]
    assert desk.held() == states[0]
    assert events == sorted(events)
    assert verify(desk.dossier).problems == ()


def test_every_step_that_can_be_undone_is_tried() -> None:
    assert set(STEPS) | set(TRIED_ELSEWHERE) == WITH_A_WAY_BACK
    assert [name for name in TRIED_ELSEWHERE.values() if not (TESTS / name).is_file()] == []
