"""Signed letters: a valid signature, both conformances, and the letter without signature inside untouched."""

from __future__ import annotations

from io import BytesIO
from itertools import product

import page
import pytest
from asn1crypto.x509 import Certificate
from pyhanko.pdf_utils.reader import PdfFileReader
from pyhanko.sign.validation import validate_pdf_signature
from pyhanko.sign.validation.status import PdfSignatureStatus, SignatureCoverageLevel
from pyhanko_certvalidator import ValidationContext

from jury_desktop.domain.errors import JuryError
from jury_desktop.domain.letter import LetterType
from jury_desktop.domain.messages import say
from jury_desktop.letters.rendering import render
from jury_desktop.letters.samples import Length, sample
from jury_desktop.letters.signing import KeyFile, opened
from tests.letters.keys import HOLDER, PASSPHRASE, TestKey, a_key

LETTERS = [
    *product([LetterType.NOT_SELECTED], Length),
    *product([LetterType.INVITATION, LetterType.ACKNOWLEDGEMENT], [Length.NORMAL]),
]
signed_letters = pytest.mark.parametrize(
    ("letter_type", "length"), [pytest.param(*pair, id="-".join(pair)) for pair in LETTERS]
)


def signed(pdf: bytes) -> bytes:
    with opened(KeyFile(a_key().file, PASSPHRASE)) as pen:
        return pen.sign(pdf)


def letter(letter_type: LetterType = LetterType.NOT_SELECTED, length: Length = Length.NORMAL) -> bytes:
    return render(letter_type, sample(letter_type, length)).pdf


def verified(pdf: bytes, key: TestKey | None = None) -> PdfSignatureStatus:
    """What pyHanko's own validator says of the one signature, trusting the key of the test alone."""
    (signature,) = PdfFileReader(BytesIO(pdf)).embedded_signatures
    trusted = ValidationContext(
        trust_roots=[Certificate.load((key or a_key()).certificate)], allow_fetching=False
    )
    return validate_pdf_signature(signature, trusted)


@signed_letters
def test_a_signed_letter_keeps_both_conformances(letter_type: LetterType, length: Length) -> None:
    made = signed(letter(letter_type, length))
    reports = [
        page.validate_pdf_bytes(made, profile=profile)
        for profile in (page.ValidationProfile.PDF_A_2A, page.ValidationProfile.PDF_UA_1)
    ]
    assert [(failure.rule_id, failure.message) for report in reports for failure in report.failures] == []
    assert all(report.rules.passed > 30 for report in reports)


@signed_letters
def test_the_signature_is_valid_and_covers_everything(letter_type: LetterType, length: Length) -> None:
    status = verified(signed(letter(letter_type, length)))

    assert (status.intact, status.valid, status.trusted, status.bottom_line) == (True, True, True, True)
    assert status.coverage is SignatureCoverageLevel.ENTIRE_FILE
    assert status.signing_cert.subject.native["common_name"] == HOLDER


def test_it_is_a_pades_signature_that_nobody_sees() -> None:
    (signature,) = PdfFileReader(BytesIO(signed(letter()))).embedded_signatures

    assert signature.sig_object["/SubFilter"] == "/ETSI.CAdES.detached"
    assert list(signature.sig_field["/Rect"]) == [0, 0, 0, 0]
    assert "/AP" not in signature.sig_field


def test_the_letter_without_signature_is_still_in_it_to_the_byte() -> None:
    plain = letter()
    assert signed(plain).startswith(plain)


def test_a_byte_that_changed_is_noticed() -> None:
    made = bytearray(signed(letter()))
    at = made.index(b"/Producer")
    made[at + 12] ^= 1

    status = verified(bytes(made))

    assert not status.intact
    assert not status.bottom_line


@pytest.mark.parametrize(
    "key", [KeyFile(b"geen sleutel", PASSPHRASE), KeyFile(a_key().file, "fout"), KeyFile(b"", "")]
)
def test_a_key_that_does_not_open_is_refused_without_a_word_of_it(key: KeyFile) -> None:
    with pytest.raises(JuryError) as caught, opened(key):
        pass
    assert caught.value.message == say("signing.key_refused")
    assert caught.value.__cause__ is None
    assert repr(key) == "KeyFile()"


def test_what_is_no_letter_cannot_be_signed() -> None:
    with pytest.raises(JuryError) as caught:
        signed(b"%PDF-1.7\nniets")
    assert caught.value.message.key == "signing.refused"
