"""Why some steps have no way back by Ctrl+Z, in words for who asks for it.

Every :class:`~jury_desktop.ui.operations.Operation` has a way back or one of these; which has which stands in
``tests/architecture/test_undo.py``.
"""

from __future__ import annotations

from enum import StrEnum

from jury_desktop.ui.text import area

tr = area("shell")


class Final(StrEnum):
    """Why a step cannot be undone."""

    LEFT = "left"
    """What left the program is with somebody else by now."""
    SENT = "sent"
    """A letter lies with its reader; that it did not leave after all is noted with a reason."""
    SEALED = "sealed"
    """A submitted sheet changes with a reason only (decision 44)."""
    REASON = "reason"
    """It was done with a reason, and so is its contrary."""
    SEEN = "seen"
    """What people have seen does not become unseen."""
    ASIDE = "aside"
    """Who stands aside sees the candidacy no more; the regisseur judges the conflict."""
    AGAIN = "again"
    """The mail of an import comes back by importing it again."""
    CELLS = "cells"
    """Scores from paper are taken back cell by cell, where they are typed."""
    SECRET = "secret"
    """A code that another one replaced stays dead: somebody may know it who should not."""
    DOOR = "door"
    """Whether everybody signs in is no matter for a key: undone by accident it opens or shuts the dossier."""
    STORY = "story"
    """A step of the demonstration does the work of a day."""


def why_final(why: Final) -> str:
    """The reason in a sentence, with what can be done instead."""
    return {
        Final.LEFT: tr("The file has left the program."),
        Final.SENT: tr("What left is not undone by a key. If it did not leave: Letters, Take back dispatch…"),
        Final.SEALED: tr("What was submitted is sealed; it changes with a reason only."),
        Final.REASON: tr("It was done with a reason; do the contrary with a reason too."),
        Final.SEEN: tr("What somebody has seen cannot be made unseen."),
        Final.ASIDE: tr("The regisseur can judge the conflict on the page Jury."),
        Final.AGAIN: tr("Import the same file again."),
        Final.CELLS: tr("Change it where scores from paper are typed; there Ctrl+Z goes cell by cell."),
        Final.SECRET: tr("The code of before opens nothing any more; give another one."),
        Final.DOOR: tr("Whether everybody signs in is changed under Settings, Signing in."),
        Final.STORY: tr("A step of the demonstration does the work of a whole day."),
    }[why]
