"""A second reader on a server has the role that they have in a file, with whatever program they connect: they
read what decisions rest on, release letters by confirming a decision, and change nothing else."""

from __future__ import annotations

import re
from collections.abc import Iterator
from contextlib import closing
from dataclasses import replace
from importlib import import_module
from pathlib import Path

import psycopg
import pytest

from jury_desktop import bootstrap, bootstrap_server
from jury_desktop.domain.call import Round
from jury_desktop.domain.errors import RuleError
from jury_desktop.domain.messages import say
from jury_desktop.domain.rights import GRANTED
from jury_desktop.domain.role import Role
from jury_desktop.domain.sheet import GoalMark, SheetState
from jury_desktop.services.admission import NEED, Need
from jury_desktop.services.confirm import confirm_decision, send_back_decision
from jury_desktop.services.journal import journal
from jury_desktop.services.letters import draft_letters, letter_jobs
from jury_desktop.services.ports import Dossier
from jury_desktop.services.rounds import close_round, selection_of
from jury_desktop.storage.server import hosting
from jury_desktop.storage.store import open_store
from tests.builders import NOW, an_account
from tests.postgres import ONE_SERVER, drop_database, owned_database
from tests.services.sealed import scored
from tests.services.views import VIEWS, seen
from tests.storage.server.attempts import HIS
from tests.storage.server.attempts import READING as OF_EVERYBODY
from tests.storage.server.reader_attempts import CHANGING, DECIDED, FORGING, READING, TOM
from tests.storage.server.scene import BART, HIDDEN, OWN, Hosted, now, refusal
from tests.storage.server.test_attempts import NOT_THERE, REFUSED, everything, tried

pytestmark = ONE_SERVER
NO_WAY = "55000"
"""A view through which nothing is altered."""


@pytest.fixture
def tom(standing: Hosted) -> Iterator[tuple[psycopg.Connection, list[str]]]:
    """A connection of the second reader, with what the server says besides."""
    said: list[str] = []
    with standing.connect("tom") as connection:
        connection.add_notice_handler(lambda notice: said.append(str(notice.message_primary)))
        yield connection, said
        connection.rollback()


@pytest.fixture(scope="module")
def untouched(standing_address: str) -> dict[str, str]:
    """What the dossier is before anybody tries."""
    return everything(standing_address)


@pytest.mark.parametrize("name", {**OF_EVERYBODY, **READING})
def test_nothing_sealed_comes_back(name: str, tom: tuple[psycopg.Connection, list[str]]) -> None:
    connection, said = tom
    state, found = tried({**OF_EVERYBODY, **READING}[name], connection)

    assert state in {"", *REFUSED, *NOT_THERE}
    assert HIDDEN not in f"{found} {said}"


@pytest.mark.parametrize("name", CHANGING)
def test_the_dossier_stays_as_it_was(
    name: str, tom: tuple[psycopg.Connection, list[str]], standing: Hosted, untouched: dict[str, str]
) -> None:
    connection, _ = tom
    state, found = tried(CHANGING[name], connection)

    assert state in {*REFUSED, NO_WAY} or found == "[0]"  # there was no row that he could reach
    assert everything(standing.owner) == untouched


@pytest.mark.parametrize("name", FORGING)
def test_an_event_that_lies_is_refused(name: str, standing: Hosted, untouched: dict[str, str]) -> None:
    store = standing.store("tom")

    def forged() -> None:
        with store.change(TOM, now()) as uow:
            FORGING[name](uow)

    assert refusal(forged) == say("storage.no_rights", name="standing")
    assert everything(standing.owner) == untouched


def test_of_a_sealed_sheet_it_is_told_how_far_it_is(standing: Hosted) -> None:
    with standing.opened("tom").read() as uow:
        sheets = uow.sheets.find(juror=BART.id, candidacy=OWN.id)

    assert [(each.state, each.answers, each.remark) for each in sheets] == [(SheetState.SUBMITTED, {}, "")]
    assert sheets[0].id != HIS


def test_once_a_round_is_open_its_scores_and_events_are_read(hosted: Hosted) -> None:
    close_round(hosted.opened("ria"), Round.WRITTEN, "De termijn is voorbij")
    tom = hosted.opened("tom")

    with tom.read() as uow:
        (sheet,) = uow.sheets.find(juror=BART.id, candidacy=OWN.id)
    assert (sheet.id, sheet.remark) == (HIS, HIDDEN)


def test_where_a_second_reader_connects_no_letter_leaves_before_they_confirmed(hosted: Hosted) -> None:
    """Whatever the call says; and the regisseur, who decided, cannot."""
    ria, tom = hosted.signed_in("ria"), hosted.signed_in("tom")
    with ria.read() as uow:
        decision = uow.decisions.get(DECIDED)
        assert selection_of(uow).call.deliberation.four_eyes

    def waiting() -> bool:
        jobs = [job for job in letter_jobs(ria) if job.key.candidacy == OWN.id]
        problems = (problem.message for drafted in draft_letters(jobs) for problem in drafted.problems)
        return say("letters.unconfirmed") in problems

    before = waiting()
    with pytest.raises(RuleError, match=r"rights\.refused"):
        confirm_decision(ria, decision)
    back = send_back_decision(tom, decision, "Te mager gemotiveerd.")
    again = confirm_decision(tom, back)

    assert (before, waiting()) == (True, False)
    assert again.confirmed_by == TOM
    assert [line.event.action for line in journal(tom)][:2] == ["decision.confirmed", "decision.sent_back"]
    assert hosted.store().problems() == ()


def test_without_a_second_reader_nobody_waits_for_one(hosted: Hosted) -> None:
    hosting.keep_out(hosted.owner, "tom")

    with hosted.opened("ria").read() as uow:
        assert not selection_of(uow).call.deliberation.four_eyes


def test_nobody_is_let_in_twice_by_writing_their_name_otherwise(hosted: Hosted) -> None:
    message = refusal(lambda: hosting.let_in(hosted.owner, "tom  TWEEDE", Role.REGISSEUR, "ander"))

    assert message == say("server.in_already", name=TOM, login="tom")


OTHERWISE = {
    "candidacy_file.candidacy_details": "how many items of a sealed sheet are filled in",
    "dossier_settings.dossier_settings": "where the dossier lies",
    "history.history": "the events of journal.journal, a thing at a time",
    "practice.practice_state": "how far the practice is",
    "scoring_desk.scoring_desk": "how many items of a sealed sheet are filled in",
    "soundness.verify": "who sees a part checks a part; the chain is looked at in soundness.glance",
}
"""What a second reader hears otherwise on a server than in a file, or not."""


def is_theirs(view: str) -> bool:
    """Whether a second reader may ask it, and should hear the same."""
    room, _, name = view.partition(".")
    need: Need = getattr(getattr(import_module(f"jury_desktop.services.{room}"), name), NEED)
    return view not in OTHERWISE and need.right in GRANTED[Role.SECOND_READER]


_SEALS = re.compile(r"sealed='#?'")


@pytest.fixture(scope="module")
def both(server: str, tmp_path_factory: pytest.TempPathFactory) -> Iterator[tuple[Dossier, Dossier]]:
    """The same dossier for a second reader, in a file where they signed in and on a server."""
    address = owned_database(server, "both")
    file = str(tmp_path_factory.mktemp("both") / "both.jury")
    bootstrap.create_dossier(file, "lier-2023", now=lambda: NOW).store.close()
    with closing(open_store(file)) as store:
        dossier = scored(3, "Zozo", GoalMark.PARTLY, store)
        with dossier.change() as uow:
            uow.accounts.save(an_account(name=TOM, role=Role.SECOND_READER))
            uow.journal.append("account.made", "account", TOM)
    bootstrap_server.copy_dossier(file, address, now)
    hosting.let_in(address, TOM, Role.SECOND_READER, "tom")
    hosted = Hosted(address)
    there = replace(hosted.signed_in("tom"), now=lambda: NOW)
    with closing(open_store(file)) as store:
        yield Dossier(store, TOM, lambda: NOW, there.who), there
    hosted.close()
    drop_database(server, "both")


@pytest.mark.parametrize("view", list(filter(is_theirs, VIEWS)))
def test_every_service_tells_on_a_server_what_it_tells_in_a_file(
    view: str, both: tuple[Dossier, Dossier], tmp_path: Path
) -> None:
    here, there = (
        _SEALS.sub("", seen(view, each, tmp_path / str(at))).replace("both.jury", "both")
        for at, each in enumerate(both)
    )

    assert there == here
