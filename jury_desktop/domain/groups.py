"""The candidacies known so far, and which of them a message belongs to."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass, field

from jury_desktop.domain import signs
from jury_desktop.domain.call import Call
from jury_desktop.domain.likeness import Shingles, likeness, shingles, template
from jury_desktop.domain.mail import Mail
from jury_desktop.domain.threads import Threads

_SAME = 0.5


@dataclass(slots=True)
class Group:
    """Everything that belongs to one candidacy.

    :param key: SHA-256 of the message that brought it; ``latest`` is that of the newest message.
    """

    key: str
    latest: str = ""
    houses: set[str] = field(default_factory=set)
    organisations: set[str] = field(default_factory=set)
    message_ids: set[str] = field(default_factory=set)
    documents: set[str] = field(default_factory=set)
    contents: set[str] = field(default_factory=set)
    words: set[str] = field(default_factory=set)
    texts: list[Shingles] = field(default_factory=list)


@dataclass(frozen=True, slots=True)
class Relation:
    """How a message relates to a candidacy.

    :param likeness: with the nearest of its texts; None where there is too little text, and for a mere letter
        that is near one candidacy alone.
    :param repeats: the same form in the body, word for word, without documents.
    :param said_before: its own words, whatever it carries, came with an earlier message.
    """

    house: bool
    organisation: bool
    thread: bool
    likeness: float | None
    repeats: bool
    said_before: bool

    @property
    def rank(self) -> tuple[float, bool, bool, bool]:
        """For choosing the nearest of several candidacies."""
        return self.likeness or 0.0, self.organisation, self.thread, self.house


class Groups:
    """All candidacies, found by the sender's house, the organisation on the form, or the conversation."""

    def __init__(self, mails: Sequence[Mail], call: Call) -> None:
        self._threads = Threads(mails)
        self._groups: dict[str, Group] = {}
        self._by_thread: dict[str, set[str]] = defaultdict(set)
        self._by_sign: dict[str, set[str]] = defaultdict(set)
        self._by_topic: dict[str, set[str]] = defaultdict(set)
        self._order: dict[str, int] = {}
        self._cache: dict[str, Shingles] = {}
        forms = {mail.sha256: mail for mail in mails if signs.has_form(mail, call.form)}
        runs = [(signs.house(mail), shingles(mail.form_text)) for mail in forms.values()]
        self._template = template(runs, call.text)

    def add(self, key: str, mail: Mail) -> None:
        """Remembers the message as part of the candidacy."""
        group = self._groups.setdefault(key, Group(key))
        self._order.setdefault(key, len(self._order))
        self._by_topic[signs.topic(mail)].add(key)
        group.latest = mail.sha256
        group.houses |= {signs.house(mail)} - {""}
        group.organisations |= {signs.organisation(mail)} - {""}
        group.message_ids |= {mail.message_id} - {""}
        for sign in (
            f"house {signs.house(mail)}",
            f"name {signs.organisation(mail)}",
            f"id {mail.message_id}",
        ):
            self._by_sign[sign].add(key)
        self._by_thread[self._threads.of(mail)].add(key)
        group.documents |= {item.sha256 for item in signs.documents(mail)}
        group.contents.add(_said(mail))
        group.words.add(_own_words(mail))
        group.texts.append(self._runs(mail))

    def shares_topic(self, mail: Mail) -> bool:
        """Whether its subject is that of one candidacy alone: worth a look, never a proof that it belongs."""
        topic = signs.topic(mail)
        return bool(topic) and len(self._by_topic.get(topic, ())) == 1

    def home(self, mail: Mail) -> tuple[Group, Relation] | None:
        """The candidacy the message belongs to most likely, or None."""
        near = self._near(mail)
        comparing = len(near) > 1 or bool(mail.fields or mail.attachments)
        related = [
            (group, relation)
            for group in near
            if (relation := self._relation(mail, group, comparing)) is not None
        ]
        return max(related, key=lambda found: found[1].rank, default=None)

    def _near(self, mail: Mail) -> list[Group]:
        """The candidacies that share anything with the message, the oldest first; mostly none."""
        if not self._groups:
            return []
        named = [f"id {identifier}" for identifier in (*mail.in_reply_to, *mail.references)]
        shared = (f"house {signs.house(mail)}", f"name {signs.organisation(mail)}", *named)
        keys = set(self._by_thread.get(self._threads.of(mail), ()))
        keys.update(key for sign in shared for key in self._by_sign.get(sign, ()))
        return [self._groups[key] for key in sorted(keys, key=self._order.__getitem__)]

    def _relation(self, mail: Mail, group: Group, comparing: bool) -> Relation | None:
        """:param comparing: whether the likeness of the texts matters; of a mere letter it does not."""
        house = signs.house(mail) in group.houses
        name = signs.organisation(mail)
        organisation = name in group.organisations
        thread = self._converses(mail, group)
        if not (house or organisation or thread):
            return None
        alike = self._likeness(mail, group) if comparing else None
        stranger = bool(name and group.organisations) and not organisation
        if stranger and (alike or 0) < _SAME:
            return None
        repeats = not signs.documents(mail) and bool(mail.fields) and _said(mail) in group.contents
        return Relation(house, organisation, thread, alike, repeats, _own_words(mail) in group.words)

    def _likeness(self, mail: Mail, group: Group) -> float | None:
        own = self._runs(mail)
        return max(
            (share for text in group.texts if (share := likeness(own, text)) is not None), default=None
        )

    def _converses(self, mail: Mail, group: Group) -> bool:
        """Whether it answers this candidacy: directly, or in a conversation about no other candidacy."""
        if group.message_ids & {*mail.in_reply_to, *mail.references}:
            return True
        return self._by_thread[self._threads.of(mail)] == {group.key}

    def _runs(self, mail: Mail) -> Shingles:
        if mail.sha256 not in self._cache:
            self._cache[mail.sha256] = shingles(mail.form_text) - self._template
        return self._cache[mail.sha256]


def _own_words(mail: Mail) -> str:
    """What the sender typed, without what is quoted."""
    return " ".join(signs.unquoted(mail.text).casefold().split())


def _said(mail: Mail) -> str:
    return " ".join(mail.form_text.casefold().split())
