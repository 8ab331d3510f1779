"""A dossier as somebody on the list of the jury has it: without what a conflict of interest keeps away.

It stands under every service that a juror or an observer may call, so that no service has to think of it, and
what one of them forgets to hide is not there. A juror has the own sheets and of the others only that they are
there, for the counts; an observer has no sheet less than the regisseur, for the services seal what is sealed.
On a database server row-level security does the same.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from dataclasses import replace
from typing import Any, Generic, TypeVar

from jury_desktop.domain.account import Account
from jury_desktop.domain.call import Call
from jury_desktop.domain.conflict import Conflict, ConflictState, barred_pairs
from jury_desktop.domain.decision import Decision
from jury_desktop.domain.errors import refuse
from jury_desktop.domain.juror import Juror
from jury_desktop.domain.outgoing import Letter
from jury_desktop.domain.pitch import StoredPlan
from jury_desktop.domain.pitch_windows import KeptWindow
from jury_desktop.domain.practice import PracticeSheet
from jury_desktop.domain.role import Person, Role
from jury_desktop.domain.session import PitchRun
from jury_desktop.domain.sheet import Sheet
from jury_desktop.services import ports
from jury_desktop.services.narrow_parts import NarrowBlobs, NarrowJournal, NarrowMails, NarrowSettings
from jury_desktop.services.ports import UnitOfWork

T = TypeVar("T")
Shown = Callable[[T], T | None]
"""An item as it may be seen; None when not at all."""


class NarrowWork:
    """See ``services.ports.UnitOfWork``."""

    def __init__(self, inner: UnitOfWork, who: Person) -> None:
        """:param who: somebody who stands on the list of the jury."""
        scores = who.role is Role.JUROR
        barred = barred_pairs(inner.conflicts.find(juror=who.juror))
        hidden = {candidacy for _, candidacy in barred}
        found = (each for key in hidden for each in inner.candidacies.find(id=key))
        self._hidden = {each.reference: each.id for each in found}
        away = frozenset(hidden)

        def without(item: Any) -> Any:
            return None if item.candidacy in away else item

        def for_regisseur(item: Any) -> Any:
            return None if scores else without(item)

        def own(item: Any) -> bool:
            return scores and item.juror == who.juror and item.candidacy not in away

        def own_report(conflict: Conflict) -> bool:
            return own(conflict) and _unjudged(conflict)

        self.call: Call = inner.call
        self.windows = _Limited(inner.windows, _whole, lambda each: scores and _answered_by(who, inner, each))
        self.candidacies = _Limited(inner.candidacies, lambda c: None if c.id in away else c)
        self.jurors = _Limited(inner.jurors, _whole, lambda each: scores and _only_free(who, inner, each))
        self.conflicts = _Limited(inner.conflicts, _conflict_for(who, away), own_report)
        self.sheets = _Limited(inner.sheets, _sheet_for(who, away), own)
        self.plans = _Limited(inner.plans, self._plan)
        self.decisions = _Limited(inner.decisions, lambda d: _decision(without(d), scores=scores))
        self.letters = _Limited(inner.letters, lambda each: _letter(without(each)))
        self.rebuttals = _Limited(inner.rebuttals, for_regisseur)
        self.packets = _Limited(inner.packets, _nothing)
        self.runs = _Limited(inner.runs, lambda run: _run(without(run), scores=scores))
        self.talks = _Limited(inner.talks, for_regisseur)
        self.meetings = _Limited(inner.meetings, _nothing if scores else _whole)
        self.practices = _Limited(inner.practices, _whole)
        self.practice_sheets = _Limited(inner.practice_sheets, _practised_by(who), _is_own_practice(who))
        self.accounts = _Limited(inner.accounts, _account)
        self.enters_as = inner.enters_as
        self.mails = NarrowMails(inner.mails, away)
        self.blobs = NarrowBlobs(inner.blobs, self)
        self.settings = NarrowSettings(inner.settings, who if scores else None)
        self.journal = NarrowJournal(inner.journal, who, frozenset(self._hidden))

    def _plan(self, stored: StoredPlan) -> StoredPlan:
        """A plan and its problem without the candidates who are kept away."""
        away, plan, problem = self._hidden, stored.plan, stored.instance
        if not away:
            return stored
        return replace(
            stored,
            instance=replace(
                problem,
                pitches=tuple(each for each in problem.pitches if each.id not in away),
                conflicts=tuple(pair for pair in problem.conflicts if pair[1] not in away),
            ),
            plan=replace(
                plan,
                assignments=tuple(each for each in plan.assignments if each.pitch not in away),
                left_out=tuple(each for each in plan.left_out if each.pitch not in away),
                explanation=tuple(each for each in plan.explanation if away.keys().isdisjoint(each.who)),
            ),
        )


class _Limited(Generic[T]):
    """A collection of which some is shown, and less may be changed."""

    def __init__(
        self, inner: ports.Collection[T], shown: Shown[T], saves: Callable[[T], bool] = lambda _item: False
    ) -> None:
        self._inner = inner
        self._shown = shown
        self._saves = saves

    def get(self, key: str) -> T:
        found = self._shown(self._inner.get(key))
        if found is None:
            raise refuse("rights.kept_away")
        return found

    def find(self, **equal: object) -> tuple[T, ...]:
        return tuple(_there(map(self._shown, self._inner.find(**equal))))

    def save(self, item: T) -> None:
        """Refused for what belongs to another, also where the item pretends otherwise."""
        before = self._inner.find(id=item.id)  # type: ignore[attr-defined]
        if not all(self._saves(each) for each in before) or not self._saves(item):
            raise refuse("rights.not_yours")
        self._inner.save(item)

    def remove(self, key: str) -> None:
        raise refuse("rights.not_yours")


def _there(items: Iterable[T | None]) -> Iterator[T]:
    return (item for item in items if item is not None)


def _whole(item: T) -> T:
    return item


def _nothing(_item: object) -> None:
    return None


def _unjudged(conflict: Conflict) -> bool:
    return conflict.state in {ConflictState.DECLARED, ConflictState.SUGGESTED}


def _conflict_for(who: Person, away: frozenset[str]) -> Shown[Conflict]:
    """That others have one is needed to know who scores what; why they have it is not."""

    def shown(conflict: Conflict) -> Conflict | None:
        mine = conflict.juror == who.juror
        return conflict if mine else None if conflict.candidacy in away else replace(conflict, reason="")

    return shown


def _sheet_for(who: Person, away: frozenset[str]) -> Shown[Sheet]:
    def shown(sheet: Sheet) -> Sheet | None:
        if sheet.candidacy in away:
            return None
        if sheet.juror == who.juror or who.role is not Role.JUROR:
            return sheet
        return replace(sheet, answers={}, goal_marks={}, remark="")

    return shown


def _only_free(who: Person, inner: UnitOfWork, juror: Juror) -> bool:
    """Whether a juror is the one who signed in, and as they are but for when they can sit."""
    if juror.id != who.juror:
        return False
    return replace(inner.jurors.get(juror.id), available=()) == replace(juror, available=())


def _answered_by(who: Person, inner: UnitOfWork, window: KeptWindow) -> bool:
    """Whether a session is as it is, or as it is once the juror who signed in has answered about it."""
    for kept in inner.windows.find(id=window.id):
        left = tuple(each for each in kept.unanswered if each != who.juror)
        return window in (kept, replace(kept, unanswered=left))
    return False


def _practised_by(who: Person) -> Shown[PracticeSheet]:
    own = _sheet_for(who, frozenset())

    def shown(kept: PracticeSheet) -> PracticeSheet | None:
        sheet = own(kept.sheet)
        return replace(kept, sheet=sheet) if sheet is not None else None

    return shown


def _is_own_practice(who: Person) -> Callable[[PracticeSheet], bool]:
    return lambda kept: who.role is Role.JUROR and kept.juror == kept.sheet.juror == who.juror


def _account(account: Account) -> Account:
    """Who has one is told at the door; by what a secret could be tried is not."""
    return replace(account, verifier="", recovery="", failures=0, failed_at=None)


def _decision(decision: Decision | None, *, scores: bool) -> Decision | None:
    """A juror needs to know who is invited, and not what was said of them."""
    if decision is None or not scores:
        return decision
    return replace(decision, summary="", lines=(), revision_reason="", sent_back="")


def _letter(letter: Letter | None) -> Letter | None:
    """That a letter left is what counts here, and what it makes known."""
    bare = {"sent_to": "", "postal_reference": "", "bounce": "", "receipt": ""}
    return replace(letter, **bare) if letter is not None else None  # type: ignore[arg-type]


def _run(run: PitchRun | None, *, scores: bool) -> PitchRun | None:
    """The notes on a pitch are the regisseur's."""
    return replace(run, notes="") if run is not None and scores else run
