"""What the desk of a juror elsewhere asks and says."""

from __future__ import annotations

from pathlib import Path

from jury_desktop.domain.call import Contact
from jury_desktop.services.packets import SHEET_SUFFIX
from jury_desktop.ui.shell import Choice, Question
from jury_desktop.ui.text import area

tr = area("desk")

SHEETS = SHEET_SUFFIX


def not_all(left: int) -> Question:
    """Some sheets have not been submitted yet."""
    text = tr(
        "%n sheets have not been submitted yet. They go along as drafts, and do not count before they are "
        "submitted. You can go on here afterwards and send a sheet again.",
        "",
        left,
    )
    choices = (Choice("send", tr("Send it back like this"), primary=True),)
    return Question(tr("Not everything has been submitted"), text, choices)


def sent(file: Path, contact: Contact) -> str:
    """The sheet is there; what to do with it."""
    whom = " · ".join(filter(None, (contact.name, contact.email)))
    text = tr(
        "Your sheet lies in {file}. Mail that file to {whom}. It is locked: nobody reads it on the way."
    )
    return text.format(file=file, whom=whom)
