"""Until when a dossier is kept: set with a ground, counted down to the day, told when the end is near."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, datetime, timedelta

import pytest

from jury_desktop.domain.call import BRUSSELS
from jury_desktop.domain.errors import JuryError
from jury_desktop.domain.messages import say
from jury_desktop.domain.retention import Keeping, Retention
from jury_desktop.services.overview import overview
from jury_desktop.services.ports import Dossier
from jury_desktop.services.retention import put_retention, retention, retention_steps, save_retention, told
from jury_desktop.services.step import Urgency
from tests.services.scenario import a_dossier

UNTIL, GROUND = date(2028, 12, 31), "Verordening 2021/1060, artikel 82"
KEPT = Retention(UNTIL, GROUND)


@pytest.fixture
def dossier() -> Dossier:
    return a_dossier()


def test_it_is_kept_with_its_ground_and_journaled(dossier: Dossier) -> None:
    assert retention(dossier) == Retention()

    before = save_retention(dossier, replace(KEPT, ground=f"  {GROUND} "))

    assert (before, retention(dossier)) == (Retention(), KEPT)
    with dossier.read() as uow:
        event = uow.journal.newest()
    assert event is not None
    assert (event.action, UNTIL.isoformat() in event.new, GROUND in event.new) == (
        "retention.set",
        True,
        True,
    )


def test_undo_puts_back_what_was_said_also_when_its_day_has_passed(dossier: Dossier) -> None:
    past = Retention(date(2001, 1, 1), GROUND)
    put_retention(dossier, past)

    before = save_retention(dossier, KEPT)
    put_retention(dossier, before)

    assert retention(dossier) == past


def test_the_same_again_is_no_event(dossier: Dossier) -> None:
    save_retention(dossier, KEPT)
    with dossier.read() as uow:
        before = len(uow.journal.all())
    with dossier.read() as uow:
        assert len(uow.journal.all()) == before


@pytest.mark.parametrize(
    ("wished", "key"),
    [
        (Retention(UNTIL, " "), "privacy.ground_missing"),
        (Retention(date(2023, 6, 8), GROUND), "privacy.until_passed"),
    ],
)
def test_a_day_needs_a_ground_and_lies_ahead(dossier: Dossier, wished: Retention, key: str) -> None:
    with pytest.raises(JuryError) as caught:
        save_retention(dossier, wished)
    assert (caught.value.message.key, retention(dossier)) == (key, Retention())


@pytest.mark.parametrize(
    ("days", "keeping", "said"),
    [
        (400, Keeping.RUNNING, say("privacy.left", day=UNTIL, count=400)),
        (91, Keeping.RUNNING, say("privacy.left", day=UNTIL, count=91)),
        (90, Keeping.SOON, say("privacy.left", day=UNTIL, count=90)),
        (0, Keeping.SOON, say("privacy.left", day=UNTIL, count=0)),
        (-1, Keeping.OVER, say("privacy.over", day=UNTIL, count=1)),
    ],
)
def test_the_last_day_counts(days: int, keeping: Keeping, said: object) -> None:
    today = UNTIL - timedelta(days=days)
    assert (KEPT.keeping(today), told(KEPT, today)) == (keeping, said)


def test_the_worklist_tells_it_when_the_end_is_near() -> None:
    def shown(today: date) -> list[tuple[Urgency, date | None]]:
        return [(step.urgency, step.due) for step in retention_steps(KEPT, today)]

    assert shown(UNTIL - timedelta(days=91)) == []
    assert shown(UNTIL - timedelta(days=90)) == [(Urgency.DATED, UNTIL)]
    assert shown(UNTIL + timedelta(days=1)) == [(Urgency.TODAY, None)]
    assert retention_steps(Retention(), UNTIL) == ()


def test_the_overview_has_the_step() -> None:
    dossier = a_dossier()
    put_retention(dossier, KEPT)
    later = datetime(2028, 12, 1, 12, tzinfo=BRUSSELS)

    steps = overview(replace(dossier, now=lambda: later)).steps

    assert [(step.page, step.ref) for step in steps if step.due == UNTIL] == [("settings", "privacy")]
