"""What each role may do: one table for services, window, command line and database server.

A dossier in which nobody has to sign in knows no roles: there, everything is everybody's.
"""

from __future__ import annotations

from collections.abc import Mapping
from enum import StrEnum
from types import MappingProxyType

from jury_desktop.domain.role import Person, Role


class Right(StrEnum):
    """One thing that somebody may do. The comment under each is its ground: why those in :data:`GRANTED`
    have it and nobody else."""

    SCORE = "score"
    """Fill in, submit and change a sheet. A sheet is the judgement of one juror (design, Scoring: "one juror,
    one candidacy, one round"), so it is theirs alone; the regisseur enters paper on a juror's behalf."""
    DECLARE = "declare"
    """Report a conflict of interest. Only who has one knows; the regisseur notes what was told aloud."""
    SAY_FREE = "say_free"
    """Say when one can sit. A juror knows that, of themselves alone; the regisseur notes what was told."""
    SEE_WORK = "see_work"
    """Read the candidacies and their files. Jurors score them, observers attend, the second reader compares
    the decision with them; nobody on the list sees one with which they have a conflict (design, Scoring)."""
    SEE_SELECTION = "see_selection"
    """Read how the selection stands: overview, planning and sessions. Of those on the list only observers,
    who follow the procedure; a juror's window is the juror's own work (design, Life of a score sheet)."""
    SEE_DELIBERATION = "see_deliberation"
    """Read open scores, their order, and what the jury said and decided. Sealed scores are nobody's."""
    SEE_LETTERS = "see_letters"
    """Read letters, terms and rebuttals. Who confirms a decision reads what will tell it."""
    SEE_JOURNAL = "see_journal"
    """Read who did what, and check the chain. It holds the names and reasons of everybody, so it is for who
    answers for the procedure."""
    SEE_MAIL = "see_mail"
    """Read the mailbox and what became of each message. It may hold anything, also what is no candidacy."""
    TAKE_OUT = "take_out"
    """Write data of the dossier to files. What lies in a file is beyond every rule of the program."""
    KEEP_INTAKE = "keep_intake"
    """Import mail, place it, judge admissibility. The regisseur's judgement (design, Intake)."""
    KEEP_JURY = "keep_jury"
    """Keep the list of the jury, its conflicts, availability and packets."""
    KEEP_ROUNDS = "keep_rounds"
    """End rounds, enter sheets on behalf of jurors, take sheets back, lay out the practice."""
    PLAN = "plan"
    """Plan the pitches, tell the plan, and run the sessions."""
    DECIDE = "decide"
    """Note what the jury said and decided, and the meeting."""
    CONFIRM = "confirm"
    """Confirm a decision, or send it back (call: ``four_eyes``). Only the second reader, who has no right to
    make one: so nobody confirms what is their own."""
    WRITE_LETTERS = "write_letters"
    """Make, sign and send letters, and word them."""
    ANSWER = "answer"
    """Register rebuttals and answer them."""
    SET_UP = "set_up"
    """Settings of the dossier, and accounts: who may do what."""
    OWN_SECRET = "own_secret"
    """Choose another secret of one's own. A secret that somebody else chose proves nothing."""


READING = frozenset(
    {
        Right.SEE_WORK,
        Right.SEE_SELECTION,
        Right.SEE_DELIBERATION,
        Right.SEE_LETTERS,
        Right.SEE_JOURNAL,
        Right.SEE_MAIL,
        Right.TAKE_OUT,
    }
)
"""What leaves the dossier as it is, and so can be done where it can only be read."""


class Reach(StrEnum):
    """How far a right goes."""

    ALL = "all"
    UNBARRED = "unbarred"
    """Everything but what a conflict of interest keeps away."""
    FREE = "free"
    """Everything, for who has no conflict at all: an order without one of the candidates is another order."""
    OWN = "own"
    """What is of oneself alone, and unbarred."""


_READS = (Right.SEE_WORK, Right.SEE_SELECTION, Right.SEE_DELIBERATION)
_NOT_OF_REGISSEUR = frozenset({Right.SCORE, Right.CONFIRM})

GRANTED: Mapping[Role, Mapping[Right, Reach]] = MappingProxyType(
    {
        Role.REGISSEUR: {right: Reach.ALL for right in Right if right not in _NOT_OF_REGISSEUR}
        | {Right.OWN_SECRET: Reach.OWN},
        Role.JUROR: {
            Right.SEE_WORK: Reach.UNBARRED,
            Right.SCORE: Reach.OWN,
            Right.DECLARE: Reach.OWN,
            Right.SAY_FREE: Reach.OWN,
            Right.OWN_SECRET: Reach.OWN,
        },
        Role.OBSERVER: {
            Right.SEE_WORK: Reach.UNBARRED,
            Right.SEE_SELECTION: Reach.UNBARRED,
            Right.SEE_DELIBERATION: Reach.FREE,
            Right.OWN_SECRET: Reach.OWN,
        },
        Role.SECOND_READER: dict.fromkeys(
            (*_READS, Right.SEE_LETTERS, Right.SEE_JOURNAL, Right.CONFIRM), Reach.ALL
        )
        | {Right.OWN_SECRET: Reach.OWN},
    }
)
"""The table: which right each role has, and how far it goes. What is not in it is refused."""


def reach(person: Person, right: Right) -> Reach | None:
    """How far a right of somebody goes; None when they do not have it."""
    return GRANTED[person.role].get(right) if person.role is not None else None


def holders(right: Right) -> tuple[Role, ...]:
    """The roles that have a right, in their order."""
    return tuple(role for role in Role if right in GRANTED[role])
