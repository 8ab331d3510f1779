"""The first motivation: the jury's own sentences, each with the sheets it rests on."""

from __future__ import annotations

from dataclasses import replace

from jury_desktop.domain.call import Round
from jury_desktop.domain.decision import MotivationLine
from jury_desktop.domain.motivation import propose_lines, with_comment
from jury_desktop.domain.sheet import Answer, Sheet, items_of
from tests.builders import a_call, a_candidacy, a_juror, a_sheet

CANDIDACY = a_candidacy()
ITEMS = items_of(a_call().rubric, CANDIDACY.challenges, Round.WRITTEN)
KEY = ITEMS[-1].key


def saying(number: int, comment: str) -> Sheet:
    return replace(a_sheet(a_juror(number), CANDIDACY), answers={KEY: Answer(4, comment=comment)})


def test_comments_become_sentences_with_their_sheets() -> None:
    sheets = [saying(1, "sterk woonluik"), saying(2, "Traumabegeleiding blijft vaag.")]
    expected = MotivationLine(
        KEY, "Sterk woonluik. Traumabegeleiding blijft vaag.", (sheets[0].id, sheets[1].id)
    )
    assert propose_lines(sheets, ITEMS) == (expected,)


def test_the_same_sentence_stands_once_but_rests_on_every_sheet() -> None:
    sheets = [saying(1, "Sterk woonluik."), saying(2, "sterk woonluik")]
    assert propose_lines(sheets, ITEMS) == (
        MotivationLine(KEY, "Sterk woonluik.", (sheets[0].id, sheets[1].id)),
    )


def test_silence_gives_no_line() -> None:
    assert propose_lines([saying(1, "  ")], ITEMS) == ()


def test_a_comment_is_put_behind_the_reasons_once_with_its_row() -> None:
    line = MotivationLine("outreach", "Werkt aanklampend.", ("s1",))
    added = with_comment(line, "s2", " komt aan huis ")
    assert added == MotivationLine("outreach", "Werkt aanklampend. Komt aan huis.", ("s1", "s2"))
    assert with_comment(added, "s2", "komt aan huis") == added
    assert with_comment(MotivationLine("outreach", "", ()), "s1", "Ja!") == MotivationLine(
        "outreach", "Ja!", ("s1",)
    )
