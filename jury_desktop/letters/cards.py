"""Keys on a card, a token or in a safe for keys: what its maker's library (PKCS#11, OASIS) lets one do.

The key never leaves the card; the PIN goes to the library and nowhere else. Without a PIN the library asks it
in a window of its own, or on the reader, as that of the Belgian identity card does.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from contextlib import closing, contextmanager
from dataclasses import dataclass, field
from enum import IntEnum
from pathlib import Path
from typing import TYPE_CHECKING, Any, cast

from jury_desktop.domain.card import CardCertificate
from jury_desktop.domain.errors import JuryError, refuse

if TYPE_CHECKING:
    from asn1crypto.x509 import Certificate
    from pkcs11 import PKCS11Error, PrivateKey, Session, Token
    from pyhanko.sign.signers import Signer

_IDENTITY_CARD = (
    "/usr/lib/x86_64-linux-gnu/libbeidpkcs11.so.0",
    "/usr/lib64/libbeidpkcs11.so.0",
    "/usr/lib/libbeidpkcs11.so.0",
    "/Library/Belgium Identity Card/Pkcs11/libbeidpkcs11.dylib",
    "C:/Windows/System32/beidpkcs11.dll",
)
"""Where the software of the Belgian identity card puts its library."""

_SIGNS = frozenset({"digital_signature", "non_repudiation"})


@dataclass(frozen=True, slots=True)
class CardKey:
    """A certificate with the PIN of its card; what it says of itself gives nothing away.

    :param pin: empty where the card's library or its reader asks for it.
    """

    certificate: CardCertificate = field(repr=False)
    pin: str = field(repr=False)


class Fitness(IntEnum):
    """What a certificate is fit for, the best first."""

    BINDS = 0
    """It binds its holder: non-repudiation."""
    SIGNS = 1
    OTHER = 2
    """To encrypt, or to show who somebody is."""
    AUTHORITY = 3
    """To sign certificates with (CA:TRUE), and nothing else."""


@dataclass(frozen=True, slots=True)
class Found:
    """A certificate on a card."""

    fitness: Fitness
    certificate: CardCertificate


def usual_module() -> Path | None:
    """The library of the Belgian identity card, where it is installed."""
    return next((Path(file) for file in _IDENTITY_CARD if Path(file).is_file()), None)


def certificates(module: Path) -> tuple[CardCertificate, ...]:
    """The certificates on all cards that ``module`` sees, those that bind their holder first; without a PIN.

    :raises JuryError: it is no such library, it sees no card, or there is no certificate to sign with: then
        it says what those on the card are for.
    """
    tokens = _tokens(module)
    with told():
        there = tuple(each for token in tokens for each in _certificates_of(module, token))
    if not (found := [each for each in there if each.fitness in (Fitness.BINDS, Fitness.SIGNS)]):
        raise none_fits(tuple(token.label for token in tokens), there)
    return tuple(each.certificate for each in sorted(found, key=lambda each: each.fitness))


def none_fits(cards: tuple[str, ...], there: Sequence[Found]) -> JuryError:
    """Why nothing can be signed with what is on these cards."""
    holders = tuple(dict.fromkeys(each.certificate.holder for each in there))
    if not there:
        return refuse("signing.no_certificate", cards=cards)
    authorities = all(each.fitness is Fitness.AUTHORITY for each in there)
    key = "signing.only_authority" if authorities else "signing.other_use"
    return refuse(key, cards=cards, holders=holders)


@contextmanager
def signer(key: CardKey) -> Iterator[Signer]:
    """What signs with the key, as long as the block lasts.

    :raises JuryError: the card is gone, refuses the PIN or refuses to sign; inside the block as well.
    """
    chosen = key.certificate
    token = next((each for each in _tokens(chosen.module) if each.serial == chosen.serial), None)
    if token is None:
        raise refuse("signing.card_gone", card=chosen.card)
    with told(), closing(token.open(user_pin=key.pin or None)) as session:
        yield _signer(session, token, key)


def _signer(session: Session, token: Token, key: CardKey) -> Signer:
    from asn1crypto.x509 import Certificate
    from pkcs11 import Attribute
    from pyhanko.sign.pkcs11 import PKCS11Signer

    chosen = key.certificate
    found = _private_key(session, key)
    again = bool(_attribute(found, Attribute.ALWAYS_AUTHENTICATE))
    return PKCS11Signer(
        session,
        signing_cert=Certificate.load(chosen.content),
        key_id=chosen.key or None,
        key_label=None if chosen.key else chosen.label,
        other_certs_to_pull=None,
        use_raw_mechanism=not _hashes_itself(token, found),
        base_sign_kwargs={"pin": key.pin} if again and key.pin else None,
    )


def _private_key(session: Session, key: CardKey) -> PrivateKey:
    """The one key that belongs to the certificate; most cards show it after the PIN only."""
    from pkcs11 import Attribute, ObjectClass

    chosen = key.certificate
    called = {Attribute.ID: chosen.key} if chosen.key else {Attribute.LABEL: chosen.label}
    found = list(session.get_objects({Attribute.CLASS: ObjectClass.PRIVATE_KEY, **called}))
    if not found:
        raise refuse("signing.no_key", card=chosen.card) if key.pin else refuse("signing.pin_needed")
    return cast("PrivateKey", found[0])


def _hashes_itself(token: Token, key: PrivateKey) -> bool:
    """Whether the card makes the hash too; otherwise it gets one made here."""
    from pkcs11 import KeyType, Mechanism

    known = token.slot.get_mechanisms()
    if key.key_type is KeyType.EC:
        return Mechanism.ECDSA_SHA256 in known
    return Mechanism.SHA256_RSA_PKCS in known


def _certificates_of(module: Path, token: Token) -> Iterator[Found]:
    from asn1crypto.x509 import Certificate
    from pkcs11 import Attribute, ObjectClass

    with closing(token.open()) as session:
        for found in session.get_objects({Attribute.CLASS: ObjectClass.CERTIFICATE}):
            content = bytes(_attribute(found, Attribute.VALUE) or b"")
            try:
                certificate = Certificate.load(content)
                fitness = fitness_of(certificate)
            except (ValueError, TypeError):  # something else that the card keeps as one
                continue
            label, key = _attribute(found, Attribute.LABEL), _attribute(found, Attribute.ID)
            card = (module, token.label, token.serial, str(label or ""))
            ends = certificate.not_valid_after
            shown = CardCertificate(*card, holder(certificate), ends, bytes(key or b""), content)
            yield Found(fitness, shown)


def fitness_of(certificate: Certificate) -> Fitness:
    """What a certificate is fit for (RFC 5280, 4.2.1.3 and 4.2.1.9). One that says nothing may do all.

    :raises ValueError: it is none.
    """
    if certificate.ca:
        return Fitness.AUTHORITY
    stated = certificate.key_usage_value
    uses = _SIGNS if stated is None else frozenset(stated.native)
    if "non_repudiation" in uses:
        return Fitness.BINDS
    return Fitness.SIGNS if uses & _SIGNS else Fitness.OTHER


def holder(certificate: Certificate) -> str:
    """Whom a certificate names."""
    names = certificate.subject.native
    return str(names.get("common_name") or names.get("organization_name") or "?")


def _attribute(found: Any, name: Any) -> Any:
    """What the card says of something it keeps; None where it does not say."""
    from pkcs11 import AttributeSensitive, AttributeTypeInvalid

    try:
        return found[name]
    except (AttributeTypeInvalid, AttributeSensitive, KeyError):
        return None


def _tokens(module: Path) -> tuple[Token, ...]:
    """The cards that a library sees now."""
    import pkcs11

    try:
        library = pkcs11.lib(str(module))
    except (pkcs11.PKCS11Error, OSError) as error:
        raise refuse("signing.no_module", file=module.name) from error
    with told():
        tokens = tuple(
            token for slot in library.get_slots(token_present=True) if _is_ready(token := slot.get_token())
        )
    if not tokens:
        raise refuse("signing.no_card")
    return tokens


def _is_ready(token: Token) -> bool:
    from pkcs11 import TokenFlag

    return bool(token.flags & TokenFlag.TOKEN_INITIALIZED)


@contextmanager
def told() -> Iterator[None]:
    """What a card refuses, in words of ours; of the PIN nothing goes along into a report."""
    from pkcs11 import PKCS11Error

    try:
        yield
    except PKCS11Error as error:
        raise _refusal(error) from None


def _refusal(error: PKCS11Error) -> JuryError:
    import pkcs11

    match error:
        case pkcs11.PinIncorrect() | pkcs11.PinInvalid() | pkcs11.PinLenRange():
            return refuse("signing.pin_refused")
        case pkcs11.PinLocked():
            return refuse("signing.pin_locked")
        case pkcs11.UserNotLoggedIn():
            return refuse("signing.pin_needed")
        case pkcs11.DeviceRemoved() | pkcs11.TokenNotPresent() | pkcs11.SessionHandleInvalid():
            return refuse("signing.card_removed")
        case _:
            return refuse("signing.card_failed", reason=type(error).__name__)
