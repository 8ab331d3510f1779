"""Every juror meets the candidacies in an order of the own, least scored first; once drawn it stays."""

from __future__ import annotations

from jury_desktop.domain.call import Round
from jury_desktop.domain.sheet import Answer, items_of
from jury_desktop.services.ports import Dossier
from jury_desktop.services.scoring import save_answers, submit_sheet
from jury_desktop.services.scoring_desk import scoring_desk
from jury_desktop.services.scoring_order import draw_order
from tests.builders import a_call, a_candidacy, a_conflict, a_juror
from tests.services.scenario import a_dossier

WHOLE = {item.key: Answer(3, comment="Goed") for item in items_of(a_call().rubric, (1, 4), Round.WRITTEN)}
JURORS = ("j1", "j2", "j3", "j4")


def with_candidacies(count: int) -> Dossier:
    dossier = a_dossier()
    with dossier.change() as uow:
        for number in range(1, count + 1):
            uow.candidacies.save(a_candidacy(number))
        for number in range(1, len(JURORS) + 1):
            uow.jurors.save(a_juror(number))
        uow.journal.append("candidacy.received", "candidacy", "K-01")
    return dossier


def listed(dossier: Dossier, juror: str, round_: Round = Round.WRITTEN) -> list[str]:
    mine = scoring_desk(dossier, juror, round_).mine
    assert mine is not None
    return [row.candidacy.id for row in mine.rows]


def drawn(dossier: Dossier, juror: str) -> list[str]:
    draw_order(dossier, juror, Round.WRITTEN)
    return listed(dossier, juror)


def events(dossier: Dossier) -> list[str]:
    with dossier.read() as uow:
        return [event.action for event in uow.journal.all()][1:]


def test_each_juror_has_an_order_of_the_own_with_everything_in_it() -> None:
    dossier = with_candidacies(12)
    orders = [drawn(dossier, juror) for juror in JURORS]

    assert all(sorted(order) == sorted(f"c{number}" for number in range(1, 13)) for order in orders)
    assert len({tuple(order) for order in orders}) == len(JURORS)
    assert len({order[0] for order in orders}) > 1


def test_what_others_scored_least_comes_first_and_the_order_then_stays() -> None:
    dossier = with_candidacies(6)
    for key in ("c1", "c4", "c5"):
        save_answers(dossier, "j1", key, Round.WRITTEN, WHOLE)
        submit_sheet(dossier, "j1", key, Round.WRITTEN)

    first = drawn(dossier, "j2")
    assert set(first[:3]) == {"c2", "c3", "c6"}

    for key in ("c2", "c3"):
        save_answers(dossier, "j1", key, Round.WRITTEN, WHOLE)
        submit_sheet(dossier, "j1", key, Round.WRITTEN)
    before = events(dossier)
    assert drawn(dossier, "j2") == first
    assert events(dossier) == before


def test_what_comes_later_stands_at_the_end_and_a_conflict_leaves_the_rest_in_place() -> None:
    dossier = with_candidacies(5)
    first = drawn(dossier, "j3")
    with dossier.change() as uow:
        uow.candidacies.save(a_candidacy(6))
        uow.conflicts.save(a_conflict(a_juror(3), a_candidacy(2)))
        uow.journal.append("candidacy.received", "candidacy", "K-06")

    assert drawn(dossier, "j3") == [*(key for key in first if key != "c2"), "c6"]


def test_the_draw_is_written_down_once_by_the_numbers_of_the_candidacies() -> None:
    dossier = with_candidacies(3)
    order = drawn(dossier, "j1")
    with dossier.read() as uow:
        event = uow.journal.all()[-1]
    assert (event.action, event.subject) == ("order.drawn", "Jurylid 1")
    assert event.new == str([f"K-0{key[1]}" for key in order]).replace("'", '"')


def test_one_candidacy_and_the_round_of_the_pitches_need_no_draw() -> None:
    dossier = with_candidacies(1)
    pitches = with_candidacies(3)
    before = events(dossier), events(pitches)
    draw_order(dossier, "j1", Round.WRITTEN)
    draw_order(pitches, "j1", Round.PITCH)
    assert (events(dossier), events(pitches)) == before
