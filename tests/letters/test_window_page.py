"""The sheet to hold against one's envelopes."""

from __future__ import annotations

from datetime import datetime

import page
import pypdfium2
import pytest

from jury_desktop.domain.call import BRUSSELS
from jury_desktop.letters.layout import NBN, WINDOW_RIGHT
from jury_desktop.letters.window_page import window_page

CREATED = datetime(2023, 6, 1, 12, tzinfo=BRUSSELS)


@pytest.mark.parametrize("layout", [NBN, WINDOW_RIGHT])
def test_it_states_the_place_of_the_address_in_millimetres(layout):
    pdf = window_page(layout, CREATED)
    text = pypdfium2.PdfDocument(pdf)[0].get_textpage().get_text_bounded()
    assert f"{layout.address_left:g} mm van links, {layout.address_top:g} mm van boven" in " ".join(
        text.split()
    )
    assert page.is_pdf_compliant_bytes(pdf, profile=page.ValidationProfile.PDF_UA_1)
    assert page.is_pdf_compliant_bytes(pdf, profile=page.ValidationProfile.PDF_A_2A)
