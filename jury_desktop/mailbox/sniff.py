"""What a file is, by its content; the sender's word for it counts only where the content says nothing."""

from __future__ import annotations

import re

from jury_desktop.domain.messages import Message, say
from jury_desktop.mailbox.archives import names_in
from jury_desktop.mailbox.names import extension

PDF = "application/pdf"
DOCX = "application/vnd.openxmlformats-officedocument.wordprocessingml.document"
XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
PPTX = "application/vnd.openxmlformats-officedocument.presentationml.presentation"
ODT = "application/vnd.oasis.opendocument.text"
ZIP = "application/zip"
RTF = "text/rtf"
TNEF = "application/ms-tnef"
OUTLOOK = "application/vnd.ms-outlook"
EXECUTABLE = "application/x-executable"

_SIGNATURES: tuple[tuple[bytes, str], ...] = (
    (b"%PDF-", PDF),
    (b"{\\rtf", RTF),
    (b"\x89PNG\r\n\x1a\n", "image/png"),
    (b"\xff\xd8\xff", "image/jpeg"),
    (b"GIF8", "image/gif"),
    (b"II*\0", "image/tiff"),
    (b"MM\0*", "image/tiff"),
    (b"BM", "image/bmp"),
    (b"\x78\x9f\x3e\x22", TNEF),
    (b"MZ", EXECUTABLE),
    (b"\x7fELF", EXECUTABLE),
    (b"\xcf\xfa\xed\xfe", EXECUTABLE),
    (b"\xce\xfa\xed\xfe", EXECUTABLE),
    (b"\xca\xfe\xba\xbe", EXECUTABLE),
    (b"L\0\0\0\x01\x14\x02\0", "application/x-ms-shortcut"),
    (b"7z\xbc\xaf\x27\x1c", "application/x-7z-compressed"),
    (b"Rar!\x1a\x07", "application/vnd.rar"),
    (b"\x1f\x8b", "application/gzip"),
    (b"ITSF", "application/vnd.ms-htmlhelp"),
    (b"BEGIN:VCALENDAR", "text/calendar"),
    (b"BEGIN:VCARD", "text/vcard"),
    (b"<?xml", "text/xml"),
)
_OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
_OLE_STREAMS = (
    ("__properties_version1.0", OUTLOOK),
    ("WordDocument", "application/msword"),
    ("Workbook", "application/vnd.ms-excel"),
    ("PowerPoint Document", "application/vnd.ms-powerpoint"),
)
_ZIP_MEMBERS = (("word/", DOCX), ("xl/", XLSX), ("ppt/", PPTX))
_HTML = re.compile(rb"^\s*(?:<!doctype html|<html|<head|<body)", re.IGNORECASE)
_RISKY = re.compile(
    r"ade|app|bat|chm|cmd|com|cpl|dll|exe|hta|img|inf|iso|jar|jse?|lnk|msc|msi|msp|psm?1|reg|scf|scr|sct|sh|url|"
    r"vb[es]?|vhdx?|ws[cfh]|xll"
)
_RISKY_TYPES = frozenset({EXECUTABLE, "application/x-ms-shortcut", "application/vnd.ms-htmlhelp"})
_PLAUSIBLE = re.compile(r"[a-z0-9.+-]{1,60}/[a-z0-9.+_-]{1,100}")


def media_type(data: bytes, declared: str) -> str:
    """The media type of the content; the declared one only for what has no signature of its own."""
    start = (
        data.lstrip(b"\xef\xbb\xbf \t\r\n")[:64] if data[:1].isspace() or data[:1] == b"\xef" else data[:64]
    )
    for signature, kind in _SIGNATURES:
        if start.startswith(signature):
            return kind
    if data.startswith(b"PK\x03\x04"):
        return _zipped(data)
    if data.startswith(_OLE):
        return next(
            (kind for stream, kind in _OLE_STREAMS if _utf16(stream) in data), "application/x-ole-storage"
        )
    if b"%PDF-" in data[:1024]:
        return PDF
    return _unsigned(data, declared)


def _unsigned(data: bytes, declared: str) -> str:
    if _HTML.match(data[:256]):
        return "text/html"
    if data[0x8001:0x8006] == b"CD001":
        return "application/x-iso9660-image"
    claims_signature = declared in {PDF, DOCX, XLSX, PPTX, ZIP, ODT} or declared.startswith("image/")
    if _PLAUSIBLE.fullmatch(declared) and not claims_signature and declared != "application/octet-stream":
        return declared
    textual = b"\0" not in data[:4096] and bool(data)
    return "text/plain" if textual and not claims_signature else "application/octet-stream"


def _zipped(data: bytes) -> str:
    names = names_in(data)
    if "mimetype" in names and b"mimetypeapplication/vnd.oasis.opendocument.text" in data[:128]:
        return ODT
    if "[Content_Types].xml" in names:
        return next((kind for prefix, kind in _ZIP_MEMBERS if any(n.startswith(prefix) for n in names)), ZIP)
    return ZIP


def danger(data: bytes, kind: str, name: str) -> Message | None:
    """Why the program will not open the file, or None: programs, scripts, disguises, macros, encryption."""
    suffixes = name.lower().split(".")[1:]
    if kind in _RISKY_TYPES or _RISKY.fullmatch(extension(name)) or kind == "application/x-iso9660-image":
        disguised = len(suffixes) > 1 and suffixes[-2] in {
            "pdf",
            "doc",
            "docx",
            "xls",
            "xlsx",
            "jpg",
            "png",
            "txt",
        }
        return say("intake.attachment_disguised" if disguised else "intake.attachment_program")
    if data.startswith(_OLE) and _utf16("EncryptedPackage") in data:
        return say("intake.attachment_encrypted")
    if _has_macros(data, kind):
        return say("intake.attachment_macros")
    if kind == TNEF:
        return say("intake.attachment_winmail")
    return None


def _has_macros(data: bytes, kind: str) -> bool:
    if data.startswith(_OLE):
        return kind != OUTLOOK and _utf16("_VBA_PROJECT") in data
    office = kind in {DOCX, XLSX, PPTX}
    return office and any(name.lower().endswith("vbaproject.bin") for name in names_in(data))


def _utf16(text: str) -> bytes:
    return text.encode("utf-16-le")
