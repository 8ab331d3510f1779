"""Who may do what: the table, read from both sides."""

from __future__ import annotations

import pytest

from jury_desktop.domain.rights import GRANTED, Reach, Right, holders, reach
from jury_desktop.domain.role import STRANGER, Person, Role


@pytest.mark.parametrize("right", Right)
def test_somebody_has_every_right(right: Right) -> None:
    assert holders(right)


@pytest.mark.parametrize("right", Right)
def test_who_has_not_signed_in_has_no_right(right: Right) -> None:
    assert reach(STRANGER, right) is None


def test_every_role_has_its_line() -> None:
    assert set(GRANTED) == set(Role)


def test_a_juror_reads_what_no_conflict_keeps_away_and_changes_what_is_their_own() -> None:
    assert GRANTED[Role.JUROR] == {
        Right.SEE_WORK: Reach.UNBARRED,
        Right.SCORE: Reach.OWN,
        Right.DECLARE: Reach.OWN,
        Right.SAY_FREE: Reach.OWN,
        Right.OWN_SECRET: Reach.OWN,
    }


def test_who_is_on_the_list_never_goes_past_a_conflict() -> None:
    listed = [role for role in Role if role.listed]
    assert listed == [Role.JUROR, Role.OBSERVER]
    assert all(each is not Reach.ALL for role in listed for each in GRANTED[role].values())


def test_nobody_both_decides_or_writes_and_confirms() -> None:
    making = {Right.DECIDE, Right.WRITE_LETTERS}
    assert [role for role in Role if Right.CONFIRM in GRANTED[role] and making & set(GRANTED[role])] == []


def test_nobody_scores_but_jurors_and_nobody_but_the_second_reader_confirms() -> None:
    assert holders(Right.SCORE) == (Role.JUROR,)
    assert holders(Right.CONFIRM) == (Role.SECOND_READER,)


def test_an_observer_changes_nothing_but_their_own_secret() -> None:
    changes = {right for right in GRANTED[Role.OBSERVER] if not right.startswith("see_")}
    assert changes == {Right.OWN_SECRET}


def test_a_secret_is_everybodys_own() -> None:
    people = [Person("An", role) for role in Role]
    assert {reach(person, Right.OWN_SECRET) for person in people} == {Reach.OWN}
