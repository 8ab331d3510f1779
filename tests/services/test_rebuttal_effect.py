"""Other scores, tried: the official functions give score and rank, and nothing is kept before it is asked."""

from __future__ import annotations

from dataclasses import replace

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from jury_desktop.domain.decision import DecisionKind, Stage
from jury_desktop.domain.messages import say
from jury_desktop.domain.outgoing import LetterState
from jury_desktop.domain.ranking import Rank
from jury_desktop.domain.rebuttal import Rebuttal
from jury_desktop.domain.sheet import Sheet
from jury_desktop.services.ports import Dossier
from jury_desktop.services.ranking import ranking
from jury_desktop.services.rebuttal_effect import Supposed, change_scores, effect_of
from jury_desktop.services.rebuttal_register import Arrived, register_rebuttal
from tests.builders import NOW, a_candidacy, a_decision, a_letter
from tests.services.scenario import after_both_rounds, after_the_written_round
from tests.services.test_rebuttals import POINT, refused

REASON = "Na weerwoord: de open klas ontbrak in de beoordeling."


def third_of_three(type_: str = "not_selected") -> tuple[Dossier, Rebuttal]:
    """Three candidates with 5, 4 and 3 everywhere; the last was refused and answered."""
    dossier = after_both_rounds(3) if type_ == "not_selected" else after_the_written_round(3)
    last = a_candidacy(3)
    with dossier.change() as uow:
        uow.decisions.save(a_decision(last, kind=DecisionKind.NOT_SELECTED))
        letter = a_letter(last, type=type_, state=LetterState.SENT, channel="email", sent_at=NOW)
        uow.letters.save(replace(letter, pdf=uow.blobs.put(b"%PDF")))
        uow.journal.append("letter.sent", "candidacy", "K-03")
    return dossier, register_rebuttal(dossier, "l-c3", Arrived(NOW, "email"), (POINT,))


def everything(dossier: Dossier, rebuttal: Rebuttal, value: int) -> Supposed:
    """The same value from every juror on every item."""
    given = effect_of(dossier, rebuttal.id).given
    return {(each.sheet.id, item.key): value for each in given for item in each.items}


def place(rank: Rank | None) -> str:
    return rank.text if rank is not None else ""


def sheets(dossier: Dossier) -> tuple[Sheet, ...]:
    with dossier.read() as uow:
        return uow.sheets.find()


def events(dossier: Dossier) -> list[str]:
    with dossier.read() as uow:
        return [event.action for event in uow.journal.all()]


def test_as_it_is_now_nothing_moves() -> None:
    dossier, rebuttal = third_of_three()
    order = effect_of(dossier, rebuttal.id).order({})
    assert [(each.reference, each.moves) for each in order] == [
        ("K-01", False),
        ("K-02", False),
        ("K-03", False),
    ]
    assert order[2].decided is DecisionKind.NOT_SELECTED


def test_other_scores_show_the_new_place_of_everybody() -> None:
    dossier, rebuttal = third_of_three()
    order = effect_of(dossier, rebuttal.id).order(everything(dossier, rebuttal, 5))
    told = [
        (each.reference, each.rank and each.rank.text, each.new_rank and each.new_rank.text) for each in order
    ]
    assert told == [("K-01", "1", "1–2"), ("K-03", "3", "1–2"), ("K-02", "2", "3")]
    assert [each.new_score for each in order] == [5.0, 5.0, 4.0]


def test_a_rebuttal_on_the_shortlist_is_about_the_written_round_alone() -> None:
    dossier, rebuttal = third_of_three("not_shortlisted")
    given = effect_of(dossier, rebuttal.id).given
    assert {each.sheet.round.value for each in given} == {"written"}


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture], max_examples=25, deadline=None)
@given(st.data())
def test_trying_changes_nothing_and_gives_what_keeping_would_give(data: st.DataObject) -> None:
    dossier, rebuttal = third_of_three()
    places = list(everything(dossier, rebuttal, 0))
    chosen = data.draw(st.dictionaries(st.sampled_from(places), st.integers(0, 5), min_size=1, max_size=6))
    before, journal = sheets(dossier), events(dossier)
    effect = effect_of(dossier, rebuttal.id)
    order = effect.order(chosen)
    assert (sheets(dossier), events(dossier)) == (before, journal)
    if effect.changed(chosen):
        change_scores(dossier, rebuttal.id, chosen, REASON)
    kept = {row.candidacy.id: (row.score, row.rank) for row in ranking(dossier, Stage.FINAL).rows}
    assert {each.candidacy: (each.new_score, each.new_rank) for each in order} == kept


def test_what_is_kept_is_a_change_of_each_sheet_with_its_reason_and_no_decision() -> None:
    dossier, rebuttal = third_of_three()
    given = effect_of(dossier, rebuttal.id).given[:2]
    supposed = {(each.sheet.id, "outreach"): 5 for each in given}
    changed = change_scores(dossier, rebuttal.id, supposed, REASON)
    assert [sheet.answers["outreach"].value for sheet in changed] == [5, 5]
    with dossier.read() as uow:
        made = uow.journal.all()[-2:]
        assert uow.decisions.get("d-c3").kind is DecisionKind.NOT_SELECTED
    assert [(event.action, event.reason) for event in made] == [("sheet.amended", REASON)] * 2
    assert [event.on_behalf_of for event in made] == [each.juror for each in given]


def test_a_comment_that_stood_with_a_score_stays() -> None:
    dossier, rebuttal = third_of_three()
    first = effect_of(dossier, rebuttal.id).given[0]
    (changed,) = change_scores(dossier, rebuttal.id, {(first.sheet.id, "outreach"): 4}, REASON)
    assert changed.answers["outreach"].comment == first.sheet.answers["outreach"].comment


@pytest.mark.parametrize(
    ("value", "reason", "message"),
    [(3, REASON, say("rebuttal.nothing_changed")), (5, " ", say("rebuttal.amend_reason_missing"))],
)
def test_nothing_is_kept_without_a_change_or_a_reason(value: int, reason: str, message: object) -> None:
    dossier, rebuttal = third_of_three()
    before = sheets(dossier)
    supposed = everything(dossier, rebuttal, value)
    assert refused(change_scores, dossier, rebuttal.id, supposed, reason) == message
    assert sheets(dossier) == before


def test_a_score_outside_the_scale_leaves_all_sheets_as_they_were() -> None:
    dossier, rebuttal = third_of_three()
    before = sheets(dossier)
    given = effect_of(dossier, rebuttal.id).given
    wrong = {(given[0].sheet.id, "outreach"): 5, (given[1].sheet.id, "outreach"): 9}
    assert refused(change_scores, dossier, rebuttal.id, wrong, REASON).key == "scoring.outside_scale"
    assert sheets(dossier) == before
