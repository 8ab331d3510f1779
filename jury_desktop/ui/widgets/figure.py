"""Big figures and bars: the cards of the overview and the rows per challenge."""

from __future__ import annotations

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QLabel, QSizePolicy, QWidget

from jury_desktop.ui import theme
from jury_desktop.ui.widgets import paint
from jury_desktop.ui.widgets.basics import Panel, label, role
from jury_desktop.ui.widgets.elided import ElidedLabel
from jury_desktop.ui.widgets.marks import ChallengeChip

TEXT_LINES = 2
"""Room under a figure at least, so that it stands where it stood when its text becomes longer."""


class Bar(QWidget):
    """A thin bar, filled for a share. ``ink`` is a field of ``Colours``, or ``challenge`` a number 1…7."""

    def __init__(self, share: float = 0.0, ink: str = "accent", challenge: int = 0) -> None:
        super().__init__()
        self._share = share
        self._ink = ink
        self._challenge = challenge
        self.setFixedHeight(10)
        self.setMinimumWidth(40)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def show_share(self, share: float) -> None:
        """Fill it for another share, 0 to 1."""
        self._share = share
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        look = theme.current()
        colour = look.challenge(self._challenge) if self._challenge else getattr(look.colours, self._ink)
        paint.draw_bar(QPainter(self), QRectF(self.rect()), self._share, colour)


class FigureCard(Panel):
    """A panel with one big figure, what it counts, and how far that is if it can be far."""

    def __init__(self, number: str = "", text: str = "", share: float | None = None) -> None:
        super().__init__(margins=(16, 14, 16, 14))
        self.body.setSpacing(4)
        self._number = label("", "number")
        self._text = label("", "muted", wrap=True)
        self._text.setAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignTop)
        self._text.setMinimumHeight(TEXT_LINES * self._text.fontMetrics().lineSpacing())
        self._bar = Bar()
        self.body.addWidget(self._number)
        self.body.addWidget(self._text)
        self.body.addStretch(1)
        self.body.addWidget(self._bar)
        self.show_figure(number, text, share)

    def show_figure(self, number: str, text: str, share: float | None = None) -> None:
        """Show another figure; ``share`` 0 to 1, None for no bar."""
        self._number.setText(number)
        self._text.setText(text)
        self._bar.show_share(share or 0.0)
        keeps_place = self._bar.sizePolicy()
        keeps_place.setRetainSizeWhenHidden(True)
        self._bar.setSizePolicy(keeps_place)
        self._bar.setVisible(share is not None)
        self.setAccessibleName(f"{number} {text}")


class BarRow(QWidget):
    """One line of a small bar chart: chip, name, bar, count."""

    def __init__(self, challenge: int, name: str, count: int, most: int) -> None:
        super().__init__()
        line = QHBoxLayout(self)
        line.setContentsMargins(0, 0, 0, 0)
        line.setSpacing(10)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
        line.addWidget(ChallengeChip(challenge, name))
        line.addWidget(ElidedLabel("", name), 5)
        line.addWidget(Bar(count / most if most else 0.0, challenge=challenge), 6)
        line.addWidget(figure_label(str(count), width=2))
        self.setAccessibleName(f"{challenge} {name}: {count}")

    def sizeHint(self) -> QSize:
        return QSize(200, theme.metrics().chip + 6)


def figure_label(text: str, *, width: int = 0) -> QLabel:
    """A right-aligned number with figures of equal width; ``width`` in figures reserves its room."""
    made = label(text)
    made.setFont(theme.font(figures=True))
    made.setAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
    if width:
        made.setMinimumWidth(made.fontMetrics().horizontalAdvance("0" * width))
    return role(made, "figure")
