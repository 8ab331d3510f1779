"""Text can always be read on its ground."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from jury_desktop.domain.contrast import ENOUGH, contrast, laid_over, readable

COLOURS = st.integers(0, 0xFFFFFF).map(lambda value: f"#{value:06x}")


@given(COLOURS, st.lists(COLOURS, max_size=3))
def test_whatever_the_ground_the_ink_can_be_read(ground: str, inks: list[str]) -> None:
    assert contrast(readable(ground, *inks), ground) >= ENOUGH


@given(COLOURS, COLOURS)
def test_the_first_ink_that_can_be_read_is_taken(ground: str, ink: str) -> None:
    assert (readable(ground, ink) == ink) == (contrast(ink, ground) >= ENOUGH) or ink in {
        "#000000",
        "#ffffff",
    }


def test_the_ends_of_the_scale() -> None:
    assert (contrast("#000000", "#ffffff"), contrast("#777777", "#777777")) == (21.0, 1.0)


@given(COLOURS, COLOURS)
def test_a_colour_laid_over_another_goes_from_the_one_to_the_other(over: str, under: str) -> None:
    assert (laid_over(over, under, 0.0), laid_over(over, under, 1.0)) == (under, over)
