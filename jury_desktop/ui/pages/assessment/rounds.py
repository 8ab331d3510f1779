"""The end of a round: the question, and the step that ends it or opens it again."""

from __future__ import annotations

from collections.abc import Callable

from jury_desktop.domain.call import Round
from jury_desktop.services.rounds import RoundState, close_round, reopen_round
from jury_desktop.ui.final import Final
from jury_desktop.ui.operations import Always, Changes, Operation, Subject, Verb, calling
from jury_desktop.ui.shell import Answer, Choice, Question
from jury_desktop.ui.text import area

tr = area("assessment")

SHEET: Changes = frozenset({Subject.SHEET})


def ending(state: RoundState, *, practising: bool = False) -> Question:
    """Whether to close the round, or to open it again."""
    if practising:
        return _ending_practice(state)
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


def _ending_practice(state: RoundState) -> Question:
    if state.closed:
        choices = (Choice("reopen", tr("Practise again"), primary=True),)
        return Question(tr("Practise again?"), tr("The jurors can score it again."), choices, tr("Reason"))
    text = tr(
        "%n jurors have not submitted yet. What the others gave then stands side by side.",
        "",
        state.expected - state.submitted,
    )
    choices = (Choice("close", tr("Close the practice"), primary=True),)
    return Question(tr("Close the practice?"), text, choices, tr("Reason"))


def round_ended(
    round_: Round, answer: Answer, where: Callable[[Verb[None]], Verb[None]], *, practising: bool = False
) -> Operation[None]:
    """The step that was chosen. Ctrl+Z undoes neither: each needs a reason, and what was seen, is seen.

    :param where: gives the verb where the round is: of the selection, or of the practice.
    """
    if answer.choice == "close":
        close = where(calling(close_round, round_, answer.reason))
        said = tr("The practice has been closed.") if practising else tr("The round has been closed.")
        return Operation(tr("Close the round"), close, SHEET, Final.SEEN, said=Always(said))
    reopen = where(calling(reopen_round, round_, answer.reason))
    said = tr("The practice is open again.") if practising else tr("The round is open again.")
    return Operation(tr("Reopen the round"), reopen, SHEET, Final.SEEN, said=Always(said))


def ending_text(state: RoundState | None, *, practising: bool) -> str:
    """What the officer can do about the end of a round; empty where there is nothing to end."""
    if state is None or not (state.closed or (state.expected > 0 and not state.complete)):
        return ""
    words = (tr("Close the round…"), tr("Reopen the round…"))
    if practising:
        words = (tr("Close the practice…"), tr("Practise again…"))
    return words[state.closed]
