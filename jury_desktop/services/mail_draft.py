"""A mail that somebody else's program sends: a file that opens there as a draft."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from email.header import Header
from email.message import EmailMessage
from email.policy import SMTP

CRLF = "\r\n"


@dataclass(frozen=True, slots=True)
class Enclosed:
    """A file that goes with a mail; ``name`` is safe on every disk, ``kind`` its media type."""

    name: str
    content: bytes
    kind: str


def mail_draft(
    to: str, subject: str, text: str, headers: Mapping[str, str] | None = None, files: Sequence[Enclosed] = ()
) -> bytes:
    """The mail as a file (``.eml``) that opens as a draft in Outlook and in most other mail programs.

    :param headers: others than to whom and about what. No value can begin a header of its own.
    """
    mail = EmailMessage(policy=SMTP)
    mail["X-Unsent"] = "1"
    for name, value in {"To": to, **(headers or {})}.items():
        mail[name] = one_line(value)
    mail.set_content(text)
    for file in files:
        _enclose(mail, file)
    return _subject(one_line(subject)) + mail.as_bytes()


def _subject(text: str) -> bytes:
    """The header with the subject. Where ``EmailMessage`` folds one, a space gets lost or comes twice."""
    header = Header(text, None if text.isascii() else "utf-8", header_name="Subject")
    return f"Subject: {header.encode(linesep=CRLF)}{CRLF}".encode("ascii")


def one_line(text: str) -> str:
    """What came by mail must not make headers of its own."""
    return " ".join(text.split())


def _enclose(mail: EmailMessage, file: Enclosed) -> None:
    main, _, sub = file.kind.partition("/")
    if main == "text":  # a calendar file has to say that it publishes, or it is taken for a request
        method = {"method": "PUBLISH"} if sub == "calendar" else {}
        mail.add_attachment(file.content.decode(), subtype=sub, filename=file.name, params=method)
    else:
        mail.add_attachment(file.content, maintype=main, subtype=sub, filename=file.name)
