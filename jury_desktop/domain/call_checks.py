"""The rules between the fields of a call file; each check raises at the field that breaks one."""

from __future__ import annotations

import math
from collections.abc import Iterable, Iterator
from itertools import pairwise

from jury_desktop.domain.call import FORM_KEYS, MILESTONES, Anchor, Call, Milestone, Round
from jury_desktop.domain.call_fields import Field


def check(root: Field, call: Call) -> None:
    """Hold the call to every rule, in the order of :data:`CHECKS`.

    :param root: the call file as fields, to name the place of a mistake.
    :raises CallFileError: a rule is broken.
    """
    for rule in CHECKS:
        rule(root, call)


def unique_names(root: Field, _: Call) -> None:
    """What tells parts apart is used once; so is a label, else a form could not be read."""
    for names in (
        _each(root.child("challenges"), "number"),
        _each(root.child("challenges"), "prevalence"),
        _each(root.child("milestones"), "key"),
        _each(root.child("windows"), "id"),
        _each(root.child("rubric", "criteria"), "key"),
        _each(root.child("form"), "key"),
        _each(root.child("completeness", "items"), "key"),
        (label for labels in _each(root.child("form"), "labels") for label in labels.children()),
    ):
        _unique(names)


def known_challenges(root: Field, call: Call) -> None:
    """Weights are given to challenges that the call has."""
    known = tuple(str(challenge.number) for challenge in call.challenges)
    for number, _ in call.rubric.challenge_weights:
        if str(number) not in known:
            place = root.child("rubric", "challenge_weights", str(number))
            raise place.fault("unknown_challenge", number=number, known=known)


def scale_and_anchors(root: Field, call: Call) -> None:
    """The scale rises and every value of it has its anchor in every criterion."""
    lowest, highest = call.rubric.lowest, call.rubric.highest
    if highest <= lowest:
        raise root.child("rubric", "highest").fault("scale_order", lowest=lowest, highest=highest)
    for anchors in _each(root.child("rubric", "criteria"), "anchors"):
        count, needed = len(tuple(anchors.children())), highest - lowest + 1
        if count != needed:
            raise anchors.fault("anchors", count=count, needed=needed, lowest=lowest, highest=highest)


def thresholds(root: Field, call: Call) -> None:
    """The thresholds lie on the scale."""
    lowest, highest = call.rubric.lowest, call.rubric.highest
    for name in ("threshold", "invite_threshold"):
        value = getattr(call.rubric, name)
        if value is not None and not lowest <= value <= highest:
            raise root.child("rubric", name).expected("number", lowest=lowest, highest=highest)


def round_weights(root: Field, call: Call) -> None:
    """The weights of the rounds are together 1, and every round that counts has something to score."""
    place = root.child("rubric", "round_weights")
    total = sum(weight for _, weight in call.rubric.round_weights)
    if not math.isclose(total, 1.0, abs_tol=1e-6):
        raise place.fault("weights_sum", total=f"{total:.6g}")
    scored = {round_ for criterion in call.rubric.criteria for round_ in criterion.rounds}
    for round_ in Round:
        if call.rubric.weight_of(round_) > 0 and round_ not in scored:
            raise place.child(str(round_)).fault("round_without_criterion", round=str(round_))


def windows(root: Field, call: Call) -> None:
    """Each window comes after the deadline, ends later on the day it starts and holds at least one pitch."""
    for window, place in zip(call.windows, root.child("windows").children(), strict=True):
        if window.start <= call.deadline:
            raise place.child("start").fault(
                "window_before_deadline", start=window.start, deadline=call.deadline
            )
        if window.end <= window.start:
            raise place.child("end").fault("window_end", start=window.start, end=window.end)
        if window.end.date() != window.start.date():
            raise place.child("end").fault("window_days", start=window.start, end=window.end)
        if window.minutes < call.pitch.minutes:
            raise place.child("end").fault("window_short", minutes=window.minutes, pitch=call.pitch.minutes)


def window_order(root: Field, call: Call) -> None:
    """The windows are listed in order of time and do not overlap."""
    for later, (first, second) in enumerate(pairwise(call.windows), 1):
        if second.start < first.end:
            place = root.child("windows", later, "start")
            raise place.fault("window_order", start=second.start, before=first.id, end=first.end)


def milestones(root: Field, call: Call) -> None:
    """Every milestone has both dates or neither, in order; those every call needs are there."""
    for milestone, place in _milestones(root, call):
        if (milestone.start is None) != (milestone.end is None):
            raise place.child("start" if milestone.start is None else "end").fault("one_date")
        if milestone.start and milestone.end and milestone.end < milestone.start:
            raise place.child("end").fault("milestone_end", start=milestone.start, end=milestone.end)
    present = {milestone.key for milestone in call.milestones}
    for key in MILESTONES:
        if key not in present:
            raise root.child("milestones").fault("missing_milestone", name=key)


def milestone_dates(root: Field, call: Call) -> None:
    """The milestones of the deadline and the pitches have the dates of the deadline and the windows."""
    deadline = call.deadline.date()
    first, last = call.windows[0].start.date(), call.windows[-1].end.date()
    for milestone, place in _milestones(root, call):
        dates = (milestone.start, milestone.end)
        if milestone.key == "deadline" and dates != (deadline, deadline):
            raise place.child("start").fault("deadline_dates", day=deadline)
        if milestone.key == "pitches" and dates != (first, last):
            raise place.child("start").fault("pitch_dates", first=first, last=last)


def panel(root: Field, call: Call) -> None:
    """A panel may be as large as the quorum."""
    rules = call.pitch
    if rules.panel_max is not None and rules.panel_max < rules.quorum:
        raise root.child("pitch", "panel_max").fault("panel_max", quorum=rules.quorum, found=rules.panel_max)


def rebuttal_anchor(root: Field, call: Call) -> None:
    """A fixed date is given exactly when a reading of the term counts from it."""
    fixed = Anchor.FIXED_DATE in (call.rebuttal.anchor, *call.rebuttal.latest_of)
    if fixed != (call.rebuttal.fixed_date is not None):
        key = "fixed_date_missing" if fixed else "fixed_date_idle"
        raise root.child("rebuttal", "fixed_date").fault(key)


def form_fields(root: Field, call: Call) -> None:
    """The form asks what tells one candidacy from another."""
    present = {field.key for field in call.form}
    for key in FORM_KEYS:
        if key not in present:
            raise root.child("form").fault("missing_form_field", name=key)


def required_items(root: Field, call: Call) -> None:
    """Every item of the checklist can be found somewhere, and names only fields that the form has."""
    known = tuple(field.key for field in call.form)
    for item in root.child("completeness", "items").children():
        named = (*item.child("fields").children(), item.child("only_with"))
        for place in named:
            if place.value is not None and place.value not in known:
                raise place.fault("unknown_form_field", name=str(place.value), known=known)
        if not item.child("fields").value and not item.child("files").value:
            raise item.fault("item_without_sign")


def reserve_list(root: Field, call: Call) -> None:
    """A place on the reserve list counts beyond the day on which it is given."""
    until, decided = call.letters.reserve_until, call.milestone("decision").end
    if until is not None and decided is not None and until <= decided:
        raise root.child("letters", "reserve_until").fault("reserve_until", until=until, decided=decided)


CHECKS = (
    unique_names,
    known_challenges,
    scale_and_anchors,
    thresholds,
    round_weights,
    windows,
    window_order,
    milestones,
    milestone_dates,
    panel,
    rebuttal_anchor,
    form_fields,
    required_items,
    reserve_list,
)


def _each(parts: Field, name: str) -> Iterator[Field]:
    return (part.child(name) for part in parts.children())


def _milestones(root: Field, call: Call) -> Iterator[tuple[Milestone, Field]]:
    return zip(call.milestones, root.child("milestones").children(), strict=True)


def _unique(fields: Iterable[Field]) -> None:
    """Every value once; texts differ in more than capitals and spaces."""
    first: dict[object, Field] = {}
    for entry in fields:
        value = entry.value
        name = " ".join(value.split()).casefold() if isinstance(value, str) else value
        if name in first:
            raise entry.fault("not_unique", value=str(value), first=first[name].line)
        first[name] = entry
