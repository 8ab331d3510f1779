"""Parts of a message, written by hand so that every byte is ours: no library folds or encodes for us."""

from __future__ import annotations

import base64
import quopri
from dataclasses import dataclass
from hashlib import sha256

Header = tuple[str, str]


@dataclass(frozen=True, slots=True)
class Part:
    """A MIME part: its own headers and its encoded body, with LF line ends."""

    headers: tuple[Header, ...]
    body: bytes

    def as_bytes(self) -> bytes:
        """Headers, an empty line, the body."""
        return head(self.headers) + b"\n" + self.body


def token(*words: object, length: int = 16) -> str:
    """Letters and digits that look drawn by lot but always come out the same."""
    return sha256("|".join(map(str, words)).encode()).hexdigest()[:length]


def head(headers: tuple[Header, ...]) -> bytes:
    """Header lines; a value may already be folded."""
    return b"".join(f"{name}: {value}\n".encode() for name, value in headers)


def text_part(kind: str, text: str, charset: str, encoding: str) -> Part:
    """A text part (``kind`` is ``plain`` or ``html``) in quoted-printable, base64 or 8bit."""
    raw = text.encode(charset)
    body = _encoded_body(raw, encoding)
    content_type = f'text/{kind}; charset="{charset}"'
    return Part((("Content-Type", content_type), ("Content-Transfer-Encoding", encoding)), body)


def file_part(
    name: str, media_type: str, content: bytes, content_id: str | None = None, width: int = 76
) -> Part:
    """An attachment in base64, or an inline picture when it has a content id."""
    disposition = "attachment" if content_id is None else "inline"
    headers = [
        ("Content-Type", f"{media_type};\n\t{_parameter('name', name)}"),
        ("Content-Transfer-Encoding", "base64"),
        ("Content-Disposition", f"{disposition};\n\t{_parameter('filename', name)}"),
    ]
    if content_id is not None:
        headers.insert(2, ("Content-ID", f"<{content_id}>"))
    return Part(tuple(headers), _base64(content, width))


def multipart(kind: str, boundary: str, parts: tuple[Part, ...], *parameters: str) -> Part:
    """Parts between boundaries; ``parameters`` go after the boundary in the content type."""
    fence = f"--{boundary}".encode()
    inside = b"".join(fence + b"\n" + part.as_bytes().rstrip(b"\n") + b"\n\n" for part in parts)
    content_type = ";\n\t".join((f"multipart/{kind}", f'boundary="{boundary}"', *parameters))
    return Part((("Content-Type", content_type),), inside + fence + b"--\n")


def encoded(text: str, charset: str = "utf-8", how: str = "Q") -> str:
    """Header text as encoded words where it is not ASCII, one word per piece of at most 40 characters."""
    if text.isascii():
        return text
    pieces = [text[start : start + 24] for start in range(0, len(text), 24)]
    return "\n ".join(_word(piece.encode(charset), charset, how) for piece in pieces)


def _word(raw: bytes, charset: str, how: str) -> str:
    if how == "B":
        return f"=?{charset}?B?{base64.b64encode(raw).decode()}?="
    safe = "".join(
        chr(byte) if chr(byte).isascii() and chr(byte).isalnum() else f"={byte:02X}" for byte in raw
    )
    return f"=?{charset}?Q?{safe.replace('=20', '_')}?="


def _parameter(key: str, value: str) -> str:
    if value.isascii():
        return f'{key}="{value}"'
    percent = "".join(
        chr(b) if chr(b).isascii() and chr(b).isalnum() else f"%{b:02X}" for b in value.encode()
    )
    return f"{key}*=UTF-8''{percent}"


def _encoded_body(raw: bytes, encoding: str) -> bytes:
    if encoding == "quoted-printable":
        return quopri.encodestring(raw, quotetabs=False)
    return _base64(raw) if encoding == "base64" else raw


def _base64(raw: bytes, width: int = 76) -> bytes:
    flat = base64.b64encode(raw)
    return b"".join(flat[start : start + width] + b"\n" for start in range(0, len(flat), width))
