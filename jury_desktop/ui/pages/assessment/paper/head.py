"""Above the grid: whose sheets these are, which entry, and the code by which a sheet is found."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QWidget

from jury_desktop.domain.call import Round
from jury_desktop.domain.juror import Juror
from jury_desktop.ui import theme
from jury_desktop.ui.text import area
from jury_desktop.ui.widgets.basics import label, row, stack
from jury_desktop.ui.widgets.form import line_edit
from jury_desktop.ui.widgets.still import ChoiceBox
from jury_desktop.ui.widgets.switch import Switch

tr = area("assessment")

FIRST, SECOND = "first", "second"
SCORES, GOALS = "scores", "goals"
CODE_KEY = "F3"
"""To the code of a sheet, from the page and from the grid."""


class PaperHead(QWidget):
    """The choice of juror, round and entry.

    :ivar chosen: something else was chosen.
    :ivar turned: the goals were chosen instead of the scores, or the other way round.
    :ivar code_typed: the code of a sheet was typed; carries it.
    :ivar code_left: the user goes back to the grid.
    """

    chosen = Signal()
    turned = Signal()
    code_typed = Signal(str)
    code_left = Signal()

    def __init__(self, juror: str, round_: Round) -> None:
        super().__init__()
        self._wanted = juror
        self.who = ChoiceBox()
        self.who.setAccessibleName(tr("Sheets of"))
        rounds = ((Round.WRITTEN.value, tr("Written")), (Round.PITCH.value, tr("Pitch")))
        self.rounds = Switch(rounds, tr("Round"))
        self.rounds.choose(round_.value)
        self.entries = Switch(((FIRST, tr("First entry")), (SECOND, tr("Second entry"))), tr("Entry"))
        self.entries.choose(FIRST)
        self.sides = Switch(((SCORES, tr("Scores")), (GOALS, tr("Goals"))), tr("What is typed"))
        self.code = line_edit(suggestion=f"{tr('Code on the sheet')} ({CODE_KEY})")
        self.code.setAccessibleName(tr("Code on the sheet"))
        self._keys = label("", "small", wrap=True)
        self._build()

    def _build(self) -> None:
        caption = label(tr("Sheets of"), "strong")
        caption.setBuddy(self.who)
        self.who.setMinimumWidth(220)
        self.code.setFixedWidth(theme.metrics().base * 15)
        self.code.returnPressed.connect(self._code)
        away = QShortcut(QKeySequence(Qt.Key.Key_Escape), self.code, self.code_left.emit)
        away.setContext(Qt.ShortcutContext.WidgetShortcut)
        line = row(caption, self.who, self.rounds, self.sides, self.entries, None, spacing=12)
        told = row(self._keys, self.code, spacing=12)
        told.setStretch(0, 1)
        self.setLayout(stack(line, told, spacing=8))
        self.who.activated.connect(self._changed)
        self.rounds.chosen.connect(self._changed)
        self.entries.chosen.connect(self._changed)
        self.sides.chosen.connect(self._turned)
        self._tell_keys()

    def offer(self, jurors: Sequence[Juror]) -> None:
        """Offer the jurors, the wanted one first."""
        for juror in jurors:
            self.who.addItem(juror.name, juror.id)
        self.who.setCurrentIndex(max(0, self.who.findData(self._wanted)))

    def choose(self, juror: str, round_: Round) -> None:
        """Choose a juror and a round, without telling."""
        self.who.setCurrentIndex(self.who.findData(juror))
        self.rounds.choose(round_.value)

    @property
    def juror(self) -> str:
        """The id of the chosen juror; empty while there is none."""
        return str(self.who.currentData() or "")

    @property
    def round(self) -> Round:
        """The chosen round."""
        return Round(self.rounds.current())

    @property
    def second(self) -> bool:
        """Whether this is the second entry."""
        return self.entries.current() == SECOND

    @property
    def goals(self) -> bool:
        """Whether goals are typed, not scores."""
        return self.sides.current() == GOALS

    def turn(self, *, goals: bool) -> None:
        """Choose the goals or the scores, and tell."""
        self.sides.choose(GOALS if goals else SCORES)
        self._turned()

    def ask_code(self) -> None:
        """Put the keyboard on the code."""
        self.code.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self.code.selectAll()

    def _changed(self, *_: object) -> None:
        self._tell_keys()
        self.chosen.emit()

    def _turned(self, *_: object) -> None:
        self._tell_keys()
        self.turned.emit()

    def _code(self) -> None:
        if typed := self.code.text().strip():
            self.code_typed.emit(typed)

    def _tell_keys(self) -> None:
        first = tr(
            "A digit scores and goes on; N is n/a where that is allowed, Backspace clears, Ctrl+Z undoes, "
            "arrows move, Enter goes to the comment. A dot is a score that was there already, a small circle "
            "asks for a comment."
        )
        marks = tr(
            "1 is shown, 2 partly, 3 not, and goes on; Backspace clears, Ctrl+Z undoes, arrows move. A goal "
            "without a mark on paper stays empty. Goals feed the coverage, never the score."
        )
        second = tr(
            "Type the sheets again without looking at the first entry. Green is the same; red is different: "
            "look at the paper. A sheet that is the same throughout is marked as entered twice."
        )
        self._keys.setText(second if self.second else marks if self.goals else first)
