"""A dossier that can only be read here: what the window says of it."""

from __future__ import annotations

from collections.abc import Callable

from jury_desktop.domain.messages import Message
from jury_desktop.services.record import unrecorded
from jury_desktop.ui.shell import Notice, Shell
from jury_desktop.ui.text import area
from jury_desktop.ui.theme import Tone

tr = area("shell")

TOPIC = "read-only"


def untold(shell: Shell) -> tuple[str, ...]:
    """What to add when something was taken out of a dossier whose journal cannot note it."""
    found = unrecorded(shell.dossier.store) if shell.dossier is not None else None
    return () if found is None else (shell.words(found),)


def announcement(reason: Message, again: Callable[[], object]) -> Notice:
    """The notice that stays as long as such a dossier is on show; its button opens the dossier anew."""
    return Notice(reason, Tone.WARN, tr("Open again"), again, topic=TOPIC, everywhere=True)
