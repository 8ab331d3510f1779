"""The rail on the left: the stages of the procedure in their order, each with its count."""

from __future__ import annotations

import importlib
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import cast

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import (
    QButtonGroup,
    QFrame,
    QMenu,
    QPushButton,
    QSizePolicy,
    QToolButton,
    QVBoxLayout,
    QWidget,
)

from jury_desktop.domain.call import BRUSSELS
from jury_desktop.ui import theme
from jury_desktop.ui.icons import pixmap, set_icon
from jury_desktop.ui.pages.base import Page
from jury_desktop.ui.readings import RailState
from jury_desktop.ui.text import area
from jury_desktop.ui.widgets.basics import icon_button, label, restyle, role, row

tr = area("shell")

WIDE, NARROW = 212, 60
"""Width of the rail at the usual text size, open and collapsed."""
MENU_WIDTH = 30


@dataclass(frozen=True, slots=True)
class RailEntry:
    """An entry of the rail. ``page`` is ``module:Class`` under ``jury_desktop.ui.pages``."""

    key: str
    icon: str
    page: str
    after_line: bool = False

    def title(self) -> str:
        """The entry in the user's language."""
        return _titles()[self.key]

    def load(self) -> type[Page]:
        """The class of its page; imported only when it is first shown."""
        module, _, name = self.page.partition(":")
        found = getattr(importlib.import_module(f"jury_desktop.ui.pages.{module}"), name)
        return cast(type[Page], found)


STAGES = (
    RailEntry("overview", "layout-dashboard", "overview:OverviewPage"),
    RailEntry("candidacies", "inbox", "candidacies:CandidaciesPage"),
    RailEntry("jury", "users", "jury:JuryPage"),
    RailEntry("assessment", "clipboard-check", "assessment:AssessmentPage"),
    RailEntry("planning", "calendar-clock", "planning:PlanningPage"),
    RailEntry("session", "mic", "session:SessionPage"),
    RailEntry("deliberation", "scale", "deliberation:DeliberationPage"),
    RailEntry("letters", "mail", "letters:LettersPage"),
    RailEntry("rebuttal", "message-square-reply", "rebuttal:RebuttalPage"),
    RailEntry("journal", "scroll-text", "journal:JournalPage", after_line=True),
    RailEntry("settings", "settings", "settings:SettingsPage", after_line=True),
)


def _titles() -> Mapping[str, str]:
    return {
        "overview": tr("Overview"),
        "candidacies": tr("Candidacies"),
        "jury": tr("Jury"),
        "assessment": tr("Assessment"),
        "planning": tr("Planning"),
        "session": tr("Pitch session"),
        "deliberation": tr("Deliberation"),
        "letters": tr("Letters"),
        "rebuttal": tr("Rebuttal"),
        "journal": tr("Journal"),
        "settings": tr("Settings"),
        "desk": tr("My scores"),
        "own": tr("My scores"),
    }


def _file_line(state: RailState) -> str:
    if state.read_only:
        return tr("{file} · to read only").format(file=state.file)
    if state.saved is None:
        return state.file
    return tr("{file} · saved {time}").format(
        file=state.file, time=f"{state.saved.astimezone(BRUSSELS):%H:%M}"
    )


class RailButton(QPushButton):
    """One entry: icon, title, count."""

    def __init__(self, stage: RailEntry, parent: QWidget) -> None:
        super().__init__(stage.title(), parent)
        self.stage = stage
        self.count = ""
        self.narrow = False
        self.setCheckable(True)
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setFixedHeight(theme.metrics().control + theme.metrics().unit)
        self.show_count("")

    def show_count(self, count: str) -> None:
        """Show ``count`` at the right end, and tell it to a screen reader."""
        self.count = count
        name = f"{self.stage.title()}, {count}" if count else self.stage.title()
        self.setAccessibleName(name)
        self.setToolTip(name if self.narrow else "")
        self.update()

    def set_narrow(self, narrow: bool) -> None:
        """Show the icon alone, with the title as tooltip."""
        self.narrow = narrow
        self.show_count(self.count)

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        colours = theme.current().colours
        ink = colours.rail_selected_text if self.isChecked() else colours.rail_text
        self._paint_ground(painter)
        painter.setOpacity(1.0 if self.isEnabled() else 0.4)
        side = 18
        left = (self.width() - side) // 2 if self.narrow else 12
        top = (self.height() - side) // 2
        painter.drawPixmap(left, top, pixmap(self.stage.icon, ink, side, self.devicePixelRatioF()))
        if not self.narrow:
            self._paint_text(painter, ink)

    def _paint_ground(self, painter: QPainter) -> None:
        colours = theme.current().colours
        area_ = self.rect().adjusted(1, 1, -1, -1)
        painter.setPen(Qt.PenStyle.NoPen)
        if self.isChecked():
            painter.setBrush(theme.colour(colours.rail_selected))
            painter.drawRoundedRect(area_, 6, 6)
        elif self.underMouse():
            painter.setBrush(theme.colour(colours.rail_hover))
            painter.drawRoundedRect(area_, 6, 6)
        if self.hasFocus():
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.setPen(theme.pen(colours.rail_focus, 2))
            painter.drawRoundedRect(area_, 6, 6)

    def _paint_text(self, painter: QPainter, ink: str) -> None:
        colours = theme.current().colours
        middle = Qt.AlignmentFlag.AlignVCenter
        font = theme.font(weight=600 if self.isChecked() else 400)
        painter.setFont(font)
        painter.setPen(theme.colour(ink))
        painter.drawText(self.rect().adjusted(40, 0, -12, 0), middle, self.stage.title())
        painter.setFont(theme.font("tiny", figures=True))
        painter.setPen(theme.colour(ink if self.isChecked() else colours.rail_muted))
        painter.drawText(self.rect().adjusted(0, 0, -12, 0), middle | Qt.AlignmentFlag.AlignRight, self.count)


class Rail(QFrame):
    """The whole rail.

    :ivar chosen: the user wants the page with this key.
    """

    chosen = Signal(str)

    def __init__(self, stages: Sequence[RailEntry] = STAGES, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.narrow = False
        self._stages = tuple(stages)
        self.setObjectName("rail")
        self.setAccessibleName(tr("Stages of the procedure"))
        self.buttons: dict[str, RailButton] = {}
        self._group = QButtonGroup(self)
        self._name = role(label("Jury Desktop"), "rail-name")
        self._call = role(label("", wrap=True), "rail-note")
        self._user = role(label(""), "rail-note")
        self._file = role(label("", wrap=True), "rail-note")
        self.soundness = role(label("", wrap=True), "rail-note")
        self.menu = QMenu(self)
        self._menu_button = self._make_menu_button()
        self._fill()
        self.set_narrow(False)

    def _fill(self) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(10, 18, 10, 14)
        column.setSpacing(2)
        column.addLayout(row(self._name, None, self._menu_button))
        column.addWidget(self._call)
        column.addSpacing(10)
        self._fill_stages(column)
        column.addStretch(1)
        column.addWidget(self._user)
        column.addWidget(self._file)
        column.addWidget(self.soundness)

    def _make_menu_button(self) -> QToolButton:
        made = icon_button("menu", tr("Menu"))
        set_icon(made, "menu", "rail_muted")
        made.setMenu(self.menu)
        made.setPopupMode(QToolButton.ToolButtonPopupMode.InstantPopup)
        return made

    def _fill_stages(self, column: QVBoxLayout) -> None:
        line_drawn = False
        for stage in self._stages:
            if stage.after_line and not line_drawn:
                column.addSpacing(8)
                column.addWidget(role(QFrame(), "rail-line"))
                column.addSpacing(8)
                line_drawn = True
            button = RailButton(stage, self)
            button.clicked.connect(self._clicked)
            self._group.addButton(button)
            self.buttons[stage.key] = button
            column.addWidget(button)

    def _clicked(self) -> None:
        button = self._group.checkedButton()
        if isinstance(button, RailButton):
            self.chosen.emit(button.stage.key)

    def select(self, key: str) -> None:
        """Mark the stage on show."""
        self.buttons[key].setChecked(True)

    def set_usable(self, usable: bool) -> None:
        """Without a dossier there is nowhere to go."""
        for button in self.buttons.values():
            button.setEnabled(usable)

    def show_state(self, state: RailState) -> None:
        """Show call, user, file and the counts."""
        self._call.setText(state.call)
        self._user.setText(state.user)
        self._file.setText(_file_line(state))
        for key, button in self.buttons.items():
            button.show_count(state.counts.get(key, ""))

    def show_soundness(self, text: str, sound: bool) -> None:
        """Show whether the dossier is what its journal says; nothing while that is not known."""
        self.soundness.setText(text)
        self.soundness.setProperty("sound", sound)
        restyle(self.soundness)
        self._show_soundness()

    def _show_soundness(self) -> None:
        self.soundness.setVisible(not self.narrow and bool(self.soundness.text()))

    def set_narrow(self, narrow: bool) -> None:
        """Collapse to icons, or open again."""
        self.narrow = narrow
        self.setFixedWidth(NARROW if narrow else theme.scaled(WIDE))
        self._menu_button.setFixedWidth(NARROW - 20 if narrow else MENU_WIDTH)
        for part in (self._name, self._call, self._user, self._file):
            part.setVisible(not narrow)
        self._show_soundness()
        for button in self.buttons.values():
            button.set_narrow(narrow)
