"""Conflicts of interest: which ones bar, and which ones the program suspects."""

from __future__ import annotations

import pytest

from jury_desktop.domain.conflict import ConflictState, Suspicion, barred_pairs, organisation_key, suspect
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


@pytest.mark.parametrize("name", ["Ankerpunt", "ANKERPUNT VZW", "ankerpunt, v.z.w.", "Vzw Ankerpunt"])
def test_a_name_is_the_same_without_legal_form_and_case(name: str) -> None:
    assert organisation_key(name) == "ankerpunt"


def test_the_employer_of_a_juror_is_recognised() -> None:
    juror = a_juror(organisation="ankerpunt")
    assert suspect([juror], [a_candidacy()]) == (Suspicion("j1", "c1", "organisation", "Ankerpunt vzw"),)


def test_a_partner_of_the_candidate_is_recognised() -> None:
    juror = a_juror(organisation="De Klink")
    candidacy = a_candidacy(partners=("OCMW", "De Klink vzw"))
    assert suspect([juror], [candidacy]) == (Suspicion("j1", "c1", "partner", "De Klink vzw"),)


def test_a_shared_mail_domain_is_recognised() -> None:
    juror = a_juror(email="raad@ankerpunt.example")
    assert suspect([juror], [a_candidacy()]) == (Suspicion("j1", "c1", "email_domain", "ankerpunt.example"),)


def test_strangers_are_not_suspected() -> None:
    assert suspect([a_juror()], [a_candidacy()]) == ()
