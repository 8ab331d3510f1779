"""An archive of Outlook for Mac (.olm): a zip with an XML file for each message and its attachments beside.

The XML names each attachment by its place in the zip. It is read in the reading process, without document
type, entities or network, and written as an ordinary message, so that all that follows is the same as ever.
"""

from __future__ import annotations

import io
import re
import zipfile
from collections.abc import Iterator, Mapping, Sequence
from datetime import UTC, datetime
from email.header import Header
from email.utils import format_datetime, formataddr
from hashlib import sha256
from html import unescape

from lxml import etree

from jury_desktop.domain.errors import refuse
from jury_desktop.domain.mail import Evidence, EvidenceKind
from jury_desktop.domain.messages import say
from jury_desktop.mailbox import limits
from jury_desktop.mailbox.archives import Unusable
from jury_desktop.mailbox.charset import clean
from jury_desktop.mailbox.pieces import Pieces
from jury_desktop.mailbox.places import Found, Place, Raw, Refused, beginning

Part = tuple[str, Pieces]
"""The header lines of a part, and its content."""
FORM = "olm"
"""What the reading process is asked for."""

_MESSAGE = re.compile(r"(?:^|/)message_[^/]*\.xml$", re.IGNORECASE)
_URL = re.compile(rb"OPFAttachmentURL\s*=\s*(?:\"([^\"]{1,2000})\"|'([^']{1,2000})')")
_RECEIVED = re.compile(rb"<OPFMessageCopyReceivedTime[^>]*>\s*([^<\s]{10,40})\s*</")
_PART = re.compile(r"/(?:com\.microsoft\.__(?:Messages|Attachments))(?=/|$)")
_KIND = re.compile(r"[\w.+-]+/[\w.+-]+")
_COPIED = "OPFMessageCopy"
_WRITERS = ("FromAddresses", "SenderAddress")
_READERS = {"ToAddresses": "To", "CCAddresses": "Cc", "BCCAddresses": "Bcc"}
_NAMES = {
    "Subject": "Subject",
    "MessageID": "Message-ID",
    "InReplyTo": "In-Reply-To",
    "References": "References",
    "ThreadTopic": "Thread-Topic",
    "ThreadIndex": "Thread-Index",
}


def is_archive(names: Sequence[str]) -> bool:
    """Whether a zip with these members is an archive of Outlook for Mac."""
    return any("com.microsoft.__Messages" in name and _MESSAGE.search(name) for name in names)


def owns(name: str) -> bool:
    """Whether a member belongs to the archive itself: its messages, their attachments, its lists in XML."""
    return name.endswith(".xml") or _PART.search(name) is not None


def read(place: Place, archive: zipfile.ZipFile, members: Sequence[zipfile.ZipInfo]) -> Iterator[Found]:
    """Every message of the archive, each with the attachments that its XML names."""
    by_name = {member.filename: member for member in members}
    for name in sorted(filter(_MESSAGE.search, by_name)):
        source = f"{place.name} › {_PART.sub('', clean(name))}"
        try:
            yield _message(source, archive, by_name, name)
        except (RuntimeError, *Unusable) as error:
            yield Refused(source, b"", say("intake.broken", detail=type(error).__name__))


def _message(
    source: str, archive: zipfile.ZipFile, members: Mapping[str, zipfile.ZipInfo], name: str
) -> Found:
    if members[name].file_size > limits.MESSAGE_BYTES:
        with archive.open(name) as stream:
            reason = say("intake.too_large", megabytes=members[name].file_size // limits.MEBIBYTE)
            return beginning(source, stream.read(limits.KEPT_BYTES), reason, cut=True)
    data = archive.read(name)
    named = [unescape((one or two).decode("utf-8", "replace")) for one, two in _URL.findall(data)]
    wanted = list(dict.fromkeys(named))[: limits.PARTS]
    if sum(members[url].file_size for url in wanted if url in members) > limits.MESSAGE_BYTES:
        reason = say("intake.too_large", megabytes=_megabytes(members, wanted))
        return beginning(source, data, reason, cut=True)
    files = tuple((url, archive.read(url)) for url in wanted if url in members)
    missing = len(wanted) - len(files)
    notes = (say("intake.olm_missing", missing=missing),) if missing else ()
    return Raw(source, data, tuple(_evidence(data)), notes, FORM, files)


def _megabytes(members: Mapping[str, zipfile.ZipInfo], names: Sequence[str]) -> int:
    return sum(members[name].file_size for name in names if name in members) // limits.MEBIBYTE


def _evidence(data: bytes) -> Iterator[Evidence]:
    """The delivery time that the server set, which Outlook for Mac writes in UTC without saying so."""
    if found := _RECEIVED.search(data):
        raw = found[1].decode("ascii", "replace")
        yield Evidence(EvidenceKind.MAPI_DELIVERY, f"OPFMessageCopyReceivedTime {raw}", _moment(raw))


def _moment(text: str) -> datetime | None:
    try:
        at = datetime.fromisoformat(text.strip())
    except ValueError:
        return None
    return at.replace(tzinfo=UTC) if at.tzinfo is None else at.astimezone(UTC)


def rewrite(data: bytes, files: Mapping[str, bytes]) -> bytes:
    """The message of an XML file as RFC 5322 has it; the same bytes every time. Runs in the reading process.

    :param files: the attachments by their place in the zip.
    :raises JuryError: when the XML declares a document type.
    """
    email = _email(data)
    boundary = f"olm-{sha256(data).hexdigest()[:32]}"
    lines = [
        *_headers(email),
        "MIME-Version: 1.0",
        f'Content-Type: multipart/mixed; boundary="{boundary}"',
        "",
    ]
    out = io.BytesIO()
    out.write("\n".join([*lines, ""]).encode("utf-8", "replace"))
    for head, content in (*_bodies(email), *_attached(email, files)):
        out.write(f"--{boundary}\n{head}\nContent-Transfer-Encoding: base64\n\n".encode("utf-8", "replace"))
        out.writelines(content.in_base64())
    out.write(f"--{boundary}--\n".encode())
    return out.getvalue()


def _email(data: bytes) -> etree._Element:
    parser = etree.XMLParser(
        resolve_entities=False, no_network=True, load_dtd=False, huge_tree=False, recover=True
    )
    root = etree.fromstring(data, parser)
    if root is None:
        raise refuse("intake.malformed", detail="XML")
    if root.getroottree().docinfo.doctype:
        raise refuse("intake.xml_doctype")
    found = root if root.tag == "email" else root.find(".//email")
    return root if found is None else found


def _headers(email: etree._Element) -> Iterator[str]:
    for name, header in _NAMES.items():
        if value := _said(email, name):
            yield f"{header}: {_encoded(_bracketed(header, value))}"
    writers = next((found for name in _WRITERS if (found := _addresses(email, name))), "")
    if writers:
        yield f"From: {writers}"
    for name, header in _READERS.items():
        if readers := _addresses(email, name):
            yield f"{header}: {readers}"
    if sent := _moment(_said(email, "SentTime")):
        yield f"Date: {format_datetime(sent)}"


def _said(email: etree._Element, name: str) -> str:
    found = email.find(f".//{_COPIED}{name}")
    return "" if found is None else " ".join("".join(found.itertext()).split())


def _bracketed(header: str, value: str) -> str:
    """A Message-ID in its brackets, which Outlook for Mac leaves out."""
    return f"<{value}>" if header in ("Message-ID", "In-Reply-To") and "<" not in value else value


def _encoded(value: str) -> str:
    value = clean(value)
    return value if value.isascii() else Header(value, "utf-8", maxlinelen=200).encode()


def _addresses(email: etree._Element, name: str) -> str:
    found = email.find(f".//{_COPIED}{name}")
    if found is None:
        return ""
    pairs = (
        (_told(item, "OPFContactEmailAddressName"), _told(item, "OPFContactEmailAddressAddress"))
        for item in found
    )
    return ", ".join(_address(*pair) for pair in pairs if pair[1])[: limits.HEADER_CHARACTERS]


def _address(name: str, email: str) -> str:
    """A name that only repeats the address is left out."""
    shown = "" if name == email else name
    return formataddr((shown, email)) if email.isascii() else _encoded(f"{shown} <{email}>")


def _told(item: etree._Element, name: str) -> str:
    """What an attribute says, or the element of the same name within."""
    return " ".join(clean(str(item.get(name) or item.findtext(name) or "")).split())


def _bodies(email: etree._Element) -> Iterator[Part]:
    """The text as Outlook shows it: as HTML where there is any, else plain."""
    html, plain = (email.findtext(f".//{_COPIED}{name}") or "" for name in ("HTMLBody", "Body"))
    marked = html or (plain if "<html" in plain[:2000].lower() else "")
    kind, text = ("html", marked) if marked.strip() else ("plain", plain)
    yield f"Content-Type: text/{kind}; charset=utf-8", Pieces.of(text.encode("utf-8", "replace"))


def _attached(email: etree._Element, files: Mapping[str, bytes]) -> Iterator[Part]:
    for item in email.iter("messageAttachment"):
        name = _told(item, "OPFAttachmentName")
        content = files.get(str(item.get("OPFAttachmentURL") or item.findtext("OPFAttachmentURL") or ""))
        if content is not None:
            yield _attachment_head(item, name.replace('"', "'")), Pieces.of(content)


def _attachment_head(item: etree._Element, name: str) -> str:
    """An attachment with a content id stands in the text itself."""
    kind = _told(item, "OPFAttachmentContentType")
    lines = [f"Content-Type: {kind if _KIND.fullmatch(kind) else 'application/octet-stream'}"]
    identifier = _told(item, "OPFAttachmentContentID")
    lines.append(
        f'Content-Disposition: {"inline" if identifier else "attachment"}; filename="{_encoded(name)}"'
    )
    return "\n".join([*lines, *([f"Content-ID: <{_encoded(identifier)}>"] if identifier else [])])
