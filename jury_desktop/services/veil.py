"""A submitted sheet at a computer that the whole jury shares: picking a name does not show what it gave.

The program knows no passwords, so anybody can pick any name. As long as the scores are sealed, a submitted
sheet therefore stays closed until somebody asks for it on purpose, and the journal keeps that this was done.
"""

from __future__ import annotations

from dataclasses import replace

from jury_desktop.domain.call import Round
from jury_desktop.domain.rights import Right
from jury_desktop.domain.sheet import Sheet
from jury_desktop.services.admission import needs
from jury_desktop.services.ports import Dossier, UnitOfWork
from jury_desktop.services.rounds import selection_of
from jury_desktop.services.scoring import SheetView, open_sheet, sheet_of, view_of
from jury_desktop.services.sheet_history import sheet_subject


@needs(Right.SCORE, own="juror")
def approach_sheet(dossier: Dossier, juror: str, candidacy: str, round_: Round) -> SheetView:
    """The sheet as whoever picks the name sees it: without what it says once it is sealed, else whole."""
    with dossier.read() as uow:
        sheet = sheet_of(uow, juror, candidacy, round_)
        view = view_of(uow, sheet)
        return veiled(view) if _sealed(uow, sheet) else view


def veiled(view: SheetView) -> SheetView:
    """A sheet without anything that was given on it."""
    return replace(
        view, sheet=replace(view.sheet, answers={}, goal_marks={}, remark=""), score=None, veiled=True
    )


@needs(Right.SCORE, own="juror")
def look_at_sheet(dossier: Dossier, juror: str, candidacy: str, round_: Round) -> SheetView:
    """Shows a sealed sheet on purpose; the journal keeps who sat there, and whose sheet it was."""
    with dossier.change() as uow:
        sheet = sheet_of(uow, juror, candidacy, round_)
        if _sealed(uow, sheet):
            name = uow.jurors.get(juror).name
            uow.journal.append("sheet.looked", *sheet_subject(uow, sheet), on_behalf_of=name)
    return open_sheet(dossier, juror, candidacy, round_)


def _sealed(uow: UnitOfWork, sheet: Sheet) -> bool:
    """Whether the sheet has been submitted and its scores are not open to others yet."""
    return sheet.submitted and not selection_of(uow).is_open(sheet.candidacy, sheet.round)
