"""The settings of a dossier: proposed by the call, changed by the regisseur, read by the letters."""

from __future__ import annotations

import json
from dataclasses import replace

import pytest

from jury_desktop.domain.errors import JuryError
from jury_desktop.domain.letter import Sender, Signatory
from jury_desktop.domain.messages import say
from jury_desktop.services.dossier_settings import DossierSettings, dossier_settings, save_house
from jury_desktop.services.letterhead import House, house_of
from jury_desktop.services.session_windows import change_window
from tests.builders import a_call
from tests.services.mailing import a_dossier

CALL = a_call()
PROPOSED = House(
    Sender(CALL.short_title, (CALL.contact.email, CALL.contact.phone)),
    Signatory(CALL.contact.name, CALL.contact.role),
    CALL.municipalities[0],
    "",
    CALL.contact.email,
)
CHOSEN = House(
    Sender("Stad Lier", ("Grote Markt 57", "2500 Lier")),
    Signatory("An Peeters", "regisseur"),
    "Lier",
    "Huis van de Gemeente, Nijlen",
    "klachten@lier.example",
)


def test_what_nobody_set_is_as_the_call_proposes():
    assert dossier_settings(a_dossier()) == DossierSettings(CALL, PROPOSED, "geheugen", 0)


def test_letters_use_what_was_saved_and_the_journal_tells_what_changed():
    dossier = a_dossier()

    assert save_house(dossier, CHOSEN) == PROPOSED

    with dossier.read() as uow:
        assert house_of(uow.call, uow.settings) == CHOSEN
        [event] = uow.journal.all()
    assert (event.action, event.subject) == ("settings.changed", "letters")
    assert json.loads(event.new)["pitch_place"] == "Huis van de Gemeente, Nijlen"
    assert dossier_settings(dossier) == DossierSettings(CALL, CHOSEN, "geheugen", 1)


def test_saving_the_same_again_leaves_no_trace():
    dossier = a_dossier()

    save_house(dossier, PROPOSED)

    assert dossier_settings(dossier).events == 0


@pytest.mark.parametrize(
    "lacking",
    [replace(CHOSEN, sender=Sender(" ", ())), replace(CHOSEN, signatory=Signatory("", "regisseur"))],
)
def test_a_letter_has_a_sender_and_a_signatory(lacking):
    dossier = a_dossier()

    with pytest.raises(JuryError) as caught:
        save_house(dossier, lacking)

    assert caught.value.message == say("settings.sender_missing")
    assert dossier_settings(dossier).house == PROPOSED


def test_sessions_that_were_changed_are_told_as_such() -> None:
    dossier = a_dossier()
    friday = replace(CALL.windows[1], rooms=2)
    change_window(dossier, friday.id, friday)
    shown = dossier_settings(dossier)
    assert (shown.call.windows[1], shown.other_sessions) == (friday, True)
    assert shown.call.text == CALL.text
