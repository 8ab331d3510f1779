"""The checklist of a candidacy: what the regisseur says about an item, and the way back."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace

from jury_desktop.domain.call import Call
from jury_desktop.domain.candidacy import Candidacy, ItemCheck, ItemState
from jury_desktop.domain.completeness import items_of
from jury_desktop.domain.rights import Right
from jury_desktop.services.admission import needs
from jury_desktop.services.ports import Dossier, UnitOfWork
from jury_desktop.services.record import record_change


@needs(Right.KEEP_INTAKE)
def check_item(
    dossier: Dossier, candidacy: str, item: str, state: ItemState | None, reason: str = ""
) -> Candidacy:
    """Keeps what the regisseur says about an item (by its key); None leaves it to the program again."""
    with dossier.change() as uow:
        old = uow.candidacies.get(candidacy)
        others = tuple(check for check in old.checks if check.item != item)
        said = () if state is None else (_said(old, item, state, reason.strip()),)
        return _keep(uow, old, (*others, *said), reason.strip())


@needs(Right.KEEP_INTAKE)
def put_checks(dossier: Dossier, candidacy: str, checks: tuple[ItemCheck, ...]) -> Candidacy:
    """Puts all that was said about the items back as it was: the way back from the other verbs."""
    with dossier.change() as uow:
        return _keep(uow, uow.candidacies.get(candidacy), checks, "")


def _said(old: Candidacy, item: str, state: ItemState, reason: str) -> ItemCheck:
    """A day by which to answer stays as long as the item is to come."""
    before = next((check for check in old.checks if check.item == item), None)
    stays = before is not None and before.state is state
    return ItemCheck(item, state, reason, before.answer_by if before and stays else None)


def _keep(uow: UnitOfWork, old: Candidacy, checks: tuple[ItemCheck, ...], reason: str) -> Candidacy:
    """Journals by title what differs; an item that is left to the program has no state of its own."""
    new = replace(old, checks=checks)
    if set(new.checks) != set(old.checks):
        uow.candidacies.save(new)
        before, after = _titled(uow.call, old.checks), _titled(uow.call, new.checks)
        changed = [title for title in {**before, **after} if before.get(title) != after.get(title)]
        record_change(
            uow,
            "candidacy.checked",
            ("candidacy", old.reference),
            {title: before[title] for title in changed if title in before},
            {title: after[title] for title in changed if title in after},
            reason,
        )
    return new


def _titled(call: Call, checks: Iterable[ItemCheck]) -> dict[str, list[object]]:
    """State, and the day by which an answer was asked, by the title of the item."""
    titles = {item.key: item.title for item in items_of(call)}
    return {
        titles.get(check.item, check.item): [
            check.state.value,
            *([check.answer_by] if check.answer_by else []),
        ]
        for check in checks
    }
