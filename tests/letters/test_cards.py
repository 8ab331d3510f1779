"""Keys on a card: SoftHSM2 stands for the card, everything else is what a user has."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import page
import pkcs11
import pytest
from asn1crypto.x509 import Certificate

from jury_desktop.domain.card import CardCertificate
from jury_desktop.domain.errors import JuryError
from jury_desktop.domain.letter import LetterType
from jury_desktop.domain.messages import Message, say
from jury_desktop.letters import cards
from jury_desktop.letters.cards import CardKey, certificates, told
from jury_desktop.letters.rendering import render
from jury_desktop.letters.samples import sample
from jury_desktop.letters.signing import opened
from tests.builders import NOW
from tests.letters.keys import HOLDER, TestKey, a_key
from tests.letters.softhsm import PIN, Reader, a_reader, needs_a_card
from tests.letters.test_signing import verified

KINDS = {"rsa": {}, "elliptic curve": {"curved": True}}


@pytest.fixture
def reader(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Reader]:
    yield from a_reader(tmp_path, monkeypatch)


def a_letter() -> bytes:
    return render(LetterType.NOT_SELECTED, sample(LetterType.NOT_SELECTED)).pdf


def card_with(reader: Reader, key: TestKey, *, private: bool = True) -> None:
    reader.insert("Kaart van Netegem").keep(key, 1, "Signature", private=private)


def signed(reader: Reader, pdf: bytes, pin: str = PIN) -> bytes:
    (certificate,) = certificates(reader.module)
    with opened(CardKey(certificate, pin)) as pen:
        assert pen.name == HOLDER
        return pen.sign(pdf)


def refused(reader: Reader, pin: str = PIN) -> Message:
    """What is said when a letter is signed with the one certificate."""
    with pytest.raises(JuryError) as caught:
        signed(reader, a_letter(), pin)
    assert caught.value.__cause__ is None
    return caught.value.message


@needs_a_card
class TestCertificates:
    def test_those_that_can_sign_are_found_on_every_card_and_the_binding_ones_come_first(
        self, reader: Reader
    ) -> None:
        card = reader.insert("Kaart van An Peeters")
        card.keep(a_key("An Peeters (Authentication)", binding=False), 2, "Authentication")
        card.keep(a_key("An Peeters (Signature)"), 3, "Signature")
        card.keep(a_key("Burgers van het land", authority=True), 4, "CA", private=False)
        reader.insert("Zegel").keep(a_key(), 1, "Zegel van de stad")

        found = certificates(reader.module)

        assert [(each.holder, each.label) for each in found[2:]] == [
            ("An Peeters (Authentication)", "Authentication")
        ]
        assert {(each.card, each.holder, each.label) for each in found[:2]} == {
            ("Kaart van An Peeters", "An Peeters (Signature)", "Signature"),
            ("Zegel", HOLDER, "Zegel van de stad"),
        }
        assert all(each.valid_until.tzinfo is not None for each in found)

    def test_a_reader_without_a_card_is_told(self, reader: Reader) -> None:
        with pytest.raises(JuryError) as caught:
            certificates(reader.module)
        assert caught.value.message == say("signing.no_card")

    def test_a_card_without_a_certificate_is_told_by_its_name(self, reader: Reader) -> None:
        reader.insert("Lege kaart")
        with pytest.raises(JuryError) as caught:
            certificates(reader.module)
        assert caught.value.message == say("signing.no_certificate", cards=("Lege kaart",))


@pytest.mark.parametrize("content", [None, b"", b"geen bibliotheek"])
def test_a_file_that_is_no_library_of_a_card_is_told(tmp_path: Path, content: bytes | None) -> None:
    file = tmp_path / "kaart.so"
    if content is not None:
        file.write_bytes(content)
    with pytest.raises(JuryError) as caught:
        certificates(file)
    assert caught.value.message == say("signing.no_module", file="kaart.so")


@needs_a_card
class TestSigning:
    @pytest.mark.parametrize("kind", KINDS)
    def test_the_signature_is_valid_and_the_letter_keeps_both_conformances(
        self, reader: Reader, kind: str
    ) -> None:
        key, plain = a_key(**KINDS[kind]), a_letter()
        card_with(reader, key)

        made = signed(reader, plain)

        status = verified(made, key)
        assert (status.intact, status.valid, status.trusted, status.bottom_line) == (True, True, True, True)
        assert made.startswith(plain)
        for profile in (page.ValidationProfile.PDF_A_2A, page.ValidationProfile.PDF_UA_1):
            report = page.validate_pdf_bytes(made, profile=profile)
            assert [(failure.rule_id, failure.message) for failure in report.failures] == []

    def test_a_card_signs_again_after_it_refused_a_pin(self, reader: Reader) -> None:
        card_with(reader, a_key())
        assert refused(reader, "000000") == say("signing.pin_refused")
        assert verified(signed(reader, a_letter())).bottom_line

    @pytest.mark.parametrize("pin", ["0", "9" * 400, "pincode é"])
    def test_what_is_no_pin_is_refused_without_a_word_of_it(self, reader: Reader, pin: str) -> None:
        card_with(reader, a_key())
        assert refused(reader, pin) == say("signing.pin_refused")
        (certificate,) = certificates(reader.module)
        assert repr(CardKey(certificate, pin)) == "CardKey()"

    def test_a_card_that_wants_a_pin_says_so(self, reader: Reader) -> None:
        card_with(reader, a_key())
        assert refused(reader, "") == say("signing.pin_needed")

    def test_a_certificate_without_its_key_is_told(self, reader: Reader) -> None:
        card_with(reader, a_key(), private=False)
        assert refused(reader) == say("signing.no_key", card="Kaart van Netegem")

    def test_a_card_that_was_changed_for_another_is_told_by_its_name(self, reader: Reader) -> None:
        card_with(reader, a_key())
        (certificate,) = certificates(reader.module)
        reader.empty()
        card_with(reader, a_key())
        with pytest.raises(JuryError) as caught, opened(CardKey(certificate, PIN)):
            pass
        assert caught.value.message == say("signing.card_gone", card="Kaart van Netegem")


@pytest.mark.parametrize(
    ("error", "message"),
    [
        (pkcs11.PinLocked(), say("signing.pin_locked")),
        (pkcs11.DeviceRemoved(), say("signing.card_removed")),
        (pkcs11.UserPinNotInitialized(), say("signing.card_failed", reason="UserPinNotInitialized")),
    ],
)
def test_what_only_a_real_card_refuses_is_told_in_words(error: pkcs11.PKCS11Error, message: Message) -> None:
    with pytest.raises(JuryError) as caught, told():
        raise error
    assert caught.value.message == message


@pytest.mark.parametrize(
    ("key", "fitness"),
    [
        (a_key(), cards.Fitness.BINDS),
        (a_key(binding=False), cards.Fitness.SIGNS),
        (a_key("Burgers van het land", authority=True), cards.Fitness.AUTHORITY),
    ],
    ids=["binds", "signs", "authority"],
)
def test_what_a_certificate_is_fit_for_follows_from_what_it_says(
    key: TestKey, fitness: cards.Fitness
) -> None:
    assert cards.fitness_of(Certificate.load(key.certificate)) is fitness


@pytest.mark.parametrize(
    ("fitness", "said"),
    [
        ((), say("signing.no_certificate", cards=("Kaart",))),
        ((cards.Fitness.AUTHORITY,), say("signing.only_authority", cards=("Kaart",), holders=("Els",))),
        (
            (cards.Fitness.AUTHORITY, cards.Fitness.OTHER),
            say("signing.other_use", cards=("Kaart",), holders=("Els",)),
        ),
    ],
    ids=["none", "authority", "for another use"],
)
def test_a_card_without_a_certificate_to_sign_with_says_what_those_on_it_are_for(
    fitness: tuple[cards.Fitness, ...], said: Message
) -> None:
    one = CardCertificate(Path("kaart.so"), "Kaart", b"7", "Els", "Els", NOW, b"1", b"")
    there = tuple(cards.Found(each, one) for each in fitness)

    assert cards.none_fits(("Kaart",), there).message == said
