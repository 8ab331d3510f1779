"""A PDF to read: fits the width, zooms, turns pages, all by keyboard; from bytes, without a file."""

from __future__ import annotations

from PySide6.QtCore import QBuffer, QByteArray, QEvent, QPointF, Qt, QTimer
from PySide6.QtGui import QKeyEvent, QPalette, QResizeEvent
from PySide6.QtPdf import QPdfDocument
from PySide6.QtPdfWidgets import QPdfView
from PySide6.QtWidgets import QFrame, QStackedLayout, QVBoxLayout, QWidget

from jury_desktop.ui import theme
from jury_desktop.ui.text import area
from jury_desktop.ui.widgets.basics import icon_button, label, role, row
from jury_desktop.ui.widgets.empty import EmptyState, EmptyView

tr = area("widgets")

STEP = 1.2
SMALLEST, LARGEST = 0.25, 5.0
SETTLED = 150
"""Milliseconds without a change of width after which the pages are drawn once more."""


class PdfView(QFrame):
    """A document with its small toolbar. Shows in words what cannot be shown as pages."""

    def __init__(self, name: str = "", *, toolbar: bool = True) -> None:
        super().__init__()
        role(self, "sunken")
        self.document = QPdfDocument(self)
        self._buffer = QBuffer(self)
        self.view = QPdfView(self)
        self._page = label("", "small")
        self._empty = EmptyView()
        self._settled = QTimer(self)
        self._settled.setSingleShot(True)
        self._settled.setInterval(SETTLED)
        self._settled.timeout.connect(self._draw_again)
        self._dress(name)
        self._fill(toolbar)
        self.clear()

    def _dress(self, name: str) -> None:
        self.view.setDocument(self.document)
        self.view.setPageMode(QPdfView.PageMode.MultiPage)
        self.view.setZoomMode(QPdfView.ZoomMode.FitToWidth)
        self.view.setFrameShape(QFrame.Shape.NoFrame)
        self.view.setAccessibleName(name or tr("Document"))
        self.view.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.view.pageNavigator().currentPageChanged.connect(self._page_changed)
        self._colour_ground()

    def _colour_ground(self) -> None:
        """Qt paints the room around the pages in the palette's "dark"."""
        palette = self.view.palette()
        palette.setColor(QPalette.ColorRole.Dark, theme.colour(theme.current().colours.sunken))
        self.view.setPalette(palette)

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.PaletteChange and hasattr(self, "view"):
            self._colour_ground()

    def _fill(self, toolbar: bool) -> None:
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
        tools.setVisible(toolbar)  # not before it has its place: shown alone it is a window of its own
        column.addWidget(self.view, 1)
        self._stack = QStackedLayout(self)
        self._stack.addWidget(pages)
        self._stack.addWidget(self._empty)

    # what is shown

    def show_bytes(self, content: bytes) -> bool:
        """Show a PDF; False when it is none or is damaged, which the view then says."""
        self._unload()
        self._buffer.setData(QByteArray(content))
        self._buffer.open(QBuffer.OpenModeFlag.ReadOnly)
        self.document.load(self._buffer)
        error = self.document.error()
        if error is not QPdfDocument.Error.None_:
            self._explain(error)
            return False
        self._stack.setCurrentIndex(0)
        self._page_changed(0)
        self._settled.start()
        return True

    def clear(self) -> None:
        """Show nothing."""
        self._unload()
        self.show_words("file-text", tr("No document"), tr("Choose a document to read it here."))

    def show_words(self, icon: str, title: str, text: str) -> None:
        """Show words instead of pages, for instance for a file of another kind."""
        self._empty.show_state(EmptyState(icon, title, text))
        self._stack.setCurrentWidget(self._empty)

    def _unload(self) -> None:
        """The document reads from the buffer as long as it is open, so it lets go first."""
        self.document.close()
        self._buffer.close()

    def _explain(self, error: QPdfDocument.Error) -> None:
        if error is QPdfDocument.Error.IncorrectPassword:
            said = tr("The file is protected with a password. It has been kept as it came in.")
        else:
            said = tr("The file cannot be read as a PDF. It has been kept as it came in.")
        self.show_words("triangle-alert", tr("This document cannot be shown"), said)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._settled.start()

    def _draw_again(self) -> None:
        """Qt stretches, and keeps, a page drawn for the width of before but ready only after the change."""
        if self.view.zoomMode() is QPdfView.ZoomMode.FitToWidth:
            bar = self.view.verticalScrollBar()
            at = bar.value()
            self.view.setZoomMode(QPdfView.ZoomMode.FitInView)
            self.view.setZoomMode(QPdfView.ZoomMode.FitToWidth)
            bar.setValue(at)

    def show_place(self, page: int, below: float) -> None:
        """Go to a place: the page, counted from 0, and points below its upper edge."""
        top = max(0.0, below - 2 * theme.metrics().base)
        self.view.pageNavigator().jump(page, QPointF(0, top), 0)

    # pages and zoom

    def next_page(self) -> None:
        """One page on."""
        self._jump(self.view.pageNavigator().currentPage() + 1)

    def previous_page(self) -> None:
        """One page back."""
        self._jump(self.view.pageNavigator().currentPage() - 1)

    def _jump(self, page: int) -> None:
        if 0 <= page < self.document.pageCount():
            self.view.pageNavigator().jump(page, QPointF(), 0)

    def zoom_in(self) -> None:
        """Larger."""
        self._zoom(STEP)

    def zoom_out(self) -> None:
        """Smaller."""
        self._zoom(1 / STEP)

    def _zoom(self, factor: float) -> None:
        if self.view.zoomMode() is not QPdfView.ZoomMode.Custom:
            self.view.setZoomFactor(self._fitted())
            self.view.setZoomMode(QPdfView.ZoomMode.Custom)
        self.view.setZoomFactor(min(LARGEST, max(SMALLEST, self.view.zoomFactor() * factor)))

    def _fitted(self) -> float:
        """The zoom that fitting the width amounts to now."""
        page = self.document.pagePointSize(self.view.pageNavigator().currentPage()).width()
        points = self.view.viewport().width() * 72 / self.logicalDpiX()
        return points / page if page else 1.0

    def fit_width(self) -> None:
        """As wide as there is room."""
        self.view.setZoomMode(QPdfView.ZoomMode.FitToWidth)

    def _page_changed(self, page: int) -> None:
        count = self.document.pageCount()
        self._page.setText(tr("Page {page} of {count}").format(page=page + 1, count=count))

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
