"""What the assessment page asks, and says when there is nothing to score."""

from __future__ import annotations

from jury_desktop.services.rounds import RoundState
from jury_desktop.ui.shell import Choice, Question
from jury_desktop.ui.text import area
from jury_desktop.ui.widgets.empty import EmptyState

tr = area("assessment")


def who() -> EmptyState:
    """Before anybody sits down."""
    text = tr("Choose your name at the left. You see your own scores only, and nobody sees yours.")
    return EmptyState("clipboard-check", tr("Who is scoring?"), text)


def nothing() -> EmptyState:
    """For a juror without candidacies in this round."""
    text = tr("In this round there is no candidacy for you to score.")
    return EmptyState("circle-check", tr("Nothing to score here"), text)


def ending(state: RoundState) -> Question:
    """Whether to close the round, or to open it again."""
    if state.closed:
        text = tr("Jurors can score again. Whoever has seen the scores of others may be influenced by them.")
        choices = (Choice("reopen", tr("Reopen the round"), primary=True),)
        return Question(tr("Reopen this round?"), text, choices, tr("Reason"))
    left = state.expected - state.submitted
    text = tr(
        "%n sheets have not been submitted and will not count. The scores of this round open.", "", left
    )
    choices = (Choice("close", tr("Close the round"), danger=True),)
    return Question(tr("Close this round?"), text, choices, tr("Reason"))
