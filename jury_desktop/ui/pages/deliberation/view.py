"""What the tabs of the deliberation have in common: each reads what it shows for a stage and a line."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from jury_desktop.domain.decision import Stage
from jury_desktop.ui.actions import Action
from jury_desktop.ui.shell import Shell


@dataclass(frozen=True, slots=True)
class Look:
    """What is looked at: a stage, and the line between those who are chosen and those who are not.

    :param cut: so many stand above the line.
    """

    stage: Stage
    cut: int


class View(QWidget):
    """A tab. It reads in :meth:`read`, which comes each time it is shown or something has changed.

    :cvar has_line: whether what it shows depends on the line.
    :ivar candidacy_wanted: the user wants to discuss the candidacy with this reference.
    :ivar actions_changed: what can be done on the tab is different now.
    """

    candidacy_wanted = Signal(str)
    actions_changed = Signal()
    has_line = True

    def __init__(self, shell: Shell) -> None:
        super().__init__()
        self.shell = shell

    def page_actions(self) -> Sequence[Action]:
        """What can be done while the tab is on show."""
        return ()

    def read(self, look: Look) -> None:
        """Read again, off the window's thread, and show."""
        raise NotImplementedError
