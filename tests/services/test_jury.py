"""Jurors are kept with what follows from them; conflicts bar, and carry their reason."""

from __future__ import annotations

from dataclasses import replace

import pytest

from jury_desktop.domain.call import Round
from jury_desktop.domain.conflict import Conflict, ConflictState
from jury_desktop.domain.errors import JuryError
from jury_desktop.domain.messages import say
from jury_desktop.services.jury import (
    JurorRow,
    declare_conflict,
    judge_conflict,
    jury,
    remove_juror,
    save_juror,
)
from jury_desktop.services.ports import Dossier
from tests.builders import RAW, a_call, a_candidacy, a_conflict, a_juror, a_mail, a_sheet, a_version, placed
from tests.services.mailing import a_dossier

MAIL = a_mail()
SENT = (a_version(mail=MAIL.sha256),)


@pytest.fixture
def dossier() -> Dossier:
    """Two candidacies: of Ankerpunt vzw and of De Brug vzw."""
    made = a_dossier()
    with made.change() as uow:
        uow.blobs.put(RAW)
        uow.mails.add(placed(MAIL))
        for number in (1, 2):
            uow.candidacies.save(a_candidacy(number, versions=SENT))
        uow.journal.append("candidacy.received", "candidacy", "K-01")
    return made


def actions(dossier: Dossier) -> list[str]:
    with dossier.read() as uow:
        return [event.action for event in uow.journal.all()][1:]


def states(dossier: Dossier) -> list[tuple[str, ConflictState, str]]:
    return [
        (row.candidacy.reference, row.conflict.state, row.conflict.reason) for row in jury(dossier).conflicts
    ]


def test_a_juror_is_added_once_and_kept_when_changed(dossier: Dossier):
    juror = a_juror()
    moved = replace(juror, role="schepen")

    assert save_juror(dossier, juror).jurors == ((None, juror),)
    assert save_juror(dossier, juror).jurors == ()
    assert save_juror(dossier, moved).jurors == ((juror, moved),)
    assert jury(dossier).jurors == (moved,)
    assert actions(dossier) == ["juror.added", "juror.changed"]


@pytest.mark.parametrize(
    ("changes", "said"),
    [
        ({"name": "  "}, say("jury.name_missing")),
        ({"email": "an"}, say("jury.email_wrong", email="an")),
        ({"email": "@lier.example"}, say("jury.email_wrong", email="@lier.example")),
        ({"email": "an peeters@lier.example"}, say("jury.email_wrong", email="an peeters@lier.example")),
    ],
)
def test_a_juror_without_name_or_with_a_wrong_address_is_refused(
    dossier: Dossier, changes: dict[str, str], said: object
):
    with pytest.raises(JuryError) as refused:
        save_juror(dossier, a_juror(**changes))

    assert refused.value.message == said
    assert (jury(dossier).jurors, actions(dossier)) == ((), [])


def test_a_new_juror_of_a_candidate_is_suspected_of_a_conflict(dossier: Dossier):
    save_juror(dossier, a_juror(organisation="De Brug"))

    assert states(dossier) == [("K-02", ConflictState.SUGGESTED, "organisation: De Brug = De Brug vzw")]
    assert jury(dossier).rows[0].suggested == 1
    assert actions(dossier) == ["juror.added", "conflict.suggested"]


def test_a_declared_conflict_bars_at_once_and_replaces_a_suspicion(dossier: Dossier):
    save_juror(dossier, a_juror(organisation="De Brug"))

    declare_conflict(dossier, "j1", "c2", "Bestuurder")

    assert states(dossier) == [("K-02", ConflictState.DECLARED, "Bestuurder")]
    assert jury(dossier).rows[0] == JurorRow(jury(dossier).jurors[0], 1, 0, (0, 1), (0, 0))


@pytest.mark.parametrize(
    ("confirmed", "state", "barred"),
    [(True, ConflictState.CONFIRMED, 1), (False, ConflictState.DISMISSED, 0)],
)
def test_a_suspicion_is_confirmed_or_dismissed_with_a_reason(
    dossier: Dossier, confirmed: bool, state: ConflictState, barred: int
):
    save_juror(dossier, a_juror(organisation="De Brug"))
    conflict = jury(dossier).conflicts[0].conflict

    judge_conflict(dossier, conflict.id, confirmed=confirmed, reason="Nagevraagd")

    assert states(dossier) == [("K-02", state, "Nagevraagd")]
    assert jury(dossier).rows[0].conflicts == barred
    with dossier.read() as uow:
        assert uow.journal.all()[-1].reason == "Nagevraagd"


def test_a_dismissed_suspicion_does_not_come_back(dossier: Dossier):
    juror = a_juror(organisation="De Brug")
    save_juror(dossier, juror)
    judge_conflict(dossier, jury(dossier).conflicts[0].conflict.id, confirmed=False, reason="Naamgenoot")

    save_juror(dossier, replace(juror, role="schepen"))

    assert states(dossier) == [("K-02", ConflictState.DISMISSED, "Naamgenoot")]


def test_no_conflict_without_a_reason(dossier: Dossier):
    save_juror(dossier, a_juror(organisation="De Brug"))
    conflict = jury(dossier).conflicts[0].conflict

    for refused in (
        lambda: declare_conflict(dossier, "j1", "c1", " "),
        lambda: judge_conflict(dossier, conflict.id, confirmed=True, reason=""),
    ):
        with pytest.raises(JuryError) as error:
            refused()
        assert error.value.message == say("jury.conflict_needs_reason")
    assert [row.conflict for row in jury(dossier).conflicts] == [conflict]


def test_progress_counts_the_sheets_of_each_juror(dossier: Dossier):
    with dossier.change() as uow:
        for number in (1, 2):
            uow.jurors.save(a_juror(number))
        uow.sheets.save(a_sheet(a_juror(1), a_candidacy(1)))
        uow.sheets.save(a_sheet(a_juror(1), a_candidacy(2), value=None))
        uow.conflicts.save(a_conflict(a_juror(2), a_candidacy(2)))
        uow.journal.append("juror.added", "juror", "Jurylid 1")

    assert [(row.written, row.pitch) for row in jury(dossier).rows] == [((1, 2), (0, 0)), ((0, 1), (0, 0))]


def test_a_juror_entered_by_mistake_goes_away_with_the_suspicions(dossier: Dossier):
    save_juror(dossier, a_juror(organisation="De Brug"))

    remove_juror(dossier, "j1")

    assert (jury(dossier).jurors, jury(dossier).conflicts) == ((), ())
    assert actions(dossier)[-2:] == ["conflict.withdrawn", "juror.removed"]


def test_a_sheet_on_which_nothing_is_given_any_more_goes_along(dossier: Dossier):
    juror = a_juror()
    save_juror(dossier, juror)
    with dossier.change() as uow:
        uow.sheets.save(a_sheet(juror, a_candidacy(1), Round.WRITTEN, None))
        uow.journal.append("sheet.saved", "sheet", juror.name)

    remove_juror(dossier, "j1")

    with dossier.read() as uow:
        assert (uow.jurors.find(), uow.sheets.find()) == ((), ())


@pytest.mark.parametrize("what", ["sheet", "conflict"])
def test_a_juror_on_whom_something_rests_stays(dossier: Dossier, what: str):
    juror = a_juror()
    save_juror(dossier, juror)
    with dossier.change() as uow:
        if what == "sheet":
            uow.sheets.save(a_sheet(juror, a_candidacy(1), Round.WRITTEN, None, remark="Sterk"))
        else:
            uow.conflicts.save(Conflict("x", "j1", "c1", ConflictState.DISMISSED, "Neen"))
        uow.journal.append("juror.changed", "juror", juror.name)

    with pytest.raises(JuryError) as refused:
        remove_juror(dossier, "j1")

    assert refused.value.message == say("jury.juror_in_use", name="Jurylid 1")
    assert jury(dossier).jurors == (juror,)


def test_the_jury_comes_with_its_call(dossier: Dossier):
    assert jury(dossier).call == a_call()
