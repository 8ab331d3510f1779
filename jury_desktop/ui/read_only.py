"""A dossier that can only be read here: what the window says of it, and what it still offers."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace

from jury_desktop.domain.messages import Message
from jury_desktop.ui.actions import Action
from jury_desktop.ui.shell import Notice
from jury_desktop.ui.text import area
from jury_desktop.ui.theme import Tone

tr = area("shell")

TOPIC = "read-only"
READS = frozenset(
    {
        "assessment.code",
        "assessment.next",
        "assessment.previous",
        "assessment.read",
        "candidacies.compare",
        "candidacies.export",
        "candidacies.list",
        "candidacies.next",
        "candidacies.previous",
        "candidacies.review",
        "candidacies.search",
        "candidacies.source",
        "candidacies.unreadable",
        "candidacies.versions",
        "deliberation.project",
        "deliberation.report",
        "journal.search",
        "journal.verify",
        "jury.sheets",
        "letters.folder",
        "letters.grounds",
        "letters.texts",
        "letters.back",
        "letters.word",
        "planning.versions",
        "planning.what_if",
        "session.next",
        "session.order",
        "session.previous",
    }
)
"""What changes nothing, of all that pages offer; whatever else there is, is off."""
READING = ("candidacies.tab_", "deliberation.", "planning.export.")
"""How the ids of actions begin of which each group only shows or writes out."""
CHANGES = frozenset({"deliberation.keep", "deliberation.record.meeting"})
"""What begins so and changes something all the same."""


def only_reading(actions: Sequence[Action], reason: str) -> tuple[Action, ...]:
    """The actions of a page where nothing can be changed: the others are off and say why."""
    return tuple(
        action if reads(action.id) else replace(action, enabled=False, tip=reason) for action in actions
    )


def reads(action: str) -> bool:
    """Whether an action of a page leaves the dossier as it is."""
    return action in READS or (action.startswith(READING) and action not in CHANGES)


def announcement(reason: Message, again: Callable[[], object]) -> Notice:
    """The notice that stays as long as such a dossier is on show; its button opens the dossier anew."""
    return Notice(reason, Tone.WARN, tr("Open again"), again, topic=TOPIC, everywhere=True)
