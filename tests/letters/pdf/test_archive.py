"""Properties, XMP and output intent."""

from __future__ import annotations

from datetime import datetime
from io import BytesIO

from lxml import etree
from PIL import ImageCms
from pypdf import PdfReader

from jury_desktop import resources
from jury_desktop.domain.call import BRUSSELS
from jury_desktop.domain.letter import LetterType
from jury_desktop.letters.pdf.archive import Properties, xmp
from jury_desktop.letters.rendering import render
from jury_desktop.letters.samples import Length, sample

SPECIAL = Properties(
    title="Uw kandidatuur <&> is geselecteerd",
    author="Stad “Netegem”",
    subject="Ça & Là",
    language="nl-BE",
    created=datetime(2034, 7, 14, 12, tzinfo=BRUSSELS),
)


def test_the_packet_is_xml_whatever_the_names():
    tree = etree.fromstring(xmp(SPECIAL).encode("utf-8"))
    dc = "{http://purl.org/dc/elements/1.1/}"
    texts = [
        " ".join(tree.find(f".//{dc}{name}").itertext()).split()
        for name in ("title", "creator", "description")
    ]
    assert [" ".join(words) for words in texts] == [SPECIAL.title, SPECIAL.author, SPECIAL.subject]


def test_information_and_packet_say_the_same():
    document = PdfReader(
        BytesIO(render(LetterType.SELECTED, sample(LetterType.SELECTED, Length.SPECIAL)).pdf)
    )
    info, packet = document.metadata, document.xmp_metadata
    assert packet.dc_title["x-default"] == info.title
    assert packet.dc_creator == [info.author] == ["Stad Netegem"]
    assert packet.dc_description["x-default"] == info.subject
    assert packet.xmp_create_date.astimezone(BRUSSELS) == info.creation_date == info.modification_date
    assert info.creation_date == datetime(2034, 7, 14, 12, tzinfo=BRUSSELS)
    assert (packet.pdf_producer, info.producer) == ("Jury Desktop", "Jury Desktop")


def test_the_title_bar_shows_the_title_and_the_language_is_flemish_dutch():
    catalog = PdfReader(BytesIO(render(LetterType.LATE, sample(LetterType.LATE)).pdf)).trailer["/Root"]
    assert catalog["/ViewerPreferences"]["/DisplayDocTitle"].value is True
    assert catalog["/Lang"] == "nl-BE"
    assert catalog["/MarkInfo"]["/Marked"].value is True


def test_the_colour_profile_is_srgb_and_carries_a_fixed_date():
    data = resources.path("letters", "sRGB.icc").read_bytes()
    profile = ImageCms.ImageCmsProfile(BytesIO(data)).profile
    assert (profile.xcolor_space.strip(), profile.connection_space.strip()) == ("RGB", "XYZ")
    assert data[24:36] == bytes.fromhex("07e700010001000000000000")
