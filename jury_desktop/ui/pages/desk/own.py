"""The page of a juror who signed in: the assessment page with nobody else at it."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial

from PySide6.QtWidgets import QWidget

from jury_desktop.domain.availability import Stretches
from jury_desktop.domain.juror import Juror
from jury_desktop.services.availability import OwnAvailability, own_availability, say_availability
from jury_desktop.ui.actions import Action, Place
from jury_desktop.ui.allowed import asks
from jury_desktop.ui.operations import Always, Operation, Subject, calling
from jury_desktop.ui.pages.assessment.page import AssessmentPage
from jury_desktop.ui.pages.desk.free_dialog import FreeDialog
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
        free = Action(
            "own.availability",
            tr("When I can sit…"),
            self._ask_free,
            icon="calendar-days",
            place=Place.HEADER,
            words=tr("availability hours sessions pitches"),
        )
        return (*self.scoring_actions(), free)

    @asks(say_availability)
    def _ask_free(self) -> None:
        """Let the juror say when they can sit."""
        self.shell.run_job(calling(own_availability, self._juror), self._show_free, key="own-free")

    def _show_free(self, found: OwnAvailability) -> None:
        dialog = FreeDialog(found, self.shell.language, self)
        dialog.said.connect(partial(self._said, found.juror))
        dialog.open()

    def _said(self, juror: Juror, stretches: Stretches) -> None:
        if stretches != juror.available:
            self.shell.run_operation(saying(juror, stretches))


def saying(juror: Juror, stretches: Stretches) -> Operation[None]:
    """Keep when a juror can sit, as they say themselves."""
    return Operation(
        tr("When I can sit"),
        calling(say_availability, juror.id, stretches, juror.available),
        frozenset({Subject.JUROR}),
        Always(calling(say_availability, juror.id, juror.available, stretches)),
        said=Always(tr("When you can sit has been kept.")),
    )
