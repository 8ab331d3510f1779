"""Why a pitch can stand in none of some windows, whatever the others do: facts, of which none is too many.

The windows, the length of the pitch and the grid are given; a fact is what people could change: where it is
locked, when its candidate and the jurors can come, conflicts, the quorum, the expert, and the length of a
window that is shorter than the pitch. Without any one of the facts that are told the pitch could stand there.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import combinations

from jury_desktop.domain.messages import Value, say
from jury_desktop.domain.pitch import Explanation, PlanInstance
from jury_desktop.scheduling.clash import Trials, smallest_clash
from jury_desktop.scheduling.drop import only, without
from jury_desktop.scheduling.facts import Fact, Kind, facts_of, message_of, when
from jury_desktop.scheduling.problem import Problem

MOST = 120
"""Facts that are narrowed down; of more (dozens of jurors who are all away) all are told."""
GIVEN = frozenset({Kind.LENGTH, Kind.PLACED, Kind.BREAK, Kind.CHANGEOVER, Kind.DAY_LIMIT, Kind.ORGANISATION})
"""What keeps no pitch from a window by itself; a window that is too short is named all the same."""


def why_stuck(
    instance: PlanInstance, pitch: str, windows: Sequence[str], trials: Trials | None = None
) -> list[Explanation]:
    """The reasons, window by window; empty when the pitch can stand in one of the windows.

    :param windows: ids; all those of the instance where a pitch finds no place at all.
    :param trials: whose time it takes; when that has run out more facts may be told than are needed.
    """
    alone = only(instance, [pitch])
    if not windows:
        return [Explanation(Kind.LENGTH.value, (pitch,), say("scheduling.no_windows", pitch=pitch))]
    problem = Problem(alone)
    if _open(problem, windows):
        return []
    told = stuck_facts(problem, windows, trials)
    return list(dict.fromkeys(_Telling(alone, told, windows).explanations()))


def stuck_facts(problem: Problem, windows: Sequence[str], trials: Trials | None = None) -> list[Fact]:
    """The facts that keep the one pitch of a problem out of windows, such that none is too many."""
    alone = problem.instance
    found = list(dict.fromkeys(_blocking(problem, windows)))
    others = [it for it in facts_of(alone) if it not in set(found) and it.kind not in GIVEN]
    if len(found) > MOST:
        return found
    return smallest_clash(without(alone, others), found, _Alone(windows, trials))


def _open(problem: Problem, windows: Sequence[str]) -> bool:
    ids = [window.id for window in problem.instance.windows]
    return any(problem.starts[0][ids.index(window)] for window in windows)


class _Alone:
    """Tries instances of one pitch, which needs no search."""

    def __init__(self, windows: Sequence[str], trials: Trials | None) -> None:
        self._windows, self._trials = windows, trials

    def possible(self, instance: PlanInstance) -> bool | None:
        if self._trials is not None and self._trials.spent:
            return None
        return _open(Problem(instance), self._windows)


def _blocking(problem: Problem, windows: Sequence[str]) -> Iterator[Fact]:
    """Facts that together keep the pitch out of the windows, perhaps more than are needed."""
    pitch, ids = problem.instance.pitches[0], [window.id for window in problem.instance.windows]
    pin = problem.pinned[0]
    if pitch.pinned is not None:
        yield Fact(Kind.PIN, pitch=pitch.id)
        if pin is None or ids[pin.window] not in windows:
            return
        if not _pin_fits(problem):
            yield Fact(Kind.LENGTH, window=ids[pin.window])
            return
    for window in windows if pin is None else [ids[pin.window]]:
        yield from _in_window(problem, window, ids.index(window))


def _in_window(problem: Problem, window: str, w: int) -> Iterator[Fact]:
    pitch, slots = problem.instance.pitches[0].id, _slots(problem, w)
    if not slots:
        yield Fact(Kind.LENGTH, window=window)
        return
    if not any(problem.candidate_can(0, w, start) for start in slots):
        yield Fact(Kind.CANDIDATE, pitch=pitch, window=window)
        return
    for fact in facts_of(problem.instance):
        if fact.kind in (Kind.QUORUM, Kind.EXPERT, Kind.CONFLICT) or (
            fact.kind in (Kind.ABSENT, Kind.CANDIDATE) and fact.window == window
        ):
            yield fact


def _slots(problem: Problem, w: int) -> list[int]:
    """The starts in a window that the pin leaves."""
    pin, last = problem.pinned[0], problem.sessions[w].minutes - problem.lengths[0]
    return [s for s in range(0, last + 1, problem.grid) if pin is None or pin.start == s]


def _pin_fits(problem: Problem) -> bool:
    pin = problem.pinned[0]
    assert pin is not None
    last = problem.sessions[pin.window].minutes - problem.lengths[0]
    in_room = 0 <= pin.room < problem.sessions[pin.window].rooms
    return in_room and 0 <= pin.start <= last and pin.start % problem.grid == 0


class _Telling:
    """Puts the facts about one pitch into words: a sentence for each window, that names them all."""

    def __init__(self, alone: PlanInstance, facts: Sequence[Fact], windows: Sequence[str]) -> None:
        self._instance, self._windows = alone, windows
        self._pitch = alone.pitches[0]
        self._facts = set(facts)
        self._kinds = {fact.kind for fact in facts}
        self._barred = [juror.id for juror in alone.jurors if self._has(Kind.CONFLICT, juror=juror.id)]
        held = self._facts
        self._others = [it for it in facts_of(alone) if it not in held and it.kind not in GIVEN]

    def explanations(self) -> Iterator[Explanation]:
        if Kind.PIN in self._kinds:
            yield self._pinned()
        for window in self._windows:
            behind = self._behind(window)
            if self._has(Kind.LENGTH, window=window) and Kind.PIN not in self._kinds:
                minutes, width = self._pitch.minutes, self._width(window)
                yield self._about(Kind.LENGTH, window, "", minutes=minutes, width=width)
            if Kind.CANDIDATE in behind:
                yield self._candidate(window, alone=len(behind) == 1)
            if Kind.QUORUM in behind:
                yield self._quorum(window)
            if Kind.EXPERT in behind:
                yield self._away(Kind.EXPERT, window)

    def _pinned(self) -> Explanation:
        """What is to be said of the lock: that it is one, or that it fits nowhere by itself."""
        slot = self._pitch.pinned
        assert slot is not None
        if self._kinds - {Kind.PIN, Kind.LENGTH}:
            text = message_of(self._instance, Fact(Kind.PIN, pitch=self._pitch.id))
            return Explanation(Kind.PIN.value, (self._pitch.id,), text)
        known = any(window.id == slot.window for window in self._instance.windows)
        if known and slot.window in self._windows:
            return self._about(Kind.PIN, slot.window, "_wrong", start=slot.start)
        return self._about(Kind.PIN, self._windows[0], "", start=slot.start)

    def _behind(self, window: str) -> tuple[Kind, ...]:
        """The fewest kinds of facts that, with who is kept apart or away, keep the pitch out of a window."""
        kinds = [kind for kind in (Kind.CANDIDATE, Kind.QUORUM, Kind.EXPERT) if kind in self._kinds]
        for size in range(len(kinds) + 1):
            for chosen in combinations(kinds, size):
                rest = [it for it in self._facts if it.kind in kinds and it.kind not in chosen]
                if not _open(self._problem([*self._others, *rest]), [window]):
                    return chosen
        return ()

    def _has(self, kind: Kind, **names: str) -> bool:
        own = {"pitch": self._pitch.id} if kind in (Kind.PIN, Kind.CANDIDATE, Kind.CONFLICT) else {}
        return Fact(kind, **own, **names) in self._facts

    def _problem(self, dropped: Sequence[Fact]) -> Problem:
        return Problem(without(self._instance, dropped))

    def _candidate(self, window: str, *, alone: bool) -> Explanation:
        """That the candidate cannot come; not all the time, where it takes something else as well."""
        if alone:
            return self._about(Kind.CANDIDATE, window, "")
        fact = Fact(Kind.CANDIDATE, pitch=self._pitch.id, window=window)
        return Explanation(Kind.CANDIDATE.value, (self._pitch.id,), message_of(self._instance, fact))

    def _quorum(self, window: str) -> Explanation:
        rules, jury = self._instance.rules, len(self._instance.jurors)
        needed = rules.quorum
        if not self._barred and not self._absent(window):
            if rules.panel_max is not None and rules.panel_max < needed:
                return self._jury(Kind.QUORUM, "_max", needed=needed, largest=rules.panel_max)
            return self._jury(Kind.QUORUM, "_ever", found=jury, needed=needed)
        found = self._most(window)
        named = len({*self._barred, *self._absent(window)})
        more: dict[str, Value] = {"count": jury - found - named} if jury - found > named else {}
        return self._away(Kind.QUORUM, window, found=found, needed=needed, **more)

    def _away(self, kind: Kind, window: str, **values: Value) -> Explanation:
        """Who is kept apart and who is away, as far as it matters."""
        absent, day = tuple(self._absent(window)), when(self._instance, window)
        more = ("_barred" if self._barred else "") + ("_absent" if absent else "")
        more += "_more" if "count" in values else ""
        if kind is Kind.QUORUM and not self._barred:
            return self._jury(kind, more, when=day, absent=absent, **values)
        barred: dict[str, Value] = {"barred": tuple(self._barred)} if self._barred else {}
        names = barred | ({"absent": absent} if absent else {})
        return self._about(kind, window, more, **names, **values)

    def _absent(self, window: str) -> list[str]:
        return [it.id for it in self._instance.jurors if self._has(Kind.ABSENT, juror=it.id, window=window)]

    def _most(self, window: str) -> int:
        """How many jurors can sit at the same moment; conflicts count where they are told, and where the
        candidate cannot come at all it is as far as these facts go."""
        w = [it.id for it in self._instance.windows].index(window)
        for problem in (Problem(self._instance), self._problem(self._others)):
            starts = [start for start in _slots(problem, w) if problem.candidate_can(0, w, start)]
            there = [problem.available(w, start, self._pitch.minutes) for start in starts]
            barred = problem.barred[0] if self._barred else frozenset()
            if there:
                return max(len(jurors - barred) for jurors in there)
        return 0

    def _width(self, window: str) -> int:
        return next(it.minutes for it in self._instance.windows if it.id == window)

    def _about(self, kind: Kind, window: str, more: str, **values: Value) -> Explanation:
        """A reason that is about this pitch in this window."""
        day = when(self._instance, window)
        return self._jury(kind, more, pitch=self._pitch.id, when=day, **values)

    def _jury(self, kind: Kind, more: str, **values: Value) -> Explanation:
        """A reason in the same words for every pitch it concerns, so that it is told once about all."""
        return Explanation(kind.value, (self._pitch.id,), say(f"scheduling.no_{kind.value}{more}", **values))
