"""The page of a juror who signed in: the assessment page with nobody else at it."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtWidgets import QWidget

from jury_desktop.ui.actions import Action
from jury_desktop.ui.pages.assessment.page import AssessmentPage
from jury_desktop.ui.shell import Shell
from jury_desktop.ui.text import area

tr = area("desk")


class OwnPage(AssessmentPage):
    """Score as at a shared desk, without choosing a name; no sheet needs a veil before its owner."""

    key = "own"

    def __init__(self, shell: Shell, parent: QWidget | None = None) -> None:
        super().__init__(shell, parent)
        dossier = shell.dossier
        self._juror = dossier.who.juror if dossier is not None and dossier.who is not None else ""
        self.desk.keep_to_juror()
        self.keeper.alone = True

    def title(self) -> str:
        return tr("My scores")

    def page_actions(self) -> Sequence[Action]:
        return self.scoring_actions()
