"""Pages and pictures as pixels, within what a screen can show and a process can bear."""

from __future__ import annotations

import io

import pytest
from hypothesis import given
from hypothesis import strategies as st
from PIL import Image

from jury_desktop.domain.errors import JuryError
from jury_desktop.domain.messages import say
from jury_desktop.mailbox import limits
from jury_desktop.mailbox.documents.drawing import Desk, scale
from tests.mailbox.builders import pdf
from tests.mailbox.documents.forms import a_pdf_form
from tests.mailbox.documents.hostile import a_pdf_with_a_picture, a_picture

PDF, PNG = "application/pdf", "image/png"


def laid(content: bytes, media_type: str) -> Desk:
    desk = Desk()
    desk.lay(content, {"key": "k", "media_type": media_type, "find": ()})
    return desk


def drawn(content: bytes, media_type: str, page: int = 0, width: int = 300) -> Image.Image:
    said, (pixels,) = laid(content, media_type).page(b"", {"key": "k", "page": page, "width": width})
    return Image.frombytes("RGB", (said["width"], said["height"]), pixels, "raw", "BGRX")


def refusal(content: bytes, media_type: str) -> str:
    with pytest.raises(JuryError) as raised:
        drawn(content, media_type)
    return raised.value.message.key


def saved(image: Image.Image, kind: str = "PNG", **more: object) -> bytes:
    out = io.BytesIO()
    image.save(out, kind, **more)
    return out.getvalue()


class TestPages:
    def test_are_drawn_on_white_in_their_shape(self) -> None:
        image = drawn(pdf("Kandidatuur"), PDF)

        assert (image.size, image.getpixel((5, 5))) == ((300, 425), (255, 255, 255))
        assert min(image.convert("L").tobytes()) < 100

    def test_show_what_was_filled_in(self) -> None:
        field = drawn(a_pdf_form(), PDF, 1, 595).convert("L").crop((255, 842 - 790, 350, 842 - 778))

        assert min(field.tobytes()) < 100

    def test_with_a_picture_larger_than_any_scanner_makes_are_refused(self) -> None:
        assert refusal(a_pdf_with_a_picture(20_000), PDF) == "intake.attachment_bomb"

    def test_of_a_document_without_end_are_refused(self) -> None:
        assert refusal(endless(limits.PDF_PAGES_SHOWN + 1), PDF) == "intake.attachment_bomb"


def endless(pages: int) -> bytes:
    """A PDF that lists one page so many times."""
    return (
        b"%%PDF-1.4\n1 0 obj<</Type/Catalog/Pages 2 0 R>>endobj\n"
        b"2 0 obj<</Type/Pages/Count %d/Kids[%s]>>endobj\n"
        b"3 0 obj<</Type/Page/Parent 2 0 R/MediaBox[0 0 9 9]>>endobj\n"
        b"trailer<</Root 1 0 R>>\n" % (pages, b"3 0 R " * pages)
    )


class TestPictures:
    @pytest.mark.parametrize(
        ("image", "seen"),
        [
            (Image.new("RGB", (30, 20), (200, 30, 10)), (200, 30, 10)),
            (Image.new("RGBA", (30, 20), (200, 30, 10, 0)), (255, 255, 255)),
            (Image.new("L", (30, 20), 90), (90, 90, 90)),
            (Image.new("1", (30, 20), 1), (255, 255, 255)),
            (Image.new("P", (30, 20), 0), (0, 0, 0)),
            (Image.new("I;16", (30, 20), 0x8000), (128, 128, 128)),
        ],
        ids=["colour", "transparent", "grey", "black and white", "palette", "sixteen bits"],
    )
    def test_are_drawn_on_white_whatever_their_kind(
        self, image: Image.Image, seen: tuple[int, int, int]
    ) -> None:
        shown = drawn(saved(image), PNG)

        assert (shown.size, shown.getpixel((150, 100))) == ((300, 200), seen)

    def test_stand_upright(self) -> None:
        """A telephone writes how it was held beside the picture."""
        image = Image.new("RGB", (30, 20), "white")
        turned = Image.Exif()
        turned[0x0112] = 6

        assert drawn(saved(image, "JPEG", exif=turned), "image/jpeg").size == (300, 450)

    def test_of_a_large_photograph_only_as_much_is_unpacked_as_is_shown(
        self, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        monkeypatch.setattr(limits, "DRAWN_PIXELS", 100_000)
        monkeypatch.setattr(limits, "DECODED_BYTES", 1_500_000)

        assert drawn(a_picture(1_600, 1_200, "RGB", "JPEG"), "image/jpeg").size == (300, 225)
        assert refusal(a_picture(1_600, 1_200, "RGB"), PNG) == "intake.attachment_bomb"

    @pytest.mark.parametrize(
        "content",
        [a_picture(50_000, 50_000), a_picture(16_000, 15_000, "L"), a_picture(9_000, 8_000, "RGB")],
        ids=["pixels", "grey", "colour"],
    )
    def test_that_unfold_beyond_measure_are_refused(self, content: bytes) -> None:
        assert refusal(content, PNG) == "intake.attachment_bomb"

    @pytest.mark.parametrize("kept", [0, 8, 40, 200])
    def test_that_break_off_are_refused(self, kept: int) -> None:
        content = saved(Image.effect_noise((300, 200), 50))

        assert refusal(content[:kept], PNG) == "intake.attachment_broken"

    def test_of_another_kind_than_they_say_are_refused(self) -> None:
        assert refusal(saved(Image.new("L", (3, 2)), "TIFF"), PNG) == "intake.attachment_broken"


def test_a_page_of_something_else_is_asked_again() -> None:
    desk = laid(pdf("a"), PDF)

    assert Desk().page(b"", {"key": "k", "page": 0, "width": 9}) == ({"again": True}, ())
    assert desk.page(b"", {"key": "other", "page": 0, "width": 9}) == ({"again": True}, ())


def test_a_file_that_cannot_be_opened_leaves_nothing_lying_there() -> None:
    desk = laid(pdf("a"), PDF)
    with pytest.raises(JuryError) as raised:
        desk.lay(b"niets", {"key": "l", "media_type": PDF, "find": ()})

    assert raised.value.message == say("intake.attachment_broken")
    assert desk.page(b"", {"key": "k", "page": 0, "width": 9}) == ({"again": True}, ())


SIDES = st.floats(1, 1e6)


@given(SIDES, SIDES, st.integers(0, 10**9))
def test_no_page_becomes_larger_than_is_drawn(width: float, height: float, wanted: int) -> None:
    across, down = (side * scale(width, height, wanted) for side in (width, height))

    assert max(across, down) <= limits.DRAWN_SIDE * 1.001
    assert across * down <= limits.DRAWN_PIXELS * 1.001
    assert across <= max(wanted, 1) * 1.001
