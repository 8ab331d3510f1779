"""Documents that mean harm."""

from __future__ import annotations

import io
import struct
import zlib

from PIL import Image

STRETCH = 1_000_000
"""Bytes that are squeezed at once, however many a file unfolds into."""
PNG_MODES = {"1": (1, 0, 1), "L": (8, 0, 8), "RGB": (8, 2, 24)}
"""Bits to a colour, the kind of picture as PNG writes it, and bits to a pixel."""


def a_pdf_with_a_picture(side: int) -> bytes:
    """One page with a white picture of ``side`` by ``side`` points: few bytes that unfold into very many."""
    pixels = unfolding(0xFF, side * (side // 8))
    picture = (
        f"<</Type/XObject/Subtype/Image/Width {side}/Height {side}/ColorSpace/DeviceGray/BitsPerComponent 1"
        f"/Filter/FlateDecode/Length {len(pixels)}>>stream\n"
    )
    return _pdf(
        b"<</Type/Catalog/Pages 2 0 R>>",
        b"<</Type/Pages/Kids[3 0 R]/Count 1>>",
        b"<</Type/Page/Parent 2 0 R/MediaBox[0 0 600 800]/Resources<</XObject<</I 4 0 R>>>>/Contents 5 0 R>>",
        picture.encode() + pixels + b"\nendstream",
        b"<</Length 28>>stream\nq 600 0 0 800 0 0 cm /I Do Q\nendstream",
    )


def a_picture(width: int, height: int, mode: str = "1", kind: str = "PNG") -> bytes:
    """A black picture. A PNG is not left to Pillow, which would hold 2.5 GB to make the largest one."""
    if kind == "PNG":
        return _png(width, height, *PNG_MODES[mode])
    out = io.BytesIO()
    Image.new(mode, (width, height)).save(out, kind)
    return out.getvalue()


def _png(width: int, height: int, depth: int, colours: int, bits: int) -> bytes:
    row = 1 + -(-width * bits // 8)  # how the row was filtered, and its pixels
    parts = {
        b"IHDR": struct.pack(">IIBBBBB", width, height, depth, colours, 0, 0, 0),
        b"IDAT": unfolding(0, height * row),
        b"IEND": b"",
    }
    return b"\x89PNG\r\n\x1a\n" + b"".join(
        struct.pack(">I", len(body)) + name + body + struct.pack(">I", zlib.crc32(name + body))
        for name, body in parts.items()
    )


def unfolding(letter: int, length: int) -> bytes:
    """One byte so many times, for zlib: one squeezed stretch over and over, so that no more is ever held."""
    times, rest = divmod(length, STRETCH)
    stretches = _squeezed(letter, STRETCH, zlib.Z_FULL_FLUSH) * times + _squeezed(letter, rest, zlib.Z_FINISH)
    total = 1 + letter * length, length + letter * length * (length + 1) // 2  # Adler-32, of equal bytes
    return b"\x78\xda" + stretches + struct.pack(">HH", total[1] % 65521, total[0] % 65521)


def _squeezed(letter: int, length: int, end: int) -> bytes:
    squeezer = zlib.compressobj(9, zlib.DEFLATED, -zlib.MAX_WBITS)
    return squeezer.compress(bytes([letter]) * length) + squeezer.flush(end)


def _pdf(*objects: bytes) -> bytes:
    """A PDF of these objects, the first of which is its catalogue."""
    out, places = b"%PDF-1.4\n", []
    for number, body in enumerate(objects, start=1):
        places.append(len(out))
        out += b"%d 0 obj" % number + body + b"endobj\n"
    table = b"".join(b"%010d 00000 n \n" % place for place in places)
    head = b"xref\n0 %d\n0000000000 65535 f \n" % (len(objects) + 1)
    foot = b"trailer<</Size %d/Root 1 0 R>>\nstartxref\n%d\n%%%%EOF" % (len(objects) + 1, len(out))
    return out + head + table + foot
