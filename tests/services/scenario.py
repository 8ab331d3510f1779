"""A dossier in memory at a given point of the procedure, put together in one line."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import datetime

from jury_desktop import codec
from jury_desktop.domain.call import Round
from jury_desktop.domain.candidacy import Candidacy
from jury_desktop.domain.conflict import Conflict
from jury_desktop.domain.decision import Decision, DecisionKind, Stage
from jury_desktop.domain.juror import Juror
from jury_desktop.domain.letter_texts import Approval
from jury_desktop.domain.sheet import Sheet
from jury_desktop.services.ports import Dossier, Store, UnitOfWork
from tests.builders import NOW, a_call, a_candidacy, a_decision, a_juror, a_sheet
from tests.fakes import MemoryStore
from tests.letters.approved import APPROVED


def a_dossier(
    candidacies: Iterable[Candidacy] = (),
    jurors: Iterable[Juror] = (),
    sheets: Iterable[Sheet] = (),
    decisions: Iterable[Decision] = (),
    conflicts: Iterable[Conflict] = (),
    now: datetime = NOW,
    store: Store | None = None,
) -> Dossier:
    """A dossier that holds these things, with the clock of the tests; in memory unless a store is given."""
    dossier = Dossier(store or MemoryStore(a_call()), "Regisseur", lambda: now)
    with dossier.change() as uow:
        kinds = (
            (uow.candidacies, candidacies),
            (uow.jurors, jurors),
            (uow.conflicts, conflicts),
            (uow.sheets, sheets),
            (uow.decisions, decisions),
        )
        for collection, things in kinds:
            for thing in things:
                collection.save(thing)
        keep_approved(uow)
        uow.journal.append("test.prepared", "dossier", "test")
    return dossier


def keep_approved(uow: UnitOfWork) -> None:
    """A lawyer has approved the legal blocks as they are shipped, so that letters can become final."""
    uow.settings.set("letter.approvals", codec.dump(APPROVED.approvals, tuple[Approval, ...]))


def after_the_written_round(count: int = 2, jurors: int = 3) -> Dossier:
    """``count`` admissible candidacies, each scored by the whole jury: the first one best, value 5."""
    candidacies = [a_candidacy(number) for number in range(1, count + 1)]
    panel = [a_juror(number) for number in range(1, jurors + 1)]
    sheets = [
        a_sheet(juror, c, value=6 - number) for juror in panel for number, c in enumerate(candidacies, 1)
    ]
    return a_dossier(candidacies, panel, sheets)


def after_both_rounds(count: int = 2, jurors: int = 3, store: Store | None = None) -> Dossier:
    """The same, everybody invited, and the pitches scored alike."""
    candidacies = [a_candidacy(number) for number in range(1, count + 1)]
    panel = [a_juror(number) for number in range(1, jurors + 1)]
    sheets = [
        a_sheet(juror, candidacy, round_, value=6 - number)
        for juror in panel
        for number, candidacy in enumerate(candidacies, 1)
        for round_ in Round
    ]
    decisions = [invited(candidacy) for candidacy in candidacies]
    return a_dossier(candidacies, panel, sheets, decisions, store=store)


def invited(candidacy: Candidacy) -> Decision:
    """The jury wants to hear this candidate."""
    return a_decision(
        candidacy, id=f"s-{candidacy.id}", stage=Stage.SHORTLIST, kind=DecisionKind.INVITED, lines=()
    )
