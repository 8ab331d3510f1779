"""One item at the table: its scores, what the jurors wrote, and the reasons with the rows they rest on."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from jury_desktop.domain.decision import MotivationLine
from jury_desktop.domain.motivation import with_comment
from jury_desktop.domain.score import ItemScore
from jury_desktop.domain.score_row import ScoreRow
from jury_desktop.domain.sheet import label as item_label
from jury_desktop.domain.talk import Agreed
from jury_desktop.services.decide import Deliberation, decide
from jury_desktop.services.talk import agree
from jury_desktop.ui.allowed import asks, only_for
from jury_desktop.ui.dialogs.score_row_dialog import ScoreRowDialog, round_name, value_text
from jury_desktop.ui.pages.deliberation.words import score_text
from jury_desktop.ui.text import area
from jury_desktop.ui.theme import Tone
from jury_desktop.ui.widgets.basics import button, clear, icon_button, label, row
from jury_desktop.ui.widgets.figure import figure_label
from jury_desktop.ui.widgets.flow import FlowLayout, flow
from jury_desktop.ui.widgets.growing_text import GrowingText
from jury_desktop.ui.widgets.marks import Chip, StatusPill
from jury_desktop.ui.widgets.paint import Pill

tr = area("minutes")


class ItemView(QWidget):
    """The reasons on one item.

    :ivar edited: the text or what it rests on is different; ``agreed`` the jury agrees on the sentence as it
        stands, and carries the line.
    """

    edited = Signal()
    agreed = Signal(object)

    def __init__(self, language: str, score: ItemScore) -> None:
        super().__init__()
        self._language = language
        self.key = score.item.key
        self._title = item_label(score.item)
        self._rows: tuple[ScoreRow, ...] = ()
        self._shaken: frozenset[str] = frozenset()
        self._wording: Agreed | None = None
        self._sheets: tuple[str, ...] = ()
        self._locked = False
        self._mean = figure_label("")
        self._values = label("", "small", wrap=True)
        self.comments = QWidget()
        self._comments = QVBoxLayout(self.comments)
        self._comments.setContentsMargins(0, 2, 0, 2)
        self._comments.setSpacing(6)
        self.fold = button("", self._toggle, part="link")
        self.field = only_for(GrowingText(self._title), decide)
        self._rests = QWidget()
        self._chips = FlowLayout(self._rests, 4)
        self.state = StatusPill()
        self.agree = button(tr("The jury agrees on this"), self._agree, part="link")
        self._build()

    def _build(self) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(4)
        head = row(label(self._title, "strong", wrap=True), self._mean)
        head.setStretch(0, 1)
        column.addLayout(head)
        values = row(self._values, self.fold)
        values.setStretch(0, 1)
        column.addLayout(values)
        column.addWidget(self.comments)
        column.addWidget(self.field)
        column.addWidget(self._rests)
        column.addWidget(flow(self.state, self.agree))
        self.comments.hide()
        self.field.textChanged.connect(self._edited)

    # showing

    def show_item(self, found: Deliberation, score: ItemScore, text: str, sheets: Sequence[str]) -> None:
        """Show the scores and the reasons as they stand; text that is the same keeps its cursor."""
        self._rows = tuple(each for each in found.rows if each.item.key == self.key)
        self._wording = found.talk.wording(self.key) if found.talk else None
        self._sheets = tuple(sheets)
        line = self._line_of(found)
        self._shaken = frozenset(each.sheet.id for each in found.shaken(line)) if line else frozenset()
        self._mean.setText(score_text(score.mean, self._language))
        self._values.setText(_values(score.values))
        if self.field.toPlainText() != text:
            self.field.setPlainText(text)
        self._show_comments()
        self._show_rests()
        self._show_state()

    def _line_of(self, found: Deliberation) -> MotivationLine | Agreed | None:
        """What was kept last on this item: the decision's line, else what was agreed."""
        lines = found.decision.lines if found.decision else ()
        return next((line for line in lines if line.item == self.key), None) or self._wording

    def lock(self, locked: bool) -> None:
        """Let the reasons be read only, or changed again."""
        self._locked = locked
        self.field.setReadOnly(locked)
        self.agree.setVisible(not locked)
        self._show_comments()

    def line(self) -> MotivationLine:
        """The reasons as they stand."""
        return MotivationLine(self.key, self.field.toPlainText().strip(), self._sheets)

    @property
    def sheets(self) -> tuple[str, ...]:
        """What the reasons rest on: ids of sheets."""
        return self._sheets

    # parts

    def _show_comments(self) -> None:
        clear(self._comments)
        said = [each for each in self._rows if each.answer.comment.strip() and each.counts]
        self.fold.setVisible(bool(said))
        self.fold.setText(self._fold_text(len(said)))
        for each in said if self.comments.isVisibleTo(self) else ():  # a jury writes much: only when asked
            self._comments.addLayout(self._comment(each))

    def _fold_text(self, count: int) -> str:
        if self.comments.isVisibleTo(self):
            return tr("Hide comments")
        return tr("%n comments", "", count)

    def _comment(self, each: ScoreRow) -> QVBoxLayout:
        who = tr("{juror}, {round}: {value}").format(
            juror=each.juror, round=round_name(each), value=value_text(each.answer)
        )
        text = each.answer.comment.strip()
        name = tr("Put in the reasons: {juror}").format(juror=each.juror)
        use = icon_button("plus", name, partial(self._use, each))
        use.setEnabled(not self._locked)
        head = row(label(who, "small"), None, use)
        made = QVBoxLayout()
        made.setSpacing(1)
        made.addLayout(head)
        made.addWidget(label(text, wrap=True))
        return made

    def _show_rests(self) -> None:
        clear(self._chips)
        jurors = dict.fromkeys(each.juror for each in self._mine())
        for juror in jurors:
            rows = tuple(each for each in self._mine() if each.juror == juror)
            self._chips.addWidget(self._chip(juror, rows))
        self._rests.setVisible(bool(jurors))

    def _mine(self) -> list[ScoreRow]:
        return [each for each in self._rows if each.sheet.id in self._sheets]

    def _chip(self, juror: str, rows: tuple[ScoreRow, ...]) -> Chip:
        values = ", ".join(value_text(each.answer) for each in rows)
        changed = any(each.sheet.id in self._shaken for each in rows)
        text = tr("{juror} {values}").format(juror=juror, values=values)
        if changed:
            text = tr("{row} · changed").format(row=text)
        made = Chip(text, tip=tr("Rests on this score; show it"), tone=Tone.WARN if changed else Tone.NEUTRAL)
        made.setCheckable(False)
        made.setAccessibleName(tr("Rests on the score of {row}").format(row=text))
        made.clicked.connect(partial(self._open, rows))
        return made

    def _show_state(self) -> None:
        """Whether what stands here is what the jury agreed on."""
        text = self.field.toPlainText().strip()
        if self._shaken:
            self._pill(tr("a score changed since"), Tone.WARN)
        elif self._wording is None:
            self._pill("", Tone.NEUTRAL)
        elif self._wording.text == text:
            self._pill(tr("consensus"), Tone.GOOD)
        else:
            self._pill(tr("differs from the consensus"), Tone.WARN)
        self.state.setToolTip(self._wording.text if self._wording else "")
        kept = (self._wording.text, self._wording.sheets) if self._wording else None
        self.agree.setEnabled(bool(text) and (kept != (text, self._sheets) or bool(self._shaken)))

    def _pill(self, text: str, tone: Tone) -> None:
        self.state.show_pill(Pill(text, tone))
        self.state.setVisible(bool(text))

    # doing

    def _toggle(self) -> None:
        self.comments.setVisible(not self.comments.isVisibleTo(self))
        self._show_comments()

    @asks(decide)
    def _use(self, each: ScoreRow) -> None:
        """The sentence of a juror comes into the reasons, with a reference to its row."""
        line = with_comment(self.line(), each.sheet.id, each.answer.comment)
        self._sheets = line.sheets
        if line.text != self.field.toPlainText():
            self.field.setPlainText(line.text)
        else:
            self._edited()
        self._show_rests()

    def _open(self, rows: tuple[ScoreRow, ...]) -> None:
        drop = None if self._locked else partial(self._drop, rows)
        ScoreRowDialog(rows, self._language, drop, self.window()).open()

    def _drop(self, rows: tuple[ScoreRow, ...]) -> None:
        gone = {each.sheet.id for each in rows}
        self._sheets = tuple(sheet for sheet in self._sheets if sheet not in gone)
        self._show_rests()
        self._edited()

    @asks(agree)
    def _agree(self) -> None:
        self.agreed.emit(self.line())

    def _edited(self) -> None:
        self._show_state()
        self.edited.emit()


def _values(values: Sequence[int]) -> str:
    shown = "\u00a0· ".join(str(value) for value in sorted(values))
    return tr("scores of the jurors: {values}").format(values=shown)
