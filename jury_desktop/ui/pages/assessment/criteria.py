"""The middle of the sheet: everything to score below each other, and a remark on the whole."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial
from itertools import pairwise

from PySide6.QtCore import QTimer, Signal
from PySide6.QtWidgets import QApplication, QScrollArea, QVBoxLayout, QWidget

from jury_desktop.domain.sheet import Answer, GoalMark, Sheet, missing
from jury_desktop.services.scoring import SheetView
from jury_desktop.ui import theme
from jury_desktop.ui.pages.assessment.comment import Comment
from jury_desktop.ui.pages.assessment.item import ItemForm
from jury_desktop.ui.text import area
from jury_desktop.ui.widgets.basics import clear, label, restyle, rule, stack
from jury_desktop.ui.widgets.form import bring_into_view, go_to_field, scroll
from jury_desktop.wording import render

tr = area("assessment")


class Criteria(QWidget):
    """Tab goes from score to score; Enter opens the comment of a score, G its goals.

    :ivar edited: something was typed or scored.
    :ivar anchor: the sentence of the rubric to show; empty for none.
    """

    edited = Signal()
    anchor = Signal(str)

    def __init__(self, language: str) -> None:
        super().__init__()
        self._language = language
        self._shape: object = None
        self._explaining = True
        self._left: int | None = None
        self._beginning: ItemForm | None = None
        self.items: list[ItemForm] = []
        self._list = QVBoxLayout()
        self._list.setSpacing(0)
        self.remark = Comment(tr("General remark"), tr("Anything else about this candidacy (optional)"))
        self.remark.textChanged.connect(self.edited)
        self._area = self._scrolling()
        self.setLayout(stack(self._area))

    def _scrolling(self) -> QScrollArea:
        holder = QWidget()
        column = QVBoxLayout(holder)
        column.setContentsMargins(0, 0, theme.metrics().unit * 2, 0)
        column.setSpacing(0)
        column.addLayout(self._list)
        column.addSpacing(10)
        last = QWidget()  # what is brought into view with the remark: not the whole sheet
        last.setLayout(stack(label(tr("General remark"), "strong"), self.remark, spacing=4))
        column.addWidget(last)
        column.addStretch(1)
        made = scroll(holder, tr("Score sheet"))
        made.verticalScrollBar().rangeChanged.connect(self._laid_out)
        return made

    # what is shown

    def show_view(self, view: SheetView) -> None:
        """Show the answers of a sheet."""
        self._make_items(view)
        for form in self.items:
            form.show_answer(view.sheet.answers.get(form.item.key, Answer()), view.sheet.goal_marks)
        self.remark.blockSignals(True)
        if self.remark.toPlainText() != view.sheet.remark:
            self.remark.setPlainText(view.sheet.remark)
        self.remark.blockSignals(False)

    def set_editable(self, editable: bool) -> None:
        """Whether anything can be changed."""
        for form in self.items:
            form.set_editable(editable)
        self.remark.setReadOnly(not editable)
        restyle(self.remark)

    def to_top(self) -> None:
        """Begin at the first score."""
        self._area.verticalScrollBar().setValue(0)

    def _make_items(self, view: SheetView) -> None:
        self._beginning = None
        shape = (view.items, tuple(challenge.number for challenge in view.challenges))
        if shape == self._shape:
            return
        self._shape = shape
        clear(self._list)
        challenges = {challenge.number: challenge for challenge in view.challenges}
        self.items = [ItemForm(item, view.rubric, challenges.get(item.challenge or 0)) for item in view.items]
        for form in self.items:
            form.edited.connect(self.edited)
            form.anchor.connect(self.anchor)
            form.scale.arrived.connect(partial(self._arrived, form))
            form.explaining.connect(partial(self._explain, form))
            self._list.addWidget(form)
            self._list.addWidget(rule())

    def _arrived(self, form: ItemForm) -> None:
        """Whoever comes by keyboard reads what is asked before scoring, unless it was put away."""
        if self._explaining and not form.ask.isHidden():
            self._explain(form, True)

    def _explain(self, form: ItemForm, shown: bool) -> None:
        """Show what one item asks, or put it away; at the items that follow as well."""
        self._explaining = shown
        for other in self.items:
            if other is not form:
                other.explain(False)
        form.explain(shown)

    def order_tabs(self, then: Sequence[QWidget]) -> None:
        """Tab goes from score to score, to the remark, and on to ``then``."""
        for before, after in pairwise((*self._stops(), *then)):
            QWidget.setTabOrder(before, after)
        scales = [form.scale for form in self.items]
        for form, earlier, later in zip(
            self.items, (None, *scales), (*scales[1:], self.remark), strict=False
        ):
            form.scale.before, form.scale.after = earlier, later
            form.comment.after = later
        self.remark.before = scales[-1] if scales else None

    # what is typed

    def answers(self) -> dict[str, Answer]:
        """The answer of every item, given or not."""
        return {form.item.key: form.answer() for form in self.items}

    def marks(self) -> dict[str, GoalMark | None]:
        """The mark of every goal; None where there is none."""
        return {key: mark for form in self.items for key, mark in form.marks().items()}

    def show_missing(self, sheet: Sheet) -> bool:
        """Name what is missing at each item and go to the first; False when nothing is."""
        lacking = []
        for form in self.items:
            problems = missing(sheet, (form.item,))
            form.show_problem(render(problems[0], self._language) if problems else "")
            lacking += [form] if problems else []
        if lacking:
            lacking[0].focus_missing()
        return bool(lacking)

    @property
    def unmarked(self) -> int:
        """How many goals have no mark yet."""
        return sum(len(form.goals.unmarked) for form in self.items if form.goals is not None)

    def go_to_goals(self) -> None:
        """Put the cursor on the first goal without a mark."""
        for form in self.items:
            if form.goals is not None and form.goals.unmarked:
                form.open_goals(form.goals)
                return

    def fold(self) -> None:
        """Fold what was unfolded: another sheet is on show."""
        for form in self.items:
            form.explain(False)
            if form.goals is not None:
                form.goals.unfold(False)

    def start(self) -> None:
        """Put the cursor on the first item where something is missing: a score, or a required comment."""
        lacking = [form for form in self.items if not form.complete]
        for form in (lacking or self.items)[:1]:
            self._begin_at(form)

    def _begin_at(self, form: ItemForm) -> None:
        """Put the cursor on a score. What was made just now has its height only once it has been laid out:
        as long as the cursor stays there, every change of height brings the score into view again."""
        go_to_field(form.scale)
        self._beginning = form

    def _laid_out(self) -> None:
        if self._beginning is not None and self._beginning.scale.hasFocus():
            bring_into_view(self._beginning)
        else:
            QTimer.singleShot(0, self, self._show_typing)  # once what has grown has its new height

    def _show_typing(self) -> None:
        focused = QApplication.focusWidget()
        if isinstance(focused, Comment) and self.isAncestorOf(focused):
            bring_into_view(focused)

    def standing(self) -> int | None:
        """Which field has the keyboard, or had it last: its number from above."""
        focused = self.focusWidget()
        return next((at for at, stop in enumerate(self._stops()) if stop is focused), None)

    def stand_at(self, number: int) -> bool:
        """Put the cursor in the field of that number; False when it cannot be there."""
        stops = self._stops()
        return number < len(stops) and go_to_field(stops[number])

    def _stops(self) -> list[QWidget]:
        return [*(stop for form in self.items for stop in form.stops()), self.remark]

    def remember(self) -> None:
        """Note which item has the keyboard."""
        focused = QApplication.focusWidget()
        here = [at for at, form in enumerate(self.items) if focused and form.isAncestorOf(focused)]
        self._left = here[0] if here else None

    def come_back(self) -> bool:
        """Put the cursor on the score that was left; False when there is none."""
        if self._left is None or self._left >= len(self.items):
            return False
        return go_to_field(self.items[self._left].scale)

    def start_at_first(self) -> None:
        """Put the cursor on the first score."""
        for form in self.items[:1]:
            self._begin_at(form)
