"""A verifier tells whether a secret is the right one, and nothing else."""

from __future__ import annotations

import pytest

from jury_desktop.services.verifier import fits, verifier_of

KEPT = verifier_of("Vijf été fietsen")


def test_it_is_argon2id_with_the_memory_of_the_standard_and_a_salt_of_its_own() -> None:
    other = verifier_of("Vijf été fietsen")
    assert KEPT.startswith("$argon2id$v=19$m=65536,t=3,p=1$")
    assert other != KEPT


@pytest.mark.parametrize(
    ("typed", "right"),
    [
        ("Vijf été fietsen", True),
        ("  Vijf été fietsen ", True),
        ("Vijf e\u0301te\u0301 fietsen", True),
        ("vijf été fietsen", False),
        ("Vijf ete fietsen", False),
        ("", False),
    ],
)
def test_the_secret_fits_however_a_keyboard_writes_its_accents(typed: str, right: bool) -> None:
    assert fits(typed, KEPT) is right


@pytest.mark.parametrize("typed", ["", "iets"])
def test_nothing_fits_where_no_verifier_is_kept(typed: str) -> None:
    assert not fits(typed, "")
