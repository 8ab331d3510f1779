"""How letters are worded in a dossier: texts of one's own, the shipped ones, and what a lawyer approved."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date
from pathlib import Path

from jury_desktop import codec
from jury_desktop.domain.call import BRUSSELS
from jury_desktop.domain.disk import why_unread
from jury_desktop.domain.errors import RuleError, refuse
from jury_desktop.domain.letter import Block, LetterData, LetterType
from jury_desktop.domain.letter_texts import Approval, LetterTexts, OwnText, TextKind, fingerprint
from jury_desktop.domain.messages import say
from jury_desktop.domain.rights import Right
from jury_desktop.letters import sources
from jury_desktop.services.admission import needs
from jury_desktop.services.ports import Dossier, UnitOfWork
from jury_desktop.services.record import record_change

_OWN, _APPROVALS = "letter.texts", "letter.approvals"
HEAVIEST_LOGO = 5_000_000
"""Bytes that the file of a logo may have."""
_LOGO, _LOGO_ALT = "letter.logo", "letter.logo_alt"
"""The settings of a dossier that hold them."""


@dataclass(frozen=True, slots=True)
class TextRow:
    """A text of the letters as it is in a dossier.

    :param name: as it is called in letters.
    :param law: what a block rests on, and ``version`` which one it is; both "" for a letter.
    :param shipped: what the program brings, ``text`` what the dossier uses.
    :param approval: of a block, the last one, of these words or of others; ``approved`` when it is of these.
    """

    kind: TextKind
    name: str
    shipped: OwnText
    text: OwnText
    law: str = ""
    version: str = ""
    approval: Approval | None = None
    approved: bool = False

    @property
    def own(self) -> bool:
        """Whether it is worded otherwise than shipped."""
        return self.text != self.shipped


@dataclass(frozen=True, slots=True)
class TextChange:
    """What became of the texts, so that it can be taken back."""

    before: LetterTexts
    after: LetterTexts


def texts_of(uow: UnitOfWork) -> LetterTexts:
    """What a dossier words otherwise, and which blocks were approved in it."""
    own, approvals = uow.settings.get(_OWN), uow.settings.get(_APPROVALS)
    return LetterTexts(
        tuple(codec.load(own, dict[str, OwnText]).items()) if own else (),
        codec.load(approvals, tuple[Approval, ...]) if approvals else (),
        uow.settings.get(_LOGO),
        uow.settings.get(_LOGO_ALT),
    )


@dataclass(frozen=True, slots=True)
class TextBook:
    """Every text of the letters: first those of the letters in their order, then the blocks."""

    rows: tuple[TextRow, ...]
    texts: LetterTexts

    def row(self, kind: TextKind) -> TextRow:
        """One of them."""
        return next(row for row in self.rows if row.kind is kind)


@needs(Right.SEE_LETTERS)
def text_book(dossier: Dossier) -> TextBook:
    """Every text as it is in a dossier."""
    with dossier.read() as uow:
        texts = texts_of(uow)
    return TextBook(tuple(text_row(kind, texts) for kind in (*LetterType, *Block)), texts)


def text_row(kind: TextKind, texts: LetterTexts) -> TextRow:
    """A text as it is with what a dossier has of its own."""
    shipped, used = (sources.source_of(kind, "nl", each) for each in (LetterTexts(), texts))
    row = TextRow(kind, used.title, OwnText(shipped.subject, shipped.body), OwnText(used.subject, used.body))
    if not isinstance(kind, Block):
        return row
    version = sources.block_version(kind, used, texts)
    return replace(
        row,
        law=used.entry("source"),
        version=version.version,
        approval=texts.approval(kind),
        approved=version.approved,
    )


def open_blocks(texts: LetterTexts) -> tuple[Block, ...]:
    """The legal blocks that have still to be approved as they are worded now."""
    rows = (text_row(block, texts) for block in Block)
    return tuple(row.kind for row in rows if isinstance(row.kind, Block) and not row.approved)


@needs(Right.WRITE_LETTERS)
def save_text(dossier: Dossier, kind: TextKind, text: OwnText) -> TextChange:
    """Words a letter or a block otherwise in this dossier. Drafts that use it are out of date then; what is
    final keeps its words. A block that reads otherwise than the one approved has to be approved anew.

    :raises JuryError: something in the text is wrong; the message says what, and on which line.
    """
    from jury_desktop.services.letter_preview import faults

    with dossier.change() as uow:
        texts = texts_of(uow)
        if found := faults(kind, text, texts):
            raise refuse("letter_texts.faulty", count=len(found), line=found[0].line or 0)
        return _keep(uow, texts, _with(texts, kind, text), "text.changed", kind)


@needs(Right.WRITE_LETTERS)
def restore_text(dossier: Dossier, kind: TextKind) -> TextChange:
    """Goes back to the text that the program brings."""
    with dossier.change() as uow:
        texts = texts_of(uow)
        return _keep(uow, texts, texts.with_text(kind, None), "text.restored", kind)


@needs(Right.WRITE_LETTERS)
def approve_blocks(
    dossier: Dossier, blocks: Sequence[Block], lawyer: str, on: date | None = None
) -> TextChange:
    """Notes that a lawyer approved blocks as they are worded now.

    :param lawyer: who did, as people will want to know it: a name, a service.
    :param on: the day that was; None for today.
    :raises JuryError: nobody is named, or the day has yet to come.
    """
    today = dossier.now().astimezone(BRUSSELS).date()
    if not lawyer.strip():
        raise refuse("letter_texts.lawyer_missing")
    if on is not None and on > today:
        raise refuse("letter_texts.approved_later", day=on)
    with dossier.change() as uow:
        texts = texts_of(uow)
        given = (
            replace(_approval(text_row(block, texts), block, lawyer.strip(), dossier), on=on or today)
            for block in blocks
        )
        return _keep(uow, texts, texts.with_approvals(*given), "text.approved", *blocks)


def _approval(row: TextRow, block: Block, lawyer: str, dossier: Dossier) -> Approval:
    sha256 = fingerprint(row.text.body)
    return Approval(block, row.version, sha256, lawyer, dossier.actor, dossier.now())


@needs(Right.WRITE_LETTERS)
def withdraw_approval(dossier: Dossier, block: Block) -> TextChange:
    """Notes that a block is not approved after all."""
    with dossier.change() as uow:
        texts = texts_of(uow)
        return _keep(uow, texts, texts.without_approvals(block), "text.approval_withdrawn", block)


@needs(Right.WRITE_LETTERS)
def save_logo(dossier: Dossier, picture: bytes | None, alt: str) -> TextChange:
    """Puts a picture at the head of every letter; drafts are out of date then.

    :param picture: a PNG or JPEG; None for no logo. ``alt`` says what is on it to who cannot see it.
    :raises JuryError: it is no such picture, is too large, or nobody said what is on it.
    """
    from jury_desktop.letters.pdf.pictures import load

    if picture is not None:
        load(picture)
        if not alt.strip():
            raise refuse("letter_texts.alt_missing")
    with dossier.change() as uow:
        texts = texts_of(uow)
        kept = (uow.blobs.put(picture), alt.strip()) if picture is not None else ("", "")
        return _keep(uow, texts, replace(texts, logo=kept[0], logo_alt=kept[1]), "text.logo")


@needs(Right.WRITE_LETTERS)
def save_logo_file(dossier: Dossier, file: Path, alt: str) -> TextChange:
    """The same with a picture from a file.

    :raises JuryError: the file cannot be read, or is far larger than a logo is.
    """
    try:
        if file.stat().st_size > HEAVIEST_LOGO:
            raise refuse("letter_texts.logo_heavy", name=file.name, most=HEAVIEST_LOGO // 1_000_000)
        picture = file.read_bytes()
    except OSError as error:
        raise refuse("letter_texts.logo_unreadable", name=file.name, detail=why_unread(error)) from error
    return save_logo(dossier, picture, alt)


def logo_of(uow: UnitOfWork, texts: LetterTexts) -> bytes | None:
    """The picture at the head of the letters, if there is one."""
    return uow.blobs.get(texts.logo) if texts.logo else None


def pictured(data: LetterData, logo: bytes | None, alt: str) -> LetterData:
    """A letter with the logo of the dossier at its head."""
    return replace(data, sender=replace(data.sender, logo=logo, logo_alt=alt)) if logo else data


@needs(Right.WRITE_LETTERS)
def take_back(dossier: Dossier, change: TextChange) -> TextChange:
    """Puts back what stood before a change; refused when the texts have been changed again since."""
    with dossier.change() as uow:
        texts = texts_of(uow)
        if texts != change.after:
            raise RuleError(say("letter_texts.changed_since"))
        kinds = _touched(change.before, change.after)
        return _keep(uow, texts, change.before, "text.taken_back", *kinds)


def _with(texts: LetterTexts, kind: TextKind, text: OwnText) -> LetterTexts:
    """A text that reads as shipped is none of one's own, whatever empty lines stand around it."""
    shipped = sources.source_of(kind, "nl")
    same = (text.subject, text.body.strip()) == (shipped.subject, shipped.body.strip())
    return texts.with_text(kind, None if same else text)


def _keep(
    uow: UnitOfWork, before: LetterTexts, after: LetterTexts, action: str, *kinds: TextKind
) -> TextChange:
    if after != before:
        uow.settings.set(_OWN, codec.dump(dict(after.own), dict[str, OwnText]))
        uow.settings.set(_APPROVALS, codec.dump(after.approvals, tuple[Approval, ...]))
        if (before.logo, before.logo_alt) != (after.logo, after.logo_alt):
            uow.settings.set(_LOGO, after.logo)
            uow.settings.set(_LOGO_ALT, after.logo_alt)
            record_change(uow, "text.logo", ("settings", "letters"), _logo(before), _logo(after))
        for kind in kinds:
            old, new = (_recorded(kind, texts) for texts in (before, after))
            record_change(uow, action, ("letter_text", kind.value), _beside(old, new), _beside(new, old))
    return TextChange(before, after)


def _recorded(kind: TextKind, texts: LetterTexts) -> dict[str, object]:
    """What the journal tells of a text."""
    row = text_row(kind, texts)
    told: dict[str, object] = {
        "subject_line": row.text.subject,
        "body": row.text.body,
        "version": row.version,
    }
    if row.approval is not None:
        told |= {
            "approved_by": row.approval.lawyer,
            "approved_on": row.approval.day.isoformat(),
            "approved_version": row.approval.version,
        }
    return {name: value for name, value in told.items() if value}


def _logo(texts: LetterTexts) -> dict[str, str] | None:
    """What the journal tells of the logo."""
    return {"logo": texts.logo, "logo_alt": texts.logo_alt} if texts.logo else None


def _beside(told: dict[str, object], other: dict[str, object]) -> dict[str, object]:
    """What one says that the other does not."""
    return {name: value for name, value in told.items() if other.get(name) != value}


def _touched(before: LetterTexts, after: LetterTexts) -> tuple[TextKind, ...]:
    kinds = (*LetterType, *Block)
    return tuple(kind for kind in kinds if _recorded(kind, before) != _recorded(kind, after))
