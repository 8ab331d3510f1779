"""More objects take longer queries, never more queries."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from sqlalchemy import Engine, event

from jury_desktop.domain.entry import EntryKind
from jury_desktop.domain.pitch_windows import KeptWindow
from jury_desktop.services.ports import UnitOfWork
from jury_desktop.storage import open_store
from tests.builders import (
    NOW,
    a_call,
    a_candidacy,
    a_conflict,
    a_decision,
    a_juror,
    a_letter,
    a_mail,
    a_packet,
    a_plan,
    a_practice,
    a_practice_sheet,
    a_rebuttal,
    a_run,
    a_sheet,
    a_talk,
    an_account,
    an_unreadable_mail,
    placed,
)

JUROR = a_juror(1)


@contextmanager
def counted() -> Iterator[list[str]]:
    """The statements sent to any database meanwhile."""
    sent: list[str] = []

    def note(connection: Any, cursor: Any, statement: str, *_: Any) -> None:
        if not statement.startswith("BEGIN"):
            sent.append(statement)

    event.listen(Engine, "before_cursor_execute", note)
    try:
        yield sent
    finally:
        event.remove(Engine, "before_cursor_execute", note)


def fill(uow: UnitOfWork, number: int) -> None:
    """One more of everything."""
    candidacy = a_candidacy(number)
    sheet = a_sheet(JUROR, candidacy)
    letter = a_letter(candidacy)
    uow.candidacies.save(candidacy)
    uow.conflicts.save(a_conflict(JUROR, candidacy))
    uow.sheets.save(sheet)
    uow.decisions.save(a_decision(candidacy, sheet))
    uow.letters.save(letter)
    uow.rebuttals.save(a_rebuttal(letter))
    uow.plans.save(a_plan((candidacy,), (JUROR,), version=number))
    uow.packets.save(a_packet(JUROR, sheet, id=f"p{number}"))
    uow.runs.save(a_run(candidacy))
    uow.talks.save(a_talk(candidacy))
    uow.windows.save(KeptWindow(f"w{number}", replace(a_call().windows[0], id=f"w{number}")))
    uow.accounts.save(an_account(JUROR, id=f"a{number}"))
    practice = a_practice(number)
    uow.practices.save(practice)
    uow.practice_sheets.save(a_practice_sheet(JUROR, practice))
    raw = f"bericht {number}".encode()
    uow.blobs.put(raw)
    uow.mails.add(placed(a_mail(raw)))
    uow.mails.add(placed(an_unreadable_mail(raw[::-1]), EntryKind.UNREADABLE))
    uow.journal.append("test.filled", "test", str(number))


READS: dict[str, Callable[[UnitOfWork], tuple[object, ...]]] = {
    "candidacies": lambda uow: uow.candidacies.find(),
    "jurors": lambda uow: uow.jurors.find(),
    "conflicts": lambda uow: uow.conflicts.find(juror=JUROR.id),
    "sheets": lambda uow: uow.sheets.find(juror=JUROR.id),
    "decisions": lambda uow: uow.decisions.find(),
    "letters": lambda uow: uow.letters.find(),
    "rebuttals": lambda uow: uow.rebuttals.find(channel="email"),
    "packets": lambda uow: uow.packets.find(juror=JUROR.id),
    "runs": lambda uow: uow.runs.find(),
    "talks": lambda uow: uow.talks.find(),
    "accounts": lambda uow: uow.accounts.find(juror=JUROR.id),
    "windows": lambda uow: uow.windows.find(),
    "practices": lambda uow: uow.practices.find(),
    "practice sheets": lambda uow: uow.practice_sheets.find(juror=JUROR.id),
    "plans": lambda uow: uow.plans.find(),
    "mails": lambda uow: uow.mails.all(),
    "journal": lambda uow: uow.journal.all(),
    "journal about": lambda uow: uow.journal.about("test", ["1", "2", "3"], ["0"]),
}


@pytest.mark.parametrize("read", READS.values(), ids=READS)
def test_three_take_as_many_queries_as_one(
    target: str | Path, read: Callable[[UnitOfWork], tuple[object, ...]]
) -> None:
    store = open_store(target)
    counts = []
    for numbers in ((1,), (2, 3)):
        with store.change("regisseur", NOW) as uow:
            uow.jurors.save(JUROR)
            for number in numbers:
                fill(uow, number)
        with store.read() as uow, counted() as sent:
            read(uow)
        counts.append(len(sent))
    store.close()

    assert counts[0] == counts[1] <= 5


def test_saving_a_sheet_takes_as_many_statements_for_one_answer_as_for_all(target: str | Path) -> None:
    store = open_store(target)
    candidacy, full = a_candidacy(1), a_sheet(JUROR, a_candidacy(1))
    first = next(iter(full.answers.items()))
    with store.change("regisseur", NOW) as uow:
        uow.jurors.save(JUROR)
        uow.candidacies.save(candidacy)
        uow.sheets.save(full)
        with counted() as sent:
            uow.sheets.save(replace(full, answers=dict([first])))
        with counted() as more:
            uow.sheets.save(full)
        uow.journal.append("test.kept", "test", "1")
    store.close()

    assert len(sent) == len(more) <= 5
