"""What is said about roles and secrets."""

from __future__ import annotations

from jury_desktop.domain.lock import Strength
from jury_desktop.domain.role import Role
from jury_desktop.ui.text import area

tr = area("sign_in")


def role_name(role: Role) -> str:
    """A role as people call it."""
    return {
        Role.REGISSEUR: tr("regisseur"),
        Role.JUROR: tr("juror"),
        Role.OBSERVER: tr("observer"),
        Role.SECOND_READER: tr("second reader"),
    }[role]


def strength_words(strength: Strength) -> str:
    """How good a secret is, and what would make it better."""
    weak = tr("Keeps who sits down here out; who copies the file finds it in no time.")
    return {
        Strength.EASY: weak,
        Strength.WEAK: weak,
        Strength.FAIR: tr("Good enough at a shared computer. Four words or more are stronger."),
        Strength.STRONG: tr("Strong."),
    }[strength]


def honest() -> str:
    """What signing in does not do."""
    return tr(
        "Signing in keeps people apart who share this program. It does not lock the file: whoever can copy "
        "a file without encryption can read it with another program (Settings, Protection)."
    )
