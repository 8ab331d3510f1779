"""What to talk about first: items on which jurors are divided, where it may decide, and reasons owed."""

from __future__ import annotations

import statistics
from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from jury_desktop.domain.agenda import Topic, agenda, in_camps, spread
from jury_desktop.domain.call import Round
from jury_desktop.domain.decision import Stage
from jury_desktop.domain.ranking import Uncertainty
from jury_desktop.domain.selection import Selection
from jury_desktop.domain.sheet import Answer, items_of
from tests.builders import a_call, a_candidacy, a_juror, a_sheet

CALL = a_call()
SUBJECTS = (a_candidacy(1), a_candidacy(2))
JURORS = tuple(a_juror(number) for number in range(1, 5))
ITEMS = items_of(CALL.rubric, SUBJECTS[0].challenges, Round.WRITTEN)
PLAIN = next(item for item in ITEMS if not item.criterion.comment_required)
REQUIRED = next(item for item in ITEMS if item.criterion.comment_required)


def selection(
    divided: dict[str, tuple[int, ...]], *, comment: str = "Omdat", drafts: bool = False
) -> Selection:
    """Both candidacies scored 3 by four jurors, but for the items of the first that are named."""
    made = []
    for at, juror in enumerate(JURORS):
        for candidacy in SUBJECTS:
            values = {item.key: 3 for item in ITEMS}
            if candidacy is SUBJECTS[0]:
                values |= {key: given[at] for key, given in divided.items()}
            answers = {key: Answer(value, comment=comment) for key, value in values.items()}
            made.append(a_sheet(juror, candidacy, answers=answers))
    kept = made[:-1] if drafts else made
    return Selection(CALL, SUBJECTS, JURORS, (), tuple(kept), (), None, frozenset(), (), ())


def topics(of: Selection, unsure: dict[str, Uncertainty] | None = None, cut: int = 1) -> tuple[Topic, ...]:
    return agenda(of, Stage.SHORTLIST, unsure or {}, cut).topics


def test_an_item_on_which_jurors_are_divided_comes_up_with_what_they_gave() -> None:
    found = agenda(selection({PLAIN.key: (0, 5, 1, 4)}), Stage.SHORTLIST, {}, 1)
    (topic,) = found.topics
    assert (topic.candidacy, topic.round, topic.item) == (SUBJECTS[0], Round.WRITTEN, PLAIN)
    assert (topic.values, topic.camps, topic.unexplained) == ((0, 1, 4, 5), True, 0)
    assert topic.spread == pytest.approx(statistics.stdev([0, 1, 4, 5]))
    cells = 2 * len(ITEMS)
    assert found.usual == pytest.approx((topic.spread**2 / cells) ** 0.5)
    assert topic.ratio == pytest.approx(topic.spread / found.usual)


def test_where_all_agree_there_is_nothing_to_talk_about() -> None:
    found = agenda(selection({}), Stage.SHORTLIST, {}, 1)
    assert (found.topics, found.usual) == ((), 0.0)


def test_a_missing_reason_comes_up_only_where_the_call_asks_for_one() -> None:
    keys = {topic.item.key: topic.unexplained for topic in topics(selection({}, comment=" "))}
    assert keys == {item.key: 4 for item in ITEMS if item.criterion.comment_required}


def test_what_may_decide_comes_before_what_cannot() -> None:
    """The same division on both candidacies; only the second is near the cut."""
    of = selection({REQUIRED.key: (1, 1, 5, 5)})
    second = [s if s.candidacy == "c1" else replace(s, answers=_same(of, s.juror)) for s in of.sheets]
    unsure = {"c1": Uncertainty((0, 5), (1, 1), (1.0, 1.0)), "c2": Uncertainty((0, 5), (1, 2), (0.5, 1.0))}
    found = topics(replace(of, sheets=tuple(second)), unsure)
    assert [(topic.candidacy.id, topic.closeness) for topic in found] == [("c2", 1.0), ("c1", 0.0)]
    assert found[0].urgency == 2 * found[1].urgency


def _same(of: Selection, juror: str) -> dict[str, Answer]:
    return dict(next(s.answers for s in of.sheets if (s.juror, s.candidacy) == (juror, "c1")))


def test_sealed_scores_bring_nothing_up() -> None:
    assert topics(selection({PLAIN.key: (0, 5, 0, 5)}, drafts=True)) == ()


@pytest.mark.parametrize(
    ("values", "camps"),
    [
        ((1, 1, 4, 4), True),
        ((0, 1, 3, 3), True),
        ((1, 4, 4, 4), False),
        ((1, 2, 3, 4), False),
        ((1, 4), False),
        ((), False),
    ],
)
def test_two_camps_are_two_groups_of_at_least_two(values: tuple[int, ...], camps: bool) -> None:
    assert in_camps(values) is camps


@given(st.lists(st.integers(0, 5), min_size=2, max_size=12))
def test_the_spread_is_the_standard_deviation_of_the_sample(values: list[int]) -> None:
    assert spread(values) == pytest.approx(statistics.stdev(values))
