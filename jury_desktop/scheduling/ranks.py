"""What a roster costs at least when each juror stays from one rank of a room to another.

A roster (:mod:`roster`) counts who comes and how many each hears. Here a juror who attends a window stays
from some rank to some rank of it, so that every rank has its quorum, and waits for the pauses in between.
Which pitch is heard is still left open. With the attendance given that is worked out in some hundredths of a
second.
"""

from __future__ import annotations

from itertools import pairwise

from ortools.sat.python import cp_model

from jury_desktop.scheduling.board import Linear, Literal, total, weighted
from jury_desktop.scheduling.problem import Problem

MOST_RANKS = 8
"""Pitches in a room up to which ranks are looked at one by one."""


class Ranks:
    """Adds the ranks of a window's only room to a model of rosters.

    :param held: how many pitches stand in the window, ``most`` at most.
    :param attends: by juror whether the window is attended; ``hears`` how many pitches.
    """

    def __init__(self, problem: Problem, model: cp_model.CpModel, held: Linear, most: int) -> None:
        self.problem = problem
        self.model = model
        self.most = most
        self.used = [model.new_bool_var("") for _ in range(most)]
        for one, next_ in pairwise(self.used):
            model.add_implication(next_, one)
        model.add(total(self.used) == held)
        self.pauses = self._paused()
        self.covers: list[list[Literal]] = [[] for _ in range(most)]
        self.passes: list[Linear] = []
        self._long: list[Linear] = []
        self._crosses: list[list[Literal]] = [[] for _ in range(most)]

    def _paused(self) -> list[Literal]:
        """One pause among any ``break_after`` gaps that follow each other."""
        every = self.problem.rules.break_after
        pauses = [self.model.new_bool_var("") for _ in range(self.most - 1)]
        for first in range(self.most - every):
            self.model.add(total(pauses[first : first + every]) >= self.used[first + every])
        return pauses

    def stay(self, attends: Literal, hears: Linear) -> None:
        """One juror more, who stays from one rank to another and passes over some in between."""
        every = self.problem.rules.break_after
        spans = {
            (first, last): self.model.new_bool_var("")
            for first in range(self.most)
            for last in range(first, self.most)
        }
        self.model.add(total(spans.values()) == attends)
        passes = self.model.new_int_var(0, self.most, "")
        length = weighted((last - first + 1, span) for (first, last), span in spans.items())
        self.model.add(hears == length - passes)
        self.passes.append(passes)
        self._long += [(last - first) // every * span for (first, last), span in spans.items()]
        for (first, last), span in spans.items():
            for rank in range(first, last + 1):
                self.covers[rank].append(span)
            for rank in range(first, last):
                self._crosses[rank].append(span)

    def waits(self) -> Linear:
        """How often a juror waits for a pause; call it when every juror has been told."""
        rules, everybody = self.problem.rules, len(self.problem.jurors)
        waits = [self.model.new_int_var(0, everybody, "") for _ in self.pauses]
        for wait, pause, crosses in zip(waits, self.pauses, self._crosses, strict=False):
            self.model.add(wait >= total(crosses) - everybody * (1 - pause))
        self.model.add(total(waits) >= total(self._long))
        beyond = [self.model.new_int_var(0, everybody, "") for _ in self.used]
        for used, covers, more in zip(self.used, self.covers, beyond, strict=True):
            self.model.add(total(covers) >= rules.quorum * used)
            self.model.add(total(covers) <= (rules.panel_max or 0) * used + more)
            self.model.add(more <= everybody * used)
        self.model.add(total(self.passes) >= total(beyond))
        return total(waits)
