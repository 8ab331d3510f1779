"""The checklist: what the call asks, what shows it, and what the regisseur says about it."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from jury_desktop.domain.call import Call, Completeness, FormField, RequiredItem
from jury_desktop.domain.candidacy import Candidacy, ItemCheck, ItemState
from jury_desktop.domain.completeness import (
    OPEN,
    checklist,
    items_of,
    missing_fields,
    open_items,
)
from jury_desktop.domain.mail import FieldValue
from jury_desktop.domain.messages import say
from tests.builders import a_call, a_candidacy, a_version, an_attachment

FORM = (
    FormField("organisation", ("Organisatie",), required=True),
    FormField("contact", ("Contactpersoon",), required=True),
    FormField("challenges", ("Uitdagingen",), required=True),
    FormField("partners", ("Partners",), required=False),
    FormField("signature", ("Handtekening",), required=False),
    FormField("approach", ("Aanpak",), required=False),
)
PROPOSAL = RequiredItem("proposal", "Voorstel", fields=("approach",), files=("*.pdf", "*.docx"))
BUDGET = RequiredItem("budget", "Begroting", files=("*begroting*", "*budget*"))
ENGAGEMENT = RequiredItem("engagement", "Engagement", files=("*engagement*",), only_with="partners")
SIGNATURE = RequiredItem("signature", "Handtekening", fields=("signature",))


def call_with(*items: RequiredItem) -> Call:
    return replace(a_call(), form=FORM, completeness=Completeness(5, items))


def sent(*files: str, **changes: Any) -> Candidacy:
    """A candidacy with attachments of these names and no field on its form."""
    attachments = tuple(an_attachment(name.encode(), name=name) for name in files)
    return a_candidacy(versions=(a_version(attachments=attachments, fields=()),), **changes)


def on_the_form(candidacy: Candidacy, key: str, value: str) -> Candidacy:
    field = FieldValue(key, value, f"{key}: {value}", "formulier.docx")
    return replace(candidacy, versions=(replace(candidacy.current, fields=(field,)),))


def state(call: Call, candidacy: Candidacy, key: str) -> tuple[ItemState, str]:
    """How an item stands, and the sentence that says why."""
    found = {line.item.key: line for line in checklist(call, candidacy)}[key]
    return found.state, found.reason.key


def test_the_list_is_the_call_s_own_items_and_the_required_fields_none_of_them_covers() -> None:
    by_field = RequiredItem("who", "Wie?", fields=("organisation", "contact"))

    keys = [item.key for item in items_of(call_with(by_field, BUDGET))]

    assert keys == ["who", "budget", "form.challenges"]


def test_a_call_that_lists_nothing_still_asks_its_required_fields() -> None:
    call = call_with()

    assert [item.title for item in items_of(call)] == ["Organisatie", "Contactpersoon", "Uitdagingen"]
    lacking = open_items(call, sent(contact=" ", challenges=()))
    assert [line.item.title for line in lacking] == ["Contactpersoon", "Uitdagingen"]


def test_a_file_shows_an_item_by_its_name_whatever_its_capitals_and_accents() -> None:
    assert state(call_with(BUDGET), sent("Onze BEGRÓTING 2023.xlsx"), "budget") == (
        ItemState.PRESENT,
        "completeness.file",
    )


def test_a_file_counts_for_the_item_whose_pattern_says_most_about_it() -> None:
    call = call_with(PROPOSAL, BUDGET)

    assert state(call, sent("begroting.pdf"), "proposal") == (ItemState.MISSING, "completeness.nowhere")
    assert state(call, sent("begroting.pdf"), "budget") == (ItemState.PRESENT, "completeness.file")


def test_a_file_that_cannot_be_opened_is_to_be_asked_again() -> None:
    closed = an_attachment(name="begroting.xlsx", problem=say("intake.attachment_encrypted"))
    candidacy = a_candidacy(versions=(a_version(attachments=(closed,)),))

    assert state(call_with(BUDGET), candidacy, "budget") == (
        ItemState.TO_REQUEST,
        "completeness.closed_file",
    )


def test_one_good_file_beside_a_closed_one_is_enough() -> None:
    closed = an_attachment(name="begroting.xlsx", problem=say("intake.attachment_encrypted"))
    good = an_attachment(b"2", name="begroting.pdf")
    candidacy = a_candidacy(versions=(a_version(attachments=(closed, good)),))

    assert state(call_with(BUDGET), candidacy, "budget") == (ItemState.PRESENT, "completeness.file")


def test_a_field_of_the_form_shows_an_item_with_the_line_it_stands_on() -> None:
    candidacy = on_the_form(sent(), "signature", "An Peeters, Lier")

    found = next(line for line in checklist(call_with(SIGNATURE), candidacy) if line.item is SIGNATURE)

    assert found.reason == say(
        "completeness.field", line="signature: An Peeters, Lier", source="formulier.docx"
    )


def test_what_the_regisseur_filled_in_counts_too() -> None:
    assert state(call_with(), sent(contact="An"), "form.contact") == (
        ItemState.PRESENT,
        "completeness.by_hand",
    )


def test_an_item_that_goes_with_a_field_is_not_asked_without_it() -> None:
    call = call_with(ENGAGEMENT)

    assert state(call, sent(partners=()), "engagement") == (
        ItemState.NOT_APPLICABLE,
        "completeness.not_asked",
    )
    assert state(call, sent(partners=("De Brug",)), "engagement") == (
        ItemState.MISSING,
        "completeness.nowhere",
    )


@pytest.mark.parametrize("said", ItemState)
def test_the_word_of_the_regisseur_stands_above_the_proposal(said: ItemState) -> None:
    candidacy = sent("begroting.xlsx", checks=(ItemCheck("budget", said, "Nagekeken"),))
    found = checklist(call_with(BUDGET), candidacy)[0]

    assert (found.proposal, found.state, found.open) == (ItemState.PRESENT, said, said in OPEN)


def test_what_came_in_after_the_regisseur_missed_it_is_told() -> None:
    check = ItemCheck("budget", ItemState.TO_REQUEST)

    assert checklist(call_with(BUDGET), sent("begroting.xlsx", checks=(check,)))[0].came_in
    assert not checklist(call_with(BUDGET), sent(checks=(check,)))[0].came_in


def test_an_answer_is_overdue_the_day_after_it_was_asked_for() -> None:
    check = ItemCheck("budget", ItemState.TO_REQUEST, answer_by=date(2023, 6, 9))
    found = checklist(call_with(BUDGET), sent(checks=(check,)))[0]

    assert (found.asked, found.overdue(date(2023, 6, 9)), found.overdue(date(2023, 6, 10))) == (
        True,
        False,
        True,
    )


def test_a_required_field_is_missing_until_form_or_regisseur_fills_it_in() -> None:
    assert missing_fields(call_with(), sent(contact="", challenges=())) == ("contact", "challenges")


NAMES = st.sampled_from(("begroting.pdf", "budget.xlsx", "voorstel.pdf", "foto.png", "engagement.pdf", "x"))


@given(st.lists(NAMES, max_size=5, unique=True), st.booleans(), st.booleans())
def test_every_item_is_told_once_and_only_what_is_open_lacks(
    files: list[str], partners: bool, contact: bool
) -> None:
    call = call_with(PROPOSAL, BUDGET, ENGAGEMENT, SIGNATURE)
    candidacy = sent(*files, partners=("De Brug",) if partners else (), contact="An" if contact else "")
    found = checklist(call, candidacy)

    assert tuple(line.item for line in found) == items_of(call)
    assert open_items(call, candidacy) == tuple(line for line in found if line.state in OPEN)
    assert (ItemState.PRESENT in {line.state for line in found if line.item is BUDGET}) == bool(
        {"begroting.pdf", "budget.xlsx"} & set(files)
    )
