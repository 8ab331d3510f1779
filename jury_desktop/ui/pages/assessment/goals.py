"""The goals of a challenge, each with a mark: shown, partly or not. They feed coverage, never the score."""

from __future__ import annotations

from collections.abc import Mapping

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QGridLayout, QVBoxLayout, QWidget

from jury_desktop.domain.call import Challenge
from jury_desktop.domain.sheet import GoalMark
from jury_desktop.ui.icons import set_icon
from jury_desktop.ui.text import area
from jury_desktop.ui.theme import Tone
from jury_desktop.ui.widgets.basics import button, label
from jury_desktop.ui.widgets.form import bring_into_view
from jury_desktop.ui.widgets.state_segments import StateSegments

tr = area("assessment")


class Goals(QWidget):
    """How many goals are shown, as a button that unfolds them; whoever holds it places :attr:`fold`.

    :ivar edited: a mark is different now.
    :ivar hint: which keys there are for the goal that has the keyboard; empty once none has.
    """

    edited = Signal()
    hint = Signal(str)

    def __init__(self, challenge: Challenge) -> None:
        super().__init__()
        self._challenge = challenge
        self.fold = button("", self._toggle, part="link")
        self.marks: dict[str, StateSegments] = {}
        self._list = QWidget()
        self._fill()
        self.unfold(False)

    def _fill(self) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self._list)
        grid = QGridLayout(self._list)
        grid.setContentsMargins(4, 0, 0, 4)
        grid.setHorizontalSpacing(10)
        grid.setVerticalSpacing(6)
        grid.setColumnStretch(0, 1)
        for at, goal in enumerate(self._challenge.goals):
            grid.addWidget(label(goal.text, "small", wrap=True), at, 0)
            self.marks[goal.key] = self._segments(goal.text)
            grid.addWidget(self.marks[goal.key], at, 1, Qt.AlignmentFlag.AlignTop)

    def _segments(self, goal: str) -> StateSegments:
        states = (
            (GoalMark.SHOWN.value, tr("shown"), Tone.GOOD),
            (GoalMark.PARTLY.value, tr("partly"), Tone.WARN),
            (GoalMark.NOT.value, tr("not"), Tone.BAD),
        )
        made = StateSegments(goal, states, tr("no mark yet"))
        made.changed.connect(self._marked)
        made.installEventFilter(self)
        return made

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.FocusIn:
            self.hint.emit(tr("1 shown, 2 partly, 3 not, ↓ to the next goal, G back to the score."))
        elif event.type() == QEvent.Type.FocusOut:
            self.hint.emit("")
        return super().eventFilter(watched, event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Up and down walk along the goals."""
        step = {Qt.Key.Key_Down: 1, Qt.Key.Key_Up: -1}.get(Qt.Key(event.key()), 0)
        marks = list(self.marks.values())
        here = [at for at, each in enumerate(marks) if each.hasFocus()]
        if not step or not here:
            super().keyPressEvent(event)
        elif 0 <= here[0] + step < len(marks):
            marks[here[0] + step].setFocus(Qt.FocusReason.TabFocusReason)
            bring_into_view(marks[here[0] + step])

    def _marked(self, _state: str) -> None:
        self._count()
        self.edited.emit()

    def show_marks(self, marks: Mapping[str, GoalMark]) -> None:
        """Show the marks of a sheet."""
        for key, segments in self.marks.items():
            mark = marks.get(key)
            segments.show_state(mark.value if mark else "")
        self._count()

    def given(self) -> dict[str, GoalMark | None]:
        """The mark of every goal; None where there is none."""
        return {key: GoalMark(each.state) if each.state else None for key, each in self.marks.items()}

    def set_editable(self, editable: bool) -> None:
        """Whether marks can be changed."""
        for segments in self.marks.values():
            segments.setEnabled(editable)

    def unfold(self, shown: bool) -> None:
        """Show or hide the list of goals."""
        self._list.setVisible(shown)
        set_icon(self.fold, "chevron-down" if shown else "chevron-right", "accent_text")
        self.fold.setAccessibleDescription(tr("Unfolded") if shown else tr("Folded"))

    def _toggle(self) -> None:
        self.unfold(self._list.isHidden())

    def _count(self) -> None:
        shown = sum(segments.state == GoalMark.SHOWN.value for segments in self.marks.values())
        text = tr("{shown} of %n goals shown", "", len(self.marks))
        if self.unmarked:
            text = tr("%n goals · {unmarked} to mark", "", len(self.marks))
        self.fold.setText(text.format(shown=shown, unmarked=len(self.unmarked)))

    @property
    def unmarked(self) -> list[StateSegments]:
        """The goals that have no mark yet."""
        return [segments for segments in self.marks.values() if not segments.state]
