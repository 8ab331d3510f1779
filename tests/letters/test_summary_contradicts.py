"""The reasons as a whole against the figures and the decision of the same letter."""

from __future__ import annotations

from dataclasses import replace

import pytest

from jury_desktop.domain.letter import LetterType
from jury_desktop.domain.messages import Message, say
from jury_desktop.letters.samples import sample
from jury_desktop.letters.scores import problems


def found(letter_type: LetterType, summary: str) -> list[Message]:
    """Where the total is 2,86 and the criteria have their own scores, all on 5."""
    data = replace(sample(letter_type), summary=summary)
    return [problem.message for problem in problems(letter_type, data)]


@pytest.mark.parametrize(
    ("summary", "stated"),
    [
        ("De kandidatuur scoort 1,2 op 5 en overtuigt niet.", "1,2 op 5"),
        ("U behaalt in totaal 0,3/5.", "0,3/5"),
        ("De jury kreeg een goed beeld. Ze scoorde het voorstel op 1,15 op 5.", "1,15 op 5"),
    ],
)
def test_a_score_that_is_nowhere_in_the_letter_stops_it(summary: str, stated: str) -> None:
    assert found(LetterType.NOT_SELECTED, summary) == [say("letters.unknown_score_stated", stated=stated)]


def test_its_own_scores_may_be_told() -> None:
    data = sample(LetterType.NOT_SELECTED)
    assert data.total is not None
    own = f"{data.total:.2f}".replace(".", ",")
    assert found(LetterType.NOT_SELECTED, f"U behaalt {own} op 5.") == []


@pytest.mark.parametrize(
    "summary",
    [
        "Bij 1 op 5 jongeren lukt dat.",
        "Het team van 4/5 is klein.",
        "De score ligt onder 2,5 op 5, de drempel om voor een pitch te worden uitgenodigd.",
        "Het totaal blijft net onder de drempel van 3 op 5.",
    ],
)
def test_a_figure_that_is_no_score_is_left_alone(summary: str) -> None:
    assert found(LetterType.NOT_SELECTED, summary) == []


@pytest.mark.parametrize(
    ("letter_type", "summary", "stated"),
    [
        (LetterType.SELECTED, "Uw kandidatuur is niet geselecteerd.", "niet geselecteerd"),
        (LetterType.NOT_SELECTED, "Uw kandidatuur is geselecteerd.", "Uw kandidatuur is geselecteerd"),
        (LetterType.NOT_SHORTLISTED, "De kandidatuur wordt weerhouden.", "De kandidatuur wordt weerhouden"),
    ],
)
def test_the_opposite_of_the_decision_stops_it(letter_type: LetterType, summary: str, stated: str) -> None:
    assert found(letter_type, summary) == [say("letters.other_decision_stated", stated=stated)]


@pytest.mark.parametrize(
    ("letter_type", "summary"),
    [
        (LetterType.NOT_SELECTED, "Uw kandidatuur is niet geselecteerd."),
        (LetterType.NOT_SELECTED, "Een andere organisatie is geselecteerd."),
        (LetterType.SELECTED, "De kandidatuur is geselecteerd."),
    ],
)
def test_what_agrees_with_the_decision_or_is_about_another_does_not(
    letter_type: LetterType, summary: str
) -> None:
    assert found(letter_type, summary) == []


ANEW = [LetterType.REBUTTAL_OUTCOME, LetterType.REVISED_DECISION]


def anew(letter_type: LetterType, decision: str, reasons: str, total: float = 3.4) -> list[str]:
    """What stops a letter that tells a decision taken anew; the threshold is 3."""
    data = replace(
        sample(letter_type),
        outcome_confirmed=None,
        new_decision=decision,
        new_reasons=reasons,
        total=total,
        threshold=3.0,
    )
    return [problem.message.key for problem in problems(letter_type, data)]


@pytest.mark.parametrize("letter_type", ANEW)
@pytest.mark.parametrize(
    ("decision", "reasons", "stops"),
    [
        ("geselecteerd", "De jury selecteert De Springplank vzw niet.", ["letters.other_decision_stated"]),
        ("geselecteerd", "De jury selecteert De Springplank vzw.", []),
        ("geselecteerd", "De jury selecteert niet alleen op de score.", []),
        ("op de reservelijst", "De jury selecteert De Springplank vzw nog niet.", []),
    ],
)
def test_a_decision_taken_anew_agrees_with_its_reasons(
    letter_type: LetterType, decision: str, reasons: str, stops: list[str]
) -> None:
    assert anew(letter_type, decision, reasons) == stops


@pytest.mark.parametrize("letter_type", ANEW)
def test_a_decision_taken_anew_agrees_with_its_total(letter_type: LetterType) -> None:
    assert anew(letter_type, "geselecteerd", "Goed.", total=2.69) == ["letters.selected_below_threshold"]
    assert anew(letter_type, "niet geselecteerd", "Te weinig.", total=3.4) == [
        "letters.refused_above_threshold"
    ]
    assert anew(letter_type, "op de reservelijst", "Net genoeg.", total=2.69) == []
