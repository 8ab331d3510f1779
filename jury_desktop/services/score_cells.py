"""What the cells of a list of scores mean: whom and what a row is about, and what it says of it."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import replace

from jury_desktop.domain.call import Goal, Round
from jury_desktop.domain.candidacy import Candidacy
from jury_desktop.domain.errors import refuse
from jury_desktop.domain.juror import Juror
from jury_desktop.domain.paper_sheet import goal_code
from jury_desktop.domain.sheet import Answer, GoalMark, Item
from jury_desktop.services.lists import Cells

COLUMNS = {
    "juror": ("jurylid", "juror", "naam", "name", "beoordelaar"),
    "candidacy": ("kandidatuur", "candidacy", "referentie", "reference", "dossier"),
    "round": ("ronde", "round"),
    "criterion": ("criterium", "criterion", "onderdeel"),
    "challenge": ("uitdaging", "challenge", "regiouitdaging"),
    "score": ("score", "punten", "cijfer"),
    "comment": ("toelichting", "comment", "opmerking", "uitleg", "commentaar"),
}
NEEDED = ("juror", "candidacy", "criterion", "score")
_ROUNDS = {
    "": Round.WRITTEN,
    "schriftelijk": Round.WRITTEN,
    "written": Round.WRITTEN,
    "pitch": Round.PITCH,
    "mondeling": Round.PITCH,
}
_NOT_APPLICABLE = frozenset({"nvt", "na"})
_MARKS = {
    GoalMark.SHOWN: ("1", "aangetoond", "shown"),
    GoalMark.PARTLY: ("2", "deels", "partly"),
    GoalMark.NOT: ("3", "niet", "not"),
}
"""What a mark may be called; the numbers are those on the printed sheet."""


def round_of(cells: Cells) -> Round | None:
    """The round that a row names, the written one where it names none; None where nobody knows it."""
    return _ROUNDS.get(_plain(cells["round"]))


def jurors_called(jurors: Iterable[Juror], text: str) -> list[Juror]:
    """Those who go by this name or address."""
    wanted = text.casefold()
    return [one for one in jurors if wanted and wanted in (one.name.casefold(), one.email.casefold())]


def the_juror(jurors: Iterable[Juror], text: str) -> Juror:
    found = jurors_called(jurors, text)
    if len(found) != 1:
        raise refuse("scoring.import_juror" if not found else "scoring.import_jurors", text=text)
    return found[0]


def candidacies_called(candidacies: Iterable[Candidacy], text: str) -> list[Candidacy]:
    """The one with this reference, if there is one."""
    return [one for one in candidacies if one.reference.casefold() == text.casefold()]


def the_candidacy(candidacies: Iterable[Candidacy], text: str) -> Candidacy:
    found = candidacies_called(candidacies, text)
    if not found:
        raise refuse("scoring.import_candidacy", text=text)
    return found[0]


def the_item(items: Sequence[Item], goals: Sequence[Goal], cells: Cells) -> Item | Goal:
    """The one thing that the row is about: to score, by key ("challenge.4"), or by criterion and challenge;
    or a goal, by its code ("doel 4.3"), by its place and challenge ("doel 3"), or by its text."""
    if goal := _goal(goals, cells):
        return goal
    wanted, challenge = cells["criterion"].casefold(), cells["challenge"]
    found = [item for item in items if wanted == item.key.casefold()] or [
        item
        for item in items
        if wanted in (item.criterion.key.casefold(), item.criterion.title.casefold())
        and (item.challenge is None or str(item.challenge) == challenge)
    ]
    if len(found) != 1:
        text = " ".join(part for part in (cells["criterion"], challenge) if part)
        raise refuse("scoring.import_item", text=text)
    return found[0]


def _goal(goals: Sequence[Goal], cells: Cells) -> Goal | None:
    text, challenge = cells["criterion"].casefold(), cells["challenge"]
    named = re.fullmatch(r"(?:doel|goal)\s*(\d+)(?:\.(\d+))?", text)
    code = ""
    if named:
        code = f"{named[1]}.{int(named[2])}" if named[2] else f"{challenge}.{int(named[1])}"
    found = [goal for goal in goals if goal_code(goal) == code or goal.text.casefold() == text]
    if named and not found:
        raise refuse("scoring.import_goal", text=" ".join(filter(None, (cells["criterion"], challenge))))
    return found[0] if found else None


def mark_of(cells: Cells, before: GoalMark | None) -> GoalMark | None:
    """What the row says of a goal; an empty cell leaves what is known."""
    if cells["comment"]:
        raise refuse("scoring.import_goal_comment")
    text = cells["score"].casefold()
    if not text:
        return before
    found = next((mark for mark, names in _MARKS.items() if text in names), None)
    if found is None:
        raise refuse("scoring.import_mark", text=cells["score"])
    return found


def answer_of(cells: Cells, before: Answer) -> Answer:
    """What the row says; never a silent zero."""
    score = cells["score"]
    comment = cells["comment"] or before.comment
    if not score:
        return replace(before, comment=comment)
    if _plain(score) in _NOT_APPLICABLE:
        return Answer(None, True, comment)
    if not re.fullmatch(r"-?\d{1,4}([.,]0+)?", score):
        raise refuse("scoring.import_score", text=score)
    return Answer(int(float(score.replace(",", "."))), False, comment)


def _plain(text: str) -> str:
    return re.sub(r"[^a-z]", "", text.casefold())
