"""Keys with a certificate of a day, made for a test and trusted by nobody."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from functools import cache

from cryptography import x509
from cryptography.hazmat.primitives import hashes
from cryptography.hazmat.primitives.asymmetric import ec, rsa
from cryptography.hazmat.primitives.serialization import (
    BestAvailableEncryption,
    Encoding,
    NoEncryption,
    PrivateFormat,
    pkcs12,
)

from tests.builders import NOW

HOLDER = "Stad Netegem"
PASSPHRASE = "geheime zin é 7391"


@dataclass(frozen=True)
class TestKey:
    """The PKCS#12 file, and what is in it: the certificate and the key, as a card takes them (DER)."""

    __test__ = False

    file: bytes
    certificate: bytes
    private: bytes


@cache
def a_key(
    holder: str = HOLDER,
    *,
    curved: bool = False,
    binding: bool = True,
    authority: bool = False,
    valid: tuple[datetime, datetime] | None = None,
) -> TestKey:
    """:param curved: on an elliptic curve, as on the Belgian identity card; otherwise RSA.
    :param binding: whether it binds its holder (non-repudiation), or only tells who that is.
    :param authority: whether it is of somebody who signs certificates, and nothing else.
    :param valid: from when until when; otherwise from the day before :data:`NOW` until tomorrow.
    """
    key = ec.generate_private_key(ec.SECP384R1()) if curved else rsa.generate_private_key(65537, 2048)
    name = x509.Name([x509.NameAttribute(x509.NameOID.COMMON_NAME, holder)])
    start, end = valid or (NOW - timedelta(days=1), datetime.now(UTC) + timedelta(days=1))
    usage = dict.fromkeys(("key_encipherment", "data_encipherment", "key_agreement", "crl_sign"), False)
    certificate = (
        x509.CertificateBuilder()
        .subject_name(name)
        .issuer_name(name)
        .public_key(key.public_key())
        .serial_number(7)
        .not_valid_before(start)
        .not_valid_after(end)
        .add_extension(x509.BasicConstraints(ca=authority, path_length=None), critical=True)
        .add_extension(
            x509.KeyUsage(
                digital_signature=not authority,
                content_commitment=binding and not authority,
                key_cert_sign=authority,
                encipher_only=False,
                decipher_only=False,
                **usage,
            ),
            critical=True,
        )
        .sign(key, hashes.SHA256())
    )
    lock = BestAvailableEncryption(PASSPHRASE.encode())
    file = pkcs12.serialize_key_and_certificates(b"brieven", key, certificate, None, lock)
    private = key.private_bytes(Encoding.DER, PrivateFormat.TraditionalOpenSSL, NoEncryption())
    return TestKey(file, certificate.public_bytes(Encoding.DER), private)
