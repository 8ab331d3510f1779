"""How everything looks: colours from ``resources/themes``, sizes from the font, one style sheet for all.

Widgets that paint themselves ask :func:`current` for the colours each time they paint, so a change of
theme needs nothing from them.
"""

from __future__ import annotations

import tomllib
from dataclasses import dataclass
from enum import StrEnum
from functools import cache
from string import Template

from PySide6.QtGui import QColor, QFont, QFontDatabase, QFontMetricsF, QPalette, QPen
from PySide6.QtWidgets import QApplication, QStyleFactory, QWidget

from jury_desktop import resources
from jury_desktop.domain.contrast import contrast

FAMILY = "Inter"
BASE_PIXELS = 13
NAMES = ("light", "dark")


class Tone(StrEnum):
    """What a coloured mark means; never shown by colour alone."""

    GOOD = "good"
    WARN = "warn"
    BAD = "bad"
    INFO = "info"
    NEUTRAL = "neutral"


@dataclass(frozen=True, slots=True)
class Colours:
    """The semantic colours of a theme, as ``#rrggbb``."""

    ground: str
    panel: str
    field: str
    sunken: str
    line: str
    line_soft: str
    line_strong: str
    text: str
    muted: str
    disabled: str
    accent: str
    accent_hover: str
    accent_ink: str
    accent_soft: str
    accent_text: str
    focus: str
    hover: str
    good: str
    good_soft: str
    warn: str
    warn_soft: str
    bad: str
    bad_soft: str
    info: str
    info_soft: str
    neutral: str
    neutral_soft: str
    rail: str
    rail_text: str
    rail_muted: str
    rail_line: str
    rail_focus: str
    rail_hover: str
    rail_selected: str
    rail_selected_text: str

    def tone(self, tone: Tone) -> tuple[str, str]:
        """Ink and soft ground of a tone."""
        return getattr(self, tone.value), getattr(self, f"{tone.value}_soft")


@dataclass(frozen=True, slots=True)
class Theme:
    """One theme file."""

    name: str
    dark: bool
    colours: Colours
    challenges: tuple[str, ...]

    def challenge(self, number: int) -> str:
        """The colour of regio-uitdaging ``number`` (1 = the first); a call with more starts over."""
        return self.challenges[(number - 1) % len(self.challenges)]

    def challenge_ink(self, number: int) -> str:
        """The colour of the number on that colour: white or near-black, whichever reads best."""
        ground = self.challenge(number)
        return max(("#ffffff", "#14191b"), key=lambda ink: contrast(ink, ground))


@dataclass(frozen=True, slots=True)
class Metrics:
    """Sizes in pixels, all derived from the height of the text."""

    base: int
    """Body text."""
    small: int
    tiny: int
    heading: int
    title: int
    number: int
    unit: int
    """The step of every distance (4 px at the usual text size)."""
    row: int
    """Height of a table row."""
    control: int
    """Height of a button, field or chip row."""
    chip: int
    """Side of a challenge square."""


@cache
def load(name: str) -> Theme:
    """The theme ``name`` as its file states it."""
    raw = tomllib.loads(resources.text("themes", f"{name}.toml"))
    return Theme(raw["name"], raw["dark"], Colours(**raw["colours"]), tuple(raw["challenges"]))


@dataclass(slots=True)
class _Active:
    theme: Theme | None = None
    metrics: Metrics | None = None


_active = _Active()


def current() -> Theme:
    """The theme in use (light until one has been applied)."""
    return _active.theme or load("light")


def metrics() -> Metrics:
    """The sizes in use."""
    return _active.metrics or measure(BASE_PIXELS)


def scaled(points: int) -> int:
    """A width that goes with the text: ``points`` at the usual text size."""
    return round(points * metrics().base / BASE_PIXELS)


def measure(base: int) -> Metrics:
    """The sizes that go with body text of ``base`` pixels."""
    height = QFontMetricsF(_font(base)).height()
    unit = max(3, round(height / 4))
    return Metrics(
        base=base,
        small=round(base * 0.92),
        tiny=round(base * 0.85),
        heading=round(base * 1.15),
        title=round(base * 1.42),
        number=round(base * 2.08),
        unit=unit,
        row=round(height * 2.25),
        control=round(height * 2.0),
        chip=round(height * 1.28),
    )


def load_fonts() -> None:
    """Make the shipped font known to Qt; without it an offscreen window shows only boxes."""
    for file in sorted(resources.path("fonts").glob("*.ttf")):
        QFontDatabase.addApplicationFont(str(file))


def apply(app: QApplication, name: str, scale: float = 1.0) -> None:
    """Dress the whole program in theme ``name``; ``scale`` enlarges the text (1.0 = 13 pixels)."""
    theme = load(name)
    base = round(BASE_PIXELS * scale)
    _active.theme, _active.metrics = theme, measure(base)
    if (fusion := QStyleFactory.create("Fusion")) and app.style().objectName() != "fusion":
        app.setStyle(fusion)
    app.setFont(_font(base))
    app.setPalette(palette(theme.colours))
    app.setStyleSheet(style_sheet(theme, metrics()))
    for widget in app.allWidgets():
        _recolour_icon(widget)


def font(size: str = "base", weight: int = 400, *, figures: bool = False) -> QFont:
    """A font for painting: ``size`` is a field of :class:`Metrics`, ``weight`` 400, 500, 600 or 700.

    :param figures: figures of equal width, for columns of numbers and counting clocks. Not for running
        text: Inter makes the hyphen as wide as a figure too.
    """
    made = _font(getattr(metrics(), size), weight)
    if figures:
        made.setFeature(QFont.Tag("tnum"), 1)
    return made


def colour(value: str, alpha: float = 1.0) -> QColor:
    """A colour of the theme for painting."""
    made = QColor(value)
    made.setAlphaF(alpha)
    return made


def pen(value: str, width: float = 1.0) -> QPen:
    """A pen in a colour of the theme."""
    return QPen(QColor(value), width)


def _font(base: int, weight: int = 400) -> QFont:
    made = QFont(FAMILY)
    made.setPixelSize(base)
    made.setWeight(QFont.Weight(weight))
    return made


def _recolour_icon(widget: QWidget) -> None:
    name = widget.property("iconName")
    if name:
        from jury_desktop.ui.icons import refresh_icon

        refresh_icon(widget)


def style_sheet(theme: Theme, sizes: Metrics) -> str:
    """The one style sheet: ``themes/window.qss`` with the colours and sizes filled in."""
    values: dict[str, object] = {name: getattr(theme.colours, name) for name in Colours.__slots__}
    values |= {f"size_{name}": getattr(sizes, name) for name in Metrics.__slots__}
    values |= {f"u{step}": round(sizes.unit * step / 4) for step in (1, 2, 4, 6, 8, 10, 12, 16, 20, 24)}
    values["marks"] = resources.path("themes", "marks").as_posix()
    values["shade"] = theme.name
    values["ring_inner"] = sizes.control - 10
    values["inner"] = sizes.control - 2  # with the thicker ring of the focus a control keeps its height
    return Template(resources.text("themes", "window.qss")).substitute(values)


def palette(colours: Colours) -> QPalette:
    """The palette for whatever the style sheet leaves to Qt."""
    roles = QPalette.ColorRole
    chosen = {
        roles.Window: colours.ground,
        roles.WindowText: colours.text,
        roles.Base: colours.panel,
        roles.AlternateBase: colours.field,
        roles.ToolTipBase: colours.panel,
        roles.ToolTipText: colours.text,
        roles.PlaceholderText: colours.muted,
        roles.Text: colours.text,
        roles.Button: colours.panel,
        roles.ButtonText: colours.text,
        roles.BrightText: colours.bad,
        roles.Light: colours.panel,
        roles.Midlight: colours.line_soft,
        roles.Mid: colours.line,
        roles.Dark: colours.line_strong,
        roles.Shadow: colours.line_strong,
        roles.Highlight: colours.accent_soft,
        roles.HighlightedText: colours.text,
        roles.Link: colours.accent_text,
        roles.LinkVisited: colours.accent_text,
        roles.Accent: colours.accent,
    }
    filled = QPalette()
    for role, colour in chosen.items():
        filled.setColor(role, QColor(colour))
    for role in (roles.WindowText, roles.Text, roles.ButtonText):
        filled.setColor(QPalette.ColorGroup.Disabled, role, QColor(colours.disabled))
    return filled
