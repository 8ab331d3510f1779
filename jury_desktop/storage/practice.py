"""The practice candidacy and its sheets in tables of their own, which nothing that counts ever reads."""

from __future__ import annotations

from sqlalchemy import Table, UniqueConstraint

from jury_desktop.domain.candidacy import Candidacy
from jury_desktop.domain.practice import Practice, PracticeSheet
from jury_desktop.domain.sheet import Sheet
from jury_desktop.storage.collection import plain
from jury_desktop.storage.schema import identity, metadata, refers, whole

practice = Table("practice", metadata, *identity(), whole("candidacy", Candidacy))
practice_sheet = Table(
    "practice_sheet",
    metadata,
    *identity(),
    refers("juror", "juror.id"),
    refers("practice", "practice.id"),
    whole("sheet", Sheet),
    UniqueConstraint("juror", "practice"),
)

PRACTICES = plain(practice, Practice)
PRACTICE_SHEETS = plain(practice_sheet, PracticeSheet)
