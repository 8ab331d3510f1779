"""Reading pages: drawn as they come in sight, turned and zoomed by keyboard; a bad one stops no other."""

from __future__ import annotations

import io
from collections.abc import Callable, Iterator
from typing import Any

import pytest
from pypdf import PdfWriter
from PySide6.QtCore import Qt
from PySide6.QtGui import QColor
from PySide6.QtWidgets import QApplication, QLabel
from pytestqt.qtbot import QtBot

from jury_desktop.domain.messages import say
from jury_desktop.services.preview import Drawer, Pages
from jury_desktop.ui.jobs import JobContext
from jury_desktop.ui.widgets.page_images import DrawPage
from jury_desktop.ui.widgets.pages_area import LARGEST, MARGIN, SMALLEST, column
from jury_desktop.ui.widgets.pages_view import PagesView
from tests.mailbox.documents.hostile import a_pdf_with_a_picture, a_picture

PDF = "application/pdf"


def a_pdf(pages: int = 3, bad: int | None = None) -> bytes:
    """A PDF with some empty A4 pages, of which one may hold far too large a picture."""
    writer = PdfWriter()
    for number in range(pages):
        if number == bad:
            writer.append(io.BytesIO(a_pdf_with_a_picture(20_000)))
        else:
            writer.add_blank_page(595, 842)
    content = io.BytesIO()
    writer.write(content)
    return content.getvalue()


class Lane:
    """Does the work at once, or when it is told to; remembers which pages were drawn."""

    def __init__(self) -> None:
        self.drawn: list[int] = []
        self.waiting: list[Callable[[], None]] | None = None

    def __call__(
        self,
        work: Callable[[JobContext], Any],
        done: Callable[[Any], object],
        *,
        text: str = "",
        ended: Callable[[], object] | None = None,
    ) -> None:
        def run() -> None:
            assert isinstance(work, DrawPage)
            self.drawn.append(work.number)
            done(work(JobContext(lambda _: None)))
            if ended is not None:
                ended()

        if self.waiting is None:
            run()
        else:
            self.waiting.append(run)


@pytest.fixture(scope="module")
def drawer() -> Iterator[Drawer]:
    made = Drawer()
    yield made
    made.stop()


@pytest.fixture
def lane() -> Lane:
    return Lane()


@pytest.fixture
def view(qtbot: QtBot, dutch: object, lane: Lane) -> PagesView:
    made = PagesView(lane, "nl", "Kandidatuurformulier.pdf")
    qtbot.addWidget(made)
    made.resize(500, 600)
    made.show()
    QApplication.processEvents()
    return made


def words(view: PagesView) -> str:
    return " ".join(label.text() for label in view.findChildren(QLabel) if label.isVisible())


def drawn(qtbot: QtBot, view: PagesView) -> None:
    """Wait until all that is in sight has been drawn."""
    images, area = view.area._images, view.area
    qtbot.waitUntil(lambda: all(images.image(at) or images.refusal(at) for at in area._in_sight()))


def test_it_shows_the_pages_and_how_many_there_are(qtbot: QtBot, view: PagesView, drawer: Drawer) -> None:
    view.show_pages(Pages(drawer, a_pdf(3), PDF))

    assert (view.area.count, view.area.zoom) == (3, None)
    assert words(view) == "Blz. 1 van 3"


def test_pages_turn_by_keyboard_and_stop_at_the_ends(qtbot: QtBot, view: PagesView, drawer: Drawer) -> None:
    view.show_pages(Pages(drawer, a_pdf(3), PDF))
    seen = []
    for key in (Qt.Key.Key_Left, Qt.Key.Key_Right, Qt.Key.Key_Right, Qt.Key.Key_Right, Qt.Key.Key_Home):
        qtbot.keyClick(view.area, key)
        seen.append(view.area.page)

    assert seen == [0, 1, 2, 2, 0]
    qtbot.keyClick(view.area, Qt.Key.Key_End)
    assert words(view) == "Blz. 3 van 3"


def test_zoom_starts_from_what_is_seen_and_has_bounds(qtbot: QtBot, view: PagesView, drawer: Drawer) -> None:
    view.show_pages(Pages(drawer, a_pdf(1), PDF))
    fitted = view.area.fitted()
    qtbot.keyClick(view, Qt.Key.Key_Plus)
    first = view.area.zoom
    for _ in range(30):
        qtbot.keyClick(view, Qt.Key.Key_Plus)
    large = view.area.zoom
    for _ in range(60):
        qtbot.keyClick(view, Qt.Key.Key_Minus)
    small = view.area.zoom
    qtbot.keyClick(view, Qt.Key.Key_0)

    assert first == pytest.approx(fitted * 1.2)
    assert (large, small) == (LARGEST, SMALLEST)
    assert view.area.zoom is None


def test_zooming_keeps_what_is_read_in_its_place(qtbot: QtBot, view: PagesView, drawer: Drawer) -> None:
    view.show_pages(Pages(drawer, a_pdf(9), PDF))
    view.area.go_to(5)
    for key in (Qt.Key.Key_Plus, Qt.Key.Key_Plus, Qt.Key.Key_Minus):
        qtbot.keyClick(view, key)

    assert view.area.page == 5
    assert abs(view.area._rects[5].top() - view.area.verticalScrollBar().value()) <= 2 * MARGIN


def test_a_page_is_drawn_as_wide_as_it_stands_there(qtbot: QtBot, view: PagesView, drawer: Drawer) -> None:
    view.show_pages(Pages(drawer, a_pdf(2), PDF))
    drawn(qtbot, view)

    image = view.area._images.image(0)
    assert image is not None
    assert image.width() == pytest.approx(view.area._rects[0].width(), abs=1)
    assert view.area.viewport().grab().toImage().pixelColor(100, 100) == QColor("white")


def test_only_pages_in_sight_and_their_neighbours_are_drawn(
    qtbot: QtBot, view: PagesView, drawer: Drawer, lane: Lane
) -> None:
    view.show_pages(Pages(drawer, a_pdf(40), PDF))
    qtbot.waitUntil(lambda: lane.drawn == [0, 1])
    view.area.go_to(30)
    qtbot.waitUntil(lambda: {29, 30, 31} <= set(lane.drawn))

    assert set(lane.drawn) == {0, 1, 29, 30, 31}


def test_who_scrolls_on_has_nothing_drawn_of_what_was_passed(
    qtbot: QtBot, view: PagesView, drawer: Drawer, lane: Lane
) -> None:
    lane.waiting = []
    view.show_pages(Pages(drawer, a_pdf(40), PDF))
    for page in range(30):
        view.area.go_to(page)

    assert len(lane.waiting) == 1
    lane.waiting.pop()()
    qtbot.waitUntil(lambda: lane.waiting != [])
    lane.waiting.pop()()
    assert lane.drawn == [0, 29]


def test_a_page_that_cannot_be_drawn_says_so_and_the_others_are_shown(
    qtbot: QtBot, view: PagesView, drawer: Drawer
) -> None:
    view.show_pages(Pages(drawer, a_pdf(3, bad=1), PDF))
    with qtbot.waitSignal(view.area.refused) as told:
        view.next_page()
    drawn(qtbot, view)

    assert told.args == [say("intake.attachment_bomb")]
    assert view.area.accessibleDescription().startswith("Zou uitgepakt veel groter zijn")
    assert [view.area._images.refusal(page) is None for page in (0, 1, 2)] == [True, False, True]


def test_what_comes_of_another_file_is_not_shown(
    qtbot: QtBot, view: PagesView, drawer: Drawer, lane: Lane
) -> None:
    lane.waiting = []
    first, second = Pages(drawer, a_pdf(2), PDF), Pages(drawer, a_pdf(1), PDF)
    view.show_pages(first)
    (late,) = lane.waiting
    view.show_pages(second)
    late()

    assert (view.area.count, view.area._images.image(0)) == (1, None)


def test_a_small_picture_is_not_stretched_and_a_large_one_fits(view: PagesView, drawer: Drawer) -> None:
    view.show_pages(Pages(drawer, a_picture(120, 90), "image/png"))
    small = view.area._rects[0].size()
    view.show_pages(Pages(drawer, a_picture(4000, 3000), "image/png"))
    large = view.area._rects[0].width()

    assert (small.width(), small.height()) == (120, 90)
    assert large == view.area.viewport().width() - 2 * MARGIN


def test_words_take_the_place_of_pages(view: PagesView, drawer: Drawer) -> None:
    view.show_pages(Pages(drawer, a_pdf(5), PDF))
    view.clear()

    assert view.area.count == 0
    assert "Geen document" in words(view)


def test_out_of_sight_nothing_is_held_open(qtbot: QtBot, view: PagesView) -> None:
    view.show_pages(Pages(view.drawer, a_pdf(2), PDF))
    drawn(qtbot, view)
    running = view.drawer.running
    view.hide()

    assert (running, view.drawer.running) == (True, False)
    view.show()
    view.area.go_to(1)
    drawn(qtbot, view)


def test_pages_stand_below_each_other_in_the_middle() -> None:
    first, second = column([(100.0, 200.0), (200.0, 100.0)], [100, 300], 400)

    assert (first.left(), first.width(), first.height()) == (150, 100, 200)
    assert (second.left(), second.width(), second.height()) == (50, 300, 150)
    assert second.top() > first.bottom()
