"""Cards for tests: SoftHSM2, a real PKCS#11 library that keeps its keys in files.

Debian has it in ``softhsm2``; ``SOFTHSM2_MODULE`` names the library where it lies elsewhere. Tests that need
it are skipped where it is not found.
"""

from __future__ import annotations

import os
import shutil
import subprocess
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any, TypeVar

import pkcs11
import pytest
from pkcs11 import Attribute, ObjectClass
from pkcs11.util.ec import decode_ec_private_key
from pkcs11.util.rsa import decode_rsa_private_key
from pkcs11.util.x509 import decode_x509_certificate

from tests.letters.keys import TestKey

PIN = "739150"
T = TypeVar("T", bound=Callable[..., Any] | type)
_MODULES = (
    os.environ.get("SOFTHSM2_MODULE", ""),
    "/usr/lib/softhsm/libsofthsm2.so",
    "/usr/lib/x86_64-linux-gnu/softhsm/libsofthsm2.so",
    "/usr/lib64/pkcs11/libsofthsm2.so",
)
MODULE = next((Path(file) for file in _MODULES if file and Path(file).is_file()), None)
WHY_NOT = "SoftHSM2 is not installed (Debian: softhsm2), and SOFTHSM2_MODULE names none"


@dataclass(frozen=True)
class Reader:
    """A card reader: the cards in it lie in a folder."""

    folder: Path

    @property
    def module(self) -> Path:
        assert MODULE is not None
        return MODULE

    def insert(self, name: str) -> Card:
        """Puts in a new card, with nothing on it."""
        label = ["--init-token", "--free", "--label", name, "--so-pin", "00000000", "--pin", PIN]
        subprocess.run([_tool(self.module), "--module", self.module, *label], check=True, capture_output=True)
        self._look_again()
        return Card(self, name)

    def empty(self) -> None:
        """Takes all cards out."""
        shutil.rmtree(self.folder)
        self.folder.mkdir()
        self._look_again()

    def _look_again(self) -> None:
        """The library looks at its files once, when it starts."""
        pkcs11.lib(str(self.module)).reinitialize()


@dataclass(frozen=True)
class Card:
    """A card in a reader."""

    reader: Reader
    name: str

    def keep(self, key: TestKey, number: int, label: str, *, private: bool = True) -> None:
        """Puts a certificate on the card under a number, and its key with it unless told otherwise."""
        named = {Attribute.ID: bytes([number]), Attribute.LABEL: label, Attribute.TOKEN: True}
        token = pkcs11.lib(str(self.reader.module)).get_token(token_label=self.name)
        with token.open(rw=True, user_pin=PIN) as session:
            public = {**decode_x509_certificate(key.certificate), Attribute.PRIVATE: False}
            session.create_object({**public, **named})
            if private:
                session.create_object({**_decoded(key.private), **named, Attribute.PRIVATE: True})


def needs_a_card(test: T) -> T:
    """Marks what runs where SoftHSM2 is found alone."""
    skipped: T = pytest.mark.skipif(MODULE is None, reason=WHY_NOT)(test)
    return skipped


def a_reader(folder: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Reader]:
    """For a fixture: a reader without a card. SoftHSM looks for its settings in the environment."""
    cards, settings = folder / "cards", folder / "softhsm2.conf"
    cards.mkdir()
    settings.write_text(f"directories.tokendir = {cards}\nobjectstore.backend = file\n", encoding="utf-8")
    monkeypatch.setenv("SOFTHSM2_CONF", str(settings))
    made = Reader(cards)
    made.empty()
    yield made
    pkcs11.lib(str(made.module)).finalize()


def _decoded(private: bytes) -> dict[Attribute, object]:
    try:
        attributes = decode_rsa_private_key(private)
    except ValueError:
        attributes = decode_ec_private_key(private)
    return {**attributes, Attribute.CLASS: ObjectClass.PRIVATE_KEY, Attribute.SIGN: True}


def _tool(module: Path) -> str:
    """What makes cards for a library: on the path, or as its package lays it beside it."""
    beside = (above / "bin" / "softhsm2-util" for above in module.parents)
    found = shutil.which("softhsm2-util") or next((str(file) for file in beside if file.is_file()), None)
    assert found is not None, "softhsm2-util belongs to SoftHSM2"
    return found
