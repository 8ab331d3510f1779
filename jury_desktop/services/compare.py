"""Two messages or versions beside each other: the form, what was written, and what each document says."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum

from jury_desktop.domain.candidacy import Candidacy, Version
from jury_desktop.domain.difference import Line, difference, differs, lines_of
from jury_desktop.domain.entry import Placed
from jury_desktop.domain.errors import RuleError
from jury_desktop.domain.likeness import likeness, shingles
from jury_desktop.domain.mail import Attachment, FieldValue, Mail
from jury_desktop.domain.messages import Message, say
from jury_desktop.domain.rights import Right
from jury_desktop.domain.signs import unquoted
from jury_desktop.mailbox.child import Child, UnreadError, revived
from jury_desktop.services.admission import needs
from jury_desktop.services.ports import Dossier, UnitOfWork


class Part(StrEnum):
    """What a section of the comparison is about."""

    FIELDS = "fields"
    TEXT = "text"
    DOCUMENT = "document"


@dataclass(frozen=True, slots=True)
class Section:
    """One part of the two, beside each other.

    :param name: of the document, else empty.
    :param identical: the very same file, so that nothing is shown of it.
    :param notes: why a document has no text to compare.
    """

    part: Part
    name: str
    lines: tuple[Line, ...]
    identical: bool = False
    notes: tuple[Message, ...] = ()

    @property
    def changes(self) -> int:
        """How many lines differ."""
        return differs(self.lines)


@dataclass(frozen=True, slots=True)
class Side:
    """One of the two: its message, and the number of the version it brought (None: it brought none)."""

    placed: Placed
    version: int | None


@dataclass(frozen=True, slots=True)
class Comparison:
    """Two messages beside each other, the older one first."""

    old: Side
    new: Side
    sections: tuple[Section, ...]

    @property
    def changes(self) -> int:
        """How many lines differ in all."""
        return sum(section.changes for section in self.sections)

    @property
    def likeness(self) -> float | None:
        """Share of the three-word runs that both have, 0 to 1; None where there is too little text to tell.

        Files that are the same count for nothing here: their text was not read.
        """
        lines = [line for section in self.sections for line in section.lines]
        old, new = (
            "\n".join("".join(piece.text for piece in side) for side in sides)
            for sides in ([line.old for line in lines], [line.new for line in lines])
        )
        return likeness(shingles(old), shingles(new))


@needs(Right.SEE_WORK)
def compare(dossier: Dossier, old: str, new: str) -> Comparison:
    """Compares two messages (by SHA-256); of one that brought a version, all that the version holds.

    :raises JuryError: one of the two could not be read.
    """
    with dossier.read() as uow:
        older, newer = _Whole(uow, old), _Whole(uow, new)
        names = {field.key: field.labels[0] for field in uow.call.form}
        contents = {key: uow.blobs.get(key) for key in older.keys ^ newer.keys}
    with Child() as reading:
        documents = _documents(older.files, newer.files, _Texts(reading, contents))
    fields = _section(Part.FIELDS, _told(older.fields, names), _told(newer.fields, names))
    text = _section(Part.TEXT, _written(older.mail), _written(newer.mail))
    return Comparison(older.side, newer.side, (fields, text, *documents))


class _Whole:
    """A message with what belongs to it as the dossier has it: of a version, what it carried over too."""

    def __init__(self, uow: UnitOfWork, sha256: str) -> None:
        placed = uow.mails.get(sha256)
        if not isinstance(placed.mail, Mail):
            raise RuleError(say("import.unreadable_not_compared"))
        version = _version(uow.candidacies.find(id=placed.candidacy) if placed.candidacy else (), sha256)
        self.mail = placed.mail
        self.side = Side(placed, version.number if version else None)
        self.fields = version.fields if version else placed.mail.fields
        self.files = version.attachments if version else placed.mail.attachments

    @property
    def keys(self) -> frozenset[str]:
        """The documents whose text can be asked for."""
        return frozenset(file.sha256 for file in self.files if file.problem is None and file.bytes)


def _version(found: Sequence[Candidacy], mail: str) -> Version | None:
    return next((version for home in found for version in home.versions if version.mail == mail), None)


class _Texts:
    """The text of documents, read in a process of its own, for they may be hostile."""

    def __init__(self, reading: Child, contents: Mapping[str, bytes]) -> None:
        self._reading = reading
        self._contents = contents

    def of(self, file: Attachment | None) -> tuple[str, tuple[Message, ...]]:
        """The text of a file, and why there is none."""
        if file is None or file.sha256 not in self._contents:
            problem = file.problem if file is not None else None
            return "", (problem,) if problem else ()
        try:
            content = self._contents[file.sha256]
            head, _ = self._reading.ask("document", content, media_type=file.media_type)
        except UnreadError as error:
            return "", (error.message,)
        problem = revived(head["problem"])
        nothing = say("import.no_text", name=file.name)
        return head["text"], () if head["text"].strip() else (problem or nothing,)


def _documents(old: Sequence[Attachment], new: Sequence[Attachment], texts: _Texts) -> list[Section]:
    sections = []
    for one, other in _pairs(old, new):
        name = " → ".join(dict.fromkeys(file.name for file in (one, other) if file is not None))
        if one is not None and other is not None and one.sha256 == other.sha256:
            sections.append(Section(Part.DOCUMENT, name, (), identical=True))
            continue
        (before, problem), (after, trouble) = texts.of(one), texts.of(other)
        lines = difference(lines_of(before), lines_of(after))
        sections.append(Section(Part.DOCUMENT, name, lines, notes=(*problem, *trouble)))
    return sections


def _pairs(
    old: Sequence[Attachment], new: Sequence[Attachment]
) -> list[tuple[Attachment | None, Attachment | None]]:
    """Which document of the new side takes the place of which old one: equal, by name, then by kind."""
    left, pairs = list(old), []
    matched: dict[int, Attachment] = {}
    for same in (_same_content, _same_name, _same_kind):
        for at, file in enumerate(new):
            found = next((each for each in left if at not in matched and same(each, file)), None)
            if found is not None:
                matched[at] = found
                left.remove(found)
    pairs = [(matched.get(at), file) for at, file in enumerate(new)]
    return [*pairs, *((file, None) for file in left)]


def _same_content(one: Attachment, other: Attachment) -> bool:
    return one.sha256 == other.sha256


def _same_name(one: Attachment, other: Attachment) -> bool:
    return one.name.casefold() == other.name.casefold()


def _same_kind(one: Attachment, other: Attachment) -> bool:
    return one.media_type == other.media_type


def _section(part: Part, old: str, new: str) -> Section:
    return Section(part, "", difference(lines_of(old), lines_of(new)))


def _told(fields: Sequence[FieldValue], names: Mapping[str, str]) -> str:
    """A line per field, under the name that the form of the call gives it."""
    lines = (f"{names.get(field.key, field.key)}: {field.value}" for field in fields)
    return "\n".join(" ".join(line.split()) for line in lines)


def _written(mail: Mail) -> str:
    return f"{mail.subject}\n{unquoted(mail.text)}"
