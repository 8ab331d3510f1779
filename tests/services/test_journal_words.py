"""Events in words: every action has its sentence, every change a name and values that people can read."""

from __future__ import annotations

import ast
import json
import re
from collections.abc import Iterator
from dataclasses import replace

import pytest

from jury_desktop.domain.journal import Event
from jury_desktop.domain.rebuttal import Point
from jury_desktop.services.journal_words import Change, changes, kind_of_subject, sentence, why
from jury_desktop.services.record import as_json, differing
from jury_desktop.wording import catalogue
from tests.architecture.checkout import called, nodes
from tests.builders import NOW, a_candidacy, a_conflict, a_juror, a_letter, a_mail, a_rebuttal, placed

JOURNALS = {"append", "record_change", "_keep", "_set_confirmed"}
ACTION = re.compile(r"[a-z]+\.[a-z_]+")


def an_event(action: str = "candidacy.changed", subject: str = "K-02", **what: str) -> Event:
    kind = what.pop("kind", action.partition(".")[0])
    event = {"old": "", "new": "", "reason": "", **what}
    return Event(1, NOW, "Regisseur", "", action, kind, subject, *event.values(), "", "")


def changed(old: object, new: object, language: str = "nl") -> tuple[Change, ...]:
    before, after = differing(old, new)
    return changes(an_event(old=as_json(before), new=as_json(after)), language)


def actions_in_code() -> Iterator[re.Pattern[str]]:
    """The actions that services and the composition root give the journal, as patterns."""
    for _, node in nodes("services"):
        if isinstance(node, ast.Call) and called(node) in JOURNALS:
            for part in (part for argument in node.args for part in _choices(argument)):
                if pattern := _pattern(part):
                    yield re.compile(pattern)


def _choices(node: ast.expr) -> tuple[ast.expr, ...]:
    return (node.body, node.orelse) if isinstance(node, ast.IfExp) else (node,)


def _pattern(node: ast.expr) -> str:
    if isinstance(node, ast.Constant) and isinstance(node.value, str):
        return re.escape(node.value) if ACTION.fullmatch(node.value) else ""
    if isinstance(node, ast.JoinedStr):
        parts = [re.escape(str(p.value)) if isinstance(p, ast.Constant) else r"\w+" for p in node.values]
        return "".join(parts) if parts and "." in parts[0] and " " not in "".join(parts) else ""
    return ""


@pytest.mark.parametrize("language", ["nl", "en"])
def test_every_action_that_services_journal_has_a_sentence(language):
    known = [
        key.removeprefix("actions.").replace("_", ".", 1)
        for key in catalogue(language)
        if key.startswith("actions.")
    ]
    journaled = list(actions_in_code())
    silent = {p.pattern for p in journaled if not any(map(p.fullmatch, known))}

    assert len(journaled) > 20
    assert silent == set()


def test_a_sentence_names_its_subject():
    assert sentence(an_event()) == "Gegevens van kandidatuur K-02 gewijzigd"
    assert sentence(an_event(), "en") == "Particulars of candidacy K-02 changed"


def test_the_round_of_a_sheet_is_said_in_words():
    event = an_event("sheet.submitted", "An Peeters – K-02 – written")

    assert sentence(event) == "Beoordeling ingediend: An Peeters – K-02 – schriftelijk"


def test_one_message_and_many_are_told_apart():
    assert (
        sentence(an_event("mail.confirmed", "export.mbox · 3"))
        == "Plaats van bericht export.mbox · 3 bevestigd"
    )
    assert sentence(an_event("mail.confirmed", "43")) == "Plaats van 43 berichten bevestigd"
    assert sentence(an_event("mail.confirmed", "1")) == "Plaats van 1 bericht bevestigd"
    assert sentence(an_event("letters.made", "1")) == "1 brief gemaakt"


def test_an_action_without_a_sentence_shows_itself():
    assert sentence(an_event("comet.seen", "Halley")) == "comet.seen: Halley"


def test_what_an_event_is_about_has_a_word():
    assert kind_of_subject(an_event()) == "kandidatuur"


def test_only_what_differs_is_told_with_the_words_of_the_interface():
    old, new = (
        a_candidacy(admissibility="undecided"),
        a_candidacy(challenges=(2, 5), admissibility="admissible"),
    )

    assert changed(old, new) == (
        Change("oordeel over de vorm", "nog te beoordelen", "ontvankelijk"),
        Change("regio-uitdagingen", "1, 4", "2, 5"),
    )


def test_a_change_of_place_tells_why_the_program_had_put_it_there():
    mail = a_mail()
    old = placed(mail).entry
    new = placed(mail, "other", candidacy=None).entry

    assert changed(old, new) == (Change("soort", "kandidatuur", "ander bericht"),)


def test_things_inside_things_are_named_by_the_way_to_them():
    old = json.dumps({"answers": {"outreach": {"value": 3, "comment": "", "not_applicable": False}}})
    new = json.dumps({"answers": {"outreach": {"value": 4, "comment": "Sterk.", "not_applicable": False}}})

    assert changes(an_event("sheet.saved", old=old, new=new)) == (
        Change("antwoord · outreach · waarde", "3", "4"),
        Change("antwoord · outreach · toelichting", "", "Sterk."),
    )


def test_moments_stretches_and_lists_are_written_out():
    new = json.dumps(
        {
            "decided_at": "2023-06-19T12:30:00+02:00",
            "unavailable": [{"start": "2023-06-14T11:00:00+00:00", "end": "2023-06-14T15:00:00+00:00"}],
            "files": [{"name": "postvak.mbox", "sha256": "0" * 64}],
            "duplicates": [["postvak.mbox · 15", "1" * 64, "2" * 64]],
            "active": True,
        }
    )

    assert changes(an_event(new=new)) == (
        Change("beslist op", "", "19 juni 2023 12:30"),
        Change("niet beschikbaar", "", "14 juni 2023 13:00 – 17:00"),
        Change("bestanden", "", "postvak.mbox"),
        Change("dubbels", "", "postvak.mbox · 15"),
        Change("lid van de jury", "", "ja"),
    )


def test_fingerprints_and_keys_are_left_out():
    assert changes(an_event(new=json.dumps({"pdf": "a" * 64, "id": "b" * 32, "type": "selected"}))) == (
        Change("soort brief", "", "geselecteerd"),
    )


def test_an_argument_is_told_with_the_answer_to_it():
    old = a_rebuttal(a_letter(a_candidacy()), points=(Point("De score klopt niet."),))
    new = replace(old, points=(Point("De score klopt niet.", answer="Toch wel."),))

    assert changed(old, new) == (
        Change("argumenten", "De score klopt niet.", "De score klopt niet. – Toch wel."),
    )


def test_a_word_may_depend_on_what_it_is_said_of():
    confirmed = as_json({"outcome": "confirmed", "state": "confirmed"})
    assert changes(an_event(new=confirmed)) == (
        Change("uitkomst", "", "ongegrond"),
        Change("stand", "", "bevestigd"),
    )


def test_a_person_is_named_by_the_sentence_and_never_by_an_id():
    conflict = a_conflict(a_juror(3, id="daems"), a_candidacy(id="1" * 64), reason="Zus in het bestuur.")
    event = an_event("conflict.declared", "Wim Daems – K-01", new=as_json(conflict))

    assert sentence(event) == "Belangenconflict gemeld: Wim Daems – K-01"
    assert {change.name for change in changes(event)} == {"reden", "stand"}


def test_plain_text_is_shown_as_it_is():
    assert changes(an_event("plan.made", "v1", new="12/12 OPTIMAL")) == (
        Change("waarde", "", "12/12 OPTIMAL"),
    )


def test_a_sealed_event_changes_nothing_to_see():
    assert changes(an_event("sheet.saved")) == ()


def test_what_is_scored_once_for_each_challenge_is_named_in_words() -> None:
    found = changed({"answers": {}}, {"answers": {"challenge.4": {"value": 3}}})
    assert found == (Change("antwoord · regio-uitdaging 4 · waarde", "", "3"),)


def test_what_a_letter_rests_on_says_nothing_to_people() -> None:
    letter = a_letter(a_candidacy(), basis=f"b8fe0a49:{'0f' * 32}")
    assert [change.name for change in changed(None, letter) if "0f0f" in change.new] == []


@pytest.mark.parametrize("language", ["nl", "en"])
def test_all_that_a_letter_went_through_is_told_in_words_without_its_fingerprints(language):
    letter = a_letter(a_candidacy())
    after = replace(
        letter,
        bounced_at=NOW,
        bounce="Postvak onbekend",
        receipt_at=NOW,
        receipt="Leesbevestiging",
        told="decision=0f3a motivation=77b1",
        basis=f"{'a' * 8}:{'b' * 64}:{'c' * 8}",
        signed="d" * 64,
    )
    told = changed(letter, after, language)
    assert {change.name for change in told} == {
        "nl": {
            "kwam terug op",
            "waarom ze terugkwam",
            "ontvangen door de kandidaat op",
            "ontvangst blijkt uit",
        },
        "en": {"came back on", "why it came back", "received by the candidate on", "receipt shown by"},
    }[language]


def test_who_signed_a_letter_is_no_reason():
    signed = an_event("letter.signed", reason="An Peeters")
    assert [why(signed), why(signed, "en")] == ["Ondertekend door: An Peeters", "Signed by: An Peeters"]
    assert why(an_event(reason="Een telfout.")) == "Reden: Een telfout."
    assert why(an_event()) == ""
