"""The checklist as the regisseur works through it, and the mail that asks for what lacks."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta

import pytest

from jury_desktop.domain.call import BRUSSELS
from jury_desktop.domain.candidacy import Admissibility, Candidacy, ItemState
from jury_desktop.domain.messages import say
from jury_desktop.services.candidacies import list_candidacies
from jury_desktop.services.candidacy_file import candidacy_details
from jury_desktop.services.completeness import check_item
from jury_desktop.services.journal_words import changes, sentence
from jury_desktop.services.letterhead import house_of
from jury_desktop.services.next_steps import next_steps
from jury_desktop.services.ports import Dossier
from jury_desktop.services.request_mail import draft_request, keep_request
from jury_desktop.services.rounds import selection_of
from jury_desktop.services.step import Step
from tests.builders import NOW, a_candidacy
from tests.services.mailing import IN_TIME
from tests.services.scenario import a_dossier, invited

TODAY = NOW.astimezone(BRUSSELS).date()
SENDER, LATER = "An <info@anker.example>", IN_TIME + timedelta(hours=6)
TO_REQUEST, PRESENT = ItemState.TO_REQUEST, ItemState.PRESENT


def kept(dossier: Dossier) -> Candidacy:
    with dossier.read() as uow:
        return uow.candidacies.get("c1")


def states(dossier: Dossier) -> dict[str, ItemState]:
    return {line.item.key: line.state for line in candidacy_details(dossier, "c1").checklist}


def last_event(dossier: Dossier) -> tuple[str, list[tuple[str, str, str]], str]:
    """The last thing in the journal, in words, with what it changed and why."""
    with dossier.read() as uow:
        event = uow.journal.all()[-1]
    told = [(change.name, change.old, change.new) for change in changes(event)]
    return sentence(event), told, event.reason


def requests(dossier: Dossier, today: date = TODAY) -> list[Step]:
    with dossier.read() as uow:
        steps = next_steps(selection_of(uow), house_of(uow.call, uow.settings), (), today)
    return [step for step in steps if step.ref.endswith(".checklist")]


@pytest.fixture
def dossier() -> Dossier:
    """One candidacy without a contact person; its proposal is there."""
    return a_dossier([a_candidacy(1, contact="")])


def test_the_checklist_proposes_until_the_regisseur_speaks(dossier: Dossier) -> None:
    assert states(dossier) == {
        "proposal": PRESENT,
        "challenges": PRESENT,
        "form.organisation": PRESENT,
        "form.contact": ItemState.MISSING,
        "form.email": PRESENT,
    }

    check_item(dossier, "c1", "proposal", ItemState.MISSING, " Leeg document ")

    assert states(dossier)["proposal"] is ItemState.MISSING
    assert [line.item.key for line in list_candidacies(dossier)[0].open_items] == ["proposal", "form.contact"]
    assert last_event(dossier) == (
        "Controlelijst van kandidatuur K-01 bijgewerkt",
        [("Schriftelijk projectvoorstel", "", "ontbreekt")],
        "Leeg document",
    )


def test_what_the_regisseur_said_can_be_taken_back(dossier: Dossier) -> None:
    check_item(dossier, "c1", "proposal", ItemState.MISSING)
    check_item(dossier, "c1", "proposal", None)

    assert kept(dossier).checks == ()
    assert last_event(dossier)[1] == [("Schriftelijk projectvoorstel", "ontbreekt", "")]


def test_saying_the_same_again_is_no_event(dossier: Dossier) -> None:
    check_item(dossier, "c1", "proposal", PRESENT)
    with dossier.read() as uow:
        before = len(uow.journal.all())

    check_item(dossier, "c1", "proposal", PRESENT)

    with dossier.read() as uow:
        assert len(uow.journal.all()) == before


def test_a_request_follows_its_candidacy_through_the_next_steps(dossier: Dossier) -> None:
    assert requests(dossier) == []

    check_item(dossier, "c1", "form.contact", TO_REQUEST)
    assert [step.text for step in requests(dossier)] == [
        say("steps.request", reference="K-01", items=("Contactpersoon",))
    ]

    asked = keep_request(dossier, "c1", draft_request(dossier, "c1"))
    answer_by = asked.checks[0].answer_by
    assert answer_by is not None
    assert requests(dossier, answer_by) == []
    assert [step.text.key for step in requests(dossier, answer_by + timedelta(days=1))] == [
        "steps.request_overdue"
    ]

    with dossier.change() as uow:
        uow.candidacies.save(replace(asked, contact="An Peeters"))
        uow.journal.append("candidacy.changed", "candidacy", "K-01")
    assert [step.text.key for step in requests(dossier)] == ["steps.request_answered"]


def test_once_the_jury_decided_nothing_is_asked_any_more() -> None:
    candidacy = a_candidacy(1, contact="", admissibility=Admissibility.TO_COMPLETE)

    assert requests(a_dossier([candidacy], decisions=[invited(candidacy)])) == []


def test_a_candidacy_to_complete_is_to_be_asked_and_one_that_is_out_is_not() -> None:
    wanted = {Admissibility.TO_COMPLETE: 1, Admissibility.ADMISSIBLE: 0, Admissibility.LATE: 0}

    found = {
        judged: len(requests(a_dossier([a_candidacy(1, contact="", admissibility=judged)])))
        for judged in wanted
    }

    assert found == wanted
