"""Instellingen: the window of the person, the letterhead of the dossier, the rules of the call to read."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import replace
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel, QWidget
from pytestqt.qtbot import QtBot

from jury_desktop import __version__
from jury_desktop.bootstrap import open_dossier
from jury_desktop.services.dossier_settings import dossier_settings
from jury_desktop.services.ports import Dossier
from jury_desktop.services.soundness import verify
from jury_desktop.storage.store import create_store
from jury_desktop.ui.operations import EVERYTHING
from jury_desktop.ui.pages.settings import SettingsPage
from jury_desktop.ui.pages.settings.about_sections import place_of, shown_place
from jury_desktop.ui.pages.settings.rules import rules
from jury_desktop.ui.settings import Preferences
from tests.builders import NOW, a_call
from tests.services.mailing import a_dossier
from tests.ui.doubles import DirectShell

FILE = "lier.jury"


@pytest.fixture
def dossier(tmp_path: Path) -> Iterator[Dossier]:
    made = a_dossier(create_store(tmp_path / FILE, a_call()))
    yield made
    made.store.close()


@pytest.fixture
def show(
    qtbot: QtBot, dutch: object, tmp_path: Path
) -> Callable[[Dossier], tuple[SettingsPage, DirectShell]]:
    def shown(dossier: Dossier) -> tuple[SettingsPage, DirectShell]:
        recent = (str(tmp_path / "ander.jury"), str(tmp_path / FILE))
        shell = DirectShell(dossier, Preferences(user="Regisseur", theme="light", recent=recent))
        page = SettingsPage(shell)
        qtbot.addWidget(page)
        shell.on_change = page.refresh
        page.resize(1180, 780)
        page.refresh(EVERYTHING)
        page.show()
        return page, shell

    return shown


def words(widget: QWidget) -> list[str]:
    return [label.text() for label in widget.findChildren(QLabel) if label.text()]


def test_the_sections_are_chosen_on_the_left(show, dossier, qtbot):
    page, _ = show(dossier)
    names = [page.sections.item(at).text() for at in range(page.sections.count())]
    assert names == [
        *("Weergave", "Brieven", "Tekstblokken", "Weerwoordtermijn", "Regels van de oproep"),
        *("Dossier", "Reservekopieën", "Gegevensbescherming", "Aanmelden", "Beveiliging", "Over"),
    ]
    assert page.display.isVisible()

    qtbot.keyClick(page.sections, Qt.Key.Key_Down)

    assert page.house.isVisible()
    assert not page.display.isVisible()


# display


@pytest.mark.parametrize(
    ("part", "key", "wanted"),
    [
        ("language", "en", {"language": "en"}),
        ("theme", "dark", {"theme": "dark"}),
        ("text_size", "1.3", {"text_scale": 1.3}),
    ],
)
def test_a_choice_of_display_is_applied_at_once(show, dossier, part, key, wanted):
    page, shell = show(dossier)
    before = shell.preferences

    getattr(page.display, part).buttons[key].click()

    assert shell.preferences == replace(before, **wanted)


def test_the_name_for_the_journal_is_kept(show, dossier, qtbot):
    page, shell = show(dossier)

    page.display.name.clear()
    qtbot.keyClicks(page.display.name, "An Peeters")
    qtbot.keyClick(page.display.name, Qt.Key.Key_Return)

    assert shell.preferences.user == "An Peeters"


def test_what_was_chosen_shows_when_the_page_is_built(show, dossier):
    page, _ = show(dossier)

    assert (page.display.language.current(), page.display.theme.current()) == ("nl", "light")
    assert page.display.text_size.current() == "1.0"


# letters


def test_the_letterhead_starts_as_the_call_proposes_it(show, dossier):
    page, _ = show(dossier)
    page.show_object("house")

    assert page.house.isVisible()
    assert page.house.entered() == dossier_settings(dossier).house


def test_a_change_of_the_letterhead_is_kept_when_the_field_is_left(show, dossier):
    page, shell = show(dossier)
    before = dossier_settings(dossier).house
    page.show_object("house")
    page.house.signatory.setText("An Peeters")
    page.house.lines.setPlainText("Grote Markt 57\n\n2500 Lier")

    page.show_object("dossier")

    kept = dossier_settings(dossier).house
    assert (kept.signatory.name, kept.sender.lines) == ("An Peeters", ("Grote Markt 57", "2500 Lier"))
    assert kept.place == before.place
    assert [operation.text for operation in shell.done] == ["Afzender van de brieven wijzigen"]


def test_a_letter_without_a_sender_is_refused_in_words(show, dossier):
    page, shell = show(dossier)
    page.house.from_.setText("  ")

    page.leave()

    assert [shell.words(notice.text) for notice in shell.notices] == [
        "Een brief heeft een afzender en een ondertekenaar nodig. Vul beide in; er is niets veranderd."
    ]
    page.house.from_.setText("Stad Lier")
    page.leave()
    assert dossier_settings(dossier).house.sender.name == "Stad Lier"


# the call


def test_every_rule_names_the_line_it_rests_on(show, dossier):
    page, _ = show(dossier)

    said = words(page.call)

    assert said[said.index("Deadline") :][:4] == [
        "Deadline",
        "2 juni 2023 23:59",
        "Wat in de laatste seconde van die minuut aankomt, is op tijd.",
        "Bron: “Deadline kandidaturen: 02/06/2023 om 23u59”",
    ]
    assert said[said.index("Pitchsessies") :][1] == "woensdag 14 juni 2023 13:00–17:00 · 1 zaal"
    assert said[said.index("Weerwoord") :][1:4] == [
        "14 dagen om te antwoorden, tot 23:59",
        "Geteld vanaf de brief aan de kandidaat",
        "Valt het einde op een zaterdag, zondag of feestdag, dan schuift het op naar de volgende werkdag.",
    ]
    assert said[-1] == "Bron: “Ontvangen en beoordelen van weerwoord: einddatum + 14 dagen”"


def test_every_criterion_has_its_weight_and_source(show, dossier):
    page, _ = show(dossier)
    said = words(page.call)

    for criterion in a_call().rubric.criteria:
        at = said.index(f"Criterium: {criterion.title}")
        assert said[at + 2] == f"Bron: “{criterion.source}”"
    assert "Gewicht van de rondes: schriftelijk 60%, pitch 40%" in said


def test_what_the_addendum_leaves_open_says_so(show, dossier):
    page, _ = show(dossier)
    said = words(page.call)

    assert said[said.index("Verloop van een pitch") :][1:8] == [
        "20 minuten pitch, 10 minuten vragen, 5 minuten overleg",
        "Minstens 3 juryleden bij elke pitch",
        "Een pauze van 15 minuten na ten hoogste 3 pitches",
        "Een jurylid dat te laat komt: de regisseur beslist, met een reden",
        "Een kandidaat die te laat komt: de regisseur beslist, met een reden",
        "Een kandidaat die niet komt: de regisseur beslist, met een reden",
        "Staat niet in het addendum; vastgelegd vóór de beoordeling begon.",
    ]


# the dossier and the program


def test_the_dossier_tells_where_it_lies(show, dossier, tmp_path):
    page, _ = show(dossier)

    assert (page.dossier.name.text(), page.dossier.place.text()) == (FILE, str(tmp_path / FILE))
    assert page.dossier.events.text() == "0 gebeurtenissen"


def test_a_copy_of_the_dossier_is_whole(show, dossier, tmp_path):
    page, shell = show(dossier)
    page.house.signatory.setText("An Peeters")
    page.leave()
    shell.files = [tmp_path / "kopie.jury"]

    page.dossier.copy.click()

    copy = open_dossier(str(tmp_path / "kopie.jury"), now=lambda: NOW)
    assert verify(copy).ok
    assert dossier_settings(copy).house.signatory.name == "An Peeters"
    copy.store.close()
    assert shell.notices[-1].text == "Kopie bewaard als kopie.jury."


def test_a_copy_never_lands_on_the_dossier_itself(show, dossier, tmp_path):
    page, shell = show(dossier)
    shell.files = [tmp_path / FILE]

    page.dossier.copy.click()

    assert "is het dossier zelf" in shell.words(shell.notices[-1].text)
    assert verify(dossier).ok


def test_checking_the_dossier_leads_to_the_journal(show, dossier):
    page, shell = show(dossier)

    page.dossier.check.click()

    assert shell.visits == [("journal", "verify")]


def test_the_program_names_its_version_and_licence(show, dossier):
    page, _ = show(dossier)

    said = words(page.about)

    assert said[said.index("Versie") + 1] == __version__
    assert "Openbare licentie van de Europese Unie 1.2 (EUPL)" in said


@pytest.mark.parametrize(
    ("name", "recent", "wanted"),
    [
        ("lier.jury", ("/a/ander.jury", "/b/lier.jury"), "/b/lier.jury"),
        (
            "lier",
            ("postgresql://an:geheim@host/lier?sslmode=require",),
            "postgresql://host/lier?sslmode=require",
        ),
        ("lier.jury", (), ""),
    ],
)
def test_the_place_never_shows_a_password(name, recent, wanted):
    assert shown_place(place_of(name, recent)) == wanted


def test_what_a_call_says_of_who_comes_late_is_told(dutch: object) -> None:
    told = [line for rule in rules(a_call("kust-2026"), "nl") for line in rule.lines]
    assert {
        "Een jurylid dat te laat komt: scoort zolang hoogstens 25 % van pitch en vragen gemist is",
        "Een kandidaat die te laat komt: een kortere pitch",
        "Een kandidaat die niet komt: geen pitch en geen score ervoor; de schriftelijke score blijft",
    } <= set(told)
