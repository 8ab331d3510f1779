"""The checklist at work: what the regisseur says is kept, and a mail asks the candidate for what lacks."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from pathlib import Path

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QWidget

from jury_desktop.domain.candidacy import Candidacy, ItemCheck, ItemState
from jury_desktop.services.completeness import check_item, put_checks
from jury_desktop.services.ports import Dossier
from jury_desktop.services.request_mail import Request, draft_request, keep_request
from jury_desktop.ui.jobs import JobContext
from jury_desktop.ui.operations import Always, Operation, Subject
from jury_desktop.ui.pages.candidacies.drafting import Draft, Drafting
from jury_desktop.ui.shell import Shell
from jury_desktop.ui.text import area
from jury_desktop.wording import day

tr = area("candidacies")

_CHANGES = frozenset({Subject.CANDIDACY})


class Requesting(QObject):
    """Keeps the checklist of the candidacy on show, and asks for what lacks."""

    def __init__(self, shell: Shell, parent: QWidget) -> None:
        super().__init__(parent)
        self._shell = shell
        self._drafting = Drafting(shell, parent)

    def check(self, candidacy: Candidacy, item: str, state: ItemState | None) -> None:
        """Keep what the regisseur says about an item."""
        key, before = candidacy.id, candidacy.checks
        text = tr("Checklist of {reference}").format(reference=candidacy.reference)
        self._shell.run_operation(
            Operation(
                text,
                lambda dossier, _: check_item(dossier, key, item, state),
                _CHANGES,
                inverse=lambda _: _putting(key, before),
            )
        )

    def ask(self, candidacy: Candidacy) -> None:
        """Draft the mail and show it."""
        language = self._shell.language

        def draft(dossier: Dossier, _: JobContext) -> Draft:
            request = draft_request(dossier, candidacy.id)
            told = tr(
                "The program sends nothing itself. Save the draft and open it in your mail program, or copy "
                "the text. The checklist then notes that you asked, with an answer by {day}."
            )
            return Draft(
                request,
                tr("Ask {reference} for what lacks").format(reference=candidacy.reference),
                told.format(day=day(request.answer_by, language)),
                tr("{reference} request.eml").format(reference=candidacy.reference),
                partial(_keeping, candidacy, language),
            )

        self._shell.run_job(draft, self._drafting.show, key="candidacies.request")


def _keeping(
    candidacy: Candidacy, language: str, request: Request, place: Path | None
) -> Operation[Candidacy]:
    copied = tr("The text is on the clipboard. {reference} is asked to answer by {day}.")
    saved = tr("Saved as {name}. {reference} is asked to answer by {day}.")
    said = (copied if place is None else saved).format(
        name=place.name if place else "",
        reference=candidacy.reference,
        day=day(request.answer_by, language),
    )
    return Operation(
        tr("Ask {reference} for what lacks").format(reference=candidacy.reference),
        lambda dossier, _: keep_request(dossier, candidacy.id, request, place),
        _CHANGES,
        inverse=Always(_putting(candidacy.id, candidacy.checks)),
        said=Always(said),
    )


def _putting(key: str, checks: tuple[ItemCheck, ...]) -> Callable[[Dossier, JobContext], Candidacy]:
    return lambda dossier, _: put_checks(dossier, key, checks)
