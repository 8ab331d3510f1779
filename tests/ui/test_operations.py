"""A step changes the dossier, tells the pages and can be undone; the list follows the work."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field, replace
from typing import Any

import pytest
from pytestqt.qtbot import QtBot

from jury_desktop.domain.errors import JuryError, StorageError, refuse
from jury_desktop.domain.messages import say
from jury_desktop.services.jury import declare_conflict
from jury_desktop.services.new_ids import new_id
from jury_desktop.services.ports import Dossier
from jury_desktop.ui.final import Final, why_final
from jury_desktop.ui.jobs import JobContext, Jobs
from jury_desktop.ui.operations import Changes, Operation, Operations, Subject, Verb, calling
from tests.builders import NOW, a_call, a_juror
from tests.fakes import MemoryStore
from tests.services.scenario import a_dossier

SETTINGS: Changes = frozenset({Subject.SETTINGS})


@dataclass
class Bench:
    """Operations on a dossier in memory, and all that was heard of them."""

    qtbot: QtBot
    jobs: Jobs = field(default_factory=Jobs)
    dossier: Dossier = field(default_factory=lambda: Dossier(MemoryStore(a_call()), "R", lambda: NOW))
    told: list[Changes] = field(default_factory=list)
    refused: list[JuryError] = field(default_factory=list)

    def __post_init__(self) -> None:
        self.operations = Operations(self.jobs, lambda: self.dossier)
        self.operations.changed.connect(self.told.append)
        self.jobs.refused.connect(self.refused.append)

    def value(self) -> str:
        with self.dossier.read() as uow:
            return uow.settings.get("value", "first")

    def settle(self) -> None:
        self.qtbot.waitUntil(lambda: not self.jobs.running, timeout=5_000)

    def do(self, operation: Operation[Any]) -> None:
        self.operations.run(operation)
        self.settle()


@pytest.fixture
def bench(qtbot: QtBot) -> Iterator[Bench]:
    made = Bench(qtbot)
    yield made
    made.jobs.shutdown()


def write(value: str) -> Verb[str]:
    """Writes a value and gives the one before."""

    def verb(dossier: Dossier, _context: JobContext) -> str:
        with dossier.change() as uow:
            before = uow.settings.get("value", "first")
            uow.settings.set("value", value)
            uow.journal.append("settings.changed", "settings", "value", old=before, new=value)
        return before

    return verb


def fail(_dossier: Dossier, _context: JobContext) -> str:
    raise refuse("shell.no_dossier")


def writing(value: str) -> Operation[str]:
    return Operation(f"Schrijf {value}", write(value), SETTINGS, inverse=write)


def texts(bench: Bench) -> list[str]:
    stack = bench.operations.stack
    return [stack.text(at) for at in range(stack.count())]


def test_an_operation_changes_the_dossier_and_tells_what_changed(bench: Bench) -> None:
    bench.do(writing("second"))

    assert bench.value() == "second"
    assert bench.told == [SETTINGS]
    assert texts(bench) == ["Schrijf second"]


def test_the_pages_are_told_before_the_one_who_asked(bench: Bench) -> None:
    order: list[str] = []
    bench.operations.changed.connect(lambda _: order.append("pages"))

    bench.do(replace(writing("x"), done=lambda _: order.append("asked")))

    assert order == ["pages", "asked"]


def test_undo_and_redo_do_the_work_and_move_the_list(bench: Bench) -> None:
    bench.do(writing("second"))
    bench.do(writing("third"))

    values = []
    for step in (bench.operations.undo, bench.operations.undo, bench.operations.redo, bench.operations.redo):
        step()
        bench.settle()
        values.append((bench.value(), bench.operations.stack.index()))

    assert values == [("second", 1), ("first", 0), ("second", 1), ("third", 2)]
    assert bench.told == [SETTINGS] * 6


def test_what_was_refused_is_not_on_the_list_and_tells_nobody(bench: Bench) -> None:
    bench.do(Operation("Mislukt", fail, SETTINGS, inverse=write))

    assert texts(bench) == []
    assert bench.told == []
    assert [error.message.key for error in bench.refused] == ["shell.no_dossier"]


def refusing(value: str) -> Operation[str]:
    """A step that the rules do not let be undone by now."""
    return Operation(f"Onherroepelijk {value}", write(value), SETTINGS, inverse=lambda _: fail)


REASON, FULL = say("shell.no_dossier"), say("storage.disk_full", name="lier.jury")


def test_an_undo_that_is_refused_says_why_and_the_next_one_is_about_the_step_before(bench: Bench) -> None:
    told = heard(bench)
    bench.do(writing("second"))
    bench.do(refusing("third"))

    bench.operations.undo()
    bench.settle()
    assert (told, bench.value()) == ([("Onherroepelijk third", REASON, "Schrijf second")], "third")
    assert (texts(bench), bench.refused) == (["Schrijf second"], [])

    bench.operations.undo()
    bench.settle()
    assert (bench.value(), texts(bench), bench.operations.stack.index()) == ("first", ["Schrijf second"], 0)


def test_what_was_undone_before_a_refusal_can_still_be_done_again(bench: Bench) -> None:
    bench.do(refusing("second"))
    bench.do(writing("third"))
    for step in (bench.operations.undo, bench.operations.undo, bench.operations.redo):
        step()
        bench.settle()

    assert (bench.value(), texts(bench)) == ("third", ["Schrijf third"])


def test_an_undo_that_the_disk_refuses_can_be_tried_again(bench: Bench) -> None:
    told, tries = heard(bench), iter((full, write("first")))
    bench.do(Operation("Schrijf second", write("second"), SETTINGS, inverse=lambda _: next(tries)))

    bench.operations.undo()
    bench.settle()
    assert (texts(bench), bench.operations.stack.index(), told) == (["Schrijf second"], 1, [])
    assert [error.message for error in bench.refused] == [FULL]

    bench.operations.undo()
    bench.settle()
    assert (bench.value(), bench.operations.stack.index()) == ("first", 0)


def full(_dossier: Dossier, _context: JobContext) -> str:
    raise StorageError(FULL)


def test_a_redo_that_is_refused_says_why_and_the_next_one_is_about_the_step_after(bench: Bench) -> None:
    told: list[tuple[str, object, str]] = []
    bench.operations.stayed.connect(lambda *words: told.append(words))
    moved: list[int] = []
    tries = iter((write("second"), fail))

    def once(dossier: Dossier, context: JobContext) -> str:
        return next(tries)(dossier, context)

    bench.do(Operation("Eenmalig", once, SETTINGS, inverse=write))
    bench.do(writing("third"))
    for _ in range(2):
        bench.operations.undo()
        bench.settle()
    bench.operations.lists.indexChanged.connect(moved.append)

    bench.operations.redo()
    bench.settle()
    assert (told, bench.value()) == ([("Eenmalig", REASON, "Schrijf third")], "first")
    assert (texts(bench), moved) == (["Schrijf third"], [0])

    bench.operations.redo()
    bench.settle()
    assert (bench.value(), bench.operations.stack.index()) == ("third", 1)


def sending(value: str) -> Operation[str]:
    """A step without a way back."""
    return Operation(f"Verzend {value}", write(value), SETTINGS, Final.LEFT)


def heard(bench: Bench) -> list[tuple[str, object, str]]:
    """What is said of steps that cannot be undone, from now on."""
    told: list[tuple[str, object, str]] = []
    bench.operations.stopped.connect(lambda *words: told.append(words))
    return told


def test_who_wants_to_undo_a_step_without_a_way_back_is_told_why_and_what_came_before(bench: Bench) -> None:
    told = heard(bench)
    bench.do(writing("second"))
    bench.do(sending("third"))
    assert bench.operations.final is Final.LEFT

    bench.operations.undo()
    bench.settle()

    assert (told, bench.value()) == ([("Verzend third", Final.LEFT, "Schrijf second")], "third")
    assert (texts(bench), bench.operations.final) == (["Schrijf second"], None)


def test_asking_again_undoes_the_step_before(bench: Bench) -> None:
    bench.do(writing("second"))
    bench.do(sending("second"))

    for _ in range(2):
        bench.operations.undo()
        bench.settle()

    assert bench.value() == "first"


def test_of_several_steps_without_a_way_back_the_last_is_told(bench: Bench) -> None:
    told = heard(bench)
    for value in ("second", "third"):
        bench.do(sending(value))
    assert texts(bench) == ["Verzend third"]

    for _ in range(2):
        bench.operations.undo()

    assert told == [("Verzend third", Final.LEFT, "")]


def test_nothing_is_done_again_after_a_step_without_a_way_back(bench: Bench) -> None:
    bench.do(writing("second"))
    bench.operations.undo()
    bench.settle()
    bench.do(sending("third"))

    bench.operations.redo()
    bench.settle()

    assert bench.value() == "third"


def test_a_final_step_at_a_desk_is_told_to_who_sits_there_after_it(bench: Bench) -> None:
    told = heard(bench)
    bench.operations.sit_at("draft")
    sealing = replace(sending("second"), desk="draft", done=lambda _: bench.operations.sit_at("sealed"))
    bench.do(sealing)

    bench.operations.undo()

    assert told == [("Verzend second", Final.LEFT, "")]


def test_every_reason_is_a_sentence() -> None:
    assert all(why_final(why).endswith((".", "…")) for why in Final)


def test_two_hasty_undos_undo_one_step(bench: Bench) -> None:
    bench.do(writing("second"))
    bench.do(writing("third"))

    bench.operations.undo()
    bench.operations.undo()
    bench.settle()

    assert (bench.value(), bench.operations.stack.index()) == ("second", 1)


def test_with_nothing_done_there_is_nothing_to_undo_or_redo(bench: Bench) -> None:
    bench.operations.undo()
    bench.operations.redo()
    bench.settle()

    assert (bench.value(), bench.told) == ("first", [])


def test_the_journal_keeps_every_step_the_undone_ones_too(bench: Bench) -> None:
    bench.do(writing("second"))
    bench.operations.undo()
    bench.settle()

    with bench.dossier.read() as uow:
        assert [(e.old, e.new) for e in uow.journal.all()] == [("first", "second"), ("second", "first")]


def test_who_undoes_a_step_of_the_dossier_is_told_which(bench: Bench) -> None:
    told: list[tuple[str, str]] = []
    bench.operations.undone.connect(lambda step: told.append(("undone", step)))
    bench.operations.redone.connect(lambda step: told.append(("redone", step)))
    bench.do(writing("second"))
    bench.operations.undo()
    bench.settle()
    bench.operations.redo()
    bench.settle()

    assert told == [("undone", writing("second").text), ("redone", writing("second").text)]


def test_getting_up_leaves_who_sits_elsewhere_by_now(bench: Bench) -> None:
    bench.operations.sit_at("first")
    bench.operations.sit_at("second")
    bench.do(replace(writing("second"), desk="second"))
    bench.operations.get_up("first")
    assert bench.operations.stack.canUndo()
    bench.operations.get_up("second")
    assert bench.value() == "second"


def test_what_was_done_at_a_desk_joins_the_steps_of_the_window_when_its_user_gets_up(bench: Bench) -> None:
    bench.do(writing("second"))
    bench.operations.sit_at("texts")
    bench.do(replace(writing("third"), desk="texts"))
    bench.do(replace(writing("fourth"), desk="texts"))
    bench.operations.undo()
    bench.settle()
    bench.operations.get_up("texts")

    values = []
    for step in (bench.operations.undo, bench.operations.undo, bench.operations.redo, bench.operations.redo):
        step()
        bench.settle()
        values.append(bench.value())

    assert values == ["second", "first", "second", "third"]


def test_what_is_made_again_is_the_same_thing(bench: Bench) -> None:
    def verb(dossier: Dossier, _context: JobContext) -> str:
        with dossier.change() as uow:
            uow.settings.set("value", new_id("thing"))
            uow.journal.append("settings.changed", "settings", "value")
        return "first"

    bench.do(Operation("Maak", verb, SETTINGS, write))
    made = bench.value()
    for step in (bench.operations.undo, bench.operations.redo):
        step()
        bench.settle()

    assert bench.value() == made
    assert len(made) == 32
    bench.do(Operation("Maak nog een", verb, SETTINGS, write))
    assert bench.value() != made


def test_what_has_happened_is_said_with_the_way_back(bench: Bench) -> None:
    said: list[tuple[str, object]] = []
    bench.operations.said.connect(lambda text, undo: said.append((text, undo)))

    bench.do(replace(writing("second"), said=lambda before: f"Niet meer {before}"))

    assert [text for text, _ in said] == ["Niet meer first"]
    undo = said[0][1]
    assert callable(undo)
    undo()
    bench.settle()
    assert bench.value() == "first"


def test_what_is_not_all_well_asks_for_caution(bench: Bench) -> None:
    said: list[bool] = []
    bench.operations.said.connect(lambda _text, _undo, caution: said.append(caution))

    bench.do(replace(writing("second"), said=lambda _: "Klaar"))
    bench.do(replace(writing("third"), said=lambda _: "Bijna klaar", caution=True))

    assert said == [False, True]


def test_what_cannot_be_undone_is_said_without_a_way_back(bench: Bench) -> None:
    said: list[tuple[str, object]] = []
    bench.operations.said.connect(lambda text, undo: said.append((text, undo)))

    bench.do(replace(sending("second"), said=lambda _: "Gebeurd"))

    assert said == [("Gebeurd", None)]


def test_a_service_is_called_later_with_what_was_given_now() -> None:
    dossier = a_dossier(jurors=[a_juror(1)])
    verb = calling(declare_conflict, "j1", "c1", reason="")
    assert verb == calling(declare_conflict, "j1", "c1", reason="")
    assert verb != calling(declare_conflict, "j1", "c2", reason="")
    with pytest.raises(JuryError) as caught:
        verb(dossier, JobContext(lambda _: None))
    assert caught.value.message == say("jury.conflict_needs_reason")
