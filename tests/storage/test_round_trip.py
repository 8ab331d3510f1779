"""What is saved is what is found, whatever it says: on both databases, for every kind of object."""

from __future__ import annotations

import hashlib
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from jury_desktop.domain.account import Account
from jury_desktop.domain.candidacy import Candidacy, Version
from jury_desktop.domain.conflict import Conflict
from jury_desktop.domain.decision import Decision
from jury_desktop.domain.entry import Entry, Placed
from jury_desktop.domain.journal import broken_links
from jury_desktop.domain.juror import Juror
from jury_desktop.domain.mail import Mail, UnreadableMail
from jury_desktop.domain.meeting import Meeting
from jury_desktop.domain.outgoing import Letter
from jury_desktop.domain.packet import IssuedPacket
from jury_desktop.domain.pitch import Assignment, PitchPlan, StoredPlan
from jury_desktop.domain.pitch_windows import KeptWindow
from jury_desktop.domain.practice import Practice, PracticeSheet
from jury_desktop.domain.rebuttal import Rebuttal
from jury_desktop.domain.session import PitchRun
from jury_desktop.domain.sheet import Sheet
from jury_desktop.domain.talk import Talk
from jury_desktop.services.ports import Collection, Store, UnitOfWork
from jury_desktop.storage import open_store
from tests.builders import NOW
from tests.storage.anything import TEXTS, any_, some
from tests.storage.conftest import DATABASE, FILE, empty

LEAN = settings(max_examples=12)

VERSIONS = some(any_(Version), by=lambda version: version.number)
ASSIGNMENTS = some(any_(Assignment), by=lambda assignment: assignment.pitch)

KINDS: dict[str, tuple[Callable[[UnitOfWork], Collection[Any]], st.SearchStrategy[Any]]] = {
    "candidacy": (lambda uow: uow.candidacies, any_(Candidacy, versions=VERSIONS)),
    "juror": (lambda uow: uow.jurors, any_(Juror)),
    "conflict": (lambda uow: uow.conflicts, any_(Conflict)),
    "sheet": (lambda uow: uow.sheets, any_(Sheet)),
    "decision": (lambda uow: uow.decisions, any_(Decision)),
    "letter": (lambda uow: uow.letters, any_(Letter)),
    "rebuttal": (lambda uow: uow.rebuttals, any_(Rebuttal)),
    "talk": (lambda uow: uow.talks, any_(Talk)),
    "meeting": (lambda uow: uow.meetings, any_(Meeting)),
    "packet": (lambda uow: uow.packets, any_(IssuedPacket)),
    "run": (lambda uow: uow.runs, any_(PitchRun)),
    "account": (lambda uow: uow.accounts, any_(Account)),
    "window": (lambda uow: uow.windows, any_(KeptWindow)),
    "practice": (lambda uow: uow.practices, any_(Practice)),
    "practice sheet": (lambda uow: uow.practice_sheets, any_(PracticeSheet)),
    "plan": (
        lambda uow: uow.plans,
        any_(StoredPlan, plan=any_(PitchPlan, assignments=ASSIGNMENTS)),
    ),
}


class _EnoughError(Exception):
    """Ends a change of which nothing is to be kept."""


@contextmanager
def tried(store: Store) -> Iterator[UnitOfWork]:
    """Work that is taken back afterwards, so that every example starts from nothing."""
    with suppress(_EnoughError), store.change("regisseur", NOW) as uow:
        yield uow
        raise _EnoughError


@pytest.fixture(scope="module", params=[FILE, DATABASE])
def disk(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Store]:
    """An opened dossier with nothing in it, on both kinds of database, for all examples."""
    if request.param == "file":
        path = tmp_path_factory.mktemp("round") / "lier.jury"
        path.write_bytes(Path(request.getfixturevalue("empty_file")).read_bytes())
        store = open_store(path)
    else:
        store = open_store(empty(request.getfixturevalue("used_database")))
    yield store
    store.close()


@pytest.mark.parametrize("kind", KINDS)
def test_an_object_comes_back_as_it_was(disk: Store, kind: str) -> None:
    of, anything = KINDS[kind]

    @LEAN
    @given(anything, anything)
    def check(first: Any, then: Any) -> None:
        with tried(disk) as uow:
            of(uow).save(first)
            assert of(uow).get(first.id) == first
            of(uow).save(replace(then, id=first.id))
            assert of(uow).find() == (replace(then, id=first.id),)
            of(uow).remove(first.id)
            assert of(uow).find() == ()

    check()


@st.composite
def placements(draw: st.DrawFn, mail: Mail | UnreadableMail) -> Placed:
    entry = draw(any_(Entry, sha256=st.just(mail.sha256), source=st.just(mail.source)))
    return Placed(mail, entry, draw(st.booleans()))


@st.composite
def unreadable(draw: st.DrawFn) -> UnreadableMail:
    mail = draw(any_(UnreadableMail))
    return replace(mail, sha256=hashlib.sha256(mail.raw).hexdigest())


@LEAN
@given(st.data())
def test_a_message_comes_back_with_its_place(disk: Store, data: st.DataObject) -> None:
    mails = data.draw(
        st.lists(any_(Mail) | unreadable(), min_size=1, max_size=3, unique_by=lambda mail: mail.sha256)
    )
    placed = tuple(data.draw(placements(mail)) for mail in mails)
    moved = data.draw(placements(mails[-1]))

    with tried(disk) as uow:
        for one in placed:
            uow.mails.add(one)
        assert uow.mails.all() == placed
        uow.mails.place(moved)
        assert uow.mails.all() == (*placed[:-1], moved)
        assert uow.mails.get(mails[0].sha256) == (*placed[:-1], moved)[0]


@LEAN
@given(st.lists(st.tuples(*[TEXTS] * 7), min_size=1, max_size=4))
def test_an_event_comes_back_with_its_hash(disk: Store, said: list[tuple[str, ...]]) -> None:
    with tried(disk) as uow:
        appended = [
            uow.journal.append(*what, old=old, new=new, reason=reason, on_behalf_of=whom)
            for *what, old, new, reason, whom in said
        ]
        assert uow.journal.all() == tuple(appended)
        assert broken_links(uow.journal.all()) == ()


@LEAN
@given(st.dictionaries(TEXTS, TEXTS, max_size=4))
def test_a_setting_comes_back_as_it_was(disk: Store, values: dict[str, str]) -> None:
    with tried(disk) as uow:
        for key, value in values.items():
            uow.settings.set(key, value)
        assert {key: uow.settings.get(key) for key in values} == values


@LEAN
@given(st.binary(max_size=2000))
def test_a_content_comes_back_as_it_was(disk: Store, content: bytes) -> None:
    with tried(disk) as uow:
        assert uow.blobs.get(uow.blobs.put(content)) == content
