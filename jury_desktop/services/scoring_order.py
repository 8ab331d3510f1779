"""In which order a juror meets the candidacies: drawn once for each juror, least scored first, and kept.

Who always reads the same proposal first judges it with other eyes than the last; with an order of its own for
each juror that evens out, and a round that breaks off has scores on everything.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable
from hashlib import sha256

from jury_desktop.domain.call import Round
from jury_desktop.domain.candidacy import Candidacy
from jury_desktop.domain.rights import Right
from jury_desktop.domain.selection import Selection
from jury_desktop.services.admission import needs
from jury_desktop.services.ports import Dossier, UnitOfWork
from jury_desktop.services.record import record_change
from jury_desktop.services.rounds import selection_of


def kept_order(uow: UnitOfWork, juror: str, round_: Round) -> tuple[str, ...]:
    """The ids of the candidacies in the order that was drawn; none before that."""
    return tuple(uow.settings.get(_key(juror, round_)).split())


def in_order(candidacies: Iterable[Candidacy], order: tuple[str, ...]) -> tuple[Candidacy, ...]:
    """The candidacies as they were drawn; those that were not, as they come, at the end."""
    places = {key: at for at, key in enumerate(order)}
    return tuple(sorted(candidacies, key=lambda each: places.get(each.id, len(places))))


def is_drawn(candidacies: Iterable[Candidacy], order: tuple[str, ...], round_: Round) -> bool:
    """Whether nothing has to be drawn: pitches go by their plan, and one candidacy has no order."""
    wanted = {each.id for each in candidacies}
    return round_ is Round.PITCH or len(wanted) < 2 or wanted <= set(order)


@needs(Right.SCORE, own="juror")
def draw_order(dossier: Dossier, juror: str, round_: Round) -> None:
    """Draws the order for a juror in the written round; what was drawn before keeps its place."""
    with dossier.change() as uow:
        selection, old = selection_of(uow), kept_order(uow, juror, round_)
        mine = [c for c in selection.in_round(round_) if (juror, c.id) in selection.panel(round_).expected]
        if is_drawn(mine, old, round_):
            return
        fresh = sorted((c.id for c in mine if c.id not in old), key=_draw(selection, juror, round_))
        uow.settings.set(_key(juror, round_), " ".join((*old, *fresh)))
        names = {each.id: each.reference for each in selection.candidacies}
        before, after = ([names[key] for key in keys if key in names] for keys in (old, (*old, *fresh)))
        record_change(uow, "order.drawn", ("juror", uow.jurors.get(juror).name), before, after)


def _draw(selection: Selection, juror: str, round_: Round) -> Callable[[str], tuple[int, str]]:
    """Sorts by how many others scored; equals as a hash of juror and candidacy falls, which nobody steers."""
    submitted = selection.panel(round_).submitted
    scored = Counter(candidacy for who, candidacy in submitted if who != juror)
    return lambda candidacy: (scored[candidacy], sha256(f"{juror} {candidacy}".encode()).hexdigest())


def _key(juror: str, round_: Round) -> str:
    return f"order.{round_.value}.{juror}"
