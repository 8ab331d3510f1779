"""An invisible signature on a finished PDF (PAdES, ETSI EN 319 142-1), that keeps PDF/A-2a and PDF/UA-1.

The file is added to, never altered: the bytes that were there stay the first part of it, so that the hash of
the letter without signature can always be made again. pyHanko does the signing, loaded when somebody signs.
"""

from __future__ import annotations

import hashlib
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from datetime import datetime
from io import BytesIO
from typing import TYPE_CHECKING, Any

from jury_desktop.domain.errors import refuse
from jury_desktop.domain.messages import Message, say
from jury_desktop.letters import cards
from jury_desktop.letters.cards import CardKey

if TYPE_CHECKING:
    from pyhanko.pdf_utils.incremental_writer import IncrementalPdfFileWriter
    from pyhanko.sign.signers import Signer, SimpleSigner

FIELD = "Handtekening"
_READ_ALOUD = "Elektronische handtekening"


@dataclass(frozen=True, slots=True)
class KeyFile:
    """A certificate with its key (PKCS#12, ``.p12`` or ``.pfx``); what it says of itself gives nothing away.

    :param content: the bytes of the file.
    """

    content: bytes = field(repr=False)
    passphrase: str = field(repr=False)


@contextmanager
def opened(key: KeyFile | CardKey) -> Iterator[Pen]:
    """A pen that signs with the key, as long as the block lasts.

    :raises JuryError: the file is no key, the card is gone, or the passphrase or PIN is not its.
    """
    if isinstance(key, CardKey):
        with cards.signer(key) as signer:
            yield Pen(signer)
    else:
        yield Pen(_signer(key))


class Pen:
    """Signs PDFs with one key."""

    def __init__(self, signer: Signer) -> None:
        self._signer = signer

    @property
    def name(self) -> str:
        """Whom the certificate names."""
        certificate = self._signer.signing_cert
        return "?" if certificate is None else cards.holder(certificate)

    def not_valid(self, at: datetime) -> Message | None:
        """Why its certificate does not count at a moment (aware), if it does not: its holder can sign with it
        all the same, but a reader of the PDF is warned."""
        certificate = self._signer.signing_cert
        if certificate is None:
            return None
        if certificate.not_valid_after < at:
            return say("signing.expired", holder=self.name, moment=certificate.not_valid_after)
        if at < certificate.not_valid_before:
            return say("signing.not_yet_valid", holder=self.name, moment=certificate.not_valid_before)
        return None

    def sign(self, pdf: bytes) -> bytes:
        """The PDF with a signature behind it.

        :raises JuryError: the PDF cannot be signed.
        """
        from pyhanko.pdf_utils.misc import PdfError
        from pyhanko.sign.fields import SigSeedSubFilter
        from pyhanko.sign.general import SigningError
        from pyhanko.sign.signers import PdfSignatureMetadata, PdfSigner

        how = PdfSignatureMetadata(FIELD, md_algorithm="sha256", subfilter=SigSeedSubFilter.PADES)
        out = BytesIO()
        try:
            writer = _writer(pdf)
            _add_field(writer)
            PdfSigner(how, self._signer).sign_pdf(writer, existing_fields_only=True, output=out)
        except (PdfError, SigningError, KeyError) as error:
            raise refuse("signing.refused", sha256=hashlib.sha256(pdf).hexdigest()[:16]) from error
        return out.getvalue()


def _signer(key: KeyFile) -> SimpleSigner:
    from pyhanko.sign.signers import SimpleSigner

    try:
        signer: SimpleSigner = SimpleSigner.load_pkcs12_data(key.content, [], key.passphrase.encode())
    except (ValueError, TypeError, AttributeError):  # nothing of the key goes along into a report
        raise refuse("signing.key_refused") from None
    return signer


def _writer(pdf: bytes) -> IncrementalPdfFileWriter:
    """A writer that leaves properties and XMP as they are: pyHanko writes them in a form that PDF/A refuses,
    and the letter keeps the one date it has."""
    from pyhanko.pdf_utils.incremental_writer import IncrementalPdfFileWriter

    class Writer(IncrementalPdfFileWriter):
        def _update_meta(self) -> None:
            pass

    return Writer(BytesIO(pdf))


def _add_field(writer: IncrementalPdfFileWriter) -> None:
    """An invisible field on the first page. PDF/UA-1 (7.18.4) wants it named, and within a Form element."""
    from pyhanko.sign.fields import SigFieldSpec, append_signature_field

    append_signature_field(writer, SigFieldSpec(FIELD, readable_field_name=_READ_ALOUD))
    widget = writer.root["/AcroForm"]["/Fields"].raw_get(0)
    _tag(writer, widget)


def _tag(writer: IncrementalPdfFileWriter, widget: Any) -> None:
    """Puts the field into the structure tree, behind everything else, and ties both to each other."""
    from pyhanko.pdf_utils import generic

    number_of: Any = generic.NumberObject
    tree = writer.root["/StructTreeRoot"]
    document, number = tree["/K"], number_of(tree["/ParentTreeNextKey"])
    page = writer.root["/Pages"]["/Kids"].raw_get(0)
    reference = _dictionary(Type=generic.pdf_name("/OBJR"), Pg=page, Obj=widget)
    element = writer.add_object(
        _dictionary(
            Type=generic.pdf_name("/StructElem"),
            S=generic.pdf_name("/Form"),
            P=tree.raw_get("/K"),
            Alt=generic.pdf_string(_READ_ALOUD),
            K=generic.ArrayObject([reference]),
        )
    )
    document["/K"].append(element)
    tree["/ParentTree"]["/Nums"].extend([number, element])
    tree["/ParentTreeNextKey"] = number_of(number + 1)
    field_ = widget.get_object()
    field_["/StructParent"] = number
    for changed in (document, tree, field_):
        writer.update_container(changed)


def _dictionary(**entries: Any) -> Any:
    from pyhanko.pdf_utils import generic

    made: Any = generic.DictionaryObject
    return made({generic.pdf_name(f"/{name}"): value for name, value in entries.items()})
