"""What was given in practice, side by side: n.v.t., missing and no sheet at all stay three things."""

from __future__ import annotations

from jury_desktop.domain.call import Round
from jury_desktop.domain.practice import REFERENCE, PracticeItem, practice_candidacy, side_by_side
from jury_desktop.domain.sheet import Answer, items_of
from tests.builders import a_call, a_candidacy, a_juror, a_sheet, an_attachment

ITEM = items_of(a_call().rubric, (1, 4), Round.WRITTEN)[0]
CANDIDACY = a_candidacy(1)
JURORS = ("j1", "j2", "j3", "j4")


def test_the_answers_stand_in_the_order_of_the_jurors_with_their_spread() -> None:
    given = (Answer(1, comment="Vaag"), Answer(4), Answer(not_applicable=True))
    sheets = [
        a_sheet(a_juror(number), CANDIDACY, answers={ITEM.key: answer})
        for number, answer in enumerate(given, 1)
    ]
    assert side_by_side([ITEM], JURORS, sheets) == (PracticeItem(ITEM, (*given, None), 2.5, 3),)


def test_a_draft_stays_out_and_one_score_alone_has_no_spread() -> None:
    draft = a_sheet(a_juror(2), CANDIDACY, value=None, answers={ITEM.key: Answer(5)})
    sheets = [a_sheet(a_juror(1), CANDIDACY, answers={ITEM.key: Answer(0)}), draft]
    assert side_by_side([ITEM], ("j1", "j2"), sheets) == (PracticeItem(ITEM, (Answer(0), None), 0.0, None),)


def test_the_practice_candidacy_can_be_scored_and_has_a_reference_no_other_ever_gets() -> None:
    made = practice_candidacy("x", "Proef vzw", (4, 1), an_attachment())
    assert (made.reference, made.challenges, made.takes_part) == (REFERENCE, (1, 4), True)
