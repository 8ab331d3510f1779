"""A message from its parts: headers in the order of its mailer, text, HTML, logo and attachments."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from html import escape

from maker.letter import Letter
from maker.mailers import MAILERS, boundary, date_text, message_id, thread_headers
from maker.mime import Header, Part, encoded, file_part, multipart, text_part
from maker.transport import road


@dataclass(frozen=True, slots=True)
class File:
    """A file that goes along: its name as the sender gave it, its type as the sender's program called it."""

    name: str
    media_type: str
    content: bytes


_PAGES = {
    "word": (
        '<html xmlns:o="urn:schemas-microsoft-com:office:office"><head>'
        "<style><!-- p.MsoNormal {{margin:0cm; font-size:11.0pt; font-family:Calibri}} --></style></head>"
        '<body lang="NL-BE"><div class="WordSection1">{body}</div></body></html>',
        '<p class="MsoNormal">{text}<o:p></o:p></p><p class="MsoNormal">&nbsp;</p>',
    ),
    "div": ('<div dir="ltr">{body}</div>', "<div>{text}</div><div><br></div>"),
    "news": (
        '<html><body style="background:#f4f4f4"><table width="600" align="center"><tr><td>{body}'
        '<img src="https://www.socialeeconomievandaag.example/open.gif" width="1" height="1" alt="">'
        "</td></tr></table></body></html>",
        "<p>{text}</p>",
    ),
    "plain": ("<html><body>{body}</body></html>", "<p>{text}</p>"),
}


def written(
    letter: Letter, files: Mapping[str, File], ancestors: tuple[Letter, ...], logo: File | None
) -> bytes:
    """The whole message as bytes, from Return-Path to the last boundary."""
    return whole(letter, ancestors, with_files(letter, text_body(letter, logo), files))


def whole(letter: Letter, ancestors: tuple[Letter, ...], content: Part) -> bytes:
    """A message around its content: the road, the mailer's headers, the content."""
    headers = (*road(letter), *_headers(letter, ancestors), *content.headers)
    return Part(headers, content.body).as_bytes()


def text_body(letter: Letter, logo: File | None) -> Part:
    """The text, with its HTML twin and the logo inside it where the mailer writes HTML."""
    mailer = MAILERS[letter.mailer]
    plain = text_part("plain", letter.text.strip() + "\n", mailer.charset, mailer.encoding)
    if not letter.html:
        return plain
    cid = f"logo.{boundary(letter, 9)[-12:].strip('-_.')}@{letter.domain}"
    page = text_part(
        "html", _page(letter, mailer.style, cid if logo else ""), mailer.charset, mailer.encoding
    )
    both = multipart("alternative", boundary(letter, 3), (plain, page))
    if logo is None:
        return both
    picture = file_part(logo.name, logo.media_type, logo.content, content_id=cid, width=mailer.width)
    return multipart("related", boundary(letter, 2), (both, picture), 'type="multipart/alternative"')


def with_files(letter: Letter, body: Part, files: Mapping[str, File]) -> Part:
    """The body with its attachments, or just the body."""
    width = MAILERS[letter.mailer].width
    chosen = [files[name] for name in letter.files]
    if not chosen:
        return body
    parts = tuple(file_part(file.name, file.media_type, file.content, width=width) for file in chosen)
    return multipart("mixed", boundary(letter, 1), (body, *parts))


def _headers(letter: Letter, ancestors: tuple[Letter, ...]) -> tuple[Header, ...]:
    mailer = MAILERS[letter.mailer]
    people = [("From", letter.sender), ("To", letter.to), *([("Cc", letter.cc)] if letter.cc else [])]
    return (
        *((name, _address(value, mailer.how)) for name, value in people),
        ("Subject", encoded(letter.subject, "utf-8", mailer.how)),
        ("Date", date_text(letter)),
        ("Message-ID", message_id(letter)),
        *thread_headers(letter, ancestors),
        *letter.headers.items(),
        *mailer.agent,
        ("MIME-Version", "1.0"),
        *_flags(letter),
    )


def _flags(letter: Letter) -> tuple[Header, ...]:
    """What the municipal mail store adds when it exports: read or sent, and a running number."""
    if letter.received is None:
        return (("Status", "RO"), ("X-Folder", "Verzonden"))
    return (("Status", "RO"), ("X-Folder", "Postvak IN"))


def _address(value: str, how: str) -> str:
    name, _, rest = value.rpartition(" <")
    return f"{encoded(name, 'utf-8', how)} <{rest}" if name else value


def _page(letter: Letter, style: str, cid: str) -> str:
    page, paragraph = _PAGES[style]
    blocks = [escape(block, quote=False).replace("\n", "<br>") for block in letter.text.strip().split("\n\n")]
    picture = f'<p><img width="48" height="48" src="cid:{cid}" alt="logo"></p>' if cid else ""
    return page.format(body="".join(paragraph.format(text=block) for block in blocks) + picture) + "\n"
