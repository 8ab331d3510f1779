"""The right side: the score sheet."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from datetime import datetime
from itertools import pairwise

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QScrollArea, QVBoxLayout, QWidget

from jury_desktop.domain.call import BRUSSELS, Round
from jury_desktop.domain.messages import Message
from jury_desktop.domain.score import sheet_score
from jury_desktop.domain.sheet import Answer, GoalMark, Sheet, missing
from jury_desktop.services.scoring import SheetView
from jury_desktop.ui import theme
from jury_desktop.ui.pages.assessment.item import ItemForm
from jury_desktop.ui.text import area
from jury_desktop.ui.theme import Tone
from jury_desktop.ui.widgets.basics import Panel, button, clear, label, note, restyle, row, rule, stack
from jury_desktop.ui.widgets.elided import ElidedLabel
from jury_desktop.ui.widgets.figure import figure_label
from jury_desktop.ui.widgets.form import scroll
from jury_desktop.ui.widgets.growing_text import GrowingText
from jury_desktop.wording import moment, number, render

tr = area("assessment")


@dataclass(frozen=True, slots=True)
class Pending:
    """What was typed and is not kept yet."""

    answers: Mapping[str, Answer] = field(default_factory=dict)
    marks: Mapping[str, GoalMark | None] = field(default_factory=dict)
    remark: str | None = None

    def __bool__(self) -> bool:
        return bool(self.answers or self.marks) or self.remark is not None


class SheetForm(Panel):
    """A sheet to fill in, or to read once it is sealed.

    :ivar edited: something was typed.
    :ivar submit_wanted: the juror wants to submit, or to keep the change of a sealed sheet.
    :ivar amend_wanted: the juror wants to change a sealed sheet, or to stop doing so.
    :ivar newest_read: the juror has read the newest version.
    """

    edited = Signal()
    submit_wanted = Signal()
    amend_wanted = Signal()
    newest_read = Signal()

    def __init__(self, language: str) -> None:
        super().__init__()
        self._language = language
        self.view: SheetView | None = None
        self.amending = False
        self.items: list[ItemForm] = []
        self._shape: object = None
        self._reference = label("", "muted")
        self._organisation = ElidedLabel("large")
        self.mean = label("–", "number")
        self._scale = label("", "muted")
        self.notes = QVBoxLayout()
        self._list = QVBoxLayout()
        self.remark = GrowingText(tr("General remark"), tr("Anything else about this candidacy (optional)"))
        self._area = self._scrolling()
        self.anchor = label("", "small", wrap=True)
        self.saved = label("", "small", wrap=True)
        self.amend = button("", self._amend)
        self.submit = button("", self._submit, part="primary")
        self._build()

    # building

    def _build(self) -> None:
        score = row(self.mean, self._scale, spacing=4)
        score.setAlignment(Qt.AlignmentFlag.AlignBottom)
        names = stack(self._reference, self._organisation, spacing=2)
        head = row(names, score, spacing=12)
        head.setStretch(0, 1)
        self.body.setSpacing(8)
        self.body.addLayout(head)
        self.notes.setSpacing(6)
        self.body.addLayout(self.notes)
        self.body.addWidget(self._area, 1)
        self.body.addWidget(rule())
        self.anchor.setMinimumHeight(2 * self.anchor.fontMetrics().lineSpacing())
        self.anchor.setAlignment(Qt.AlignmentFlag.AlignTop | Qt.AlignmentFlag.AlignLeft)
        self.body.addWidget(self.anchor)
        foot = row(self.saved, self.amend, self.submit)
        foot.setStretch(0, 1)
        self.body.addLayout(foot)
        self.mean.setFont(figure_label("").font())
        self.remark.textChanged.connect(self._typed)

    def _scrolling(self) -> QScrollArea:
        holder = QWidget()
        column = QVBoxLayout(holder)
        column.setContentsMargins(0, 0, theme.metrics().unit * 2, 0)
        column.setSpacing(0)
        self._list.setSpacing(0)
        column.addLayout(self._list)
        column.addSpacing(10)
        column.addWidget(label(tr("General remark"), "strong"))
        column.addSpacing(4)
        column.addWidget(self.remark)
        column.addStretch(1)
        made = scroll(holder, tr("Score sheet"))
        made.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        made.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        return made

    # what is shown

    def show_sheet(self, view: SheetView) -> None:
        """Show a sheet as it is kept."""
        other = self.view is None or view.sheet.id != self.view.sheet.id
        self.view = view
        self.amending = False
        self._make_items(view)
        for item in self.items:
            item.show_answer(view.sheet.answers.get(item.item.key, Answer()), view.sheet.goal_marks)
        self._show_remark(view.sheet.remark)
        self._show_head(view)
        self._show_state(view)
        self.show_anchor("")
        if view.sheet.submitted or view.closed:
            self._say("")
        elif other:
            self._say(tr("Nobody sees your score before you submit."))
        if other:
            self._area.verticalScrollBar().setValue(0)

    def show_kept(self, view: SheetView) -> None:
        """What was typed has been kept; what was typed since then stays as it is."""
        if self.view is not None and view.sheet.candidacy == self.view.sheet.candidacy:
            self.view = view

    def _make_items(self, view: SheetView) -> None:
        shape = (view.items, tuple(challenge.number for challenge in view.challenges))
        if shape == self._shape:
            return
        self._shape = shape
        clear(self._list)
        challenges = {challenge.number: challenge for challenge in view.challenges}
        self.items = [ItemForm(item, view.rubric, challenges.get(item.challenge or 0)) for item in view.items]
        for form in self.items:
            form.edited.connect(self._typed)
            form.anchor.connect(self.show_anchor)
            self._list.addWidget(form)
            self._list.addWidget(rule())
        self._order_tabs()

    def _order_tabs(self) -> None:
        """Tab goes from score to comment to the next score; goals come after the comment of their item."""
        stops: list[QWidget] = []
        for form in self.items:
            goals = [form.goals.fold, *form.goals.marks.values()] if form.goals is not None else []
            stops += [form.scale, form.open_comment, form.comment, *goals]
        stops += [self.remark, self.amend, self.submit]
        for before, after in pairwise(stops):
            QWidget.setTabOrder(before, after)

    def _show_remark(self, remark: str) -> None:
        self.remark.blockSignals(True)
        if self.remark.toPlainText() != remark:
            self.remark.setPlainText(remark)
        self.remark.blockSignals(False)

    def _show_head(self, view: SheetView) -> None:
        rounds = {Round.WRITTEN: tr("written"), Round.PITCH: tr("pitch")}
        self._reference.setText(f"{view.candidacy.reference} · {rounds[view.sheet.round]}")
        self._organisation.setText(view.candidacy.organisation)
        self._scale.setText(f"/ {view.rubric.highest}")
        self._show_mean()

    def _show_mean(self) -> None:
        if self.view is None:
            return
        score = sheet_score(self.sheet(), self.view.items, self.view.rubric)
        self.mean.setText("–" if score is None else _one_decimal(score, self._language))
        self.mean.setAccessibleName(tr("Running mean: {mean}").format(mean=self.mean.text()))

    def _show_state(self, view: SheetView) -> None:
        sheet = view.sheet
        editable = self.amending or not (sheet.submitted or view.closed)
        for form in self.items:
            form.set_editable(editable)
        self.remark.setReadOnly(not editable)
        restyle(self.remark)
        self._show_notes(view)
        self.submit.setText(tr("Keep the change…") if self.amending else tr("Submit"))
        self.submit.setVisible(editable)
        self.amend.setText(tr("Cancel") if self.amending else tr("Change…"))
        self.amend.setVisible(sheet.submitted)

    def _show_notes(self, view: SheetView) -> None:
        clear(self.notes)
        sheet = view.sheet
        if sheet.submitted and not self.amending:
            self._add_note(tr("Submitted {when} and sealed.").format(when=self._when(sheet)), Tone.GOOD)
        elif self.amending:
            self._add_note(
                tr("You are changing a sealed sheet. The old scores stay in the journal."), Tone.WARN
            )
        elif view.closed:
            self._add_note(tr("The round has been closed. This sheet was not submitted and does not count."))
        if view.outdated:
            self._note_outdated(view)

    def _note_outdated(self, view: SheetView) -> None:
        text = tr("This sheet judged version {old}; version {new} has come in since.")
        newest = view.candidacy.current.number
        self._add_note(text.format(old=view.sheet.version, new=newest), Tone.WARN)
        if not (view.sheet.submitted or view.closed):
            self.notes.addWidget(button(tr("I have read the newest version"), self._newest_read))

    def _add_note(self, text: str, tone: Tone = Tone.NEUTRAL) -> None:
        self.notes.addWidget(note(text, tone))

    def _when(self, sheet: Sheet) -> str:
        if sheet.submitted_at is None:
            return ""
        return moment(sheet.submitted_at.replace(second=0, microsecond=0), self._language)

    def show_anchor(self, sentence: str) -> None:
        """Show the sentence of the rubric, or which keys there are."""
        hint = tr(
            "Digits give a score, N is n/a, Tab goes on, Ctrl+Enter submits, Alt+↑ and Alt+↓ leaf through."
        )
        editable = not self.submit.isHidden()
        self.anchor.setText(sentence or (hint if editable else ""))

    def show_saved(self, at: datetime) -> None:
        """Say when it was kept."""
        clock = at.astimezone(BRUSSELS).strftime("%H:%M:%S")
        self._say(tr("Saved at {time} · nobody sees your score before you submit").format(time=clock))

    def show_unsaved(self, why: Message) -> None:
        """Say why it was not kept."""
        self._say(tr("Not saved: {why}").format(why=render(why, self._language)), problem=True)

    def _say(self, text: str, *, problem: bool = False) -> None:
        self.saved.setText(text)
        self.saved.setProperty("role", "problem" if problem else "small")
        restyle(self.saved)

    # what is typed

    def sheet(self) -> Sheet:
        """The sheet as it stands on the screen."""
        assert self.view is not None
        answers = {form.item.key: form.answer() for form in self.items}
        return replace(self.view.sheet, answers={**self.view.sheet.answers, **answers})

    def pending(self) -> Pending:
        """What was typed and is not kept yet."""
        if self.view is None:
            return Pending()
        kept = self.view.sheet
        answers = {form.item.key: form.answer() for form in self.items}
        marks = {key: mark for form in self.items for key, mark in form.marks().items()}
        remark = self.remark.toPlainText()
        return Pending(
            {key: each for key, each in answers.items() if each != kept.answers.get(key, Answer())},
            {key: each for key, each in marks.items() if each != kept.goal_marks.get(key)},
            None if remark == kept.remark else remark,
        )

    def show_missing(self) -> bool:
        """Name what is missing at each item and go to the first; False when nothing is."""
        sheet, lacking = self.sheet(), []
        for form in self.items:
            problems = missing(sheet, (form.item,))
            form.show_problem(render(problems[0], self._language) if problems else "")
            lacking += [form] if problems else []
        if lacking:
            lacking[0].focus_missing()
            self._area.ensureWidgetVisible(lacking[0])
        return bool(lacking)

    def start(self) -> None:
        """Put the cursor on the first item that has no score yet."""
        empty = [
            form for form in self.items if not form.answer().not_applicable and form.answer().value is None
        ]
        for form in (empty or self.items)[:1]:
            form.scale.setFocus()
            self._area.ensureWidgetVisible(form)

    def begin_amending(self) -> None:
        """Let a sealed sheet be changed; nothing is kept before a reason is given."""
        if self.view is not None:
            self.amending = True
            self._show_state(self.view)
            self.items[0].scale.setFocus()
            self._area.ensureWidgetVisible(self.items[0])

    def _typed(self) -> None:
        self._show_mean()
        self.edited.emit()

    def _submit(self) -> None:
        self.submit_wanted.emit()

    def _amend(self) -> None:
        self.amend_wanted.emit()

    def _newest_read(self) -> None:
        self.newest_read.emit()


def _one_decimal(score: float, language: str) -> str:
    """ "3,9", and "4,0" for a whole number, so that the figure never jumps."""
    text = number(score, language, 1)
    sign = number(0.5, language, 1)[1]
    return text if sign in text else f"{text}{sign}0"
