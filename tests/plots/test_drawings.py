"""What stands where in the pictures, and that words tell the same."""

from __future__ import annotations

import tomllib
from itertools import pairwise
from xml.etree import ElementTree

import pytest

from jury_desktop import resources
from jury_desktop.domain.advice import Compared, Leniency, Sensitivity
from jury_desktop.domain.contrast import ENOUGH, contrast, laid_over
from jury_desktop.domain.coverage import Coverage
from jury_desktop.domain.drawing import Block, Chip, Drawing, Ink, Shape, Spot, Stroke, Words
from jury_desktop.domain.paper import CHALLENGES, INKS, PAPER, cell, challenge, ink_of
from jury_desktop.domain.ranking import Rank, Uncertainty
from jury_desktop.plots.heat import Means, coverage_drawing, criteria_drawing, sensitivity_drawing
from jury_desktop.plots.scores import Row, leniency_drawing, scores_drawing
from jury_desktop.plots.svg import svg
from tests.builders import a_candidacy

WIDTH = 800.0
UNSURE = Uncertainty((3.5, 4.5), (1, 2), (0.8, 1.0))


def compared(number: int, score: float, unsure: Uncertainty | None = UNSURE) -> Compared:
    return Compared(a_candidacy(number), score, Rank(f"c{number}", number, number), unsure, {})


def marks(drawing: Drawing, kind: type) -> list:
    return [mark for mark in drawing.marks if isinstance(mark, kind)]


def texts(drawing: Drawing) -> list[str]:
    return [mark.text for mark in marks(drawing, Words)]


def within(drawing: Drawing) -> bool:
    """Whether everything lies within the picture."""
    blocks = all(0 <= b.x <= b.x + b.width <= drawing.width + 1 for b in marks(drawing, Block))
    spots = all(0 <= spot.x <= drawing.width for spot in marks(drawing, Spot))
    words = all(-1 <= w.x <= w.x + w.width <= drawing.width + 25 for w in marks(drawing, Words))
    low = all(getattr(mark, "y", 0) <= drawing.height for mark in drawing.marks)
    return blocks and spots and words and low


def scores(cut: int = 1) -> Drawing:
    rows = [Row(compared(1, 4.0), (3.0, 5.0)), Row(compared(2, 1.0, None), (1.0,))]
    return scores_drawing(rows, (0, 5), cut, WIDTH, "nl")


def test_a_score_lies_in_the_band_among_what_the_jurors_gave() -> None:
    found = scores()
    diamonds = [spot for spot in marks(found, Spot) if spot.shape is Shape.DIAMOND]
    rings = [spot for spot in marks(found, Spot) if spot.shape is Shape.HOLLOW]
    (band,) = marks(found, Block)

    assert len(rings) == 3
    assert band.x < diamonds[0].x < band.x + band.width
    assert rings[0].x < diamonds[0].x < rings[1].x
    assert diamonds[1].x == pytest.approx(rings[2].x)
    assert {"K-01 Ankerpunt vzw", "K-02 De Brug vzw", "4,00", "1,00"} <= set(texts(found))
    assert found.told == "K-01 Ankerpunt vzw 4,00; K-02 De Brug vzw 1,00"
    assert within(found)


@pytest.mark.parametrize(("cut", "lines"), [(0, 0), (1, 1), (2, 0), (-3, 0)])
def test_the_line_lies_between_two_candidacies_or_nowhere(cut: int, lines: int) -> None:
    assert sum(stroke.dashed for stroke in marks(scores(cut), Stroke)) == lines


def test_the_strictest_juror_stands_first_with_an_error_on_both_sides() -> None:
    found = leniency_drawing(
        [Leniency("mild", 0.6, 0.1), Leniency("strict", -0.4, 0.2)],
        {"mild": "An", "strict": "Bo"},
        WIDTH,
        "nl",
    )
    strict, mild = marks(found, Spot)
    assert [text for text in texts(found) if text in ("An", "Bo")] == ["Bo", "An"]
    assert strict.x < mild.x
    whiskers = [s for s in marks(found, Stroke) if s.ink is Ink.ACCENT and s.y1 == s.y2 == strict.y]
    assert [(s.x1 + s.x2) / 2 for s in whiskers] == pytest.approx([strict.x])
    assert {"−0,40", "+0,60"} <= set(texts(found))
    assert within(found)


def test_a_deeper_cell_is_a_higher_mean_and_nothing_is_no_zero() -> None:
    rows = [Means(a_candidacy(1), {"one": 5.0, "two": 0.0}), Means(a_candidacy(2), {"one": 2.5})]
    found = criteria_drawing(rows, {"one": "Eerste", "two": "Tweede"}, (0, 5), WIDTH, "nl")
    assert [block.depth for block in marks(found, Block)] == [1.0, 0.0, 0.5, None]
    assert {"1  Eerste", "2  Tweede", "0,00"} <= set(texts(found))
    assert within(found)


def test_coverage_tells_the_share_of_each_challenge() -> None:
    coverage = Coverage("c1", (1, 3), frozenset({"1.01"}), {1: 0.5, 3: 0.0}, ())
    found = coverage_drawing([(a_candidacy(1), coverage)], (1, 2, 3), WIDTH, "nl")
    assert [block.depth for block in marks(found, Block)] == [0.5, None, 0.0]
    assert found.told == "K-01 Ankerpunt vzw: 1 50%, 3 0%"


def test_sensitivity_counts_who_would_come_above_the_line() -> None:
    def order(*keys: str) -> dict[str, Rank]:
        return {key: Rank(key, place, place) for place, key in enumerate(keys, start=1)}

    usual, turned = order("a", "b", "c"), order("c", "b", "a")
    found = sensitivity_drawing(
        [Sensitivity("one", (0.5, 1.0, 2.0), (turned, usual, usual))], {"one": "Eerste"}, 2, WIDTH, "nl"
    )
    assert [block.depth for block in marks(found, Block)] == [0.5, 0.0, 0.0]
    assert {"×0,5", "×1", "×2", "1", ""} <= set(texts(found))


def test_where_no_weight_changes_anything_the_picture_says_so_and_names_its_rows_in_full() -> None:
    same = {key: Rank(key, place, place) for place, key in enumerate("abc", start=1)}
    title = "Vertrouwenspersoon, vast aanspreekpunt of trajectgezel"
    unmoved = [Sensitivity("one", (0.5, 1.0, 2.0), (same, same, same))]

    found = sensitivity_drawing(unmoved, {"one": title}, 2, 400.0, "nl")

    said = "Geen enkel van deze gewichten brengt anderen bij de eerste 2: er verandert niets."
    assert said in texts(found)
    assert found.told.endswith(said)
    assert [words.width for words in marks(found, Words) if words.text == title] == [124.0, 400.0]
    assert within(found)


@pytest.mark.parametrize("width", [200.0, 360.0, 1200.0])
def test_every_picture_fits_any_width_even_with_nothing_in_it(width: float) -> None:
    empty = (
        scores_drawing([], (0, 5), 1, width, "en"),
        leniency_drawing([], {}, width, "en"),
        criteria_drawing([], {}, (0, 5), width, "en"),
        coverage_drawing([], (1, 2), width, "en"),
        sensitivity_drawing([], {}, 1, width, "en"),
    )
    assert all(within(found) for found in empty)


def test_an_svg_is_xml_with_its_words_and_every_mark() -> None:
    hostile = a_candidacy(1, organisation="<script>\"&'")
    found = scores_drawing(
        [Row(Compared(hostile, 4.0, Rank("c1", 1, 1), UNSURE, {}), (4.0,))], (0, 5), 0, WIDTH, "nl"
    )
    tree = ElementTree.fromstring(svg(found))
    space = "{http://www.w3.org/2000/svg}"
    assert tree.findtext(f"{space}title") == "Scores met hun spreiding"
    assert "<script>" in str(tree.findtext(f"{space}desc"))
    assert tree.findall(f".//{space}script") == []
    drawn = {kind: len(tree.findall(f".//{space}g/{space}{kind}")) for kind in ("polygon", "circle", "rect")}
    assert drawn == {"polygon": 1, "circle": 1, "rect": 1}
    assert any("<script>" in (text.text or "") for text in tree.iter(f"{space}text"))


def lightness(colour: str) -> float:
    red, green, blue = (int(colour[at : at + 2], 16) for at in (1, 3, 5))
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def test_colours_keep_their_order_in_grey() -> None:
    shades = [lightness(laid_over(INKS[Ink.ACCENT], PAPER, share / 10)) for share in range(11)]
    assert shades == sorted(shades, reverse=True)
    assert min(one - other for one, other in pairwise(shades)) > 10
    assert (
        lightness(INKS[Ink.TEXT]) < lightness(INKS[Ink.MUTED]) < lightness(INKS[Ink.LINE]) < lightness(PAPER)
    )


@pytest.mark.parametrize("depth", [at / 50 for at in range(51)])
def test_the_figure_in_a_cell_can_be_read_on_any_depth(depth: float) -> None:
    for ink in (Ink.TEXT, Ink.MUTED):
        assert contrast(ink_of(ink, depth), cell(depth)) >= ENOUGH


def test_a_challenge_has_the_colour_of_the_light_theme_and_a_number_that_reads_on_it() -> None:
    theme = tomllib.loads(resources.text("themes", "light.toml"))
    assert list(CHALLENGES) == theme["challenges"]
    for number in range(1, len(CHALLENGES) + 1):
        ground, ink = challenge(number)
        other = PAPER if ink == INKS[Ink.TEXT] else INKS[Ink.TEXT]
        assert contrast(ink, ground) >= contrast(other, ground)
    assert challenge(8) == challenge(1)


def test_coverage_has_the_chips_of_the_challenges_above_it() -> None:
    found = coverage_drawing(
        [(a_candidacy(1), Coverage("c1", (1,), frozenset(), {1: 0.0}, ()))], (1, 2), WIDTH, "nl"
    )
    assert [chip.number for chip in marks(found, Chip)] == [1, 2]
    assert svg(found).count('rx="4"') == 2
