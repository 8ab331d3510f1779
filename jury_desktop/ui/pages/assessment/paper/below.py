"""Below the grid: the line at the cursor, what it asks, what the sheet still takes, and the comment."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QLineEdit, QWidget

from jury_desktop.domain.call import Goal
from jury_desktop.domain.paper_sheet import goal_code
from jury_desktop.domain.sheet import Item
from jury_desktop.services.paper import PaperGrid, PaperRow
from jury_desktop.ui.pages.assessment.paper.entry import Cell, Entry, lacking, line_name, written
from jury_desktop.ui.text import area
from jury_desktop.ui.widgets.basics import label, row, stack

tr = area("assessment")


class Below(QWidget):
    """What there is to know about the cell at the cursor."""

    def __init__(self) -> None:
        super().__init__()
        self.about = label("", "strong", wrap=True)
        self.by = label("", "small")
        self.told = label("", "small", wrap=True)
        self.told.setMinimumHeight(2 * self.told.fontMetrics().lineSpacing())
        self.comment = Comment()
        line = row(self.about, self.by)
        line.setStretch(0, 1)
        self.setLayout(stack(line, self.told, self.comment, spacing=10))

    def tell_who(self, user: str, grid: PaperGrid) -> None:
        """Say who enters for whom, as the journal will."""
        self.by.setText(tr("Entered by {user} for {name}").format(user=user, name=grid.juror.name))

    def show_nothing(self, *, second: bool) -> None:
        """Nothing can be typed anywhere."""
        none = tr("There is no sheet here to enter from paper.")
        no_first = tr("Nothing has been entered from paper yet for this juror and this round.")
        self.about.setText("")
        self.told.setText(no_first if second else none)
        self.comment.show_closed()

    def show_cell(self, sheet: PaperRow, asked: Item | Goal, entry: Entry, grid: PaperGrid) -> None:
        """Show what is asked at the cursor, and once all scores are there what the sheet still lacks."""
        cell, scored = (sheet.candidacy.id, asked.key), isinstance(asked, Item)
        self.about.setText(f"{sheet.candidacy.reference} · {name_of(asked)}")
        told = _refused(entry, cell, asked) or _differs(entry, cell) or question_of(asked)
        lacks = "" if sheet.unscored else lacking(sheet, {line.item.key: line.code for line in grid.lines})
        self.told.setText("\n".join(filter(None, (told, lacks))))
        known = asked.key in sheet.commented
        closed = not scored or (entry.second and known)
        self.comment.show_comment(entry.comments.get(cell, ""), known=known, closed=closed)


def name_of(asked: Item | Goal) -> str:
    """A line, or a goal, in words."""
    if isinstance(asked, Item):
        return line_name(asked)
    return tr("goal {code}").format(code=goal_code(asked))


def question_of(asked: Item | Goal) -> str:
    """What is asked there."""
    return asked.criterion.question if isinstance(asked, Item) else asked.text


def _refused(entry: Entry, cell: Cell, asked: Item | Goal) -> str:
    if cell not in entry.refused:
        return ""
    text = tr(
        "You typed n/a here, but the call wants a score for {name}. Nothing was kept; look at the paper."
    )
    return text.format(name=name_of(asked))


def _differs(entry: Entry, cell: Cell) -> str:
    if cell not in entry.first:
        return ""
    text = tr("First entered: {first}. Look at the paper: type it again, or V keeps the new one.")
    return text.format(first=written(entry.first[cell]))


class Comment(QLineEdit):
    """The word of explanation at the cursor: Enter keeps it and goes on, Escape goes back.

    :ivar kept: carries the text.
    """

    kept = Signal(str)

    def __init__(self) -> None:
        super().__init__()
        self.setAccessibleName(tr("Comment"))
        self.returnPressed.connect(self._return)

    def show_comment(self, text: str = "", *, known: bool = False, closed: bool = False) -> None:
        """Show the comment that was typed at this sitting; of an earlier one only that it is there."""
        self.setText(text)
        self.setEnabled(not closed)
        self.setPlaceholderText(tr("A comment is there already") if known else tr("Comment (Enter)"))
        self.setVisible(not closed)

    def show_closed(self) -> None:
        """There is nothing to comment on."""
        self.show_comment(closed=True)

    def _return(self) -> None:
        self.kept.emit(self.text().strip())

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self.clear()
            self.kept.emit("")
        else:
            super().keyPressEvent(event)
