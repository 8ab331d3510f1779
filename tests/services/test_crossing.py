"""Two regisseurs change one thing at once: both changes stay where they can; who would overwrite is told."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

import pytest

from jury_desktop.domain.decision import DecisionKind, Stage
from jury_desktop.domain.errors import JuryError
from jury_desktop.domain.messages import Message, say
from jury_desktop.services.candidacies import correct_candidacy, particulars_of
from jury_desktop.services.decide import decide, deliberation
from jury_desktop.services.jury import save_juror
from jury_desktop.services.ports import Dossier
from tests.builders import a_candidacy, a_juror
from tests.services.scenario import a_dossier, after_the_written_round

AN, JUROR, CANDIDACY = "An Maes", a_juror(1), a_candidacy(1)


@pytest.fixture
def dossier() -> Dossier:
    return a_dossier([CANDIDACY], [JUROR])


def by_an(dossier: Dossier) -> Dossier:
    """The same dossier for another regisseur."""
    return replace(dossier, actor=AN)


def refused(work: Callable[[], object]) -> Message:
    with pytest.raises(JuryError) as caught:
        work()
    return caught.value.message


def test_what_two_people_changed_apart_is_joined(dossier: Dossier) -> None:
    save_juror(by_an(dossier), replace(JUROR, email="nieuw@gemeente.example"), JUROR)
    save_juror(dossier, replace(JUROR, role="schepen"), JUROR)

    with dossier.read() as uow:
        assert uow.jurors.get(JUROR.id) == replace(JUROR, email="nieuw@gemeente.example", role="schepen")


def test_who_would_overwrite_what_they_never_saw_is_told(dossier: Dossier) -> None:
    theirs = replace(JUROR, role="burgemeester", organisation="Gemeente Nijlen")
    save_juror(by_an(dossier), theirs, JUROR)

    message = refused(lambda: save_juror(dossier, replace(JUROR, role="schepen"), JUROR))
    with dossier.read() as uow:
        kept = uow.jurors.get(JUROR.id)
    save_juror(dossier, replace(theirs, role="schepen"), theirs)  # who has seen it may

    assert message == say("jury.crossed", name=JUROR.name)
    assert kept == theirs
    with dossier.read() as uow:
        assert uow.jurors.get(JUROR.id) == replace(theirs, role="schepen")


def test_who_wants_the_same_is_not_in_the_way(dossier: Dossier) -> None:
    save_juror(by_an(dossier), replace(JUROR, role="schepen"), JUROR)

    assert not save_juror(dossier, replace(JUROR, role="schepen"), JUROR).jurors


def test_corrections_of_a_candidacy_are_joined_too(dossier: Dossier) -> None:
    was = particulars_of(CANDIDACY)
    correct_candidacy(by_an(dossier), "c1", replace(was, phone="03 111 11 11"), seen=was)
    kept = correct_candidacy(dossier, "c1", replace(was, contact="Jan"), seen=was)
    message = refused(lambda: correct_candidacy(dossier, "c1", replace(was, phone="03 222"), seen=was))

    assert (kept.phone, kept.contact) == ("03 111 11 11", "Jan")
    assert message == say("candidacy.crossed", reference="K-01")


def test_a_decision_of_somebody_else_is_not_taken_for_none() -> None:
    dossier = after_the_written_round()
    theirs = decide(by_an(dossier), "c1", DecisionKind.INVITED, "Wij horen dit graag.", seen=())

    def mine(*seen: object) -> object:
        return decide(dossier, "c1", DecisionKind.NOT_SHORTLISTED, "Te algemeen.", seen=seen)  # type: ignore

    message = refused(mine)
    found = deliberation(dossier, "c1", Stage.SHORTLIST).decision
    mine(theirs)
    mine(theirs)  # one's own, kept anew before the page has shown it

    assert message == say("decision.crossed", reference="K-01")
    assert found == theirs
