"""What is said of a PIN or a passphrase before it is kept."""

from __future__ import annotations

import pytest

from jury_desktop.domain.messages import Message, say
from jury_desktop.domain.role import Role
from jury_desktop.domain.secret import refusal


@pytest.mark.parametrize(
    ("secret", "role", "said"),
    [
        ("402817", Role.JUROR, None),
        ("40281", Role.JUROR, say("sign_in.pin_short", count=6)),
        ("  4028  ", Role.JUROR, say("sign_in.pin_short", count=6)),
        ("402817", Role.REGISSEUR, say("sign_in.secret_short", count=12)),
        ("fiets lamp appel trein", Role.REGISSEUR, None),
        ("777777", Role.JUROR, say("sign_in.secret_row")),
        ("012345", Role.JUROR, say("sign_in.secret_row")),
        ("987654", Role.OBSERVER, say("sign_in.secret_row")),
        ("azertyuiop", Role.JUROR, say("sign_in.secret_row")),
        ("121212", Role.JUROR, say("sign_in.secret_row")),
        ("wachtwoord12", Role.REGISSEUR, say("sign_in.secret_common")),
        ("W4chtw00rd!2023", Role.REGISSEUR, say("sign_in.secret_common")),
        ("jury-selectie-2023", Role.REGISSEUR, say("sign_in.secret_common")),
        ("welkom1", Role.JUROR, say("sign_in.secret_common")),
        ("jury fiets lamp trein", Role.REGISSEUR, None),
        ("an-maes-2023", Role.REGISSEUR, say("sign_in.secret_name")),
    ],
)
def test_a_secret_is_refused_for_what_is_guessed_first(secret: str, role: Role, said: Message | None) -> None:
    assert refusal(secret, role, "An Maes") == said
