"""A juror who comes late or not at all: how much was missed, whether the juror scores, and why."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QButtonGroup, QCheckBox, QDialog, QRadioButton, QVBoxLayout, QWidget

from jury_desktop.domain.call import PitchRules
from jury_desktop.domain.session import Attendance, late_juror_scores
from jury_desktop.services.session import Seat
from jury_desktop.ui import theme
from jury_desktop.ui.actions import SUBMIT
from jury_desktop.ui.pages.session.steps import JurorNote
from jury_desktop.ui.text import area
from jury_desktop.ui.widgets.basics import button, label, row, stack
from jury_desktop.ui.widgets.form import Field, number_box
from jury_desktop.ui.widgets.growing_text import GrowingText

tr = area("session")


class JurorDialog(QDialog):
    """Asks what the call leaves open. Opens without blocking.

    :param pitch: the id of the candidacy, ``later`` those of the pitches after it in this session on whose
        panel the juror sits.
    """

    def __init__(
        self,
        rules: PitchRules,
        seat: Seat,
        attendance: Attendance,
        pitch: str,
        later: Sequence[str],
        noted: Callable[[JurorNote], object],
        parent: QWidget,
    ) -> None:
        super().__init__(parent)
        self._rules, self._seat, self._attendance, self._noted = rules, seat, attendance, noted
        self._pitch, self._later = pitch, tuple(later)
        self.setModal(True)
        name = seat.juror.name
        texts = {Attendance.LATE: tr("{name} comes late"), Attendance.ABSENT: tr("{name} is absent")}
        self.setWindowTitle(texts.get(attendance, "{name}").format(name=name))
        late = seat.noted if seat.noted and seat.noted.attendance is Attendance.LATE else None
        self.missed = number_box(0, rules.minutes, late.missed if late else 5, tr("minutes"))
        self.scores = QRadioButton(tr("Scores this pitch"))
        self.scores_not = QRadioButton(tr("Does not score this pitch"))
        self.rest = QCheckBox(tr("Also for %n later pitches of this session", "", len(self._later)))
        asked = tr("Needed where the call does not say it.") if attendance is Attendance.LATE else ""
        self.reason = Field(tr("Reason"), GrowingText(tr("Reason")), asked)
        self.keep = button(tr("Note"), self._keep, part="primary")
        QShortcut(QKeySequence(SUBMIT), self, self.keep.click)
        self._build()
        self._judge()
        self.finished.connect(self.deleteLater)

    def _build(self) -> None:
        late = self._attendance is Attendance.LATE
        column = QVBoxLayout(self)
        column.setContentsMargins(24, 22, 24, 20)
        column.setSpacing(14)
        column.addWidget(label(self.windowTitle(), "title", wrap=True))
        self.says = label("", "muted", wrap=True)
        column.addWidget(self.says)
        if late:
            self._build_late(column)
        if self._later and not late:
            column.addWidget(self.rest)
        column.addWidget(self.reason)
        column.addLayout(row(button(tr("Cancel"), self.reject), None, self.keep))
        self.setMinimumWidth(theme.metrics().base * 34)
        reason = self.reason.widget
        assert isinstance(reason, GrowingText)
        reason.textChanged.connect(self._judge)
        (self.missed if late else reason).setFocus()

    def _build_late(self, column: QVBoxLayout) -> None:
        group = QButtonGroup(self)
        for radio in (self.scores, self.scores_not):
            group.addButton(radio)
        self.missed.valueChanged.connect(self._follow)
        group.buttonClicked.connect(self._judge)
        column.addWidget(Field(tr("Missed of pitch and questions"), self.missed))
        column.addLayout(stack(self.scores, self.scores_not, spacing=4))
        self._follow()

    def _follow(self) -> None:
        """The choice follows the call, until the user chooses otherwise."""
        told = late_juror_scores(self._rules, self.missed.value())
        if told is not None:
            (self.scores if told else self.scores_not).setChecked(True)
        self._judge()

    def _chosen(self) -> bool | None:
        if self._attendance is not Attendance.LATE:
            return None
        if self.scores.isChecked():
            return True
        return False if self.scores_not.isChecked() else None

    def _told(self) -> bool | None:
        """What the call says of it."""
        if self._attendance is not Attendance.LATE:
            return None
        return late_juror_scores(self._rules, self.missed.value())

    def _says(self) -> str:
        if self._attendance is Attendance.ABSENT:
            text = tr("Who did not hear the pitch does not score it. That is no zero and no missing sheet.")
            submitted = tr("The sheet that was submitted stays in the dossier and does not count.")
            return f"{text} {submitted}" if self._seat.submitted else text
        if self._rules.juror_may_miss is None:
            return tr("The call does not say how much a juror may miss: you decide, with a reason.")
        text = tr("By the call a juror may miss {percent} % of pitch and questions and still score.")
        return text.format(percent=self._rules.juror_may_miss)

    def _judge(self) -> None:
        self.says.setText(self._says())
        late, chosen = self._attendance is Attendance.LATE, self._chosen()
        needs = late and chosen is not self._told()
        given = bool(self._reason())
        self.keep.setEnabled(not late or (chosen is not None and (given or not needs)))

    def _reason(self) -> str:
        widget = self.reason.widget
        return widget.toPlainText().strip() if isinstance(widget, GrowingText) else ""

    def _keep(self) -> None:
        late = self._attendance is Attendance.LATE
        pitches = (self._pitch, *(self._later if self.rest.isChecked() else ()))
        missed = self.missed.value() if late else 0
        note = JurorNote(
            pitches, self._seat.juror.id, self._attendance, missed, self._chosen(), self._reason()
        )
        self.accept()
        self._noted(note)
