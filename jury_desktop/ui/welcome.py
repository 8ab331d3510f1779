"""The first screen, as long as no dossier is open: open one, make one, or go on with a recent one."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from jury_desktop.ui import theme
from jury_desktop.ui.opening import Opening
from jury_desktop.ui.text import area
from jury_desktop.ui.widgets.basics import Panel, button, label, row, stack
from jury_desktop.ui.widgets.elided import ElidedLabel

tr = area("shell")


class Welcome(QWidget):
    """What to do first."""

    def __init__(self, opening: Opening, recent: tuple[str, ...]) -> None:
        super().__init__()
        self._opening = opening
        panel = Panel(margins=(32, 28, 32, 28))
        panel.setFixedWidth(theme.metrics().base * 46)
        panel.body.addWidget(label(tr("Welcome to Jury Desktop"), "title"))
        panel.body.addWidget(label(self._words(), "muted", wrap=True))
        panel.body.addSpacing(8)
        panel.body.addLayout(self._choices())
        panel.body.addSpacing(4)
        panel.body.addLayout(self._for_jurors())
        panel.body.addLayout(self._on_a_server())
        if opening.has_sample:
            panel.body.addLayout(self._for_the_curious())
        if recent:
            panel.body.addSpacing(12)
            panel.body.addWidget(label(tr("Recent dossiers"), "heading"))
            panel.body.addLayout(stack(*(self._recent(place) for place in recent), spacing=0))
        column = QVBoxLayout(self)
        column.addStretch(2)
        column.addLayout(row(None, panel, None))
        column.addStretch(3)

    def _words(self) -> str:
        return tr(
            "A dossier holds one whole selection, from the mailbox to the end of the rebuttal, in one file "
            "on this computer. Nothing ever leaves it without you."
        )

    def _choices(self) -> QHBoxLayout:
        new = button(tr("New dossier…"), self._opening.create_new, icon="plus", part="primary")
        self.setFocusProxy(new)
        open_ = button(tr("Open a dossier…"), self._opening.choose, icon="folder-open")
        return row(new, open_, None)

    def _for_jurors(self) -> QHBoxLayout:
        """For who got a packet to score from."""
        packet = button(tr("Open the packet…"), self._opening.choose_packet, icon="lock-open", part="link")
        return row(label(tr("Did you get a packet to score?"), "muted"), packet, None)

    def _on_a_server(self) -> QHBoxLayout:
        """For who works with others at the same time."""
        server = button(tr("Connect to a server…"), self._opening.choose_server, icon="database", part="link")
        return row(label(tr("Does the dossier lie on a server?"), "muted"), server, None)

    def _for_the_curious(self) -> QHBoxLayout:
        """For who wants to try things out."""
        sample = button(tr("Make the sample…"), self._opening.make_sample, icon="sparkles", part="link")
        words = tr("First try it out, in the midst of the scoring?")
        return row(label(words, "muted"), sample, None)

    def _recent(self, place: str) -> QWidget:
        holder = QWidget()
        made = button(Path(place).name, self._open_recent, part="link", icon="file-text")
        made.setObjectName(place)
        where = ElidedLabel("small", str(Path(place).parent))
        line = row(made, where)
        line.setStretch(1, 1)
        holder.setLayout(line)
        return holder

    def _open_recent(self) -> None:
        if (sender := self.sender()) is not None:
            self._opening.open(sender.objectName())
