"""The question that comes first: is the server that the export points to really our own?"""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from jury_desktop.services.proof import MailServers, Trust
from jury_desktop.ui.text import area
from jury_desktop.ui.theme import Tone
from jury_desktop.ui.widgets.basics import button, note, row, stack

tr = area("intake")


FEW = 3
"""Servers that can be agreed with at a glance; more have to be looked at."""


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
        asked = found.trust is Trust.LEARNED and bool(found.servers)
        self.setVisible(asked)
        self.agree.setVisible(len(found.servers) <= FEW)
        if len(found.servers) <= FEW:
            text = tr("Arrival rests on {servers}, learned from the export. Is that your own mail server?")
            self.text.setText(text.format(servers=", ".join(found.servers)))
        else:
            text = tr(
                "The messages came in by %n different servers. Say which are your own.",
                "",
                len(found.servers),
            )
            self.text.setText(text)

    def _agree(self) -> None:
        self.agreed.emit(self._servers)

    def _change(self) -> None:
        self.change_wanted.emit()
