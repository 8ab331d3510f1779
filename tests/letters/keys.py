"""A key with a certificate of a day, made for a test and trusted by nobody."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from functools import cache

from cryptography import x509
from cryptography.hazmat.primitives import hashes
from cryptography.hazmat.primitives.asymmetric import rsa
from cryptography.hazmat.primitives.serialization import BestAvailableEncryption, Encoding, pkcs12

HOLDER = "Stad Netegem"
PASSPHRASE = "geheime zin é 7391"


@dataclass(frozen=True)
class TestKey:
    """The PKCS#12 file, and the certificate in it (DER)."""

    __test__ = False

    file: bytes
    certificate: bytes


@cache
def a_key() -> TestKey:
    key = rsa.generate_private_key(public_exponent=65537, key_size=2048)
    name = x509.Name([x509.NameAttribute(x509.NameOID.COMMON_NAME, HOLDER)])
    now = datetime.now(UTC)
    usage = dict.fromkeys(
        ("key_encipherment", "data_encipherment", "key_agreement", "key_cert_sign", "crl_sign"), False
    )
    certificate = (
        x509.CertificateBuilder()
        .subject_name(name)
        .issuer_name(name)
        .public_key(key.public_key())
        .serial_number(7)
        .not_valid_before(now - timedelta(days=1))
        .not_valid_after(now + timedelta(days=1))
        .add_extension(x509.BasicConstraints(ca=False, path_length=None), critical=True)
        .add_extension(
            x509.KeyUsage(
                digital_signature=True,
                content_commitment=True,
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
    return TestKey(file, certificate.public_bytes(Encoding.DER))
