"""The bar above a page: its words come before the room of the search field."""

from __future__ import annotations

from collections.abc import Iterator
from functools import partial

import pytest
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from jury_desktop.ui.actions import Action, ActionBook, Group, Place
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


def test_actions_of_one_group_stand_in_a_list_under_one_button(header: Header) -> None:
    group, done = Group("page.out", "Exporteren"), list[str]()
    listed = (
        Action("page.pdf", "Draaiboek (PDF)…", partial(done.append, "pdf"), within=group),
        Action("page.ics", "Agenda (.ics)…", partial(done.append, "ics"), enabled=False, within=group),
    )
    header._book.put("page", (*listed, SAVE))
    header.show_page("Planning", "", (*listed, SAVE))

    first, last = header.buttons()
    assert (first.text(), last.text()) == ("Exporteren", "Beslissing vastleggen")
    actions = first.menu().actions()
    assert [(each.text(), each.isEnabled()) for each in actions] == [
        ("Draaiboek (PDF)…", True),
        ("Agenda (.ics)…", False),
    ]
    actions[0].trigger()
    assert done == ["pdf"]


def test_a_list_of_which_nothing_can_be_done_does_not_open(header: Header) -> None:
    action = Action("page.pdf", "Draaiboek (PDF)…", print, enabled=False, within=Group("page.out", "Uit"))
    header._book.put("page", (action,))
    header.show_page("Planning", "", (action,))
    (made,) = header.buttons()
    assert not made.isEnabled()
