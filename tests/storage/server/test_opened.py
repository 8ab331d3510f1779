"""The server opens scores exactly where the program does, however far a selection is."""

from __future__ import annotations

import random
from dataclasses import replace

import pytest

from jury_desktop.domain.call import Reveal, Round
from jury_desktop.domain.candidacy import Admissibility
from jury_desktop.domain.decision import DecisionKind, Stage
from jury_desktop.domain.selection import Selection
from jury_desktop.domain.session import Attendance, CandidatePresence, Consequence, JurorPresence
from jury_desktop.services.ports import UnitOfWork
from jury_desktop.services.rounds import selection_of
from tests import builders as a
from tests.postgres import ONE_SERVER
from tests.storage.server.scene import Hosted, now

pytestmark = ONE_SERVER
JURORS = tuple(a.a_juror(number) for number in (4, 5, 6))
CANDIDACIES = tuple(a.a_candidacy(number) for number in (4, 5, 6, 7))


def some_state(uow: UnitOfWork, dice: random.Random) -> None:
    """Jurors who left, candidacies that are out, conflicts, sheets, plans, absences, closed rounds."""

    def chance(of: float) -> bool:
        return dice.random() < of

    for sheet in uow.sheets.find():
        uow.sheets.remove(sheet.id)
    jurors = [replace(each, active=not chance(0.2), observer=chance(0.2)) for each in JURORS]
    for juror in jurors:
        uow.jurors.save(juror)
    for candidacy in CANDIDACIES:
        state = Admissibility.INADMISSIBLE if chance(0.2) else Admissibility.ADMISSIBLE
        uow.candidacies.save(replace(candidacy, admissibility=state))
        if chance(0.7):
            invited = replace(
                a.a_decision(candidacy), stage=Stage.SHORTLIST, kind=DecisionKind.INVITED, lines=()
            )
            uow.decisions.save(invited)
        consequence = Consequence.WITHDRAWN if chance(0.2) else Consequence.AS_PLANNED
        presence = JurorPresence(JURORS[0].id, Attendance.ABSENT, scores=chance(0.5))
        candidate = CandidatePresence(Attendance.LATE, 5, consequence) if chance(0.5) else None
        uow.runs.save(a.a_run(candidacy, jurors=(presence,) if chance(0.5) else (), candidate=candidate))
        for juror in jurors:
            if chance(0.2):
                uow.conflicts.save(a.a_conflict(juror, candidacy))
            for round_ in Round:
                if chance(0.85):
                    uow.sheets.save(a.a_sheet(juror, candidacy, round_, value=3 if chance(0.9) else None))
    if chance(0.5):
        uow.plans.save(a.a_plan(CANDIDACIES[:3], tuple(dice.sample(jurors, 2)), version=dice.randrange(5, 9)))
    for round_ in Round:
        uow.settings.set(f"round.{round_.value}.closed", "yes" if chance(0.15) else "")


def opened(selection: Selection, reveal: Reveal) -> set[tuple[str, str]]:
    """What the program opens."""
    rubric = replace(selection.call.rubric, reveal=reveal)
    ruled = replace(selection, call=replace(selection.call, rubric=rubric))
    keys = [candidacy.id for candidacy in selection.candidacies]
    return {(key, round_.value) for key in keys for round_ in Round if ruled.is_open(key, round_)}


@pytest.mark.parametrize("reveal", Reveal)
def test_the_server_opens_what_the_program_opens(hosted: Hosted, reveal: Reveal) -> None:
    store, dice, found = hosted.store(), random.Random(58), set[int]()
    with hosted.connect("beheer") as owner:
        owner.execute("UPDATE jury_server.rule SET reveal = %s", [reveal.value])
    for _ in range(12):
        with store.change("Regisseur", now()) as uow:
            for kept in (uow.plans, uow.conflicts, uow.decisions):
                for each in kept.find():
                    kept.remove(each.id)  # type: ignore[attr-defined]
            some_state(uow, dice)
            uow.journal.append("dossier.checked", "dossier", "lier-2023")
        with store.read() as uow:
            expected = opened(selection_of(uow), reveal)
        with hosted.connect("beheer") as owner:
            told = set(owner.execute("SELECT candidacy, round FROM jury_server.opened()").fetchall())
        assert told == expected
        found.add(len(expected))

    assert len(found) > 2  # there were states of many kinds
