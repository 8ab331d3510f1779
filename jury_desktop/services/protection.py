"""The passphrase of a dossier file: set, changed, taken away; the journal says when, never what."""

from __future__ import annotations

import re

from jury_desktop.domain.errors import refuse
from jury_desktop.domain.lock import Advice, Lock
from jury_desktop.domain.rights import Right
from jury_desktop.domain.secret import FIRST_TRIED
from jury_desktop.packets.words import new_passphrase
from jury_desktop.services.admission import for_everybody, needs
from jury_desktop.services.ports import Dossier, FileLock

_WORD = re.compile(r"[^\W\d_]{2,}")
_LONGEST = 72
"""Characters that are weighed: more make it no weaker, and the weighing takes the square of them."""


@for_everybody("whether a file has a passphrase is seen by whoever opens it")
def lock_of(dossier: Dossier) -> Lock:
    """What keeps others from reading the dossier."""
    lock = dossier.store.lock
    if lock is None:
        return Lock.ELSEWHERE
    return Lock.PASSPHRASE if lock.is_set else Lock.NOTHING


def advise(passphrase: str, *own: str) -> Advice:
    """What a passphrase is worth, by how people choose (Wheeler, zxcvbn, USENIX Security 2016).

    :param own: words that who knows this dossier tries first; see :func:`own_words`.
    """
    from zxcvbn import zxcvbn

    if not passphrase.strip():
        return Advice(0.0)
    tried = dict.fromkeys(word.casefold() for word in (*own, *FIRST_TRIED) if word)
    weighed = zxcvbn(passphrase[:_LONGEST], user_inputs=list(tried))
    return Advice(float(weighed["guesses_log10"]))


@needs(Right.SET_UP)
def own_words(dossier: Dossier) -> tuple[str, ...]:
    """What who knows this dossier tries first: its name, places, organisations and people, each also without
    its spaces, and then every word of the call."""
    with dossier.read() as uow:
        call = uow.call
        titles = (call.title, call.short_title, call.letter_title, call.deciding_body, call.contact.name)
        named = [part for each in uow.candidacies.find() for part in (each.organisation, each.contact)]
        named += [part for each in uow.jurors.find() for part in (each.name, each.organisation)]
    names = (dossier.store.name, dossier.actor, *call.municipalities, *call.area, *titles, *named)
    words = [word for name in names for word in (name, *_WORD.findall(name), "".join(_WORD.findall(name)))]
    return tuple(dict.fromkeys(word.casefold() for word in (*words, *_WORD.findall(call.text))))


def draw_passphrase() -> str:
    """Six Dutch words that nobody can guess and everybody can write down."""
    return new_passphrase()


@needs(Right.SET_UP)
def protect(dossier: Dossier, passphrase: str, now: str = "") -> str:
    """Encrypts the dossier file, or gives it another passphrase; takes as long as writing it anew.

    :param now: the passphrase or recovery key that it has now; empty when it has none.
    :returns: the recovery key, which is kept nowhere: whoever loses it and the passphrase loses the dossier.
    :raises JuryError: the passphrase is too easy, the present one is wrong, or the file is in use.
    """
    if not advise(passphrase, *own_words(dossier)).will_do:
        raise refuse("protection.easy")
    lock = _held(dossier, now)
    action = "dossier.relocked" if lock.is_set else "dossier.locked"
    recovery = lock.change(passphrase)
    _record(dossier, action)
    return recovery


@needs(Right.SET_UP)
def unprotect(dossier: Dossier, now: str) -> None:
    """Writes the dossier file anew without encryption.

    :param now: the passphrase or recovery key that it has.
    """
    lock = _held(dossier, now)
    if not lock.is_set:
        raise refuse("protection.none", name=dossier.store.name)
    lock.change("")
    _record(dossier, "dossier.unlocked")


def _held(dossier: Dossier, secret: str) -> FileLock:
    """The lock, for who knows what opens it: who sits at an open dossier does not yet know its passphrase."""
    lock = dossier.store.lock
    if lock is None:
        raise refuse("protection.elsewhere", name=dossier.store.name)
    if lock.is_set and not lock.opens_with(secret):
        raise refuse("protection.wrong", name=dossier.store.name)
    return lock


def _record(dossier: Dossier, action: str) -> None:
    with dossier.change() as uow:
        uow.journal.append(action, "dossier", uow.call.id)
