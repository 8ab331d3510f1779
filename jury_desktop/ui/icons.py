"""Line icons (Lucide) from ``resources/icons``, drawn in the colour of the theme."""

from __future__ import annotations

from functools import cache

from PySide6.QtCore import QByteArray, QRectF, QSize, Qt
from PySide6.QtGui import QIcon, QPainter, QPixmap
from PySide6.QtSvg import QSvgRenderer
from PySide6.QtWidgets import QAbstractButton, QPushButton, QWidget

from jury_desktop import resources
from jury_desktop.ui import theme

BUTTON_SIDE, BUTTON_AIR = 16, 5
_SCALES = (1, 1.25, 1.5, 2, 3)
"""Pixels to a point of the screens there are; for one in between Qt shrinks the next larger picture."""
_WINDOW_SIDES = (16, 24, 32, 48, 64, 128)
"""Of the window among others: in its title, the taskbar, a list of windows."""


def icon(name: str, colour: str | None = None) -> QIcon:
    """The icon ``name`` in ``colour`` (the muted text colour if None); greyed by itself when disabled."""
    colours = theme.current().colours
    return _icon(name, colour or colours.text, colours.disabled)


@cache
def _icon(name: str, colour: str, disabled: str) -> QIcon:
    """As it stands on buttons and in menus, and no larger: with every size there is, each took a megabyte."""
    made = QIcon()
    for scale in _SCALES:
        made.addPixmap(pixmap(name, colour, BUTTON_SIDE, scale), QIcon.Mode.Normal)
        made.addPixmap(pixmap(name, disabled, BUTTON_SIDE, scale), QIcon.Mode.Disabled)
    return made


def window_icon(name: str, colour: str) -> QIcon:
    """The icon ``name`` for a window."""
    made = QIcon()
    for side in _WINDOW_SIDES:
        made.addPixmap(pixmap(name, colour, side))
    return made


@cache
def _beside_text(name: str, colour: str, disabled: str) -> QIcon:
    """The icon with some air at its right, because Qt puts the text of a button too close to it."""
    made = QIcon()
    for scale in _SCALES:
        for ink, mode in ((colour, QIcon.Mode.Normal), (disabled, QIcon.Mode.Disabled)):
            drawn = QPixmap(QSize(BUTTON_SIDE + BUTTON_AIR, BUTTON_SIDE) * scale)
            drawn.setDevicePixelRatio(scale)
            drawn.fill(Qt.GlobalColor.transparent)
            painter = QPainter(drawn)
            painter.drawPixmap(0, 0, pixmap(name, ink, BUTTON_SIDE, scale))
            painter.end()
            made.addPixmap(drawn, mode)
    return made


@cache
def pixmap(name: str, colour: str, side: int, scale: float = 1) -> QPixmap:
    """The icon as a picture of ``side`` by ``side`` points for a screen of ``scale`` pixels a point."""
    drawn = QPixmap(QSize(side, side) * scale)
    drawn.setDevicePixelRatio(scale)
    drawn.fill(Qt.GlobalColor.transparent)
    painter = QPainter(drawn)
    _renderer(name, colour).render(painter, QRectF(0, 0, side, side))
    painter.end()
    return drawn


@cache
def _renderer(name: str, colour: str) -> QSvgRenderer:
    source = resources.text("icons", f"{name}.svg").replace("currentColor", colour)
    source = source.replace('stroke-width="2"', 'stroke-width="1.75"')
    return QSvgRenderer(QByteArray(source.encode()))


def set_icon(button: QAbstractButton, name: str, ink: str = "text") -> None:
    """Give a button an icon in a colour of the theme (a field of ``Colours``) that follows the theme."""
    button.setProperty("iconName", name)
    button.setProperty("iconInk", ink)
    refresh_icon(button)


def refresh_icon(widget: QWidget) -> None:
    """Draw the icon of a button again, in the theme of now."""
    if isinstance(widget, QAbstractButton):
        colours = theme.current().colours
        name, ink = str(widget.property("iconName")), getattr(colours, str(widget.property("iconInk")))
        if isinstance(widget, QPushButton) and widget.text():
            widget.setIconSize(QSize(BUTTON_SIDE + BUTTON_AIR, BUTTON_SIDE))
            widget.setIcon(_beside_text(name, ink, colours.disabled))
        else:
            widget.setIconSize(QSize(BUTTON_SIDE, BUTTON_SIDE))
            widget.setIcon(icon(name, ink))
