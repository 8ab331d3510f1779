"""Where in a dossier something is wrong, as a regisseur knows it: whose sheet, which letter."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from contextlib import suppress
from functools import cached_property

from jury_desktop.domain.candidacy import Candidacy
from jury_desktop.domain.errors import StorageError
from jury_desktop.domain.mail import Mail, UnreadableMail
from jury_desktop.domain.messages import Message, Phrase, Value, say
from jury_desktop.domain.outgoing import Letter
from jury_desktop.domain.packet import IssuedPacket
from jury_desktop.domain.sheet import Sheet
from jury_desktop.domain.soundness import EVENT, Finding
from jury_desktop.services.ports import Dossier, UnitOfWork

_WHOLE = {"blob_chunk": "blob", "blob_stretch": "blob", "journal_end": EVENT, "seal": EVENT}
"""What a table is part of, where its name does not say so by its beginning."""
_SHORT = 8
"""Characters of a key that nobody knows by name."""


class Places:
    """Gives things in a dossier their names. What cannot be read itself goes by what the finding knows of it,
    or its key. Each is read apart: what breaks one off leaves the others their names."""

    def __init__(self, dossier: Dossier) -> None:
        self._dossier = dossier

    def of(self, finding: Finding) -> Message:
        """Where it is."""
        kind, key = _WHOLE.get(finding.kind, finding.kind), finding.key
        if not kind:
            return say("soundness.inside")
        if not key:
            return say("soundness.table", name=finding.kind)
        if kind == EVENT:
            return say("soundness.event", number=key)
        named = self._named(kind, key)
        return named or say(f"soundness.some_{_of_table(kind)}", id=finding.about or key[:_SHORT])

    def _named(self, kind: str, key: str) -> Message | None:
        if kind == "blob":
            return self._contents.get(key)
        try:
            with self._dossier.read() as uow:
                return Names(uow).of(kind, key)
        except (StorageError, KeyError):
            return None

    @cached_property
    def _contents(self) -> Mapping[str, Message]:
        """Contents by what they are in: a letter, a message, an attachment."""
        found: dict[str, Message] = {}
        for holders in (_in_mail, _in_letters):
            with suppress(StorageError), self._dossier.read() as uow:
                found.update(holders(uow))
        return found


class Names:
    """The names of things that can be read."""

    def __init__(self, uow: UnitOfWork) -> None:
        self._uow = uow

    def of(self, kind: str, key: str) -> Message | None:
        """The name of a thing; None where things of its kind have none.

        :raises KeyError: it is not there; :raises StorageError: it cannot be read.
        """
        return self._named.get(kind, _nothing)(key)

    @cached_property
    def _named(self) -> Mapping[str, Callable[[str], Message | None]]:
        return {
            "candidacy": lambda key: _candidacy(self._uow.candidacies.get(key)),
            "juror": lambda key: say("soundness.juror", juror=self._uow.jurors.get(key).name),
            "conflict": self._conflict,
            "sheet": lambda key: self._sheet(self._uow.sheets.get(key)),
            "plan": lambda key: say("soundness.plan", version=self._uow.plans.get(key).version),
            "decision": self._decision,
            "letter": lambda key: self.letter(self._uow.letters.get(key)),
            "rebuttal": lambda key: self._about("rebuttal", self._uow.rebuttals.get(key).candidacy),
            "packet": lambda key: self._packet(self._uow.packets.get(key)),
            "pitch_run": lambda key: self._about("pitch_run", self._uow.runs.get(key).candidacy),
            "talk": lambda key: self._about("talk", self._uow.talks.get(key).candidacy),
            "mail": lambda key: _named_mail(self._uow.mails.get(key).mail),
            "setting": lambda key: say("soundness.setting", name=key),
        }

    def _candidacy(self, key: str) -> dict[str, Value]:
        """Where it is gone itself, by what is left: its key."""
        try:
            found = self._uow.candidacies.get(key)
        except (StorageError, KeyError):
            return {"reference": key[:_SHORT], "organisation": "?"}
        return {"reference": found.reference, "organisation": found.organisation}

    def _about(self, kind: str, candidacy: str) -> Message:
        return say(f"soundness.{kind}", **self._candidacy(candidacy))

    def _juror(self, key: str) -> str:
        try:
            return self._uow.jurors.get(key).name
        except (StorageError, KeyError):
            return key[:_SHORT]

    def _conflict(self, key: str) -> Message:
        found = self._uow.conflicts.get(key)
        return say("soundness.conflict", juror=self._juror(found.juror), **self._candidacy(found.candidacy))

    def _sheet(self, sheet: Sheet) -> Message:
        about = self._candidacy(sheet.candidacy)
        round_ = Phrase(f"actions.value_{sheet.round.value}")
        return say("soundness.sheet", juror=self._juror(sheet.juror), round=round_, **about)

    def _packet(self, packet: IssuedPacket) -> Message:
        return say("soundness.packet", juror=self._juror(packet.juror))

    def _decision(self, key: str) -> Message:
        found = self._uow.decisions.get(key)
        stage = Phrase(f"minutes.stage_{found.stage.value}")
        return say("soundness.decision", stage=stage, **self._candidacy(found.candidacy))

    def letter(self, letter: Letter) -> Message:
        """A letter."""
        type_ = Phrase(f"actions.value_{letter.type}")
        return say("soundness.letter", type=type_, **self._candidacy(letter.candidacy))


def _in_mail(uow: UnitOfWork) -> Iterator[tuple[str, Message]]:
    for placed in uow.mails.all():
        mail = placed.mail
        for file in mail.attachments if isinstance(mail, Mail) else ():
            yield file.sha256, say("soundness.attachment", name=file.name, sender=mail.sender.email)
        yield mail.sha256, _named_mail(mail)


def _in_letters(uow: UnitOfWork) -> Iterator[tuple[str, Message]]:
    names = Names(uow)
    for letter in uow.letters.find():
        yield from ((key, names.letter(letter)) for key in (letter.pdf, letter.signed, letter.grounds))


def _candidacy(found: Candidacy) -> Message:
    return say("soundness.candidacy", reference=found.reference, organisation=found.organisation)


def _named_mail(mail: Mail | UnreadableMail) -> Message:
    return say("soundness.mail", subject=mail.subject or mail.source, sender=mail.sender.email or "?")


def _nothing(key: str) -> None:
    return None


def _of_table(table: str) -> str:
    """What the rows of a table are part of: "candidacy_version" of a candidacy."""
    return next((kind for kind in _KINDS if table == kind or table.startswith(f"{kind}_")), "other")


_KINDS = (
    "account",
    "candidacy",
    "juror",
    "conflict",
    "sheet",
    "plan",
    "decision",
    "letter",
    "rebuttal",
    "packet",
    "pitch_run",
    "talk",
    "meeting",
    "mail",
    "setting",
    "session_window",
    "practice",
    "dossier",
    "blob",
)
