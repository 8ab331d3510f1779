"""Asking the sender of an unreadable message for one that can be read."""

from __future__ import annotations

from functools import partial
from pathlib import Path

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QWidget

from jury_desktop.domain.entry import Placed
from jury_desktop.services.copy_request import (
    draft_copy_request,
    keep_copy_request,
    take_back_copy_request,
)
from jury_desktop.services.ports import Dossier
from jury_desktop.services.request_mail import Request
from jury_desktop.ui.jobs import JobContext
from jury_desktop.ui.operations import Always, Operation, Subject
from jury_desktop.ui.pages.candidacies.drafting import Draft, Drafting
from jury_desktop.ui.shell import Shell
from jury_desktop.ui.text import area
from jury_desktop.wording import day

tr = area("candidacies")


class CopyAsking(QObject):
    """Drafts the mail for the message on show, and notes that it was asked."""

    def __init__(self, shell: Shell, window: QWidget) -> None:
        super().__init__(window)
        self._shell = shell
        self._drafting = Drafting(shell, window)

    def ask(self, placed: Placed) -> None:
        """Draft the mail and show it; what cannot be asked is said."""
        key, language = placed.mail.sha256, self._shell.language

        def draft(dossier: Dossier, _: JobContext) -> Draft:
            request = draft_copy_request(dossier, key)
            told = tr(
                "The program sends nothing itself. Save the draft and open it in your mail program, or copy "
                "the text. The journal then notes that you asked, with an answer by {day}."
            )
            return Draft(
                request,
                tr("Ask for a message that can be read"),
                told.format(day=day(request.answer_by, language)),
                tr("request for a copy.eml"),
                partial(_keeping, key, language),
            )

        self._shell.run_job(draft, self._drafting.show, key="candidacies.copy")


def _keeping(key: str, language: str, request: Request, place: Path | None) -> Operation[None]:
    copied = tr("The text is on the clipboard. {sender} is asked to answer by {day}.")
    saved = tr("Saved as {name}. {sender} is asked to answer by {day}.")
    said = (copied if place is None else saved).format(
        name=place.name if place else "", sender=request.to, day=day(request.answer_by, language)
    )
    return Operation(
        tr("Ask {sender} for a message that can be read").format(sender=request.to),
        lambda dossier, _: keep_copy_request(dossier, key, request, place),
        frozenset({Subject.MAIL}),
        inverse=lambda _: lambda dossier, _: take_back_copy_request(dossier, key, request),
        said=Always(said),
    )
