"""Which candidate a reply may come from: by its conversation, its sender, and the references it names.

Nothing of a message can be trusted: anybody may write an In-Reply-To, a sender, a reference. So a match is a
proposal, with what it rests on; and it is one only where everything that speaks says the same.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from enum import StrEnum

from jury_desktop.domain import signs
from jury_desktop.domain.mail import Mail


class Sign(StrEnum):
    """What may connect a message with a candidate."""

    ADDRESS = "address"
    """It was sent from an address of the candidate."""
    HOUSE = "house"
    """It was sent from the mail domain of the candidate, by somebody we do not know."""
    THREAD = "thread"
    """It answers a message of the candidate, or of ours to the candidate."""
    REFERENCE = "reference"
    """It names the reference of the candidacy."""


_FROM = frozenset({Sign.ADDRESS, Sign.HOUSE})


@dataclass(frozen=True, slots=True)
class Known:
    """What is known of one candidate.

    :param key: id of the candidacy; ``reference`` its number for people.
    :param addresses: from the form and of every message that brought something, lower case.
    :param houses: the mail domains of those, as :func:`signs.house` gives them.
    :param identifiers: Message-IDs and other names of the messages to and from the candidate.
    """

    key: str
    reference: str
    addresses: frozenset[str]
    houses: frozenset[str]
    identifiers: frozenset[str]


@dataclass(frozen=True, slots=True)
class Match:
    """What connects a message with candidates.

    :param signs: by id of the candidacy, what points to it.
    :param sure: the one candidate that everything points to, its sender included; None: a person has to say.
    """

    signs: tuple[tuple[str, frozenset[Sign]], ...]
    sure: str | None

    @property
    def candidates(self) -> tuple[str, ...]:
        """Every candidacy that something points to."""
        return tuple(key for key, _ in self.signs)

    def of(self, key: str) -> frozenset[Sign]:
        """What points to one candidacy."""
        return dict(self.signs).get(key, frozenset())


def from_mail(key: str, reference: str, emails: Iterable[str], mails: Sequence[Mail]) -> Known:
    """A candidate as its form and messages show it.

    :param emails: addresses that stand on the form.
    """
    addresses = {mail.sender.email for mail in mails} | set(emails)
    houses = {signs.house_of(email) for email in addresses}
    names = {name for mail in mails for name in (mail.message_id, *mail.references, *mail.in_reply_to)}
    return Known(
        key,
        reference,
        frozenset(email.strip().lower() for email in addresses) - {""},
        frozenset(houses) - {""},
        frozenset(names) - {""},
    )


def match(mail: Mail, everybody: Sequence[Known]) -> Match:
    """What connects a message with each candidate, and the one it must be from, if anything says so.

    Sure is only the candidate that every kind of sign in the message points to, whose own address it was sent
    from, or whose mail domain together with the conversation or the reference.
    """
    named = _references(mail)
    found = {each.key: has for each in everybody if (has := _signs(mail, each, named))}
    kinds = (_FROM, {Sign.THREAD}, {Sign.REFERENCE})
    spoken = [keys for kind in kinds if (keys := {key for key, has in found.items() if has & kind})]
    agreed = set.intersection(*spoken) if spoken else set()
    only = next(iter(agreed)) if len(agreed) == 1 else None
    elsewhere = any(Sign.REFERENCE in has for key, has in found.items() if key != only)
    sure = only is not None and _is_enough(found[only]) and not elsewhere
    return Match(tuple(found.items()), only if sure else None)


def _is_enough(has: frozenset[Sign]) -> bool:
    return Sign.ADDRESS in has or (Sign.HOUSE in has and len(has) > 1)


def _signs(mail: Mail, one: Known, named: frozenset[str]) -> frozenset[Sign]:
    found = set()
    if mail.sender.email.strip().lower() in one.addresses:
        found.add(Sign.ADDRESS)
    elif signs.house(mail) in one.houses:
        found.add(Sign.HOUSE)
    if one.identifiers & {*mail.in_reply_to, *mail.references}:
        found.add(Sign.THREAD)
    if _plain(one.reference) in named:
        found.add(Sign.REFERENCE)
    return frozenset(found)


_REFERENCE = re.compile(r"(?<![\w-])([a-z]{1,20})-(\d{1,9})(?!\w|-\w)")
"""What may be a reference: letters, a hyphen and a number, as a word of its own."""


def _references(mail: Mail) -> frozenset[str]:
    """The references that stand in subject or text; K-3 and K-03 are the same."""
    said = f"{mail.subject}\n{mail.text}".casefold()
    return frozenset(f"{letters}-{int(number)}" for letters, number in _REFERENCE.findall(said))


def _plain(reference: str) -> str:
    letters, _, number = reference.casefold().partition("-")
    return f"{letters}-{int(number)}" if number.isdecimal() else reference.casefold()
