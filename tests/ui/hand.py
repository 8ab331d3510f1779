"""What makes the steps of the user in the tests of undo: a shell that catches them, and dice."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field, replace
from pathlib import Path
from random import Random
from typing import Any

from PySide6.QtWidgets import QWidget

from jury_desktop.domain.errors import JuryError
from jury_desktop.services.ports import Dossier
from jury_desktop.ui.jobs import Job
from jury_desktop.ui.operations import Operation
from jury_desktop.ui.shell import Answer
from tests.ui.doubles import DirectShell

WORDS = ("Berlaar", "Heist", "Lier", "Nijlen")


class CatchingShell(DirectShell):
    """Reads at once; a step is not done but caught."""

    caught: list[Operation[Any]]

    def run_calculation(self, work: Any, done: Any, **_how: Any) -> Job:  # type: ignore[override]
        """No step needs one: what would be drawn beside it is not."""
        return self._do(lambda _: None, lambda _: None, "", None, None)

    def __init__(self, dossier: Dossier) -> None:
        super().__init__(dossier, moment=dossier.now())
        self.caught = []

    def run_operation(self, operation: Operation[Any]) -> Job:  # type: ignore[override]
        self.caught.append(operation)
        return self._do(lambda _: None, lambda _: None, operation.text, None, None)


@dataclass
class Hand:
    """What makes the steps.

    :param window: what dialogs and panels stand on.
    :param folder: for files.
    """

    dossier: Dossier
    window: QWidget
    folder: Path
    dice: Random = field(default_factory=lambda: Random(1))

    def __post_init__(self) -> None:
        self.shell = CatchingShell(self.dossier)

    def step(self, make: Step) -> Operation[Any] | None:
        """The step as the window makes it now, on its own list; None where there is nothing to do it to."""
        self.shell.caught.clear()
        self.shell.answers = [Answer("", self.word())] * 2
        try:
            made = make(self)
        except (LookupError, JuryError):
            return None
        found = made if isinstance(made, Operation) else next(iter(self.shell.caught), None)
        return replace(found, desk="") if found is not None else None

    def word(self) -> str:
        return self.dice.choice(WORDS)

    def candidacy(self) -> Any:
        with self.dossier.read() as uow:
            return self.dice.choice(uow.candidacies.find())

    def one(self, collection: str) -> Any:
        """One thing of a collection.

        :raises LookupError: there is none.
        """
        with self.dossier.read() as uow:
            return self.dice.choice(getattr(uow, collection).find())


Step = Callable[[Hand], object]
"""Makes a step as the window makes it; LookupError or JuryError where there is nothing to do it to."""
