"""What stands in the place of a sealed sheet: that it is submitted, the way on, and a deliberate way in."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from jury_desktop.services.veil import look_at_sheet
from jury_desktop.ui.allowed import asks
from jury_desktop.ui.text import area
from jury_desktop.ui.widgets.basics import button, label
from jury_desktop.ui.widgets.marks import IconMark

tr = area("assessment")


class Veil(QWidget):
    """Hides what a sealed sheet says from whoever picked a name.

    :ivar next_wanted: the juror goes on with the next candidacy.
    :ivar look_wanted: somebody wants to see what the sheet says.
    """

    next_wanted = Signal()
    look_wanted = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.title = label(tr("Submitted and sealed"), "title", wrap=True)
        text = tr("Nobody sees these scores until the round opens. Whoever sits here has to ask for them.")
        self.text = label(text, "muted", wrap=True)
        self.onward = button(tr("Next candidacy (Alt+↓)"), self._next, part="primary")
        self.look = button(tr("Show my sheet…"), self._look, icon="eye")
        column = QVBoxLayout(self)
        column.setSpacing(12)
        column.addStretch(2)
        column.addWidget(IconMark("lock", 40, "line_strong"), 0, Qt.AlignmentFlag.AlignHCenter)
        for part in (self.title, self.text):
            part.setAlignment(Qt.AlignmentFlag.AlignHCenter)
            column.addWidget(part)
        for way in (self.onward, self.look):  # below each other: the column is narrow
            column.addWidget(way, 0, Qt.AlignmentFlag.AlignHCenter)
        column.addStretch(3)
        QWidget.setTabOrder(self.onward, self.look)
        self.show_way(onward=False, last=False)

    def show_way(self, *, onward: bool, last: bool) -> None:
        """Offer the next candidacy where there is one to score, and tell when it was the last of a list."""
        self.onward.setVisible(onward)
        self.title.setText(tr("Submitted and sealed: your last one") if last else tr("Submitted and sealed"))

    def start(self) -> None:
        """Put the cursor on the way on."""
        (self.look if self.onward.isHidden() else self.onward).setFocus(Qt.FocusReason.TabFocusReason)

    def _next(self) -> None:
        self.next_wanted.emit()

    @asks(look_at_sheet)
    def _look(self) -> None:
        self.look_wanted.emit()
