"""Conflicts of interest: which ones bar, and which ones the program suspects."""

from __future__ import annotations

from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from jury_desktop.domain.conflict import (
    ConflictState,
    Grounds,
    SeenIn,
    Suspicion,
    barred_pairs,
    suspect,
    suspected_for,
)
from tests.builders import a_candidacy, a_conflict, a_juror


@pytest.mark.parametrize(
    ("state", "bars"),
    [
        (ConflictState.DECLARED, True),
        (ConflictState.CONFIRMED, True),
        (ConflictState.SUGGESTED, False),
        (ConflictState.DISMISSED, False),
    ],
)
def test_a_conflict_bars_once_it_is_declared_or_confirmed(state: ConflictState, bars: bool) -> None:
    conflict = a_conflict(a_juror(), a_candidacy(), state=state)
    assert barred_pairs([conflict]) == (frozenset({("j1", "c1")}) if bars else frozenset())


@pytest.mark.parametrize(
    ("juror", "candidacy", "found"),
    [
        ({"organisation": "ankerpunt"}, {}, (SeenIn.ORGANISATION, "ankerpunt", "Ankerpunt vzw")),
        ({"name": "Peeters An"}, {}, (SeenIn.CONTACT, "Peeters An", "An Peeters")),
        (
            {"organisation": "WGC De Sluis"},
            {"partners": ("OCMW", "wijkgezondheidscentrum De Sluis")},
            (SeenIn.PARTNER, "WGC De Sluis", "wijkgezondheidscentrum De Sluis"),
        ),
        (
            {"email": "raad@sub.ankerpunt.example"},
            {},
            (SeenIn.EMAIL_DOMAIN, "raad@sub.ankerpunt.example", "an@ankerpunt.example"),
        ),
        (
            {"email": "an@gmail.com"},
            {"email": "An@gmail.com"},
            (SeenIn.EMAIL_DOMAIN, "an@gmail.com", "An@gmail.com"),
        ),
    ],
)
def test_a_juror_is_recognised_in_a_candidacy_with_both_wordings(
    juror: dict[str, str], candidacy: dict[str, Any], found: tuple[SeenIn, str, str]
) -> None:
    assert suspect([a_juror(**juror)], [a_candidacy(**candidacy)]) == (Suspicion("j1", "c1", *found),)


def test_a_pair_is_suspected_once_on_the_plainest_ground() -> None:
    juror = a_juror(organisation="Ankerpunt", email="an@ankerpunt.example")
    assert [found.seen_in for found in suspect([juror], [a_candidacy()])] == [SeenIn.ORGANISATION]


def test_strangers_are_not_suspected() -> None:
    assert suspect([a_juror()], [a_candidacy()]) == ()
    assert suspect([a_juror(email="bo@telenet.be")], [a_candidacy(email="an@telenet.be")]) == ()


FIRST = st.sampled_from(["Karel", "Fatima", "Joris", "Lotte"])
FAMILY = st.sampled_from(["Claes", "El Amrani", "Van Looy", "De Wit"])
HOUSE = st.sampled_from(["Stad Turnhout", "Studiebureau Zicht", "zelfstandige", "OCMW Geel", "", "Burger"])
HOST = st.sampled_from(["telenet.be", "gmail.com", "turnhout.example", "mail.zicht.example", ""])


@given(FIRST, FAMILY, HOUSE, HOST)
def test_unrelated_people_are_never_suspected(first: str, family: str, house: str, host: str) -> None:
    juror = a_juror(name=f"{first} {family}", organisation=house, email=f"{first}@{host}" if host else "")
    partners = ("OCMW Lier", "Stad Lier", "zelfstandige", "Zicht op Werk", "")
    candidacies = [
        a_candidacy(number, partners=partners, email=email)
        for number, email in enumerate(("an@telenet.be", "an@gmail.com", "an@route2.example", ""), 1)
    ]
    assert suspect([juror], candidacies) == ()


def test_the_reason_of_a_suspicion_is_read_back() -> None:
    found = Suspicion("j1", "c1", SeenIn.CONTACT, "Peeters An", "An Peeters")
    assert suspected_for(found.reason) == Grounds(SeenIn.CONTACT, "Peeters An", "An Peeters")


def test_what_an_older_program_or_a_person_wrote_is_read_too() -> None:
    assert suspected_for("partner: De Klink") == Grounds(SeenIn.PARTNER, "", "De Klink")
    assert suspected_for("Nagevraagd: geen band") is None
