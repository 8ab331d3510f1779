"""Scoring by keyboard and mouse; missing, n.v.t. and zero stay three things."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QEvent, QPoint, Qt
from PySide6.QtGui import QKeyEvent
from pytestqt.qtbot import QtBot

from jury_desktop.ui.widgets.score_segments import Given, ScoreSegments

ANCHORS = ("niets", "zwak", "matig", "voldoende", "goed", "uitstekend")
NONE, NOT = Given(), Given(not_applicable=True)


@pytest.fixture
def segments(qtbot: QtBot, dutch: object) -> ScoreSegments:
    made = ScoreSegments("Cultuursensitief werken", ANCHORS, not_applicable=True)
    qtbot.addWidget(made)
    made.show()
    return made


@pytest.fixture
def heard(segments: ScoreSegments) -> list[Given]:
    given: list[Given] = []
    segments.changed.connect(given.append)
    return given


@pytest.mark.parametrize("digit", range(6))
def test_a_digit_gives_that_score(
    qtbot: QtBot, segments: ScoreSegments, heard: list[Given], digit: int
) -> None:
    qtbot.keyClicks(segments, str(digit))

    assert heard == [Given(digit)]


@pytest.mark.parametrize(("key", "score"), [("à", 0), ("&", 1), ("é", 2), ('"', 3), ("'", 4), ("(", 5)])
def test_the_upper_row_of_a_belgian_keyboard_scores_without_shift(
    segments: ScoreSegments, heard: list[Given], key: str, score: int
) -> None:
    press(segments, key)

    assert heard == [Given(score)]


def press(segments: ScoreSegments, text: str) -> None:
    segments.keyPressEvent(QKeyEvent(QEvent.Type.KeyPress, 0, Qt.KeyboardModifier(0), text))


def test_a_small_two_is_no_score(segments: ScoreSegments, heard: list[Given]) -> None:
    press(segments, "²")

    assert heard == []


@pytest.mark.parametrize("key", ["6", "9", "x", "!"])
def test_what_is_no_score_gives_nothing(
    qtbot: QtBot, segments: ScoreSegments, heard: list[Given], key: str
) -> None:
    qtbot.keyClicks(segments, key)

    assert (heard, segments.given) == ([], NONE)


def test_n_gives_not_applicable_and_backspace_takes_everything_back(
    qtbot: QtBot, segments: ScoreSegments, heard: list[Given]
) -> None:
    qtbot.keyClicks(segments, "0n")
    qtbot.keyClick(segments, Qt.Key.Key_Backspace)

    assert heard == [Given(0), NOT, NONE]


def test_zero_missing_and_not_applicable_are_three_things(segments: ScoreSegments) -> None:
    said = []
    for given in (Given(0), NONE, NOT):
        segments.show_given(given)
        said.append((segments.accessibleName(), segments.accessibleDescription()))

    assert said == [
        ("Cultuursensitief werken: 0", "niets"),
        ("Cultuursensitief werken: nog geen score", ""),
        ("Cultuursensitief werken: n.v.t.", "Niet van toepassing: telt niet mee, niet voor en niet tegen"),
    ]


def test_arrows_walk_along_the_scale_and_stop_at_its_ends(qtbot: QtBot, segments: ScoreSegments) -> None:
    walked = []
    for key in (Qt.Key.Key_Right, Qt.Key.Key_Left):
        qtbot.keyClick(segments, key)
    assert segments.given == NONE  # a stray arrow is no score
    qtbot.keyClick(segments, Qt.Key.Key_0)
    for key in (Qt.Key.Key_Left, Qt.Key.Key_Right, Qt.Key.Key_Right, Qt.Key.Key_Left, Qt.Key.Key_Left):
        qtbot.keyClick(segments, key)
        walked.append(segments.given)

    assert walked == [Given(0), Given(1), Given(2), Given(1), Given(0)]


def middle(segments: ScoreSegments, given: Given) -> QPoint:
    return dict(segments._boxes())[given].center().toPoint()


def test_a_click_gives_a_score_and_a_second_click_takes_it_back(
    qtbot: QtBot, segments: ScoreSegments, heard: list[Given]
) -> None:
    for _ in range(2):
        qtbot.mouseClick(segments, Qt.MouseButton.LeftButton, pos=middle(segments, Given(4)))

    assert heard == [Given(4), NONE]


def test_the_sentence_of_a_score_shows_under_the_mouse(qtbot: QtBot, segments: ScoreSegments) -> None:
    said: list[str] = []
    segments.anchor.connect(said.append)
    qtbot.mouseMove(segments, middle(segments, Given(3)))
    qtbot.mouseMove(segments, middle(segments, Given(5)))

    assert said[-1] == "uitstekend"
    assert segments.toolTip() == "uitstekend"


def test_showing_a_score_tells_nobody(segments: ScoreSegments, heard: list[Given]) -> None:
    segments.show_given(Given(5))

    assert heard == []


def test_the_same_score_again_is_no_change(qtbot: QtBot, segments: ScoreSegments, heard: list[Given]) -> None:
    qtbot.keyClicks(segments, "44")

    assert heard == [Given(4)]


def test_a_sealed_sheet_does_not_change(qtbot: QtBot, segments: ScoreSegments, heard: list[Given]) -> None:
    segments.setEnabled(False)
    segments.keyPressEvent(QKeyEvent(QEvent.Type.KeyPress, Qt.Key.Key_4, Qt.KeyboardModifier(0), "4"))

    assert (heard, segments.given) == ([], NONE)


def test_without_leave_there_is_no_not_applicable(qtbot: QtBot) -> None:
    segments = ScoreSegments("Aanpak", ANCHORS)
    qtbot.addWidget(segments)
    qtbot.keyClicks(segments, "n-")

    assert segments.given == NONE


def test_a_key_that_means_a_score_but_gives_none_says_why_until_the_next(qtbot: QtBot, dutch: object) -> None:
    segments = ScoreSegments("Aanpak", ANCHORS)
    qtbot.addWidget(segments)
    said: list[str] = []
    segments.refused.connect(said.append)

    qtbot.keyClicks(segments, "n73")

    assert said == [
        "De oproep laat hier geen n.v.t. toe. Er is niets veranderd.",
        "De schaal gaat van 0 tot 5. Er is niets veranderd.",
        "",
    ]
    assert segments.given == Given(3)


def test_a_scale_may_start_at_one(qtbot: QtBot) -> None:
    segments = ScoreSegments("Aanpak", ANCHORS[:4], lowest=1)
    qtbot.addWidget(segments)
    qtbot.keyClicks(segments, "04")

    assert (segments.given, segments.anchor_of(Given(4))) == (Given(4), "voldoende")


def test_control_and_a_digit_are_left_to_the_window(
    qtbot: QtBot, segments: ScoreSegments, heard: list[Given]
) -> None:
    qtbot.keyClick(segments, Qt.Key.Key_4, Qt.KeyboardModifier.ControlModifier)

    assert heard == []
