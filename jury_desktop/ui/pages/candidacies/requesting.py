"""The checklist at work: what the regisseur says is kept, and a mail asks the candidate for what lacks."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from PySide6.QtCore import QObject
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QWidget

from jury_desktop.domain.candidacy import Candidacy, ItemCheck, ItemState
from jury_desktop.services.completeness import check_item, put_checks
from jury_desktop.services.ports import Dossier
from jury_desktop.services.request_mail import Request, draft_request, keep_request
from jury_desktop.ui.dialogs.request_dialog import RequestDialog
from jury_desktop.ui.jobs import JobContext
from jury_desktop.ui.operations import Operation, Subject
from jury_desktop.ui.shell import Shell
from jury_desktop.ui.text import area
from jury_desktop.wording import day

tr = area("candidacies")

_CHANGES = frozenset({Subject.CANDIDACY})


@dataclass(frozen=True, slots=True)
class _Asked:
    candidacy: Candidacy
    request: Request


class Requesting(QObject):
    """Keeps the checklist of the candidacy on show, and asks for what lacks."""

    def __init__(self, shell: Shell, parent: QWidget) -> None:
        super().__init__(parent)
        self._shell = shell
        self._window = parent
        self._asking: Candidacy | None = None
        self._waiting: _Asked | None = None

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
        key = candidacy.id
        self._asking = candidacy

        def draft(dossier: Dossier, _: JobContext) -> Request:
            return draft_request(dossier, key)

        self._shell.run_job(draft, self._show, key="candidacies.request")

    def _show(self, request: Request) -> None:
        if self._asking is None:
            return
        dialog = RequestDialog(request, self._asking.reference, self._shell.language, self._window)
        dialog.copied.connect(self._copied)
        dialog.saved.connect(self._saved)
        dialog.open()

    def _copied(self, request: Request) -> None:
        QGuiApplication.clipboard().setText(request.text)
        if self._asking is not None:
            self._keep(_Asked(self._asking, request), None)

    def _saved(self, request: Request) -> None:
        if self._asking is None:
            return
        self._waiting = _Asked(self._asking, request)
        filters = tr("Draft mails") + " (*.eml)"
        name = tr("{reference} request.eml").format(reference=self._asking.reference)
        self._shell.pick_save(tr("Save the draft mail"), filters, name, self._chosen)

    def _chosen(self, place: Path) -> None:
        if self._waiting is not None:
            self._keep(self._waiting, place)

    def _keep(self, asked: _Asked, place: Path | None) -> None:
        key, before, request = asked.candidacy.id, asked.candidacy.checks, asked.request
        reference, by = asked.candidacy.reference, day(request.answer_by, self._shell.language)
        copied = tr("The text is on the clipboard. {reference} is asked to answer by {day}.")
        saved = tr("Saved as {name}. {reference} is asked to answer by {day}.")
        said = (copied if place is None else saved).format(
            name=place.name if place else "", reference=reference, day=by
        )
        self._shell.run_operation(
            Operation(
                tr("Ask {reference} for what lacks").format(reference=reference),
                lambda dossier, _: keep_request(dossier, key, request, place),
                _CHANGES,
                inverse=lambda _: _putting(key, before),
                said=lambda _: said,
            )
        )


def _putting(key: str, checks: tuple[ItemCheck, ...]) -> Callable[[Dossier, JobContext], Candidacy]:
    return lambda dossier, _: put_checks(dossier, key, checks)
