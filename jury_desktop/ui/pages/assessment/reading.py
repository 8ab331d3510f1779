"""Reads the sheet that was chosen, and the file beside it; what comes too late is dropped."""

from __future__ import annotations

from dataclasses import replace

from PySide6.QtCore import QObject

from jury_desktop.domain.mail import Attachment
from jury_desktop.services.scoring import SheetView
from jury_desktop.ui.looking import Look, Looked, look
from jury_desktop.ui.pages.assessment.keeper import SheetKeeper
from jury_desktop.ui.pages.assessment.parts import Parts
from jury_desktop.ui.pages.assessment.proposal import Proposal


class SheetReader(QObject):
    """Brings the sheet at the keeper's place on show.

    :ivar entering: put the cursor on the first item as soon as the sheet is there.
    :ivar number: put it in the field of that number instead, see :meth:`Criteria.standing`.
    """

    def __init__(self, keeper: SheetKeeper, proposal: Proposal, parts: Parts) -> None:
        super().__init__(keeper)
        self.entering = False
        self.number: int | None = None
        self._keeper = keeper
        self._shell = keeper.shell
        self._form = keeper.form
        self._proposal = proposal
        self._parts = parts
        proposal.wanted.connect(self._read_file)

    def read(self) -> None:
        """Show the sheet as it is kept."""
        self._shell.run_job(self._keeper.opening(), self._show, key="assessment-sheet")

    def follow(self) -> None:
        """Something was changed elsewhere, or undone: the sheet on show follows, unless somebody types."""
        self._shell.run_job(self._keeper.opening(), self._show_changed, key="assessment-sheet")

    def _show(self, view: SheetView) -> None:
        self._parts.show_scoring()
        self._keeper.show(view)
        self._proposal.show_candidacy(view.candidacy)
        if self.entering:
            self.entering = False
            self._enter()

    def _enter(self) -> None:
        number, self.number = self.number, None
        if number is None or self._form.veiled or not self._form.criteria.stand_at(number):
            self._form.start()

    def _show_changed(self, view: SheetView) -> None:
        kept = self._form.view
        if kept is None or self._form.amending or self._form.pending():
            return
        if replace(view, sheet=replace(view.sheet, id=kept.sheet.id)) != kept:
            self._show(view)

    def _read_file(self, file: Attachment) -> None:
        look(self._shell, Look(file, self._proposal.view.drawer), self._show_file, key="assessment-file")

    def _show_file(self, found: Looked) -> None:
        self._proposal.show_preview(found.wanted.file, found.preview)
