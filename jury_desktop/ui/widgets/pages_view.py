"""A file of pages to read: fits the width, zooms, turns pages, all by keyboard."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtGui import QHideEvent, QKeyEvent
from PySide6.QtWidgets import QFrame, QStackedLayout, QVBoxLayout, QWidget

from jury_desktop.services.preview import Drawer, Pages
from jury_desktop.ui.text import area
from jury_desktop.ui.widgets.basics import icon_button, label, role, row
from jury_desktop.ui.widgets.empty import EmptyState, EmptyView
from jury_desktop.ui.widgets.page_images import Draws
from jury_desktop.ui.widgets.pages_area import STEP, PagesArea

tr = area("widgets")


class PagesView(QFrame):
    """Pages with a small toolbar; says in words what cannot be shown as pages.

    :param draw: has the pages drawn, on another thread.
    :param language: of what is said about a page that cannot be drawn.
    :ivar drawer: opens and draws what is shown here.
    """

    def __init__(self, draw: Draws, language: str, name: str = "") -> None:
        super().__init__()
        role(self, "sunken")
        self.drawer = Drawer()
        self.area = PagesArea(name or tr("Document"), draw, language)
        self._page = label("", "small")
        self._empty = EmptyView()
        self._fill()
        self.area.page_changed.connect(self._page_changed)
        self.clear()

    def _fill(self) -> None:
        tools = QWidget()
        buttons = (
            icon_button("chevron-left", tr("Previous page"), self.previous_page),
            self._page,
            icon_button("chevron-right", tr("Next page"), self.next_page),
            None,
            icon_button("zoom-out", tr("Zoom out"), self.zoom_out),
            icon_button("zoom-in", tr("Zoom in"), self.zoom_in),
            icon_button("move-horizontal", tr("Fit width"), self.fit_width),
        )
        tools.setLayout(row(*buttons, spacing=4))
        pages = QWidget()
        column = QVBoxLayout(pages)
        column.setContentsMargins(8, 4, 8, 8)
        column.setSpacing(4)
        column.addWidget(tools)
        column.addWidget(self.area, 1)
        self._stack = QStackedLayout(self)
        self._stack.addWidget(pages)
        self._stack.addWidget(self._empty)

    # what is shown

    def show_pages(self, pages: Pages) -> None:
        """Show a file, from the place in it that was looked for."""
        self._stack.setCurrentIndex(0)
        self.area.show_pages(pages)

    def clear(self) -> None:
        """Show nothing."""
        self.show_words("file-text", tr("No document"), tr("Choose a document to read it here."))

    def show_words(self, icon: str, title: str, text: str) -> None:
        """Show words instead of pages, for instance for a file of another kind."""
        self.area.show_pages(None)
        self._empty.show_state(EmptyState(icon, title, text))
        self._stack.setCurrentWidget(self._empty)

    # pages and zoom

    def next_page(self) -> None:
        """One page on."""
        self.area.go_to(self.area.page + 1)

    def previous_page(self) -> None:
        """One page back."""
        self.area.go_to(self.area.page - 1)

    def zoom_in(self) -> None:
        """Larger."""
        self.area.zoom_by(STEP)

    def zoom_out(self) -> None:
        """Smaller."""
        self.area.zoom_by(1 / STEP)

    def fit_width(self) -> None:
        """As wide as there is room."""
        self.area.set_zoom(None)

    def _page_changed(self, page: int) -> None:
        self._page.setText(tr("Page {page} of {count}").format(page=page + 1, count=self.area.count))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        steps = {
            Qt.Key.Key_Plus: self.zoom_in,
            Qt.Key.Key_Equal: self.zoom_in,
            Qt.Key.Key_Minus: self.zoom_out,
            Qt.Key.Key_0: self.fit_width,
            Qt.Key.Key_Left: self.previous_page,
            Qt.Key.Key_Right: self.next_page,
        }
        step = steps.get(Qt.Key(event.key()))
        if step is None:
            super().keyPressEvent(event)
        else:
            step()

    def hideEvent(self, event: QHideEvent) -> None:
        """Out of sight no process waits; another one starts when it is needed."""
        super().hideEvent(event)
        if (drawer := getattr(self, "drawer", None)) is not None:  # gone when Python takes the view apart
            drawer.stop()
