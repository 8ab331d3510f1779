"""The settings of a dossier: proposed by the call, changed by the regisseur, read by the letters."""

from __future__ import annotations

import json
from dataclasses import replace
from datetime import date, timedelta

import pytest

from jury_desktop.domain.errors import JuryError
from jury_desktop.domain.letter import Sender, Signatory
from jury_desktop.domain.messages import say
from jury_desktop.services.dossier_settings import (
    DossierSettings,
    dossier_settings,
    save_closing_days,
    save_house,
)
from jury_desktop.services.journal_words import changes
from jury_desktop.services.letterhead import House, house_of
from jury_desktop.services.ports import Dossier
from jury_desktop.services.rebuttals import terms
from jury_desktop.services.session_windows import change_window
from tests.builders import NOW, a_call
from tests.fakes import MemoryStore
from tests.services.mailing import a_dossier
from tests.services.test_rebuttals import a_refused_candidate

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


# closing days

CLOSED = tuple(date(2023, 7, day) for day in range(24, 29))


def test_a_closing_day_moves_the_end_of_a_term_that_runs() -> None:
    dossier = a_refused_candidate()
    assert terms(dossier)[0].term.end == date(2023, 7, 24)
    assert save_closing_days(dossier, reversed(CLOSED)) == ()
    assert terms(dossier)[0].term.end == date(2023, 7, 31)
    assert dossier_settings(dossier).closing_days == CLOSED
    with dossier.read() as uow:
        event = uow.journal.all()[-1]
    assert (event.action, event.subject) == ("settings.changed", "closing_days")
    assert "24 juli 2023" in changes(event)[0].new
    assert save_closing_days(dossier, ()) == CLOSED
    assert terms(dossier)[0].term.end == date(2023, 7, 24)


def test_the_closing_days_of_the_call_stay_beside_those_of_the_dossier() -> None:
    by_call = date(2023, 7, 24)
    call = replace(CALL, rebuttal=replace(CALL.rebuttal, extra_closing_days=(by_call,)))
    dossier = Dossier(MemoryStore(call), "Regisseur", lambda: NOW)
    save_closing_days(dossier, [by_call + timedelta(days=1)])
    assert dossier_settings(dossier).call.rebuttal.extra_closing_days == (by_call, date(2023, 7, 25))
    save_closing_days(dossier, [])
    assert dossier_settings(dossier).call == call


def test_the_same_closing_days_again_leave_no_trace() -> None:
    dossier = a_dossier()
    save_closing_days(dossier, ())
    assert dossier_settings(dossier).events == 0


@pytest.mark.parametrize(
    ("days", "key"),
    [(range(0, 734, 2), "settings.closing_days_many"), (range(90), "term.no_working_day")],
    ids=["too many", "no end"],
)
def test_closing_days_that_cannot_be_are_refused(days: range, key: str) -> None:
    dossier = a_dossier()
    with pytest.raises(JuryError) as caught:
        save_closing_days(dossier, [date(2023, 7, 1) + timedelta(days=each) for each in days])
    assert (caught.value.message.key, dossier_settings(dossier).closing_days) == (key, ())
