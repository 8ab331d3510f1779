"""The official score within a whole selection rests on its own sheets that count, and on nothing else."""

from __future__ import annotations

from dataclasses import dataclass, replace
from random import Random

from hypothesis import given
from hypothesis import strategies as st

from jury_desktop.domain.call import Round
from jury_desktop.domain.conflict import Conflict, ConflictState
from jury_desktop.domain.decision import Stage
from jury_desktop.domain.score import OfficialScore
from jury_desktop.domain.selection import Selection
from jury_desktop.domain.sheet import Answer, Sheet, SheetState, items_of
from tests.builders import a_call, a_candidacy, a_conflict, a_juror, a_sheet
from tests.services.scenario import invited

CALL = a_call()
RUBRIC = replace(
    CALL.rubric,
    criteria=tuple(replace(criterion, not_applicable_allowed=True) for criterion in CALL.rubric.criteria),
)
CANDIDACIES = tuple(a_candidacy(number) for number in (1, 2, 3))
JURORS = tuple(a_juror(number) for number in (1, 2, 3, 4))
SUBJECT = CANDIDACIES[0]
ANSWERS = st.sampled_from((Answer(), Answer(not_applicable=True), *(Answer(value) for value in range(6))))


@st.composite
def sheets(draw: st.DrawFn) -> tuple[Sheet, ...]:
    """Whatever the jurors gave, or did not, on any candidacy in both rounds."""
    made = []
    for juror in JURORS:
        for candidacy in CANDIDACIES:
            for round_ in Round:
                if draw(st.booleans()):
                    keys = [item.key for item in items_of(RUBRIC, candidacy.challenges, round_)]
                    answers = {key: draw(ANSWERS) for key in keys}
                    state = draw(st.sampled_from(SheetState))
                    made.append(a_sheet(juror, candidacy, round_, answers=answers, state=state))
    return tuple(made)


conflicts = st.lists(
    st.builds(
        lambda juror, candidacy, state: a_conflict(juror, candidacy, state=state),
        st.sampled_from(JURORS),
        st.sampled_from(CANDIDACIES),
        st.sampled_from(ConflictState),
    ),
    unique_by=lambda conflict: conflict.id,
    max_size=5,
).map(tuple)


def selection(given_sheets: tuple[Sheet, ...], given_conflicts: tuple[Conflict, ...]) -> Selection:
    """Both rounds closed, so that every score is open."""
    decisions = tuple(invited(candidacy) for candidacy in CANDIDACIES)
    call = replace(CALL, rubric=RUBRIC)
    rest = (decisions, None, frozenset(Round), (), ())
    return Selection(call, CANDIDACIES, JURORS, given_conflicts, given_sheets, *rest)


@dataclass(frozen=True)
class Scores:
    """What both stages say of the subject; None where they have no score for it."""

    shortlist: OfficialScore | None
    final: OfficialScore | None


def scores(of: Selection) -> Scores:
    found = [of.open_scores(stage).get(SUBJECT.id) for stage in Stage]
    return Scores(*found)


@given(sheets(), conflicts, st.randoms(use_true_random=False))
def test_the_order_of_entry_changes_no_digit(
    given_sheets: tuple[Sheet, ...], given_conflicts: tuple[Conflict, ...], random: Random
) -> None:
    shuffled = tuple(random.sample(given_sheets, len(given_sheets)))
    assert scores(selection(shuffled, given_conflicts)) == scores(selection(given_sheets, given_conflicts))


@given(sheets(), sheets(), conflicts)
def test_other_candidacies_change_nothing(
    given_sheets: tuple[Sheet, ...], other: tuple[Sheet, ...], given_conflicts: tuple[Conflict, ...]
) -> None:
    own = tuple(sheet for sheet in given_sheets if sheet.candidacy == SUBJECT.id)
    elsewhere = tuple(sheet for sheet in other if sheet.candidacy != SUBJECT.id)
    before, after = selection(given_sheets, given_conflicts), selection((*own, *elsewhere), given_conflicts)
    assert scores(before) == scores(after)


@given(sheets(), sheets(), conflicts)
def test_the_sheet_of_a_recused_juror_changes_nothing_whatever_is_on_it(
    given_sheets: tuple[Sheet, ...], other: tuple[Sheet, ...], given_conflicts: tuple[Conflict, ...]
) -> None:
    barred = selection((), given_conflicts).barred

    def counts(sheet: Sheet) -> bool:
        return (sheet.juror, sheet.candidacy) not in barred

    kept = tuple(sheet for sheet in given_sheets if counts(sheet))
    replaced = (*kept, *(sheet for sheet in other if not counts(sheet)))
    assert scores(selection(given_sheets, given_conflicts)) == scores(selection(replaced, given_conflicts))


@given(sheets(), st.data())
def test_not_applicable_and_missing_count_alike_and_zero_counts_as_zero(
    given_sheets: tuple[Sheet, ...], data: st.DataObject
) -> None:
    """One answer of one submitted sheet, in its three empty-looking states."""
    items = items_of(RUBRIC, SUBJECT.challenges, Round.WRITTEN)
    key = data.draw(st.sampled_from([item.key for item in items]))
    rest = {item.key: Answer(data.draw(st.integers(1, 5))) for item in items if item.key != key}
    others = tuple(sheet for sheet in given_sheets if sheet.juror != JURORS[0].id)

    def written(answer: Answer) -> float:
        sheet = a_sheet(JURORS[0], SUBJECT, answers={**rest, key: answer})
        found = scores(selection((*others, sheet), ())).shortlist
        assert found is not None
        assert found.written is not None
        return found.written

    missing, silent, zero = written(Answer()), written(Answer(not_applicable=True)), written(Answer(0))
    assert missing == silent
    assert zero < missing
