"""The texts of letters as a dossier has them: what was worded otherwise here, and what a lawyer approved."""

from __future__ import annotations

import hashlib
from dataclasses import dataclass, replace
from datetime import date, datetime

from jury_desktop.domain.call import BRUSSELS
from jury_desktop.domain.letter import Block, LetterType

TextKind = LetterType | Block
"""A text that can be worded otherwise: that of a type of letter, or a legal block."""


@dataclass(frozen=True, slots=True)
class OwnText:
    """The source of a letter or block; a block has no subject."""

    subject: str
    body: str


@dataclass(frozen=True, slots=True)
class Approval:
    """That a lawyer approved a legal block, in exactly these words.

    :param version: of the block, as people call it; ``sha256`` is that of its text.
    :param lawyer: who approved it, as it was told; ``by`` who noted that, at the moment ``at``.
    :param on: the day the lawyer approved it; None when that was not asked yet.
    """

    block: Block
    version: str
    sha256: str
    lawyer: str
    by: str
    at: datetime
    on: date | None = None

    @property
    def day(self) -> date:
        """When it was approved, as far as is known."""
        return self.on or self.at.astimezone(BRUSSELS).date()


@dataclass(frozen=True, slots=True)
class LetterTexts:
    """What a dossier has of its own; whatever is not in it is as shipped and waits for approval.

    :param own: by the value of its kind.
    :param approvals: at most one for each block. It counts as long as the text is the same.
    :param logo: the SHA-256 of the picture at the head of the letters, "" without one; ``logo_alt`` says
        what is on it to who cannot see it.
    """

    own: tuple[tuple[str, OwnText], ...] = ()
    approvals: tuple[Approval, ...] = ()
    logo: str = ""
    logo_alt: str = ""

    def own_text(self, kind: TextKind) -> OwnText | None:
        """What was written here instead of the shipped text, if anything was."""
        return dict(self.own).get(kind.value)

    def approval(self, block: Block) -> Approval | None:
        """The last approval of a block, of this text or of another one."""
        return next((each for each in self.approvals if each.block is block), None)

    def approved(self, block: Block, text: str) -> bool:
        """Whether a lawyer approved this very text of a block."""
        last = self.approval(block)
        return last is not None and last.sha256 == fingerprint(text)

    def with_text(self, kind: TextKind, text: OwnText | None) -> LetterTexts:
        """The same with another text of a kind; None for the shipped one."""
        others = {key: own for key, own in self.own if key != kind.value}
        mine = {kind.value: text} if text else {}
        return replace(self, own=tuple(sorted((others | mine).items())))

    def with_approvals(self, *approvals: Approval) -> LetterTexts:
        """The same with these approvals in the place of earlier ones of their blocks."""
        new = {each.block for each in approvals}
        kept = tuple(each for each in self.approvals if each.block not in new)
        return replace(self, approvals=tuple(sorted((*kept, *approvals), key=lambda each: each.block)))

    def without_approvals(self, *blocks: Block) -> LetterTexts:
        """The same without an approval of these blocks."""
        return replace(self, approvals=tuple(each for each in self.approvals if each.block not in blocks))


SHIPPED = LetterTexts()
"""Every text as the program brings it."""


def fingerprint(text: str) -> str:
    """The SHA-256 of a text, by which an approval knows it."""
    return hashlib.sha256(text.strip().encode()).hexdigest()
