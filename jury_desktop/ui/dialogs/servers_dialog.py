"""The mailbox's own mail servers: what the export shows, and what the regisseur says of it."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QCheckBox, QDialog, QVBoxLayout, QWidget

from jury_desktop.domain.arrival import is_own
from jury_desktop.services.proof import MailServers, Trust
from jury_desktop.ui import theme
from jury_desktop.ui.actions import SUBMIT
from jury_desktop.ui.text import area
from jury_desktop.ui.widgets.basics import button, label, row, stack
from jury_desktop.ui.widgets.form import Field, scroll, text_edit

tr = area("intake")

SHOWN = 40
"""Hosts that are listed; of a mailbox that was read from loose files there may be many."""
TALLEST = 7
"""Hosts in sight at once."""


class ServersDialog(QDialog):
    """Asks which servers are our own. Opens without blocking.

    :ivar named: the user confirmed; carries the host names and domains.
    """

    named = Signal(object)

    def __init__(self, found: MailServers, parent: QWidget) -> None:
        super().__init__(parent)
        self.setWindowTitle(tr("Own mail servers"))
        self.setModal(True)
        self.hosts = [_box(host, count, found.servers) for host, count in found.seen[:SHOWN]]
        self.names = text_edit("\n".join(found.servers), lines=3)
        self.keep = button(tr("Confirm"), self._keep, part="primary")
        QShortcut(QKeySequence(SUBMIT), self, self.keep.click)
        self._fill(_said(found))
        for box in self.hosts:
            box.clicked.connect(self._ticked)
        self.names.textChanged.connect(self._follow)
        self.finished.connect(self.deleteLater)

    def _fill(self, said: str) -> None:
        holder = QWidget()
        holder.setLayout(stack(*self.hosts, None, spacing=2))
        why = tr(
            "Only the line that your own server wrote at the top of a message proves when it arrived. "
            "When you confirm, every arrival is judged again; you can undo that."
        )
        hint = tr("One name or domain on a line, such as mail.stad.example or stad.example.")
        column = QVBoxLayout(self)
        column.setContentsMargins(24, 22, 24, 20)
        column.setSpacing(12)
        column.addWidget(label(self.windowTitle(), "title"))
        column.addWidget(label(said, wrap=True))
        column.addWidget(label(why, "muted", wrap=True))
        column.addWidget(label(tr("Received the messages of this dossier"), "strong"))
        listed = scroll(holder, tr("Received the messages of this dossier"))
        listed.setFixedHeight(theme.metrics().row * max(1, min(len(self.hosts), TALLEST)))
        column.addWidget(listed)
        column.addWidget(Field(tr("Own mail servers"), self.names, hint))
        column.addLayout(row(button(tr("Cancel"), self.reject), None, self.keep))
        self.names.setFixedHeight(self.names.minimumHeight())
        self.setMinimumWidth(theme.metrics().base * 44)

    def _ticked(self, on: bool) -> None:
        box = self.sender()
        host = box.objectName() if box is not None else ""
        names = self._names()
        self.names.setPlainText("\n".join([*names, host] if on else self._without(host, names)))

    def _without(self, host: str, names: Sequence[str]) -> list[str]:
        """The names that do not stand for this host; of a domain that goes, the other hosts are named."""
        kept = [name for name in names if not is_own(host, (name,))]
        others = [box.objectName() for box in self.hosts if box.objectName() != host]
        return [*kept, *(other for other in others if is_own(other, names) and not is_own(other, kept))]

    def _names(self) -> tuple[str, ...]:
        return tuple(self.names.toPlainText().split())

    def _follow(self) -> None:
        """The ticks say what the names say, also when those are typed."""
        for box in self.hosts:
            box.setChecked(is_own(box.objectName(), self._names()))

    def _keep(self) -> None:
        self.accept()
        self.named.emit(self._names())


def _box(host: str, count: int, servers: tuple[str, ...]) -> QCheckBox:
    box = QCheckBox(tr("{host}  ·  %n messages", "", count).format(host=host))
    box.setObjectName(host)
    box.setChecked(is_own(host, servers))
    return box


def _said(found: MailServers) -> str:
    texts = {
        Trust.CONFIRMED: tr("You confirmed these servers."),
        Trust.CALL: tr("The call names these servers."),
        Trust.LEARNED: tr("These servers were learned from the export; nobody has confirmed them yet."),
        Trust.LAST_HOP: tr(
            "The messages share no server, so the last one of each counts until you say which are your own."
        ),
    }
    return texts[found.trust]
