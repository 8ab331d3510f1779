"""What there is to know about a submitted sheet beside what is on it: when it was changed, and who knows."""

from __future__ import annotations

import json
from datetime import datetime

from jury_desktop.domain.call import Round
from jury_desktop.domain.decision import Stage
from jury_desktop.domain.journal import Event
from jury_desktop.domain.letter import LetterType
from jury_desktop.domain.sheet import Sheet
from jury_desktop.domain.told import Act, act_of, announced
from jury_desktop.services.ports import UnitOfWork
from jury_desktop.services.record import SEPARATOR


def sheet_subject(uow: UnitOfWork, sheet: Sheet) -> tuple[str, str]:
    """A sheet as the journal names it: juror, candidacy and round."""
    reference = uow.candidacies.get(sheet.candidacy).reference
    return "sheet", SEPARATOR.join((uow.jurors.get(sheet.juror).name, reference, sheet.round.value))


def happened(uow: UnitOfWork, sheet: Sheet) -> tuple[Event, ...]:
    """The events of a sheet, oldest first; also those from before its juror was given another name."""
    kind, subject = sheet_subject(uow, sheet)
    name, _, rest = subject.partition(SEPARATOR)
    names = names_of(uow, name)
    return uow.journal.about(kind, [SEPARATOR.join((each, rest)) for each in names])


def names_of(uow: UnitOfWork, name: str) -> list[str]:
    """The names by which the journal knows a juror, the present one first."""
    names = [name]
    for event in reversed(uow.journal.of("juror.changed")):
        old, new = (json.loads(text or "{}") for text in (event.old, event.new))
        if new.get("name") == names[-1]:
            names.append(old["name"])
    return names


def amended_at(uow: UnitOfWork, sheet: Sheet) -> datetime | None:
    """When a submitted sheet was changed last; None where it stands as it was submitted."""
    if not sheet.submitted:
        return None
    changes = [event.at for event in happened(uow, sheet) if event.action == "sheet.amended"]
    return changes[-1] if changes else None


def told_at(uow: UnitOfWork, sheet: Sheet) -> datetime | None:
    """When the last letter left that rests on the scores of this sheet; None where none has."""
    if not sheet.submitted:
        return None
    letters = [x for x in uow.letters.find(candidacy=sheet.candidacy) if x.sent_at is not None]
    made_known = [(x.sent_at, announced(LetterType(x.type), x.about)) for x in letters]
    acts = _acts(sheet.round)
    return max((at for at, made in made_known if at is not None and made and made.act in acts), default=None)


def _acts(round_: Round) -> frozenset[Act]:
    """The decisions that rest on a round: the end always does, the shortlist on the written one."""
    stages = Stage if round_ is Round.WRITTEN else (Stage.FINAL,)
    return frozenset(map(act_of, stages))
