"""What the assessment page asks, and says when there is nothing to score."""

from __future__ import annotations

from collections.abc import Callable

from jury_desktop.ui.shell import Choice, Question
from jury_desktop.ui.text import area
from jury_desktop.ui.widgets.empty import EmptyState

tr = area("assessment")


def who() -> EmptyState:
    """Before anybody sits down."""
    text = tr("Choose your own name at the left. What you submit is sealed until the round opens.")
    return EmptyState("clipboard-check", tr("Who is scoring?"), text)


def nothing() -> EmptyState:
    """For a juror without candidacies in this round."""
    text = tr("In this round there is no candidacy for you to score.")
    return EmptyState("circle-check", tr("Nothing to score here"), text)


def why_changed() -> Question:
    """Why a sealed sheet is changed."""
    text = tr("The sheet stays submitted. The old scores and your reason stay in the journal.")
    choices = (Choice("keep", tr("Keep the change"), primary=True),)
    return Question(tr("Why do you change this sheet?"), text, choices, tr("Reason"))


def whether_goals_stay_open(unmarked: int) -> Question:
    """Before a sheet is submitted on which not every goal is marked."""
    text = tr("%n goals have no mark yet. Marks count for the coverage, never for the score.", "", unmarked)
    choices = (Choice("goals", tr("To the goals")), Choice("submit", tr("Submit all the same"), primary=True))
    return Question(tr("Submit without these goals?"), text, choices)


def whether_to_look(name: str, reference: str) -> Question:
    """Before a sealed sheet is shown."""
    text = tr("Go on only if you are {name}. The journal notes that this sheet was shown on this computer.")
    choices = (Choice("look", tr("Show it"), primary=True),)
    title = tr("Show the sealed sheet on {reference}?").format(reference=reference)
    return Question(title, text.format(name=name), choices)


def no_jury(to_jury: Callable[[], object]) -> EmptyState:
    """Before there is anybody to score."""
    text = tr("Add the members of the jury first. Then they can score here, each under their own name.")
    return EmptyState("users", tr("There is no jury yet"), text, tr("To the jury"), to_jury)
