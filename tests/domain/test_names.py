"""Two names for one person or one organisation, and two that are none."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from jury_desktop.domain.names import organisation_key, same_organisation, same_person

FIRST = ("Greet", "Dirk", "Karima", "Liesbet", "Jan-Pieter", "Chloé")
FAMILY = ("Hendrickx", "Peeters", "Van den Berghe", "De Smet", "Haddad", "Öztürk")
HOUSES = ("De Brug", "Huis van Morgen", "Kompas Werkt", "Netevallei", "De Draaischijf", "Ankerpunt", "Tandem")


@pytest.mark.parametrize("name", ["Ankerpunt", "ANKERPUNT VZW", "ankerpunt, v.z.w.", "Vzw Ankerpunt"])
def test_a_name_is_the_same_without_legal_form_and_case(name: str) -> None:
    assert organisation_key(name) == "ankerpunt"


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Dirk Peeters", "Peeters Dirk"),
        ("Dirk Peeters", "PEETERS, Dirk"),
        ("Dirk Van den Berghe", "Vandenberghe Dirk"),
        ("Dirk Van den Berghe", "dirk berghe"),
        ("Chloé D'Hondt", "Hondt Chloe"),
        ("mevr. Greet Hendrickx", "Greet Hendrickx (coördinator)"),
        ("Greet Hendrickx", "Dirk Peeters en Greet Hendrickx"),
        ("Greet Hendrickx", "Greet Hendrickx, directeur"),
        ("Jan-Pieter De Smet", "Desmet Jan Pieter"),
    ],
)
def test_a_person_is_recognised_however_the_name_is_written(one: str, other: str) -> None:
    assert same_person(one, other)
    assert same_person(other, one)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Dirk Peeters", "Greet Peeters"),
        ("Dirk", "Dirk"),
        ("", ""),
        ("van de", "Van den Berghe"),
        ("Dirk Peeters", "Dirk en Karel Peeters"),
    ],
)
def test_others_are_not_taken_for_the_same_person(one: str, other: str) -> None:
    assert not same_person(one, other)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("De Brug", "de brug, v.z.w."),
        ("Debrug", "De Brug vzw"),
        ("De Brug vzw (vrijwilliger)", "De Brug"),
        ("WGC De Sluis", "wijkgezondheidscentrum De Sluis"),
        ("De Sluis", "wijkgezondheidscentrum De Sluis"),
        ("SVK De Klink", "Sociaal verhuurkantoor De Klink vzw"),
        ("Centrum Algemeen Welzijnswerk Boog", "CAW Boog"),
        ("VDAB", "V.D.A.B."),
        ("Gemeente Nijlen / De Brug vzw", "De Brug"),
    ],
)
def test_an_organisation_is_recognised_however_it_is_written(one: str, other: str) -> None:
    assert same_organisation(one, other)
    assert same_organisation(other, one)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("OCMW Lier", "Lier"),
        ("OCMW Lier", "Stad Lier"),
        ("CAW De Kempen", "CGG De Kempen"),
        ("Zorg en Welzijn", "Welzijn"),
        ("OCMW / Lier", "bibliotheek / Lier"),
        ("zelfstandige", "Zelfstandige"),
        ("n.v.t.", "nvt"),
        ("", "vzw"),
    ],
)
def test_others_are_not_taken_for_the_same_organisation(one: str, other: str) -> None:
    assert not same_organisation(one, other)


@given(st.sampled_from(FIRST), st.sampled_from(FAMILY), st.sampled_from(FIRST), st.sampled_from(FAMILY))
def test_two_people_are_one_when_their_names_are(first: str, family: str, other: str, own: str) -> None:
    written = f"{own.replace(' ', '').upper()} {other}"
    assert same_person(f"{first} {family}", written) == ((first, family) == (other, own))


@given(st.sampled_from(HOUSES), st.sampled_from(HOUSES), st.sampled_from(["", " vzw", " (Lier)", " VZW."]))
def test_two_houses_are_one_when_their_names_are(one: str, other: str, added: str) -> None:
    assert same_organisation(one, other.replace(" ", "") + added) == (one == other)
