"""A picture to draw, by Pillow: a photograph of a signed form, a logo."""

from __future__ import annotations

import io
from collections.abc import Sequence
from typing import Any

from PIL import Image, ImageOps

from jury_desktop.domain.errors import refuse
from jury_desktop.mailbox import limits
from jury_desktop.mailbox.documents.pdf import Drawn

_FORMATS = ("PNG", "JPEG", "GIF", "BMP")
_POINTS = 72 / 96
"""To a pixel, as a screen shows it."""
_BROKEN = (OSError, ValueError, SyntaxError, EOFError, IndexError, TypeError)
"""What Pillow raises on damaged pictures; a missing end is an OSError."""

Image.MAX_IMAGE_PIXELS = None  # refused here, with the words for it


class Picture:
    """A picture as one page, the right way up, on white."""

    def __init__(self, data: bytes) -> None:
        """:raises JuryError: when it is broken, or larger than an honest one."""
        try:
            self._image, width, height = _unpacked(data)
        except _BROKEN as error:
            raise refuse("intake.attachment_broken") from error
        self.sizes = [(width * _POINTS, height * _POINTS)]

    def place(self, _wanted: Sequence[str]) -> None:
        """Nothing is found in a picture."""

    def draw(self, _number: int, scale: float) -> Drawn:
        """The picture with so many pixels to a point."""
        size = [max(1, round(side * scale)) for side in self.sizes[0]]
        drawn = self._image.resize(size, Image.Resampling.BICUBIC, reducing_gap=2.0)
        return drawn.width, drawn.height, drawn.tobytes("raw", "BGRX")

    def close(self) -> None:
        """Lets go of the picture."""
        self._image.close()


def _unpacked(data: bytes) -> tuple[Any, int, int]:
    """The picture, no larger than what is drawn of it, and its width and height as it came."""
    with Image.open(io.BytesIO(data), formats=_FORMATS) as image:
        if image.width * image.height > limits.PICTURE_PIXELS:
            raise refuse("intake.attachment_bomb")
        largest, bearable = max(image.size), _bearable(image.size)
        image.draft("RGB", bearable)  # a JPEG need not be unpacked whole
        if image.width * image.height * _bands(image) > limits.DECODED_BYTES:
            raise refuse("intake.attachment_bomb")
        upright = _on_white(ImageOps.exif_transpose(_smaller(image, bearable)))
    shrunk = largest / max(upright.size)
    return upright, round(upright.width * shrunk), round(upright.height * shrunk)


def _bands(image: Any) -> int:
    """Bytes to a pixel, once its colours are no longer numbers in a list."""
    return 4 if image.mode == "P" else len(image.getbands())


def _bearable(size: tuple[int, int]) -> tuple[int, int]:
    """The smallest size that loses nothing on the screen."""
    share = min(1.0, (limits.DRAWN_PIXELS / (size[0] * size[1])) ** 0.5)
    return max(1, int(size[0] * share)), max(1, int(size[1] * share))


def _smaller(image: Any, size: tuple[int, int]) -> Any:
    """The picture at this size, if it is larger; its exif data come along."""
    if image.mode == "P":
        image = image.convert("RGBA" if image.has_transparency_data else "RGB")
    elif image.mode.startswith("I"):
        image = image.point(lambda value: value / 256).convert("L")  # sixteen bits to a pixel
    image.thumbnail(size, Image.Resampling.BICUBIC, reducing_gap=2.0)
    return image


def _on_white(image: Any) -> Any:
    if not image.has_transparency_data:
        return image.convert("RGB")
    ground = Image.new("RGBA", image.size, "white")
    ground.alpha_composite(image.convert("RGBA"))
    return ground.convert("RGB")
