"""The check of a dossier for people: whether it is what its journal says, and where it is not."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from jury_desktop.domain.anchor import Anchor
from jury_desktop.domain.backup import Tell, untold
from jury_desktop.domain.errors import StorageError
from jury_desktop.domain.messages import Message
from jury_desktop.domain.rights import Right
from jury_desktop.domain.soundness import Finding
from jury_desktop.services.admission import needs
from jury_desktop.services.anchors import Held, check_anchors, check_letters
from jury_desktop.services.ports import Dossier
from jury_desktop.services.soundness_words import Places


@dataclass(frozen=True, slots=True)
class Verification:
    """What the check of a dossier found; ``problems`` are places with what is wrong there.

    :param anchors: the anchors that were looked up: those given, and those in the final letters.
    """

    events: int
    problems: tuple[tuple[Message, Message], ...]
    anchors: tuple[Held, ...] = ()

    @property
    def ok(self) -> bool:
        """Whether nothing is wrong."""
        return not self.problems


@needs(Right.SEE_JOURNAL)
def verify(
    dossier: Dossier, anchors: Iterable[tuple[Anchor, Message]] = (), tell: Tell = untold
) -> Verification:
    """Checks everything: the database, the chain of the journal, every object, content and anchor.

    :param anchors: from letters, exports or copies outside the dossier, each with where it stands.
    :param tell: asked now and then; what it raises stops the check.
    """
    found = tuple(dossier.store.problems(tell))
    looked_up = (*check_anchors(dossier, anchors), *check_letters(dossier, tell))
    broken = [(each.where, each.problem) for each in looked_up if each.problem is not None]
    return Verification(_events(dossier), (*_named(dossier, found), *broken), looked_up)


@needs(Right.SEE_JOURNAL)
def glance(dossier: Dossier) -> Verification:
    """Checks the chain of the journal and its end: quick, so that it can be done whenever a dossier is
    opened."""
    return Verification(_events(dossier), _named(dossier, dossier.store.journal_problems()))


def _events(dossier: Dossier) -> int:
    """How many there are, or 0 where even the newest cannot be read."""
    try:
        with dossier.read() as uow:
            newest = uow.journal.newest()
    except StorageError:
        return 0
    return newest.sequence if newest else 0


def _named(dossier: Dossier, found: Iterable[Finding]) -> tuple[tuple[Message, Message], ...]:
    places = Places(dossier)
    return tuple((places.of(finding), finding.what) for finding in found)
