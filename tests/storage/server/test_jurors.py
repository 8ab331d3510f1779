"""What a juror sees and does on a server, through the services that the window uses."""

from __future__ import annotations

from dataclasses import replace
from hashlib import sha256

import psycopg
import pytest

from jury_desktop.domain.call import Round
from jury_desktop.domain.conflict import ConflictState
from jury_desktop.domain.packet import taken_along
from jury_desktop.domain.pitch import Interval
from jury_desktop.domain.pitch_windows import KeptWindow
from jury_desktop.domain.role import Person, Role
from jury_desktop.services.availability import say_availability
from jury_desktop.services.jury import declare_conflict
from jury_desktop.services.record import record_change
from jury_desktop.services.rounds import close_round, selection_of
from jury_desktop.services.scoring import amend_sheet, open_sheet
from jury_desktop.services.scoring_desk import scoring_desk
from jury_desktop.services.scoring_order import draw_order
from jury_desktop.storage.schema import metadata
from jury_desktop.storage.server.protection import VIEWS
from tests.builders import Answer
from tests.postgres import ONE_SERVER
from tests.storage.server.scene import BARRED, BART, ELS, OTHER, OWN, PDF, Hosted, now, scored

pytestmark = ONE_SERVER
WRITTEN = Round.WRITTEN


def test_the_server_says_who_is_at_work(standing: Hosted) -> None:
    found = {login: standing.store(login).person for login in ("els", "wim", "ria", "tom")}

    assert found == {
        "els": Person("Els Maes", Role.JUROR, ELS.id),
        "wim": Person("Wim Waarnemer", Role.OBSERVER, "j3"),
        "ria": Person("Ria Regisseur", Role.REGISSEUR),
        "tom": Person("Tom Tweede", Role.SECOND_READER),
    }


def test_a_juror_sees_of_the_selection_what_a_packet_would_hold(standing: Hosted) -> None:
    with standing.opened("els").read() as uow:
        found = selection_of(uow)

    assert found.candidacies == tuple(replace(taken_along(each), judged_at=None) for each in (OWN, OTHER))
    assert [juror.id for juror in found.jurors] == [ELS.id]
    assert [(sheet.juror, sheet.candidacy) for sheet in found.sheets] == [(ELS.id, OWN.id)]
    assert [(conflict.juror, conflict.candidacy) for conflict in found.conflicts] == [(ELS.id, BARRED.id)]
    assert (found.letters, found.rebuttals, found.talks) == ((), (), ())
    assert [decision.candidacy for decision in found.decisions] == [OWN.id]
    assert found.plan is not None
    assert [(place.pitch, place.jurors) for place in found.plan.plan.assignments] == [
        ("K-01", (ELS.id,)),
        ("K-02", (ELS.id,)),
    ]


def test_a_juror_reads_the_files_of_what_they_score_and_no_other(standing: Hosted) -> None:
    with standing.opened("els").read() as uow:
        own = uow.blobs.get(OWN.current.attachments[0].sha256)
        with pytest.raises(KeyError):
            uow.blobs.get(sha256(PDF).hexdigest())

    assert own == b"%PDF-1.7"


def test_a_juror_scores_and_the_journal_verifies(hosted: Hosted) -> None:
    els = hosted.signed_in("els")
    draw_order(els, ELS.id, WRITTEN)
    scored(els, ELS, OWN)
    item = open_sheet(els, ELS.id, OWN.id, WRITTEN).items[0].key
    odd = 'Hé "q" \\ \t\x00\x07\x7f\u2028\ue000 😀'
    amend_sheet(els, ELS.id, OWN.id, WRITTEN, {item: Answer(4, comment=odd)}, "Nagelezen", remark=odd)
    declare_conflict(els, ELS.id, OTHER.id, "Mijn zus werkt er")

    with hosted.opened("ria").read() as uow:
        events = [(event.actor, event.action) for event in uow.journal.all()[-5:]]
        (kept,) = uow.sheets.find(juror=ELS.id, candidacy=OWN.id)
        (declared,) = uow.conflicts.find(juror=ELS.id, candidacy=OTHER.id)
    assert events == [
        ("Els Maes", action)
        for action in ("order.drawn", "sheet.saved", "sheet.submitted", "sheet.amended", "conflict.declared")
    ]
    assert (kept.submitted, kept.answers[item], kept.remark) == (True, Answer(4, comment=odd), odd)
    assert declared.state is ConflictState.DECLARED
    assert hosted.store().problems() == ()


def test_a_juror_says_when_they_can_sit_and_the_journal_verifies(hosted: Hosted) -> None:
    els = hosted.signed_in("els")
    window = hosted.opened("ria").store._call.windows[0]  # type: ignore[attr-defined]
    stretches = (Interval(window.start, window.end),)
    with hosted.opened("ria").change() as uow:
        uow.windows.save(KeptWindow(window.id, window, (ELS.id, BART.id), now()))
        record_change(uow, "window.changed", ("session", "wo"), None, window)

    say_availability(els, ELS.id, ())
    say_availability(els, ELS.id, stretches, known=())

    with hosted.opened("ria").read() as uow:
        assert uow.jurors.get(ELS.id).available == stretches
        assert [each.unanswered for each in uow.windows.find()] == [(BART.id,)]
        assert [event.actor for event in uow.journal.of("juror.changed")[-1:]] == ["Els Maes"]
    assert hosted.store().problems() == ()


def test_what_becomes_barred_is_gone_from_the_desk(hosted: Hosted) -> None:
    els = hosted.signed_in("els")
    before = scoring_desk(els, ELS.id, WRITTEN).mine
    declare_conflict(els, ELS.id, OTHER.id, "Mijn zus werkt er")
    after = scoring_desk(els, ELS.id, WRITTEN).mine

    assert before is not None
    assert after is not None
    assert [row.candidacy.id for row in before.rows] == [OWN.id, OTHER.id]
    assert [row.candidacy.id for row in after.rows] == [OWN.id]


def test_other_scores_stay_away_also_when_their_round_is_closed(hosted: Hosted) -> None:
    """A juror's window is their own work; the rights of the design give them no deliberation."""
    close_round(hosted.opened("ria"), WRITTEN, "De termijn is voorbij")

    with hosted.opened("els").read() as uow:
        assert {sheet.juror for sheet in uow.sheets.find()} == {ELS.id}


def test_every_view_has_the_columns_of_its_table(standing: Hosted) -> None:
    """A new column is shown to nobody until somebody decides what of it is for them."""
    with psycopg.connect(standing.owner) as connection:
        rows = connection.execute(
            "SELECT table_schema, table_name, array_agg(column_name::text ORDER BY column_name::text)"
            " FROM information_schema.columns WHERE table_schema = ANY(%s) GROUP BY 1, 2",
            [list(VIEWS.values())],
        ).fetchall()

    assert rows
    for schema, name, columns in rows:
        assert columns == sorted(column.name for column in metadata.tables[name].c), (schema, name)
