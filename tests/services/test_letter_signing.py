"""Final letters signed: both files and both hashes are kept, the passphrase nowhere."""

from __future__ import annotations

import hashlib
import logging
from dataclasses import replace
from datetime import timedelta
from io import BytesIO
from pathlib import Path

import pytest
from pyhanko.pdf_utils.reader import PdfFileReader

from jury_desktop.bootstrap import create_dossier
from jury_desktop.domain.errors import Cancelled, JuryError
from jury_desktop.domain.messages import say
from jury_desktop.domain.outgoing import Letter
from jury_desktop.services.bundle import BundleWish, make_bundle
from jury_desktop.services.candidacies import correct_candidacy, particulars_of
from jury_desktop.services.dispatch import send_letters
from jury_desktop.services.letter_book import letter_book
from jury_desktop.services.letter_signing import (
    NOT_VALID,
    keep_signed,
    key_from,
    sign_letters,
    take_back_signatures,
    to_sign,
)
from jury_desktop.services.letters import draft_letters, keep_letters, letter_jobs
from jury_desktop.services.outbox import Paper, Wish, parcels, set_out
from jury_desktop.services.ports import Dossier, Store
from tests.builders import NOW, a_candidacy
from tests.letters.keys import HOLDER, PASSPHRASE, a_key
from tests.services.test_letters import BY_MAIL, after_deliberation
from tests.services.test_outbox import lines


@pytest.fixture
def key_file(tmp_path: Path) -> Path:
    file = tmp_path / "sleutel.p12"
    file.write_bytes(a_key().file)
    return file


def finals(store: Store | None = None) -> Dossier:
    dossier = after_deliberation(store)
    keep_letters(dossier, draft_letters(letter_jobs(dossier)), final=True)
    return dossier


def sign(dossier: Dossier, key_file: Path) -> tuple[Letter, ...]:
    keys = [row.key for row in letter_book(dossier)]
    return keep_signed(dossier, sign_letters(to_sign(dossier, keys), key_from(key_file, PASSPHRASE)))


@pytest.mark.parametrize(
    ("valid", "why", "limit"),
    [((-9, -1), "signing.expired", -1), ((1, 9), "signing.not_yet_valid", 1)],
)
def test_a_certificate_that_is_not_valid_signs_only_when_it_is_wanted(
    tmp_path: Path, valid: tuple[int, int], why: str, limit: int
) -> None:
    start, end = (NOW + timedelta(days=days) for days in valid)
    file = tmp_path / "sleutel.p12"
    file.write_bytes(a_key(valid=(start, end)).file)
    dossier = finals()
    unsigned = to_sign(dossier, [row.key for row in letter_book(dossier)])
    key = key_from(file, PASSPHRASE)
    with pytest.raises(JuryError) as caught:
        sign_letters(unsigned, key, at=NOW)
    moment = NOW + timedelta(days=limit)
    assert caught.value.message == say(why, holder=HOLDER, moment=moment)
    assert why in NOT_VALID
    assert len(sign_letters(unsigned, key, at=moment)) == len(sign_letters(unsigned, key)) == len(unsigned)


def content(dossier: Dossier, sha256: str) -> bytes:
    with dossier.read() as uow:
        return uow.blobs.get(sha256)


def test_both_files_are_kept_with_their_hashes(key_file: Path) -> None:
    dossier = finals()
    with dossier.read() as uow:
        before = uow.letters.find()

    signed = sign(dossier, key_file)

    for letter, old in zip(signed, before, strict=True):
        plain, with_signature = content(dossier, letter.pdf), content(dossier, letter.signed)
        assert letter == replace(old, signed=hashlib.sha256(with_signature).hexdigest())
        assert with_signature.startswith(plain)
        assert len(PdfFileReader(BytesIO(with_signature)).embedded_signatures) == 1
    with dossier.read() as uow:
        assert [(e.action, e.reason) for e in uow.journal.all()[-2:]] == [("letter.signed", HOLDER)] * 2
    assert [row.frozen for row in letter_book(dossier)] == [True, True]


def test_what_leaves_is_the_signed_file(tmp_path: Path, key_file: Path) -> None:
    dossier = finals()
    signed = sign(dossier, key_file)
    folder = set_out(parcels(dossier), tmp_path / "uit", Wish(paper=Paper.ALL)).folder

    for line, letter in zip(lines(folder), signed, strict=True):
        written = hashlib.sha256((folder / line["bestand"]).read_bytes()).hexdigest()
        assert written == letter.signed == letter.leaves == line["SHA-256 van wat vertrekt"]
        assert line["SHA-256 zonder handtekening"] == letter.pdf


def without_attachments(dossier: Dossier) -> None:
    """The candidacies of the builders name files that nobody put into the dossier."""
    with dossier.change() as uow:
        for candidacy in uow.candidacies.find():
            versions = tuple(replace(version, attachments=()) for version in candidacy.versions)
            uow.candidacies.save(replace(candidacy, versions=versions))
        uow.journal.append("test.emptied", "candidacy", "K-01")


def test_the_export_has_both(tmp_path: Path, key_file: Path) -> None:
    dossier = finals()
    first, _ = sign(dossier, key_file)
    without_attachments(dossier)
    hashes = {each.sha256 for each in make_bundle(dossier, BundleWish(tmp_path / "uit")).files}
    assert {first.pdf, first.signed} <= hashes


def test_the_passphrase_is_nowhere(tmp_path: Path, key_file: Path, caplog: pytest.LogCaptureFixture) -> None:
    file = tmp_path / "lier.jury"
    dossier = create_dossier(str(file), "lier-2023", now=lambda: NOW)
    with caplog.at_level(logging.DEBUG):
        sign(finals(dossier.store), key_file)
    dossier.store.close()

    secrets = [PASSPHRASE.encode(), PASSPHRASE.encode("utf-16-le"), a_key().file]
    everything = [path.read_bytes() for path in tmp_path.rglob("*") if path.is_file() and path != key_file]
    assert [secret for secret in secrets if any(secret in content for content in everything)] == []
    assert PASSPHRASE not in caplog.text


def test_a_wrong_passphrase_signs_nothing(key_file: Path) -> None:
    dossier = finals()
    keys = [row.key for row in letter_book(dossier)]
    with pytest.raises(JuryError) as caught:
        sign_letters(to_sign(dossier, keys), key_from(key_file, "fout"))
    assert caught.value.message == say("signing.key_refused")
    with dossier.read() as uow:
        assert {letter.signed for letter in uow.letters.find()} == {""}


def test_a_file_that_is_far_too_large_is_no_key(tmp_path: Path) -> None:
    file = tmp_path / "film.p12"
    with file.open("wb") as out:
        out.truncate(2_000_000)
    with pytest.raises(JuryError) as caught:
        key_from(file, PASSPHRASE)
    assert caught.value.message == say("signing.key_refused")


def test_only_what_is_final_and_right_is_signed(key_file: Path) -> None:
    dossier = finals()
    correct_candidacy(dossier, "c2", replace(particulars_of(a_candidacy(2)), contact="Lies Maes"))
    assert [letter.candidacy for letter in sign(dossier, key_file)] == ["c1"]


def test_what_left_meanwhile_is_not_signed_any_more(key_file: Path) -> None:
    dossier = finals()
    found = to_sign(dossier, [row.key for row in letter_book(dossier)])
    made = sign_letters(found, key_from(key_file, PASSPHRASE))
    send_letters(dossier, [found[1].letter.id], BY_MAIL)
    with pytest.raises(JuryError) as caught:
        keep_signed(dossier, made)
    assert caught.value.message == say("signing.changed_since", reference="K-02")
    with dossier.read() as uow:
        assert {letter.signed for letter in uow.letters.find()} == {""}


def test_signing_can_be_taken_back_until_the_letter_left(key_file: Path) -> None:
    dossier = finals()
    with dossier.read() as uow:
        before = uow.letters.find()
    take_back_signatures(dossier, sign(dossier, key_file), before)
    with dossier.read() as uow:
        assert uow.letters.find() == before


def test_a_letter_that_is_made_anew_has_no_signature(key_file: Path) -> None:
    dossier = finals()
    sign(dossier, key_file)
    correct_candidacy(dossier, "c2", replace(particulars_of(a_candidacy(2)), contact="Lies Maes"))
    keep_letters(dossier, draft_letters(letter_jobs(dossier)), final=True)
    with dossier.read() as uow:
        assert [bool(letter.signed) for letter in uow.letters.find()] == [True, False]


def test_signing_can_be_stopped(key_file: Path) -> None:
    dossier = finals()
    found = to_sign(dossier, [row.key for row in letter_book(dossier)])
    with pytest.raises(Cancelled):
        sign_letters(found, key_from(key_file, PASSPHRASE), None, lambda: True)
