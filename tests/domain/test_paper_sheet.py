"""How the lines of a sheet on paper are called, and how far a sheet is that is typed over."""

from __future__ import annotations

import pytest

from jury_desktop.domain.call import Round
from jury_desktop.domain.paper_sheet import CHECKED, ENTERED, EXPLAINED, SAVED, PaperState, lines, paper_state
from tests.builders import a_call, a_candidacy, a_juror, a_sheet


def test_challenges_go_by_their_number_and_the_rest_by_a_letter() -> None:
    codes = [line.code for line in lines(a_call(), Round.WRITTEN)]
    challenges = [str(challenge.number) for challenge in a_call().challenges]

    assert codes[: len(challenges)] == challenges
    assert codes[len(challenges) :] == list("ABCDEFGH"[: len(codes) - len(challenges)])


@pytest.mark.parametrize("round_", Round)
def test_no_two_lines_have_the_same_code(round_: Round) -> None:
    codes = [line.code for line in lines(a_call(), round_)]

    assert len(set(codes)) == len(codes)


DRAFT, SUBMITTED = (a_sheet(a_juror(), a_candidacy(), value=value) for value in (None, 3))


@pytest.mark.parametrize(
    ("sheet", "happened", "state"),
    [
        (None, [], PaperState.EMPTY),
        (DRAFT, [], PaperState.EMPTY),
        (DRAFT, [ENTERED, ENTERED], PaperState.ENTERED),
        (DRAFT, [ENTERED, CHECKED], PaperState.CHECKED),
        (DRAFT, [ENTERED, CHECKED, ENTERED], PaperState.ENTERED),
        (DRAFT, [EXPLAINED], PaperState.ENTERED),
        (DRAFT, [ENTERED, CHECKED, EXPLAINED], PaperState.CHECKED),
        (DRAFT, [SAVED], PaperState.ON_SCREEN),
        (DRAFT, [ENTERED, SAVED, ENTERED], PaperState.ON_SCREEN),
        (SUBMITTED, [ENTERED, CHECKED], PaperState.SUBMITTED),
    ],
)
def test_how_far_a_sheet_is(sheet, happened: list[str], state: PaperState) -> None:
    assert paper_state(sheet, happened) is state
