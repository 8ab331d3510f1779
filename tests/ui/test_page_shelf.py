"""Pages that are not on show read what changed when they are shown again."""

from __future__ import annotations

from typing import cast

from jury_desktop.ui.operations import EVERYTHING, Subject
from jury_desktop.ui.page_shelf import NOTHING, PageShelf
from jury_desktop.ui.pages.base import Page


class Shown:
    """Stands where a page would; the shelf asks only what it shows."""

    def __init__(self, *subjects: Subject) -> None:
        self.subjects = frozenset(subjects)


def put(shelf: PageShelf, key: str, *subjects: Subject) -> None:
    shelf.put(key, cast(Page, Shown(*subjects)))


def test_a_new_page_has_everything_to_read_and_then_nothing() -> None:
    shelf = PageShelf()
    put(shelf, "jury", Subject.JUROR)

    assert (shelf.take_stale("jury"), shelf.take_stale("jury")) == (EVERYTHING, NOTHING)


def test_changes_gather_on_the_pages_that_show_them() -> None:
    shelf = PageShelf()
    put(shelf, "jury", Subject.JUROR)
    put(shelf, "planning", Subject.JUROR, Subject.PLAN)
    for key in shelf:
        shelf.take_stale(key)

    shelf.mark(frozenset({Subject.PLAN}))
    shelf.mark(frozenset({Subject.JUROR, Subject.LETTER}))

    assert {key: shelf.take_stale(key) for key in shelf} == {
        "jury": frozenset({Subject.JUROR}),
        "planning": frozenset({Subject.JUROR, Subject.PLAN}),
    }


def test_a_cleared_shelf_knows_nothing_of_the_pages_before() -> None:
    shelf = PageShelf()
    put(shelf, "jury", Subject.JUROR)

    shelf.clear()

    assert (dict(shelf), shelf.take_stale("jury")) == ({}, NOTHING)
