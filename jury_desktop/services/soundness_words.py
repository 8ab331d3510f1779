"""Where in a dossier something is wrong, as a regisseur knows it: whose sheet, which letter."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from functools import cached_property

from jury_desktop.domain.errors import StorageError
from jury_desktop.domain.mail import Mail, UnreadableMail
from jury_desktop.domain.messages import Message, Phrase, Value, say
from jury_desktop.domain.outgoing import Letter
from jury_desktop.domain.packet import IssuedPacket
from jury_desktop.domain.sheet import Sheet
from jury_desktop.domain.soundness import EVENT, Finding
from jury_desktop.services.ports import UnitOfWork

_WHOLE = {"blob_chunk": "blob", "blob_stretch": "blob", "journal_end": EVENT, "seal": EVENT}
"""What a table is part of, where its name does not say so by its beginning."""
_SHORT = 8
"""Characters of a key that nobody knows by name."""


class Places:
    """Gives things in a dossier their names. What cannot be read itself goes by its kind and key."""

    def __init__(self, uow: UnitOfWork) -> None:
        self._uow = uow

    def of(self, finding: Finding) -> Message:
        """Where it is."""
        kind, key = _WHOLE.get(finding.kind, finding.kind), finding.key
        if not kind:
            return say("soundness.inside")
        if kind == EVENT:
            return self._event(key)
        try:
            named = self._named.get(kind, _nothing)(key) if key else None
        except (StorageError, KeyError):
            named = None
        return named or say(f"soundness.some_{_of_table(kind)}", id=key[:_SHORT])

    @cached_property
    def _named(self) -> Mapping[str, Callable[[str], Message | None]]:
        return {
            "candidacy": lambda key: say("soundness.candidacy", **self._candidacy(key)),
            "juror": lambda key: say("soundness.juror", juror=self._juror(key)),
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
            "blob": self._content,
        }

    def _event(self, key: str) -> Message:
        return say("soundness.event", number=key)

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

    def _content(self, key: str) -> Message | None:
        """A content by what it is in: a letter, a message, an attachment."""
        return self._contents.get(key)

    @cached_property
    def _contents(self) -> Mapping[str, Message]:
        return dict(self._holders())

    def _holders(self) -> Iterator[tuple[str, Message]]:
        for placed in self._uow.mails.all():
            mail = placed.mail
            for file in mail.attachments if isinstance(mail, Mail) else ():
                yield file.sha256, say("soundness.attachment", name=file.name, sender=mail.sender.email)
            yield mail.sha256, _named_mail(mail)
        for letter in self._uow.letters.find():
            yield from ((key, self.letter(letter)) for key in (letter.pdf, letter.signed, letter.grounds))


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
