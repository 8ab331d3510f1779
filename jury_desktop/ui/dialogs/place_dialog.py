"""Another place for a message: what it is, which candidacy it belongs to, and why."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from PySide6.QtCore import Signal
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QButtonGroup, QDialog, QRadioButton, QVBoxLayout, QWidget

from jury_desktop.domain.candidacy import Candidacy
from jury_desktop.domain.entry import EntryKind
from jury_desktop.ui import theme
from jury_desktop.ui.actions import SUBMIT
from jury_desktop.ui.text import area
from jury_desktop.ui.widgets.basics import button, label, row, stack
from jury_desktop.ui.widgets.form import Field, text_edit
from jury_desktop.ui.widgets.still import ChoiceBox

tr = area("candidacies")

_BELONGS = frozenset({EntryKind.REVISION, EntryKind.DUPLICATE, EntryKind.OTHER})


@dataclass(frozen=True, slots=True)
class NewPlace:
    """What the user decided: the kind, the candidacy it belongs to (its id) or None, and the reason."""

    kind: EntryKind
    candidacy: str | None
    reason: str


class PlaceDialog(QDialog):
    """Asks for a place. Opens without blocking.

    :ivar placed: the user decided; carries a :class:`NewPlace`.
    """

    placed = Signal(object)

    def __init__(
        self, title: str, kinds: Mapping[EntryKind, str], candidacies: Sequence[Candidacy], parent: QWidget
    ) -> None:
        super().__init__(parent)
        self.setWindowTitle(tr("Place the message differently"))
        self.setModal(True)
        self.radios = {kind: QRadioButton(text) for kind, text in kinds.items()}
        self._group = QButtonGroup(self)
        self.candidacy = ChoiceBox()
        self.belongs = Field(tr("Belongs to"), self.candidacy)
        self.reason = text_edit(suggestion=tr("The journal keeps the reason"), lines=3)
        self.keep = button(tr("Place"), self._keep, part="primary")
        QShortcut(QKeySequence(SUBMIT), self, self.keep.click)
        self.reason.setFixedHeight(self.reason.minimumHeight())
        self._offer(candidacies)
        self._fill(title)
        self._judge()
        self.finished.connect(self.deleteLater)

    def _offer(self, candidacies: Sequence[Candidacy]) -> None:
        self.candidacy.addItem(tr("No candidacy"), None)
        for each in candidacies:
            self.candidacy.addItem(f"{each.reference}  {each.organisation}", each.id)
        self.candidacy.currentIndexChanged.connect(self._judge)

    def _fill(self, title: str) -> None:
        for radio in self.radios.values():
            self._group.addButton(radio)
        self._group.buttonClicked.connect(self._judge)
        self.reason.textChanged.connect(self._judge)
        self.keep.setDefault(True)
        column = QVBoxLayout(self)
        column.setContentsMargins(24, 22, 24, 20)
        column.setSpacing(14)
        column.addWidget(label(tr("Place the message differently"), "title", wrap=True))
        column.addWidget(label(title, "muted", wrap=True))
        column.addLayout(stack(*self.radios.values(), spacing=2))
        column.addWidget(self.belongs)
        column.addWidget(Field(tr("Reason"), self.reason))
        column.addLayout(row(button(tr("Cancel"), self.reject), None, self.keep))
        self.setMinimumWidth(theme.metrics().base * 36)

    def propose(self, kind: EntryKind, candidacy: str | None) -> None:
        """Start from this kind and candidacy, with the cursor in what is still to be filled in."""
        if kind in self.radios:
            self.radios[kind].setChecked(True)
        self.candidacy.setCurrentIndex(max(0, self.candidacy.findData(candidacy)))
        self._judge()
        needs_home = kind is EntryKind.REVISION and candidacy is None
        (self.candidacy if needs_home else self.reason).setFocus()

    def kind(self) -> EntryKind | None:
        """The kind chosen."""
        return next((kind for kind, radio in self.radios.items() if radio.isChecked()), None)

    def _home(self) -> str | None:
        home = self.candidacy.currentData()
        return str(home) if home and self.kind() in _BELONGS else None

    def _judge(self) -> None:
        kind = self.kind()
        self.belongs.setVisible(kind in _BELONGS)
        homeless = kind is EntryKind.REVISION and self._home() is None
        self.belongs.show_hint(tr("Choose the candidacy it is a version of.") if homeless else "")
        self.keep.setEnabled(kind is not None and not homeless and bool(self.reason.toPlainText().strip()))

    def _keep(self) -> None:
        kind = self.kind()
        if kind is not None:
            self.accept()
            self.placed.emit(NewPlace(kind, self._home(), self.reason.toPlainText().strip()))
