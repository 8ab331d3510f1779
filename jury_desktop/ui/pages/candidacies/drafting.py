"""A draft mail on its way: shown to read and change, then copied or saved, and only then noted."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

from PySide6.QtCore import QObject
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QWidget

from jury_desktop.services.request_mail import Request
from jury_desktop.ui.dialogs.request_dialog import RequestDialog
from jury_desktop.ui.operations import Operation
from jury_desktop.ui.shell import Shell
from jury_desktop.ui.text import area

tr = area("candidacies")


@dataclass(frozen=True, slots=True)
class Draft:
    """A mail to look over.

    :param title: what it asks, as a heading.
    :param told: what keeping it will note.
    :param file: the name proposed for the draft.
    :param keep: the step that notes the mail as it then reads, saved to the place given or else copied.
    """

    request: Request
    title: str
    told: str
    file: str
    keep: Callable[[Request, Path | None], Operation[Any]]


class Drafting(QObject):
    """Shows one draft at a time. The mail leaves the screen only once it is kept: nothing typed is lost."""

    def __init__(self, shell: Shell, window: QWidget) -> None:
        super().__init__(window)
        self._shell = shell
        self._window = window
        self._draft: Draft | None = None
        self._dialog: RequestDialog | None = None

    def show(self, draft: Draft) -> None:
        """Show it to the user."""
        self._draft = draft
        self._dialog = RequestDialog(draft.request, draft.title, draft.told, self._window)
        self._dialog.copied.connect(self._copied)
        self._dialog.saved.connect(self._saved)
        self._dialog.finished.connect(self._closed)
        self._dialog.open()

    def _copied(self, request: Request) -> None:
        QGuiApplication.clipboard().setText(request.text)
        self._keep(request, None)

    def _saved(self, request: Request) -> None:
        if self._draft is not None:
            self._draft = replace(self._draft, request=request)
            filters = tr("Draft mails") + " (*.eml)"
            self._shell.pick_save(tr("Save the draft mail"), filters, self._draft.file, self._chosen)

    def _chosen(self, place: Path) -> None:
        if self._draft is not None:
            self._keep(self._draft.request, place)

    def _keep(self, request: Request, place: Path | None) -> None:
        if self._draft is not None:
            self._shell.run_operation(replace(self._draft.keep(request, place), done=self._kept))

    def _kept(self, _: object) -> None:
        if self._dialog is not None:
            self._dialog.accept()

    def _closed(self) -> None:
        self._draft = self._dialog = None
