"""Labels, buttons, panels and lines, dressed by the style sheet through their ``role``."""

from __future__ import annotations

from collections.abc import Callable
from typing import TypeVar

from PySide6.QtCore import Qt
from PySide6.QtWidgets import (
    QFrame,
    QHBoxLayout,
    QLabel,
    QLayout,
    QPushButton,
    QSizePolicy,
    QToolButton,
    QVBoxLayout,
    QWidget,
)

from jury_desktop.ui.allowed import asked_by, only_for
from jury_desktop.ui.icons import set_icon
from jury_desktop.ui.theme import Tone
from jury_desktop.ui.widgets.enter import PushButton, ToolButton

W = TypeVar("W", bound=QWidget)


def role(widget: W, name: str) -> W:
    """Give a widget its part in the style sheet (``window.qss`` lists them) and return it."""
    widget.setProperty("role", name)
    return widget


def restyle(widget: QWidget) -> None:
    """Let the style sheet look at a widget again after one of its properties has changed."""
    widget.style().unpolish(widget)
    widget.style().polish(widget)


def label(text: str, part: str = "", *, wrap: bool = False, select: bool = False) -> QLabel:
    """A line of text. ``part``: title, large, heading, strong, muted, small, number.

    :param select: people can select and copy it.
    """
    made = QLabel(text)
    made.setTextFormat(Qt.TextFormat.PlainText)  # what came by mail is never taken for markup
    made.setWordWrap(wrap)
    if part:
        role(made, part)
    if select:
        made.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
    return made


def button(
    text: str, run: Callable[[], object] | None = None, *, icon: str = "", part: str = "", tip: str = ""
) -> QPushButton:
    """A push button. ``part``: primary (one per screen), danger, link, or nothing for a plain one.

    Where what ``run`` asks for is refused (:func:`jury_desktop.ui.allowed.asks`) it is off and says why.
    """
    made = PushButton(text)
    made.setAutoDefault(False)
    made.setCursor(Qt.CursorShape.PointingHandCursor)
    made.setToolTip(tip)
    if part:
        role(made, part)
    if icon:
        inks = {"primary": "accent_ink", "danger": "bad", "link": "accent_text"}
        set_icon(made, icon, inks.get(part, "text"))
    if run is not None:
        made.clicked.connect(run)
    return only_for(made, *asked_by(run))


def icon_button(icon: str, name: str, run: Callable[[], object] | None = None) -> QToolButton:
    """A small square button with an icon alone; ``name`` is its tooltip and accessible name."""
    made = ToolButton()
    set_icon(made, icon, "muted")
    made.setAccessibleName(name)
    made.setToolTip(name)
    made.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
    made.setCursor(Qt.CursorShape.PointingHandCursor)
    if run is not None:
        made.clicked.connect(run)
    return only_for(made, *asked_by(run))


def rule() -> QFrame:
    """A thin horizontal line."""
    return role(QFrame(), "rule")


def stretch() -> QWidget:
    """Takes up the room that is left in a row."""
    made = QWidget()
    made.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)
    return made


def row(*parts: QWidget | QLayout | None, spacing: int = 8) -> QHBoxLayout:
    """Widgets side by side; None stands for the room that is left."""
    made = QHBoxLayout()
    made.setContentsMargins(0, 0, 0, 0)
    made.setSpacing(spacing)
    for part in parts:
        _add(made, part)
    return made


def stack(*parts: QWidget | QLayout | None, spacing: int = 8) -> QVBoxLayout:
    """Widgets below each other; None stands for the room that is left."""
    made = QVBoxLayout()
    made.setContentsMargins(0, 0, 0, 0)
    made.setSpacing(spacing)
    for part in parts:
        _add(made, part)
    return made


def _add(layout: QHBoxLayout | QVBoxLayout, part: QWidget | QLayout | None) -> None:
    if part is None:
        layout.addStretch(1)
    elif isinstance(part, QLayout):
        layout.addLayout(part)
    else:
        layout.addWidget(part)


class Panel(QFrame):
    """A white box with a thin line and round corners; fill :attr:`body`."""

    def __init__(self, title: str = "", *, margins: tuple[int, int, int, int] = (16, 16, 16, 16)) -> None:
        super().__init__()
        role(self, "panel")
        self.body = QVBoxLayout(self)
        self.body.setContentsMargins(*margins)
        self.body.setSpacing(10)
        if title:
            self.heading = label(title, "heading")
            self.body.addWidget(self.heading)
            self.setAccessibleName(title)


def note(text: str, tone: Tone = Tone.NEUTRAL) -> QLabel:
    """A wrapped remark on a soft ground in the colour of ``tone``."""
    made = label(text, "note", wrap=True)
    made.setProperty("tone", tone.value)
    return made


def widgets_in(layout: QLayout) -> list[QWidget]:
    """The widgets of a layout, in its order.

    A layout of Qt is never asked for ``itemAt``: PySide 6.12 then keeps a handle on the item for as long as
    the layout lives. Once Qt has deleted the item, a widget may be made in the same place in memory; its end
    is taken for that of the item, and the program crashes.
    """
    holder = layout.parentWidget()
    direct = Qt.FindChildOption.FindDirectChildrenOnly
    children = holder.findChildren(QWidget, options=direct) if holder is not None else []
    placed = {layout.indexOf(child): child for child in children}
    return [placed[at] for at in sorted(placed) if at >= 0]


def clear(layout: QLayout) -> None:
    """Take everything out of a layout and let it go."""
    while (item := layout.takeAt(0)) is not None:
        if (widget := item.widget()) is not None:
            widget.hide()
            widget.deleteLater()
        elif (inner := item.layout()) is not None:
            clear(inner)
