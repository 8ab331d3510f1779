"""The window on the projector: one slide at a time, by keyboard, on the second screen where there is one."""

from __future__ import annotations

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtGui import QCloseEvent, QGuiApplication, QKeyEvent, QResizeEvent, QScreen
from PySide6.QtWidgets import QScrollArea, QStackedLayout, QVBoxLayout, QWidget

from jury_desktop.services.projector import CardSlide, DoorSlide, Show, Slide
from jury_desktop.ui.pages.deliberation.projector.slides import slide_widget
from jury_desktop.ui.text import area
from jury_desktop.ui.widgets.basics import label, role
from jury_desktop.ui.widgets.form import scroll

tr = area("projector")

Key = Qt.Key
NEXT = frozenset({Key.Key_Right, Key.Key_Space, Key.Key_PageDown, Key.Key_Return})
BACK = frozenset({Key.Key_Left, Key.Key_Backspace, Key.Key_PageUp})
SCROLL = {Key.Key_Down: 1, Key.Key_Up: -1}
MARGIN = 0.05
"""Share of the height that is left around a slide."""


class Projector(QWidget):
    """Shows the slides of a meeting. Keys: left, right and space go through the order, up and down through a
    long slide, Home to the ranking, C shows or hides comments, Escape leaves.

    A candidacy with which a juror has a conflict is never come upon but through its door, whichever way.

    :ivar left: the window was closed.
    """

    left = Signal()

    def __init__(self, language: str, parent: QWidget | None = None) -> None:
        super().__init__(parent, Qt.WindowType.Window)
        self._language = language
        self._show = Show("", ())
        self._at = 0
        self.comments = False
        """Whether a candidacy shows what the jurors wrote."""
        self._resized = QTimer(self)
        self._resized.setSingleShot(True)
        self._resized.timeout.connect(self._draw)
        self._stack = QStackedLayout()
        self.foot = label("", "muted")
        self._whole = QVBoxLayout(self)
        self._whole.addLayout(self._stack, 1)
        self._whole.addWidget(self.foot)
        role(self, "projector")
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)

    # what is on show

    @property
    def slide(self) -> Slide | None:
        """The slide on show."""
        return self._show.slides[self._at] if self._show.slides else None

    def put(self, show: Show) -> None:
        """Show other slides; the same candidacy stays on show, as far as it is still there."""
        before, was_outside = self.slide, self._through_door(self._at) != self._at
        self._show = show
        self.setWindowTitle(tr("Projector: {call}").format(call=show.title))
        at = self._place_of(before)
        self._at = at if was_outside else self._through_door(at)
        self._draw()

    def go_to(self, candidacy: str) -> None:
        """Go to a candidacy: first to the door, where somebody has to leave."""
        wanted = [
            at
            for at, slide in enumerate(self._show.slides)
            if isinstance(slide, DoorSlide | CardSlide) and slide.candidacy == candidacy
        ]
        if wanted and not self._is_about(candidacy):
            self._move(wanted[0])

    def turn(self, by: int) -> None:
        """Go so many slides on, or back."""
        to = self._at + by
        self._move(self._through_door(to) if by < 0 else to)

    def open_on(self, screen: QScreen | None) -> None:
        """Fill a screen; without one, be a window of its own."""
        if screen is not None:
            self.setGeometry(screen.geometry())
            self.showFullScreen()
        else:
            self.show()
        self.activateWindow()
        self.setFocus()

    def _through_door(self, at: int) -> int:
        """The door before the candidacy at a place, where it has one; else that place."""
        slides = self._show.slides
        if not 0 < at < len(slides):
            return at
        card, door = slides[at], slides[at - 1]
        if isinstance(card, CardSlide) and isinstance(door, DoorSlide):
            guarded = door.candidacy == card.candidacy and bool(door.leave or door.stay)
            return at - 1 if guarded else at
        return at

    def _is_about(self, candidacy: str) -> bool:
        slide = self.slide
        return isinstance(slide, DoorSlide | CardSlide) and slide.candidacy == candidacy

    def _place_of(self, before: Slide | None) -> int:
        """Where what was on show stands now: the same turn of the same candidacy, else at the beginning."""
        same = [at for at, slide in enumerate(self._show.slides) if _turn(slide) == _turn(before)]
        return self._at if self._at in same else same[0] if same else 0

    def _move(self, to: int) -> None:
        at = max(0, min(to, len(self._show.slides) - 1))
        if at != self._at:
            self._at = at
            self._draw()

    def _draw(self) -> None:
        slide = self.slide
        while (old := self._stack.currentWidget()) is not None:
            self._stack.removeWidget(old)
            old.deleteLater()
        if slide is None:
            return
        margin = round(self.height() * MARGIN)
        self._whole.setContentsMargins(margin, margin, margin, round(margin / 2))
        made = slide_widget(slide, self._language, self.height(), comments=self.comments)
        made.setContentsMargins(0, 0, margin // 2, 0)
        holder = scroll(made, tr("Slide"))
        holder.setFocusPolicy(Qt.FocusPolicy.NoFocus)  # the keys stay with the projector, also after a click
        self._stack.addWidget(holder)
        place = {"at": self._at + 1, "all": len(self._show.slides)}
        self.foot.setText(
            tr("{at} of {all} · arrows: next and back · C: comments · Esc: leave").format(**place)
        )

    # keys

    def keyPressEvent(self, event: QKeyEvent) -> None:
        key = Qt.Key(event.key())
        if key in NEXT:
            self.turn(1)
        elif key in BACK:
            self.turn(-1)
        elif key in SCROLL:
            self._scroll(SCROLL[key])
        elif key is Qt.Key.Key_Home:
            self._move(0)
        elif key is Qt.Key.Key_End:
            self._move(len(self._show.slides) - 1)
        elif key is Qt.Key.Key_C:
            self.comments = not self.comments
            self._draw()
        elif key in {Qt.Key.Key_Escape, Qt.Key.Key_F5}:
            self.close()
        else:
            super().keyPressEvent(event)

    def _scroll(self, by: int) -> None:
        area = self._stack.currentWidget()
        if isinstance(area, QScrollArea):
            bar = area.verticalScrollBar()
            bar.setValue(bar.value() + by * bar.pageStep() // 2)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        if event.size().height() != event.oldSize().height():
            self._resized.start()

    def closeEvent(self, event: QCloseEvent) -> None:
        super().closeEvent(event)
        self.left.emit()


def _turn(slide: Slide | None) -> tuple[object, ...]:
    """What makes a slide the same when figures on it change."""
    match slide:
        case CardSlide():
            return CardSlide, slide.candidacy, slide.again
        case DoorSlide():
            return DoorSlide, slide.candidacy
        case _:
            return (type(slide),)


def other_screen(window: QWidget) -> QScreen | None:
    """The first screen on which the window is not; its own where there is no other."""
    screens = QGuiApplication.screens()
    return next((screen for screen in screens if screen is not window.screen()), window.screen())
