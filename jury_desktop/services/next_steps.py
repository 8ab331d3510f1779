"""What the regisseur has to do next, each step with the place where it is done."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from datetime import date

from jury_desktop.domain.call import Round
from jury_desktop.domain.candidacy import SHUT_OUT, Admissibility, Candidacy
from jury_desktop.domain.completeness import Checked, open_items
from jury_desktop.domain.conflict import ConflictState, suspected_for
from jury_desktop.domain.decision import Stage
from jury_desktop.domain.juror import Juror
from jury_desktop.domain.messages import Message, say
from jury_desktop.domain.pitch import StoredPlan
from jury_desktop.domain.selection import Selection
from jury_desktop.services.letter_book import LetterRow
from jury_desktop.services.letter_steps import open_letters, pitch_place, unapproved_texts
from jury_desktop.services.letterhead import House
from jury_desktop.services.rebuttal_steps import rebuttal_steps
from jury_desktop.services.session_steps import session_steps
from jury_desktop.services.step import Step, Urgency, milestone_day, urgency
from jury_desktop.services.table_steps import table_steps
from jury_desktop.services.window_steps import ask_again, loose_pitches


def next_steps(
    selection: Selection, house: House, letters: tuple[LetterRow, ...], today: date
) -> tuple[Step, ...]:
    """All open steps in the order of the procedure."""
    early = (_start, _to_judge, _requests, _conflicts, _new_versions, _written, _shortlist, _plan)
    later = (ask_again, session_steps, _pitch_sheets, _final, table_steps)
    steps = [step for find in (*early, *later) for step in find(selection, today)]
    return (
        *steps,
        *pitch_place(selection, house, letters),
        *unapproved_texts(selection, letters),
        *open_letters(selection, letters, today),
        *rebuttal_steps(selection, today),
    )


def _start(selection: Selection, today: date) -> Iterator[Step]:
    if not selection.candidacies:
        yield Step(Urgency.TODAY, say("steps.import"), say("steps.import_button"), "candidacies")
    if all(juror.observer for juror in selection.jurors):
        yield Step(Urgency.TODAY, say("steps.add_jurors"), say("steps.add_jurors_button"), "jury")


def _to_judge(selection: Selection, today: date) -> Iterator[Step]:
    undecided = [c for c in selection.candidacies if c.admissibility is Admissibility.UNDECIDED]
    late = [c for c in undecided if c.first.verdict == "late" and c.first.received_at is not None]
    for candidacy in late:
        moment = candidacy.first.received_at
        assert moment is not None
        text = say("steps.late", reference=candidacy.reference, moment=moment)
        button = say("steps.judge_button")
        yield Step(Urgency.DECIDE, text, button, "candidacies", candidacy.reference)
    unclear = [c for c in undecided if c.first.verdict in _UNCLEAR and c not in late]
    yield from _unclear(unclear)
    rest = [c for c in undecided if c not in late and c not in unclear]
    if rest:
        text = say("steps.judge", count=len(rest))
        yield Step(Urgency.TODAY, text, say("steps.judge_button"), "candidacies", rest[0].reference)


_UNCLEAR = {"borderline": "steps.borderline", "unknown": "steps.unproven"}
"""The verdicts on an arrival that the regisseur has to look into, and how that is said."""


def _unclear(candidacies: list[Candidacy]) -> Iterator[Step]:
    """One step for each verdict: of loose files nothing proves when any of them arrived."""
    for verdict, text in _UNCLEAR.items():
        if of_these := [c for c in candidacies if c.first.verdict == verdict]:
            first = of_these[0].reference
            said, button = say(text, count=len(of_these)), say("steps.arrival_button")
            yield Step(Urgency.DECIDE, said, button, "candidacies", f"{first}.messages")


def _requests(selection: Selection, today: date) -> Iterator[Step]:
    """What is to be asked of a candidate, has come in since, or was not answered in time.

    Once the jury decided on a candidacy nothing more is asked: it judged what lay there.
    """
    decided = {decision.candidacy for decision in selection.decisions}
    for candidacy in selection.candidacies:
        if candidacy.admissibility not in SHUT_OUT and candidacy.id not in decided:
            lacking = open_items(selection.call, candidacy)
            yield from _to_ask(candidacy, [line for line in lacking if not line.asked])
            yield from _asked(candidacy, [line for line in lacking if line.asked], today)


def _to_ask(candidacy: Candidacy, lacking: list[Checked]) -> Iterator[Step]:
    """Only what the regisseur wants: by the item, or by having the whole candidacy completed."""
    whole = candidacy.admissibility is Admissibility.TO_COMPLETE
    wanted = [line for line in lacking if whole or line.check is not None]
    if wanted:
        text = say("steps.request", reference=candidacy.reference, items=_titles(wanted))
        yield Step(Urgency.TODAY, text, say("steps.request_button"), "candidacies", _checklist(candidacy))


def _asked(candidacy: Candidacy, asked: list[Checked], today: date) -> Iterator[Step]:
    came_in = [line for line in asked if line.came_in]
    silent = [line for line in asked if line.overdue(today) and not line.came_in]
    button, ref = say("steps.request_look_button"), _checklist(candidacy)
    if came_in:
        text = say("steps.request_answered", reference=candidacy.reference, items=_titles(came_in))
        yield Step(Urgency.TODAY, text, button, "candidacies", ref)
    if silent:
        text = say("steps.request_overdue", reference=candidacy.reference, items=_titles(silent))
        yield Step(Urgency.DECIDE, text, button, "candidacies", ref)


def _titles(lines: list[Checked]) -> tuple[str, ...]:
    return tuple(line.item.title for line in lines)


def _checklist(candidacy: Candidacy) -> str:
    """The place on the page of the candidacies where the checklist is."""
    return f"{candidacy.reference}.checklist"


def _conflicts(selection: Selection, today: date) -> Iterator[Step]:
    for conflict in selection.conflicts:
        if conflict.state is not ConflictState.SUGGESTED:
            continue
        candidacy, juror = selection.candidacy(conflict.candidacy), selection.juror(conflict.juror)
        text = _suspicion(conflict.reason, candidacy.reference, juror)
        yield Step(Urgency.TODAY, text, say("steps.conflict_button"), "jury", candidacy.reference)


def _suspicion(reason: str, reference: str, juror: Juror) -> Message:
    """Where the program recognised the juror, with both wordings."""
    grounds = suspected_for(reason)
    if grounds is None:
        return say("steps.conflict_open", reference=reference, juror=juror.name)
    own = grounds.own or juror.organisation
    return say(
        f"steps.conflict_{grounds.seen_in}",
        reference=reference,
        juror=juror.name,
        own=own,
        found=grounds.found,
    )


def _new_versions(selection: Selection, today: date) -> Iterator[Step]:
    """Jurors who scored an older version have to be told, until the jury has decided."""
    for candidacy in selection.candidacies:
        sheets = [sheet for sheet in selection.outdated(candidacy.id) if sheet.submitted]
        if sheets and not any(selection.decision(candidacy.id, stage) for stage in Stage):
            names = tuple(dict.fromkeys(selection.juror(sheet.juror).name for sheet in sheets))
            text = say("steps.new_version", reference=candidacy.reference, jurors=names)
            button = say("steps.new_version_button")
            yield Step(Urgency.TODAY, text, button, "candidacies", candidacy.reference)


def _written(selection: Selection, today: date) -> Iterator[Step]:
    yield from _sheets(selection, Round.WRITTEN, milestone_day(selection, "written_assessment"), today)


def _pitch_sheets(selection: Selection, today: date) -> Iterator[Step]:
    """After all that makes the pitches take place."""
    if selection.plan is not None:
        yield from _sheets(selection, Round.PITCH, milestone_day(selection, "pitches"), today)


def _sheets(selection: Selection, round_: Round, due: date | None, today: date) -> Iterator[Step]:
    """Who still has to hand in how many sheets."""
    panel = selection.panel(round_)
    waiting = Counter(juror for juror, _ in panel.open_pairs if not panel.closed)
    asked = Counter(juror for juror, _ in panel.expected)
    for juror in selection.jurors:
        if waiting[juror.id]:
            key, of_all = f"steps.sheets_{round_.value}", asked[juror.id]
            text = say(key, juror=juror.name, open=waiting[juror.id], total=of_all)
            yield Step(urgency(due, today), text, say("steps.sheets_button"), "assessment", juror.id, due)


def _shortlist(selection: Selection, today: date) -> Iterator[Step]:
    panel = selection.panel(Round.WRITTEN)
    if not panel.expected or (panel.open_pairs and not panel.closed):
        return
    open_ = _undecided(selection, Stage.SHORTLIST)
    if open_:
        due = milestone_day(selection, "written_result")
        text = say("steps.shortlist", count=len(open_))
        button = say("steps.decide_button")
        yield Step(urgency(due, today), text, button, "deliberation", open_[0].reference, due)


def _plan(selection: Selection, today: date) -> Iterator[Step]:
    invited = selection.in_round(Round.PITCH)
    plan = selection.plan
    if not invited:
        return
    planned = {pitch.id for pitch in plan.instance.pitches} if plan else set()
    heard = {candidacy.reference for candidacy in selection.heard}
    if plan is None or not heard <= planned <= {candidacy.reference for candidacy in invited}:
        yield Step(Urgency.TODAY, say("steps.plan", count=len(invited)), say("steps.plan_button"), "planning")
    elif barred := selection.barred_seats(plan.plan):
        juror, candidacy = barred[0]
        text = say("steps.plan_barred", juror=juror.name, reference=candidacy.reference)
        yield Step(Urgency.TODAY, text, say("steps.plan_button"), "planning", candidacy.reference)
    elif loose := loose_pitches(selection):
        text = say("steps.plan_windows", count=len(loose))
        yield Step(Urgency.TODAY, text, say("steps.plan_button"), "planning", loose[0])
    else:
        yield from _planned(plan, sorted(heard))


def _planned(plan: StoredPlan, heard: list[str]) -> Iterator[Step]:
    """Who was left out of the plan, and whether it is known."""
    placed = {place.pitch for place in plan.plan.assignments}
    waiting = [reference for reference in heard if reference not in placed]
    if waiting:
        text = say("steps.plan_unplaced", count=len(waiting))
        yield Step(Urgency.TODAY, text, say("steps.look_button"), "planning", waiting[0])
    if plan.communicated_at is None:
        told = say("steps.plan_untold" if waiting else "steps.plan_ready")
        yield Step(Urgency.READY, told, say("steps.look_button"), "planning")


def _final(selection: Selection, today: date) -> Iterator[Step]:
    panel = selection.panel(Round.PITCH)
    if not panel.expected or (panel.open_pairs and not panel.closed):
        return
    open_ = _undecided(selection, Stage.FINAL)
    if open_:
        due = milestone_day(selection, "decision")
        text = say("steps.final", count=len(open_))
        button = say("steps.decide_button")
        yield Step(urgency(due, today), text, button, "deliberation", open_[0].reference, due)


def _undecided(selection: Selection, stage: Stage) -> list[Candidacy]:
    return [c for c in selection.in_stage(stage) if selection.decision(c.id, stage) is None]
