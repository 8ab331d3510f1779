"""The weerwoord, walked through the real window: from the mail that brings it to the letter that ends it."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import datetime
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from jury_desktop import bootstrap
from jury_desktop.domain.call import Round
from jury_desktop.domain.candidacy import Admissibility
from jury_desktop.domain.decision import DecisionKind, MotivationLine, Stage
from jury_desktop.domain.outgoing import Dispatch, LetterState
from jury_desktop.domain.term import Channel
from jury_desktop.services.candidacies import judge_admissibility
from jury_desktop.services.decide import decide, deliberation
from jury_desktop.services.dispatch import send_letters
from jury_desktop.services.import_mail import import_mail
from jury_desktop.services.letter_book import letter_book
from jury_desktop.services.letters import draft_letters, keep_letters, letter_jobs
from jury_desktop.services.ports import Dossier
from jury_desktop.services.rebuttals import terms
from jury_desktop.services.soundness import verify
from jury_desktop.ui.app import Program
from jury_desktop.ui.settings import Preferences, SettingsFile
from tests.builders import a_juror, a_sheet
from tests.e2e.driver import Person
from tests.mailbox.builders import FORM, mbox, on, raw_mail, written
from tests.services.scenario import invited, keep_approved

pytestmark = [
    pytest.mark.timeout(300),
    pytest.mark.qt_log_ignore("This plugin does not support"),  # what the offscreen screen says of itself
]

KOMPAS = FORM.replace("De Brug vzw", "Kompas vzw").replace("info@debrug", "info@kompas")
TOLD, NOW = on(7, "10:00", 7), on(26, "09:00", 7)
"""Told on 7 July, so that the term ended on Monday 24 July."""


def told(place: Path) -> None:
    """De Brug was selected and Kompas was not; both letters left on 7 July."""
    clock = [on(5, "09:00")]
    dossier = bootstrap.create_dossier(str(place), "lier-2023", now=lambda: clock[0])
    brug = raw_mail(FORM, at=on(1, "10:00"), sender="Liesbet <info@debrug.example>")
    kompas = raw_mail(
        KOMPAS,
        at=on(1, "11:00"),
        sender="Omar Said <info@kompas.example>",
        message_id="<2@kompas.example>",
        subject="Kandidatuur Kompas",
    )
    import_mail(dossier, [written(place.parent, "postvak.mbox", mbox([brug, kompas]))])
    scored(dossier)
    clock[0] = TOLD
    for at, kind in ((0, DecisionKind.SELECTED), (1, DecisionKind.NOT_SELECTED)):
        key = keys(dossier)[at]
        lines = [
            MotivationLine(score.item.key, "De jury las en hoorde hier genoeg over.", ())
            for score in deliberation(dossier, key, Stage.FINAL).scores
        ]
        decide(dossier, key, kind, "Zo oordeelde de jury over het geheel.", lines)
    made = keep_letters(dossier, draft_letters(letter_jobs(dossier)), final=True)
    final = [letter.id for letter in made if letter.state is LetterState.FINAL]
    assert len(send_letters(dossier, final, Dispatch(Channel.EMAIL, TOLD))) == 2
    dossier.store.close()


def scored(dossier: Dossier) -> None:
    """Three jurors gave De Brug 4 and Kompas 3, in both rounds."""
    for key in keys(dossier):
        judge_admissibility(dossier, key, Admissibility.ADMISSIBLE, "")
    with dossier.change() as uow:
        panel = [a_juror(number) for number in (1, 2, 3)]
        for juror in panel:
            uow.jurors.save(juror)
        for candidacy, value in zip(uow.candidacies.find(), (4, 3), strict=True):
            uow.decisions.save(invited(candidacy))
            for juror in panel:
                for round_ in Round:
                    uow.sheets.save(a_sheet(juror, candidacy, round_, value=value))
        keep_approved(uow)
        uow.journal.append("test.prepared", "dossier", "test")


def keys(dossier: Dossier) -> list[str]:
    with dossier.read() as uow:
        return [candidacy.id for candidacy in uow.candidacies.find()]


def reply(folder: Path, at: datetime) -> Path:
    mail = raw_mail(
        "Beste,\n\nDe score voor vindplaatsen klopt niet.\n\nGroeten",
        at=at,
        sender="Omar Said <info@kompas.example>",
        subject="Weerwoord K-02",
        message_id="<w@kompas.example>",
        In_Reply_To="<2@kompas.example>",
    )
    return written(folder, "weerwoord.eml", mail)


@pytest.fixture
def place(tmp_path: Path) -> Path:
    told(tmp_path / "lier.jury")
    return tmp_path / "lier.jury"


@pytest.fixture
def person(qtbot: QtBot, qapp: QApplication, place: Path, tmp_path: Path) -> Iterator[Person]:
    """Somebody before the program with the dossier open, on 26 July."""
    kept, chosen = SettingsFile(tmp_path / "settings.ini"), Preferences(theme="light", user="Els Regisseur")
    program = Program(qapp, bootstrap.wiring(lambda: NOW), kept, chosen)
    with qtbot.waitActive(program.window):
        program.show(str(place))
        program.window.resize(1440, 900)
    yield Person(qtbot, program.window)
    program.window.close()
    program.close()
    program.window.deleteLater()


def register(person: Person, mail: Path) -> None:
    """Read the mail and register it with the one argument it holds."""
    person.wait()
    person.press("Ctrl+9")
    person.click("Mail inlezen…")
    person.click("Bestanden kiezen…")
    person.answer_file_dialog(mail)
    person.expects("1 bericht kan weerwoord zijn")
    assert person.rows("Mail die weerwoord kan zijn", 2, 3) == [("Weerwoord K-02", "K-02")]
    person.click("Registreren…")
    person.expects("verstuurd van het eigen adres, antwoordt op mail van de kandidaat, noemt het nummer")
    person.expects("Verstuurd van het eigen adres van de kandidaat.")
    person.pick("Mag indienen", "ja, voor de organisatie")
    person.write("Argument 1", "De score voor vindplaatsen klopt niet.")
    person.pick("Criterium van argument 1", "Outreachend")
    person.pick("Wat argument 1 vraagt", "vraagt een hogere score")
    person.press("Ctrl+Return")


def send_answers(person: Person, doubt: str = "") -> None:
    """The receipt and the outcome: made, made final, and noted as sent.

    :param doubt: what is asked about before they are final.
    """
    person.press("Ctrl+8")
    person.click("Brieven opmaken")
    person.click("2 brieven opmaken")
    choose_letters(person, "concept")
    person.click("2 brieven definitief maken")
    if doubt:
        person.expects(doubt)
        person.click("Toch definitief maken")
    choose_letters(person, "definitief")
    person.click("Verzending van 2 brieven noteren…")
    person.click("Verzending noteren")


def choose_letters(person: Person, state: str) -> None:
    waiting = [row for row in person.rows("Brieven") if row[3] == state]
    for at, row in enumerate(waiting):
        person.choose_row("Brieven", " ".join(row), also=at > 0)


def ended(place: Path) -> dict[str, object]:
    """What the dossier holds on Kompas, read by the services."""
    dossier = bootstrap.open_dossier(str(place))
    decision = deliberation(dossier, keys(dossier)[1], Stage.FINAL).decision
    assert decision is not None
    sent = [row.type.value for row in letter_book(dossier) if row.sent and row.candidacy.reference == "K-02"]
    found: dict[str, object] = {
        "outcomes": [each.outcome.value for row in terms(dossier) for each in row.rebuttals],
        "letters": sorted(sent),
        "decision": (decision.kind.value, decision.revised),
        "sound": verify(dossier).ok,
    }
    dossier.store.close()
    return found


LETTERS = ["not_selected", "rebuttal_outcome", "rebuttal_receipt"]


def test_one_in_time_is_followed_in_part_and_the_decision_is_taken_anew(
    person: Person, place: Path, tmp_path: Path
) -> None:
    register(person, reply(tmp_path, on(24, "09:48", 7)))
    person.click("Gevolg voor score en plaats…")
    person.expects("Dit zijn de scores zoals ze zijn.")
    person.type_in("5")
    person.expects("Geen enkele andere kandidaat zou verschuiven.")
    person.write("Reden", "Na weerwoord: de vindplaatsen waren niet meegeteld.")
    person.click("Scores wijzigen met reden")
    person.pick("Oordeel over argument 1", "argument deels gegrond")
    person.write("Antwoord op argument 1", "U hebt voor een deel gelijk.")
    assert person.value("Besluit").startswith("Deels gegrond")
    person.write("Reden (komt in de brief)", "De jury telt de vindplaatsen nu mee.")
    person.click("Weerwoord afsluiten")
    person.expects("De brief wacht op de nieuwe beslissing")
    person.click("Naar deliberatie")
    person.click("Toch wijzigen…")
    person.press("Ctrl+Return")
    person.write("Reden (komt in de brief)", "Na weerwoord zijn de vindplaatsen meegeteld.")
    person.click("Intrekken en vervangen")
    send_answers(person, "is de score gewijzigd, maar de motivering niet")
    assert ended(place) == {
        "outcomes": ["followed_in_part"],
        "letters": LETTERS,
        "decision": ("not_selected", 1),
        "sound": True,
    }


def test_one_that_is_late_is_not_heard(person: Person, place: Path, tmp_path: Path) -> None:
    register(person, reply(tmp_path, on(25, "00:00:00", 7)))
    person.expects("Het kwam te laat")
    assert person.value("Besluit").startswith("Niet ontvankelijk")
    person.write("Reden (komt in de brief)", "Het weerwoord kwam na de laatste dag.")
    person.click("Weerwoord afsluiten")
    send_answers(person)
    assert ended(place) == {
        "outcomes": ["inadmissible"],
        "letters": LETTERS,
        "decision": ("not_selected", 0),
        "sound": True,
    }
