"""Score sheets to fill in by hand: each with its code on every page, and fit to be read aloud."""

from __future__ import annotations

from dataclasses import replace

import page
import pypdfium2
import pytest

from jury_desktop.letters.score_sheets import score_sheets_pdf
from jury_desktop.letters.sheet_stack import PrintedGoal, PrintedLine, PrintedSheet, SheetStack
from tests.builders import NOW
from tests.letters.pdf.reading import glued

VALUES = ("0", "1", "2", "3", "4", "5")
LINES = tuple(
    PrintedLine(code, f"Criterium {code}", "Hoe goed is dit?", VALUES, "n.v.t." if code == "B" else "", 2)
    for code in "1234ABCDEFG"
)
GOALS = tuple(PrintedGoal(f"1.{at}", f"Zodat ze <{at}> & verder komen") for at in range(1, 14))
SHEETS = tuple(PrintedSheet(f"K-0{n}-7M4Q", f"K-0{n}", f"Organisatie <{n}> & co", LINES) for n in (1, 2))
STACK = SheetStack(
    "Lier 2023 · schriftelijke ronde",
    "Els Maes",
    SHEETS,
    (("Criterium A", ("Niets", "Weinig", "Iets", "Genoeg", "Veel", "Alles")),),
    "Stad Lier",
    "nl",
    NOW,
)


def pages(stack: SheetStack) -> list[str]:
    with pypdfium2.PdfDocument(score_sheets_pdf(stack)) as pdf:
        return [" ".join(each.get_textpage().get_text_bounded().split()) for each in pdf]


def test_each_sheet_begins_on_a_page_of_its_own_and_names_its_code_on_every_page() -> None:
    first, second = ([text for text in pages(STACK) if f"K-0{n}-7M4Q" in text] for n in (1, 2))

    assert len(first) == len(second) == 2
    assert first[0].startswith("Lier 2023")
    assert "K-01 · Organisatie <1> & co" in first[0]
    assert not [text for text in first if "K-02" in text]


def test_every_line_is_there_with_its_values_and_n_v_t_only_where_it_may_be() -> None:
    whole = " ".join(text for text in pages(STACK) if "K-01-7M4Q" in text)

    assert [line.title for line in LINES if line.title not in whole] == []
    assert whole.count("n.v.t.") == 1
    assert whole.count("0 1 2 3 4 5") == len(LINES)


def with_goals(language: str = "nl") -> SheetStack:
    """The same, with the goals of the first challenge on the first sheet."""
    lines = (replace(LINES[0], goals=GOALS), *LINES[1:])
    return replace(STACK, sheets=(replace(SHEETS[0], lines=lines), SHEETS[1]), language=language)


def test_each_goal_has_a_square_for_every_mark() -> None:
    whole = " ".join(text for text in pages(with_goals()) if "K-01-7M4Q" in text)

    assert [goal.text for goal in GOALS if f"{goal.code} {goal.text} □ □ □" not in whole] == []
    assert "1 aangetoond 2 deels 3 niet" in whole


def test_where_a_comment_is_required_that_is_said_and_nowhere_else() -> None:
    lines = (replace(LINES[0], explained=True), *LINES[1:])
    stack = replace(STACK, sheets=(replace(SHEETS[0], lines=lines),))

    assert "Hoe goed is dit? Uitleg verplicht." in pages(stack)[0]
    assert " ".join(pages(stack)).count("Uitleg verplicht.") == 1
    assert "Comment required." in " ".join(pages(replace(stack, language="en")))


def test_every_sheet_says_that_the_meaning_of_the_values_stands_at_the_end() -> None:
    assert ["Wat elke score betekent, staat achteraan" in text for text in pages(STACK)] == [
        True,
        False,
        True,
        False,
        False,
    ]


def test_what_the_values_mean_stands_at_the_end_once() -> None:
    assert [("Niets" in text, "Alles" in text) for text in pages(STACK)] == [(False, False)] * 4 + [
        (True, True)
    ]


def test_the_same_sheets_give_the_same_bytes() -> None:
    assert score_sheets_pdf(STACK) == score_sheets_pdf(STACK)


@pytest.mark.parametrize("language", ["nl", "en"])
def test_it_can_be_kept_and_read_aloud(language: str) -> None:
    pdf = score_sheets_pdf(with_goals(language))

    assert page.is_pdf_compliant_bytes(pdf, profile=page.ValidationProfile.PDF_UA_1)
    assert page.is_pdf_compliant_bytes(pdf, profile=page.ValidationProfile.PDF_A_2A)
    assert glued(pdf) == []
