"""An item of Outlook written as the mail it was, so that it is read like any other.

The headers are those of the transport, where Outlook kept them; what describes the parts is written anew.
The same item always gives the same bytes.
"""

from __future__ import annotations

import base64
import io
import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from email.utils import format_datetime
from hashlib import sha256
from urllib.parse import quote

from jury_desktop.mailbox import limits
from jury_desktop.mailbox.charset import clean
from jury_desktop.mailbox.lift import LONG, mark
from jury_desktop.mailbox.outlook import lzfu, rtf
from jury_desktop.mailbox.outlook.item import Attached, Item
from jury_desktop.mailbox.outlook.kinds import content_type, marks
from jury_desktop.mailbox.outlook.properties import UNICODE, Properties, Tag
from jury_desktop.mailbox.pieces import Pieces

Body = list["bytes | Letters"]
Part = tuple[str, Body]
"""The header lines of a part, and its body in pieces, so that large attachments are copied once."""

_FIELD = re.compile(r"^[!-9;-~]+[ \t]*:[^\n]*(?:\n[ \t][^\n]*)*", re.MULTILINE)
_OF_PARTS = re.compile(r"(?:content-(?!class|language)|mime-version)", re.IGNORECASE)
_BLANK = re.compile(rb"\r?\n\r?\n")
_TYPE = re.compile(r"[\w.+-]{1,60}/[\w.+-]{1,100}")
_COPIES = {1: "To", 2: "Cc", 3: "Bcc"}
_COPY = 0xF
"""The bits of the recipient type that say so; others tell how sending went."""
_WORD = 15


@dataclass(frozen=True, slots=True)
class Letters:
    """A content that is written in base64."""

    content: Pieces

    def __iter__(self) -> Iterator[bytes]:
        return self.content.in_base64()


def as_mime(item: Item) -> bytes:
    """The source of the message."""
    out = io.BytesIO()
    for piece in _written(_source(item)):
        out.write(piece)
    return out.getvalue()


def lifted(item: Item, token: str) -> tuple[bytes, list[Pieces]]:
    """The source with marks, known by the token, instead of its long contents in base64, and these."""
    contents: list[Pieces] = []
    pieces: Body = []
    for piece in _source(item):
        if isinstance(piece, Letters) and len(piece.content) >= LONG:
            pieces.append(mark(token, len(contents)))
            contents.append(piece.content)
        else:
            pieces.append(piece)
    return b"".join(_written(pieces)), contents


def _written(body: Body) -> Iterator[bytes]:
    for piece in body:
        yield from (piece,) if isinstance(piece, bytes) else piece


def _source(item: Item) -> Body:
    kind = content_type(item)
    if kind.sealed:
        return [_utf8(f"{_headers(item)}Content-Type: {kind.name}\n\n"), bytes(kind.content)]
    if kind.whole:
        described, signed = _entity(bytes(kind.content))
        return [_utf8(f"{_headers(item)}{described}\n"), signed]
    body, inline = _body(item), _inline(item)
    if inline:
        body = _multipart("multipart/related", [body, *(_file(one, inline=True) for one in inline)])
    files = [_file(one) for one in item.attachments if not any(one is shown for shown in inline)]
    head, content = _multipart(kind.name, [body, *files])
    return [_utf8(f"{_headers(item)}MIME-Version: 1.0\n{head}\n"), *content]


def _entity(signed: bytes) -> tuple[str, bytes]:
    """The header lines that say what follows them, and that; the sender may have written any others."""
    head, _, content = _BLANK.sub(b"\n\n", signed, count=1).partition(b"\n\n")
    fields = _FIELD.findall(clean(head.decode("utf-8", "replace")))
    return "".join(f"{field}\n" for field in fields if _OF_PARTS.match(field)), content


def _headers(item: Item) -> str:
    """The header lines: those of the transport, completed from the properties."""
    transport = item.properties.text(Tag.TRANSPORT_HEADERS).lstrip("\n").partition("\n\n")[0]
    lines = [field for field in _FIELD.findall(transport) if not _OF_PARTS.match(field)]
    known = {line.partition(":")[0].strip().lower() for line in lines}
    ours = [(name, value) for name, value in (*_own(item), *marks(item)) if value]
    lines += [f"{name}: {value}" for name, value in ours if name.lower() not in known]
    return "".join(f"{line}\n" for line in lines)


def _own(item: Item) -> list[tuple[str, str]]:
    """What the properties say, as header fields."""
    own = item.properties
    sent = own.moment(Tag.CLIENT_SUBMIT_TIME)
    return [
        ("From", _sender(own)),
        *((name, _recipients(item.recipients, kind)) for kind, name in _COPIES.items()),
        ("Subject", encoded(_subject(own))),
        ("Date", format_datetime(sent.replace(microsecond=0)) if sent else ""),
        ("Message-ID", encoded(own.text(Tag.INTERNET_MESSAGE_ID))),
        ("In-Reply-To", encoded(own.text(Tag.IN_REPLY_TO))),
        ("References", encoded(own.text(Tag.INTERNET_REFERENCES))),
        ("Thread-Topic", encoded(own.text(Tag.CONVERSATION_TOPIC))),
        ("Thread-Index", base64.b64encode(own.data(Tag.CONVERSATION_INDEX)[:200]).decode()),
    ]


def _subject(own: Properties) -> str:
    """The subject; a .pst marks its prefix with two letters."""
    subject = own.text(Tag.SUBJECT)
    return subject[2:] if subject.startswith("\x01") else subject or own.text(Tag.NORMALIZED_SUBJECT)


def _sender(own: Properties) -> str:
    """Whom it is from: the one it was sent for, where a colleague pressed the button."""
    email = own.text(
        Tag.SENT_REPRESENTING_SMTP, Tag.SENDER_SMTP, Tag.SENT_REPRESENTING_EMAIL, Tag.SENDER_EMAIL
    )
    return _mailbox(own.text(Tag.SENT_REPRESENTING_NAME, Tag.SENDER_NAME), email)


def _recipients(recipients: Sequence[Properties], kind: int) -> str:
    chosen = [one for one in recipients if (one.number(Tag.RECIPIENT_TYPE) or 1) & _COPY == kind]
    found = [
        _mailbox(one.text(Tag.DISPLAY_NAME), one.text(Tag.SMTP_ADDRESS, Tag.EMAIL_ADDRESS)) for one in chosen
    ]
    return ",\n ".join(one for one in found if one)


def _mailbox(name: str, email: str) -> str:
    """A name and address; an address within Exchange ("/O=…") is not one that others can use."""
    address = "".join(email.split())
    if "@" not in address:
        address = ""
    shown = encoded(name, always=True)
    if not address:
        return f"{shown} <>" if shown else ""
    return f"{shown} <{encoded(address)}>" if shown and name != email else encoded(address)


def _body(item: Item) -> Part:
    """The text, as plain text and as HTML, or what the RTF says where there is neither."""
    own = item.properties
    wordings = [_text("plain", own.text(Tag.BODY))] if own.text(Tag.BODY).strip() else []
    if own.values.get(Tag.HTML, (0, b""))[0] == UNICODE:
        wordings.append(_text("html", own.text(Tag.HTML)))
    elif html := own.data(Tag.HTML):
        wordings.append(_leaf(f'text/html; charset="{own.web_letters}"', Pieces.of(html)))
    if not wordings and (packed := own.data(Tag.RTF_COMPRESSED)):
        text, is_html = rtf.original(lzfu.expanded(packed))
        wordings.append(_text("html" if is_html else "plain", text))
    if len(wordings) == 1:
        return wordings[0]
    return _multipart("multipart/alternative", wordings) if wordings else _text("plain", "")


def _text(kind: str, text: str) -> Part:
    return _leaf(f'text/{kind}; charset="utf-8"', Pieces.of(_utf8(text)))


def _leaf(kind: str, content: Pieces, more: str = "") -> Part:
    return f"Content-Type: {kind}\nContent-Transfer-Encoding: base64\n{more}", [Letters(content)]


def _inline(item: Item) -> list[Attached]:
    """The pictures that the text shows within itself."""
    html = item.properties.data(Tag.HTML)
    named = [one for one in item.attachments if one.content_id and one.embedded is None]
    return [one for one in named if one.is_hidden or _shown(html, one.content_id)]


def _shown(html: bytes, cid: str) -> bool:
    return any(f"cid:{cid}".encode(letters, "replace") in html for letters in ("utf-8", "utf-16-le"))


def _file(attached: Attached, inline: bool = False) -> Part:
    if attached.embedded is not None:
        return _message(attached.name, attached.embedded)
    claimed = attached.properties.text(Tag.ATTACH_MIME_TAG).strip().lower()
    kind = claimed if _TYPE.fullmatch(claimed) and not claimed.startswith(("multipart/", "message/")) else ""
    cid = "".join(attached.content_id.split())
    more = _disposition("inline" if inline else "attachment", attached.name)
    more += f"Content-ID: <{quote(cid, safe='@$.!')}>\n" if inline else ""
    return _leaf(kind or "application/octet-stream", attached.content, more)


def _message(name: str, item: Item) -> Part:
    """A message within the message; it may hold no other bytes than its own, so it is not encoded."""
    head = f"Content-Type: message/rfc822\n{_disposition('attachment', f'{name}.eml' if name else '')}"
    return head, _source(item)


def _disposition(how: str, name: str) -> str:
    named = f"; filename*=utf-8''{quote(name.encode('utf-8', 'replace'))}" if name.strip() else ""
    return f"Content-Disposition: {how}{named}\n"


def _multipart(kind: str, parts: Sequence[Part]) -> Part:
    """Parts between lines that occur in none of them: they carry the digest of them all."""
    digest = sha256()
    for head, content in parts:
        digest.update(_utf8(head))
        for piece in _written(content):
            digest.update(piece)
    edge = f"=_{digest.hexdigest()[:40]}"
    pieces: Body = []
    for head, content in parts:
        pieces += [_utf8(f"--{edge}\n{head}\n"), *content, b"\n"]
    return f'Content-Type: {kind}; boundary="{edge}"\n', [*pieces, f"--{edge}--\n".encode()]


def encoded(text: str, always: bool = False) -> str:
    """A header value in one line of ASCII: as it is, or in encoded words (RFC 2047)."""
    line = " ".join(text.split())[: limits.HEADER_CHARACTERS // 8]
    if line.isascii() and line.isprintable() and "=?" not in line and not always:
        return line
    words = (line[at : at + _WORD] for at in range(0, len(line), _WORD))
    return " ".join(f"=?utf-8?b?{base64.b64encode(_utf8(word)).decode()}?=" for word in words)


def _utf8(text: str) -> bytes:
    return text.encode("utf-8", "replace")
