"""Drafts on which nothing is given any more, as an undone score leaves them: nothing rests on one."""

from __future__ import annotations

from jury_desktop.domain.sheet import Sheet
from jury_desktop.services.ports import UnitOfWork


def given_sheets(uow: UnitOfWork, *, juror: str | None = None, candidacy: str | None = None) -> list[Sheet]:
    """The sheets of a juror, or on a candidacy (by id), on which something is given."""
    return [sheet for sheet in _sheets(uow, juror, candidacy) if not sheet.is_blank]


def drop_blanks(uow: UnitOfWork, *, juror: str | None = None, candidacy: str | None = None) -> None:
    """Takes those away on which nothing is, before their juror or candidacy goes."""
    for sheet in _sheets(uow, juror, candidacy):
        if sheet.is_blank:
            uow.sheets.remove(sheet.id)


def _sheets(uow: UnitOfWork, juror: str | None, candidacy: str | None) -> tuple[Sheet, ...]:
    of = {"juror": juror, "candidacy": candidacy}
    return uow.sheets.find(**{name: key for name, key in of.items() if key is not None})
