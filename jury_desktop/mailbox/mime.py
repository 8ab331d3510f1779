"""One message taken apart: headers, text and attachments. Runs in the reading process."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from email.message import Message as Part

from jury_desktop.domain.errors import refuse
from jury_desktop.domain.messages import Message
from jury_desktop.mailbox import headers, hypertext, limits, parts, signed
from jury_desktop.mailbox.automatic import automatic
from jury_desktop.mailbox.charset import decode
from jury_desktop.mailbox.headers import Headed
from jury_desktop.mailbox.lift import Stretch, put_back
from jury_desktop.mailbox.names import safe_name
from jury_desktop.mailbox.outlook import attachments
from jury_desktop.mailbox.parse import message_from
from jury_desktop.mailbox.sniff import TNEF, danger, media_type

_BASE64_LINES = re.compile(rb"^[A-Za-z0-9+/]{60,}={0,2}\r?$", re.MULTILINE)
_MESSAGES = frozenset({"message/rfc822", "message/global", "message/news", "message/partial"})
_SMIME = frozenset({"application/pkcs7-mime", "application/x-pkcs7-mime"})
_PGP = re.compile(r"\s{0,100}-----BEGIN PGP MESSAGE-----.*-----END PGP MESSAGE-----\s*", re.DOTALL)
_LOCKED = (".pgp", ".gpg", ".asc")
"""How files are called that were locked along with the text."""
_ALTERNATIVE = "multipart/alternative"
_MARKUP = re.compile(r"<[^>]*>|&")
_GAPS = "<& \n\t\r\v\f\x1c\x1d\x1e\x1f"
_ALL_GAPS = _GAPS + "".join(letter for letter in map(chr, range(128, 0x3001)) if letter.isspace())
_BODIES = frozenset({"text/plain", "text/html"})


@dataclass(frozen=True, slots=True)
class File:
    """An attachment with its safe name, its type by content, and why it is not opened, if so.

    :param content: of one that was lifted out of the message, as much as is shown here.
    :param decorates: whether it is a part of the text (a logo) rather than something that was attached.
    :param lifted: the number of the stretch that it is, or None.
    """

    name: str
    media_type: str
    content: bytes
    problem: Message | None
    decorates: bool
    lifted: int | None = None


@dataclass(slots=True)
class Opened:
    """A message taken apart.

    :param nested: (name, text) of the messages within it.
    :param wordings: where among the texts those begin that are wordings of the same.
    """

    message: Headed
    automatic: Message | None
    texts: list[str] = field(default_factory=list)
    nested: list[tuple[str, str]] = field(default_factory=list)
    files: list[File] = field(default_factory=list)
    unwrapped: int = 0
    wordings: int = 0

    @property
    def text(self) -> str:
        """The whole body."""
        return "\n\n".join(text for text in self.texts if text.strip())[: limits.TEXT_CHARACTERS]


def take_apart(raw: bytes) -> Opened:
    """Reads a message, however broken; raises as :func:`opened` does."""
    return opened(message_from(raw))


def opened(message: Part, stretches: Sequence[Stretch] = (), token: str = "") -> Opened:
    """What stands in a message.

    :param stretches: what stands for the marks in it, which the token tells.
    :raises JuryError: when it is encrypted, wrecked, or has too many parts or too many within each other.
    :raises WholeError: when it cannot be read without what was lifted out of it.
    """
    every = list(_all_parts(message))
    if len(every) > limits.PARTS:
        raise refuse("intake.too_many_parts", parts=limits.PARTS)
    if stretches:
        parts.keep_sources(every)
        put_back(every, stretches, token)
    if _is_sealed(message):
        raise refuse("intake.sealed")
    if _is_wreck(message):
        raise refuse("intake.wreck")
    found = Opened(message, automatic(message))
    _visit(message, found, 0)
    if all(file.name.lower().endswith(_LOCKED) for file in found.files) and is_locked(found.text):
        raise refuse("intake.sealed")
    return found


def _is_sealed(message: Part) -> bool:
    """Whether it is encrypted; what only a signature wraps can be read."""
    kind = message.get_content_type()
    return kind == "multipart/encrypted" or (kind in _SMIME and signed.content(parts.whole(message)) is None)


def is_locked(text: str) -> bool:
    """Whether a text is nothing but a block of PGP."""
    return _PGP.fullmatch(text) is not None


def _is_wreck(message: Part) -> bool:
    """Whether it claims to have parts, shows none, and what it shows instead is no text a person wrote."""
    if message.get_content_maintype() != "multipart" or message.is_multipart():
        return False
    body = str(message.get_payload()).encode("utf-8", "surrogateescape")
    binary = sum(byte < 9 or byte > 126 for byte in body)
    return 5 * binary > len(body) or len(_BASE64_LINES.findall(body)) > 2


def _all_parts(message: Part) -> Iterator[Part]:
    """Every part, without recursion, at most one more than allowed."""
    waiting = [message]
    for _ in range(limits.PARTS + 1):
        if not waiting:
            return
        part = waiting.pop()
        yield part
        waiting.extend(_children(part))


def _children(part: Part) -> list[Part]:
    payload = part.get_payload()
    return [child for child in payload if isinstance(child, Part)] if isinstance(payload, list) else []


def _visit(part: Part, opened: Opened, depth: int, within: str = "") -> None:
    """:param within: the type of the multipart around the part."""
    if depth > limits.DEPTH:
        raise refuse("intake.too_deep", depth=limits.DEPTH)
    kind = part.get_content_type()
    if not part.is_multipart():
        _leaf(part, kind, opened, within, depth)
    elif kind in _MESSAGES:
        _nested(part, opened, depth)
    elif part.get_content_maintype() == "message":
        _attach(part, b"\n".join(map(parts.source, _children(part))), opened, within)
    elif kind == _ALTERNATIVE:
        _alternative(part, opened, depth)
    else:
        for child in _children(part):
            _visit(child, opened, depth + 1, kind)


def _alternative(part: Part, opened: Opened, depth: int) -> None:
    """Of several wordings of one text keeps one; attachments are kept from all."""
    around, opened.wordings = opened.wordings, len(opened.texts)
    for child in _children(part):
        _visit(child, opened, depth + 1, _ALTERNATIVE)
    opened.texts[opened.wordings :] = _best(opened.texts[opened.wordings :])
    opened.wordings = around


def is_said(html: str, wordings: Sequence[str]) -> bool:
    """Whether a plainer wording will be kept whatever the HTML says, which then need not be read."""
    words = next((count for text in wordings if (count := len(text.split()))), 0)
    return words > 0 and (2 * words >= _at_most(html) or 2 * words >= len(_MARKUP.sub(" ", html).split()))


def _at_most(html: str) -> int:
    """More words than this cannot stand in it, told without reading it: each but the first follows a gap."""
    return 1 + sum(map(html.count, _GAPS if html.isascii() else _ALL_GAPS))


def _best(wordings: Sequence[str]) -> list[str]:
    """The plainest, which comes first, unless another says more than twice as much."""
    words = [len(text.split()) for text in wordings]
    most = max(words, default=0)
    return [text for text, count in zip(wordings, words, strict=True) if count and 2 * count >= most][:1]


def _nested(part: Part, opened: Opened, depth: int) -> None:
    """A message within the message: an attachment, and so are its own; its text is set apart."""
    for child in _children(part):
        message = _decoded(part, child, opened)
        subject = headers.text(message, "Subject")
        name = _attach(part, parts.source(child), opened, fallback=f"{subject or 'bericht'}.eml")
        before = len(opened.texts)
        _visit(message, opened, depth + 1)
        _set_apart(name, subject, opened, before)


def _decoded(part: Part, child: Part, opened: Opened) -> Part:
    """The message within the message to read: what it says once decoded, where it was encoded by mistake."""
    source = parts.decoded(part, child) if opened.unwrapped < limits.UNWRAPPED else None
    if source is None:
        return child
    opened.unwrapped += 1
    return message_from(source)


def _set_apart(name: str, subject: str, opened: Opened, before: int) -> None:
    """Takes the texts of a message within the message out of those of the message itself."""
    within = "\n\n".join(opened.texts[before:])
    del opened.texts[before:]
    opened.nested.append((name, f"{subject}\n{within}"))


def _leaf(part: Part, kind: str, opened: Opened, within: str, depth: int) -> None:
    if _is_body(part, kind):
        text = decode(parts.text(part), parts.charset(part))[: limits.TEXT_CHARACTERS]
        if kind != "text/html":
            opened.texts.append(text)
        elif within != _ALTERNATIVE or not is_said(text, opened.texts[opened.wordings :]):
            opened.texts.append(hypertext.to_text(text))
        return
    content, lifted = parts.content(part)
    if not _unwrap(part, content, opened, depth, lifted):
        _attach(part, content, opened, within, lifted=lifted)


def _unwrap(part: Part, content: bytes, opened: Opened, depth: int, lifted: Stretch | None) -> bool:
    """What Outlook (.msg, winmail.dat) or a signature wrapped: its attachments are those of the message.

    :return: False for what holds no message, or none that can be read.
    """
    found = _within(part, content) if opened.unwrapped < limits.UNWRAPPED else None
    if found is None:
        return False
    opened.unwrapped += 1
    if found.spent:
        kind = media_type(content, part.get_content_type())
        name = safe_name(parts.filename(part), "winmail.dat" if kind == TNEF else "smime.p7m")
        opened.files.append(File(name, kind, content, None, decorates=True))
    else:
        name = _attach(part, content, opened, lifted=lifted)
    before = len(opened.texts)
    _visit(found.message, opened, depth + 1)
    if found.apart or any(text.strip() for text in opened.texts[:before]):
        _set_apart(name, "", opened, before)
    return True


def _within(part: Part, content: bytes) -> attachments.Within | None:
    """The message that a part wraps, if it does."""
    if part.get_content_type() not in _SMIME:
        return attachments.within(content)
    source = signed.content(parts.text(part))
    return None if source is None else attachments.Within(message_from(source), spent=True, apart=False)


def _is_body(part: Part, kind: str) -> bool:
    """Text that stands in the message itself; also a multipart that turned out to have no parts."""
    broken = kind.startswith("multipart/")
    return (
        (broken or kind in _BODIES) and not parts.filename(part) and parts.disposition(part) != "attachment"
    )


def _attach(
    part: Part,
    content: bytes,
    opened: Opened,
    within: str = "",
    fallback: str = "",
    lifted: Stretch | None = None,
) -> str:
    kind = media_type(content, part.get_content_type())
    name = safe_name(parts.filename(part), safe_name(fallback, f"naamloos-{len(opened.files) + 1}"))
    number, size = (lifted.number, lifted.size) if lifted else (None, len(content))
    decorates = _decorates(part, kind, size, within)
    opened.files.append(File(name, kind, content, danger(content, kind, name), decorates, number))
    return name


def _decorates(part: Part, kind: str, size: int, within: str) -> bool:
    """Whether it belongs to the text itself: a logo within it, or the same said for machines."""
    if parts.disposition(part) == "attachment":
        return False
    logo = kind.startswith("image/") and "Content-ID" in part and size <= limits.DECORATION_BYTES
    if within == "multipart/related" and logo:
        return True
    return within in (_ALTERNATIVE, "multipart/report") and not parts.filename(part)
