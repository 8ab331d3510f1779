"""One argument of a rebuttal while it is registered: its text, what it is about and what it asks."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from PySide6.QtWidgets import QPlainTextEdit, QVBoxLayout, QWidget

from jury_desktop.domain.rebuttal import Point, Remedy
from jury_desktop.domain.sheet import Item
from jury_desktop.domain.sheet import label as item_label
from jury_desktop.ui.pages.rebuttal.answer_form import choice_box
from jury_desktop.ui.pages.rebuttal.words import remedy_names
from jury_desktop.ui.text import area
from jury_desktop.ui.widgets.basics import row
from jury_desktop.ui.widgets.form import Field, text_edit

tr = area("rebuttal")


class PointField(QWidget):
    """An argument to write down; of one that was registered before, the answer stays with it."""

    def __init__(self, number: int, items: Sequence[Item], point: Point | None = None) -> None:
        super().__init__()
        self._before = point or Point("")
        self.text: QPlainTextEdit = text_edit(self._before.text, lines=3)
        self.item = choice_box(tr("Criterion of argument {number}").format(number=number), {})
        self.offer(items)
        self.remedy = choice_box(tr("What argument {number} asks").format(number=number), remedy_names())
        self.remedy.setCurrentIndex(self.remedy.findData(self._before.remedy.value))
        for box in (self.item, self.remedy):
            box.setMinimumContentsLength(12)
            box.setSizeAdjustPolicy(box.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(6)
        self.field = Field(tr("Argument {number}").format(number=number), self.text)
        column.addWidget(self.field)
        both = row(self.item, self.remedy, spacing=12)
        both.setStretch(0, 1)
        both.setStretch(1, 1)
        column.addLayout(both)

    def offer(self, items: Sequence[Item]) -> None:
        """Let it be about one of these; what was chosen stays where it is among them."""
        chosen = self.item.currentData() or self._before.item
        self.item.clear()
        self.item.addItem(tr("the decision as a whole"), "")
        for item in items:
            self.item.addItem(item_label(item), item.key)
        self.item.setCurrentIndex(max(0, self.item.findData(chosen)))

    def point(self) -> Point:
        """The argument as it was typed."""
        text, item = self.text.toPlainText().strip(), str(self.item.currentData())
        return replace(self._before, text=text, item=item, remedy=Remedy(self.remedy.currentData()))
