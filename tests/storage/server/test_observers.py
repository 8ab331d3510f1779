"""What an observer sees on a server: the procedure, and what the jury weighed only without any conflict."""

from __future__ import annotations

import psycopg
import pytest

from jury_desktop.domain.call import Round
from jury_desktop.domain.decision import Stage
from jury_desktop.domain.errors import JuryError
from jury_desktop.services.jury import judge_conflict
from jury_desktop.services.programme import programme
from jury_desktop.services.ranking import ranking
from jury_desktop.services.rounds import close_round, selection_of
from jury_desktop.services.session import sessions
from tests.postgres import ONE_SERVER
from tests.storage.server.scene import BART, HIDDEN, OTHER, OWN, WIM, Hosted

pytestmark = ONE_SERVER


def raw(hosted: Hosted) -> str:
    """All that an observer gets with SQL of scores, reasons and places."""
    tables = ("sheet", "sheet_answer", "sheet_goal_mark", "motivation_line", "talk")
    with psycopg.connect(hosted.address("wim")) as connection:
        found = [connection.execute(f"SELECT * FROM {name}").fetchall() for name in tables]  # type: ignore
        views = ("SELECT remark FROM jury_gallery.sheet", "SELECT summary, place FROM jury_gallery.decision")
        return str([*found, *(connection.execute(view).fetchall() for view in views)])  # type: ignore


def test_an_observer_sees_how_far_the_jury_is_and_no_score_before_it_opens(standing: Hosted) -> None:
    with standing.opened("wim").read() as uow:
        found = selection_of(uow)

    assert [(each.juror, each.candidacy, each.submitted) for each in found.sheets] == [
        ("j1", OWN.id, False),
        (BART.id, OWN.id, True),
    ]
    assert all((each.answers, each.remark) == ({}, "") for each in found.sheets)
    assert [candidacy.id for candidacy in found.candidacies] == [OWN.id, OTHER.id]
    assert [(juror.name, juror.email) for juror in found.jurors] == [
        (name, "") for name in ("Els Maes", "Bart Claes", "Wim Waarnemer")
    ]


def test_an_observer_sees_the_sessions_and_nobodys_wishes(standing: Hosted) -> None:
    wim = standing.signed_in("wim")

    assert [pitch.candidacy.id for each in sessions(wim).sessions for pitch in each.pitches] == [OWN.id]
    problem = programme(wim).stored.instance
    assert [pitch.id for pitch in problem.pitches] == [OWN.reference]
    assert (problem.jurors, problem.conflicts) == ((), ())


def test_who_has_a_conflict_sees_no_order_and_what_it_rests_on(hosted: Hosted) -> None:
    """An order without one of the candidates is another order, and tells where that one stands."""
    ria, wim = hosted.opened("ria"), hosted.signed_in("wim")
    close_round(ria, Round.WRITTEN, "De termijn is voorbij")

    with pytest.raises(JuryError, match=r"rights\.order_shows_all"):
        ranking(wim, Stage.SHORTLIST)
    assert raw(hosted) == "[[], [], [], [], [], [('',), ('',)], [('', None)]]"

    with ria.read() as uow:
        (conflict,) = uow.conflicts.find(juror=WIM.id)
    judge_conflict(ria, conflict.id, confirmed=False, reason="Vergissing")

    assert [row.candidacy.id for row in ranking(wim, Stage.SHORTLIST).rows][:1] == [OWN.id]
    assert HIDDEN in raw(hosted)
