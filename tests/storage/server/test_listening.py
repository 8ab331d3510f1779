"""A connection that listens, and one that is lost in the middle of work."""

from __future__ import annotations

import queue
from datetime import timedelta

import psycopg
import pytest

from jury_desktop.domain.call import Round
from jury_desktop.domain.errors import StorageError
from jury_desktop.services.glance import news_since
from jury_desktop.services.scoring import open_sheet, save_answers
from tests.builders import Answer
from tests.postgres import ONE_SERVER
from tests.storage.server.scene import ELS, OWN, Hosted, now, scored

pytestmark = ONE_SERVER
LONG = 20
"""Seconds after which a test gives up."""


def cut(server: str, login: str) -> None:
    """Ends every connection of somebody, as a network that falls away does."""
    with psycopg.connect(server, autocommit=True) as connection:
        connection.execute(
            "SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE usename = %s", [login]
        )


def test_a_juror_hears_that_something_happened_and_not_what(hosted: Hosted) -> None:
    told: queue.Queue[str] = queue.Queue()
    bart = hosted.opened("bart")
    before = news_since(bart, 0)
    stop = hosted.store("bart").listen(lambda: told.put("heard"), lambda lost: told.put(f"lost {lost}"))
    assert stop is not None
    while told.empty():  # until the connection listens
        scored(hosted.opened("els"), ELS, OWN) if before == news_since(bart, 0) else touch(hosted)

    assert told.get(timeout=LONG) == "heard"
    assert news_since(bart, 0) != before
    with bart.read() as uow:
        newest = uow.journal.newest()
    assert newest is not None
    assert (newest.actor, newest.action, newest.new) == ("", "", "")
    assert abs(newest.at - now()) < timedelta(minutes=5)
    stop()


def touch(hosted: Hosted) -> None:
    """Something happens."""
    ria = hosted.opened("ria")
    with ria.change() as uow:
        uow.journal.append("dossier.checked", "dossier", "lier-2023")


def test_work_that_was_cut_off_is_told_and_can_be_done_again(hosted: Hosted, server: str) -> None:
    els = hosted.opened("els")
    item = open_sheet(els, ELS.id, OWN.id, Round.WRITTEN).items[0].key

    def cut_in_the_middle() -> None:
        with els.change() as uow:
            uow.sheets.find()
            cut(server, "els")
            uow.sheets.find()

    with pytest.raises(StorageError) as caught:
        cut_in_the_middle()
    save_answers(els, ELS.id, OWN.id, Round.WRITTEN, {item: Answer(2)})

    assert caught.value.message.key == "storage.connection_lost"
    assert open_sheet(els, ELS.id, OWN.id, Round.WRITTEN).sheet.answers[item] == Answer(2)


def test_a_connection_that_died_while_nothing_was_done_is_made_anew(hosted: Hosted, server: str) -> None:
    els = hosted.opened("els")
    open_sheet(els, ELS.id, OWN.id, Round.WRITTEN)
    cut(server, "els")

    assert open_sheet(els, ELS.id, OWN.id, Round.WRITTEN).candidacy.id == OWN.id
