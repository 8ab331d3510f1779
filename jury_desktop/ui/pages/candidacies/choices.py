"""A few words to choose from, as chips that light up: municipalities, windows of the pitch."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QSizePolicy, QWidget

from jury_desktop.ui.widgets.basics import clear
from jury_desktop.ui.widgets.flow import FlowLayout
from jury_desktop.ui.widgets.marks import Chip


class Choices(QWidget):
    """Chips of which any number can be chosen.

    :ivar changed: the user chose otherwise.
    """

    changed = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.chips: dict[str, Chip] = {}
        self._names: dict[str, str] = {}
        self._flow = FlowLayout(self, 2)
        policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)

    def offer(self, names: Mapping[str, str]) -> None:
        """Offer these keys with their names; the same ones again change nothing."""
        if list(names) == list(self.chips):
            return
        clear(self._flow)
        self.chips, self._names = {}, dict(names)
        for key, name in names.items():
            chip = Chip(name)
            chip.setObjectName(key)
            chip.setAccessibleName(name)
            chip.clicked.connect(self._clicked)
            self.chips[key] = chip
            self._flow.addWidget(chip)

    def chosen(self) -> tuple[str, ...]:
        """The keys chosen, in order."""
        return tuple(key for key, chip in self.chips.items() if chip.isChecked())

    def choose(self, keys: Sequence[str]) -> None:
        """Choose these, without telling."""
        for key, chip in self.chips.items():
            chip.setChecked(key in keys)
        self._mark()

    def _clicked(self) -> None:
        self._mark()
        self.changed.emit()

    def _mark(self) -> None:
        """A tick tells a chosen chip from the others without its colour."""
        for key, chip in self.chips.items():
            name = self._names[key]
            chip.setText(f"✓ {name}" if chip.isChecked() else name)
            chip.updateGeometry()
