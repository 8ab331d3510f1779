"""A list of scores from Excel or CSV, as one who types over paper sheets makes it: one row a score.

Columns (the first row names them): jurylid, kandidatuur, ronde, criterium, uitdaging, score, toelichting. A
juror goes by name or address, a candidacy by its reference, a criterion by its key or title; the challenge is
needed where the criterion is asked for each. A score is a number of the scale or n.v.t.; an empty cell leaves
what is known. Every rule of the desk holds, and what was not taken over is told row by row. As with typing
over, what a juror scores on the screen stays out of reach: else a list would tell what is the same there.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, replace
from functools import partial
from pathlib import Path
from typing import TypeVar

from jury_desktop.domain.call import Round
from jury_desktop.domain.candidacy import Candidacy
from jury_desktop.domain.errors import JuryError, RuleError, refuse
from jury_desktop.domain.juror import Juror
from jury_desktop.domain.paper_sheet import ENTERED
from jury_desktop.domain.sheet import Answer, Item, Sheet, answered, check_answer, items_of, missing
from jury_desktop.services.lists import Cells, RejectedRow, read_list
from jury_desktop.services.paper import enterable
from jury_desktop.services.ports import Dossier, UnitOfWork
from jury_desktop.services.scoring import keep_sheet, refuse_observer, sealed

T = TypeVar("T")
_COLUMNS = {
    "juror": ("jurylid", "juror", "naam", "name", "beoordelaar"),
    "candidacy": ("kandidatuur", "candidacy", "referentie", "reference", "dossier"),
    "round": ("ronde", "round"),
    "criterion": ("criterium", "criterion", "onderdeel"),
    "challenge": ("uitdaging", "challenge", "regiouitdaging"),
    "score": ("score", "punten", "cijfer"),
    "comment": ("toelichting", "comment", "opmerking", "uitleg", "commentaar"),
}
_NEEDED = ("juror", "candidacy", "criterion", "score")
_ROUNDS = {
    "": Round.WRITTEN,
    "schriftelijk": Round.WRITTEN,
    "written": Round.WRITTEN,
    "pitch": Round.PITCH,
    "mondeling": Round.PITCH,
}
_NOT_APPLICABLE = frozenset({"nvt", "na"})

Place = tuple[str, str, Round]
"""The ids of juror and candidacy, and the round: what tells sheets apart."""


@dataclass(frozen=True, slots=True)
class ScoreImport:
    """What a list adds and changes, in answers; ``same`` counts those it says nothing new about.

    :param submitted: how many sheets were sealed, where that was asked.
    """

    added: int
    changed: int
    same: int
    submitted: int
    rejected: tuple[RejectedRow, ...]
    dry_run: bool


@dataclass(frozen=True, slots=True)
class _Row:
    """A row of which it is known whom and what it is about."""

    number: int
    juror: Juror
    candidacy: Candidacy
    round: Round
    item: Item
    cells: Cells

    @property
    def sheet(self) -> Place:
        return self.juror.id, self.candidacy.id, self.round


def import_scores(
    dossier: Dossier, file: Path, *, submit: bool = False, dry_run: bool = False
) -> ScoreImport:
    """Takes a list over into the drafts of the jurors; with ``dry_run`` only tells what would happen.

    :param submit: seal each sheet the list is about, when it is complete and no row of its juror was refused
        that is or may be about it.
    :raises JuryError: when the file cannot be read as a list; nothing has changed then.
    """
    rows = read_list(file, _COLUMNS, _NEEDED)
    with dossier.rehearse() if dry_run else dossier.change() as uow:
        desk = _Desk(uow, dossier, submit)
        desk.take_over(rows)
        return desk.account(dry_run)


class _Desk:
    """One after another, the sheets that a list is about."""

    def __init__(self, uow: UnitOfWork, dossier: Dossier, submit: bool) -> None:
        self._uow = uow
        self._dossier = dossier
        self._submit = submit
        self._jurors, self._candidacies = uow.jurors.find(), uow.candidacies.find()
        self._rejected: list[RejectedRow] = []
        self._unclear: list[tuple[frozenset[str] | frozenset[Round], ...]] = []
        self._added = self._changed = self._same = self._submitted = 0

    def take_over(self, rows: Sequence[tuple[int, Cells]]) -> None:
        sheets: dict[Place, list[_Row]] = {}
        for number, cells in rows:
            if (row := self._tried(number, partial(self._understood, number, cells))) is not None:
                sheets.setdefault(row.sheet, []).append(row)
            else:
                self._unclear.append(self._perhaps(cells))
        for of_one in sheets.values():
            self._fill(of_one)

    def account(self, dry_run: bool) -> ScoreImport:
        rejected = tuple(sorted(self._rejected, key=lambda row: row.row))
        return ScoreImport(self._added, self._changed, self._same, self._submitted, rejected, dry_run)

    def _tried(self, number: int, step: Callable[[], T]) -> T | None:
        """What a step gives; a refusal becomes a row that was not taken over."""
        try:
            return step()
        except JuryError as error:
            self._rejected.append(RejectedRow(number, error.message))
            return None

    def _understood(self, number: int, cells: Cells) -> _Row:
        juror = _juror(self._jurors, cells["juror"])
        refuse_observer(juror)
        candidacy = _candidacy(self._candidacies, cells["candidacy"])
        round_ = _ROUNDS.get(_plain(cells["round"]))
        if round_ is None:
            raise refuse("scoring.import_round", text=cells["round"])
        items = items_of(self._uow.call.rubric, candidacy.challenges, round_)
        return _Row(number, juror, candidacy, round_, _item(items, cells), cells)

    def _perhaps(self, cells: Cells) -> tuple[frozenset[str] | frozenset[Round], ...]:
        """The jurors, candidacies and rounds that a row may be about that is not understood; none for any."""
        round_ = _ROUNDS.get(_plain(cells["round"]))
        return (
            frozenset(one.id for one in _jurors(self._jurors, cells["juror"])),
            frozenset(one.id for one in _candidacies(self._candidacies, cells["candidacy"])),
            frozenset() if round_ is None else frozenset({round_}),
        )

    def _is_unclear(self, place: Place) -> bool:
        """Whether a row that was not understood may be about a sheet; without a juror it is about none."""
        return any(
            all(part in known or not known for part, known in zip(place, perhaps, strict=True))
            for perhaps in self._unclear
            if perhaps[0]
        )

    def _fill(self, rows: list[_Row]) -> None:
        first = rows[0]
        try:
            old = enterable(self._uow, *first.sheet)
        except JuryError as error:
            self._rejected += [RejectedRow(row.number, error.message) for row in rows]
            return
        new, seen, refused = old, dict[str, int](), len(self._rejected)
        for row in rows:
            new = self._tried(row.number, partial(self._answered, old, new, row, seen)) or new
        if new != old:
            keep_sheet(self._uow, old, new, ENTERED, on_behalf_of=first.juror.name)
        if len(self._rejected) == refused and not self._is_unclear(first.sheet):
            self._seal(new, rows)

    def _answered(self, old: Sheet, sheet: Sheet, row: _Row, seen: dict[str, int]) -> Sheet:
        """The sheet with the answer of one row, which is counted."""
        key = row.item.key
        if key in seen:
            raise refuse("scoring.import_twice", other=seen[key])
        before = old.answers.get(key, Answer())
        answer = _answer(row.cells, before)
        if problem := check_answer(answer, row.item, self._uow.call.rubric):
            raise RuleError(problem)
        seen[key] = row.number
        self._same += answer == before
        self._changed += answer != before and answered(old, row.item)
        self._added += answer != before and not answered(old, row.item)
        return replace(sheet, answers={**sheet.answers, key: answer})

    def _seal(self, sheet: Sheet, rows: list[_Row]) -> None:
        items = items_of(self._uow.call.rubric, rows[0].candidacy.challenges, sheet.round)
        if self._submit and not missing(sheet, items):
            new, name = sealed(sheet, self._dossier.now()), rows[0].juror.name
            keep_sheet(self._uow, sheet, new, "sheet.submitted", on_behalf_of=name)
            self._submitted += 1


def _jurors(jurors: Iterable[Juror], text: str) -> list[Juror]:
    """Those who go by this name or address."""
    wanted = text.casefold()
    return [one for one in jurors if wanted and wanted in (one.name.casefold(), one.email.casefold())]


def _juror(jurors: Iterable[Juror], text: str) -> Juror:
    found = _jurors(jurors, text)
    if len(found) != 1:
        raise refuse("scoring.import_juror" if not found else "scoring.import_jurors", text=text)
    return found[0]


def _candidacies(candidacies: Iterable[Candidacy], text: str) -> list[Candidacy]:
    """The one with this reference, if there is one."""
    return [one for one in candidacies if one.reference.casefold() == text.casefold()]


def _candidacy(candidacies: Iterable[Candidacy], text: str) -> Candidacy:
    found = _candidacies(candidacies, text)
    if not found:
        raise refuse("scoring.import_candidacy", text=text)
    return found[0]


def _item(items: Sequence[Item], cells: Cells) -> Item:
    """The one thing to score that the row is about, by key ("challenge.4"), or by criterion and challenge."""
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


def _answer(cells: Cells, before: Answer) -> Answer:
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
