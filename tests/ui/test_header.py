"""The bar above a page: its words come before the room of the search field."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from jury_desktop.ui.actions import Action, ActionBook, Place
from jury_desktop.ui.header import Header

SAVE = Action("page.save", "Beslissing vastleggen", print, place=Place.PRIMARY)


@pytest.fixture
def header(qtbot: QtBot, dutch: object) -> Iterator[Header]:
    window = QWidget()
    qtbot.addWidget(window)
    book = ActionBook(window)
    book.put("page", (SAVE,))
    made = Header(book, window)
    window.show()
    yield made
    book.put("page", ())


def compact(header: Header, width: int, subtitle: str) -> bool:
    """Whether the search field shows its icon alone."""
    header.resize(width, header.height())
    header.show_page("Planning", subtitle, (SAVE,))
    QApplication.processEvents()
    return header.search.text() == ""


def test_the_search_field_makes_room_for_the_subtitle(header: Header) -> None:
    long = "12 pitches van 35 minuten · 3 sessies · meegedeeld op 9 juni"

    assert [compact(header, width, long) for width in (1200, 800, 1200)] == [False, True, False]
    assert not compact(header, 800, "")


def test_an_icon_alone_still_says_what_it_is(header: Header) -> None:
    assert compact(header, 300, "")
    assert header.search.accessibleName() == "Zoek of voer een opdracht uit"
    assert header.search.toolTip().endswith("Ctrl+K")
