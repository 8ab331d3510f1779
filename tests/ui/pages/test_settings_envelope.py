"""Instellingen: where the address stands on the letters, and the sheet that tries it."""

from __future__ import annotations

from pathlib import Path

import pypdfium2
from pytestqt.qtbot import QtBot

from jury_desktop.domain.envelope import NBN, WINDOW_RIGHT, Envelope
from jury_desktop.services.dossier_settings import dossier_settings
from jury_desktop.ui.pages.settings.envelope_fields import OWN, RIGHT, EnvelopeFields
from jury_desktop.ui.pages.settings.page import SettingsPage
from tests.services.scenario import a_dossier
from tests.ui.doubles import DirectShell
from tests.ui.pages.driving import nameless, opened


def fields(qtbot: QtBot) -> tuple[EnvelopeFields, DirectShell]:
    page, shell = opened(qtbot, SettingsPage, a_dossier())
    page.show_object("house")
    assert nameless(page) == []
    return page.house.envelope, shell


def kept(shell: DirectShell) -> Envelope:
    assert shell.dossier is not None
    return dossier_settings(shell.dossier).envelope


def choose(envelope: EnvelopeFields, place: str) -> None:
    envelope.place.setCurrentIndex(envelope.place.findData(place))
    envelope.place.activated.emit(envelope.place.currentIndex())


def test_a_usual_place_is_kept_at_once_and_undone(qtbot: QtBot) -> None:
    envelope, shell = fields(qtbot)
    assert kept(shell) == NBN
    choose(envelope, RIGHT)
    assert kept(shell) == WINDOW_RIGHT
    shell.undo()
    assert (kept(shell), envelope.entered()) == (NBN, NBN)


def test_a_place_of_its_own_is_asked_in_millimetres(qtbot: QtBot) -> None:
    envelope, shell = fields(qtbot)
    assert not envelope.left.isVisible()
    choose(envelope, OWN)
    assert envelope.left.isVisible()
    envelope.left.setValue(41.5)
    envelope.left.editingFinished.emit()
    envelope.top.setValue(500)
    envelope.top.editingFinished.emit()
    assert kept(shell) == Envelope(41.5, 62), "no further than the text allows"


def test_the_sheet_shows_the_place_that_is_chosen(qtbot: QtBot, dutch: object, tmp_path: Path) -> None:
    envelope, shell = fields(qtbot)
    choose(envelope, RIGHT)
    shell.files.append(tmp_path / "proef.pdf")
    envelope.try_.click()

    text = pypdfium2.PdfDocument(tmp_path / "proef.pdf")[0].get_textpage().get_text_bounded()
    assert "110 mm van links, 59 mm van boven" in text
    assert [notice.text for notice in shell.notices] == [
        "“proef.pdf” staat klaar: druk het af op ware grootte."
    ]
