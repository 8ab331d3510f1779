"""The whole weerwoord, each end in time and late: from the register to the letter that tells the outcome."""

from __future__ import annotations

import io
from dataclasses import dataclass, replace
from datetime import datetime

import pypdf
import pytest
from PySide6.QtCore import QDate, QDateTime, Qt, QTime
from PySide6.QtWidgets import QAbstractButton, QApplication, QComboBox
from pytestqt.qtbot import QtBot

from jury_desktop.domain.call import BRUSSELS
from jury_desktop.domain.decision import DecisionKind
from jury_desktop.domain.errors import JuryError
from jury_desktop.domain.letter import LetterType
from jury_desktop.domain.messages import say
from jury_desktop.domain.outgoing import Dispatch, LetterState
from jury_desktop.domain.rebuttal import FOLLOWED, RebuttalOutcome, Remedy, Ruling
from jury_desktop.domain.term import Channel
from jury_desktop.services.decide import decide
from jury_desktop.services.dispatch import send_letters
from jury_desktop.services.letters import DraftedLetter, draft_letters, keep_letters, letter_jobs
from jury_desktop.services.ports import Dossier
from jury_desktop.services.rebuttals import reopen_rebuttal, terms
from jury_desktop.ui.pages.rebuttal import RebuttalPage
from jury_desktop.ui.pages.rebuttal.answer_form import AnswerForm
from jury_desktop.ui.pages.rebuttal.register import RegisterDialog
from tests.services.test_letters import reasons, sent_refusal
from tests.ui.pages.driving import button, opened, press, texts

TODAY = datetime(2023, 7, 3, 9, 0, tzinfo=BRUSSELS)
IN_TIME, LATE = QDate(2023, 6, 20), QDate(2023, 6, 26)
"""The letter left on 9 June, so that its term ended on 23 June."""


@dataclass(frozen=True)
class Story:
    """What the jury thinks of two arguments, how that ends, and what the letter then says."""

    came: QDate
    rulings: tuple[Ruling, Ruling]
    outcome: RebuttalOutcome
    decided: DecisionKind | None
    subject: str
    says: str


UNFOUNDED, FOUNDED = Ruling.UNFOUNDED, Ruling.FOUNDED
STORIES = {
    f"{name}, {when}": Story(came, *told)
    for when, came in (("in time", IN_TIME), ("late", LATE))
    for name, told in {
        "unfounded": (
            (UNFOUNDED, UNFOUNDED),
            RebuttalOutcome.CONFIRMED,
            None,
            "Uw weerwoord verandert de beslissing niet",
            "bevestigt haar beslissing",
        ),
        "founded in part, the same decision": (
            (UNFOUNDED, FOUNDED),
            RebuttalOutcome.IN_PART,
            DecisionKind.NOT_SELECTED,
            "Wij volgen uw weerwoord voor een deel",
            "Die uitkomst blijft: niet geselecteerd",
        ),
        "founded in part, another decision": (
            (FOUNDED, Ruling.IN_PART),
            RebuttalOutcome.IN_PART,
            DecisionKind.RESERVE,
            "Wij volgen uw weerwoord voor een deel",
            "De nieuwe beslissing: op de reservelijst",
        ),
        "founded": (
            (FOUNDED, FOUNDED),
            RebuttalOutcome.REVISED,
            DecisionKind.SELECTED,
            "De beslissing over uw kandidatuur is herzien na uw weerwoord",
            "De nieuwe beslissing: geselecteerd",
        ),
        "shut out": (
            (Ruling.NONE, Ruling.NONE),
            RebuttalOutcome.INADMISSIBLE,
            None,
            "Uw weerwoord is niet ontvankelijk",
            "niet ontvankelijk",
        ),
    }.items()
}


@pytest.mark.parametrize("story", STORIES.values(), ids=STORIES)
def test_a_rebuttal_goes_from_the_register_to_its_letter(qtbot: QtBot, dutch: object, story: Story) -> None:
    dossier = replace(sent_refusal(), now=lambda: TODAY)
    page, _ = opened(qtbot, RebuttalPage, dossier)
    register(qtbot, page, story.came)
    form = page.details.forms[0]
    late = story.came == LATE
    assert ("te laat" if late else "op tijd") in texts(page.details)
    assert form.outcomes.currentText().startswith("Niet ontvankelijk") is late
    answer(qtbot, form, story)
    ended = terms(dossier)[0].rebuttals[0]
    assert ended.outcome is story.outcome
    assert reopen_rebuttal(dossier, ended.id).is_open
    page.refresh(page.subjects)
    answer(qtbot, page.details.forms[0], story)
    if story.outcome in FOLLOWED:
        assert not outcome_letter(dossier).can_be_final
        assert "Naar deliberatie" in offers(page)
        assert story.decided is not None
        decide(dossier, "c2", story.decided, "Na weerwoord.", reasons(dossier, "c2"), "Na weerwoord.")
        page.refresh(page.subjects)
        assert "Naar deliberatie" not in offers(page), "there is nothing to wait for any more"
    told = outcome_letter(dossier)
    assert (told.can_be_final, told.subject) == (True, story.subject)
    whole = " ".join(written(told.pdf).split())
    end = "De termijn liep tot vrijdag 23 juni 2023 om 23.59 uur."
    for part in (story.says, end, "binnen 60 dagen", "Raad van State", "wet van 29 juli 1991"):
        assert part in whole
    assert ("ongegrond" in whole) is (UNFOUNDED in story.rulings)
    send(dossier)
    refused = say("rebuttal.told_already")
    with pytest.raises(JuryError) as caught:
        reopen_rebuttal(dossier, ended.id)
    assert caught.value.message == refused
    page.refresh(page.subjects)
    assert "Besluit terugnemen" not in offers(page)


def register(qtbot: QtBot, page: RebuttalPage, came: QDate) -> None:
    """Two arguments that came by hand, written down and kept by keyboard."""
    press(page, "rebuttal.register")
    dialog = page.findChild(RegisterDialog)
    assert isinstance(dialog, RegisterDialog)
    dialog.received.setDateTime(QDateTime(came, QTime(10, 30)))
    pick(dialog.channel, Channel.HAND)
    qtbot.keyClicks(dialog.who, "Omar Said, directeur")
    pick(dialog.entitled, "entitled")
    for number, (text, remedy) in enumerate(
        (("De score klopt niet.", Remedy.SCORE), ("Dia 6 is niet gelezen.", Remedy.CORRECTION))
    ):
        if number:
            qtbot.mouseClick(button(dialog, "Nog een argument"), Qt.MouseButton.LeftButton)
        qtbot.keyClicks(dialog.points[number].text, text)
        dialog.points[number].item.setCurrentIndex(number + 1)
        pick(dialog.points[number].remedy, remedy)
    dialog.activateWindow()
    qtbot.waitUntil(dialog.isActiveWindow)
    qtbot.keyClick(dialog, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)


def answer(qtbot: QtBot, form: AnswerForm, story: Story) -> None:
    """The rulings first: the outcome follows them, unless lateness shuts it out or people choose another."""
    heard = story.outcome is not RebuttalOutcome.INADMISSIBLE
    for field, box, ruling in zip(form.answers, form.rulings, story.rulings, strict=True):
        pick(box, ruling)
        field.setPlainText("De jury las dat na." if heard else "")
    if story.came == IN_TIME and heard:
        assert form.outcomes.currentData() == story.outcome
    pick(form.outcomes, story.outcome)
    form.reasons.setPlainText("De jury besprak dit op 3 juli.")
    qtbot.mouseClick(form.end, Qt.MouseButton.LeftButton)


def pick(box: QComboBox, value: str) -> None:
    box.setCurrentIndex(box.findData(str(value)))
    box.activated.emit(box.currentIndex())


def offers(page: RebuttalPage) -> list[str]:
    """What the buttons beside the decision read."""
    QApplication.processEvents()
    return [b.text() for b in page.details.findChildren(QAbstractButton) if b.isVisible()]


def outcome_letter(dossier: Dossier) -> DraftedLetter:
    jobs = [job for job in letter_jobs(dossier) if job.type is LetterType.REBUTTAL_OUTCOME]
    (made,) = draft_letters(jobs)
    return made


def written(content: bytes) -> str:
    return "\n".join(page.extract_text() for page in pypdf.PdfReader(io.BytesIO(content)).pages)


def send(dossier: Dossier) -> None:
    kept = keep_letters(dossier, draft_letters(letter_jobs(dossier)), final=True)
    final = [letter.id for letter in kept if letter.state is LetterState.FINAL]
    send_letters(dossier, final, Dispatch(Channel.EMAIL, TODAY))
