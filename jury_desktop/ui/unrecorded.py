"""What the window adds when something was taken out of a dossier whose journal cannot note it."""

from __future__ import annotations

from jury_desktop.services.record import unrecorded
from jury_desktop.ui.shell import Shell


def untold(shell: Shell) -> tuple[str, ...]:
    """The sentence to add; none where the journal got to know."""
    found = unrecorded(shell.dossier.store) if shell.dossier is not None else None
    return () if found is None else (shell.words(found),)
