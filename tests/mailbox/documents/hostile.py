"""Documents that mean harm."""

from __future__ import annotations

import io
import zlib

from PIL import Image


def a_pdf_with_a_picture(side: int) -> bytes:
    """One page with a white picture of ``side`` by ``side`` points: few bytes that unfold into very many."""
    squeezer = zlib.compressobj(9)
    row = b"\xff" * (side // 8)
    pixels = b"".join(squeezer.compress(row) for _ in range(side)) + squeezer.flush()
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


def a_picture(width: int, height: int, mode: str = "1", kind: str = "PNG", **more: object) -> bytes:
    """A picture of one colour: few bytes, whatever its size."""
    out = io.BytesIO()
    Image.new(mode, (width, height)).save(out, kind, **more)
    return out.getvalue()


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
