"""Score sheets to print: for each juror a PDF with a sheet for every candidacy, each with its code."""

from __future__ import annotations

from collections.abc import Callable, Collection, Sequence
from datetime import datetime
from pathlib import Path

from jury_desktop.domain.call import Call, Round
from jury_desktop.domain.candidacy import Candidacy
from jury_desktop.domain.errors import refuse
from jury_desktop.domain.juror import Juror
from jury_desktop.domain.messages import say
from jury_desktop.domain.paper_sheet import code_of, goal_code, goals, lines, plain_code
from jury_desktop.domain.rights import Right
from jury_desktop.domain.selection import Selection
from jury_desktop.domain.sheet import Item, items_of, label
from jury_desktop.letters.sheet_stack import PrintedGoal, PrintedLine, PrintedSheet, SheetStack
from jury_desktop.services.admission import needs
from jury_desktop.services.packets import file_stem
from jury_desktop.services.ports import Dossier
from jury_desktop.services.rounds import selection_of
from jury_desktop.services.scoring import refuse_observer
from jury_desktop.services.whole_files import write_whole
from jury_desktop.wording import render

WITH_REASON, WITHOUT_REASON = 2, 1
"""Lines to write on where the call asks for a word of explanation, and elsewhere."""


@needs(Right.KEEP_ROUNDS)
def sheet_stacks(
    dossier: Dossier, round_: Round, language: str = "nl", jurors: Collection[str] = ()
) -> tuple[SheetStack, ...]:
    """What there is to print in a round, juror by juror; who has nothing to score is left out.

    :param jurors: ids; all of the jury unless said otherwise.
    """
    with dossier.read() as uow:
        selection = selection_of(uow)
    wanted = set(jurors) or {juror.id for juror in selection.jurors}
    for key in jurors:
        refuse_observer(selection.juror(key))
    made = dossier.now()
    stacks = (
        _stack(selection, juror, round_, language, made) for juror in selection.jurors if juror.id in wanted
    )
    found = tuple(stack for stack in stacks if stack.sheets)
    if not found:
        raise refuse("paper.nothing_to_print")
    return found


def write_stacks(
    stacks: Sequence[SheetStack], folder: Path, before: Callable[[int, int], object] | None = None
) -> tuple[Path, ...]:
    """Writes a PDF for each juror into a folder; what is there under the same name is replaced.

    :param before: hears before each file how many are done, of how many; may raise ``Cancelled``.
    :raises JuryError: a file cannot be written.
    """
    from jury_desktop.letters.score_sheets import score_sheets_pdf

    written = []
    for done, stack in enumerate(stacks):
        if before is not None:
            before(done, len(stacks))
        file = folder / f"{file_stem(stack.juror)}.pdf"
        write_whole(file, score_sheets_pdf(stack))
        written.append(file)
    return tuple(written)


@needs(Right.KEEP_ROUNDS)
def find_sheet(dossier: Dossier, code: str) -> tuple[str, str, Round]:
    """Juror, candidacy and round of the sheet with a code, however it was typed.

    :raises JuryError: no sheet of this dossier has that code.
    """
    with dossier.read() as uow:
        selection = selection_of(uow)
    wanted = plain_code(code)
    found = [
        (juror.id, candidacy.id, round_)
        for round_ in Round
        for candidacy in selection.in_round(round_)
        for juror in selection.jurors
        if not juror.observer and code_of(juror.id, candidacy, round_) == wanted
    ]
    if len(found) != 1:
        raise refuse("paper.no_such_code", code=code.strip())
    return found[0]


def _stack(selection: Selection, juror: Juror, round_: Round, language: str, made: datetime) -> SheetStack:
    expected = selection.panel(round_).expected
    mine = [each for each in selection.in_round(round_) if (juror.id, each.id) in expected]
    call = selection.call
    word = render(say(f"paper.round_{round_.value}"), language)
    about = f"{call.short_title} {call.year} · {word}"
    sheets = tuple(_sheet(selection, juror, candidacy, round_, language) for candidacy in mine)
    return SheetStack(about, juror.name, sheets, _anchors(call, round_), call.contact.name, language, made)


def _anchors(call: Call, round_: Round) -> tuple[tuple[str, tuple[str, ...]], ...]:
    """What the values mean, by criterion; one with a line of its own is named after the code of that line."""
    own = (line for line in lines(call, round_) if line.item.challenge is None)
    codes = {line.item.criterion.key: line.code for line in own}
    asked = [criterion for criterion in call.rubric.criteria if round_ in criterion.rounds]
    return tuple((" · ".join(filter(None, (codes.get(c.key), c.title))), c.anchors) for c in asked)


def _sheet(
    selection: Selection, juror: Juror, candidacy: Candidacy, round_: Round, language: str
) -> PrintedSheet:
    codes = {line.item.key: line.code for line in lines(selection.call, round_)}
    items = items_of(selection.call.rubric, candidacy.challenges, round_)
    first = {item.challenge: item for item in reversed(items)}  # of a challenge, the goals stand once
    printed = tuple(
        _line(selection, item, codes[item.key], language, with_goals=first[item.challenge] is item)
        for item in items
    )
    return PrintedSheet(
        code_of(juror.id, candidacy, round_), candidacy.reference, candidacy.organisation, printed
    )


def _line(selection: Selection, item: Item, code: str, language: str, *, with_goals: bool) -> PrintedLine:
    criterion = item.criterion
    question = criterion.question
    if item.challenge is not None:
        personas = selection.call.challenge(item.challenge).personas
        question = f"{personas}: {question}"
    must = criterion.comment_required
    needed = WITH_REASON if must else WITHOUT_REASON
    scale = range(selection.call.rubric.lowest, selection.call.rubric.highest + 1)
    absent = render(say("paper.not_applicable"), language) if criterion.not_applicable_allowed else ""
    asked = goals(selection.call, [item]) if with_goals else ()
    marked = tuple(PrintedGoal(goal_code(goal), goal.text) for goal in asked)
    return PrintedLine(code, label(item), question, tuple(map(str, scale)), absent, needed, marked, must)
