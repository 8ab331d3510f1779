"""Final letters with an invisible signature: the signed file is kept beside the one without, which stays.

The passphrase or PIN goes to the library that opens the key, and nowhere else: it is in no message, event or
file.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING

from jury_desktop.domain.card import CardCertificate
from jury_desktop.domain.errors import Cancelled, RuleError, refuse
from jury_desktop.domain.messages import say
from jury_desktop.domain.outgoing import Letter
from jury_desktop.domain.rights import Right
from jury_desktop.services.admission import needs
from jury_desktop.services.letter_book import LetterKey, letter_rows
from jury_desktop.services.letterhead import house_of
from jury_desktop.services.ports import Dossier, UnitOfWork
from jury_desktop.services.record import record_change
from jury_desktop.services.rounds import selection_of
from jury_desktop.services.whole_files import read_whole

if TYPE_CHECKING:
    from jury_desktop.letters.cards import CardKey
    from jury_desktop.letters.signing import KeyFile

Progress = Callable[[int, int, str], None]
LARGEST_KEY = 1_000_000
"""Bytes of a file with a key; a real one has a few thousand."""
NOT_VALID = frozenset({"signing.expired", "signing.not_yet_valid"})
"""Why one is asked before letters are signed (keys of messages)."""


@dataclass(frozen=True, slots=True)
class Unsigned:
    """A final letter that may be signed."""

    letter: Letter
    organisation: str
    pdf: bytes


@dataclass(frozen=True, slots=True)
class Signed:
    """A letter with its signature. ``by`` is whom the certificate names."""

    letter: Letter
    pdf: bytes
    by: str


def card_module() -> Path | None:
    """The library that speaks with a card: that of the identity card, where it is installed."""
    from jury_desktop.letters import cards

    return cards.usual_module()


def certificates_on(module: Path) -> tuple[CardCertificate, ...]:
    """The certificates to sign with on the cards that a library sees; no PIN is asked, no dossier needed.

    :raises JuryError: it is no such library, it sees no card, or there is no certificate on it.
    """
    from jury_desktop.letters import cards

    return cards.certificates(module)


def key_on(certificate: CardCertificate, pin: str) -> CardKey:
    """The key of a certificate on a card, not asked for yet.

    :param pin: empty where the card's own software asks for it.
    """
    from jury_desktop.letters.cards import CardKey

    return CardKey(certificate, pin)


def key_from(file: Path, passphrase: str) -> KeyFile:
    """The key in a file, not opened yet.

    :raises JuryError: the file cannot be read, or is too large to be one.
    """
    from jury_desktop.letters.signing import KeyFile

    return KeyFile(read_whole(file, refuse("signing.key_refused"), LARGEST_KEY), passphrase)


@needs(Right.WRITE_LETTERS)
def to_sign(dossier: Dossier, keys: Sequence[LetterKey]) -> tuple[Unsigned, ...]:
    """Of the letters named those that are final and still right."""
    named = frozenset(keys)
    with dossier.read() as uow:
        selection = selection_of(uow)
        rows = letter_rows(selection, house_of(selection.call, uow.settings))
        return tuple(
            Unsigned(row.letter, row.candidacy.organisation, uow.blobs.get(row.letter.pdf))
            for row in rows
            if row.key in named and row.frozen and row.letter is not None
        )


def sign_letters(
    unsigned: Sequence[Unsigned],
    key: KeyFile | CardKey,
    progress: Progress | None = None,
    cancelled: Callable[[], bool] | None = None,
    *,
    at: datetime | None = None,
) -> tuple[Signed, ...]:
    """Signs each; needs no dossier.

    :param at: when; None where somebody wants it though the certificate has expired or is not valid yet.
    :raises JuryError: the key cannot be opened, or the card refuses, or the certificate is not valid then
        (:data:`NOT_VALID`); then nothing is signed.
    """
    from jury_desktop.letters.signing import opened

    signed = []
    with opened(key) as pen:
        if at is not None and (doubt := pen.not_valid(at)) is not None:
            raise RuleError(doubt)
        for done, each in enumerate(unsigned):
            if cancelled is not None and cancelled():
                raise Cancelled
            if progress is not None:
                progress(done, len(unsigned), each.organisation)
            signed.append(Signed(each.letter, pen.sign(each.pdf), pen.name))
    return tuple(signed)


@needs(Right.WRITE_LETTERS)
def keep_signed(dossier: Dossier, signed: Sequence[Signed]) -> tuple[Letter, ...]:
    """Keeps the signed files. A letter that was signed before gets the new one.

    :raises JuryError: one of the letters was made anew or has left since; then none is kept.
    """
    with dossier.change() as uow:
        return tuple(_keep(uow, each) for each in signed)


@needs(Right.WRITE_LETTERS)
def take_back_signatures(dossier: Dossier, made: Sequence[Letter], before: Sequence[Letter]) -> None:
    """Puts back the letters as they were before they were signed.

    :raises JuryError: one of them was made anew or has left since.
    """
    earlier = {letter.id: letter for letter in before}
    with dossier.change() as uow:
        for letter in made:
            reference = _refuse_changed(uow, letter)
            new = replace(letter, signed=earlier[letter.id].signed)
            uow.letters.save(new)
            record_change(uow, "letter.signature_withdrawn", ("candidacy", reference), letter, new)


def _keep(uow: UnitOfWork, signed: Signed) -> Letter:
    reference = _refuse_changed(uow, signed.letter)
    new = replace(signed.letter, signed=uow.blobs.put(signed.pdf))
    uow.letters.save(new)
    record_change(uow, "letter.signed", ("candidacy", reference), signed.letter, new, signed.by)
    return new


def _refuse_changed(uow: UnitOfWork, letter: Letter) -> str:
    reference = uow.candidacies.get(letter.candidacy).reference
    if uow.letters.find(id=letter.id) != (letter,):
        raise RuleError(say("signing.changed_since", reference=reference))
    return reference
