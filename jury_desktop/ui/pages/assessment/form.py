"""The right side: the score sheet."""

from __future__ import annotations

from dataclasses import replace

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QHideEvent, QShowEvent
from PySide6.QtWidgets import QWidget

from jury_desktop.domain.score import sheet_score
from jury_desktop.domain.sheet import Sheet
from jury_desktop.services.scoring import SheetView, save_answers
from jury_desktop.ui.allowed import may
from jury_desktop.ui.pages.assessment.criteria import Criteria
from jury_desktop.ui.pages.assessment.foot import SheetFoot
from jury_desktop.ui.pages.assessment.head import SheetHead
from jury_desktop.ui.pages.assessment.item import ItemForm
from jury_desktop.ui.pages.assessment.pending import Pending, pending
from jury_desktop.ui.pages.assessment.veil import Veil
from jury_desktop.ui.text import area
from jury_desktop.ui.widgets.basics import Panel, rule

tr = area("assessment")


class SheetForm(Panel):
    """A sheet to fill in, or to read once it is sealed: head, criteria and foot.

    :ivar edited: something was typed.
    :ivar in_sight: whether it can be seen, whenever that changes.
    """

    edited = Signal()
    in_sight = Signal(bool)

    def __init__(self, language: str) -> None:
        super().__init__()
        self.setAccessibleName(tr("Score sheet"))
        self.view: SheetView | None = None
        self.amending = False
        self.head = SheetHead(language)
        self.criteria = Criteria(language)
        self.foot = SheetFoot(language)
        self.veil = Veil()
        self.body.setSpacing(8)
        self._content: tuple[QWidget, ...] = (self.criteria, rule(), self.foot)
        for part in (self.head, rule(), self.veil, *self._content):
            self.body.addWidget(part)
        for at in (2, 3):
            self.body.setStretch(at, 1)
        self.criteria.edited.connect(self._typed)
        self.criteria.anchor.connect(self.foot.show_anchor)

    @property
    def items(self) -> list[ItemForm]:
        """The criteria on show, top to bottom."""
        return self.criteria.items

    @property
    def editable(self) -> bool:
        """Whether anything can be typed now."""
        if self.view is None or not may(self, save_answers):
            return False
        return self.amending or not (self.view.sheet.submitted or self.view.closed)

    @property
    def veiled(self) -> bool:
        """Whether what the sheet says is hidden."""
        return self.view is not None and self.view.veiled

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self.in_sight.emit(True)

    def hideEvent(self, event: QHideEvent) -> None:
        super().hideEvent(event)
        self.in_sight.emit(False)

    # what is shown

    def show_sheet(self, view: SheetView) -> None:
        """Show a sheet as it is kept."""
        other = self.view is None or _place(view) != _place(self.view)
        self.view, self.amending = view, False
        self.veil.setVisible(view.veiled)
        for part in self._content:
            part.setVisible(not view.veiled)
        self.criteria.show_view(view)
        self.criteria.order_tabs((self.foot.amend, self.foot.submit))
        self._show_state(view)
        self.foot.show_anchor("")
        if not self.editable:
            self.foot.show_nothing()
        elif other:
            self.foot.show_new()
        if other:
            self.criteria.fold()
            self.criteria.to_top()

    def show_kept(self, view: SheetView) -> bool:
        """What was typed has been kept; what was typed since stays as it is. False while there is such."""
        if self.view is not None and view.sheet.candidacy == self.view.sheet.candidacy:
            self.view = view
        return not self.pending()

    def begin_amending(self) -> None:
        """Let a sealed sheet be changed; nothing is kept before a reason is given."""
        if self.view is not None:
            self.amending = True
            self._show_state(self.view)
            self.criteria.start_at_first()

    def _show_state(self, view: SheetView) -> None:
        self.criteria.set_editable(self.editable)
        self.head.show_view(view, amending=self.amending)
        self.foot.show_buttons(editable=self.editable, submitted=view.sheet.submitted, amending=self.amending)
        self._show_mean(view)

    def _show_mean(self, view: SheetView) -> None:
        self.head.show_mean(sheet_score(self.sheet(), view.items, view.rubric))

    # what is typed

    def sheet(self) -> Sheet:
        """The sheet as it stands on the screen."""
        assert self.view is not None
        return replace(self.view.sheet, answers={**self.view.sheet.answers, **self.criteria.answers()})

    def pending(self) -> Pending:
        """What was typed and is not kept yet."""
        if self.view is None:
            return Pending()
        typed = self.criteria
        return pending(self.view.sheet, typed.answers(), typed.marks(), typed.remark.toPlainText())

    def show_missing(self) -> bool:
        """Name what is missing at each item and go to the first; False when nothing is."""
        return self.criteria.show_missing(self.sheet())

    def start(self) -> None:
        """Put the cursor on the first item where something is missing; on a sealed sheet, on the way on."""
        if self.veiled:
            self.veil.start()
        elif self.editable:
            self.criteria.start()
        else:
            self.foot.amend.setFocus(Qt.FocusReason.TabFocusReason)

    def remember(self) -> None:
        """The keyboard leaves for the proposal."""
        self.criteria.remember()

    def come_back(self) -> None:
        """The keyboard comes back from the proposal: to the score it left, or to where scoring goes on."""
        if self.veiled or not self.criteria.come_back():
            self.start()

    def _typed(self) -> None:
        if self.view is not None:
            self._show_mean(self.view)
            self.edited.emit()


def _place(view: SheetView) -> tuple[str, str, str]:
    return view.sheet.juror, view.sheet.candidacy, view.sheet.round
