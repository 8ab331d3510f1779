"""Letters on their way: what left, with proof, and when a letter with receipt was presented."""

from __future__ import annotations

import json
from collections.abc import Iterator, Sequence
from dataclasses import replace
from datetime import date
from itertools import zip_longest

from jury_desktop import codec
from jury_desktop.domain.call import BRUSSELS
from jury_desktop.domain.candidacy import Candidacy
from jury_desktop.domain.due import Due
from jury_desktop.domain.errors import RuleError, refuse
from jury_desktop.domain.letter import LetterType
from jury_desktop.domain.messages import say
from jury_desktop.domain.outgoing import Dispatch, Letter, LetterState, tells_number, too_early
from jury_desktop.domain.rights import Right
from jury_desktop.domain.selection import Selection
from jury_desktop.domain.term import BY_POST, Channel
from jury_desktop.services.admission import needs
from jury_desktop.services.letter_book import changed_in, is_outdated, owed
from jury_desktop.services.letter_data import UNPLANNED
from jury_desktop.services.letter_fate import NO_FATE
from jury_desktop.services.letter_replaced import Replaced, replaced
from jury_desktop.services.letter_wanted import Wanted
from jury_desktop.services.letterhead import House, house_of
from jury_desktop.services.ports import Dossier, UnitOfWork
from jury_desktop.services.record import record_change
from jury_desktop.services.rounds import selection_of


@needs(Right.WRITE_LETTERS)
def send_letters(dossier: Dossier, letters: Sequence[str], dispatch: Dispatch) -> tuple[Letter, ...]:
    """Marks final letters (by id) as sent: channel, moment and address are the proof of dispatch.

    Refused, all of them, when one is not final, is not owed any more, no longer says what the dossier says,
    has no address, or was registered without a number, and when the moments cannot be right. One that
    came back may leave again; the journal keeps how it left before.
    """
    if dispatch.sent_at > dossier.now():
        raise refuse("letter_book.sent_in_the_future", moment=dispatch.sent_at)
    dossier.turning()
    with dossier.change() as uow:
        selection = selection_of(uow)
        olds = [uow.letters.get(key) for key in letters]
        for old in olds:
            _refuse_unfit(uow, selection, old)
        left = zip(olds, _numbered(dispatch, len(olds)), strict=True)
        return tuple(_send(uow, selection.candidacy(old.candidacy), old, each) for old, each in left)


@needs(Right.WRITE_LETTERS)
def record_presentation(dossier: Dossier, letter: str, presented: date) -> Letter:
    """Keeps the day on which a letter with receipt was presented; its weerwoord term counts from there."""
    today = dossier.now().astimezone(BRUSSELS).date()
    with dossier.change() as uow:
        old = uow.letters.get(letter)
        reference = uow.candidacies.get(old.candidacy).reference
        if old.channel != Channel.REGISTERED_RECEIPT or presented > today:
            raise RuleError(say("letter_book.presented_impossible", reference=reference, day=presented))
        new = _presented(old, presented)
        uow.letters.save(new)
        record_change(uow, "letter.presented", ("candidacy", reference), old, new)
        return new


@needs(Right.WRITE_LETTERS)
def take_back_dispatch(dossier: Dossier, letters: Sequence[str], reason: str) -> tuple[Letter, ...]:
    """Notes that letters marked as sent have not left after all: they are final again; needs a reason.

    One that had left before, and came back, is as it was then.

    Refused once a rebuttal answers one, or what it made known was revised on the strength of it.
    """
    if not reason.strip():
        raise refuse("letter_book.take_back_needs_reason")
    with dossier.change() as uow:
        selection = selection_of(uow)
        return tuple(_take_back(uow, selection, uow.letters.get(key), reason.strip()) for key in letters)


def address_of(candidacy: Candidacy, channel: Channel) -> str:
    """Where a letter to a candidacy goes by a channel; "" when the dossier does not know."""
    return (candidacy.email if channel is Channel.EMAIL else candidacy.address).strip()


def address_for(letter: Letter, candidacy: Candidacy, channel: Channel) -> str:
    """Where a letter goes by a channel; "" when the dossier knows nothing but where it came back from."""
    known = address_of(candidacy, channel)
    return "" if letter.came_back and known == letter.sent_to else known


def _refuse_unfit(uow: UnitOfWork, selection: Selection, letter: Letter) -> None:
    candidacy, house = selection.candidacy(letter.candidacy), house_of(selection.call, uow.settings)
    if letter.came_back:
        _refuse_again(selection, house, letter)
        return
    if letter.state is not LetterState.FINAL:
        raise RuleError(say("letter_book.not_final", reference=candidacy.reference))
    due = Due(LetterType(letter.type), letter.about)
    if due not in owed(selection, candidacy) or is_outdated(selection, house, letter):
        raise RuleError(say("letter_book.outdated", reference=candidacy.reference))
    if Wanted(selection, house, candidacy, due, UNPLANNED).unconfirmed:
        raise RuleError(say("letter_book.unconfirmed", reference=candidacy.reference))


def _refuse_again(selection: Selection, house: House, letter: Letter) -> None:
    """Who answered has read it, and what is otherwise now needs another letter."""
    reference = selection.candidacy(letter.candidacy).reference
    if any(rebuttal.letter == letter.id for rebuttal in selection.rebuttals):
        raise RuleError(say("letter_book.relied_on", reference=reference))
    if replaced(selection, letter) is not Replaced.NOT:
        raise RuleError(say("letter_book.replaced", reference=reference))
    if changed_in(selection, house, letter):
        raise RuleError(say("letter_book.outdated", reference=reference))


def _numbered(dispatch: Dispatch, count: int) -> Iterator[Dispatch]:
    """The same for each of some letters, with its own number."""
    numbers = dispatch.postal_reference.splitlines() if count > 1 else [dispatch.postal_reference]
    return (
        replace(dispatch, postal_reference=number.strip())
        for number, _ in zip_longest(numbers[:count], range(count), fillvalue="")
    )


def _send(uow: UnitOfWork, candidacy: Candidacy, old: Letter, dispatch: Dispatch) -> Letter:
    if (why := too_early(old, dispatch.sent_at, candidacy.reference)) is not None:
        raise RuleError(why)
    address = dispatch.sent_to.strip() or address_for(old, candidacy, dispatch.channel)
    if not address and old.came_back:
        raise RuleError(say("letter_book.came_back_from", reference=candidacy.reference, address=old.sent_to))
    if not address:
        missing = "no_email" if dispatch.channel is Channel.EMAIL else "no_address"
        raise RuleError(say(f"letter_book.{missing}", reference=candidacy.reference))
    if dispatch.channel in BY_POST and not tells_number(dispatch.postal_reference):
        raise RuleError(say("letter_book.no_number", reference=candidacy.reference))
    new = replace(
        old,
        state=LetterState.SENT,
        channel=dispatch.channel.value,
        sent_at=dispatch.sent_at,
        sent_to=address,
        postal_reference=dispatch.postal_reference,
        **NO_FATE,
    )
    if dispatch.presented is not None and dispatch.channel is Channel.REGISTERED_RECEIPT:
        new = _presented(new, dispatch.presented)
    uow.letters.save(new)
    record_change(uow, "letter.sent", ("candidacy", candidacy.reference), old, new)
    return new


def _presented(letter: Letter, presented: date) -> Letter:
    assert letter.sent_at is not None
    sent = letter.sent_at.astimezone(BRUSSELS).date()
    if presented < sent:
        raise RuleError(say("term.presented_before_sent", presented=presented, sent=sent))
    return replace(letter, presented=presented)


def _take_back(uow: UnitOfWork, selection: Selection, old: Letter, reason: str) -> Letter:
    candidacy = selection.candidacy(old.candidacy)
    if not old.sent:
        raise RuleError(say("letter_book.not_sent", reference=candidacy.reference))
    revised = replaced(selection, old) is not Replaced.NOT
    if revised or any(rebuttal.letter == old.id for rebuttal in selection.rebuttals):
        raise RuleError(say("letter_book.relied_on", reference=candidacy.reference))
    new = _left_before(uow, candidacy.reference, old) or _not_left(old)
    uow.letters.save(new)
    record_change(uow, "letter.dispatch_withdrawn", ("candidacy", candidacy.reference), old, new, reason)
    return new


def _not_left(letter: Letter) -> Letter:
    left = replace(letter, state=LetterState.FINAL, channel="", sent_at=None, **NO_FATE)
    return replace(left, sent_to="", postal_reference="")


def _left_before(uow: UnitOfWork, reference: str, letter: Letter) -> Letter | None:
    """The letter as it was when it left last, if that was not the first time: so the journal keeps it."""
    whole = json.loads(codec.dump(letter, Letter))
    for event in reversed(uow.journal.about("candidacy", [reference])):
        if event.action == "letter.sent":
            earlier = codec.load(json.dumps(whole | json.loads(event.old)), Letter)
            left = codec.load(json.dumps(whole | json.loads(event.new)), Letter)
            if left == replace(letter, **NO_FATE):
                return earlier if earlier.sent else None
    return None
