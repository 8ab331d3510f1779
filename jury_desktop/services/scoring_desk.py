"""Where jurors score: who can sit down, how far the rounds are, and what lies before whoever sits there."""

from __future__ import annotations

from dataclasses import dataclass

from jury_desktop.domain.call import Call, Round
from jury_desktop.domain.candidacy import Candidacy
from jury_desktop.domain.juror import Juror
from jury_desktop.domain.rights import Right
from jury_desktop.domain.selection import Selection
from jury_desktop.domain.sheet import items_of, progress
from jury_desktop.services.admission import needs
from jury_desktop.services.ports import Dossier
from jury_desktop.services.rounds import RoundState, round_state, selection_of
from jury_desktop.services.scoring_order import in_order, is_drawn, kept_order


@dataclass(frozen=True, slots=True)
class ScoringRow:
    """One candidacy on a juror's list: how many items are answered, of how many, and whether it is sealed.

    :param outdated: a newer version came after the one the juror judged.
    """

    candidacy: Candidacy
    answered: int
    items: int
    submitted: bool
    outdated: bool = False


@dataclass(frozen=True, slots=True)
class ScoringList:
    """A juror's work in a round; ``hidden`` are references the juror does not see for a conflict, ``absent``
    those of which the juror did not hear the pitch.

    :param drawn: whether the rows stand in the order that was drawn for the juror (``scoring_order.py``).
    """

    juror: Juror
    round: Round
    rows: tuple[ScoringRow, ...]
    hidden: tuple[str, ...]
    absent: tuple[str, ...] = ()
    drawn: bool = True


@dataclass(frozen=True, slots=True)
class Desk:
    """Where jurors score: who can sit down at it, how far both rounds are, and the work of one juror.

    :param mine: None while nobody sits down at it.
    """

    call: Call
    jurors: tuple[Juror, ...]
    rounds: tuple[RoundState, ...]
    mine: ScoringList | None


@needs(Right.SEE_WORK, own="juror")
def scoring_desk(dossier: Dossier, juror: str, round_: Round) -> Desk:
    """The desk with the work of ``juror``; nobody's when that juror is not (or no longer) in the jury."""
    with dossier.read() as uow:
        selection, order = selection_of(uow), kept_order(uow, juror, round_)
    jurors = tuple(each for each in selection.jurors if each.scores)
    rounds = tuple(round_state(selection, each) for each in Round)
    present = juror in {each.id for each in jurors}
    mine = _list(selection, juror, round_, order) if present else None
    return Desk(selection.call, jurors, rounds, mine)


@needs(Right.SCORE)
def own_desk(dossier: Dossier) -> Desk | None:
    """The desk of the juror who signed in, in the round that goes on; None where nobody did."""
    if dossier.who is None:
        return None
    desk = scoring_desk(dossier, dossier.who.juror, Round.WRITTEN)
    pitches = {state.round: state.expected for state in desk.rounds}[Round.PITCH]
    return scoring_desk(dossier, dossier.who.juror, Round.PITCH) if pitches else desk


def _list(selection: Selection, juror: str, round_: Round, order: tuple[str, ...]) -> ScoringList:
    mine = in_order(_mine(selection, juror, round_), order)
    rows = tuple(_row(selection, candidacy, juror, round_) for candidacy in mine)
    asked = selection.in_round(round_)
    hidden = tuple(c.reference for c in asked if (juror, c.id) in selection.barred)
    away = selection.kept_out(round_) - selection.barred
    absent = tuple(c.reference for c in asked if (juror, c.id) in away)
    drawn = is_drawn(mine, order, round_)
    return ScoringList(selection.juror(juror), round_, rows, hidden, absent, drawn)


def _mine(selection: Selection, juror: str, round_: Round) -> tuple[Candidacy, ...]:
    expected = selection.panel(round_).expected
    return tuple(c for c in selection.in_round(round_) if (juror, c.id) in expected)


def _row(selection: Selection, candidacy: Candidacy, juror: str, round_: Round) -> ScoringRow:
    sheet = selection.sheet(juror, candidacy.id, round_)
    done, total = progress(sheet, items_of(selection.call.rubric, candidacy.challenges, round_))
    outdated = sheet is not None and selection.judges_older(sheet)
    return ScoringRow(candidacy, done, total, sheet is not None and sheet.submitted, outdated)
