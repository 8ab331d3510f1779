"""The right side: one juror, to add or to change."""

from __future__ import annotations

from dataclasses import replace

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QCheckBox, QSpinBox, QVBoxLayout, QWidget

from jury_desktop.domain.call import Call
from jury_desktop.domain.errors import JuryError
from jury_desktop.domain.juror import Juror
from jury_desktop.services.jury import check_juror, remove_juror, save_juror
from jury_desktop.services.packets import make_packet
from jury_desktop.ui.allowed import asks, only_for
from jury_desktop.ui.pages.jury.availability import Availability
from jury_desktop.ui.text import area
from jury_desktop.ui.widgets.basics import Panel, button, label, row, rule
from jury_desktop.ui.widgets.challenge_toggles import ChallengeToggles
from jury_desktop.ui.widgets.form import Field, line_edit, scroll
from jury_desktop.ui.widgets.still import NumberBox
from jury_desktop.wording import render

tr = area("jury")

DAY = 24 * 60


class JurorForm(Panel):
    """The form. Nothing is kept before :attr:`keep_wanted` is answered.

    :ivar keep_wanted: keep what the form shows.
    :ivar cancel_wanted: drop what was typed.
    :ivar remove_wanted: take the juror away.
    :ivar packet_wanted: make a packet for the juror.
    :ivar edited: something is different from what is kept.
    """

    keep_wanted = Signal()
    cancel_wanted = Signal()
    remove_wanted = Signal()
    packet_wanted = Signal()
    edited = Signal()

    def __init__(self, language: str) -> None:
        super().__init__()
        self._language = language
        self._kept: Juror | None = None
        self.new = False
        self.heading = label("", "large")
        self.name, self.organisation, self.role, self.email = (
            only_for(line_edit(), save_juror) for _ in range(4)
        )
        self._fields = {
            self.name: Field(tr("Name"), self.name),
            self.organisation: Field(tr("Organisation"), self.organisation),
            self.role: Field(tr("Role"), self.role),
            self.email: Field(tr("E-mail"), self.email),
        }
        self.expertise = only_for(ChallengeToggles(), save_juror)
        self.knows = label("", "small", wrap=True)
        self.availability = only_for(Availability(language), save_juror)
        self.most = only_for(_minutes_box(), save_juror)
        self.active = only_for(QCheckBox(tr("Sits in the jury")), save_juror)
        self.observer = only_for(QCheckBox(tr("Observer: attends, never scores")), save_juror)
        self.problem = label("", "problem", wrap=True)
        self.keep = button(tr("Save"), self._keep, part="primary")
        self.cancel = button(tr("Cancel"), self._cancel)
        self.remove = button(
            tr("Remove"), self._remove, part="link", tip=tr("Take away who was entered by mistake")
        )
        told = tr("A locked file with the juror's candidacies, to score from elsewhere")
        self.packet = button(tr("Make a packet…"), self._packet, icon="lock", tip=told)
        self._build()
        self._listen()

    # building

    def _build(self) -> None:
        holder = QWidget()
        column = QVBoxLayout(holder)
        column.setContentsMargins(0, 0, 10, 4)
        column.setSpacing(10)
        for field in self._fields.values():
            column.addWidget(field)
        self._section(column, tr("Expertise"), self.expertise, self.knows)
        self._section(column, tr("Available in the sessions"), self.availability)
        column.addLayout(row(label(tr("At most per day"), "strong"), None, self.most))
        column.addWidget(rule())
        column.addWidget(self.active)
        column.addWidget(self.observer)
        column.addStretch(1)
        self.body.addWidget(self.heading)
        area_ = scroll(holder, tr("Juror"))
        area_.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        area_.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.body.addWidget(area_, 1)
        self.body.addWidget(self.problem)
        self.body.addLayout(row(self.remove, None, self.packet, self.cancel, self.keep))

    def _section(self, column: QVBoxLayout, title: str, *parts: QWidget) -> None:
        column.addWidget(label(title, "strong"))
        for part in parts:
            column.addWidget(part)

    def _listen(self) -> None:
        for line in self._fields:
            line.textEdited.connect(self._edited)
            line.returnPressed.connect(self._keep)
        self.expertise.changed.connect(self._edited)
        self.availability.changed.connect(self._edited)
        self.most.valueChanged.connect(self._edited)
        self.active.clicked.connect(self._edited)
        self.observer.clicked.connect(self._edited)

    # what is shown

    def show_juror(self, juror: Juror, call: Call, *, new: bool = False) -> None:
        """Show a juror as kept, or an empty one to fill in."""
        self._kept, self.new = juror, new
        self._names = {challenge.number: challenge.personas for challenge in call.challenges}
        self.expertise.offer(tuple(self._names.items()))
        self.availability.offer(call.windows)
        self.type_over(juror)
        self.heading.setText(tr("New juror") if new else juror.name)

    def type_over(self, juror: Juror) -> None:
        """Fill in what somebody wants of the juror on show, without keeping it."""
        values = (juror.name, juror.organisation, juror.role, juror.email)
        for line, value in zip(self._fields, values, strict=True):
            line.setText(value)
        self.expertise.choose(juror.expertise)
        self.availability.show_available(juror.available)
        self.most.blockSignals(True)
        self.most.setValue(juror.max_minutes_per_day or 0)
        self.most.blockSignals(False)
        self.active.setChecked(juror.active)
        self.observer.setChecked(juror.observer)
        self._show_state()

    def show_problem(self, problem: str) -> None:
        """Say what keeps the juror from being saved."""
        self.problem.setText(problem)
        self.problem.setVisible(bool(problem))

    def juror(self) -> Juror | None:
        """The juror as the form shows it; None before any was shown."""
        if self._kept is None:
            return None
        return replace(
            self._kept,
            name=self.name.text().strip(),
            organisation=self.organisation.text().strip(),
            role=self.role.text().strip(),
            email=self.email.text().strip(),
            expertise=self.expertise.chosen(),
            available=self.availability.available(),
            max_minutes_per_day=self.most.value() or None,
            active=self.active.isChecked(),
            observer=self.observer.isChecked(),
        )

    @property
    def kept(self) -> Juror | None:
        """The juror on show as it was kept; None for one that is new."""
        return None if self.new else self._kept

    def dirty(self) -> bool:
        """Whether it differs from what is kept."""
        return self.juror() != self._kept

    def check(self) -> bool:
        """Whether it can be kept; says why not, at the field."""
        for field in self._fields.values():
            field.show_problem("")
        if not self.availability.take():
            return False
        if not self.availability.valid():
            self.show_problem(tr("A session must begin before it ends."))
            return False
        juror = self.juror()
        try:
            if juror is not None:
                check_juror(juror)
        except JuryError as error:
            at = self.email if self.name.text().strip() else self.name
            self._fields[at].show_problem(render(error.message, self._language))
            at.setFocus()
            return False
        return True

    def _show_state(self) -> None:
        chosen = [f"{number} {self._names[number]}" for number in self.expertise.chosen()]
        self.knows.setText(", ".join(chosen) or tr("No challenge chosen yet"))
        dirty = self.dirty()
        self.keep.setText(tr("Add") if self.new else tr("Save"))
        self.keep.setEnabled(dirty)
        self.cancel.setVisible(dirty or self.new)
        kept = not (dirty or self.new)
        self.remove.setVisible(kept)
        self.packet.setVisible(kept and not self.observer.isChecked())
        self.show_problem("")
        for field in self._fields.values():
            field.show_problem("")

    def _edited(self, *_values: object) -> None:
        self._show_state()
        self.edited.emit()

    @asks(save_juror)
    def _keep(self) -> None:
        self.keep_wanted.emit()

    def _cancel(self) -> None:
        self.cancel_wanted.emit()

    @asks(remove_juror)
    def _remove(self) -> None:
        self.remove_wanted.emit()

    @asks(make_packet)
    def _packet(self) -> None:
        self.packet_wanted.emit()


def _minutes_box() -> QSpinBox:
    made = NumberBox()
    made.setRange(0, DAY)
    made.setSingleStep(30)
    made.setSpecialValueText(tr("no limit"))
    made.setSuffix(tr(" min"))
    made.setAccessibleName(tr("At most per day, in minutes; 0 is no limit"))
    made.setAlignment(Qt.AlignmentFlag.AlignCenter)
    made.setFixedWidth(made.fontMetrics().horizontalAdvance(made.specialValueText()) + 50)
    return made
