"""Stacking boxes into pages."""

from __future__ import annotations

from dataclasses import dataclass, replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from jury_desktop.letters.pdf.flow import fitted, paginate

LINE = 10.0


@dataclass
class Lines:
    """A box of lines, each ten high; it parts between any two lines, at least ``together`` on both sides."""

    name: str
    count: int
    before: float = 0.0
    keeps_next: bool = False
    together: int = 1
    head: Lines | None = None

    def height(self, width):
        return self.count * LINE

    def least(self, width):
        return min(self.count, self.together) * LINE

    def split(self, width, room):
        first = min(int(room // LINE), self.count - self.together)
        if first < self.together or self.height(width) <= room:
            return None
        return replace(self, count=first), replace(self, count=self.count - first)

    def heads(self):
        return (self.head,) if self.head else ()

    def draw(self, canvas, x, top, width): ...


def stacked(boxes, height=100.0, air=1.0):
    pages = paginate(boxes, 1.0, lambda page: height, air)
    return [[(placed.box.name, placed.box.count, placed.offset) for placed in page] for page in pages]


def test_boxes_follow_each_other_with_air_between_but_not_at_the_top():
    assert stacked([Lines("a", 2, before=5), Lines("b", 3, before=5)]) == [[("a", 2, 0.0), ("b", 3, 25.0)]]


def test_a_long_box_goes_on_on_the_next_page():
    assert stacked([Lines("a", 13, together=2), Lines("b", 1)]) == [
        [("a", 10, 0.0)],
        [("a", 3, 0.0), ("b", 1, 30.0)],
    ]


def test_a_box_that_cannot_be_parted_moves_as_a_whole():
    assert stacked([Lines("a", 8), Lines("b", 4, together=3)]) == [[("a", 8, 0.0)], [("b", 4, 0.0)]]


def test_a_heading_stays_with_the_first_lines_of_what_follows():
    boxes = [Lines("a", 8), Lines("kop", 1, keeps_next=True), Lines("b", 6, together=2)]
    assert stacked(boxes) == [[("a", 8, 0.0)], [("kop", 1, 0.0), ("b", 6, 10.0)]]


def test_a_chain_of_headings_stays_together():
    boxes = [
        Lines("a", 7),
        Lines("h1", 1, keeps_next=True),
        Lines("h2", 1, keeps_next=True),
        Lines("b", 2, together=2),
    ]
    assert [[name for name, _, _ in page] for page in stacked(boxes)] == [["a"], ["h1", "h2", "b"]]


def test_a_row_at_the_top_of_a_page_has_the_table_head_above_it():
    head = Lines("kop", 1, keeps_next=True)
    rows = [Lines(f"r{n}", 4, together=4, head=head) for n in range(3)]
    assert [[name for name, _, _ in page] for page in stacked([head, *rows])] == [
        ["kop", "r0", "r1"],
        ["kop", "r2"],
    ]


def test_a_box_higher_than_a_page_is_drawn_all_the_same():
    head = Lines("kop", 1)
    assert stacked([Lines("a", 1), Lines("b", 30, together=30, head=head)]) == [
        [("a", 1, 0.0)],
        [("kop", 1, 0.0), ("b", 30, 10.0)],
    ]


def test_less_air_saves_a_page_that_would_be_nearly_empty():
    boxes = [Lines(str(n), 1, before=2) for n in range(9)]
    assert [len(page) for page in paginate(boxes, 1.0, lambda page: 106.0)] == [9]
    assert [len(page) for page in paginate(boxes, 1.0, lambda page: 100.0)] == [8, 1]
    assert [len(page) for page in fitted(boxes, 1.0, lambda page: 100.0)] == [9]


def test_a_last_page_that_is_well_filled_stays():
    boxes = [Lines(str(n), 1, before=2) for n in range(14)]
    assert fitted(boxes, 1.0, lambda page: 100.0) == paginate(boxes, 1.0, lambda page: 100.0)


boxes_of_any_kind = st.lists(
    st.builds(
        Lines,
        name=st.sampled_from("abcdefgh"),
        count=st.integers(1, 25),
        before=st.sampled_from([0.0, 3.0, 7.5]),
        keeps_next=st.booleans(),
        together=st.integers(1, 3),
    ),
    max_size=12,
)


@given(boxes_of_any_kind, st.sampled_from([60.0, 100.0]))
def test_no_line_is_lost_or_doubled_and_none_falls_off_the_page(boxes, height):
    pages = paginate(boxes, 1.0, lambda page: height)
    total = {box.name: 0 for box in boxes}
    for placed in (placed for page in pages for placed in page):
        total[placed.box.name] += placed.box.count
        assert placed.offset + placed.box.height(1.0) <= height + 1e-6
    assert total == {name: sum(box.count for box in boxes if box.name == name) for name in total}


@pytest.mark.parametrize("boxes", [[], [Lines("a", 1)]])
def test_there_is_always_a_page(boxes):
    assert len(paginate(boxes, 1.0, lambda page: 100.0)) == 1
    assert len(fitted(boxes, 1.0, lambda page: 100.0)) == 1
