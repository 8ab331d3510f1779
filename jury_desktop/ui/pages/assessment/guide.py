"""What a criterion asks: its question, the sentence for every score, and the obstacles of its challenge."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QGridLayout, QLabel, QVBoxLayout, QWidget

from jury_desktop.domain.call import Challenge
from jury_desktop.domain.sheet import Item
from jury_desktop.ui.text import area
from jury_desktop.ui.widgets.basics import label, restyle, role

tr = area("assessment")


class Guide(QWidget):
    """The rubric of one item, to read before a score is given; made when it is first shown.

    :param lowest: the score of the first sentence.
    """

    def __init__(self, item: Item, challenge: Challenge | None, lowest: int) -> None:
        super().__init__()
        self._item = item
        self._challenge = challenge
        self._lowest = lowest
        self._given: int | None = None
        self.sentences: dict[int, QLabel] = {}
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(4, 2, 0, 6)
        self._column.setSpacing(6)
        self.hide()

    def unfold(self, shown: bool) -> None:
        """Show or hide it."""
        if shown and not self.sentences:
            self._fill()
        self.setVisible(shown)

    def show_given(self, value: int | None) -> None:
        """Mark the sentence of the score that was given."""
        self._given = value
        for score, sentence in self.sentences.items():
            role(sentence, "chosen" if score == value else "small")
            restyle(sentence)

    def _fill(self) -> None:
        criterion = self._item.criterion
        self._column.addWidget(label(criterion.question, wrap=True))
        grid = QGridLayout()
        grid.setHorizontalSpacing(10)
        grid.setVerticalSpacing(4)
        grid.setColumnStretch(1, 1)
        for at, text in enumerate(criterion.anchors):
            self.sentences[self._lowest + at] = label(text, "small", wrap=True)
            grid.addWidget(label(str(self._lowest + at), "strong"), at, 0, Qt.AlignmentFlag.AlignTop)
            grid.addWidget(self.sentences[self._lowest + at], at, 1)
        self._column.addLayout(grid)
        if self._challenge is not None and self._challenge.obstacles:
            self._column.addWidget(label(tr("Obstacles"), "strong"))
            for obstacle in self._challenge.obstacles:
                self._column.addWidget(label(f"• {obstacle.text}", "small", wrap=True))
        self.show_given(self._given)
