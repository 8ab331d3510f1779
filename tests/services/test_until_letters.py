"""Whatever was decided can be undone until its letter has left; from then on only by a formal revision, with
a reason and a letter of its own. The same for every kind of decision."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, replace

import pytest

from jury_desktop.domain.candidacy import Admissibility
from jury_desktop.domain.decision import Decision, DecisionKind, Stage
from jury_desktop.domain.errors import JuryError
from jury_desktop.domain.letter import LetterType
from jury_desktop.domain.outgoing import Dispatch, Letter, LetterState
from jury_desktop.domain.rebuttal import Point, RebuttalOutcome
from jury_desktop.domain.term import Channel
from jury_desktop.services.candidacies import judge_admissibility, take_back_judgement
from jury_desktop.services.decide import decide, take_back_decision
from jury_desktop.services.dispatch import send_letters
from jury_desktop.services.letter_book import letter_book
from jury_desktop.services.ports import Dossier
from jury_desktop.services.rebuttal_register import register_rebuttal
from jury_desktop.services.rebuttals import (
    answer_points,
    conclude_rebuttal,
    reopen_rebuttal,
)
from tests.builders import NOW, a_candidacy, a_letter
from tests.services.arriving import from_candidate
from tests.services.scenario import a_dossier, after_both_rounds, after_the_written_round

WHY = "Een telfout in de scores."


@dataclass(frozen=True)
class Act:
    """A kind of decision: how it is taken and undone, what replaces it, and the letter that tells it."""

    begin: Callable[[], Dossier]
    take: Callable[[Dossier], object]
    undo: Callable[[Dossier, object], object]
    other: Callable[[Dossier, str], object]
    letter: LetterType


def by_the_jury(kind: DecisionKind, other: DecisionKind, letter: LetterType) -> Act:
    short = kind in (DecisionKind.INVITED, DecisionKind.NOT_SHORTLISTED)
    return Act(
        after_the_written_round if short else after_both_rounds,
        lambda dossier: decide(dossier, "c1", kind, "Om deze reden."),
        lambda dossier, made: take_back_decision(dossier, made, _before(made)),  # type: ignore[arg-type]
        lambda dossier, reason: decide(dossier, "c1", other, "Toch anders.", reason=reason),
        letter,
    )


def _before(made: object) -> Decision | None:
    """What stood before: in these scenarios the invitation of the shortlist stands on its own."""
    assert isinstance(made, Decision)
    return None


def on_form(verdict: Admissibility, letter: LetterType) -> Act:
    def undo(dossier: Dossier, made: object) -> object:
        before = a_candidacy(admissibility=Admissibility.UNDECIDED)
        return take_back_judgement(dossier, made, before)  # type: ignore[arg-type]

    return Act(
        lambda: a_dossier([a_candidacy(admissibility=Admissibility.UNDECIDED)]),
        lambda dossier: judge_admissibility(dossier, "c1", verdict, "De begroting ontbreekt."),
        undo,
        lambda dossier, reason: judge_admissibility(dossier, "c1", Admissibility.ADMISSIBLE, reason),
        letter,
    )


ACTS = {
    "invited": by_the_jury(DecisionKind.INVITED, DecisionKind.NOT_SHORTLISTED, LetterType.INVITATION),
    "not shortlisted": by_the_jury(
        DecisionKind.NOT_SHORTLISTED, DecisionKind.INVITED, LetterType.NOT_SHORTLISTED
    ),
    "selected": by_the_jury(DecisionKind.SELECTED, DecisionKind.RESERVE, LetterType.SELECTED),
    "reserve": by_the_jury(DecisionKind.RESERVE, DecisionKind.SELECTED, LetterType.RESERVE),
    "not selected": by_the_jury(DecisionKind.NOT_SELECTED, DecisionKind.SELECTED, LetterType.NOT_SELECTED),
    "inadmissible": on_form(Admissibility.INADMISSIBLE, LetterType.INADMISSIBLE),
    "late": on_form(Admissibility.LATE, LetterType.LATE),
}


def letter_of(dossier: Dossier, act: Act, state: LetterState) -> Letter:
    """The letter that tells it, in some state."""
    sent = {"channel": "email", "sent_at": NOW} if state is LetterState.SENT else {}
    with dossier.change() as uow:
        pdf = uow.blobs.put(b"%PDF")
        letter = a_letter(a_candidacy(), type=act.letter.value, state=state, pdf=pdf, **sent)
        uow.letters.save(letter)
        uow.journal.append("test.letter", "letter", "K-01")
    return letter


def standing(dossier: Dossier) -> tuple[object, ...]:
    """All that is decided about the candidacy."""
    with dossier.read() as uow:
        return (uow.candidacies.get("c1").admissibility, *uow.decisions.find(candidacy="c1"))


def refused(step: Callable[[], object]) -> str:
    with pytest.raises(JuryError) as caught:
        step()
    return caught.value.message.key


@pytest.mark.parametrize("act", ACTS.values(), ids=ACTS)
@pytest.mark.parametrize("state", [None, LetterState.DRAFT, LetterState.FINAL])
def test_until_its_letter_leaves_it_can_be_undone(act: Act, state: LetterState | None) -> None:
    dossier = act.begin()
    before = standing(dossier)
    made = act.take(dossier)
    if state is not None:
        letter_of(dossier, act, state)
    act.undo(dossier, made)
    assert standing(dossier) == before


@pytest.mark.parametrize("act", ACTS.values(), ids=ACTS)
def test_a_letter_whose_decision_was_undone_does_not_leave(act: Act) -> None:
    dossier = act.begin()
    made = act.take(dossier)
    letter = letter_of(dossier, act, LetterState.FINAL)
    act.undo(dossier, made)
    send = Dispatch(Channel.EMAIL, NOW)
    assert refused(lambda: send_letters(dossier, [letter.id], send)) == "letter_book.outdated"


@pytest.mark.parametrize("act", ACTS.values(), ids=ACTS)
def test_once_its_letter_has_left_it_is_neither_undone_nor_changed_without_a_reason(act: Act) -> None:
    dossier = act.begin()
    made = act.take(dossier)
    letter_of(dossier, act, LetterState.SENT)
    after = standing(dossier)
    told = {"decision.letter_sent", "candidacy.letter_sent"}
    assert refused(lambda: act.undo(dossier, made)) in told
    assert refused(lambda: act.other(dossier, "")) in told
    assert standing(dossier) == after


@pytest.mark.parametrize("act", ACTS.values(), ids=ACTS)
def test_with_a_reason_it_is_replaced_and_owes_a_letter_that_says_so(act: Act) -> None:
    dossier = act.begin()
    act.take(dossier)
    letter_of(dossier, act, LetterState.SENT)
    act.other(dossier, WHY)
    owed = [row.type for row in letter_book(dossier) if not row.sent and row.candidacy.id == "c1"]
    assert LetterType.REVISED_DECISION in owed
    with dossier.read() as uow:
        event = uow.journal.all()[-1]
    assert (event.reason, event.old != "", event.new != "") == (WHY, True, True)


# the end of a rebuttal


def heard() -> tuple[Dossier, str]:
    """A candidate answered the decision, and the jury answered each point."""
    dossier = after_both_rounds()
    decide(dossier, "c1", DecisionKind.NOT_SELECTED, "Net niet.")
    letter = letter_of(dossier, ACTS["not selected"], LetterState.SENT)
    made = register_rebuttal(dossier, letter.id, from_candidate(NOW), (Point("De score klopt niet."),))
    answer_points(dossier, made.id, (Point("De score klopt niet.", answer="Ze klopt."),))
    return dossier, made.id


def test_the_end_of_a_rebuttal_is_taken_back_until_its_outcome_has_left() -> None:
    dossier, key = heard()
    ended = conclude_rebuttal(dossier, key, RebuttalOutcome.CONFIRMED, "De jury blijft erbij.")
    reopen_rebuttal(dossier, key, undoes=ended)
    ended = conclude_rebuttal(dossier, key, RebuttalOutcome.CONFIRMED, "De jury blijft erbij.")
    with dossier.change() as uow:
        sent = a_letter(
            a_candidacy(), id="l2", type="rebuttal_outcome", about=key, pdf=uow.blobs.put(b"%PDF 2")
        )
        uow.letters.save(replace(sent, state=LetterState.SENT, channel="email", sent_at=NOW))
        uow.journal.append("test.letter", "letter", "K-01")
    assert refused(lambda: reopen_rebuttal(dossier, key, undoes=ended)) == "rebuttal.told_already"


def test_a_decision_on_the_shortlist_stands_apart_from_that_at_the_end() -> None:
    dossier = after_both_rounds()
    letter_of(dossier, ACTS["invited"], LetterState.SENT)
    made = decide(dossier, "c1", DecisionKind.SELECTED, "Sterk.")
    take_back_decision(dossier, made, None)
    with dossier.read() as uow:
        assert [each.stage for each in uow.decisions.find(candidacy="c1")] == [Stage.SHORTLIST]
