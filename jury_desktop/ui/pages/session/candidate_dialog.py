"""A candidate who comes late or not at all: what follows, by the call or with a reason."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import (
    QButtonGroup,
    QDialog,
    QRadioButton,
    QVBoxLayout,
    QWidget,
)

from jury_desktop.domain.call import BRUSSELS, Consequence, PitchRules
from jury_desktop.domain.session import Attendance, consequence_of
from jury_desktop.services.session import SessionPitch
from jury_desktop.services.session_places import FreePlace
from jury_desktop.ui import theme
from jury_desktop.ui.actions import SUBMIT
from jury_desktop.ui.pages.session.steps import CandidateNote
from jury_desktop.ui.pages.session.words import consequence_name
from jury_desktop.ui.text import area
from jury_desktop.ui.widgets.basics import button, label, row, stack
from jury_desktop.ui.widgets.form import Field, number_box
from jury_desktop.ui.widgets.growing_text import GrowingText
from jury_desktop.ui.widgets.still import ChoiceBox
from jury_desktop.wording import day

tr = area("session")

OFFERED = {
    Attendance.LATE: tuple(Consequence),
    Attendance.ABSENT: (Consequence.MOVED, Consequence.WITHDRAWN),
}
"""What can follow; who is not there cannot pitch."""


class CandidateDialog(QDialog):
    """Asks what the call leaves open. Opens without blocking; the free places may come later."""

    def __init__(
        self,
        rules: PitchRules,
        pitch: SessionPitch,
        attendance: Attendance,
        noted: Callable[[CandidateNote], object],
        language: str,
        parent: QWidget,
    ) -> None:
        super().__init__(parent)
        self._rules, self._pitch, self._attendance = rules, pitch, attendance
        self._noted, self._language = noted, language
        self._told = consequence_of(rules, attendance)
        self.setModal(True)
        texts = {Attendance.LATE: tr("{name} comes late"), Attendance.ABSENT: tr("{name} is absent")}
        self.setWindowTitle(texts.get(attendance, "{name}").format(name=pitch.candidacy.organisation))
        self.late = number_box(1, 240, 5, tr("minutes"))
        self.choices = {each: QRadioButton(self._text(each)) for each in OFFERED.get(attendance, ())}
        self.later = QRadioButton(tr("Decide later"))
        self.places = ChoiceBox()
        self.place = Field(tr("Another place"), self.places, tr("Free places are being looked for…"))
        self.reason = Field(
            tr("Reason"), GrowingText(tr("Reason")), tr("Needed where the call does not say it.")
        )
        self.keep = button(tr("Note"), self._keep, part="primary")
        QShortcut(QKeySequence(SUBMIT), self, self.keep.click)
        self._build()
        self._judge()
        self.finished.connect(self.deleteLater)

    def show_places(self, places: Sequence[FreePlace]) -> None:
        """Offer the free places that were found."""
        self.places.clear()
        for place in places:
            start = place.slot.start.astimezone(BRUSSELS)
            text = f"{day(start.date(), self._language, 'EEEE d MMMM')} · {start:%H:%M}"
            if len({each.slot.room for each in places}) > 1:
                text += " · " + tr("room {number}").format(number=place.slot.room)
            self.places.addItem(text, place)
        none = tr("No place is free that breaks no rule. Look on the page Planning what stands in the way.")
        self.place.show_hint("" if places else none)
        self.adjustSize()
        self._judge()

    # building

    def _text(self, consequence: Consequence) -> str:
        text = consequence_name(consequence)
        return (
            tr("{consequence} (by the call)").format(consequence=text) if consequence is self._told else text
        )

    def _build(self) -> None:
        late = self._attendance is Attendance.LATE
        says = tr("The call does not say what follows: you decide, with a reason.")
        if self._told is not None:
            says = tr("The call says what follows. Something else asks a reason.")
        column = QVBoxLayout(self)
        column.setContentsMargins(24, 22, 24, 20)
        column.setSpacing(14)
        column.addWidget(label(self.windowTitle(), "title", wrap=True))
        column.addWidget(label(says, "muted", wrap=True))
        if late:
            column.addWidget(Field(tr("How late"), self.late))
        column.addLayout(self._radios(late))
        column.addWidget(self.place)
        column.addWidget(self.reason)
        column.addLayout(row(button(tr("Cancel"), self.reject), None, self.keep))
        self.setMinimumWidth(theme.metrics().base * 38)
        self._reason_field().textChanged.connect(self._judge)
        (self.late if late else next(iter(self._group.buttons()))).setFocus()

    def _radios(self, late: bool) -> QVBoxLayout:
        self._group = QButtonGroup(self)
        radios = [*self.choices.values(), *(() if late else (self.later,))]
        for radio in radios:
            self._group.addButton(radio)
        if self._told in self.choices:
            self.choices[self._told].setChecked(True)
        self._group.buttonClicked.connect(self._judge)
        return stack(*radios, spacing=4)

    # deciding

    def _chosen(self) -> Consequence | None:
        return next((each for each, radio in self.choices.items() if radio.isChecked()), None)

    def _judge(self) -> None:
        chosen = self._chosen()
        later = self.later.isChecked()
        if self.place.isHidden() == (chosen is Consequence.MOVED):
            self.place.setVisible(chosen is Consequence.MOVED)
            self.adjustSize()
        needs = chosen is not None and chosen is not self._told
        placed = chosen is not Consequence.MOVED or self.places.currentData() is not None
        decided = later or (chosen is not None and placed)
        self.keep.setEnabled(decided and (bool(self._reason()) or not needs))

    def _reason_field(self) -> GrowingText:
        assert isinstance(self.reason.widget, GrowingText)
        return self.reason.widget

    def _reason(self) -> str:
        return self._reason_field().toPlainText().strip()

    def _keep(self) -> None:
        late = self.late.value() if self._attendance is Attendance.LATE else 0
        chosen = self._chosen()
        place = self.places.currentData() if chosen is Consequence.MOVED else None
        self.accept()
        self._noted(CandidateNote(self._attendance, late, chosen, self._reason(), place))
