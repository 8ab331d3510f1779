"""One thing to score: its title, the scale, the goals of a challenge, and a comment that opens."""

from __future__ import annotations

from collections.abc import Mapping

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QGridLayout, QSizePolicy, QVBoxLayout, QWidget

from jury_desktop.domain.call import Challenge, Rubric
from jury_desktop.domain.sheet import Answer, GoalMark, Item
from jury_desktop.ui.pages.assessment.comment import Comment
from jury_desktop.ui.pages.assessment.goals import Goals
from jury_desktop.ui.pages.assessment.guide import Guide
from jury_desktop.ui.text import area
from jury_desktop.ui.widgets.basics import button, icon_button, label, restyle, row
from jury_desktop.ui.widgets.form import bring_into_view, go_to_field
from jury_desktop.ui.widgets.marks import ChallengeChip
from jury_desktop.ui.widgets.score_segments import Given, ScoreSegments

tr = area("assessment")

ROOM_BESIDE = 200
"""Pixels a title with its question mark needs beside the scale; with less, the scale goes below it."""


class ItemForm(QWidget):
    """The form of one item.

    :ivar edited: the answer or a mark is different now.
    :ivar anchor: the sentence of the rubric to show; empty for none.
    :ivar explaining: whether the juror wants to read what is asked, here and at the next items.
    """

    edited = Signal()
    anchor = Signal(str)
    explaining = Signal(bool)

    def __init__(self, item: Item, rubric: Rubric, challenge: Challenge | None) -> None:
        super().__init__()
        self.item = item
        criterion = item.criterion
        self._title = _title(item, challenge)
        self.scale = ScoreSegments(
            self._title,
            criterion.anchors,
            lowest=rubric.lowest,
            not_applicable=criterion.not_applicable_allowed,
            question=criterion.question,
        )
        self.guide = Guide(item, challenge, rubric.lowest)
        self.ask = icon_button("circle-question-mark", tr("What this criterion asks (U)"), self._asked)
        self.goals = Goals(challenge) if challenge is not None else None
        self.open_comment = button(_invitation(criterion.comment_required), self._comment_wanted, part="link")
        self.comment = Comment(tr("Comment on {item}").format(item=self._title), _hint(item))
        self.problem = label("", "problem", wrap=True)
        self._editable = True
        self._grid = QGridLayout()
        self._head = self._make_head(challenge)
        self._build()
        self._listen()
        self.show_answer(Answer(), {})

    # building

    def _make_head(self, challenge: Challenge | None) -> QWidget:
        head = QWidget()
        title = label(self._title, "strong", wrap=True)
        title.setToolTip(self.item.criterion.question)
        policy = title.sizePolicy()  # its own, which knows that a narrow title is a high one
        policy.setHorizontalPolicy(QSizePolicy.Policy.Expanding)
        title.setSizePolicy(policy)
        chip = ChallengeChip(challenge.number, challenge.personas) if challenge is not None else None
        beside = (self.ask,) if chip is None else (chip, self.ask)
        line = row(*beside[:-1], title, self.ask, spacing=8)
        for part in beside:  # not the line itself: it would be as high as a title of two lines
            line.setAlignment(part, Qt.AlignmentFlag.AlignTop)
        head.setLayout(line)
        return head

    def _build(self) -> None:
        self._grid.setContentsMargins(0, 0, 0, 0)
        self._grid.setHorizontalSpacing(12)
        self._grid.setVerticalSpacing(6)
        self._grid.setColumnStretch(0, 1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 10, 0, 10)
        column.setSpacing(4)
        column.addLayout(self._grid)
        column.addWidget(self.problem)
        column.addWidget(self.guide)
        column.addLayout(row(self.goals.fold if self.goals else None, None, self.open_comment))
        if self.goals is not None:
            column.addWidget(self.goals)
        column.addWidget(self.comment)
        self._place(beside=True)
        self.setMinimumWidth(1)  # so that it can get narrow enough to put the scale below

    def _listen(self) -> None:
        self.comment.before = self.scale
        self.scale.changed.connect(self._scored)
        self.scale.anchor.connect(self.anchor)
        self.scale.refused.connect(self._refused)
        self.comment.textChanged.connect(self._typed)
        if self.goals is not None:
            self.goals.edited.connect(self.edited)
            self.goals.hint.connect(self.anchor)

    def _place(self, *, beside: bool) -> None:
        self._beside = beside
        self._grid.addWidget(self._head, 0, 0)
        at = (0, 1) if beside else (1, 0)
        side = Qt.AlignmentFlag.AlignRight if beside else Qt.AlignmentFlag.AlignLeft
        self._grid.addWidget(self.scale, *at, side | Qt.AlignmentFlag.AlignTop)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        beside = event.size().width() - self.scale.sizeHint().width() >= ROOM_BESIDE
        if beside != self._beside:
            self._place(beside=beside)

    # keyboard

    def stops(self) -> list[QWidget]:
        """What the keyboard can reach, in the order in which it stands on the screen."""
        goals = [self.goals.fold, *self.goals.marks.values()] if self.goals is not None else []
        return [self.scale, self.ask, *goals, self.open_comment, self.comment]

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """On the scale Enter opens the comment, U what is asked; G goes to the goals, and back from them."""
        key = Qt.Key(event.key())
        if key in {Qt.Key.Key_Return, Qt.Key.Key_Enter} and self.scale.hasFocus():
            self._comment_wanted()
        elif key == Qt.Key.Key_U and self.scale.hasFocus() and not event.modifiers():
            self._asked()
        elif key == Qt.Key.Key_G and self.goals is not None and not event.modifiers():
            self._to_goals(self.goals)
        else:
            super().keyPressEvent(event)

    def _to_goals(self, goals: Goals) -> None:
        if self.scale.hasFocus():
            self.open_goals(goals)
        else:
            go_to_field(self.scale)

    def open_goals(self, goals: Goals) -> None:
        """Unfold the goals and put the cursor on the first without a mark, or else on the first."""
        self.guide.unfold(False)
        goals.unfold(True)
        first = next(iter(goals.unmarked or goals.marks.values()))
        first.setFocus(Qt.FocusReason.TabFocusReason)
        bring_into_view(self)
        bring_into_view(first)

    # what is asked

    def explain(self, shown: bool) -> None:
        """Show or hide what the item asks, with the scale in sight."""
        self.guide.unfold(shown)
        if shown:
            bring_into_view(self)

    def _asked(self) -> None:
        self.explaining.emit(self.guide.isHidden())

    # the answer

    @property
    def scored(self) -> bool:
        """Whether there is a score, or n.v.t."""
        return self.scale.given != Given()

    @property
    def complete(self) -> bool:
        """Whether nothing is missing that the call asks for."""
        required = self.item.criterion.comment_required
        return self.scored and not (required and not self.comment.toPlainText().strip())

    def show_answer(self, answer: Answer, marks: Mapping[str, GoalMark]) -> None:
        """Show what a sheet holds, without telling that it changed."""
        self.blockSignals(True)
        self.scale.show_given(Given(answer.value, answer.not_applicable))
        self.guide.show_given(answer.value)
        if self.comment.toPlainText() != answer.comment:
            self.comment.setPlainText(answer.comment)
        if self.goals is not None:
            self.goals.show_marks(marks)
        self.blockSignals(False)
        self._show_comment(bool(answer.comment) or self._comment_due() or self.comment.hasFocus())
        self.show_problem("")

    def answer(self) -> Answer:
        """What is given now."""
        given = self.scale.given
        return Answer(given.value, given.not_applicable, self.comment.toPlainText())

    def marks(self) -> dict[str, GoalMark | None]:
        """The marks of the goals, if the item has any."""
        return self.goals.given() if self.goals is not None else {}

    def set_editable(self, editable: bool) -> None:
        """Whether anything can be changed."""
        self.scale.setEnabled(editable)
        self.comment.setReadOnly(not editable)
        self._editable = editable
        self._show_comment(not self.comment.isHidden())
        if self.goals is not None:
            self.goals.set_editable(editable)
        restyle(self.comment)

    def show_problem(self, problem: str) -> None:
        """Say what is missing here; empty takes it away."""
        self.problem.setText(problem)
        self.problem.setVisible(bool(problem))

    def focus_missing(self) -> None:
        """Put the cursor where something is missing, with what is said of it in sight: the scale, or else the
        comment, without what would stand between it and the scale."""
        if not self.scored:
            self.scale.setFocus()
            bring_into_view(self)
            return
        self.guide.unfold(False)
        if self.goals is not None:
            self.goals.unfold(False)
        self._comment_wanted()

    # steps of the user

    def _scored(self, given: Given) -> None:
        self.guide.show_given(given.value)
        self.show_problem("")
        if self._comment_due():
            self._show_comment(True)
        self.edited.emit()

    def _refused(self, why: str) -> None:
        """Say why a key gave no score, where the score stands."""
        self.show_problem(why)
        if why:
            bring_into_view(self)

    def _typed(self) -> None:
        self.show_problem("")
        self.edited.emit()

    def _comment_wanted(self) -> None:
        self._show_comment(True)
        self.comment.setFocus()
        bring_into_view(self)
        bring_into_view(self.comment)

    def _comment_due(self) -> bool:
        return self.item.criterion.comment_required and self.scored

    def _show_comment(self, shown: bool) -> None:
        self.comment.setVisible(shown)
        self.open_comment.setVisible(self._editable and not shown)


def _title(item: Item, challenge: Challenge | None) -> str:
    if challenge is None:
        return item.criterion.title
    text = tr("Challenge {number} · {personas}")
    return text.format(number=challenge.number, personas=challenge.personas)


def _invitation(required: bool) -> str:
    return tr("Comment (required)") if required else tr("Add a comment")


def _hint(item: Item) -> str:
    required = item.criterion.comment_required
    return tr("Why this score? The call asks for a reason here.") if required else tr("Why this score?")
