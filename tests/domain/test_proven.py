"""A decision on form is held beside the proof of arrival; where they contradict each other it is said."""

from __future__ import annotations

from dataclasses import replace

import pytest

from jury_desktop.domain.arrival import Verdict
from jury_desktop.domain.candidacy import Admissibility, Candidacy
from jury_desktop.domain.messages import Message
from jury_desktop.domain.proven import against_proof, in_doubt
from tests.builders import ARRIVED, a_candidacy, a_version

AGAINST = {
    (Admissibility.LATE, Verdict.IN_TIME): "candidacy.late_but_in_time",
    (Admissibility.LATE, Verdict.BORDERLINE): "candidacy.late_but_borderline",
    (Admissibility.LATE, Verdict.UNKNOWN): "candidacy.late_but_unproven",
    (Admissibility.ADMISSIBLE, Verdict.LATE): "candidacy.admitted_but_late",
    (Admissibility.TO_COMPLETE, Verdict.LATE): "candidacy.admitted_but_late",
}


def arrived(verdict: Verdict) -> Candidacy:
    at = None if verdict is Verdict.UNKNOWN else ARRIVED
    return a_candidacy(versions=(replace(a_version(), verdict=verdict.value, received_at=at),))


@pytest.mark.parametrize("verdict", Verdict)
@pytest.mark.parametrize("decision", Admissibility)
def test_only_a_decision_against_the_proof_is_spoken_of(decision: Admissibility, verdict: Verdict) -> None:
    said = against_proof(arrived(verdict), decision)

    assert (said.key if said is not None else None) == AGAINST.get((decision, verdict))


def test_it_names_the_candidacy_and_the_moment() -> None:
    said = against_proof(arrived(Verdict.IN_TIME), Admissibility.LATE)

    assert said == Message("candidacy.late_but_in_time", {"reference": "K-01", "moment": ARRIVED})


def test_the_first_version_counts_not_a_late_replacement() -> None:
    timely, late = a_version(1), replace(a_version(2), verdict="late")

    candidacy = a_candidacy(versions=(timely, late))

    assert against_proof(candidacy, Admissibility.ADMISSIBLE) is None


IN_DOUBT = {
    (Admissibility.ADMISSIBLE, Verdict.BORDERLINE): "candidacy.admitted_but_borderline",
    (Admissibility.ADMISSIBLE, Verdict.UNKNOWN): "candidacy.admitted_but_unproven",
    (Admissibility.TO_COMPLETE, Verdict.BORDERLINE): "candidacy.admitted_but_borderline",
    (Admissibility.TO_COMPLETE, Verdict.UNKNOWN): "candidacy.admitted_but_unproven",
}


@pytest.mark.parametrize("verdict", Verdict)
@pytest.mark.parametrize("decision", Admissibility)
def test_letting_in_what_nothing_proves_to_be_in_time_is_spoken_of(
    decision: Admissibility, verdict: Verdict
) -> None:
    undecided = replace(arrived(verdict), admissibility=Admissibility.UNDECIDED)

    said = in_doubt(undecided, decision)

    assert (said.key if said is not None else None) == IN_DOUBT.get((decision, verdict))


def test_what_was_let_in_already_was_let_in_knowing_it() -> None:
    to_complete = replace(arrived(Verdict.UNKNOWN), admissibility=Admissibility.TO_COMPLETE)

    assert in_doubt(to_complete, Admissibility.ADMISSIBLE) is None
