"""The question that comes first: is the server that the export points to really our own?"""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from jury_desktop.services.proof import MailServers, Trust, confirm_servers
from jury_desktop.ui.allowed import asks
from jury_desktop.ui.text import area
from jury_desktop.ui.theme import Tone
from jury_desktop.ui.widgets.basics import button, note, row, stack

tr = area("intake")


NAMED = 3
"""Servers that are named in a line; of more it says how many there are."""


class ServersBar(QWidget):
    """Shows only while the servers were learned and nobody confirmed them.

    :ivar agreed: the proposal is right; carries the servers.
    :ivar change_wanted: the user wants to look at them, or name others.
    """

    agreed = Signal(object)
    change_wanted = Signal()

    def __init__(self) -> None:
        super().__init__()
        self._servers: tuple[str, ...] = ()
        self.text = note("", Tone.WARN)
        self.agree = button(tr("Yes, our own"), self._agree)
        self.change = button(tr("Look and change…"), self._change, part="link")
        self.setLayout(stack(self.text, row(self.agree, self.change, None), spacing=6))
        self.hide()

    def show_servers(self, found: MailServers) -> None:
        """Show what was learned, or nothing when the call or the regisseur named the servers."""
        self._servers = found.servers
        self.setVisible(found.to_confirm)
        guessed = found.trust is Trust.LAST_HOP
        self.agree.setText(tr("Yes, all our own") if len(found.servers) > 1 else tr("Yes, our own"))
        self.text.setText(_guessed(found.servers) if guessed else _learned(found.servers))

    @asks(confirm_servers)
    def _agree(self) -> None:
        self.agreed.emit(self._servers)

    @asks(confirm_servers)
    def _change(self) -> None:
        self.change_wanted.emit()


def _learned(servers: tuple[str, ...]) -> str:
    text = tr("Arrival rests on {servers}, learned from the export. Is that your own mail server?")
    return text.format(servers=", ".join(servers))


def _guessed(servers: tuple[str, ...]) -> str:
    """Loose files may have come by any server; of a server of somebody else the line proves nothing."""
    text = tr(
        "The messages share no mail server. Until you confirm, the last server of each counts as your own "
        "(%n servers: {servers}). The line of a server that is not yours proves nothing.",
        "",
        len(servers),
    )
    return text.format(servers=", ".join(servers[:NAMED]) + (" …" if len(servers) > NAMED else ""))
