"""Naming our own mail servers: what that would undo is said first, then it is kept, and undone on Ctrl+Z."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QWidget

from jury_desktop.services.ports import Dossier
from jury_desktop.services.proof import (
    MailServers,
    ProofChange,
    Weighed,
    confirm_servers,
    mail_servers,
    weigh_servers,
)
from jury_desktop.ui.allowed import asks
from jury_desktop.ui.dialogs.servers_dialog import ServersDialog
from jury_desktop.ui.jobs import JobContext
from jury_desktop.ui.operations import Operation
from jury_desktop.ui.pages.candidacies.establishing import unproving
from jury_desktop.ui.pages.candidacies.reading import CHANGES
from jury_desktop.ui.shell import Answer, Choice, Question, Shell
from jury_desktop.ui.text import area

tr = area("intake")


class NamingServers(QObject):
    """Confirms the own mail servers, after a question where that takes proof away."""

    def __init__(self, shell: Shell, window: QWidget) -> None:
        super().__init__(window)
        self._shell = shell
        self._window = window
        self._named: tuple[str, ...] = ()

    @asks(confirm_servers)
    def ask(self) -> None:
        """Ask which mail servers are our own, with what the messages show of them."""
        self._shell.run_job(_read, self._ask, key="candidacies.servers")

    def _ask(self, found: MailServers) -> None:
        dialog = ServersDialog(found, self._window)
        dialog.named.connect(self.name)
        dialog.open()

    def name(self, servers: Sequence[str]) -> None:
        """These are the own mail servers."""
        self._named = named = tuple(servers)

        def weigh(dossier: Dossier, _: JobContext) -> Weighed:
            return weigh_servers(dossier, named)

        self._shell.run_job(weigh, self._weighed, key="candidacies.servers")

    def _weighed(self, found: Weighed) -> None:
        if found.silent or found.unproven:
            self._shell.ask(question(found), self._answered)
        else:
            self._confirm()

    def _answered(self, _answer: Answer) -> None:
        self._confirm()

    def _confirm(self) -> None:
        named = self._named

        def verb(dossier: Dossier, _: JobContext) -> ProofChange:
            return confirm_servers(dossier, named)

        text = tr("Confirm the own mail servers")
        self._shell.run_operation(Operation(text, verb, CHANGES, inverse=unproving, said=_said))


def _read(dossier: Dossier, _: JobContext) -> MailServers:
    return mail_servers(dossier)


def question(found: Weighed) -> Question:
    """What is asked before servers are named that wrote nothing here, or that take proof away."""
    said = []
    if found.silent:
        names = ", ".join(found.silent)
        said.append(tr("{names} wrote no message of this dossier. Is the name right?").format(names=names))
    if found.changed:
        said.append(tr("The verdict on the arrival of %n messages would change.", "", found.changed))
    if found.unproven:
        said.append(tr("Of %n messages nothing would prove the arrival any more.", "", found.unproven))
    choices = (Choice("confirm", tr("Confirm all the same"), danger=True),)
    return Question(tr("Confirm these mail servers?"), "\n\n".join(said), choices)


def _said(change: ProofChange) -> str:
    verdicts = sum(
        old.entry.verdict is not new.entry.verdict
        for old, new in zip(change.before, change.after, strict=True)
    )
    if not verdicts:
        return tr("Mail servers confirmed. Every arrival stays as it was.")
    return tr("Mail servers confirmed. The verdict on %n messages changed.", "", verdicts)
