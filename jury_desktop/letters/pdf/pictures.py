"""A picture for a PDF/A: RGB, without transparency, the same bytes every time."""

from __future__ import annotations

import hashlib
from dataclasses import dataclass
from io import BytesIO

from reportlab.pdfbase.pdfdoc import PDFDictionary, PDFName, PDFStream

from jury_desktop.domain.errors import refuse

_MOST_PIXELS = 4_000_000


@dataclass(frozen=True, slots=True)
class Picture:
    """A decoded picture: rows of RGB bytes, and its size in pixels."""

    name: str
    width: int
    height: int
    pixels: bytes

    def stream(self) -> PDFStream:
        """The picture as an image object of a PDF."""
        entries = {
            "Type": PDFName("XObject"),
            "Subtype": PDFName("Image"),
            "Width": self.width,
            "Height": self.height,
            "BitsPerComponent": 8,
            "ColorSpace": PDFName("DeviceRGB"),
        }
        return PDFStream(PDFDictionary(entries), self.pixels)


def load(data: bytes) -> Picture:
    """Decodes a PNG or JPEG and lays it on white; JuryError when it is no picture or far too large."""
    from PIL import Image

    try:
        with Image.open(BytesIO(data), formats=("PNG", "JPEG")) as image:
            if image.width * image.height > _MOST_PIXELS:
                raise refuse("letters.logo_too_large", width=image.width, height=image.height)
            layer = image.convert("RGBA")
    except (OSError, ValueError, SyntaxError, Image.DecompressionBombError) as error:
        raise refuse("letters.logo_broken") from error
    paper = Image.new("RGBA", layer.size, "white")
    paper.alpha_composite(layer)
    name = f"picture{hashlib.sha256(data).hexdigest()[:16]}"
    return Picture(name, layer.width, layer.height, paper.convert("RGB").tobytes())
