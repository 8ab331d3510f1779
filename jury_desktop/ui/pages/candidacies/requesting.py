"""The checklist at work: what the regisseur says is kept, and a mail asks the candidate for what lacks."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, replace
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
        self._asked: _Asked | None = None
        self._dialog: RequestDialog | None = None

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

        def draft(dossier: Dossier, _: JobContext) -> _Asked:
            return _Asked(candidacy, draft_request(dossier, candidacy.id))

        self._shell.run_job(draft, self._show, key="candidacies.request")

    def _show(self, asked: _Asked) -> None:
        self._asked = asked
        reference, language = asked.candidacy.reference, self._shell.language
        self._dialog = RequestDialog(asked.request, reference, language, self._window)
        self._dialog.copied.connect(self._copied)
        self._dialog.saved.connect(self._saved)
        self._dialog.finished.connect(self._closed)
        self._dialog.open()

    def _copied(self, request: Request) -> None:
        QGuiApplication.clipboard().setText(request.text)
        if self._asked is not None:
            self._keep(replace(self._asked, request=request), None)

    def _saved(self, request: Request) -> None:
        if self._asked is not None:
            self._asked = replace(self._asked, request=request)
            filters = tr("Draft mails") + " (*.eml)"
            name = tr("{reference} request.eml").format(reference=self._asked.candidacy.reference)
            self._shell.pick_save(tr("Save the draft mail"), filters, name, self._chosen)

    def _chosen(self, place: Path) -> None:
        if self._asked is not None:
            self._keep(self._asked, place)

    def _keep(self, asked: _Asked, place: Path | None) -> None:
        candidacy, request = asked.candidacy, asked.request
        said = self._told(asked, place)
        self._shell.run_operation(
            Operation(
                tr("Ask {reference} for what lacks").format(reference=candidacy.reference),
                lambda dossier, _: keep_request(dossier, candidacy.id, request, place),
                _CHANGES,
                inverse=lambda _: _putting(candidacy.id, candidacy.checks),
                done=self._kept,
                said=lambda _: said,
            )
        )

    def _told(self, asked: _Asked, place: Path | None) -> str:
        copied = tr("The text is on the clipboard. {reference} is asked to answer by {day}.")
        saved = tr("Saved as {name}. {reference} is asked to answer by {day}.")
        return (copied if place is None else saved).format(
            name=place.name if place else "",
            reference=asked.candidacy.reference,
            day=day(asked.request.answer_by, self._shell.language),
        )

    def _kept(self, _: Candidacy) -> None:
        """Only now may the mail leave the screen: until it is kept nothing that was written is lost."""
        if self._dialog is not None:
            self._dialog.accept()

    def _closed(self) -> None:
        self._asked = self._dialog = None


def _putting(key: str, checks: tuple[ItemCheck, ...]) -> Callable[[Dossier, JobContext], Candidacy]:
    return lambda dossier, _: put_checks(dossier, key, checks)
