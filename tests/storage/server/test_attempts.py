"""What a juror tries with SQL to see or change what is not hers, and that none of it works."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

import psycopg
import pytest

from jury_desktop.domain.call import Round
from jury_desktop.domain.decision import Decision, DecisionKind, MotivationLine
from jury_desktop.domain.messages import Message, say
from jury_desktop.domain.sheet import Sheet, SheetState
from jury_desktop.services.confirm import confirm_decision
from jury_desktop.services.rounds import close_round
from jury_desktop.services.soundness import glance, verify
from jury_desktop.storage.schema import metadata
from tests.builders import NOW, a_sheet
from tests.postgres import ONE_SERVER
from tests.storage.server.attempts import CHANGING, READING, Work, sql
from tests.storage.server.regisseur_attempts import CHANGING as BY_THE_REGISSEUR
from tests.storage.server.scene import BARRED, BART, ELS, OTHER, OWN, SECRET, Hosted, now, refusal, scored

pytestmark = ONE_SERVER

REFUSED = {"42501", "JD001", "JD002"}
"""Not allowed; not now; not the next event (``6_guards.sql``)."""
NOT_THERE = {"22P02", "0A000"}
"""A value of hers that is no number; an extension that the server has not."""


@pytest.fixture
def els(standing: Hosted) -> Iterator[tuple[psycopg.Connection, list[str]]]:
    """A connection of Els, with what the server says besides."""
    said: list[str] = []
    with standing.connect("els") as connection:
        connection.add_notice_handler(lambda notice: said.append(str(notice.message_primary)))
        yield connection, said
        connection.rollback()


@pytest.fixture(scope="module")
def untouched(standing_address: str) -> dict[str, str]:
    """What the dossier is before anybody tries."""
    return everything(standing_address)


@pytest.mark.parametrize("name", READING)
def test_nothing_comes_back_that_is_not_hers(name: str, els: tuple[psycopg.Connection, list[str]]) -> None:
    connection, said = els
    state, found = tried(READING[name], connection)

    assert state in {"", *REFUSED, *NOT_THERE}
    assert SECRET.casefold() not in f"{found} {said}".casefold()


@pytest.mark.parametrize("name", CHANGING)
def test_the_dossier_stays_as_it_was(
    name: str, els: tuple[psycopg.Connection, list[str]], standing: Hosted, untouched: dict[str, str]
) -> None:
    connection, _ = els
    state, found = tried(CHANGING[name], connection)

    assert state in REFUSED or found == "[0]"  # there was no row that she could reach
    assert everything(standing.owner) == untouched


@pytest.mark.parametrize("name", BY_THE_REGISSEUR)
def test_the_regisseur_alters_nothing_without_an_event_that_says_so(
    name: str, standing: Hosted, untouched: dict[str, str]
) -> None:
    with standing.connect("ria") as connection:
        state, _ = tried(BY_THE_REGISSEUR[name], connection)

    assert state in REFUSED
    assert everything(standing.owner) == untouched


@pytest.mark.parametrize("login", ["els", "wim", "tom"])
def test_nobody_but_the_regisseur_keeps_others_from_a_table(login: str, standing: Hosted) -> None:
    """Nor through a view; ROW EXCLUSIVE is what every writer has, and keeps nobody away."""
    with psycopg.connect(standing.owner) as owner:
        found = owner.execute(
            "SELECT nspname, relname FROM pg_class JOIN pg_namespace AS of ON of.oid = relnamespace"
            " WHERE relkind IN ('r', 'v') AND (nspname = 'public' OR nspname LIKE 'jury%')"
        ).fetchall()
    with standing.connect(login) as connection:
        for schema, name in found:
            locking = f'LOCK TABLE {schema}."{name}" IN SHARE UPDATE EXCLUSIVE MODE'
            assert tried(sql(locking), connection)[0] == "42501", name


@pytest.mark.parametrize("login", ["els", "wim"])
def test_of_a_form_contact_data_stay_out(login: str, standing: Hosted) -> None:
    with standing.connect(login) as connection:
        keys = connection.execute("SELECT DISTINCT key FROM candidacy_field").fetchall()

    assert keys == [("organisation",)]


def test_what_is_hers_does_come_back(els: tuple[psycopg.Connection, list[str]]) -> None:
    """The attempts fail for what they try, not because nothing works."""
    connection, _ = els

    assert connection.execute("SELECT reference FROM jury_desk.candidacy ORDER BY nr").fetchall() == [
        ("K-01",),
        ("K-03",),
    ]
    assert connection.execute("SELECT id FROM sheet").fetchall() == [("j1-c1-written",)]


def tried(work: Work, connection: psycopg.Connection) -> tuple[str, str]:
    """The state with which the server refused, or "", and all it said or gave."""
    try:
        found = work(connection)
        connection.commit()
    except psycopg.Error as error:
        connection.rollback()
        return error.sqlstate or "", f"{error} {error.diag.message_detail}"
    return "", str(found)


def everything(owner: str) -> dict[str, str]:
    """A digest of each table, as its owner sees it, and of the rules about them."""
    digest = "SELECT md5(coalesce(string_agg(kept::text, '|' ORDER BY kept::text), '')) FROM {} AS kept"
    rules = "(SELECT tgname, tgenabled, tgrelid::regclass FROM pg_trigger)"
    names = [f'public."{name}"' for name in metadata.tables]
    names += ["jury_server.person", "jury_server.author", "pg_policies", rules]
    names += ["(SELECT oid, prosrc FROM pg_proc)", "(SELECT relname, relrowsecurity FROM pg_class)"]
    names += ["pg_auth_members", "pg_roles"]
    with psycopg.connect(owner) as connection:
        return {name: connection.execute(digest.format(name)).fetchone()[0] for name in names}  # type: ignore


def test_what_the_program_refuses_the_server_refuses_too(hosted: Hosted) -> None:
    """With seals and events as the program makes them, but without its services."""
    store = hosted.store("els")
    draft = a_sheet(ELS, OWN, value=None)
    complete = replace(a_sheet(ELS, OWN), submitted_at=now())
    about = ("sheet", "Els Maes – K-01 – written")

    def tries(sheet: Sheet, action: str, reason: str = "") -> Message:
        def work() -> None:
            with store.change("Els Maes", now()) as uow:
                uow.sheets.save(sheet)
                uow.journal.append(action, *about, reason=reason)

        return refusal(work)

    refused = say("storage.no_rights", name="hosted")
    empty = replace(draft, state=SheetState.SUBMITTED, submitted_at=now())
    assert tries(empty, "sheet.submitted") == refused
    assert tries(replace(complete, submitted_at=NOW), "sheet.submitted") == refused
    assert tries(complete, "sheet.saved") == refused
    assert tries(replace(complete, candidacy=BARRED.id, id="new"), "sheet.submitted") == refused
    assert tries(replace(complete, juror=BART.id, id="new"), "sheet.submitted") == refused
    scored(hosted.opened("els"), ELS, OWN)
    with store.read() as uow:
        (kept,) = uow.sheets.find(candidacy=OWN.id)
    assert tries(replace(kept, remark="x"), "sheet.amended") == refused
    assert tries(replace(kept, state=SheetState.DRAFT, submitted_at=None), "sheet.saved") == refused
    close_round(hosted.opened("ria"), Round.WRITTEN, "De termijn is voorbij")
    late = replace(a_sheet(ELS, OTHER, value=None), remark="te laat")
    assert tries(late, "sheet.saved") == refused


def test_a_second_reader_confirms_and_decides_nothing(hosted: Hosted) -> None:
    tom = hosted.opened("tom")
    with tom.read() as uow:
        decision = uow.decisions.get(f"d-{OWN.id}")

    confirmed = confirm_decision(hosted.signed_in("tom"), decision)

    def decides(other: Decision) -> None:
        with tom.change() as uow:
            uow.decisions.save(other)
            uow.journal.append("decision.confirmed", "candidacy", "K-01")

    no_rights = say("storage.no_rights", name="hosted")
    another = replace(confirmed, kind=DecisionKind.NOT_SHORTLISTED)
    assert refusal(lambda: decides(another)) == no_rights
    worded = replace(confirmed, lines=(MotivationLine("outreach", "Anders", ()),))
    assert refusal(lambda: decides(worded)) == no_rights

    with hosted.opened("ria").read() as uow:
        assert uow.decisions.get(decision.id) == confirmed
    assert hosted.store().problems() == ()


def test_a_second_reader_hears_whether_the_chain_holds_without_reading_it(
    hosted: Hosted,
) -> None:
    tom = hosted.signed_in("tom")
    whole = glance(tom)
    with psycopg.connect(hosted.owner) as owner:
        owner.execute("ALTER TABLE journal DISABLE TRIGGER c_fixed")
        owner.execute("UPDATE journal SET reason = 'anders' WHERE sequence = 1")
        owner.execute("ALTER TABLE journal ENABLE TRIGGER c_fixed")
    with hosted.store().read() as uow:
        newest = uow.journal.newest()

    assert newest is not None
    assert (whole.events, whole.ok) == (newest.sequence, True)
    assert [what.key for _, what in glance(tom).problems] == ["journal.changed"]
    assert refusal(lambda: verify(tom)) == say("server.checks_a_part", name="hosted")
    assert not verify(hosted.signed_in("ria")).ok
